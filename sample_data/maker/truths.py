"""What is true of the sample company: every planted effect, as a named number.

README.md beside this package explains where each one can be seen.
"""

from __future__ import annotations

SEED = 20_241_001
CUSTOMERS = 5_000

# What a customer answers. Shares of promoters and detractors, and what moves them.
PROMOTERS, DETRACTORS = 0.50, 0.16
WEAK_REGION = "East Java"
WEAK_REGION_SHIFT = (-0.08, 0.07)  # promoters, detractors: 15 points of NPS
LATE_SHIFT = (-0.20, 0.20)  # 40 points
SUPPORT_SHIFT = (-0.05, 0.05)  # 10 points
DRIVER_WEIGHTS = {"delivery": 0.42, "app": 0.24, "staff": 0.20, "price": 0.16}
LATE_SHARE, LATE_SHARE_PEAK, LATE_SHARE_NEW_COURIER = 0.13, 0.28, 0.09

# The app release: the same people, the same questions, a mean effort score 0.8 lower.
RELEASE = "2026-03-10"
EFFORT = (0.02, 0.03, 0.06, 0.12, 0.22, 0.31, 0.24)  # scores 1 to 7, mean 5.38
EFFORT_AFTER = (0.05, 0.08, 0.12, 0.19, 0.23, 0.21, 0.12)  # mean 4.58

# How long customers stay. Hazards a month by tenure, and what multiplies them.
HAZARD_BY_TENURE = ((90, 0.075), (365, 0.045), (10_000, 0.032))  # up to that day, a month
PLAN_HAZARD = {"Starter": 1.0, "Regular": 0.8, "Family": 0.65, "Office": 0.5}
GROUP_HAZARD = {1: 0.75, 0: 1.0, -1: 1.25}  # promoters against detractors 0.6, passives 0.8
PRICE_RISE_MONTH = ("2025-09-01", "2025-10-01")  # the second day is the first after it
PRICE_RISE_HAZARD = 2.2
PRICE_RISE = 1.10
RETURN_SHARE = 0.06

# What customers buy: BG/NBD in weeks, gamma-gamma in Singapore dollars.
BG_NBD = {"r": 1.1, "alpha": 5.0, "a": 0.8, "b": 4.2}
SPEND = {"p": 6.0, "q": 4.0, "v": 24.0}
BUSINESS_AT_TOP = 0.36  # share of business customers at spend rank u is 0.36 u^2: 12 % overall

# How fast customers are answered.
REPLY_HOURS = {"Chat": 1.0, "Phone": 2.5, "Email": 9.0}  # medians
REPLY_SIGMA = 1.1
WORK_HOURS, WORK_SIGMA = 16.0, 1.2  # from first reply to solved
PEAK_FACTOR, BACKLOG_FACTOR = 2.5, 5.0
BACKLOG_START = "2026-09-01"
CSAT_TOP_SUPPORT, CSAT_PER_DOUBLING = 0.84, -0.06  # share of 4-5 at a reply within an hour
CSAT_TOP, CSAT_LATE = 0.76, -0.12
REOPENED, REOPENED_NIGHT = 0.07, 0.15

# What happens in the app.
WEEKEND_SESSIONS, FRIDAY_SESSIONS = 1.4, 1.15  # against Monday to Thursday
CLICK_SHARE = {"view_home": 0.05, "view_recommendations": 0.12}
SINGLE_EVENT_SESSIONS = 0.22

# What customers write in public. Shares of the stars 1 to 5.
STARS = (0.07, 0.07, 0.13, 0.30, 0.43)  # mean 3.95
STARS_LATE = (0.38, 0.30, 0.20, 0.08, 0.04)  # mean 2.10
STARS_APP = (0.40, 0.35, 0.25, 0.0, 0.0)
REVIEWS_LATE, REVIEWS_LATE_PEAK = 0.12, 0.24
REVIEWS_APP, REVIEWS_APP_AFTER = 0.05, 0.15
