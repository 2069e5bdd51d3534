"""P(alive) and expected purchases for every kind of history, and for one customer over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from cxlib.errors import NotEnoughData
from cxlib.models.purchase_model import PurchaseFit, expected_purchases, p_alive
from cxlib.stats.purchases import Histories, Real, Whole

STEPS = 12
MOST_POINTS = 400


@dataclass(frozen=True, slots=True, eq=False)
class HistoryMatrix:
    """What a model says of customers who have been watched for the same time.

    Attributes:
        age: how long they have been watched, in units of the fit.
        frequency: repeat purchases, shape (f,).
        silence: units since the last purchase, shape (s,).
        p_alive: probability of still being a customer, shape (s, f); nan where such a history
            cannot be: no purchase after the first, but a shorter silence than the age, or more
            purchases than whole units.
        purchases: expected purchases in the horizon, shape (s, f); nan likewise.
        n: customers of the data nearest to each cell, shape (s, f); all ages together.
    """

    age: float
    frequency: Whole
    silence: Real
    p_alive: Real
    purchases: Real
    n: Whole


def history_matrix(
    fit: PurchaseFit, histories: Histories, *, horizon: float, most: int = 12
) -> HistoryMatrix:
    """P(alive) and expected purchases by frequency and silence.

    Args:
        fit: a fitted model.
        histories: those it was fitted on, shape (k,), in days; for BG/BB in whole units.
        horizon: units ahead, above 0; whole for BG/BB.
        most: highest frequency shown.
    """
    age = int(histories.age.max(initial=0))
    top = int(min(most, max(1, histories.frequency.max(initial=1))))
    frequency = np.arange(top + 1)
    silence = np.unique(np.linspace(0, age, STEPS + 1).round().astype(np.int64))
    grid_x, grid_s = np.meshgrid(frequency, silence)
    recency = np.where(grid_x == 0, 0, age - grid_s).ravel()
    possible = np.minimum(grid_x.ravel(), recency) if fit.process.whole_units else grid_x.ravel()
    cells = Histories(
        frequency=possible.astype(np.int64),
        recency=recency.astype(np.int64),
        age=np.full(recency.size, age, np.int64),
        spend=np.zeros(recency.size, np.int64),
        n=np.ones(recency.size, np.int64),
    )
    # Without a repeat purchase the silence is the age; with x of them, the last came at least x
    # units after the first where one counts a unit, and at some time after it otherwise.
    earliest = grid_x if fit.process.whole_units else np.ones_like(grid_x)
    there = np.where(grid_x == 0, grid_s == age, age - grid_s >= earliest)
    shape = grid_x.shape
    alive = np.where(there, p_alive(fit, cells).reshape(shape), np.nan)
    bought = np.where(there, expected_purchases(fit, cells, horizon).reshape(shape), np.nan)
    return HistoryMatrix(
        age=age / fit.history_unit,
        frequency=frequency,
        silence=silence / fit.history_unit,
        p_alive=alive,
        purchases=bought,
        n=_nearest(histories, frequency, silence),
    )


def _nearest(histories: Histories, frequency: Whole, silence: Whole) -> Whole:
    """Customers by the cell nearest to their history; frequencies above the last are in it."""
    quiet = histories.age - histories.recency
    row = np.abs(quiet[:, None] - silence[None, :]).argmin(axis=1)
    column = np.minimum(histories.frequency, frequency[-1])
    counts = np.zeros((silence.size, frequency.size), np.int64)
    np.add.at(counts, (row, column), histories.n)
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class AliveOverTime:
    """One customer: P(alive) on days from the first purchase to the end of the data.

    Attributes:
        days: days after the first purchase, ascending, shape (k,).
        p_alive: probability of still being a customer on each, shape (k,).
        purchases: days after the first purchase with a purchase, shape (p,); the first is 0.
        first: the day of the first purchase.
    """

    days: Whole
    p_alive: Real
    purchases: Whole
    first: date

    def day(self, place: int) -> date:
        """The calendar day of a point."""
        return self.first + timedelta(int(self.days[place]))


def alive_over_time(fit: PurchaseFit, bought: Sequence[date], *, end: date) -> AliveOverTime:
    """How P(alive) of one customer fell in each silence and rose with each purchase.

    A model that counts whole units is asked at the end of each of them.

    Args:
        fit: a fitted model.
        bought: days with a purchase, in any order; later ones than `end` do not count.
        end: last day of the observation.

    Raises:
        NotEnoughData: the customer did not buy by `end`.
    """
    known = sorted({day for day in bought if day <= end})
    if not known:
        raise NotEnoughData("A customer's history", have=0, need=1, unit="purchase", hint="")
    first = known[0]
    marks = np.array([(day - first).days for day in known], np.int64)
    last = (end - first).days
    if fit.process.whole_units:
        days, cells = _unit_by_unit(marks, last, fit.unit_days)
        return AliveOverTime(days, p_alive(fit, cells), marks, first)
    spread = np.linspace(0, last, min(last + 1, MOST_POINTS)).round().astype(np.int64)
    # The day before a purchase shows how far the probability had fallen.
    days = np.unique(np.concatenate([spread, marks, np.maximum(marks - 1, 0)]))
    seen = np.searchsorted(marks, days, side="right")
    count = days.size
    cells = Histories(
        frequency=(seen - 1).astype(np.int64),
        recency=marks[seen - 1],
        age=days,
        spend=np.zeros(count, np.int64),
        n=np.ones(count, np.int64),
    )
    return AliveOverTime(days, p_alive(fit, cells), marks, first)


def _unit_by_unit(marks: Whole, last: int, unit_days: float) -> tuple[Whole, Histories]:
    """The ends of the whole units, as days after the first purchase, and the histories by then."""
    age = np.arange(int(last / unit_days) + 1)
    bought = np.unique(np.ceil(marks[1:] / unit_days).astype(np.int64))
    seen = np.searchsorted(bought, age, side="right")
    units = np.concatenate([[0], bought])
    cells = Histories(
        frequency=seen.astype(np.int64),
        recency=units[seen],
        age=age,
        spend=np.zeros(age.size, np.int64),
        n=np.ones(age.size, np.int64),
    )
    return np.floor(age * unit_days).astype(np.int64), cells
