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
)
from cxlib.models.logistic_importance import logistic_slopes, mcfadden_shares
from cxlib.stats.cross_products import CrossProducts

Real = NDArray[np.float64]
Method = Literal["lmg", "relative-weights"]

DRAWS, DRAWS_MANY = 500, 200
"""Samples drawn for the intervals; fewer where there are many drivers."""
DRAWN_ORDERS = 200
MANY = 10_000
"""Cells beyond which their sums are drawn as a whole."""


def linear_shares(
    products: CrossProducts, correlations: Real, method: Method, seed: int
) -> tuple[Real, Real]:
    """Shares of variance, and those of samples drawn anew."""
    drivers_n = len(products.names) - 1
    draws = DRAWS if drivers_n <= 10 else DRAWS_MANY
    anew = _drawn_correlations(products, draws, seed)
    if method == "relative-weights":
        return relative_weights(correlations)[0], relative_weights(anew)
    if drivers_n <= EXACT:
        drawn = np.concatenate([lmg(anew[start : start + 50]) for start in range(0, draws, 50)])
        return lmg(correlations)[0], drawn
    orders = Orders.drawn(drivers_n, seed=seed)
    few = Orders(orders.places[:: len(orders.places) // DRAWN_ORDERS])
    parts = sampled_lmg(correlations, orders)[0]
    # The same few orders for all draws: what they misjudge is taken off.
    misjudged = sampled_lmg(correlations, few)[0] - parts
    return parts, np.clip(sampled_lmg(anew, few) - misjudged, 0.0, None)


def logistic_shares(products: CrossProducts, seed: int) -> tuple[Real, Real, Real]:
    """Shares of deviance, those of samples drawn anew, and the slopes."""
    if products.values is None:
        raise ValueError("A logistic regression needs the combinations of answers.")
    outcome = (products.values[:, 0] == products.values[:, 0].max()).astype(float)
    # Scaled to the effective number of answers, so that weights do not feign more of them.
    times = products.weights * (products.n_eff / products.weight)
    shares, drawn = mcfadden_shares(products.values[:, 1:], outcome, times, seed=seed)
    return shares, drawn, logistic_slopes(products.values[:, 1:], outcome, times)


def two_valued(products: CrossProducts) -> bool:
    """Whether the outcome has two values, as far as its combinations of answers are known."""
    return products.values is not None and len(np.unique(products.values[:, 0])) == 2


def square_of(triangles: Real, size: int) -> Real:
    """Symmetric matrices from their upper triangles, shape (samples, size, size)."""
    first, second = np.triu_indices(size)
    found = np.empty((len(triangles), size, size))
    found[:, first, second] = triangles
    found[:, second, first] = triangles
    return found


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

    Sums over very many cells are drawn from the normal distribution that they then follow.
    """
    draw = np.random.default_rng(seed)
    size = len(products.names) + 1
    if len(products.times) > MANY:
        spread = products.cells.T @ (products.cells / products.times[:, None])
        values, vectors = np.linalg.eigh(spread)
        root = vectors * np.sqrt(np.clip(values, 0, None))
        noise = draw.standard_normal((draws, len(values))) @ root.T
        return correlations_of(square_of(products.cells.sum(axis=0) + noise, size))
    weights = draw.poisson(products.times, (draws, len(products.times))) / products.times
    return correlations_of(square_of(weights @ products.cells, size))
