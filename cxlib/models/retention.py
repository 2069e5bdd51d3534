"""How long customers stay: a curve a group, the numbers read off it, and whether groups differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.crossing import FEW, first_crossing
from cxlib.models.group_names import first_few, group_name
from cxlib.models.kaplan_meier import SurvivalAt, SurvivalCurve, kaplan_meier
from cxlib.models.late_entry import late_notes
from cxlib.models.log_rank import EVEN, LogRank, Weights, log_rank
from cxlib.models.pairs import Pair, pairwise
from cxlib.models.rmst import Rmst, rmst
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

MOST_PAIRED = 12
"""Groups of one column of which every two are compared; more would drown a reader in pairs."""


@dataclass(frozen=True, slots=True)
class GroupRetention:
    """Retention of one group.

    Attributes:
        group: the group.
        curve: its Kaplan-Meier curve, with n, departures and the median.
        at: the curve at the times asked for.
        tau: end of the window of the mean, the same for all groups; None where there is none.
        mean: mean time active before tau; None where the follow-up ends before tau.
        p_value: the test against the other groups of the same column (and period); None for
            the total and where no test could be made.
        p_adjusted: the p-value adjusted for the number of those groups (Benjamini-Hochberg).
    """

    group: Group
    curve: SurvivalCurve
    at: tuple[SurvivalAt, ...]
    tau: float | None
    mean: Rmst | None
    p_value: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True)
class RetentionTest:
    """The test over the groups of one column (in one period).

    Attributes:
        column: the segment column; None where the groups are the periods themselves.
        period: first day of the period; None for the whole time.
        result: the test.
        pairs: every two of three to `MOST_PAIRED` groups against each other; else empty.
    """

    column: str | None
    period: date | None
    result: LogRank
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Retention:
    """Retention of every group, in the order given, with the tests and what to be careful about."""

    groups: tuple[GroupRetention, ...]
    tests: tuple[RetentionTest, ...]
    notes: tuple[str, ...]


def retention(
    lives: Mapping[Group, Lives],
    *,
    times: Sequence[float] = (),
    tau: float | None = None,
    level: float = 0.95,
    weights: Weights = EVEN,
) -> Retention:
    """Curves, medians, restricted means and log-rank tests for every group.

    Args:
        lives: event tables per group, in one unit; the total may be among them.
        times: where to read the curves, at least 0, in that unit.
        tau: end of the window of the mean, in that unit. None takes the last of `times`, or less
            where the follow-up of a group of at least ten customers ends earlier.
        level: confidence level, a fraction strictly between 0 and 1.
        weights: which test of the log-rank family.

    Returns:
        Times in the unit of the durations, shares as fractions.

    Raises:
        NotEnoughData: a group has no customers, or there is no group.
        BadOption: a time is negative, tau is not above 0, or the level is out of range.
    """
    if not lives:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("Retention", have=0, need=1, unit="customer", hint=hint)
    if tau is not None and not 0 < tau < inf:
        raise BadOption(f"tau is {tau:g}; it has to be a number above 0, such as 12.")
    curves = {group: kaplan_meier(one, level=level) for group, one in lives.items()}
    window = tau if tau is not None else _window(list(curves.values()), times)
    tests, refused = _tests(lives, weights)
    p = {v.group: (v.p_value, v.p_adjusted) for test in tests for v in test.result.groups}
    groups = tuple(
        GroupRetention(
            group=group,
            curve=curve,
            at=tuple(curve.at(time) for time in times),
            tau=window,
            mean=rmst(curve, tau=window) if window and curve.reaches(window) else None,
            p_value=p.get(group, (None, None))[0],
            p_adjusted=p.get(group, (None, None))[1],
        )
        for group, curve in curves.items()
    )
    notes = (*_notes(groups, times), *late_notes(curves), *_crossings(curves), *refused)
    return Retention(groups, tests, notes)


def _window(curves: Sequence[SurvivalCurve], times: Sequence[float]) -> float | None:
    """The last time asked for, or the shortest follow-up among groups that are not tiny."""
    sizeable = [curve for curve in curves if curve.n >= FEW] or curves
    known = min(inf if curve.survival[-1] == 0 else curve.longest for curve in sizeable)
    wanted = max(times, default=inf)
    end = min(known, wanted)
    if end == inf:
        end = max(curve.longest for curve in sizeable)
    return end if end > 0 else None


def _families(groups: Iterable[Group]) -> dict[tuple[str | None, date | None], list[Group]]:
    """Groups to be compared with each other: one column's values, or the periods."""
    found: dict[tuple[str | None, date | None], list[Group]] = {}
    for group in groups:
        if not group.is_total:
            key = (group.column, group.period if group.column is not None else None)
            found.setdefault(key, []).append(group)
    return {key: members for key, members in found.items() if len(members) > 1}


