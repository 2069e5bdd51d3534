"""The control chart: a measure over time with the limits within which noise moves it."""

from __future__ import annotations

from itertools import groupby

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.measures import axis_of as measure_axis
from cxlib.charts.measures import drift_words, on_scale, p_words, why
from cxlib.charts.scores import Look, axis_of
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import Limits, signal_words
from cxlib.metrics.measured import Measure, Measured, Unit, of_trend
from cxlib.metrics.periods import period_label
from cxlib.metrics.trends import Trend, TrendOptions


def control_chart(found: Trend, options: TrendOptions, look: Look) -> Chart:
    """A score period by period, with centre, limits, target and signals in words.

    Args:
        found: the trend of one group.
        options: what was asked.
        look: names and level.
    """
    return signal_chart(measured_trend(found, options), look, axis_of(found.results[0], look.name))


def measured_trend(found: Trend, options: TrendOptions, key: str = "score") -> Measured:
    """A score's trend as a measure like any other."""
    unit: Unit = "points" if options.box is None else "share"
    return of_trend(found, Measure(key, unit), options)


def signal_chart(found: Measured, look: Look, axis: Axis | None = None) -> Chart:
    """A measure period by period, with centre, limits, target and signals in words.

    Args:
        found: the measure of one group.
        look: names and level.
        axis: the value axis; None for the measure's own.
    """
    axis = axis or measure_axis(found, look.name)
    chart = found.chart
    points = tuple(
        Point(
            point.value,
            n=one.n,
            hollow=not point.finished,
            note="; ".join(signal_words(rule) for rule in point.signals),
        )
        for point, one in zip(chart.points, found.estimates, strict=True)
    )
    varying = len({(point.lower, point.upper) for point in chart.points}) > 1
    lines = _lines(found, axis.form, varying=varying)
    return Chart(
        kind=Kind.LINE,
        title=_title(found, look),
        labels=tuple(period_label(start, found.options.period) for start in found.starts),
        series=(Series(look.name, points), *(_limit_series(found) if varying else ())),
        axis=axis,
        subtitle=look.selection,
        method=limits_method(chart.limits),
        source=look.source,
        n=sum_of(found),
        lines=lines,
        click="period",
        keys=tuple(start.isoformat() for start in found.starts),
        notes=(
            *_baseline_notes(found),
            *(_signal_notes(found) if found.drift is None else _drift_notes(found)),
            *found.notes,
        ),
    )


def sum_of(found: Measured) -> int | None:
    """What all periods rest on together; None where that is not counted."""
    known = [one.n for one in found.estimates if one.n is not None]
    return sum(known) if known else None


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


def _lines(found: Measured, form: str, *, varying: bool) -> tuple[Line, ...]:
    chart, first, target = found.chart, found.chart.points[0], found.options.target
    lines = []
    if chart.centre is not None:
        lines.append(Line(chart.centre, say("Centre {value}", value=number(chart.centre, form))))
    if not varying and first.lower is not None and first.upper is not None:
        upper, lower = (number(one, form) for one in (first.upper, first.lower))
        limits = (
            Line(first.upper, say("Upper limit {value}", value=upper)),
            Line(first.lower, say("Lower limit {value}", value=lower)),
        )
        # A limit beyond what the measure can be is none.
        lines += [line for line in limits if on_scale(found, line.at) == line.at]
    if target is not None:
        lines.append(Line(target, say("Target {value}", value=number(target, form))))
    if chart.baseline is not None:
        lines.append(Line(float(chart.baseline[1]), say("End of the baseline"), vertical=True))
    return tuple(lines)


def _limit_series(found: Measured) -> tuple[Series, Series]:
    """Limits that follow the number of answers, as lines of their own."""
    points = found.chart.points
    upper = tuple(Point(point.upper, hollow=not point.finished) for point in points)
    lower = tuple(Point(point.lower, hollow=not point.finished) for point in points)
    return (
        Series(say("Upper limit"), upper, tone="muted", dashed=True),
        Series(say("Lower limit"), lower, tone="muted", dashed=True),
    )


def _title(found: Measured, look: Look) -> str:
    if found.chart.moving_range is None:
        return say("{name}: too few finished periods for limits", name=look.name)
    signals = [place for place, point in enumerate(found.chart.points) if point.signals]
    if not signals:
        return say("{name}: noise, no signal", name=look.name)
    if found.drift is not None:
        return f"{look.name}: {drift_words(found)}"
    last = period_label(found.starts[signals[-1]], found.options.period)
    if len(signals) == 1:
        return say("{name}: a signal in {period}", name=look.name, period=last)
    return say(
        "{name}: {n} periods with a signal, the last in {period}",
        name=look.name,
        n=len(signals),
        period=last,
    )


def _baseline_notes(found: Measured) -> list[str]:
    if found.chart.baseline is None:
        return []
    first, last = (
        period_label(found.starts[place], found.options.period) for place in found.chart.baseline
    )
    return [
        say(
            "Centre and limits come from {first} to {last} (baseline); all periods are judged "
            "against them.",
            first=first,
            last=last,
        )
    ]


def _drift_notes(found: Measured) -> list[str]:
    """Why a steady rise or fall gives signals all the time."""
    if found.test is None:
        return []
    return [
        say(
            "The rise or fall is steady (Mann-Kendall, {p}; slope: Sen, 1968), so that periods "
            "signal against one centre all the time; that alone is no news.",
            p=p_words(found.test.p_value),
        )
    ]


def _signal_notes(found: Measured) -> list[str]:
    """The signals in words, those in a row that say the same as one."""
    words = [
        why(found) if place == found.place else "; ".join(signal_words(r) for r in point.signals)
        for place, point in enumerate(found.chart.points)
    ]
    notes, place = [], 0
    for said, row in groupby(words):
        first, place = place, place + len(list(row))
        if said:
            spans = (found.starts[first], found.starts[place - 1])
            start, end = (period_label(one, found.options.period) for one in spans)
            when = start if start == end else say("{start} to {end}", start=start, end=end)
            notes.append(f"{when}: {said}.")
    return notes
