"""How sure the value of customers is: models refitted to customers drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption, Cancelled
from cxlib.models.customer_value import ValueEstimate, horizon_weights
from cxlib.models.parameter_draws import Fitted, Parameters
from cxlib.models.tuples import age_pairs
from cxlib.models.value_draws import (
    Found,
    Rows,
    group_values,
    limits,
    row_limits,
    top_tenth,
    tuple_limits,
)
from cxlib.stats.purchases import Histories, Real, Whole

LARGE = 20_000
"""Customers from which parameters are drawn instead of refitted, where they are well known."""
ENOUGH = 100
"""Draws of parameters that say as much as twice as many refits: they are evenly spread."""
ROUGH = 14.0
"""Accuracy of the predictions of a refit, e^-14: far below what separates two refits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """How an interval is drawn.

    Attributes:
        level: confidence level, a fraction strictly between 0 and 1.
        refits: number of refits; where parameters are drawn instead, a hundred draws at most.
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
        refits: number of refits, or of draws, behind the limits.
        drawn: whether parameters were drawn from their normal distribution instead of refitted.
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
    drawn: bool = False


def value_interval(
    value: ValueEstimate,
    histories: Histories,
    *,
    groups: Whole | None = None,
    each: bool = True,
    draws: Draws | None = None,
) -> ValueInterval:
    """Limits of the value of these customers, in total, by group and one by one.

    As many customers as there are, drawn with replacement, are fitted again with both models, and
    the customers at hand are valued by each refit; the limits are percentiles of these values.
    From 20,000 customers on, where all parameters are known well, refits differ as draws from
    the normal distribution with the sandwich covariance of both models together do; these are
    taken then, for they cost no fit.

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
        Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentiles);
        White, Econometrica 50(1), 1982, theorem 3.2 (sandwich covariance).
    """
    draws = draws or Draws()
    rows = Rows.of(value, histories)
    with threadpool_limits(1, "blas"):
        found, drawn = _found(value, rows, draws, each=each)
    tail = (1 - draws.level) / 2
    there = limits(found.there, np.array(_share_alive(value)), tail)
    bought = limits(found.purchases, np.array(value.total_purchases), tail)
    worth = _worth(found, rows, value, groups, tail)
    shown = each and value.clv is not None
    low, high = _each(found, rows, value, tail) if shown else (None, None)
    return ValueInterval(
        purchases_low=float(bought[0]),
        purchases_high=float(bought[1]),
        **worth._asdict(),
        alive_low=float(there[0]),
        alive_high=float(there[1]),
        low=low,
        high=high,
        p_alive=tuple_limits(found.alive, rows.place, value.p_alive, tail),
        purchases=tuple_limits(found.ahead, rows.place, value.purchases, tail),
        top_tenth=top_tenth(found, rows, value, tail) if shown else None,
        level=draws.level,
        refits=found.base.size,
        drawn=drawn,
    )


def _each(
    found: Found, rows: Rows, value: ValueEstimate, tail: float
) -> tuple[Real | None, Real | None]:
    """Limits of the value of a customer with each history."""
    if value.clv is None:
        return None, None
    low, high = row_limits(found, rows, rows.alike(), value.clv, tail)
    return low, high


class _Worth(NamedTuple):
    """Limits of values in total and by group; None without a spend model."""

    total_low: float | None = None
    total_high: float | None = None
    group_low: Real | None = None
    group_high: Real | None = None


def _worth(
    found: Found, rows: Rows, value: ValueEstimate, groups: Whole | None, tail: float
) -> _Worth:
    if value.clv is None:
        return _Worth()
    group = np.zeros(value.n.size, np.intp) if groups is None else groups.astype(np.intp)
    worth = group_values(found, rows, group)
    estimates = np.asarray(np.bincount(group, value.n * value.clv), float)
    by_group = limits(worth, estimates, tail)
    total = limits(worth.sum(axis=1)[:, None], estimates.sum(keepdims=True), tail)[:, 0]
    return _Worth(float(total[0]), float(total[1]), by_group[0], by_group[1])


def _share_alive(value: ValueEstimate) -> float:
    return float(value.n @ value.p_alive / value.n.sum())


def _found(value: ValueEstimate, rows: Rows, draws: Draws, *, each: bool) -> tuple[Found, bool]:
    """The customers valued by each refit, or draw, and whether parameters were drawn."""
    fitted, rng = Fitted.of(value, rows), np.random.default_rng(draws.seed)
    if value.customers >= LARGE:
        fewer = replace(draws, refits=min(draws.refits, ENOUGH))
        normal = fitted.normal(rng, fewer.refits)
        if normal is not None:
            return _valued(value, rows, normal, fewer, each=each), True
    return _valued(value, rows, fitted.refitted(rng), draws, each=each), False


def _valued(
    value: ValueEstimate, rows: Rows, sources: Iterator[Parameters], draws: Draws, *, each: bool
) -> Found:
    """Value a customer with each tuple by each set of parameters."""
    tuples, process = rows.tuples, value.fit.process
    likelihood = process.likelihood(tuples)
    x, end, pair = age_pairs(tuples)
    xs, ages = tuples.xs[x], tuples.times[end]
    times, weights = horizon_weights(value.horizon, value.discount, value.fit.unit_days)
    found = Found.empty(draws.refits, tuples.x.size, each=each)
    for turn in range(draws.refits):
        if draws.cancelled is not None and draws.cancelled():
            raise Cancelled("The interval was stopped.")
        drawn = next(sources)
        ahead = process.future(drawn.theta, xs, ages, times, weights, sharp=ROUGH)[pair]
        alive = likelihood.alive(drawn.theta)
        ahead *= alive[:, None]
        found.there[turn] = tuples.n @ alive / tuples.n.sum()
        found.purchases[turn] = tuples.n @ ahead[:, 0]
        if found.alive is not None and found.ahead is not None:
            found.alive[turn], found.ahead[turn] = alive, ahead[:, 0]
        if drawn.spend is not None:
            amount, found.base[turn] = drawn.amounts(tuples.xs)
            found.unit[turn] = value.margin * ahead[:, 1] * amount[tuples.x]
        if draws.progress is not None:
            draws.progress((turn + 1) / draws.refits)
    return found
