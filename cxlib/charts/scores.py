"""Charts of NPS, CSAT and CES: by segment, over time, and the answers behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.words import UNKNOWN, count, level_text, number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.periods import is_unfinished, period_label
from cxlib.metrics.scored import Scored
from cxlib.metrics.shares import BoxScore
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

SMALL = 30
TINY = 10
MOST_BARS = 20
FALSE_ALARMS = 0.10

Result = Nps | BoxScore
AnyScored = Scored[Any]


@dataclass(frozen=True, slots=True)
class Look:
    """What a family of score charts shares: names, selection, and confidence level.

    Attributes:
        name: the metric's short name: NPS, CSAT, CES or a column's.
        source: name of the dataset.
        selection: filters and range in words; empty for everything.
        level: confidence level.
    """

    name: str
    source: str
    selection: str
    level: float

    def subtitle(self) -> str:
        """Selection and level in one line."""
        limits = say("{level} intervals", level=level_text(self.level))
        return f"{self.selection} · {limits}" if self.selection else limits


def value_of(result: Result) -> Point:
    """A result as a point: NPS in points, a share as a fraction."""
    value = result.score if isinstance(result, Nps) else result.share
    return Point(value, result.low, result.high, result.n)


def axis_of(result: Result, name: str) -> Axis:
    """The value axis of a metric, fixed to its whole scale for NPS so that charts compare."""
    if isinstance(result, Nps):
        return Axis(say("NPS (points)"), form="+.0f")
    low, high = result.box
    return Axis(
        say("{name}: share answering {low} to {high}", name=name, low=low, high=high), form=".0%"
    )


def method_of(result: Result) -> str:
    """How the number is computed, with its source."""
    plain = _plain_method(result)
    if result.customers is None:
        return plain
    alike = say(
        "Answers of one customer are alike, so customers are the unit: residuals are added up for "
        "each customer before they are squared (Binder, 1983). Limits are those of as many answers "
        "as tell as much (Korn and Graubard, 1998), and tests are divided by the design effect, "
        "with Student's t (Rao and Scott, 1984)."
    )
    return f"{plain} {alike}"


def _plain_method(result: Result) -> str:
    if isinstance(result, Nps):
        return say(
            "NPS is the share of promoters (9-10) less the share of detractors (0-6), in points. "
            "The interval is adjusted Wald (Rocks, The American Statistician, 2016); with survey "
            "weights it is linearised Wald. A group is tested against all other groups together, "
            "and p-values are adjusted by Benjamini and Hochberg (1995)."
        )
    low, high = result.box
    return say(
        "The share of answers from {low} to {high} on the scale {bottom} to {top}. The interval is "
        "Wilson's (1927), at the effective number of answers where there are survey weights. A "
        "group is tested against all other groups together by the N-1 chi-square (Campbell, "
        "Statistics in Medicine, 2007), and p-values are adjusted by Benjamini and Hochberg.",
        low=low,
        high=high,
        bottom=result.scale[0],
        top=result.scale[1],
    )


def score_by_group(scored: Sequence[AnyScored], column: str, look: Look) -> Chart:
    """One bar and one interval a segment value, best first, with what differs said in the title.

    Args:
        scored: results of one cube; those of `column` over the whole time are drawn.
        column: the segment column.
        look: names and level.

    Raises:
        NotEnoughData: no value of the column has an answer.
    """
    found = [one for one in scored if one.group.column == column and one.group.period is None]
    sizeable = [one for one in found if one.result.n >= TINY] or found
    ranked = sorted(sizeable, key=lambda one: -(value_of(one.result).y or 0))
    if not ranked:
        hint = say("Choose another column, or filter less.")
        raise NotEnoughData(look.name, have=0, need=1, unit="group", hint=hint)
    shown = ranked[:MOST_BARS]
    total = next((one.result for one in scored if one.group.is_total), None)
    first = ranked[0].result
    axis = axis_of(first, look.name)
    notes = []
    if len(ranked) > len(shown):
        notes.append(say("The {n} best of {all} groups are shown.", n=len(shown), all=len(ranked)))
    if len(found) > len(ranked):
        notes.append(
            say(
                "Not shown: {n} groups of fewer than {few} answers.",
                n=len(found) - len(ranked),
                few=TINY,
            )
        )
    if any(one.result.n < SMALL for one in shown):
        notes.append(say("Pale bars rest on fewer than {n} answers.", n=SMALL))
    return Chart(
        kind=Kind.INTERVALS,
        title=_by_title(ranked, column, look),
        labels=tuple(one.group.label for one in shown),
        series=(Series(look.name, tuple(_bar(one) for one in shown)),),
        axis=axis,
        subtitle=look.subtitle(),
        method=method_of(first),
        source=look.source,
        n=sum(one.result.n for one in found),
        level=look.level,
        lines=(Line(value_of(total).y or 0.0, say("All")),) if total else (),
        click=column,
        notes=tuple(notes),
    )


def score_over_time(
    scored: Sequence[AnyScored],
    look: Look,
    *,
    period: str,
    last_day: date,
    column: str | None = None,
    most: int = 4,
) -> Chart:
    """The score period by period with its band; an unfinished last period is drawn hollow.

    Args:
        scored: results of one cube with periods.
        look: names and level.
        period: length of a period.
        last_day: last day of the data; the period that holds it may be unfinished.
        column: draw a line for each of the `most` largest values of this column; None for the
            total alone.
        most: number of lines.
    """
    dated = [one for one in scored if one.group.period is not None and one.group.column == column]
    starts = sorted({one.group.period for one in dated if one.group.period})
    sizes: dict[str | None, int] = {}
    for one in dated:
        sizes[one.group.value] = sizes.get(one.group.value, 0) + one.result.n
    values = sorted(sizes, key=lambda value: (-sizes[value], value or ""))[:most]
    place = {(one.group.value, one.group.period): one for one in dated}
    open_start = starts[-1] if is_unfinished(starts[-1], period, last_day) else None
    series = tuple(
        Series(
            look.name if value is None else value,
            tuple(_dot(place.get((value, start)), hollow=start == open_start) for start in starts),
        )
        for value in values
    )
    notes = [say("The last period is not complete.")] if open_start else []
    if len(sizes) > len(values):
        notes.append(say("The {n} largest groups are drawn.", n=len(values)))
    first = dated[0].result
    return Chart(
        kind=Kind.LINE,
        title=(
            say("{name} over time by {column}", name=look.name, column=column)
            if column
            else say("{name} over time", name=look.name)
        ),
        labels=tuple(period_label(start, period) for start in starts),
        series=series,
        axis=axis_of(first, look.name),
        subtitle=look.subtitle(),
        method=method_of(first),
        source=look.source,
        n=sum(one.result.n for one in dated if one.group.value in values),
        level=look.level,
        click="period",
        keys=tuple(start.isoformat() for start in starts),
        notes=tuple(notes),
    )


def nps_shares(scored: Sequence[Scored[Nps]], look: Look, *, column: str | None) -> Chart:
    """Promoters, passives and detractors as shares, for the total and each segment value."""
    total = [one for one in scored if one.group.is_total]
    found = [
        one for one in scored if column and one.group.column == column and one.group.period is None
    ]
    found.sort(key=lambda one: -one.result.score)
    shown = [*total, *found[: MOST_BARS - 1]]
    results = [one.result for one in shown]
    parts = (
        (say("Detractors (0-6)"), "bad", [r.detractors for r in results]),
        (say("Passives (7-8)"), "neutral", [r.passives for r in results]),
        (say("Promoters (9-10)"), "good", [r.promoters for r in results]),
    )
    return Chart(
        kind=Kind.SHARES,
        title=say("Promoters, passives and detractors"),
        labels=tuple(one.group.label for one in shown),
        series=tuple(
            Series(
                name,
                tuple(Point(k / r.n, n=r.n) for k, r in zip(found, results, strict=True)),
                tone=tone,
            )
            for name, tone, found in parts
        ),
        axis=Axis(say("Share of answers"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=say("Shares of answers, without survey weights."),
        source=look.source,
        n=total[0].result.n if total else None,
        click=column or "",
        keys=tuple("" if one.group.is_total else one.group.label for one in shown),
    )


def answers(counts: ScoreCounts, look: Look) -> Chart:
    """How often each score was given."""
    scores = range(counts.low, counts.high + 1)
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say("Answers given: {name}", name=look.name),
        labels=tuple(str(score) for score in scores),
        series=(Series(say("Answers"), tuple(Point(n, n=n) for n in counts.counts)),),
        axis=Axis(say("Answers"), low=0, form=",.0f"),
        subtitle=look.selection,
        method=say("Number of answers per score, without survey weights."),
        source=look.source,
        n=counts.total,
    )


def differing(scored: Sequence[AnyScored], column: str) -> list[AnyScored]:
    """Groups of a column that differ from the rest after adjustment, most certain first."""
    found = [
        one
        for one in scored
        if one.group.column == column
        and one.group.period is None
        and one.p_adjusted is not None
        and one.p_adjusted < FALSE_ALARMS
    ]
    return sorted(found, key=lambda one: one.p_adjusted or 0)


def _by_title(ranked: Sequence[AnyScored], column: str, look: Look) -> str:
    """What can be said for certain: the provably best and worst, or that nothing differs."""
    proven = differing(ranked, column)
    if not proven:
        return say("{name} by {column}: no proven difference", name=look.name, column=column)
    order = [one for one in ranked if one in proven]
    form = axis_of(order[0].result, look.name).form
    best, worst = order[0], order[-1]
    middle = _middle(ranked)
    above = (value_of(best.result).y or 0) >= middle
    below = (value_of(worst.result).y or 0) < middle
    if above and below and best is not worst:
        return say(
            "{name} by {column}: {best} leads ({high}), {worst} trails ({low})",
            name=look.name,
            column=column,
            best=best.group.label,
            high=number(value_of(best.result).y, form),
            worst=worst.group.label,
            low=number(value_of(worst.result).y, form),
        )
    one, text = (
        (best, say("{name} by {column}: {group} is above the rest ({value})"))
        if above
        else (worst, say("{name} by {column}: {group} is below the rest ({value})"))
    )
    return text.format(
        name=look.name,
        column=column,
        group=one.group.label,
        value=number(value_of(one.result).y, form),
    )


def _middle(ranked: Sequence[AnyScored]) -> float:
    """The mean of the groups' scores, weighted by their answers."""
    n: int = sum(one.result.n for one in ranked)
    total: float = sum((value_of(one.result).y or 0.0) * one.result.n for one in ranked)
    return total / n


