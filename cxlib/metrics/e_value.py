"""E-values: how strong something unknown must be to explain an association away."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from cxlib.errors import BadOption

COMMON = 0.15
"""Share with the outcome at the end of follow-up from which on a hazard ratio is no risk ratio."""


@dataclass(frozen=True, slots=True)
class EValue:
    """Two E-values, both at least 1.

    Attributes:
        value: of the estimate.
        limit: of the confidence limit that is nearer to no association; 1 where the limits hold
            no association.
    """

    value: float
    limit: float


def e_value(ratio: float, low: float, high: float, *, common: bool = False) -> EValue:
    """The least risk ratio that something unknown must have with both sides of an association.

    A value of 2.5: a cause that is not in the data would have to make both promoters and staying
    2.5 times as likely (all else equal) to explain the association away; a weaker one could not.

    Args:
        ratio: a risk or hazard ratio, above 0.
        low: its lower confidence limit, above 0.
        high: its upper confidence limit.
        common: whether `ratio` is a hazard ratio of an outcome that more than `COMMON` have by
            the end of follow-up, which is turned into an approximate risk ratio first.

    Raises:
        BadOption: the ratio is not between its limits, or a limit is not above 0.

    Source:
        VanderWeele & Ding, Annals of Internal Medicine 167(4), 2017 (E-value, and the
        transformation of hazard ratios in table 2).
    """
    if not 0 < low <= ratio <= high:
        raise BadOption(
            f"An E-value needs a ratio between limits above 0; {ratio:g} has {low:g} to {high:g}."
        )
    nearest = min(max(1.0, low), high)
    return EValue(_of(ratio, common=common), _of(nearest, common=common))


def _of(ratio: float, *, common: bool) -> float:
    above = max(ratio, 1 / ratio)
    if common:
        above = (1 - 0.5 ** sqrt(above)) / (1 - 0.5 ** sqrt(1 / above))
    return above + sqrt(above * (above - 1))