def _tests(
    lives: Mapping[Group, Lives], weights: Weights
) -> tuple[tuple[RetentionTest, ...], tuple[str, ...]]:
    """A test for each family, and why there is none for the others."""
    tests: list[RetentionTest] = []
    refused: list[str] = []
    for (column, period), members in _families(lives).items():
        chosen = {group: lives[group] for group in members}
        try:
            result = log_rank(chosen, weights=weights)
        except NotEnoughData as reason:
            refused.append(str(reason))
        else:
            several = 2 < len(members) <= MOST_PAIRED
            pairs = pairwise(chosen, weights=weights) if several else ()
            tests.append(RetentionTest(column, period, result, pairs))
    return tuple(tests), tuple(refused)


def _crossings(curves: Mapping[Group, SurvivalCurve]) -> list[str]:
    """A warning for each family with curves that cross."""
    families = _families(curves).values()
    pairs = [(m, first_crossing([curves[group] for group in m])) for m in families]
    return [
        say(
            "The curves of {one} and {other} cross, where the log-rank test can miss a "
            "difference: compare the shares at fixed times and the means.",
            one=group_name(members[pair[0]]),
            other=group_name(members[pair[1]]),
        )
        for members, pair in pairs
        if pair is not None
    ]


def _notes(groups: Sequence[GroupRetention], times: Sequence[float]) -> list[str]:
    """What limits the reading of the numbers: one sentence a matter, naming the groups."""
    last = max(times, default=0.0)
    stay = _names(groups, lambda one: one.curve.deaths == 0)
    high = _names(groups, lambda one: one.curve.deaths > 0 and one.curve.median is None)
    short = _names(groups, lambda one: any(row.survival is None for row in one.at))
    cut = _names(groups, lambda one: one.tau is not None and one.mean is None)
    thin = [
        say("{group} from {time}", group=group_name(one.group), time=f"{start:g}")
        for one in groups
        if (start := _thin_from(one.curve)) is not None and start <= last
    ]
    matters = [
        (
            stay,
            say("Nobody has left yet, so there are no limits: {groups}.", groups=first_few(stay)),
        ),
        (
            high,
            say(
                "The median is not reached: more than half stay: {groups}.", groups=first_few(high)
            ),
        ),
        (
            short,
            say(
                "A time asked for lies beyond the longest follow-up, where retention is unknown: "
                "{groups}.",
                groups=first_few(short),
            ),
        ),
        (cut, say("The follow-up is too short for the mean: {groups}.", groups=first_few(cut))),
        (
            thin,
            say(
                "Fewer than {few} customers are still watched, so one departure moves the curve "
                "much: {groups}.",
                few=FEW,
                groups=first_few(thin),
            ),
        ),
    ]
    return [sentence for members, sentence in matters if members]


def _names(
    groups: Sequence[GroupRetention], concerns: Callable[[GroupRetention], bool]
) -> list[str]:
    return [group_name(one.group) for one in groups if concerns(one)]


def _thin_from(curve: SurvivalCurve) -> float | None:
    """The time from which fewer than `FEW` customers are at risk to the end; None if never."""
    found = None
    for time, n in zip(reversed(curve.times), reversed(curve.at_risk), strict=True):
        if n >= FEW:
            break
        found = time
    return found