def _bar(one: AnyScored) -> Point:
    point = value_of(one.result)
    note = ""
    if one.p_adjusted is not None:
        note = (
            say("differs from the rest (adjusted p = {p})", p=p_text(one.p_adjusted))
            if one.p_adjusted < FALSE_ALARMS
            else say(
                "no proven difference from the rest (adjusted p = {p})", p=p_text(one.p_adjusted)
            )
        )
    small = one.result.n < SMALL
    return Point(point.y, point.low, point.high, point.n, hollow=small, note=note)


def _dot(one: AnyScored | None, *, hollow: bool) -> Point:
    if one is None:
        return Point(None, n=0)
    point = value_of(one.result)
    note = say("period not complete") if hollow else ""
    return Point(point.y, point.low, point.high, point.n, hollow=hollow, note=note)


def p_text(value: float | None) -> str:
    """A p-value for a reader; a dash where there is none."""
    if value is None:
        return UNKNOWN
    return f"< {number(0.001, '.3f')}" if value < 0.001 else number(value, ".3f")


def total_of(scored: Sequence[AnyScored]) -> AnyScored | None:
    """The result for the whole selection."""
    return next((one for one in scored if one.group == Group()), None)


def headline(one: AnyScored, look: Look) -> str:
    """The total in words: value, interval and n."""
    point = value_of(one.result)
    form = axis_of(one.result, look.name).form
    return say(
        "{name} {value} ({low} to {high}), n = {n}",
        name=look.name,
        value=number(point.y, form),
        low=number(point.low, form),
        high=number(point.high, form),
        n=count(point.n or 0),
    )
