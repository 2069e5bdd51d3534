"""What customers do in the app."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maker.clock import DAY, DAYS, Flags, Ints, day, minutes_of_day, stream, weekday
from maker.truths import CLICK_SHARE, FRIDAY_SESSIONS, SINGLE_EVENT_SESSIONS, WEEKEND_SESSIONS

SINCE = "2026-02-01"  # the app tells eight months
CONSENTED = 0.25  # share of customers whose visits are kept
PACE = 0.038  # sessions a customer a day, Monday to Thursday
HOURS = (3, 1, 1, 0, 1, 3, 8, 12, 10, 7, 6, 6, 8, 7, 5, 5, 5, 6, 8, 10, 12, 11, 9, 6)
STEPS = (  # event, share among later events of a session
    ("view_home", 0.17),
    ("view_product", 0.36),
    ("search", 0.12),
    ("view_recommendations", 0.17),
    ("add_to_cart", 0.11),
    ("checkout", 0.07),
)
FEWEST_SHOWN, MOST_SHOWN = 4, 12
LIKE_MINDED = 40.0  # how alike customers are in clicking: a + b of their beta distribution


@dataclass(frozen=True, slots=True)
class Visits:
    """Events by time; `shown` is -1 where the event shows nothing to click."""

    customer: Ints
    second: Ints
    event: list[str]
    session: Ints
    shown: Ints
    clicked: Ints


def _sessions(rng: np.random.Generator, active: Flags) -> tuple[Ints, Ints]:
    """Customer and first second of each session; at most one a day."""
    people, since = active.shape[0], day(SINCE)
    days = np.arange(since, DAYS)
    rhythm = np.array((1, 1, 1, 1, FRIDAY_SESSIONS, WEEKEND_SESSIONS, WEEKEND_SESSIONS), float)
    kept = rng.random(people) < CONSENTED
    pace = np.minimum(PACE * rng.gamma(0.9, 1 / 0.9, size=people), 0.6) * kept
    chance = pace[:, None] * rhythm[weekday(days)]
    customer, place = np.nonzero((rng.random(chance.shape) < chance) & active[:, since:])
    minute = days[place] * DAY + minutes_of_day(rng, HOURS, len(place))
    second = minute * 60 + rng.integers(0, 60, len(place))
    order = np.lexsort((customer, second))
    return customer[order], second[order]


def make_visits(active: Flags) -> Visits:
    """Every event of eight months, of the customers who consented."""
    rng = stream("visits")
    customer, start = _sessions(rng, active)
    several = rng.random(len(start)) >= SINGLE_EVENT_SESSIONS
    length = 1 + np.where(several, rng.geometric(0.38, len(start)), 0)
    session = np.repeat(np.arange(len(start)), length)
    first = np.concatenate(([0], np.cumsum(length)[:-1]))
    gap = np.ceil(np.clip(rng.exponential(48.0, len(session)), 1, 1_200)).astype(int)
    gap[first] = 0
    passed = np.cumsum(gap)
    second = start[session] + passed - passed[first][session]
    names = [name for name, _ in STEPS]
    step = rng.choice(len(STEPS), size=len(session), p=[share for _, share in STEPS])
    opened = np.isin(np.arange(len(session)), first)
    event = np.where(opened, "app_open", np.array(names)[step])
    shown, clicked = _clicks(rng, event, customer[session], active.shape[0])
    order = np.lexsort((np.arange(len(session)), second))
    return Visits(
        customer=customer[session][order],
        second=second[order],
        event=[str(name) for name in event[order]],
        session=session[order],
        shown=shown[order],
        clicked=clicked[order],
    )


def _clicks(
    rng: np.random.Generator, event: np.ndarray, customer: Ints, people: int
) -> tuple[Ints, Ints]:
    """What each screen shows and how much of it is clicked, each customer by their own share."""
    shown = np.full(len(event), -1)
    clicked = np.zeros(len(event), dtype=np.int64)
    for name, share in CLICK_SHARE.items():
        own = rng.beta(share * LIKE_MINDED, (1 - share) * LIKE_MINDED, size=people)
        rows = np.flatnonzero(event == name)
        shown[rows] = rng.integers(FEWEST_SHOWN, MOST_SHOWN + 1, size=len(rows))
        clicked[rows] = rng.binomial(shown[rows], own[customer[rows]])
    return shown, clicked
