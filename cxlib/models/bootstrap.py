"""How sure the value of customers is: models refitted to customers drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption, Cancelled
from cxlib.models.concentration import top_share
from cxlib.models.customer_value import ValueEstimate, horizon_weights
from cxlib.models.gamma_gamma import LOWEST_Q, SpendFit, SpendLikelihood, paid_rows, unknown_mean
from cxlib.models.percentiles import percentiles
from cxlib.models.refits import Refit
from cxlib.models.tuples import Places, Tuples, age_pairs, distinct_tuples
from cxlib.stats.purchases import MONEY, Histories, Real, Whole

CHUNK = 10_000
ROUGH = 14.0
"""Accuracy of the predictions of a refit, e^-14: far below what separates two refits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """How an interval is drawn.

    Attributes:
        level: confidence level, a fraction strictly between 0 and 1.
        refits: number of refits.
        seed: of the random numbers; the same seed gives the same interval.
        progress: told the share that is done, from 0 to 1.
        cancelled: asked before each refit whether to stop.

    Raises:
        BadOption: the level or the number of refits is out of range.
    """

    level: float = 0.95
    refits: int = 200
    seed: int = 1
    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def __post_init__(self) -> None:
        if not 0 < self.level < 1:
            raise BadOption(f"The level is {self.level:g}; it has to lie between 0 and 1.")
        if self.refits < 1:
            raise BadOption(f"There are {self.refits} refits; it takes at least 1.")


@dataclass(frozen=True, slots=True, eq=False)
class ValueInterval:
    """Limits of a value estimate, widened where needed so that they contain the estimate.

    Attributes:
        purchases_low: lower limit of the purchases of all customers together.
        purchases_high: upper limit.
        total_low: lower limit of the value of all customers together; None without a spend model.
        total_high: upper limit.
        group_low: lower limits of the value of the groups, shape (groups,), one group without
            `groups`; None without a spend model.
        group_high: upper limits.
        low: lower limit of the value of a customer with each history, shape (k,); None if not
            asked for, or without a spend model.
        high: upper limits.
        level: confidence level.
        refits: number of refits behind the limits.
    """

    purchases_low: float
    purchases_high: float
    total_low: float | None
    total_high: float | None
    group_low: Real | None
    group_high: Real | None
    alive_low: float
    alive_high: float
    low: Real | None
    high: Real | None
    p_alive: Real | None
    purchases: Real | None
    top_tenth: tuple[float, float] | None
    level: float
    refits: int


def value_interval(
    value: ValueEstimate,
    histories: Histories,
    *,
    groups: Whole | None = None,
    each: bool = True,
    draws: Draws | None = None,
) -> ValueInterval:
    """Bootstrap limits of the value of these customers, in total, by group and one by one.

    As many customers as there are, drawn with replacement, are fitted again with both models, and
    the customers at hand are valued by each refit; the limits are percentiles of these values.

    They cover what is not known of the parameters, because the models saw a finite number of
    customers. They do not cover chance in what these customers will do (what one customer buys
    varies far more than the limits of its expectation), nor a wrong model, nor a future unlike
    the past: for these look at the holdout.

    Args:
        value: the estimate, with its models and its horizon, discount and margin.
        histories: those it was made of, shape (k,).
        groups: number of the group of each history, from 0 on, shape (k,).
        each: whether to give limits for each history, and for the share of the top tenth.
        draws: level, number of refits, seed, progress and cancelling; by default 200 at 95 %.

    Raises:
        Cancelled: `draws.cancelled` said so.

    Source:
        Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentiles).
    """
    draws = draws or Draws()
    rows = _Rows.of(value, histories)
    with threadpool_limits(1, "blas"):
        found = _refit(value, rows, draws, each=each)
    tail = (1 - draws.level) / 2
    there = _limits(found.there, np.array(_share_alive(value)), tail)
    bought = _limits(found.purchases, np.array(value.total_purchases), tail)
    group = np.zeros(value.n.size, np.intp) if groups is None else groups.astype(np.intp)
    worth = _worth(found, rows, value, group, tail)
    limited = None if value.clv is None or not each else _row_limits(found, rows, value.clv, tail)
    return ValueInterval(
        purchases_low=float(bought[0]),
        purchases_high=float(bought[1]),
        **worth._asdict(),
        alive_low=float(there[0]),
        alive_high=float(there[1]),
        low=None if limited is None else limited[0],
        high=None if limited is None else limited[1],
        p_alive=_tuple_limits(found.alive, rows.place, value.p_alive, tail),
        purchases=_tuple_limits(found.ahead, rows.place, value.purchases, tail),
        top_tenth=_top_tenth(found, rows, value, tail) if each else None,
        level=draws.level,
        refits=draws.refits,
    )


