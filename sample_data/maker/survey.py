"""What customers answer: who is asked when, and how each answer comes about.

Scores are cut from standard normal feelings at the shares in `truths`, so that every planted gap
is exact: a feeling is independent of the region, the touchpoint and a late parcel, and these move
only the shares at which it is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from maker.clock import DAY, DAYS, Flags, Floats, Ints, day, in_peak, minutes_of_day, stream
from maker.orders import Orders
from maker.people import People
from maker.tickets import CUT, Tickets
from maker.truths import (
    CSAT_LATE,
    CSAT_PER_DOUBLING,
    CSAT_TOP,
    CSAT_TOP_SUPPORT,
    DETRACTORS,
    DRIVER_WEIGHTS,
    EFFORT,
    EFFORT_AFTER,
    LATE_SHARE,
    LATE_SHARE_NEW_COURIER,
    LATE_SHARE_PEAK,
    LATE_SHIFT,
    PROMOTERS,
    RELEASE,
    SUPPORT_SHIFT,
    WEAK_REGION,
    WEAK_REGION_SHIFT,
)

TOUCHPOINTS = ("Onboarding", "Relationship", "Delivery", "Support")
RESPONSE = {"Onboarding": 0.30, "Relationship": 0.26, "Delivery": 0.15, "Support": 0.42}
NEW_COURIER = "2026-05-01"
HOURS = (1, 0, 0, 0, 0, 1, 3, 6, 8, 9, 8, 7, 8, 7, 6, 5, 5, 5, 6, 8, 10, 9, 6, 3)
HALO = 0.25  # correlation of two drivers
LASTING = 0.95  # share of the unexplained feeling that a customer keeps from answer to answer
DRIVER_CUTS = {  # shares of the ratings 1 to 4
    "delivery": (0.05, 0.09, 0.20, 0.38),
    "app": (0.05, 0.10, 0.23, 0.36),
    "staff": (0.03, 0.06, 0.18, 0.38),
    "price": (0.09, 0.17, 0.31, 0.29),
}
LATE_DELIVERY_RATING = -1.3  # standard deviations
DETRACTOR_SCORES = (0.07, 0.04, 0.06, 0.10, 0.13, 0.24, 0.36)  # 0 to 6
BLANK = -1


@dataclass(frozen=True, slots=True)
class Candidates:
    """Answers by customer and time, as if everyone stayed; BLANK is no answer.

    Attributes:
        origin: day of what the answer is about; the customer must have been there then too.
        group: 1 promoter, 0 passive, -1 detractor, from the score before blanks.
        drivers: ratings 1 to 5, a column a driver in the order of DRIVER_WEIGHTS.
    """

    customer: Ints
    minute: Ints
    origin: Ints
    touchpoint: Ints
    app: Flags
    late: Flags
    nps: Ints
    group: Ints
    csat: Ints
    ces: Ints
    drivers: Ints


def _asked(
    rng: np.random.Generator, people: People, orders: Orders, tickets: Tickets
) -> tuple[Ints, Ints, Ints, Ints, Floats]:
    """Customer, minute, origin, touchpoint and first-reply hours (NaN elsewhere) of each answer."""
    everyone = np.arange(len(people.ids))
    rounds = np.repeat(np.arange(1, 9), len(everyone))
    days = {
        "Onboarding": people.signup + 14,
        "Relationship": np.tile(people.signup, 8) + 91 * rounds,
        "Delivery": orders.minute // DAY + 2,
        "Support": tickets.solved // DAY,
    }
    who = {
        "Onboarding": everyone,
        "Relationship": np.tile(everyone, 8),
        "Delivery": orders.customer,
        "Support": tickets.customer,
    }
    hours = {name: np.full(len(who[name]), np.nan) for name in TOUCHPOINTS}
    hours["Support"] = tickets.reply
    parts = []
    for place, name in enumerate(TOUCHPOINTS):
        size = len(who[name])
        minute = (days[name] + 1 + rng.geometric(0.5, size)) * DAY
        minute = minute + minutes_of_day(rng, HOURS, size)
        keep = (rng.random(size) < RESPONSE[name]) & (minute < CUT)
        origin = tickets.created // DAY if name == "Support" else minute // DAY
        parts.append(
            (
                who[name][keep],
                minute[keep],
                origin[keep],
                np.full(keep.sum(), place),
                hours[name][keep],
            )
        )
    customer, minute, origin, touchpoint, reply = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    order = np.lexsort((minute, customer))
    return customer[order], minute[order], origin[order], touchpoint[order], reply[order]


def _cut(position: Floats, shares: tuple[float, ...]) -> Ints:
    """How many of the cumulative shares each position (0 to 1) has passed."""
    return np.searchsorted(np.cumsum(shares), position, side="right")


def _recommend(place: Floats, promoters: Floats, detractors: Floats) -> tuple[Ints, Ints]:
    """Score 0 to 10 and group at a place (0 to 1) among answers."""
    group = np.where(place >= 1 - promoters, 1, np.where(place < detractors, -1, 0))
    low = _cut(place / detractors, DETRACTOR_SCORES[:-1])
    middle = np.where((place - detractors) / (1 - promoters - detractors) < 0.42, 7, 8)
    high = np.where((place - 1 + promoters) / promoters < 0.5, 9, 10)
    return np.choose(group + 1, [low, middle, high]), group


def _satisfied(place: Floats, top: Floats) -> Ints:
    """CSAT 1 to 5 where `top` is the share of 4 and 5."""
    below = 1 + _cut(place / (1 - top), (0.22, 0.28))
    above = np.where((place - 1 + top) / top < 0.5, 4, 5)
    return np.where(place >= 1 - top, above, below)


def _blanked(rng: np.random.Generator, scores: Ints, share: float) -> Ints:
    return np.where(rng.random(scores.shape) < share, BLANK, scores)


def _late(rng: np.random.Generator, days: Ints) -> Flags:
    share = np.where(days >= day(NEW_COURIER), LATE_SHARE_NEW_COURIER, LATE_SHARE)
    share = np.where(in_peak(days), LATE_SHARE_PEAK, share)
    return rng.random(len(days)) < share


def feelings(rng: np.random.Generator, customer: Ints, customers: int) -> tuple[Floats, Floats]:
    """Driver feelings (a column each) and the overall feeling they lead to, all standard normal."""
    size, weights = len(customer), np.array(list(DRIVER_WEIGHTS.values()))
    halo = rng.standard_normal(customers)[customer]
    attitude = rng.standard_normal(customers)[customer]
    own = rng.standard_normal((size, len(weights)))
    drivers = np.sqrt(HALO) * halo[:, None] + np.sqrt(1 - HALO) * own
    explained = (1 - HALO) * (weights**2).sum() + HALO * weights.sum() ** 2
    rest = np.sqrt(LASTING) * attitude + np.sqrt(1 - LASTING) * rng.standard_normal(size)
    return drivers, drivers @ weights + np.sqrt(1 - explained) * rest


def ratings(drivers: Floats, late: Flags) -> Ints:
    """Driver ratings 1 to 5; a late parcel lowers that of delivery."""
    columns = []
    for place, (name, shares) in enumerate(DRIVER_CUTS_IN_ORDER):
        shift = LATE_DELIVERY_RATING * late if name == "delivery" else 0.0
        columns.append(1 + _cut(ndtr(drivers[:, place] + shift), shares))
    return np.column_stack(columns)


DRIVER_CUTS_IN_ORDER = tuple((name, DRIVER_CUTS[name]) for name in DRIVER_WEIGHTS)


def recommend(feeling: Floats, weak: Flags, support: Flags, late: Flags) -> tuple[Ints, Ints]:
    """NPS score and group, moved by region, touchpoint and a late parcel."""
    shifts = zip(WEAK_REGION_SHIFT, SUPPORT_SHIFT, LATE_SHIFT, strict=True)
    moved = [one * weak + two * support + three * late for one, two, three in shifts]
    return _recommend(ndtr(feeling), PROMOTERS + moved[0], DETRACTORS + moved[1])


def make_candidates(people: People, orders: Orders, tickets: Tickets) -> Candidates:
    """Every answer that would be given if nobody left."""
    rng = stream("survey")
    customer, minute, origin, touchpoint, reply = _asked(rng, people, orders, tickets)
    days, size = minute // DAY, len(customer)
    late = _late(rng, days)
    app = rng.random(size) < 0.38 + 0.17 * days / DAYS
    drivers, feeling = feelings(rng, customer, len(people.ids))
    support = touchpoint == TOUCHPOINTS.index("Support")
    weak = np.array([region == WEAK_REGION for region in people.region])[customer]
    nps, group = recommend(feeling, weak, support, late)
    doublings = np.log2(np.clip(np.where(support, reply, 1.0), 1.0, 64.0))
    top = np.where(support, CSAT_TOP_SUPPORT + CSAT_PER_DOUBLING * doublings, CSAT_TOP)
    pleased = ndtr(0.7 * feeling + np.sqrt(0.51) * rng.standard_normal(size))
    ease = ndtr(0.5 * feeling + np.sqrt(0.75) * rng.standard_normal(size))
    hurt = app & (days >= day(RELEASE))
    ces = 1 + np.where(hurt, _cut(ease, EFFORT_AFTER[:-1]), _cut(ease, EFFORT[:-1]))
    unasked = touchpoint == TOUCHPOINTS.index("Relationship")
    return Candidates(
        customer=customer,
        minute=minute,
        origin=origin,
        touchpoint=touchpoint,
        app=app,
        late=late,
        nps=_blanked(rng, nps, 0.015),
        group=group,
        csat=_blanked(rng, _satisfied(pleased, top + CSAT_LATE * late), 0.02),
        ces=np.where(unasked, BLANK, _blanked(rng, ces, 0.02)),
        drivers=_blanked(rng, ratings(drivers, late), 0.03),
    )
