"""Signals over many series, levels between changes, forecasts, and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look, axis_of, p_text, value_of
from cxlib.charts.trends import limits_method
from cxlib.charts.words import interval, number
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alert, Alerts
from cxlib.metrics.change_points import ChangePoint
from cxlib.metrics.control_chart import ControlPoint, signal_words
from cxlib.metrics.periods import later_start, period_label
from cxlib.metrics.trends import Trend, TrendOptions, judge
from cxlib.metrics.trends import value_of as plain_value
from cxlib.models.forecast import Forecast, Name
from cxlib.stats.groups import TOTAL, Group
from cxlib.workspace.targets import Target

MOST_ROWS = 50


def group_name(group: Group) -> str:
    """A group with its column, or all customers."""
    return say("All") if group == TOTAL else f"{group.column}: {group.label}"


def alert_words(one: Alert, *, period: str, name: str) -> str:
    """One alert as a sentence."""
    trend = one.trend
    result = trend.results[one.place]
    form = axis_of(result, name).form
    values = {
        "name": name,
        "group": group_name(trend.group),
        "period": period_label(trend.starts[one.place], period),
        "value": number(plain_value(result), form),
        "centre": number(trend.chart.centre, form),
        "why": "; ".join(signal_words(rule) for rule in one.signals),
    }
    if one.up:
        return say("{name}, {group}, {period}: {value}, above the usual {centre} ({why})", **values)
    return say("{name}, {group}, {period}: {value}, below the usual {centre} ({why})", **values)


def chance_words(found: Alerts) -> str:
    """How many series are watched, and how many signals chance alone would give."""
    return say(
        "{watched} series are watched; as many steady ones would give about {n} signals by chance.",
        watched=number(found.watched, ",d"),
        n=number(found.by_chance, ",.1f"),
    )


def alert_table(found: Alerts, look: Look, *, period: str, names: Mapping[str, str]) -> Chart:
    """The signals of the newest finished period, the strongest first."""
    rows: list[tuple[Cell, ...]] = []
    for one in found.found[:MOST_ROWS]:
        result = one.trend.results[one.place]
        point = one.trend.chart.points[one.place]
        form = axis_of(result, "").form
        limits = interval(_on_scale(point, form), form)
        rows.append(
            (
                names.get(one.metric, one.metric),
                group_name(one.trend.group),
                period_label(one.trend.starts[one.place], period),
                number(plain_value(result), form),
                interval(value_of(result), form),
                number(one.trend.chart.centre, form),
                limits,
                result.n,
                "; ".join(signal_words(rule) for rule in one.signals),
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Signals in the newest finished period: {n}", n=len(found.found))
        if found.found
        else say("Nothing but noise in the newest finished period"),
        subtitle=look.subtitle(),
        method=limits_method("xmr"),
        source=look.source,
        level=look.level,
        table=Table(
            (
                say("Score"),
                say("Group"),
                say("Period"),
                say("Value"),
                say("Interval"),
                say("Centre"),
                say("Limits"),
                "n",
                say("Why it is a signal"),
            ),
            tuple(rows),
            ("", "", "", "", "", "", "", ",d", ""),
        ),
        notes=(chance_words(found),),
    )


def _on_scale(point: ControlPoint, form: str) -> Point:
    """The limits of a period, cut off at the ends of the score's scale."""
    lowest, highest = (0.0, 1.0) if form.endswith("%") else (-100.0, 100.0)
    if point.lower is None or point.upper is None:
        return Point(point.value)
    return Point(point.value, max(lowest, point.lower), min(highest, point.upper))


def level_chart(
    found: Trend, changes: Sequence[ChangePoint], options: TrendOptions, look: Look
) -> Chart:
    """The score with the levels between its changes."""
    axis = axis_of(found.results[0], look.name)
    finished = found.chart.finished
    values = [point.value for point in found.chart.points]
    edges = [0, *(one.place for one in changes), finished]
    levels: list[float | None] = []
    for start, end in pairwise(edges):
        levels += [sum(values[start:end]) / (end - start)] * (end - start)
    levels += [None] * (len(values) - finished)
    points = tuple(
        Point(value, one.low, one.high, one.n, hollow=place >= finished)
        for place, (value, one) in enumerate(zip(values, found.results, strict=True))
    )
    return Chart(
        kind=Kind.LINE,
        title=_level_title(found, changes, options, look),
        labels=tuple(period_label(start, options.period) for start in found.starts),
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
        n=sum(one.n for one in found.results),
        level=look.level,
        notes=tuple(
            say(
                "From {period} on {after} instead of {before}; p = {p}.",
                period=period_label(found.starts[one.place], options.period),
                after=number(one.after, axis.form),
                before=number(one.before, axis.form),
                p=p_text(one.p_value),
            )
            for one in changes
        ),
    )


def _level_title(
    found: Trend, changes: Sequence[ChangePoint], options: TrendOptions, look: Look
) -> str:
    if not changes:
        return say("{name}: one level throughout", name=look.name)
    last = period_label(found.starts[changes[-1].place], options.period)
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


def forecast_chart(found: Trend, ahead: Forecast, options: TrendOptions, look: Look) -> Chart:
    """The finished periods, and the coming ones with their prediction limits."""
    axis = axis_of(found.results[0], look.name)
    lowest, highest = (-100.0, 100.0) if options.box is None else (0.0, 1.0)
    finished = found.chart.finished
    starts = found.starts[:finished]
    coming = [later_start(starts[-1], options.period, i + 1) for i in range(len(ahead.ahead))]
    past = tuple(Point(plain_value(one), n=one.n) for one in found.results[:finished])
    later = tuple(
        Point(
            min(highest, max(lowest, one.value)),
            max(lowest, one.low),
            min(highest, one.high),
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
            period=period_label(coming[0], options.period),
        ),
        labels=tuple(period_label(start, options.period) for start in (*starts, *coming)),
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
        n=sum(one.n for one in found.results[:finished]),
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


def target_table(kept: Sequence[Target], shown: Mapping[Group, Trend], look: Look) -> Chart:
    """Each target beside the newest finished period: met, missed, or not proven."""
    words = {"met": say("met"), "missed": say("missed"), "not proven": say("not proven")}
    rows: list[tuple[Cell, ...]] = []
    for one in kept:
        group = Group(one.column, one.group) if one.column else TOTAL
        trend = shown.get(group)
        name = group_name(group)
        if trend is None or trend.chart.finished == 0:
            rows.append((name, _target(one), "", "", None, say("no finished period")))
            continue
        result = trend.results[trend.chart.finished - 1]
        form = axis_of(result, "").form
        rows.append(
            (
                name,
                _target(one),
                number(plain_value(result), form),
                interval(value_of(result), form),
                result.n,
                words[judge(result, one.value)],
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Targets and the newest finished period"),
        subtitle=look.subtitle(),
        method=say(
            "A target is met where the whole interval reaches it, missed where the whole interval "
            "lies below it, and not proven else: more answers may tell."
        ),
        source=look.source,
        level=look.level,
        table=Table(
            (say("Group"), say("Target"), say("Value"), say("Interval"), "n", say("Verdict")),
            tuple(rows),
            ("", "", "", "", ",d", ""),
        ),
    )


def _target(one: Target) -> str:
    return number(one.value, "+.1f" if one.metric == "nps" else ".1%")
