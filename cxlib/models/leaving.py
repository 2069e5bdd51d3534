"""Why customers leave: incidence by reason for each group, time lost, and whether groups differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.aalen_johansen import (
    IncidenceAt,
    Incidences,
    TimeLost,
    aalen_johansen,
    time_lost,
)
from cxlib.models.crossing import FEW
from cxlib.models.gray import Gray, gray_test
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.log_rank import log_rank
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.reasons import Leavings


@dataclass(frozen=True, slots=True)
class GroupLeaving:
    """Reasons of one group.

    Attributes:
        group: the group.
        found: incidence of every reason, with n and departures.
        at: for each reason, its incidence at the times asked for.
        tau: end of the window of the time lost, the same for all groups; None where there is none.
        lost: time lost to each reason before tau; empty where the follow-up ends before tau.
    """

    group: Group
    found: Incidences
    at: tuple[tuple[str, tuple[IncidenceAt, ...]], ...]
    tau: float | None
    lost: tuple[TimeLost, ...]

    def row(self, reason: str, time: float) -> IncidenceAt | None:
        """One reason at one of the times asked for; None where it was not asked for."""
        rows = next((rows for why, rows in self.at if why == reason), ())
        return next((row for row in rows if row.time == time), None)

    def lost_to(self, reason: str) -> TimeLost | None:
        """Time lost to one reason; None where it is not known."""
        return next((one for one in self.lost if one.reason == reason), None)


@dataclass(frozen=True, slots=True)
class ReasonTest:
    """Whether the groups of one column differ in one reason.

    Attributes:
        column: the segment column.
        reason: the reason.
        share: Gray's test: do different shares leave for it? None where it could not be made.
        share_adjusted: its p-value adjusted for the number of reasons (Benjamini-Hochberg).
        rate: log-rank p-value with other reasons as censored: do those still there leave for it
            at different rates? None where it could not be made.
        rate_adjusted: the same, adjusted.
    """

    column: str
    reason: str
    share: Gray | None
    share_adjusted: float | None
    rate: float | None
    rate_adjusted: float | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Reasons of every group, in the order given, with the tests and what to be careful about."""

    groups: tuple[GroupLeaving, ...]
    tests: tuple[ReasonTest, ...]
    notes: tuple[str, ...]

    @property
    def total(self) -> GroupLeaving:
        """Reasons of the whole selection."""
        return next(one for one in self.groups if one.group == TOTAL)


@dataclass(frozen=True, slots=True)
class Overstated:
    """What one minus Kaplan-Meier, reason by reason, would say at one time.

    Attributes:
        time: the time.
        summed: the shares of all reasons, added up, a fraction that may pass 1.
        gone: the share that has left by then for any reason.
    """

    time: float
    summed: float
    gone: float


def leaving(
    leavings: Mapping[Group, Leavings],
    *,
    times: Sequence[float] = (),
    tau: float | None = None,
    level: float = 0.95,
) -> Leaving:
    """Incidence and time lost for every group and reason, and tests between groups.

    Args:
        leavings: event tables per group, in one unit; the total has to be among them.
        times: where to read the curves, at least 0, in that unit.
        tau: end of the window of the time lost. None takes the last of `times`, or less where the
            follow-up of a group of at least ten customers ends earlier.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: a group has no customers.
        BadOption: a time is negative, tau is not above 0, or the level is out of range.
    """
    if tau is not None and not 0 < tau < inf:
        raise BadOption(f"tau is {tau:g}; it has to be a number above 0, such as 12.")
    found = {group: aalen_johansen(one, level=level) for group, one in leavings.items()}
    window = tau if tau is not None else _window(list(found.values()), times)
    reasons = [curve.reason for curve in found[TOTAL].curves]
    groups = tuple(
        GroupLeaving(
            group=group,
            found=one,
            at=tuple((why, tuple(one.at(why, time) for time in times)) for why in reasons),
            tau=window,
            lost=time_lost(one, tau=window) if window and one.reaches(window) else (),
        )
        for group, one in found.items()
    )
    return Leaving(groups, _tests(leavings, reasons), _notes(groups, times))


def overstated(leavings: Leavings, time: float) -> Overstated | None:
    """How far one minus Kaplan-Meier, reason by reason, overstates; None beyond the follow-up.

    Args:
        leavings: the event table of one group.
        time: at least 0, in its unit.

    Source:
        Gooley et al., Statistics in Medicine 18(6), 1999.
    """
    stayed = aalen_johansen(leavings).still_there(time)
    alone = [kaplan_meier(leavings.for_reason(why)).at(time).survival for why in leavings.reasons]
    if stayed is None:
        return None
    return Overstated(time, sum(1 - one for one in alone if one is not None), 1 - stayed)


def _window(found: Sequence[Incidences], times: Sequence[float]) -> float | None:
    """The last time asked for, or the shortest follow-up among groups that are not tiny."""
    sizeable = [one for one in found if one.n >= FEW] or found
    known = min(inf if one.survival[-1] <= 0 else one.longest for one in sizeable)
    end = min(known, max(times, default=inf))
    if end == inf:
        end = max(one.longest for one in sizeable)
    return end if end > 0 else None


def _tests(leavings: Mapping[Group, Leavings], reasons: Sequence[str]) -> tuple[ReasonTest, ...]:
    columns = dict.fromkeys(g.column for g in leavings if g.column is not None)
    tests: list[ReasonTest] = []
    for column in columns:
        groups = {group: one for group, one in leavings.items() if group.column == column}
        if len(groups) < 2:
            continue
        shares = [_gray(groups, reason) for reason in reasons]
        rates = [_rate(groups, reason) for reason in reasons]
        adjusted = benjamini_hochberg([one.p_value if one else None for one in shares])
        tests += map(
            ReasonTest,
            [column] * len(reasons),
            reasons,
            shares,
            adjusted,
            rates,
            benjamini_hochberg(rates),
        )
    return tuple(tests)


def _gray(groups: Mapping[Group, Leavings], reason: str) -> Gray | None:
    """Gray's test, or None where too few groups were watched together."""
    try:
        return gray_test(list(groups.values()), reason)
    except NotEnoughData:
        return None


def _rate(groups: Mapping[Group, Leavings], reason: str) -> float | None:
    """The log-rank p-value of one reason, or None where too few groups were watched together."""
    try:
        return log_rank({group: one.for_reason(reason) for group, one in groups.items()}).p_value
    except NotEnoughData:
        return None


def _notes(groups: Sequence[GroupLeaving], times: Sequence[float]) -> tuple[str, ...]:
    """What limits the reading of the numbers."""
    last = max(times, default=0.0)
    short = [one.group.label for one in groups if not one.found.reaches(last)]
    if not short:
        return ()
    return (
        say(
            "A time asked for lies beyond the longest follow-up, where the share gone is "
            "unknown: {groups}.",
            groups=", ".join(short[:5]),
        ),
    )
