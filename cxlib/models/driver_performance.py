"""How well a driver is done: a mean answer or a share, with limits that respect customers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.normal import t_of
from cxlib.models.importance import square_of
from cxlib.stats.cross_products import CrossProducts

Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Performance:
    """What a driver's performance is measured by, where it is not its own mean.

    Attributes:
        column: a column of 0 and 1 among the cross-products: 1 where it is done well.
        of: a column of 0 and 1: the rows that count; None for all rows.
    """

    column: str
    of: str | None = None


USUAL: Mapping[str, Performance] = {}


def performances(
    products: CrossProducts,
    names: Sequence[str],
    measured: Mapping[str, Performance] = USUAL,
    *,
    level: float = 0.95,
) -> Real:
    """Performance of each driver with its limits.

    It is a mean, or a share of the rows that count (a ratio of two sums), with Student's limits.
    Where customers answered several times, the groups of customers are the sample.

    Args:
        products: the drivers and the columns that measure them.
        names: the drivers.
        measured: by what; the mean answer of those without an entry.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        Value, lower and upper limit, shape (drivers, 3); NaN where no row counts.

    Source:
        Linearised ratio of sums: Cochran, Sampling Techniques, 3rd edition 1977, chapter 6.
    """
    sums, _ = products.units
    squares = square_of(sums, len(products.names) + 1)
    found = [
        _one(products, squares, measured.get(name, Performance(name)), level) for name in names
    ]
    return np.array(found).reshape(-1, 3)


def _one(
    products: CrossProducts, squares: Real, measure: Performance, level: float
) -> tuple[float, float, float]:
    whole = squares.sum(axis=0)
    hits = _linear(products, measure.column)
    rows = np.eye(len(whole))[0] if measure.of is None else _linear(products, measure.of)
    counted = float(whole[0] @ rows)
    if counted <= 0:
        return (np.nan, np.nan, np.nan)
    value = float(whole[0] @ hits) / counted
    # What a row adds beyond its share of the ratio: it sums to 0, and its spread is the ratio's.
    rest = hits - value * rows
    if products.party is None:
        sample = products.n_eff
        variance = max(float(rest @ whole @ rest), 0.0) / products.weight
        error = np.sqrt(variance / (sample - 1)) * products.weight / counted if sample > 1 else 0.0
    else:
        sample = len(squares)
        spread = float(((squares[:, 0] @ rest) ** 2).sum())
        error = np.sqrt(spread * sample / (sample - 1)) / counted if sample > 1 else 0.0
    half = t_of(level, sample - 1) * error if sample > 1 else np.inf
    return value, value - half, value + half


def _linear(products: CrossProducts, column: str) -> Real:
    """A column as a combination of (1, columns less their centres)."""
    place = products.names.index(column)
    found: Real = np.zeros(len(products.names) + 1)
    found[place + 1] = 1.0
    found[0] = products.centre[place]
    return found
