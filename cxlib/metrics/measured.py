"""Any measure over periods: its value, its change, whether it is a signal, and its target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import Literal

from cxlib.metrics.control_chart import ControlChart, Rule, chart_notes, xmr
from cxlib.metrics.periods import is_unfinished, next_start
from cxlib.metrics.trend_test import TrendTest, mann_kendall
from cxlib.metrics.trends import (
    Trend,
    TrendOptions,
    Verdict,
    baseline_places,
    gap_notes,
    gaps_between,
    value_of,
)
from cxlib.stats.groups import TOTAL, Group

Unit = Literal["points", "share", "ratio", "count", "money", "hours"]
Better = Literal["up", "down"]
Drift = Literal["rises", "falls"]
STEADY = 0.7
"""Kendall's tau from which a rise is called steady; one jump to another level gives about 0.5."""
SURE = 0.01
"""p-value of the Mann-Kendall test below which a steady rise is no chance."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured.

    Attributes:
        key: a name that stays, such as "churn".
        unit: points (-100 to 100), share (0 to 1), ratio (a fraction that can pass 1), count, money
            (of the file), or hours.
        better: which way is the good one.
        exact: whether it is counted in full, so that it has no interval and needs none.
    """

    key: str
    unit: Unit
    better: Better = "up"
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """One period's value, with its limits and what it rests on; None where it is not known."""

    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The last finished period less the one before.

    Attributes:
        by: the change, in the unit of the measure.
        share: the change as a fraction of the period before; None where that is not above 0.
        low: lower limit of `by`; high: upper limit; None where a period has no limits.
    """

    by: float
    share: float | None
    low: float | None
    high: float | None

    @property
    def proven(self) -> bool:
        """Whether the limits leave out no change at all."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesOptions:
    """What is asked of a measure over periods.

    Attributes:
        period: day, week, month, quarter or year.
        last_day: last day of the data; the period that holds it may be unfinished.
        level: confidence level of the limits of the change.
        target: value that each period should reach, in the measure's unit; None without.
        baseline: first and last day between which the periods begin that give centre and limits.
    """

    period: str
    last_day: date
    level: float = 0.95
    target: float | None = None
    baseline: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of one group over its periods.

    Attributes:
        measure: what is measured.
        group: of whom, without a period.
        starts: first day of each period, in order.
        estimates: the value of each.
        chart: control limits and signals.
        test: whether it rises or falls throughout; None for fewer than four finished periods, or
            where periods are missing.
        options: what was asked.
        notes: what to be careful about.
    """

    measure: Measure
    group: Group
    starts: tuple[date, ...]
    estimates: tuple[Estimate, ...]
    chart: ControlChart
    test: TrendTest | None
    options: SeriesOptions
    notes: tuple[str, ...]

    @property
    def place(self) -> int | None:
        """The place of the last finished period; None without any."""
        return self.chart.finished - 1 if self.chart.finished else None

    @property
    def last(self) -> Estimate | None:
        """The last finished period."""
        return None if self.place is None else self.estimates[self.place]

    @property
    def start(self) -> date | None:
        """The first day of the last finished period."""
        return None if self.place is None else self.starts[self.place]

    @property
    def signals(self) -> tuple[Rule, ...]:
        """The rules that the last finished period breaks."""
        return () if self.place is None else self.chart.points[self.place].signals

    @property
    def since(self) -> date | None:
        """From which period on the last finished one lies, in a row, on its side of the centre."""
        if self.place is None:
            return None
        run = self.chart.run(self.place)
        return self.starts[self.place - run + 1] if run else None

    @property
    def drift(self) -> Drift | None:
        """Whether the signal is no news, but a steady rise or fall over all finished periods.

        Kendall's tau is 0.7 or more (85 of 100 pairs of periods go that way), the Mann-Kendall
        p-value is below 0.01, and the last finished period lies on that side and did not jump.
        """
        if self.test is None or self.last is None or "jump" in self.signals or not self.signals:
            return None
        finished, total = self.chart.finished, self.test.statistic
        if self.test.p_value >= SURE or abs(total) < STEADY * finished * (finished - 1) / 2:
            return None
        above = self.last.value > (self.chart.centre or 0.0)
        if above != (total > 0):
            return None
        return "rises" if above else "falls"

    @property
    def step(self) -> Step | None:
        """The change from the period before; None without one right before."""
        place = self.place
        if not place or next_start(self.starts[place - 1], self.options.period) != self.start:
            return None
        return step(self.estimates[place - 1], self.estimates[place], exact=self.measure.exact)

    @property
    def verdict(self) -> Verdict | None:
        """Whether the last finished period reached the target; None without target or period."""
        if self.last is None or self.options.target is None:
            return None
        return judged(self.last, self.options.target, self.measure)

    @property
    def values(self) -> tuple[float, ...]:
        """The values of the finished periods."""
        return tuple(one.value for one in self.estimates[: self.chart.finished])


def measured(
    measure: Measure,
    found: Mapping[date, Estimate],
    options: SeriesOptions,
    *,
    group: Group = TOTAL,
) -> Measured:
    """Put a measure's periods on an XmR chart.

    Args:
        measure: what is measured.
        found: estimate by first day of the period; at least one.
        options: period, target and baseline.
        group: of whom.

    Raises:
        BadOption: the baseline of all customers holds fewer than two finished periods.
    """
    starts = tuple(sorted(found))
    values = [found[start].value for start in starts]
    open_end = is_unfinished(starts[-1], options.period, options.last_day)
    finished = starts[:-1] if open_end else starts
    places = baseline_places(finished, options.baseline, alone=group == TOTAL)
    chart = xmr(values, unfinished=open_end, baseline=places)
    gaps = gaps_between(starts, options.period)
    return Measured(
        measure=measure,
        group=group,
        starts=starts,
        estimates=tuple(found[start] for start in starts),
        chart=chart,
        test=None if gaps else mann_kendall(values[: len(finished)]),
        options=options,
        notes=(*chart_notes(chart), *gap_notes(gaps)),
    )


def of_trend(trend: Trend, measure: Measure, options: TrendOptions) -> Measured:
    """A score's control chart as a measure like any other."""
    return Measured(
        measure=measure,
        group=trend.group,
        starts=trend.starts,
        estimates=tuple(Estimate(value_of(r), r.low, r.high, r.n) for r in trend.results),
        chart=trend.chart,
        test=trend.test,
        options=SeriesOptions(
            period=options.period,
            last_day=options.last_day,
            level=options.level,
            target=options.target,
            baseline=options.baseline,
        ),
        notes=trend.notes,
    )


