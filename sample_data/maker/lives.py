"""How long customers stay, and why they leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maker.clock import DAY, DAYS, Flags, Floats, Ints, day, stream
from maker.people import People, pick
from maker.survey import Candidates
from maker.truths import (
    GROUP_HAZARD,
    HAZARD_BY_TENURE,
    PLAN_HAZARD,
    PRICE_RISE,
    PRICE_RISE_HAZARD,
    PRICE_RISE_MONTH,
    RETURN_SHARE,
)

FEES = {"Starter": 18.0, "Regular": 29.0, "Family": 45.0, "Office": 95.0}
REASONS = {
    "Too expensive": 0.29,
    "Not using it": 0.27,
    "Payment failed": 0.16,
    "Moved away": 0.12,
    "Service problem": 0.16,
}
UNHAPPY_REASONS = REASONS | {"Service problem": 0.45}
MONTH = 365.25 / 12
NEVER = DAYS + 1


@dataclass(frozen=True, slots=True)
class Lives:
    """Subscriptions by customer and start; `ended` is NEVER where still running.

    Attributes:
        active: whether each customer (row) is subscribed on each day (column).
    """

    customer: Ints
    started: Ints
    ended: Ints
    fee: Floats
    reason: list[str]
    active: Flags


def _tenure_hazard() -> Floats:
    tenure = np.arange(DAYS)
    edges = np.array([edge for edge, _ in HAZARD_BY_TENURE])
    monthly = np.array([rate for _, rate in HAZARD_BY_TENURE])
    return monthly[np.searchsorted(edges, tenure, side="right")] / MONTH


def _price_rise() -> Floats:
    """What the calendar multiplies the hazard by, for each day."""
    days = np.arange(DAYS)
    first, after = (day(date) for date in PRICE_RISE_MONTH)
    return np.where((days >= first) & (days < after), PRICE_RISE_HAZARD, 1.0)


class _Fate:
    """Draws the day a subscription ends."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.tenure = _tenure_hazard()
        self.calendar = _price_rise()

    def end(self, start: int, plan: str, answered: int, group: int) -> int:
        """The last day of a subscription; the first answer counts from the day after it."""
        days = np.arange(start + 1, DAYS)
        hazard = self.tenure[days - start] * self.calendar[days] * PLAN_HAZARD[plan]
        hazard = np.where(days > answered, hazard * GROUP_HAZARD[group], hazard)
        gone = np.flatnonzero(np.cumsum(hazard) > self.rng.exponential())
        return int(days[gone[0]]) if len(gone) else NEVER

    def reason(self, ended: int, group: int) -> str:
        """Why; the price in the share of leavers that the price rise brought."""
        if self.calendar[ended] > 1 and self.rng.random() < 1 - 1 / PRICE_RISE_HAZARD:
            return "Too expensive"
        return pick(self.rng, UNHAPPY_REASONS if group < 0 else REASONS)


def _first_answer(candidates: Candidates, rows: Ints, since: int) -> tuple[int, int]:
    """Day and NPS group of the first scored answer about something since that day."""
    for row in rows:
        if candidates.origin[row] >= since and candidates.nps[row] >= 0:
            return int(candidates.minute[row] // DAY), int(candidates.group[row])
    return NEVER, 0


def make_lives(people: People, candidates: Candidates) -> Lives:
    """Everyone's subscriptions.

    The hazard follows a customer's first answer, so that happy customers stay longer from the
    answer on and not before it.
    """
    rng = stream("lives")
    fate = _Fate(rng)
    edges = np.searchsorted(candidates.customer, np.arange(len(people.ids) + 1))
    found: list[tuple[int, int, int, str]] = []
    for position, start in enumerate(people.signup.tolist()):
        rows = np.arange(edges[position], edges[position + 1])
        answered, group = _first_answer(candidates, rows, start)
        plan = people.plan[position]
        end = fate.end(start, plan, answered, group)
        known = group if answered < end else 0
        found.append((position, start, end, fate.reason(end, known) if end < DAYS else ""))
        back = end + int(rng.integers(45, 200))
        if back < DAYS and rng.random() < RETURN_SHARE:
            if answered >= end:
                answered, group = _first_answer(candidates, rows, back)
            again = fate.end(back, plan, answered, group)
            why = fate.reason(again, group if answered < again else 0) if again < DAYS else ""
            found.append((position, back, again, why))
    return _as_lives(people, found)


def _as_lives(people: People, found: list[tuple[int, int, int, str]]) -> Lives:
    active = np.zeros((len(people.ids), DAYS), dtype=bool)
    rise = day(PRICE_RISE_MONTH[0])
    fees = []
    for position, start, end, _ in found:
        active[position, start:end] = True
        fee = FEES[people.plan[position]]
        fees.append(round(fee * PRICE_RISE, 2) if end > rise else fee)
    return Lives(
        customer=np.array([row[0] for row in found]),
        started=np.array([row[1] for row in found]),
        ended=np.array([row[2] for row in found]),
        fee=np.array(fees),
        reason=[row[3] for row in found],
        active=active,
    )
