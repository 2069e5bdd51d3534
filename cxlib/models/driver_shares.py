"""Shares of what drivers explain in a sample, and the same of samples drawn anew."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cxlib.models.importance import (
    EXACT,
    TINY,
    Orders,
    lmg,
    relative_weights,
    sampled_lmg,
    square_of,
)
from cxlib.models.logistic_importance import affordable, mcfadden_shares
from cxlib.stats.cross_products import CrossProducts

Real = NDArray[np.float64]
Whole = NDArray[np.int64]
Method = Literal["lmg", "relative-weights"]

DRAWS, DRAWS_MANY = 500, 200
"""Samples drawn for the intervals; fewer where there are many drivers."""
DRAWN_ORDERS = 200
MANY = 10_000
"""Cells beyond which their sums are drawn as a whole."""


def shares_of(correlations: Real, method: Method, *, seed: int = 1) -> Real:
    """Each driver's share of variance in one sample, shape (k,).

    Args:
        correlations: of the outcome (first) and the drivers, shape (1, k + 1, k + 1).
        method: "lmg", with sampled orders beyond twelve drivers, or "relative-weights".
        seed: of the orders.
    """
    drivers_n = correlations.shape[-1] - 1
    if method == "relative-weights":
        found = relative_weights(correlations)
    elif drivers_n <= EXACT:
        found = lmg(correlations)
    else:
        found = sampled_lmg(correlations, Orders.drawn(drivers_n, seed=seed))
    one: Real = found[0]
    return one


def linear_shares(
    products: CrossProducts, correlations: Real, method: Method, seed: int
) -> tuple[Real, Real]:
    """Shares of variance, and those of samples drawn anew."""
    drivers_n = len(products.names) - 1
    draws = DRAWS if drivers_n <= 10 else DRAWS_MANY
    anew = _drawn_correlations(products, draws, seed)
    parts = shares_of(correlations, method, seed=seed)
    if method == "relative-weights":
        return parts, relative_weights(anew)
    if drivers_n <= EXACT:
        steps = range(0, draws, 50)
        return parts, np.concatenate([lmg(anew[start : start + 50]) for start in steps])
    orders = Orders.drawn(drivers_n, seed=seed)
    few = Orders(orders.places[:: len(orders.places) // DRAWN_ORDERS])
    # The same few orders for all draws: what they misjudge is taken off.
    misjudged = sampled_lmg(correlations, few)[0] - parts
    return parts, np.clip(sampled_lmg(anew, few) - misjudged, 0.0, None)


def logistic_shares(products: CrossProducts, seed: int) -> tuple[Real, Real, Real]:
    """Shares of deviance, those of samples drawn anew, and the slopes."""
    if products.values is None:
        raise ValueError("A logistic regression needs the combinations of answers.")
    rows, inverse = np.unique(products.values, axis=0, return_inverse=True)
    which = inverse.astype(np.int64)
    weights = np.bincount(which, products.weights, len(rows)).astype(float)
    outcome = (rows[:, 0] == rows[:, 0].max()).astype(float)
    counts = _drawn_counts(products, which, len(rows), seed)
    return mcfadden_shares(rows[:, 1:].astype(float), outcome, weights, counts)


def explained_by_odds(products: CrossProducts, method: Method) -> bool:
    """Whether a logistic regression on every subset of the drivers can be had."""
    if method != "lmg" or products.values is None:
        return False
    return affordable(len(products.values), len(products.names) - 1)


def two_valued(products: CrossProducts) -> bool:
    """Whether the outcome has two values."""
    if products.values is None:
        return products.outcomes == 2
    return len(np.unique(products.values[:, 0])) == 2


def correlations_of(moments: Real) -> Real:
    """Correlations from sums of products of (1, columns); 0 for a column that never varies."""
    weight = np.maximum(moments[:, 0, 0], TINY)
    means = moments[:, 0, 1:] / weight[:, None]
    among = moments[:, 1:, 1:] / weight[:, None, None] - means[:, :, None] * means[:, None, :]
    spread = np.sqrt(np.clip(np.einsum("sii->si", among), 0, None))
    scale = np.where(spread > 0, spread, np.inf)
    found: Real = among / scale[:, :, None] / scale[:, None, :]
    size = range(found.shape[1])
    found[:, size, size] = 1.0
    return found


def _drawn_correlations(products: CrossProducts, draws: int, seed: int) -> Real:
    """Correlations of samples drawn anew: each row counts a Poisson number of times.

    Where customers answered several times, each group of customers does, with all its rows. Sums
    over very many cells are drawn from the normal distribution that they then follow.
    """
    draw = np.random.default_rng(seed)
    size = len(products.names) + 1
    sums, times = products.units
    if len(times) > MANY:
        spread = sums.T @ (sums / times[:, None])
        values, vectors = np.linalg.eigh(spread)
        root = vectors * np.sqrt(np.clip(values, 0, None))
        noise = draw.standard_normal((draws, len(values))) @ root.T
        return correlations_of(square_of(sums.sum(axis=0) + noise, size))
    weights = draw.poisson(times, (draws, len(times))) / times
    return correlations_of(square_of(weights @ sums, size))


def _drawn_counts(products: CrossProducts, which: Whole, rows: int, seed: int) -> Real:
    """What each combination of answers weighs in samples drawn anew, shape (draws, rows)."""
    draw = np.random.default_rng(seed)
    if products.party is None:
        drawn = draw.poisson(products.times, (DRAWS_MANY, rows))
        return drawn * (products.weights / products.times)
    groups, party = np.unique(products.party, return_inverse=True)
    shared = np.zeros((len(groups), rows))
    np.add.at(shared, (party, which), products.weights)
    found: Real = draw.poisson(1.0, (DRAWS_MANY, len(groups))) @ shared
    return found