class _Worth(NamedTuple):
    """Limits of values in total and by group; None without a spend model."""

    total_low: float | None = None
    total_high: float | None = None
    group_low: Real | None = None
    group_high: Real | None = None


def _worth(found: _Found, rows: _Rows, value: ValueEstimate, group: Places, tail: float) -> _Worth:
    if value.clv is None:
        return _Worth()
    worth = _group_values(found, rows, group, value.n)
    estimates = np.asarray(np.bincount(group, value.n * value.clv), float)
    by_group = _limits(worth, estimates, tail)
    total = _limits(worth.sum(axis=1)[:, None], estimates.sum(keepdims=True), tail)[:, 0]
    return _Worth(float(total[0]), float(total[1]), by_group[0], by_group[1])


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Histories as tuples with amounts, and the place of every single customer among them."""

    tuples: Tuples
    place: Places
    spent: Real
    paid: Places
    customer: Places

    @classmethod
    def of(cls, value: ValueEstimate, histories: Histories) -> _Rows:
        tuples, place = distinct_tuples(histories, value.fit.history_unit)
        spent = np.where(histories.frequency > 0, np.maximum(histories.spend, 0) / MONEY, 0.0)
        customer = np.repeat(np.arange(histories.n.size), histories.n)
        return cls(tuples, place, spent, paid_rows(histories), customer)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Refits: the value of a customer with tuple k who spent s is unit[k] (base + s).

    Attributes:
        there: mean P(alive) of all customers, shape (refits,).
        purchases: of all customers together, shape (refits,).
        unit: shape (refits, K), in single precision to halve the memory.
        base: shape (refits,).
        alive: P(alive) of each tuple, shape (refits, K); None where nobody asks for it.
        ahead: purchases of each tuple, likewise.
    """

    there: Real
    purchases: Real
    unit: NDArray[np.float32]
    base: Real
    alive: NDArray[np.float32] | None
    ahead: NDArray[np.float32] | None


def _share_alive(value: ValueEstimate) -> float:
    return float(value.n @ value.p_alive / value.n.sum())


def _refit(value: ValueEstimate, rows: _Rows, draws: Draws, *, each: bool) -> _Found:
    """Fit both models to customers drawn anew, and value a customer with each tuple."""
    tuples, fit = rows.tuples, value.fit
    likelihood = fit.process.likelihood(tuples)
    buy = Refit.of(likelihood.value, fit.theta, tuples.n)
    spend = None if value.spend_fit is None else _SpendRefit.of(value.spend_fit, rows, value.n)
    x, end, pair = age_pairs(tuples)
    xs, ages = tuples.xs[x], tuples.times[end]
    times, weights = horizon_weights(value.horizon, value.discount, fit.unit_days)
    shape = (draws.refits, tuples.x.size)
    found = _Found(
        np.empty(draws.refits),
        np.empty(draws.refits),
        np.empty(shape, np.float32),
        np.ones(draws.refits),
        np.empty(shape, np.float32) if each else None,
        np.empty(shape, np.float32) if each else None,
    )
    rng = np.random.default_rng(draws.seed)
    for turn in range(draws.refits):
        if draws.cancelled is not None and draws.cancelled():
            raise Cancelled("The interval was stopped.")
        drawn = rows.customer[rng.integers(0, rows.customer.size, rows.customer.size)]
        counts = np.bincount(drawn, minlength=rows.place.size).astype(float)
        theta = buy(np.asarray(np.bincount(rows.place, counts), float))
        ahead = fit.process.future(theta, xs, ages, times, weights, sharp=ROUGH)[pair]
        alive = likelihood.alive(theta)
        ahead *= alive[:, None]
        found.there[turn] = tuples.n @ alive / tuples.n.sum()
        found.purchases[turn] = tuples.n @ ahead[:, 0]
        if found.alive is not None and found.ahead is not None:
            found.alive[turn], found.ahead[turn] = alive, ahead[:, 0]
        if spend is not None:
            amount, found.base[turn] = spend.amounts(counts, tuples.xs)
            found.unit[turn] = value.margin * ahead[:, 1] * amount[tuples.x]
        if draws.progress is not None:
            draws.progress((turn + 1) / draws.refits)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _SpendRefit:
    """The spend model, refitted to the paying ones of the customers drawn."""

    refit: Refit
    paid: Places
    means: Real

    @classmethod
    def of(cls, fit: SpendFit, rows: _Rows, n: Real) -> _SpendRefit:
        paid = rows.paid
        x = rows.tuples.xs[rows.tuples.x[rows.place[paid]]]
        bound = SpendLikelihood.of(x, rows.spent[paid])
        lowest = np.array([-np.inf, LOWEST_Q, -np.inf])
        refit = Refit.of(bound.value, fit.theta, n[paid], low=lowest)
        return cls(refit, paid, rows.spent[paid] / x)

    def amounts(self, counts: Real, xs: Real) -> tuple[Real, float]:
        """What a customer is expected to spend, as amount[x] (base + spent so far)."""
        n = counts[self.paid]
        p, q, v = np.exp(self.refit(n)).tolist()
        typical = float(n @ self.means) / max(float(n.sum()), 1.0)
        known = p / (p * np.maximum(xs, 1) + q - 1)
        return np.where(xs > 0, known, unknown_mean(p, q, v, typical) / v), v


