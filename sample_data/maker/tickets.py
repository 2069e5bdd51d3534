"""What customers ask the service desk, and how fast it answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maker.clock import (
    DAY,
    DAYS,
    Flags,
    Floats,
    Ints,
    day,
    in_peak,
    minutes_of_day,
    stream,
    weekday,
)
from maker.people import People
from maker.truths import (
    BACKLOG_FACTOR,
    BACKLOG_START,
    PEAK_FACTOR,
    RELEASE,
    REOPENED,
    REOPENED_NIGHT,
    REPLY_HOURS,
    REPLY_SIGMA,
    WORK_HOURS,
    WORK_SIGMA,
)

RATE = 0.0027  # tickets a customer a day
HOURS = (2, 1, 1, 1, 1, 2, 3, 5, 8, 10, 10, 9, 8, 9, 9, 8, 7, 7, 6, 7, 8, 7, 5, 3)
CATEGORIES = ("Delivery", "Product", "Billing", "App", "Plan change", "Other")
ORDINARY = (0.34, 0.17, 0.17, 0.09, 0.13, 0.10)
PEAK = (0.50, 0.14, 0.12, 0.07, 0.09, 0.08)
AFTER_RELEASE = (0.29, 0.14, 0.15, 0.22, 0.11, 0.09)
SHARES = (0.45, 0.15, 0.40)  # of the channels in REPLY_HOURS
CUT = DAYS * DAY


@dataclass(frozen=True, slots=True)
class Tickets:
    """Tickets by customer and time, as if everyone stayed; those of leavers are dropped later.

    Attributes:
        reply: hours from creation to the first reply.
        solved: minute; beyond the end of the data where still open.
    """

    customer: Ints
    created: Ints
    reply: Floats
    solved: Ints
    channel: list[str]
    category: list[str]
    night: Flags
    reopened: Flags

    @property
    def replied(self) -> Ints:
        """Minute of the first reply."""
        minutes: Ints = np.maximum(np.rint(self.reply * 60), 1).astype(np.int64)
        return self.created + minutes


def _created(rng: np.random.Generator, people: People) -> tuple[Ints, Ints]:
    days = np.arange(DAYS)
    pace = RATE * np.array((1.25, 1.1, 1.0, 1.0, 1.0, 0.8, 0.75))[weekday(days)]
    pace *= np.where(in_peak(days), 1.6, 1.0) * np.where(days >= day(BACKLOG_START), 1.25, 1.0)
    hit = rng.random((len(people.ids), DAYS)) < pace
    customer, created = np.nonzero(hit & (days > people.signup[:, None]))
    return customer.astype(np.int64), created.astype(np.int64)


def _categories(rng: np.random.Generator, days: Ints) -> list[str]:
    edges = np.cumsum(np.array((ORDINARY, PEAK, AFTER_RELEASE)), axis=1)
    season = np.where(in_peak(days), 1, np.where(days >= day(RELEASE), 2, 0))
    chosen = (rng.random(len(days))[:, None] > edges[season][:, :-1]).sum(axis=1)
    return [CATEGORIES[i] for i in chosen]


def make_tickets(people: People) -> Tickets:
    """Everything that would be asked if nobody left."""
    rng = stream("tickets")
    customer, days = _created(rng, people)
    size = len(customer)
    created = days * DAY + minutes_of_day(rng, HOURS, size)
    order = np.lexsort((created, customer))
    customer, created, days = customer[order], created[order], days[order]
    way = rng.choice(len(SHARES), size=size, p=SHARES)
    factor = np.where(in_peak(days) & (days > 365), PEAK_FACTOR, 1.0)
    factor = np.where(days >= day(BACKLOG_START), BACKLOG_FACTOR, factor)
    usual = np.array(list(REPLY_HOURS.values()))[way]
    reply = factor * usual * np.exp(REPLY_SIGMA * rng.standard_normal(size))
    work = factor * WORK_HOURS * np.exp(WORK_SIGMA * rng.standard_normal(size))
    hour = created % DAY // 60
    night = (hour >= 21) | (hour < 7)
    return Tickets(
        customer=customer,
        created=created,
        reply=reply,
        solved=created + np.maximum(np.rint((reply + work) * 60), 2).astype(int),
        channel=[list(REPLY_HOURS)[i] for i in way],
        category=_categories(rng, days),
        night=night,
        reopened=rng.random(size) < np.where(night, REOPENED_NIGHT, REOPENED),
    )
