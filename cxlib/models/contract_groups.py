"""The value of a contract by group, each group against all others of its column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from math import ceil, sqrt
from operator import add

import numpy as np

from cxlib.errors import NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import two_sided, z_of
from cxlib.models.contract import ContractValue, value_of
from cxlib.models.contract_terms import Terms
from cxlib.models.stay_curve import Method, StayCurve, stay_curve
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives


@dataclass(frozen=True, slots=True)
class GroupCurves:
    """How long the customers of each group stay, and those of all others of its column.

    Attributes:
        own: a curve a group, the total among them.
        rest: the curve of the other groups of the same column and period together; absent where
            there are none.
        refused: groups that cannot be valued, and why.
    """

    own: dict[Group, StayCurve]
    rest: dict[Group, StayCurve]
    refused: dict[Group, str]


@dataclass(frozen=True, slots=True)
class Apart:
    """How much more a group is worth than the rest.

    Attributes:
        value: its value less that of all others of its column, in the currency; by Kaplan-Meier
            of the payments within the follow-up of both, and None where there are none.
        low: lower limit; None where either has none. high: upper limit.
        p_value: of the test that both are worth the same; None as `low`.
        p_adjusted: adjusted for the number of groups of the column (Benjamini-Hochberg).
    """

    value: float | None
    low: float | None
    high: float | None
    p_value: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True)
class GroupValues:
    """Values by group.

    Attributes:
        values: a value a group, the total among them.
        apart: each group against the rest of its column, where there is a rest.
        refused: groups without a value, and why.
    """

    values: dict[Group, ContractValue]
    apart: dict[Group, Apart]
    refused: dict[Group, str]


def group_curves(
    lives: Mapping[Group, Lives], method: Method = "km", *, level: float = 0.95
) -> GroupCurves:
    """Estimate each group's curve, and that of the others of its column.

    Args:
        lives: event tables with durations in periods, by group; the groups of one column have no
            customers in common.
        method: see `stay_curve`.
        level: confidence level.

    Raises:
        NotEnoughData: the total does not suffice for the method.
    """
    own: dict[Group, StayCurve] = {}
    rest: dict[Group, StayCurve] = {}
    refused: dict[Group, str] = {}
    for group, one in lives.items():
        try:
            own[group] = stay_curve(one, method, level=level)
        except NotEnoughData as reason:
            if group.is_total:
                raise
            refused[group] = str(reason)
    for group in own:
        others = [lives[other] for other in lives if _beside(group, other)]
        if not others:
            continue
        try:
            rest[group] = stay_curve(reduce(add, others), method, level=level)
        except NotEnoughData:
            continue  # the group then has a value and no test, which shows as unknown
    return GroupCurves(own, rest, refused)


def _beside(group: Group, other: Group) -> bool:
    """Whether both are different parts of one whole: a column's values, or periods of the start."""
    if group == other or group.is_total:
        return False
    if group.column is None:
        return other.column is None and other.period is not None
    return other.column == group.column and other.period == group.period


def group_values(curves: GroupCurves, terms: Terms) -> GroupValues:
    """Value every group under the same terms, and test it against the rest of its column.

    The test takes the difference over its standard error, the groups' variances added, because they
    have no customers in common. By Kaplan-Meier, it takes only payments due within the follow-up of
    both, since nobody knows the later ones.

    Source:
        Delta method, as `contract_value`; Benjamini & Hochberg, JRSS B 57(1), 1995.
    """
    values = {group: value_of(curve, terms) for group, curve in curves.own.items()}
    raw = {group: _apart(curves.own[group], rest, terms) for group, rest in curves.rest.items()}
    apart: dict[Group, Apart] = {}
    for family in dict.fromkeys((one.column, one.column and one.period) for one in raw):
        members = [one for one in raw if (one.column, one.column and one.period) == family]
        adjusted = benjamini_hochberg([raw[one].p_value for one in members])
        for one, fair in zip(members, adjusted, strict=True):
            found = raw[one]
            apart[one] = Apart(found.value, found.low, found.high, found.p_value, fair)
    return GroupValues(values, apart, curves.refused)


def shared_terms(curves: Iterable[StayCurve], terms: Terms, *, share: float = 1.0) -> Terms | None:
    """The terms with as many payments as can be compared between curves.

    Models reach everywhere. Kaplan-Meier curves are compared over the payments that fall due within
    the follow-up of all of them, or of a share of them.

    Args:
        curves: how long customers of each group stay.
        terms: what is paid.
        share: of the curves that have to reach so far, a fraction above 0.

    Returns:
        None where not even the first payment can be compared.
    """
    found = [
        terms.horizon if one.fit is not None else int(np.sum(terms.times <= one.longest))
        for one in curves
    ]
    needed = max(1, ceil(share * len(found)))
    horizon = sorted(found, reverse=True)[needed - 1]
    return replace(terms, horizon=horizon) if horizon else None


def _apart(own: StayCurve, rest: StayCurve, terms: Terms) -> Apart:
    shared = shared_terms((own, rest), terms)
    if shared is None:
        return Apart(None, None, None, None, None)
    one, other = value_of(own, shared), value_of(rest, shared)
    gap = one.value - other.value
    if one.variance is None or other.variance is None or one.variance + other.variance <= 0:
        return Apart(gap, None, None, None, None)
    error = sqrt(one.variance + other.variance)
    half = z_of(own.curve.level) * error
    return Apart(gap, gap - half, gap + half, two_sided(gap / error), None)
