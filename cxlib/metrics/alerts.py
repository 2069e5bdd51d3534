"""What is a signal in the newest finished period, over many series, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxlib.metrics.control_chart import FEW, WIDTH, Rule
from cxlib.metrics.false_alarms import false_alarm_rate
from cxlib.metrics.trends import Trend


@dataclass(frozen=True, slots=True)
class Alert:
    """A series whose newest finished period is a signal.

    Attributes:
        metric: the score.
        trend: its chart.
        place: the newest finished period.
        signals: the rules it breaks.
        strength: its distance from the centre, in limits: 1 lies on a limit.
    """

    metric: str
    trend: Trend
    place: int
    signals: tuple[Rule, ...]
    strength: float

    @property
    def up(self) -> bool:
        """Whether the period lies above the centre."""
        return self.trend.chart.points[self.place].value > (self.trend.chart.centre or 0.0)


@dataclass(frozen=True, slots=True)
class Alerts:
    """Alerts of many series.

    Attributes:
        found: the signals, the strongest first.
        watched: series with enough periods.
        by_chance: signals that as many steady series would give.
    """

    found: tuple[Alert, ...]
    watched: int
    by_chance: float


def alerts(series: Iterable[tuple[str, Trend]]) -> Alerts:
    """Look at the newest finished period of each series; those with fewer than eight are left out.

    Args:
        series: the score's name and its chart with XmR limits, for each group.
    """
    found: list[Alert] = []
    watched, by_chance = 0, 0.0
    for metric, trend in series:
        place = trend.chart.finished - 1
        if trend.chart.finished < FEW:
            continue
        watched += 1
        by_chance += false_alarm_rate(trend.chart.finished)
        signals = trend.chart.points[place].signals
        if signals:
            found.append(Alert(metric, trend, place, signals, _strength(trend, place)))
    return Alerts(tuple(sorted(found, key=lambda one: -one.strength)), watched, by_chance)


def _strength(trend: Trend, place: int) -> float:
    chart = trend.chart
    reach = WIDTH * (chart.moving_range or 0.0)
    apart = abs(chart.points[place].value - (chart.centre or 0.0))
    return apart / reach if reach else float("inf")
