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
from cxlib.metrics.control_chart import ControlChart, Limits, chart_notes, varying_limits, xmr
from cxlib.metrics.nps import DETRACTORS, PROMOTERS, Nps, nps
from cxlib.metrics.periods import is_unfinished, next_start
from cxlib.metrics.shares import BoxScore, box_score
from cxlib.metrics.trend_test import TrendTest, mann_kendall
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

Box = tuple[int, int]
Verdict = Literal["met", "missed", "not proven"]


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

    Raises:
        BadOption: the target cannot be reached by any answers.
    """

    period: str
    last_day: date
    box: Box | None = None
    limits: Limits = "xmr"
    level: float = 0.95
    target: float | None = None

    def __post_init__(self) -> None:
        low, high = (-100, 100) if self.box is None else (0, 1)
        if self.target is not None and not low <= self.target <= high:
            unit = "points of NPS" if self.box is None else "a fraction"
            raise BadOption(
                f"The target is {self.target:g}; it has to lie from {low} to {high} ({unit})."
            )


def trends(cube: Mapping[Group, ScoreCounts], options: TrendOptions) -> tuple[Trend, ...]:
    """Control charts of the total and of each group.

    Args:
        cube: histograms by group and period.
        options: period, limits and target.

    Returns:
        One trend a group with dated answers, the total first.
    """
    series: dict[Group, dict[date, ScoreCounts]] = {}
    for group, counts in cube.items():
        if group.period is not None and counts.weight > 0:
            series.setdefault(Group(group.column, group.value), {})[group.period] = counts
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
    open_end = is_unfinished(starts[-1], options.period, options.last_day)
    values = [value_of(one) for one in results]
    finished = starts[:-1] if open_end else starts
    chart = _chart([counts[start] for start in starts], values, options, unfinished=open_end)
    target = options.target
    gaps = _gaps(starts, options.period)
    return Trend(
        group=group,
        starts=tuple(starts),
        results=results,
        chart=chart,
        test=None if gaps else mann_kendall(values[: len(finished)]),
        verdicts=() if target is None else tuple(judge(one, target) for one in results),
        notes=(*chart_notes(chart), *_gap_notes(gaps)),
    )


def _score(counts: ScoreCounts, options: TrendOptions) -> Nps | BoxScore:
    if options.box is None:
        return nps(counts, level=options.level)
    return box_score(counts, box=options.box, level=options.level)


def _chart(
    counts: Sequence[ScoreCounts],
    values: Sequence[float],
    options: TrendOptions,
    *,
    unfinished: bool,
) -> ControlChart:
    known = counts[:-1] if unfinished else counts
    if options.limits == "xmr" or not known:
        return xmr(values, unfinished=unfinished)
    centre, variance = _pooled(reduce(add, known), options.box)
    return varying_limits(
        values,
        [one.n_eff for one in counts],
        centre=centre,
        variance=variance,
        laney=options.limits == "laney",
        unfinished=unfinished,
    )


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


def _gaps(starts: Sequence[date], period: str) -> list[date]:
    """Periods without answers between the first and the last."""
    known, missing = set(starts), []
    start = starts[0]
    while start < starts[-1]:
        start = next_start(start, period)
        if start not in known:
            missing.append(start)
    return missing


def _gap_notes(gaps: Sequence[date]) -> list[str]:
    if not gaps:
        return []
    return [
        say(
            "Periods without answers are passed over, the first begins on {day}: {n}.",
            day=gaps[0],
            n=len(gaps),
        )
    ]
