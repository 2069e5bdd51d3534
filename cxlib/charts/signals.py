"""Signals over many series, levels between changes, forecasts, and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.measures import (
    axis_of,
    drift_words,
    form_of,
    group_name,
    on_scale,
    p_words,
    point_of,
    rests_on,
    value_words,
    verdict_words,
    why,
)
from cxlib.charts.scores import Look, p_text
from cxlib.charts.trends import limits_method, sum_of
from cxlib.charts.words import interval, number
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alert, Alerts
from cxlib.metrics.change_points import ChangePoint
from cxlib.metrics.measured import Measured, judged
from cxlib.metrics.periods import later_start, period_label
from cxlib.models.forecast import Forecast, Name
from cxlib.stats.groups import TOTAL, Group
from cxlib.workspace.targets import Target

MOST_ROWS = 50


def alert_words(one: Alert, *, name: str) -> str:
    """One alert as a sentence."""
    series = one.series
    estimate = series.estimates[one.place]
    whole = series.group == TOTAL
    rests, value = rests_on(form_of(series), estimate), value_words(series, estimate.value)
    values = {
        "name": name if whole else f"{name}, {group_name(series.group)}",
        "period": period_label(series.starts[one.place], series.options.period),
        "value": f"{value} ({rests})" if rests else value,
    }
    if series.drift is not None and series.test is not None:
        steady = {"drift": drift_words(series), "p": p_words(series.test.p_value)}
        return say("{name}, {period}: {value}; {drift} (Mann-Kendall, {p})", **values, **steady)
    usual = {"centre": value_words(series, series.chart.centre), "why": why(series)}
    return say("{name}, {period}: {value}, where {centre} is usual: {why}", **values, **usual)


def chance_words(found: Alerts) -> str:
    """How many series are watched, and how many signals chance alone would give."""
    return say(
        "{watched} series are watched; as many steady ones would give about {n} signals by chance.",
        watched=number(found.watched, ",d"),
        n=number(found.by_chance, ",.1f"),
    )


def alert_table(found: Alerts, look: Look, *, names: Mapping[str, str]) -> Chart:
    """The signals of the newest finished period, the strongest first."""
    rows: list[tuple[Cell, ...]] = []
    for one in found.found[:MOST_ROWS]:
        series = one.series
        form = form_of(series)
        estimate = series.estimates[one.place]
        rows.append(
            (
                names.get(series.measure.key, series.measure.key),
                group_name(series.group),
                period_label(series.starts[one.place], series.options.period),
                value_words(series, estimate.value),
                interval(point_of(estimate), form),
                value_words(series, series.chart.centre),
                _limits(series, one.place),
                estimate.n,
                p_text(one.p_adjusted),
                drift_words(series) or why(series),
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Signals in the newest finished period: {n}", n=len(found.found))
        if found.found
        else say("Nothing but noise in the newest finished period"),
        subtitle=look.subtitle(),
        method=" ".join(
            (
                limits_method("xmr"),
                say(
                    "The p-value is how often a steady measure ends as strangely, adjusted for all "
                    "series watched (Benjamini and Hochberg, 1995)."
                ),
            )
        ),
        source=look.source,
        level=look.level,
        table=Table(
            (
                say("Measure"),
                say("Group"),
                say("Period"),
                say("Value"),
                say("Interval"),
                say("Centre"),
                say("Limits"),
                "n",
                say("Adjusted p"),
                say("Why it is a signal"),
            ),
            tuple(rows),
            ("", "", "", "", "", "", "", ",d", "", ""),
        ),
        notes=(chance_words(found),),
    )


def _limits(series: Measured, place: int) -> str:
    """The limits of a period, cut off at the ends of what the measure can be."""
    point = series.chart.points[place]
    if point.lower is None or point.upper is None:
        return ""
    low, high = (on_scale(series, one) for one in (point.lower, point.upper))
    return interval(Point(point.value, low, high), form_of(series))


def level_chart(found: Measured, changes: Sequence[ChangePoint], look: Look) -> Chart:
    """The measure with the levels between its changes."""
    axis = axis_of(found, look.name)
    finished, period = found.chart.finished, found.options.period
    values = [point.value for point in found.chart.points]
    edges = [0, *(one.place for one in changes), finished]
    levels: list[float | None] = []
    for start, end in pairwise(edges):
        levels += [sum(values[start:end]) / (end - start)] * (end - start)
    levels += [None] * (len(values) - finished)
    points = tuple(
        point_of(one, hollow=place >= finished) for place, one in enumerate(found.estimates)
    )
    return Chart(
        kind=Kind.LINE,
        title=_level_title(found, changes, look),
        labels=tuple(period_label(start, period) for start in found.starts),
        series=(
            Series(look.name, points),
            Series(say("Level"), tuple(Point(one) for one in levels), "bad", dashed=True),
        ),
        axis=axis,
        subtitle=look.subtitle(),
        method=say(
            "The series is split where the means before and after differ most, as long as the same "
            "values in random order would rarely split so well (5% for the whole series; 2,000 "
            "shuffles; binary segmentation: Scott and Knott, 1974; Taylor, 2000)."
        ),
        source=look.source,
        n=sum_of(found),
        level=look.level,
        notes=tuple(
            say(
                "From {period} on {after} instead of {before}; p = {p}.",
                period=period_label(found.starts[one.place], period),
                after=number(one.after, axis.form),
                before=number(one.before, axis.form),
                p=p_text(one.p_value),
            )
            for one in changes
        ),
    )


def _level_title(found: Measured, changes: Sequence[ChangePoint], look: Look) -> str:
    if not changes:
        return say("{name}: one level throughout", name=look.name)
    last = period_label(found.starts[changes[-1].place], found.options.period)
    if changes[-1].after > changes[-1].before:
        return say("{name} has been on a higher level since {period}", name=look.name, period=last)
    return say("{name} has been on a lower level since {period}", name=look.name, period=last)


def forecast_names() -> dict[Name, str]:
    """The methods of a forecast for a reader."""
    return {
        "naive": say("stays as it is"),
        "mean": say("mean of all periods"),
        "smoothing": say("exponential smoothing"),
        "seasonal": say("as a cycle ago"),
    }


def forecast_chart(found: Measured, ahead: Forecast, look: Look) -> Chart:
    """The finished periods, and the coming ones with their prediction limits."""
    axis, period = axis_of(found, look.name), found.options.period
    finished = found.chart.finished
    starts = found.starts[:finished]
    coming = [later_start(starts[-1], period, i + 1) for i in range(len(ahead.ahead))]
    past = tuple(Point(one.value, n=one.n) for one in found.estimates[:finished])
    later = tuple(
        Point(
            on_scale(found, one.value),
            on_scale(found, one.low),
            on_scale(found, one.high),
            hollow=True,
        )
        for one in ahead.ahead
    )
    blank = Point(None)
    return Chart(
        kind=Kind.LINE,
        title=say(
            "{name}: {low} to {high} expected in {period}",
            name=look.name,
            low=number(later[0].low, axis.form),
            high=number(later[0].high, axis.form),
            period=period_label(coming[0], period),
        ),
        labels=tuple(period_label(start, period) for start in (*starts, *coming)),
        series=(
            Series(look.name, (*past, *(blank for _ in later))),
            Series(say("Forecast"), (*(blank for _ in past), *later), "accent", dashed=True),
        ),
        axis=axis,
        subtitle=look.subtitle(),
        method=say(
            "Simple methods are tried on the past, each with what was known then, and the one that "
            "missed least is used (Hyndman and Athanasopoulos, 2021). The limits are for a coming "
            "period, if things go on as before; they know nothing of what is planned."
        ),
        source=look.source,
        n=sum_of(found),
        level=look.level,
        notes=(*_trial_notes(ahead, axis), _season_note(ahead)),
    )


def _trial_notes(ahead: Forecast, axis: Axis) -> tuple[str, ...]:
    names, form = forecast_names(), ".1%" if axis.form.endswith("%") else ",.1f"
    best = ahead.trials[0]
    said = say(
        "Method: {method}; on the past it missed by {error} on average ({n} forecasts).",
        method=names[ahead.name],
        error=number(best.error, form),
        n=number(best.n, ",d"),
    )
    if ahead.beats_naive:
        return (
            said,
            say(
                "To say that it stays as it is would have missed by {error}.",
                error=number(ahead.naive_error, form),
            ),
        )
    return (said, say("No method did better than to say that it stays as it is."))


def _season_note(ahead: Forecast) -> str:
    if ahead.seasons:
        return say("Seasons were looked for: there are two full cycles or more.")
    return say("Nothing is said of seasons: that needs two full cycles.")


def target_table(kept: Sequence[Target], shown: Mapping[Group, Measured], look: Look) -> Chart:
    """Each target beside the newest finished period: met, missed, or not proven.

    Args:
        kept: the targets of one measure.
        shown: the measure by group; at least of one.
        look: names and level.
    """
    words, any_one = verdict_words(), next(iter(shown.values()))
    rows: list[tuple[Cell, ...]] = []
    for one in kept:
        group = Group(one.column, one.group) if one.column else TOTAL
        found = shown.get(group)
        name, target = group_name(group), value_words(any_one, one.value)
        if found is None or found.last is None:
            rows.append((name, target, "", "", None, say("no finished period")))
            continue
        last = found.last
        rows.append(
            (
                name,
                target,
                value_words(found, last.value),
                interval(point_of(last), form_of(found)),
                last.n,
                words[judged(last, one.value, found.measure)],
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Targets and the newest finished period"),
        subtitle=look.subtitle(),
        method=_target_method(any_one),
        source=look.source,
        level=look.level,
        table=Table(
            (say("Group"), say("Target"), say("Value"), say("Interval"), "n", say("Verdict")),
            tuple(rows),
            ("", "", "", "", ",d", ""),
        ),
    )


def _target_method(found: Measured) -> str:
    if found.measure.better == "down":
        return say(
            "Lower is better here: a target is met where the whole interval lies at or below it, "
            "missed where the whole interval lies above it, and not proven else."
        )
    return say(
        "A target is met where the whole interval reaches it, missed where the whole interval "
        "lies below it, and not proven else: more answers may tell."
    )
