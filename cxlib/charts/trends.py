"""The control chart: a score over time with the limits within which noise moves it."""

from __future__ import annotations

from cxlib.charts.chart import Chart, Kind, Line, Point, Series
from cxlib.charts.scores import Look, axis_of
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import ControlPoint, Limits, signal_words
from cxlib.metrics.periods import period_label
from cxlib.metrics.trends import Trend, TrendOptions


def control_chart(found: Trend, options: TrendOptions, look: Look) -> Chart:
    """A score period by period, with centre, limits, target and signals in words.

    Args:
        found: the trend of one group.
        options: what was asked.
        look: names and level.
    """
    axis = axis_of(found.results[0], look.name)
    chart = found.chart
    points = tuple(
        Point(
            point.value,
            n=result.n,
            hollow=not point.finished,
            note="; ".join(signal_words(rule) for rule in point.signals),
        )
        for point, result in zip(chart.points, found.results, strict=True)
    )
    varying = len({(point.lower, point.upper) for point in chart.points}) > 1
    lines = _lines(found, options, axis.form, varying=varying)
    return Chart(
        kind=Kind.LINE,
        title=_title(found, options, look),
        labels=tuple(period_label(start, options.period) for start in found.starts),
        series=(Series(look.name, points), *(_limit_series(found) if varying else ())),
        axis=axis,
        subtitle=look.selection,
        method=limits_method(options.limits),
        source=look.source,
        n=sum(result.n for result in found.results),
        lines=lines,
        click="period",
        keys=tuple(start.isoformat() for start in found.starts),
        notes=(*_signal_notes(found, options), *found.notes),
    )


def limits_method(limits: Limits) -> str:
    """How the limits are computed, and which rules give a signal."""
    how = {
        "xmr": say(
            "XmR limits: the mean of the finished periods, and 2.66 times the mean change from one "
            "to the next on either side (Shewhart; Wheeler, 1993)."
        ),
        "p": say(
            "Limits of three standard errors around the score of all finished periods, by the "
            "number of answers (Shewhart)."
        ),
        "laney": say(
            "Laney's limits (Quality Engineering, 2002): three standard errors by the number of "
            "answers, widened by the spread between periods."
        ),
    }
    rules = say(
        "A signal: a period outside the limits, eight in a row on one side of the centre, three of "
        "four nearer to a limit than to the centre or, with XmR, a change larger than 3.268 times "
        "the mean change."
    )
    return f"{how[limits]} {rules}"


def _lines(found: Trend, options: TrendOptions, form: str, *, varying: bool) -> tuple[Line, ...]:
    chart, first = found.chart, found.chart.points[0]
    lines = []
    if chart.centre is not None:
        lines.append(Line(chart.centre, say("Centre {value}", value=number(chart.centre, form))))
    if not varying and first.lower is not None and first.upper is not None:
        lines.append(Line(first.upper, say("Upper limit {value}", value=number(first.upper, form))))
        lines.append(Line(first.lower, say("Lower limit {value}", value=number(first.lower, form))))
    if options.target is not None:
        lines.append(
            Line(options.target, say("Target {value}", value=number(options.target, form)))
        )
    return tuple(lines)


def _limit_series(found: Trend) -> tuple[Series, Series]:
    """Limits that follow the number of answers, as lines of their own."""
    points = found.chart.points
    upper = tuple(Point(point.upper, hollow=not point.finished) for point in points)
    lower = tuple(Point(point.lower, hollow=not point.finished) for point in points)
    return (
        Series(say("Upper limit"), upper, tone="muted", dashed=True),
        Series(say("Lower limit"), lower, tone="muted", dashed=True),
    )


def _title(found: Trend, options: TrendOptions, look: Look) -> str:
    signals = [place for place, point in enumerate(found.chart.points) if point.signals]
    if not signals:
        return say("{name}: noise, no signal", name=look.name)
    last = period_label(found.starts[signals[-1]], options.period)
    if len(signals) == 1:
        return say("{name}: a signal in {period}", name=look.name, period=last)
    return say(
        "{name}: {n} periods with a signal, the last in {period}",
        name=look.name,
        n=len(signals),
        period=last,
    )


def _signal_notes(found: Trend, options: TrendOptions) -> list[str]:
    def words(point: ControlPoint) -> str:
        return "; ".join(signal_words(rule) for rule in point.signals)

    return [
        f"{period_label(start, options.period)}: {words(point)}."
        for start, point in zip(found.starts, found.chart.points, strict=True)
        if point.signals
    ]
