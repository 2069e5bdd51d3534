"""Restricted cubic splines: curves that bend at knots and are straight beyond them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cxlib.stats.life_patterns import Real, Whole

AT = {3: (0.1, 0.5, 0.9), 4: (0.05, 0.35, 0.65, 0.95), 5: (0.05, 0.275, 0.5, 0.725, 0.95)}
"""Quantiles at which the knots of a curve lie."""


def quantiles(values: Real, n: Whole, at: Sequence[float]) -> tuple[float, ...]:
    """Quantiles of counted values: the least value that so large a share does not exceed."""
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(n[order]) / n.sum()
    places = np.searchsorted(reached, np.asarray(at) - 1e-12)
    return tuple(values[order][np.minimum(places, len(values) - 1)].tolist())


def spread_knots(values: Real, n: Whole, knots: int) -> tuple[float, ...]:
    """Knots at the usual quantiles; fewer where they coincide, none where that leaves under 3.

    Source:
        Harrell, Regression Modeling Strategies, 2nd edition, 2015, table 2.3.
    """
    for count in range(knots, 2, -1):
        found = tuple(dict.fromkeys(quantiles(values, n, AT[count])))
        if len(found) == count:
            return found
    return ()


def cubic_terms(values: Real, knots: Sequence[float]) -> Real:
    """The values themselves, and a bend for each knot but two.

    Args:
        values: shape (m,).
        knots: ascending; none for a straight line.

    Returns:
        Shape (m, 1) or (m, knots - 1); every combination is straight beyond the outer knots.

    Source:
        Harrell, Regression Modeling Strategies, 2nd edition, 2015, equation 2.25, with the scale
        of the bends divided by the squared distance of the outer knots.
    """
    columns = [values]
    if knots:
        last, before = knots[-1], knots[-2]

        def cube(knot: float) -> Real:
            return np.maximum(values - knot, 0.0) ** 3

        for knot in knots[:-2]:
            bend = (
                cube(knot)
                - cube(before) * (last - knot) / (last - before)
                + cube(last) * (before - knot) / (last - before)
            )
            columns.append(bend / (last - knots[0]) ** 2)
    return np.column_stack(columns)
