"""What matters most for an outcome, and how we do on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.models.driver_map import Quadrant, mixed_scales, places_on_scale, quadrant_of
from cxlib.models.driver_notes import map_notes_on, notes_on
from cxlib.models.driver_performance import USUAL, Performance, performances
from cxlib.models.driver_shares import (
    Method,
    correlations_of,
    explained_by_odds,
    linear_shares,
    logistic_shares,
    two_valued,
)
from cxlib.models.importance import EXACT, ORDERS, TINY, Orders, sampling_error, square_of
from cxlib.stats.cross_products import CrossProducts

Real = NDArray[np.float64]
NEEDED = 30
"""Complete answers without which there is no result."""
COLLINEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Driver:
    """One driver's importance and performance.

    Attributes:
        name: its column.
        share: its share of the explained variance, 0 to 1; all shares add up to 1.
        low: lower limit of the share; high: upper limit.
        sign: 1 where more of it goes with more of the outcome, all others equal; else -1.
        vif: variance inflation: 1 where it is uncorrelated with the others.
        performance: its mean, in the unit of the column; performance_low, performance_high:
            limits of the mean.
        place: its mean as a place on its scale, 0 to 1, with place_low and place_high: what the map
            compares where drivers have different scales; None else.
        quadrant: where it lies on the map of importance and performance; "uncertain" where an
            interval crosses a cut line.
    """

    name: str
    share: float
    low: float
    high: float
    sign: int
    vif: float
    performance: float
    performance_low: float
    performance_high: float
    quadrant: Quadrant
    place: float | None = None
    place_low: float | None = None
    place_high: float | None = None


@dataclass(frozen=True, slots=True)
class Drivers:
    """Drivers of an outcome, most important first.

    Attributes:
        outcome: its column.
        drivers: most important first.
        n: complete answers.
        r2: explained share of the outcome's variance (or deviance), 0 to 1.
        measure: what `r2` is: "R2" of a linear regression or "McFadden" of a logistic one.
        method: "lmg" or "relative-weights".
        sampled: number of orders sampled where there are too many drivers for all; None else.
        orders_error: the largest standard error of a share that stems from sampling orders; None
            where all were gone through.
        importance_cut: the share at which importance counts as high, 1 / drivers.
        performance_cut: the mean performance, above which it counts as high; the mean place where
            the drivers have different scales.
        level: confidence level of the limits.
        notes: what to be careful about.
        map_notes: how performance is compared.
    """

    outcome: str
    drivers: tuple[Driver, ...]
    n: int
    r2: float
    measure: Literal["R2", "McFadden"]
    method: Method
    sampled: int | None
    orders_error: float | None
    importance_cut: float
    performance_cut: float
    level: float
    notes: tuple[str, ...]
    map_notes: tuple[str, ...] = ()


def drivers(
    products: CrossProducts,
    *,
    method: Method = "lmg",
    level: float = 0.95,
    scales: Mapping[str, tuple[int, int]] | None = None,
    measured: Mapping[str, Performance] = USUAL,
    seed: int = 1,
) -> Drivers:
    """Shares of the explained variance of an outcome, with intervals, and the performance map.

    The shares say what goes together with the outcome, not what would change it. Limits are
    percentiles over samples drawn anew (Poisson bootstrap), widened to contain the share; a
    customer is drawn with all answers. An outcome with two values is explained by a logistic
    regression, as far as that takes seconds.

    Args:
        products: complete rows of the outcome (first), the drivers, and columns that measure how
            well drivers are done.
        method: "lmg" (average over orders) or "relative-weights".
        level: confidence level, a fraction strictly between 0 and 1.
        scales: lowest and highest score of drivers, by column. Where they differ, performance is
            compared by its place on the scale.
        measured: drivers whose performance is not their mean, and what it is.
        seed: of the random numbers.

    Raises:
        NotEnoughData: fewer than 30 complete answers.
        BadOption: the outcome or a driver never varies, or a driver is a combination of others.

    Source:
        Shares as in `lmg` and `relative_weights`. Intervals: Tonidandel & LeBreton, Journal of
        Business and Psychology 26, 2011; of customers: Field & Welsh, Journal of the Royal
        Statistical Society B 69(3), 2007. Map: Martilla & James, Journal of Marketing 41(1), 1977.
    """
    whole, products = products, products.part(_explaining(products, measured))
    _check(products, method, level)
    weighed = _weighed(products, method, level, seed)
    names, scales = products.names[1:], scales or {}
    means = performances(whole, names, measured, level=level)
    found = _each(names, weighed, means, scales)
    return Drivers(
        outcome=products.names[0],
        drivers=found,
        n=products.n,
        r2=weighed.r2,
        measure="McFadden" if weighed.logistic else "R2",
        method=method,
        sampled=None if weighed.orders_error is None else ORDERS,
        orders_error=weighed.orders_error,
        importance_cut=1 / len(names),
        performance_cut=float(places_on_scale(names, means, scales)[:, 0].mean()),
        level=level,
        notes=_notes(products, found, weighed),
        map_notes=map_notes_on(mixed=mixed_scales(names, scales)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    """Shares of the drivers with their limits, in the order of the columns.

    Attributes:
        shares: of what they explain, shape (k,); limits: lower and upper, shape (2, k).
        signs: directions, shape (k,); inflation: of the variance, shape (k,).
        r2: what all explain together.
        logistic: whether by a logistic regression; linear: whether by a linear one of an outcome
            with two values.
        orders_error: as of `Drivers`.
    """

    shares: Real
    limits: Real
    signs: Real
    inflation: Real
    r2: float
    logistic: bool
    linear: bool
    orders_error: float | None


def _notes(products: CrossProducts, found: Sequence[Driver], weighed: _Weighed) -> tuple[str, ...]:
    return notes_on(
        products,
        {one.name: one.vif for one in found},
        r2=weighed.r2,
        linear=weighed.linear,
        orders_error=weighed.orders_error,
    )


def _weighed(products: CrossProducts, method: Method, level: float, seed: int) -> _Weighed:
    names = products.names[1:]
    moments = square_of(products.cells.sum(axis=0)[None], len(products.names) + 1)
    _check_spread(products, moments[0])
    correlations = correlations_of(moments)
    inverse = _inverse(correlations[0, 1:, 1:], names)
    binary = two_valued(products)
    logistic = binary and explained_by_odds(products, method)
    if logistic:
        parts, drawn, slopes = logistic_shares(products, seed)
    else:
        parts, drawn = linear_shares(products, correlations, method, seed)
        slopes = inverse @ correlations[0, 1:, 0]
    shares, limits = _shares(products.names[0], parts, drawn, level)
    many = method == "lmg" and len(names) > EXACT
    return _Weighed(
        shares=shares,
        limits=limits,
        signs=np.sign(slopes),
        inflation=np.diag(inverse),
        r2=float(parts.sum()),
        logistic=logistic,
        linear=binary and not logistic,
        orders_error=_orders_error(correlations[0], float(parts.sum()), seed) if many else None,
    )


def _orders_error(correlations: Real, whole: float, seed: int) -> float:
    """Largest standard error of a share of the whole."""
    orders = Orders.drawn(len(correlations) - 1, seed=seed)
    return float(sampling_error(correlations, orders).max()) / whole


def _explaining(products: CrossProducts, measured: Mapping[str, Performance]) -> tuple[str, ...]:
    """The outcome and the drivers, without the columns that only measure performance."""
    only = {one.column for one in measured.values()} | {one.of for one in measured.values()}
    return tuple(name for name in products.names if name in measured or name not in only)


def _check(products: CrossProducts, method: str, level: float) -> None:
    z_of(level)
    if method not in get_args(Method):
        raise BadOption(
            f"The method is '{method}'; it has to be one of {', '.join(get_args(Method))}."
        )
    if products.n < NEEDED:
        hint = "Choose fewer drivers or filter less: a row with any gap is left out."
        raise NotEnoughData(
            "Drivers", have=products.n, need=NEEDED, unit="complete answer", hint=hint
        )


def _shares(outcome: str, parts: Real, drawn: Real, level: float) -> tuple[Real, Real]:
    """Shares that add up to 1, and their limits, shape (2, k)."""
    whole = float(parts.sum())
    if whole <= TINY:
        raise BadOption(
            f"None of the drivers goes together with '{outcome}' at all (R2 = 0), so there is "
            "nothing to share out. Choose other drivers."
        )
    return parts / whole, _limits(drawn, parts / whole, level)


def _each(
    names: Sequence[str],
    weighed: _Weighed,
    means: Real,
    scales: Mapping[str, tuple[int, int]],
) -> tuple[Driver, ...]:
    """The drivers with their place on the map, most important first."""
    shares, limits = weighed.shares, weighed.limits
    places = places_on_scale(names, means, scales)
    cut = float(places[:, 0].mean())
    mixed = mixed_scales(names, scales)
    found = [
        Driver(
            name=name,
            share=float(shares[i]),
            low=float(limits[0, i]),
            high=float(limits[1, i]),
            sign=1 if weighed.signs[i] >= 0 else -1,
            vif=float(weighed.inflation[i]),
            performance=float(means[i, 0]),
            performance_low=float(means[i, 1]),
            performance_high=float(means[i, 2]),
            quadrant=quadrant_of(limits[:, i], 1 / len(names), places[i, 1:], cut),
            place=float(places[i, 0]) if mixed else None,
            place_low=float(places[i, 1]) if mixed else None,
            place_high=float(places[i, 2]) if mixed else None,
        )
        for i, name in enumerate(names)
    ]
    return tuple(sorted(found, key=lambda one: -one.share))


def _check_spread(products: CrossProducts, moments: Real) -> None:
    """Refuse columns that never vary."""
    means = moments[0, 1:] / products.weight
    variances = np.diag(moments)[1:] / products.weight - means**2
    scale = np.maximum(np.abs(products.centre), 1.0) ** 2
    still = [
        name
        for name, small in zip(products.names, variances <= 1e-12 * scale, strict=True)
        if small
    ]
    if still:
        raise BadOption(
            f"'{still[0]}' has the same value in all {products.n:,} complete answers, so nothing "
            "can go together with it. Leave it out."
        )


def _inverse(among: Real, names: Sequence[str]) -> Real:
    """Inverse of the drivers' correlations; its diagonal holds the variance inflation."""
    values, vectors = np.linalg.eigh(among)
    if values[0] < COLLINEAR:
        alike = [name for name, part in zip(names, vectors[:, 0], strict=True) if abs(part) > 0.05]
        raise BadOption(
            f"One of these drivers can be computed from the others: {', '.join(alike)}. Leave one "
            "of them out."
        )
    found: Real = (vectors / values) @ vectors.T
    return found


def _limits(drawn: Real, shares: Real, level: float) -> Real:
    """Percentiles of the shares, widened where needed so that they contain the estimates."""
    totals = drawn.sum(axis=1, keepdims=True)
    parts = (drawn / np.where(totals > 0, totals, 1.0))[totals[:, 0] > 0]
    low, high = np.quantile(parts, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return np.array([np.minimum(low, shares), np.maximum(high, shares)])