def _group_values(found: _Found, rows: _Rows, group: Places, n: Real) -> Real:
    """Value of each group by each refit, shape (refits, groups)."""
    width = rows.tuples.x.size
    keys, cell = np.unique(group * width + rows.place, return_inverse=True)
    customers, spent = np.bincount(cell, n), np.bincount(cell, n * rows.spent)
    owner, place = keys // width, keys % width
    worth = np.empty((found.base.size, int(group.max()) + 1))
    for turn, base in enumerate(found.base):
        values = found.unit[turn, place] * (base * customers + spent)
        worth[turn] = np.bincount(owner, values, worth.shape[1])
    return worth


def _row_limits(found: _Found, rows: _Rows, estimate: Real, tail: float) -> Real:
    """Limits of each history's value, shape (2, k), a chunk of histories at a time."""
    limits = np.empty((2, estimate.size))
    for begin in range(0, estimate.size, CHUNK):
        part = slice(begin, begin + CHUNK)
        values = found.unit[:, rows.place[part]] * (found.base[:, None] + rows.spent[part])
        limits[:, part] = _limits(values, estimate[part], tail)
    return limits


def _tuple_limits(
    drawn: NDArray[np.float32] | None, place: Places, estimate: Real, tail: float
) -> Real | None:
    """Limits of what depends on a history's tuple alone, shape (2, k)."""
    if drawn is None:
        return None
    found = np.empty((2, drawn.shape[1]))
    for begin in range(0, drawn.shape[1], CHUNK):
        part = slice(begin, begin + CHUNK)
        found[:, part] = percentiles(drawn[:, part], tail)
    low, high = found[:, place]
    return np.stack([np.minimum(low, estimate), np.maximum(high, estimate)])


def _top_tenth(
    found: _Found, rows: _Rows, value: ValueEstimate, tail: float
) -> tuple[float, float] | None:
    """Limits of the share of the value that the most valuable tenth of the customers holds."""
    now = None if value.clv is None else top_share(value.clv, value.n)
    if now is None:
        return None
    held = []
    for turn, base in enumerate(found.base):
        worth = found.unit[turn, rows.place] * (base + rows.spent)
        one = top_share(worth, value.n)
        held.append(now if one is None else one)
    low, high = np.quantile(held, [tail, 1 - tail]).tolist()
    return min(low, now), max(high, now)


def _limits(values: Real, estimate: Real, tail: float) -> Real:
    """Percentiles down the columns of `values`, widened to contain `estimate`; shape (2, ...)."""
    low, high = percentiles(values, tail)
    return np.stack([np.minimum(low, estimate), np.maximum(high, estimate)])
