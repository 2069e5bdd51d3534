"""Charts of themes over time: one with its limits, all with a signal, and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import chart_notes, signal_words
from cxlib.metrics.periods import period_label
from cxlib.text.emerging import Change
from cxlib.text.impact import FEWEST, THIN
from cxlib.text.theme_trend import FALSE_ALARMS, ThemeTrend

MOST_BARS = 16


def theme_over_time(trend: ThemeTrend, period: str, look: Look) -> Chart:
    """The share of comments that mention a theme, with the limits within which chance moves it.

    Args:
        trend: the theme.
        period: length of a period.
        look: names and level.
    """
    chart = trend.chart
    points = tuple(
        Point(
            point.value,
            n=size,
            hollow=not point.finished,
            note="; ".join(signal_words(rule) for rule in point.signals),
        )
        for point, size in zip(chart.points, trend.sizes, strict=True)
    )
    bounds = [(point.lower, point.upper, not point.finished) for point in chart.points]
    upper = tuple(Point(_share(high), hollow=late) for _, high, late in bounds)
    lower = tuple(Point(_share(low), hollow=late) for low, _, late in bounds)
    lines: tuple[Line, ...] = ()
    if chart.centre is not None:
        words = say("Centre {value}", value=number(chart.centre, ".1%"))
        lines = (Line(chart.centre, words),)
    return Chart(
        kind=Kind.LINE,
        title=_title(trend, period),
        labels=tuple(period_label(start, period) for start in trend.starts),
        series=(
            Series(say("Share of comments"), points),
            Series(say("Upper limit"), upper, tone="muted", dashed=True),
            Series(say("Lower limit"), lower, tone="muted", dashed=True),
        ),
        axis=Axis(say("Share of comments that mention it"), 0, form=".0%"),
        subtitle=look.selection,
        method=trend_method(),
        source=look.source,
        n=sum(trend.sizes),
        lines=lines,
        click="period",
        keys=tuple(start.isoformat() for start in trend.starts),
        notes=chart_notes(chart),
    )


def trend_method() -> str:
    """How the limits are computed, which rules give a signal, and how often they do by chance."""
    return say(
        "p' chart: three standard errors by the number of comments around the share of all "
        "finished periods, widened where periods vary more than chance explains (Laney, Quality "
        "Engineering, 2002). A signal: a period outside the limits, eight in a row on one side of "
        "the centre, or three of four nearer to a limit than to the centre. Of themes that are "
        "steady about {share} give a signal in a given period.",
        share=number(FALSE_ALARMS, ".0%"),
    )


def signals_table(trends: Sequence[ThemeTrend], period: str, look: Look) -> Chart:
    """The themes with a signal in the last finished period, then the others.

    Args:
        trends: all themes.
        period: length of a period.
        look: names and level.

    Raises:
        NotEnoughData: no theme has a finished period.
    """
    known = [one for one in trends if one.latest is not None]
    if not known:
        raise _too_few()
    ranked = sorted(known, key=lambda one: (not one.now, one.theme))
    rows = []
    for one in ranked:
        place = one.latest or 0
        share = one.chart.points[place].value
        rows.append(
            (
                one.theme,
                say("yes") if one.now else say("no"),
                share,
                one.chart.centre,
                one.counts[place],
            )
        )
    with_signal = [one for one in known if one.now]
    last = period_label(known[0].starts[known[0].latest or 0], period)
    title = say("{period}: no theme gives a signal", period=last)
    if with_signal:
        names = ", ".join(one.theme for one in with_signal[:4])
        title = say("{period}: a signal for {themes}", period=last, themes=names)
    return Chart(
        kind=Kind.TABLE,
        title=title,
        subtitle=look.selection,
        method=trend_method(),
        source=look.source,
        n=known[0].sizes[known[0].latest or 0],
        table=Table(
            (say("Theme"), say("Signal"), say("Share now"), say("Usual share"), "n"),
            tuple(rows),
            ("", "", ".1%", ".1%", ",d"),
        ),
        notes=(
            *(_told(one) for one in with_signal),
            say(
                "With {n} themes, chance alone gives about {alarms} signals in a period.",
                n=len(known),
                alarms=number(len(known) * FALSE_ALARMS, ".1f"),
            ),
        ),
    )


def emerging_chart(changes: Sequence[Change], now: str, look: Look) -> Chart:
    """How much more often themes come up in one period than in all before it.

    Args:
        changes: the largest rise first.
        now: the period in words.
        look: names and level.

    Raises:
        NotEnoughData: no theme is mentioned often enough.
    """
    known = [one for one in changes if one.p_value is not None]
    if not known:
        raise _too_few()
    shown = known
    if len(known) > MOST_BARS:
        widest = sorted(known, key=lambda one: -abs(one.gap))[:MOST_BARS]
        shown = [one for one in known if one in widest]
    return Chart(
        kind=Kind.INTERVALS,
        title=_emerging_title(known, now),
        labels=tuple(one.theme for one in shown),
        series=(
            Series(
                say("Change of the share"),
                tuple(
                    Point(
                        100 * one.gap,
                        100 * one.low,
                        100 * one.high,
                        one.n,
                        hollow=one.n + one.n_other < THIN,
                        note=_shares(one),
                    )
                    for one in shown
                ),
            ),
        ),
        axis=Axis(say("Change of the share of comments (points)"), form="+.1f"),
        subtitle=look.subtitle(),
        method=say(
            "The share of comments in the period less the share in all periods before it in view. "
            "Limits by Newcombe (Statistics in Medicine, 1998, method 10); N-1 chi-square, "
            "adjusted over the themes by Benjamini and Hochberg, so that where nothing has changed "
            "about 1 view in 20 names any theme. Themes with fewer than {n} comments are left "
            "out.",
            n=FEWEST,
        ),
        source=look.source,
        n=None,
        level=look.level,
        lines=(Line(0.0, ""),),
        click="theme",
    )


def _emerging_title(known: Sequence[Change], now: str) -> str:
    """The theme that rose most, where it provably did."""
    rising = [one for one in known if one.proven and one.gap > 0]
    if not rising:
        return say("No theme provably comes up more in {period}", period=now)
    first = rising[0]
    return say(
        "'{theme}' comes up more in {period}: {share}, {before} before",
        theme=first.theme,
        period=now,
        share=number(first.share, ".1%"),
        before=number(first.share_other, ".1%"),
    )


def _title(trend: ThemeTrend, period: str) -> str:
    places = [place for place, point in enumerate(trend.chart.points) if point.signals]
    if not places:
        return say("'{theme}': noise, no signal", theme=trend.theme)
    last = period_label(trend.starts[places[-1]], period)
    words = "; ".join(signal_words(rule) for rule in trend.chart.points[places[-1]].signals)
    return say("'{theme}' in {period}: {signal}", theme=trend.theme, period=last, signal=words)


def _told(trend: ThemeTrend) -> str:
    words = "; ".join(signal_words(rule) for rule in trend.now)
    return f"{trend.theme}: {words}."


def _share(value: float | None) -> float | None:
    """A limit as a share can reach it."""
    return None if value is None else min(1.0, max(0.0, value))


def _shares(one: Change) -> str:
    return say(
        "{share}, {before} before; adjusted p = {p}",
        share=number(one.share, ".1%"),
        before=number(one.share_other, ".1%"),
        p=p_text(one.p_adjusted),
    )


def _too_few() -> NotEnoughData:
    hint = say("Widen the dates, drop a filter, or choose shorter periods.")
    what = say("Themes over time")
    return NotEnoughData(what, have=0, need=1, unit="finished period", hint=hint)
