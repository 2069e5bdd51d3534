"""Values of customers under many parameters, and their limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.models.concentration import top_share
from cxlib.models.customer_value import ValueEstimate
from cxlib.models.gamma_gamma import paid_rows
from cxlib.models.percentiles import percentiles
from cxlib.models.tuples import Places, Tuples, distinct_tuples
from cxlib.stats.purchases import MONEY, Histories, Real

CHUNK = 10_000
TINY = 1e-300


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Histories as tuples with amounts.

    Attributes:
        tuples: K distinct histories whatever the spend.
        place: of each history among the tuples, shape (k,).
        spent: on repeat days by a customer of each history, in the currency, shape (k,).
        paid: histories that tell what customers spend, ordered by frequency.
        n: customers with each history, shape (k,).
    """

    tuples: Tuples
    place: Places
    spent: Real
    paid: Places
    n: Real

    @classmethod
    def of(cls, value: ValueEstimate, histories: Histories) -> Rows:
        """Index the histories that an estimate was made of."""
        tuples, place = distinct_tuples(histories, value.fit.history_unit)
        spent = np.where(histories.frequency > 0, np.maximum(histories.spend, 0) / MONEY, 0.0)
        return cls(tuples, place, spent, paid_rows(histories), value.n)

    def alike(self) -> tuple[Places, Places]:
        """One history for each tuple and spend, and the place of each history among those."""
        _, number = np.unique(self.spent, return_inverse=True)
        keys = self.place * (int(number.max(initial=0)) + 1) + number
        _, first, back = np.unique(keys, return_index=True, return_inverse=True)
        return first, back


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Draws: the value of a customer with tuple k who spent s is unit[k] (base + s).

    Attributes:
        there: mean P(alive) of all customers, shape (draws,).
        purchases: of all customers together, shape (draws,).
        unit: shape (draws, K), in single precision to halve the memory.
        base: shape (draws,).
        alive: P(alive) of each tuple, shape (draws, K); None where nobody asks for it.
        ahead: purchases of each tuple, likewise.
    """

    there: Real
    purchases: Real
    unit: NDArray[np.float32]
    base: Real
    alive: NDArray[np.float32] | None
    ahead: NDArray[np.float32] | None

    @classmethod
    def empty(cls, draws: int, tuples: int, *, each: bool) -> Found:
        """Room for so many draws."""
        return cls(
            np.empty(draws),
            np.empty(draws),
            np.empty((draws, tuples), np.float32),
            np.ones(draws),
            np.empty((draws, tuples), np.float32) if each else None,
            np.empty((draws, tuples), np.float32) if each else None,
        )


def group_values(found: Found, rows: Rows, group: Places) -> Real:
    """Value of each group by each draw, shape (draws, groups)."""
    width = rows.tuples.x.size
    keys, cell = np.unique(group * width + rows.place, return_inverse=True)
    customers, spent = np.bincount(cell, rows.n), np.bincount(cell, rows.n * rows.spent)
    owner, place = keys // width, keys % width
    worth = np.empty((found.base.size, int(group.max()) + 1))
    for turn, base in enumerate(found.base):
        values = found.unit[turn, place] * (base * customers + spent)
        worth[turn] = np.bincount(owner, values, worth.shape[1])
    return worth


def row_limits(
    found: Found, rows: Rows, alike: tuple[Places, Places], estimate: Real, tail: float
) -> Real:
    """Limits of each history's value, shape (2, k); those that are alike are looked at once."""
    first, back = alike
    edges = np.empty((2, first.size))
    for begin in range(0, first.size, CHUNK):
        part = first[begin : begin + CHUNK]
        spent = (found.base[:, None] + rows.spent[part]).astype(np.float32)
        edges[:, begin : begin + CHUNK] = percentiles(found.unit[:, rows.place[part]] * spent, tail)
    return around(edges[:, back], estimate)


def tuple_limits(
    drawn: NDArray[np.float32] | None, place: Places, estimate: Real, tail: float
) -> Real | None:
    """Limits of what depends on a history's tuple alone, shape (2, k)."""
    if drawn is None:
        return None
    found = np.empty((2, drawn.shape[1]))
    for begin in range(0, drawn.shape[1], CHUNK):
        part = slice(begin, begin + CHUNK)
        found[:, part] = percentiles(drawn[:, part], tail)
    return around(found[:, place], estimate)


def top_tenth(
    found: Found, rows: Rows, value: ValueEstimate, tail: float
) -> tuple[float, float] | None:
    """Limits of the share of the value that the most valuable tenth of the customers holds.

    The tenth is that of the estimate. No other tenth holds more there, so that a small change of
    the parameters moves its share as much as that of the tenth of the draw itself.

    Source:
        Milgrom and Segal, Econometrica 70(2), 2002, theorem 1 (envelope theorem).
    """
    now = None if value.clv is None else top_share(value.clv, value.n)
    if now is None or value.clv is None:
        return None
    order = np.argsort(-value.clv, kind="stable")
    before = np.cumsum(value.n[order]) - value.n[order]
    top = np.zeros(value.n.size)
    top[order] = np.clip(value.n.sum() / 10 - before, 0, value.n[order])
    held = _worth(found, rows, top) / np.maximum(_worth(found, rows, value.n), TINY)
    low, high = percentiles(held[:, None], tail)
    return min(float(low[0]), now), max(float(high[0]), now)


def _worth(found: Found, rows: Rows, n: Real) -> Real:
    """Value of `n` customers with each history together by each draw, shape (draws,)."""
    size = rows.tuples.x.size
    weights = [np.bincount(rows.place, part, size) for part in (n, n * rows.spent)]
    customers, spent = (found.unit @ np.stack(weights, axis=1).astype(np.float32)).astype(float).T
    return np.asarray(found.base * customers + spent, float)


def limits(values: Real, estimate: Real, tail: float) -> Real:
    """Percentiles down the columns of `values`, widened to contain `estimate`; shape (2, ...)."""
    return around(np.stack(percentiles(values, tail)), estimate)


def around(found: Real, estimate: Real) -> Real:
    """Limits of shape (2, ...), widened to contain `estimate`."""
    return np.stack([np.minimum(found[0], estimate), np.maximum(found[1], estimate)])