def step(before: Estimate, after: Estimate, *, exact: bool = False) -> Step:
    """The difference of two periods, with limits recovered from those of the two.

    For shares with Wilson's limits they are Newcombe's. The periods are taken as independent; where
    the same customers are in both, the limits are wider than they need to be. What is counted in
    full changes by exactly the difference.

    Source:
        Newcombe, Statistics in Medicine 17, 1998, method 10; Zou & Donner, Statistics in Medicine
        27, 2008 (MOVER).
    """
    by = after.value - before.value
    share = by / before.value if before.value > 0 else None
    if exact:
        return Step(by, share, by, by)
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return Step(by, share, None, None)
    down = sqrt((after.value - after.low) ** 2 + (before.high - before.value) ** 2)
    up = sqrt((after.high - after.value) ** 2 + (before.value - before.low) ** 2)
    return Step(by, share, by - down, by + up)


def judged(estimate: Estimate, target: float, measure: Measure) -> Verdict:
    """Whether a target is met or missed for certain: the whole interval lies on one side of it."""
    low, high = estimate.low, estimate.high
    if measure.exact:
        low = high = estimate.value
    if low is None or high is None:
        return "not proven"
    if measure.better == "down":
        if high <= target:
            return "met"
        return "missed" if low > target else "not proven"
    if low >= target:
        return "met"
    return "missed" if high < target else "not proven"


def filled(
    found: Mapping[date, Estimate], period: str, *, first: date, last: date
) -> dict[date, Estimate]:
    """The periods from `first` to `last`; what is missing between is a count of 0."""
    whole: dict[date, Estimate] = {}
    start = first
    while start <= last:
        whole[start] = found.get(start, Estimate(0.0, 0.0, None, 0))
        start = next_start(start, period)
    return whole
