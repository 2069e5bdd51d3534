"""Click-through rates, with the spread over customers who click alike each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from math import sqrt
from operator import add

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import two_sided, z_of
from cxlib.metrics.shares import wilson
from cxlib.stats.clicks import ClickSums
from cxlib.stats.groups import Group


@dataclass(frozen=True, slots=True)
class ClickRate:
    """Clicked of shown.

    Attributes:
        shown: times shown; clicked: times clicked; customers: to whom.
        share: clicked / shown, a fraction.
        low: lower Wilson limit as if every showing were a customer of its own; high: upper.
        design_effect: variance of the share with customers as the unit, over that of `low` and
            `high`; None for one customer, or where nobody or everybody clicks.
        clustered_low: lower limit with customers as the unit; None as `design_effect`.
        clustered_high: upper limit with customers as the unit.
    """

    shown: int
    clicked: int
    customers: int
    share: float
    low: float
    high: float
    design_effect: float | None
    clustered_low: float | None
    clustered_high: float | None


def click_rate(sums: ClickSums, *, level: float = 0.95) -> ClickRate | None:
    """The share clicked, with Wilson limits and with limits that respect customers.

    Showings to the same customer are alike, so that they tell less than as many customers would.
    The clustered limits are Wilson's at the number of showings divided by the design effect, with
    the variance of a ratio of sums over customers (linearised).

    Args:
        sums: sums over customers.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        The rate; None where nothing was shown, or more was clicked than shown.

    Raises:
        BadOption: the level is out of range.

    Source:
        Wilson, JASA 22, 1927; ratio estimator: Cochran, Sampling Techniques, 3rd edition 1977,
        chapter 6; design effect: Kish, Survey Sampling, 1965.
    """
    z_of(level)
    if not 0 <= sums.clicked <= sums.shown or not sums.shown:
        return None
    share = sums.clicked / sums.shown
    low, high = wilson(share, sums.shown, level=level)
    variance = ratio_variance(sums)
    plain = share * (1 - share) / sums.shown
    effect = variance / plain if variance and plain else None
    around = wilson(share, sums.shown / effect, level=level) if effect else (None, None)
    return ClickRate(sums.shown, sums.clicked, sums.customers, share, low, high, effect, *around)


def ratio_variance(sums: ClickSums) -> float | None:
    """Variance of clicked / shown with customers as the unit; None for one customer."""
    if sums.customers < 2 or not sums.shown:
        return None
    share = sums.clicked / sums.shown
    residual = sums.clicked_squares - 2 * share * sums.products + share * share * sums.shown_squares
    scale = sums.customers / (sums.customers - 1)
    return max(residual, 0.0) * scale / sums.shown**2


def rate_difference(one: ClickSums, rest: ClickSums) -> float | None:
    """Two-sided p-value of two click rates being equal, customers being the unit.

    A normal test on the two ratios. A customer in both groups is taken for two people.
    None where a variance is not known or both are zero.
    """
    mine, theirs = ratio_variance(one), ratio_variance(rest)
    if mine is None or theirs is None or mine + theirs == 0:
        return None
    gap = one.clicked / one.shown - rest.clicked / rest.shown
    return two_sided(gap / sqrt(mine + theirs))


def against_rest(
    groups: Mapping[Group, ClickSums],
) -> dict[Group, tuple[float | None, float | None]]:
    """Each group's click rate against the others of its column: p-value and the adjusted one.

    Args:
        groups: sums by segment value of one column, without the total.
    """
    p: list[float | None] = []
    for group, sums in groups.items():
        others = [one for name, one in groups.items() if name != group]
        p.append(rate_difference(sums, reduce(add, others)) if others else None)
    return dict(zip(groups, zip(p, benjamini_hochberg(p), strict=True), strict=True))


@dataclass(frozen=True, slots=True)
class GroupRate:
    """The click-through rate of one group.

    Attributes:
        group: whose it is.
        rate: the rate; None where nothing was shown, or more was clicked than shown.
        p_value: of no difference from the other groups of its column; None for the total.
        p_adjusted: the same, adjusted over the groups of the column.
    """

    group: Group
    rate: ClickRate | None
    p_value: float | None
    p_adjusted: float | None


def group_rates(clicks: Mapping[Group, ClickSums], *, level: float = 0.95) -> tuple[GroupRate, ...]:
    """The rate of every group, each tested against the other groups of its column.

    Args:
        clicks: sums for the total and the values of one or several columns.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    tests: dict[Group, tuple[float | None, float | None]] = {}
    for column in {group.column for group in clicks if group.column is not None}:
        shown = {g: one for g, one in clicks.items() if g.column == column and one.shown}
        tests |= against_rest(shown)
    return tuple(
        GroupRate(group, click_rate(sums, level=level), *tests.get(group, (None, None)))
        for group, sums in clicks.items()
    )
