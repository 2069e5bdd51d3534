"""Quantiles and tails of the distributions that intervals and tests use."""

from __future__ import annotations

from statistics import NormalDist

from scipy import special

from cxlib.errors import BadOption


def z_of(level: float) -> float:
    """The two-sided normal quantile of a confidence level, 1.96 at 0.95.

    Raises:
        BadOption: the level is not strictly between 0 and 1.
    """
    if not (0 < level < 1 and (1 + level) / 2 < 1):
        raise BadOption(
            f"The confidence level is {level:g}; it has to lie between 0 and 1, such as 0.95."
        )
    return NormalDist().inv_cdf((1 + level) / 2)


def two_sided(z: float) -> float:
    """The probability of a normal value at least as far from 0 as `z`."""
    return float(2 * special.ndtr(-abs(z)))


def t_of(level: float, degrees: float) -> float:
    """The two-sided Student quantile of a confidence level."""
    z_of(level)
    return float(special.stdtrit(degrees, (1 + level) / 2))


def chi2_beyond(statistic: float, degrees: int) -> float:
    """The probability of a chi-square value of at least `statistic`."""
    return float(special.chdtrc(degrees, statistic))
