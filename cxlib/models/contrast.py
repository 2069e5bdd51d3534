"""Two chosen groups side by side: shares still there at chosen times, and mean time active."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.errors import BadOption
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.fixed_time import FixedTime, difference_at
from cxlib.models.retention import GroupRetention
from cxlib.models.rmst import RmstContrast, rmst_difference, rmst_ratio
from cxlib.stats.groups import Group


@dataclass(frozen=True, slots=True)
class Contrast:
    """One group against another.

    Attributes:
        one: the first group; other: the second.
        at: the shares still there at each of the chosen times, `one` less `other`.
        tau: end of the window of the means; None where there is none.
        difference: mean time active within the window, `one` less `other`; None where the
            follow-up of either ends before tau.
        ratio: mean time active of `one` over that of `other`; None as `difference`, and where
            either is 0.
        p_adjusted: adjusted p-values (Benjamini-Hochberg) of `at`, `difference` and `ratio`, in
            this order.
    """

    one: Group
    other: Group
    at: tuple[FixedTime, ...]
    tau: float | None
    difference: RmstContrast | None
    ratio: RmstContrast | None
    p_adjusted: tuple[float | None, ...]


def contrast(one: GroupRetention, other: GroupRetention) -> Contrast:
    """Compare two groups at the times and within the window that they were asked at.

    Args:
        one: a group of a `retention` answer.
        other: another group of the same answer.

    Raises:
        BadOption: both are the same group.
    """
    if one.group == other.group:
        raise BadOption(f"'{one.group.label}' was to be compared with itself. Choose another.")
    level = one.curve.level
    at = tuple(difference_at(one.curve, other.curve, time=row.time) for row in one.at)
    difference = ratio = None
    if one.mean is not None and other.mean is not None:
        difference = rmst_difference(one.mean, other.mean, level=level)
        if min(one.mean.value, other.mean.value) > 0:
            ratio = rmst_ratio(one.mean, other.mean, level=level)
    found = [row.p_value for row in at]
    found += [None if row is None else row.p_value for row in (difference, ratio)]
    return Contrast(
        one.group, other.group, at, one.tau, difference, ratio, benjamini_hochberg(found)
    )
