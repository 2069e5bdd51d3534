"""How fast tickets are answered and solved, with those still open counted fairly."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.shares import wilson
from cxlib.models.kaplan_meier import ROUNDING, SurvivalCurve, kaplan_meier
from cxlib.models.log_rank import LogRank, log_rank
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

MANY = 100_000
"""Distinct durations from which tests and drawn curves use fewer of them."""
POINTS = 500
"""Points of a curve for drawing."""
MINUTE = 1 / 60


@dataclass(frozen=True, slots=True)
class Within:
    """The share of tickets over within a time.

    Attributes:
        hours: the time, counted from the creation.
        share: fraction over by then, open tickets counted fairly; beyond the longest watch the
            last known share, which is the least it can be.
        low: lower limit; high: upper limit.
        naive: share among the tickets that are over, which leaves the open ones out; None where
            none is over.
        watched: whether some ticket was watched that long, or all are over.
    """

    hours: float
    share: float
    low: float
    high: float
    naive: float | None
    watched: bool


@dataclass(frozen=True, slots=True)
class Speed:
    """One waiting time of one group; times in the unit of the durations.

    Attributes:
        n: tickets; open: those that still wait.
        median: time by which half are over; None where that is not reached.
        median_low: lower limit; median_high: upper limit; None where not reached.
        p90: time by which nine in ten are over; None where that is not reached.
        p90_low: lower limit; p90_high: upper limit; None where not reached.
        within: shares within the times asked for.
        naive_median: median of the tickets that are over, which leaves the open ones out.
        curve: (time, share over, low, high) points, at most `POINTS`; limits may be None.
    """

    n: int
    open: int
    median: float | None
    median_low: float | None
    median_high: float | None
    p90: float | None
    p90_low: float | None
    p90_high: float | None
    within: tuple[Within, ...]
    naive_median: float | None
    curve: tuple[tuple[float, float, float | None, float | None], ...]


@dataclass(frozen=True, slots=True)
class SpeedTest:
    """The log-rank test of one waiting time over the groups of a column, or over the periods."""

    measure: str
    column: str | None
    period: date | None
    result: LogRank


@dataclass(frozen=True, slots=True)
class Service:
    """Waiting times of all groups, the tests between them, and what to be careful about.

    Attributes:
        speeds: for each measure the speed of each group.
        p_values: (measure, group) to the p-value against the rest and the adjusted one.
        tests: a test for each measure and column.
        notes: sentences for the reader.
    """

    speeds: dict[str, dict[Group, Speed]]
    p_values: dict[tuple[str, Group], tuple[float | None, float | None]]
    tests: tuple[SpeedTest, ...]
    notes: tuple[str, ...]


def service(
    lives: Mapping[str, Mapping[Group, Lives]],
    *,
    within: Sequence[float] = (),
    level: float = 0.95,
) -> Service:
    """Medians, 90th percentiles and shares within times, for every measure and group.

    Args:
        lives: event tables by measure and group, in one unit; an event is the end of a wait.
        within: times in that unit, at least 0.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: a group has no tickets.
        BadOption: the level is out of range.
    """
    speeds = {
        measure: {group: speed(one, within=within, level=level) for group, one in groups.items()}
        for measure, groups in lives.items()
    }
    tests: list[SpeedTest] = []
    refused: list[str] = []
    for measure, groups in lives.items():
        for (column, period), members in _families(groups).items():
            try:
                found = log_rank({group: _coarse(groups[group]) for group in members})
            except NotEnoughData as reason:
                refused.append(str(reason))
            else:
                tests.append(SpeedTest(measure, column, period, found))
    p_values = {
        (test.measure, one.group): (one.p_value, one.p_adjusted)
        for test in tests
        for one in test.result.groups
    }
    return Service(speeds, p_values, tuple(tests), (*_notes(speeds), *dict.fromkeys(refused)))


def speed(lives: Lives, *, within: Sequence[float] = (), level: float = 0.95) -> Speed:
    """Median, 90th percentile and shares within times of one group.

    An open ticket counts as waiting up to the moment it was last watched and then drops out of
    the count. Leaving open tickets out instead makes the team look faster than it is wherever the
    slow tickets are those still open; that naive figure is given beside the other.

    Args:
        lives: ends of waits and open tickets by duration.
        within: times in the same unit, at least 0.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        Times in the unit of `lives`, shares as fractions.

    Raises:
        NotEnoughData: there are no tickets.
        BadOption: the level is not strictly between 0 and 1.

    Source:
        Kaplan & Meier, Journal of the American Statistical Association 53(282), 1958. Limits of a
        quantile: where the limits of the curve cross it (Brookmeyer & Crowley, Biometrics 38,
        1982). Where no limit of the curve is known (nobody or everybody is over), Wilson's limits
        of the tickets not censored before.
    """
    curve = kaplan_meier(lives, level=level)
    return Speed(
        n=curve.n,
        open=curve.n - curve.deaths,
        median=curve.median,
        median_low=_first_under(curve, curve.low, 0.5),
        median_high=_first_under(curve, curve.high, 0.5),
        p90=_first_under(curve, curve.survival, 0.1),
        p90_low=_first_under(curve, curve.low, 0.1),
        p90_high=_first_under(curve, curve.high, 0.1),
        within=tuple(_within(curve, lives, time) for time in within),
        naive_median=_naive_median(lives),
        curve=_points(curve),
    )


def _first_under(
    curve: SurvivalCurve, values: Sequence[float | None], share: float
) -> float | None:
    """The first time at which a curve is at most `share`; None if never."""
    pairs = zip(curve.times, values, strict=True)
    return next((t for t, v in pairs if v is not None and v <= share + ROUNDING), None)


def _within(curve: SurvivalCurve, lives: Lives, time: float) -> Within:
    watched = curve.reaches(time)
    row = curve.at(time if watched else curve.longest)
    share = 1 - (row.survival if row.survival is not None else 1.0)
    over = sum(lives.events[: bisect_right(lives.durations, time)])
    naive = over / curve.deaths if curve.deaths else None
    if row.low is not None and row.high is not None:
        low, high = 1 - row.high, 1 - row.low
    else:
        gone = sum(lives.censored[: bisect_left(lives.durations, time)])
        low, high = wilson(share, max(curve.n - gone, 1), level=curve.level)
    return Within(time, share, low, high, naive, watched)


def _naive_median(lives: Lives) -> float | None:
    """The median of the waits that are over."""
    if not lives.deaths:
        return None
    total = np.cumsum(lives.events)
    low, high = np.searchsorted(total, [(lives.deaths + 1) // 2, lives.deaths // 2 + 1])
    return float(lives.durations[low] + lives.durations[high]) / 2


def _points(
    curve: SurvivalCurve,
) -> tuple[tuple[float, float, float | None, float | None], ...]:
    """The share over, at evenly chosen steps of a long curve."""
    chosen = np.unique(np.linspace(0, len(curve.times) - 1, POINTS).round().astype(int)).tolist()
    times, survival, low, high = curve.times, curve.survival, curve.low, curve.high
    return tuple((times[i], 1 - survival[i], _rest(high[i]), _rest(low[i])) for i in chosen)


def _rest(share: float | None) -> float | None:
    return None if share is None else 1 - share


def _coarse(lives: Lives) -> Lives:
    """Lives with durations rounded up to 1/60 where there are very many."""
    if len(lives.durations) < MANY:
        return lives
    whole = np.ceil(np.asarray(lives.durations) / MINUTE - 1e-9) * MINUTE
    return Lives.of(zip(whole.tolist(), lives.events, lives.censored, strict=True))


def _families(groups: Iterable[Group]) -> dict[tuple[str | None, date | None], list[Group]]:
    """Groups to be compared with each other: one column's values, or the periods."""
    found: dict[tuple[str | None, date | None], list[Group]] = {}
    for group in groups:
        if not group.is_total:
            key = (group.column, group.period if group.column is not None else None)
            found.setdefault(key, []).append(group)
    return {key: members for key, members in found.items() if len(members) > 1}


