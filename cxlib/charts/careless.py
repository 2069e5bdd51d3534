"""Charts of answers without care: straight lines, speeders, and questions left blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxlib.charts.answering import Part, beside
from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look, value_of
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.shares import BoxScore, wilson
from cxlib.stats.answer_times import AnswerTimes
from cxlib.stats.blanks import Blanks
from cxlib.stats.groups import TOTAL
from cxlib.stats.straight_lines import (
    FEW,
    HIGHEST,
    LEAST,
    LOWEST,
    MIXED,
    SAME,
    STRAIGHT,
    StraightLines,
)

MOST_BARS = 40
COLUMNS = 24
"""Bars of the histogram of answering times."""


def straight_part(columns: int) -> Part:
    """The share of answers whose ratings are all the same."""
    return Part(
        say("Share with all ratings alike"),
        say(
            "Answers with at least {least} of the {n} ratings; straight means that all that were "
            "given are the same. It is one sign of low effort (Krosnick, Applied Cognitive "
            "Psychology, 1991), and no proof of it.",
            least=LEAST,
            n=columns,
        ),
    )


def quick_part(limit: float, part: float) -> Part:
    """The share of answers quicker than a limit."""
    return Part(
        say("Share answered too quickly"),
        say(
            "Quicker than {limit} in the unit of the file, which is {part} of the median time of "
            "the answers in view. Relative limits are compared by Greszki, Meyer and Schoen, "
            "Public Opinion Quarterly, 2015.",
            limit=number(limit, ",.4g"),
            part=number(part, ".0%"),
        ),
    )


def pattern_shares(found: StraightLines, look: Look) -> Chart:
    """How many answers rate everything alike, and at which end, one bar with limits each."""
    rows = found.rows[TOTAL]
    parts = {one: rows.get(one, 0) for one in STRAIGHT}
    straight = sum(parts.values())
    n = straight + rows.get(MIXED, 0)
    bars = {
        say("All ratings alike"): straight,
        say("All {score} (highest)", score=found.scale[1]): parts[HIGHEST],
        say("All alike, in between"): parts[SAME],
        say("All {score} (lowest)", score=found.scale[0]): parts[LOWEST],
    }
    notes = []
    if straight:
        top = number(parts[HIGHEST] / straight, ".0%")
        notes.append(
            say(
                "{share} of the straight answers give the highest rating throughout: many of them "
                "will be honest. Look at those in between first.",
                share=top,
            )
        )
    if rows.get(FEW):
        notes.append(
            say(
                "Not counted, with fewer than {least} ratings: {n}.",
                n=count(rows[FEW]),
                least=LEAST,
            )
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=say("{share} of the answers rate everything alike", share=number(straight / n, ".1%"))
        if n
        else say("No answer has enough ratings"),
        labels=tuple(bars),
        series=(Series(say("Share"), tuple(_share(k, n, look.level) for k in bars.values())),),
        axis=Axis(say("Share of answers"), 0, form=".1%"),
        subtitle=look.subtitle(),
        method=say("Shares of the answers with at least {n} ratings; limits by Wilson.", n=LEAST),
        source=look.source,
        n=n,
        level=look.level,
        notes=tuple(notes),
    )


def without_them(
    parts: Sequence[tuple[str, Nps | BoxScore]], look: Look, *, method: str, p: str
) -> Chart:
    """The score of all answers, of the careful ones, and of the others.

    Args:
        parts: names and scores of all, of those that are left, and of those in question.
        look: names and level.
        method: how the answers in question are told.
        p: the p-value of the last two being alike, in words.
    """
    every, left = value_of(parts[0][1]), value_of(parts[1][1])
    form = "+.1f" if isinstance(parts[0][1], Nps) else ".1%"
    title = say(
        "{name} without them: {left}, with all: {every}",
        name=look.name,
        left=number(left.y, form),
        every=number(every.y, form),
    )
    chart = beside(parts, look, title=title, method=method)
    note = say("Do these answers score as the others do? {p} (two-sided).", p=p)
    advice = say(
        "Leaving answers out changes who speaks. Say so wherever you show a score without them."
    )
    return replace(chart, notes=(note, advice))


def time_chart(times: AnswerTimes, median: float, limit: float, look: Look, column: str) -> Chart:
    """How long answering took, up to three times the median, with the limit of too quick.

    Args:
        times: answers by time.
        median: their median.
        limit: below it an answer is too quick.
        look: names.
        column: the column of times.
    """
    width = 3 * median / COLUMNS
    bars = [0] * (COLUMNS + 1)
    for value, n in zip(times.values, times.n, strict=True):
        bars[min(COLUMNS, int(value / width))] += n
    labels = [number(width * at, ",.3g") for at in range(COLUMNS)]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "Half of the answers took {median} or less ({column})",
            median=number(median, ",.4g"),
            column=column,
        ),
        labels=(*labels, say("{n} or more", n=number(3 * median, ",.3g"))),
        series=(Series(say("Answers"), tuple(Point(n, n=n) for n in bars)),),
        axis=Axis(say("Answers"), 0, form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Answers by the time they took, in the unit of the file; each bar begins at its label."
        ),
        source=look.source,
        n=sum(times.n),
        lines=(
            Line(limit / width - 0.5, say("Limit {n}", n=number(limit, ",.4g")), vertical=True),
        ),
    )


def blank_chart(found: Blanks, look: Look) -> Chart:
    """The share of answers that leave a question blank, most often left first."""
    ranked = sorted(found.questions, key=lambda one: (one.answered - one.rows, one.column))
    shown = ranked[:MOST_BARS]
    rows = found.coverage.used
    worst = shown[0]
    notes = []
    if len(ranked) > len(shown):
        notes.append(say("The {n} questions left out most often are drawn.", n=len(shown)))
    if any(one.unusable for one in ranked):
        notes.append(say("Codes for no answer and cells off the scale count as not answered."))
    cells: list[tuple[Cell, ...]] = [
        (one.column, one.rows, one.answered, one.blank, one.unusable) for one in ranked
    ]
    heads = (say("Question"), "n", say("Answered"), say("Blank"), say("No usable answer"))
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "{column} is left out most often ({share})",
            column=worst.column,
            share=number(1 - worst.answered / rows, ".0%"),
        )
        if rows and worst.answered < rows
        else say("Every question is answered by everybody"),
        labels=tuple(one.column for one in shown),
        series=(
            Series(
                say("Not answered"),
                tuple(_share(one.rows - one.answered, one.rows, look.level) for one in shown),
            ),
        ),
        axis=Axis(say("Share of answers without this one"), 0, form=".0%"),
        subtitle=look.subtitle(),
        method=say(
            "Rows that answer at least one of the questions, and the share of them that leave each "
            "out. Limits by Wilson. A question that only some were asked is blank for the others: "
            "the file does not say which."
        ),
        source=look.source,
        n=rows,
        level=look.level,
        below=Table(heads, tuple(cells), ("", ",d", ",d", ",d", ",d")),
        notes=tuple(notes),
    )


def _share(k: int, n: int, level: float) -> Point:
    if not n:
        return Point(None, n=0)
    low, high = wilson(k / n, n, level=level)
    return Point(k / n, low, high, n)
