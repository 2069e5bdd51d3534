"""What is a signal in the newest finished period, over many series, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.control_chart import FEW, WIDTH, Rule
from cxlib.metrics.false_alarms import false_alarm_rate, rarity
from cxlib.metrics.measured import Measured


@dataclass(frozen=True, slots=True)
class Alert:
    """A series whose newest finished period is a signal.

    Attributes:
        series: its values and chart.
        place: the newest finished period.
        signals: the rules it breaks.
        strength: its distance from the centre, in limits: 1 lies on a limit.
        p_value: how often a steady series ends as far from its centre, or with as long a run or as
            large a change.
        p_adjusted: after Benjamini-Hochberg over all series watched.
    """

    series: Measured
    place: int
    signals: tuple[Rule, ...]
    strength: float
    p_value: float
    p_adjusted: float

    @property
    def up(self) -> bool:
        """Whether the period lies above the centre."""
        return self.series.chart.points[self.place].value > (self.series.chart.centre or 0.0)

    @property
    def fresh(self) -> bool:
        """Whether the period before was no signal on the same side of the centre."""
        if not self.place:
            return True
        before, centre = self.series.chart.points[self.place - 1], self.series.chart.centre or 0.0
        return not before.signals or (before.value > centre) != self.up


@dataclass(frozen=True, slots=True)
class Alerts:
    """Alerts of many series.

    Attributes:
        found: the signals, the strongest first.
        watched: series with enough periods.
        by_chance: signals that as many steady series would give.
        p_values: of every series watched; those of `found` among them.
    """

    found: tuple[Alert, ...]
    watched: int
    by_chance: float
    p_values: tuple[float, ...] = ()


def alerts(series: Iterable[Measured]) -> Alerts:
    """Look at the newest finished period of each series; those with fewer than eight are left out.

    Args:
        series: measures with XmR limits, for each group.
    """
    known = [one for one in series if one.chart.finished >= FEW and one.chart.moving_range]
    p_values = [rarity(one.chart) for one in known]
    adjusted = benjamini_hochberg(p_values)
    found = [
        Alert(one, one.chart.finished - 1, one.signals, _strength(one), p, after or 0.0)
        for one, p, after in zip(known, p_values, adjusted, strict=True)
        if one.signals
    ]
    return Alerts(
        found=tuple(sorted(found, key=lambda one: (one.p_value, -one.strength))),
        watched=len(known),
        by_chance=sum(false_alarm_rate(one.chart.finished) for one in known),
        p_values=tuple(p_values),
    )


def _strength(one: Measured) -> float:
    chart = one.chart
    reach = WIDTH * (chart.moving_range or 0.0)
    return abs(chart.points[chart.finished - 1].value - (chart.centre or 0.0)) / reach
