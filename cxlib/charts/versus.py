"""Two groups of customers in every measure: what differs, and how much."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.measure_words import Metric
from cxlib.charts.scores import FALSE_ALARMS, Look, p_text
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.models.differences import FEWEST, Difference

Row = Difference[Metric]
MOST_TOLD = 3


def lead(rows: Sequence[Row], names: tuple[str, str]) -> str:
    """What differs for certain, the surest first, in one sentence.

    Args:
        rows: all measures of the table.
        names: what the two groups are called.
    """
    tested = [row for row in rows if row.p_adjusted is not None]
    one, other = names
    if not tested:
        return say("Too few to compare {one} with {other}", one=one, other=other)
    proven = sorted((row for row in tested if _proven(row)), key=lambda row: row.gap.p_value or 0)
    if not proven:
        return say(
            "No measure of {n} differs for certain between {one} and {other}",
            n=len(tested),
            one=one,
            other=other,
        )
    told = [f"{row.key.short} {row.key.told(row.gap.value)}" for row in proven[:MOST_TOLD]]
    parts = "; ".join(told)
    more = len(proven) - len(told)
    if more:
        return say(
            "{one} against {other}: {parts}; and {more} more of {n} measures differ",
            one=one, other=other, parts=parts, more=more, n=len(tested),
        )  # fmt: skip
    if len(tested) == len(proven):
        return say("{one} against {other}: {parts}", one=one, other=other, parts=parts)
    return say(
        "{one} against {other}: {parts}. Nothing else differs for certain ({rest} measures)",
        one=one, other=other, parts=parts, rest=len(tested) - len(proven),
    )  # fmt: skip


def difference_chart(rows: Sequence[Row], names: tuple[str, str], look: Look) -> Chart:
    """All measures on one scale: differences in standard deviations, right is more, or better.

    Args:
        rows: the measures; those without limits are left to the table.
        names: what the two groups are called.
        look: names, selection and level.
    """
    drawn = [(row, point) for row in rows if (point := _point(row)) is not None]
    if not drawn:
        return difference_table(rows, names, look)
    return Chart(
        kind=Kind.INTERVALS,
        title=lead(rows, names),
        labels=_labels([row for row, _ in drawn]),
        series=(Series(say("Difference"), tuple(point for _, point in drawn)),),
        axis=Axis(
            say("Difference in standard deviations"),
            form="+.2f",
        ),
        subtitle=look.subtitle(),
        method=_method(rows),
        source=look.source,
        level=look.level,
        notes=_chart_notes(rows, names[0]),
    )


def difference_table(rows: Sequence[Row], names: tuple[str, str], look: Look) -> Chart:
    """Every measure of both groups with limits, and their difference with its test."""
    one, other = names
    columns = (
        say("Metric"),
        one,
        other,
        say("Difference"),
        "p",
        say("Adjusted p"),
        "n",
        say("File"),
    )
    cells = tuple(_cells(row) for row in rows)
    tested = [row for row in rows if row.p_adjusted is not None]
    return Chart(
        kind=Kind.TABLE,
        title=say(
            "{one} against {other}: {n} of {all} measures differ for certain",
            one=one,
            other=other,
            n=sum(_proven(row) for row in tested),
            all=len(tested),
        ),
        subtitle=look.subtitle(),
        method=_method(rows),
        source=look.source,
        level=look.level,
        table=Table(columns, cells, ("",) * len(columns)),
        notes=_table_notes(rows),
    )


def _proven(row: Row) -> bool:
    return row.p_adjusted is not None and row.p_adjusted < FALSE_ALARMS


def _labels(rows: Sequence[Row]) -> tuple[str, ...]:
    """The measures' names, with that of the file where two are called alike."""
    names = [row.key.short for row in rows]
    return tuple(
        f"{row.key.short} ({row.key.source})" if names.count(row.key.short) > 1 else row.key.short
        for row in rows
    )


def _point(row: Row) -> Point | None:
    """A difference in standard deviations, its sign turned where a low value is the good one."""
    gap, spread = row.gap, row.spread
    if gap.value is None or gap.low is None or gap.high is None or not spread:
        return None
    turn = -1 if row.key.lower_is_better else 1
    low, high = sorted((turn * gap.low / spread, turn * gap.high / spread))
    note = say(
        "{by} ({limits}), adjusted p = {p}",
        by=row.key.told(gap.value),
        limits=row.key.limits(gap.low, gap.high),
        p=p_text(row.p_adjusted),
    )
    n = row.one.n + row.other.n
    return Point(turn * gap.value / spread, low, high, n, hollow=not _proven(row), note=note)


def _cells(row: Row) -> tuple[Cell, ...]:
    metric, gap = row.key, row.gap
    by = metric.told(gap.value)
    if gap.low is not None:
        by = say("{by} ({limits})", by=by, limits=metric.limits(gap.low, gap.high))
    return (
        metric.name,
        metric.estimate(row.one),
        metric.estimate(row.other),
        by,
        p_text(gap.p_value),
        p_text(row.p_adjusted),
        f"{count(row.one.n)} / {count(row.other.n)}",
        metric.source,
    )


def _method(rows: Sequence[Row]) -> str:
    tested = sum(row.p_adjusted is not None for row in rows)
    return say(
        "Scores and sentiment: difference of adjusted scores (Sauro & Lewis, 2016; Rocks, 2016). "
        "Shares: Newcombe (1998) and the N-1 chi-square (Campbell, 2007). Still there: "
        "Kaplan-Meier, log-log test at that time (Klein et al., 2007), limits by Zou and Donner "
        "(2008). Mean times: restricted means, those still there or waiting included (Uno et al., "
        "2014). Spend, fees, reopened tickets and rates: customers are the unit (Cochran, 1977), "
        "tested by Welch (1947) and Student (1908). Of means, the wider limits of the groups' own "
        "and of a common variance are given. All {n} tests of the table are one family (Benjamini "
        "& Hochberg, 1995); adjusted p-values below {share} count as differing. The scale of the "
        "chart is the standard deviation of one member (Cohen, 1988).",
        n=tested,
        share=number(FALSE_ALARMS, ".0%"),
    )


def _chart_notes(rows: Sequence[Row], one: str) -> tuple[str, ...]:
    side = say("Right of 0: {one} has more, or less where less is better.", one=one)
    if all(_proven(row) for row in rows):
        return (side,)
    return (side, say("Pale bars are not certain: their adjusted p-value is not below {share}.",
                share=number(FALSE_ALARMS, ".0%")),)  # fmt: skip


def _table_notes(rows: Sequence[Row]) -> tuple[str, ...]:
    untested = [row.key.short for row in rows if row.p_adjusted is None]
    if not untested:
        return ()
    return (
        say(
            "Without a test, since a group has fewer than {few} members, was not watched long "
            "enough, or does not vary: {names}.",
            few=FEWEST,
            names=", ".join(dict.fromkeys(untested)),
        ),
    )
