"""A total over customers, with limits that know that some bring more than others."""

from __future__ import annotations

from math import sqrt

from cxlib.metrics.normal import z_of


def total_limits(
    total: float, squares: float, *, level: float = 0.95
) -> tuple[float | None, float | None]:
    """Limits of what a period brings, if another as good a period brought other customers.

    Customers come by chance and each brings an amount: the variance of the total is the sum of the
    squared amounts. The limits are those of a Poisson count of `total` ** 2 / `squares` customers
    who all bring the same, by the score of that count, so that they never fall below 0.

    Args:
        total: sum of what each customer brought, at least 0.
        squares: sum of its squares.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        Lower and upper limit in the unit of `total`; (None, None) where nothing was brought.

    Raises:
        BadOption: the level is out of range.

    Source:
        Bohm & Zech, Nuclear Instruments and Methods A 748, 2014 (scaled Poisson distribution);
        score limits of a count: Rao, Linear Statistical Inference, 1973.
    """
    z = z_of(level)
    if total <= 0 or squares <= 0:
        return None, None
    each = squares / total
    middle, half = total / each + z * z / 2, z * sqrt(total / each + z * z / 4)
    return each * (middle - half), each * (middle + half)
