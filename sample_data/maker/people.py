"""Who the customers are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maker.clock import DAYS, Floats, Ints, in_fasting_month, in_peak, stream, weekday, within
from maker.truths import BUSINESS_AT_TOP, CUSTOMERS

CITIES = (  # city, region, country, weight
    ("Jakarta", "Greater Jakarta", "Indonesia", 15),
    ("Bekasi", "Greater Jakarta", "Indonesia", 4),
    ("Tangerang", "Greater Jakarta", "Indonesia", 4),
    ("Bandung", "West Java", "Indonesia", 8),
    ("Bogor", "West Java", "Indonesia", 3),
    ("Surabaya", "East Java", "Indonesia", 11),
    ("Malang", "East Java", "Indonesia", 5),
    ("Medan", "Sumatra", "Indonesia", 5),
    ("Palembang", "Sumatra", "Indonesia", 3),
    ("Kuala Lumpur", "Klang Valley", "Malaysia", 9),
    ("Petaling Jaya", "Klang Valley", "Malaysia", 6),
    ("Shah Alam", "Klang Valley", "Malaysia", 3),
    ("George Town", "Northern Malaysia", "Malaysia", 4),
    ("Ipoh", "Northern Malaysia", "Malaysia", 2),
    ("Johor Bahru", "Southern Malaysia", "Malaysia", 4),
    ("Singapore", "Singapore", "Singapore", 14),
)
LANGUAGES = ("English", "Indonesian", "Malay")
LANGUAGE_SHARES = {
    "Indonesia": (0.08, 0.92, 0.0),
    "Malaysia": (0.38, 0.0, 0.62),
    "Singapore": (0.88, 0.0, 0.12),
}
PLAN_SHARES = {
    "Consumer": {"Starter": 0.45, "Regular": 0.35, "Family": 0.20},
    "Business": {"Regular": 0.30, "Office": 0.70},
}
ACQUISITION = (
    ("Search", 0.27),
    ("Social ads", 0.24),
    ("Referral", 0.18),
    ("Marketplace", 0.15),
    ("Pop-up store", 0.09),
    ("Partner", 0.07),
)


@dataclass(frozen=True, slots=True)
class People:
    """The customer list; a customer is a position in these columns, in order of sign-up.

    Attributes:
        signup: day of sign-up.
        spend_rank: rank of mean order value among customers, 0 to 1.
    """

    ids: list[str]
    signup: Ints
    spend_rank: Floats
    city: list[str]
    region: list[str]
    country: list[str]
    segment: list[str]
    plan: list[str]
    acquisition: list[str]
    language: list[str]


def pick(rng: np.random.Generator, shares: dict[str, float]) -> str:
    """One name by its share."""
    edges = np.cumsum(list(shares.values()))
    place = int(np.searchsorted(edges, rng.random() * edges[-1], side="right"))
    return list(shares)[min(place, len(shares) - 1)]


def _signup_days(rng: np.random.Generator) -> Ints:
    days = np.arange(DAYS)
    weight = 1.0 + 0.7 * days / DAYS
    weight *= np.array((0.95, 0.92, 0.95, 1.0, 1.05, 1.15, 1.05))[weekday(days)]
    weight *= np.where(in_peak(days), 1.35, 1.0) * np.where(in_fasting_month(days), 1.2, 1.0)
    campaigns = (
        ("2024-10-01", "2024-10-20"),
        ("2025-08-08", "2025-08-20"),
        ("2026-08-08", "2026-08-20"),
    )
    weight *= np.where(within(days, *campaigns), 1.7, 1.0)
    return np.sort(rng.choice(DAYS, size=CUSTOMERS, p=weight / weight.sum()))


def make_people() -> People:
    """Everyone who signs up in two years."""
    rng = stream("people")
    signup = _signup_days(rng)
    spend_rank = rng.random(CUSTOMERS)
    business = rng.random(CUSTOMERS) < BUSINESS_AT_TOP * spend_rank**2
    segment = ["Business" if one else "Consumer" for one in business]
    weights = np.array([city[3] for city in CITIES], dtype=float)
    homes = [CITIES[i] for i in rng.choice(len(CITIES), CUSTOMERS, p=weights / weights.sum())]
    channels = dict(ACQUISITION)
    spoken = [dict(zip(LANGUAGES, LANGUAGE_SHARES[home[2]], strict=True)) for home in homes]
    return People(
        ids=[f"C{number:05d}" for number in range(1, CUSTOMERS + 1)],
        signup=signup,
        spend_rank=spend_rank,
        city=[home[0] for home in homes],
        region=[home[1] for home in homes],
        country=[home[2] for home in homes],
        segment=segment,
        plan=[pick(rng, PLAN_SHARES[one]) for one in segment],
        acquisition=[pick(rng, channels) for _ in range(CUSTOMERS)],
        language=[pick(rng, shares) for shares in spoken],
    )