def _notes(speeds: Mapping[str, Mapping[Group, Speed]]) -> list[str]:
    """What limits the reading of the totals."""
    totals = {measure: groups[Group()] for measure, groups in speeds.items() if Group() in groups}
    found = [_naive_note(measure_name(one), total) for one, total in totals.items() if total.open]
    unreached = _named(totals, lambda one: one.p90 is None)
    if unreached:
        found.append(
            say(
                "Nine in ten are not reached while tickets were watched, so there is no 90th "
                "percentile: {measures}.",
                measures=unreached,
            )
        )
    beyond = _named(totals, lambda one: any(not row.watched for row in one.within))
    if beyond:
        found.append(
            say(
                "No ticket was watched as long as some of the times asked for; the share there is "
                "the least it can be: {measures}.",
                measures=beyond,
            )
        )
    return found


def measure_name(measure: str) -> str:
    """A waiting time as a reader knows it."""
    names = {
        "first_reply": say("first reply"),
        "solve": say("time to solve"),
        "requester_wait": say("wait of the requester"),
        "agent_wait": say("wait of the agent"),
    }
    return names[measure]


def _named(totals: Mapping[str, Speed], concerns: Callable[[Speed], bool]) -> str:
    return ", ".join(measure_name(name) for name, one in totals.items() if concerns(one))


def _differ(one: Speed) -> bool:
    """Whether the two medians differ as they are shown."""
    return f"{one.naive_median:.1f}" != f"{one.median:.1f}"


def _naive_note(name: str, one: Speed) -> str:
    """Why the figures differ from those of the tickets that are over."""
    if one.naive_median is None or one.median is None or not _differ(one):
        return say(
            "{measure}: {open} of {n} tickets are open and count as waiting until the last moment "
            "in the file.",
            measure=name,
            open=one.open,
            n=one.n,
        )
    return say(
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment in "
        "the file. The median is {median} hours; without the open tickets it would read {naive}, "
        "since slow tickets are more often still open.",
        measure=name,
        open=one.open,
        n=one.n,
        naive=f"{one.naive_median:.1f}",
        median=f"{one.median:.1f}",
    )
