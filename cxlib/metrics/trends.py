"""A score over its periods with control limits, for the total and each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from typing import Literal

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import (
    ControlChart,
    Limits,
    Places,
    chart_notes,
    of_baseline,
    varying_limits,
    xmr,
)
from cxlib.metrics.nps import DETRACTORS, PROMOTERS, Nps, nps
from cxlib.metrics.periods import is_unfinished, next_start
from cxlib.metrics.shares import BoxScore, box_score
from cxlib.metrics.trend_test import TrendTest, mann_kendall
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts

Box = tuple[int, int]
Verdict = Literal["met", "missed", "not proven"]
FEWEST = 2
"""Finished periods of a baseline."""


@dataclass(frozen=True, slots=True)
class Trend:
    """One group's score over time.

    Attributes:
        group: the group, without a period.
        starts: first day of each period with answers, in order.
        results: the score of each, with its interval.
        chart: control limits and signals.
        test: whether it rises or falls throughout; None for fewer than four finished periods.
        verdicts: whether each period met the target; empty without one.
        notes: what to be careful about.
    """

    group: Group
    starts: tuple[date, ...]
    results: tuple[Nps | BoxScore, ...]
    chart: ControlChart
    test: TrendTest | None
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendOptions:
    """What is asked of a trend.

    Attributes:
        period: day, week, month, quarter or year.
        last_day: last day of the data; the period that holds it may be unfinished.
        box: lowest and highest answer that count as good; None for NPS.
        limits: "xmr", "p" (by the number of answers) or "laney".
        level: confidence level of each period's interval.
        target: value that each period should reach, in points or as a fraction; None without.
        baseline: first and last day between which the periods begin that give centre and limits;
            None for all finished periods.

    Raises:
        BadOption: the target cannot be reached by any answers, or the baseline ends before it
            begins.
    """

    period: str
    last_day: date
    box: Box | None = None
    limits: Limits = "xmr"
    level: float = 0.95
    target: float | None = None
    baseline: tuple[date, date] | None = None

    def __post_init__(self) -> None:
        low, high = (-100, 100) if self.box is None else (0, 1)
        if self.target is not None and not low <= self.target <= high:
            unit = "points of NPS" if self.box is None else "a fraction"
            raise BadOption(
                f"The target is {self.target:g}; it has to lie from {low} to {high} ({unit})."
            )
        if self.baseline is not None and self.baseline[0] > self.baseline[1]:
            raise BadOption(
                f"The baseline ends on {self.baseline[1]}, before it begins on {self.baseline[0]}. "
                "Give the earlier day first."
            )


def trends(cube: Mapping[Group, ScoreCounts], options: TrendOptions) -> tuple[Trend, ...]:
    """Control charts of the total and of each group.

    Args:
        cube: histograms by group and period.
        options: period, limits and target.

    Returns:
        One trend a group with dated answers, the total first.

    Raises:
        BadOption: the baseline holds fewer than two finished periods of the total.
    """
    series: dict[Group, dict[date, ScoreCounts]] = {}
    for group, counts in cube.items():
        if group.period is not None and counts.weight > 0:
            series.setdefault(Group(group.column, group.value), {})[group.period] = counts
    if TOTAL in series:
        known = _finished(sorted(series[TOTAL]), options)
        baseline_places(known, options.baseline, alone=True)
    ordered = sorted(series, key=lambda group: (group.column or "", group.value or ""))
    return tuple(_trend(group, series[group], options) for group in ordered)


def value_of(result: Nps | BoxScore) -> float:
    """The value on a control chart: points of NPS, or the share in the box."""
    return result.score if isinstance(result, Nps) else result.share


def judge(result: Nps | BoxScore, target: float) -> Verdict:
    """Whether a target is met or missed for certain: its interval lies on one side of it."""
    if result.low is None or result.high is None:
        return "not proven"
    if result.low >= target:
        return "met"
    return "missed" if result.high < target else "not proven"


def _trend(group: Group, counts: Mapping[date, ScoreCounts], options: TrendOptions) -> Trend:
    starts = sorted(counts)
    results = tuple(_score(counts[start], options) for start in starts)
    finished = _finished(starts, options)
    open_end = len(finished) < len(starts)
    values = [value_of(one) for one in results]
    places = baseline_places(finished, options.baseline)
    chart = _chart([counts[start] for start in starts], values, options, open_end, places)
    target = options.target
    gaps = gaps_between(starts, options.period)
    return Trend(
        group=group,
        starts=tuple(starts),
        results=results,
        chart=chart,
        test=None if gaps else mann_kendall(values[: len(finished)]),
        verdicts=() if target is None else tuple(judge(one, target) for one in results),
        notes=(*chart_notes(chart), *gap_notes(gaps)),
    )


def _score(counts: ScoreCounts, options: TrendOptions) -> Nps | BoxScore:
    if options.box is None:
        return nps(counts, level=options.level)
    return box_score(counts, box=options.box, level=options.level)


def _chart(
    counts: Sequence[ScoreCounts],
    values: Sequence[float],
    options: TrendOptions,
    unfinished: bool,
    baseline: Places | None,
) -> ControlChart:
    known = of_baseline(counts[:-1] if unfinished else counts, baseline)
    if options.limits == "xmr" or not known:
        return xmr(values, unfinished=unfinished, baseline=baseline)
    centre, variance = _pooled(reduce(add, known), options.box)
    return varying_limits(
        values,
        [one.n_eff for one in counts],
        centre=centre,
        variance=variance,
        laney=options.limits == "laney",
        unfinished=unfinished,
        baseline=baseline,
    )


def baseline_places(
    starts: Sequence[date], baseline: tuple[date, date] | None, *, alone: bool = False
) -> Places | None:
    """First and last place of the finished periods that begin within the baseline.

    Args:
        starts: first days of the finished periods, in order.
        baseline: first and last day; None for no baseline.
        alone: whether too short a baseline is refused; else its chart has no limits.

    Raises:
        BadOption: fewer than two periods begin within it.
    """
    if baseline is None:
        return None
    inside = [place for place, start in enumerate(starts) if baseline[0] <= start <= baseline[1]]
    if len(inside) < FEWEST and alone:
        raise BadOption(
            f"A baseline needs at least {FEWEST} finished periods; from {baseline[0]} to "
            f"{baseline[1]} there are {len(inside)}. Choose a longer one within the data."
        )
    return (inside[0], inside[-1]) if inside else (0, -1)


def _finished(starts: Sequence[date], options: TrendOptions) -> Sequence[date]:
    """The periods that are over."""
    return starts[:-1] if is_unfinished(starts[-1], options.period, options.last_day) else starts


def _pooled(counts: ScoreCounts, box: Box | None) -> tuple[float, float]:
    """The measure over all answers, and the variance of one answer."""
    if box is not None:
        share = counts.weight_between(*box) / counts.weight
        return share, share * (1 - share)
    promoters, detractors = (
        counts.weight_between(*one) / counts.weight for one in (PROMOTERS, DETRACTORS)
    )
    net = promoters - detractors
    return 100 * net, 100**2 * (promoters + detractors - net**2)


def gaps_between(starts: Sequence[date], period: str) -> list[date]:
    """Periods without answers between the first and the last."""
    known, missing = set(starts), []
    start = starts[0]
    while start < starts[-1]:
        start = next_start(start, period)
        if start not in known:
            missing.append(start)
    return missing


def gap_notes(gaps: Sequence[date]) -> list[str]:
    """What a reader has to know of missing periods."""
    if not gaps:
        return []
    return [
        say(
            "Periods without answers are passed over, the first begins on {day}: {n}.",
            day=gaps[0],
            n=len(gaps),
        )
    ]
