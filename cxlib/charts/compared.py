"""Groups side by side, a bar and an interval each, with what differs said in the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import FALSE_ALARMS, MOST_BARS, SMALL, Look, p_text
from cxlib.charts.words import number
from cxlib.locale.speak import say


@dataclass(frozen=True, slots=True)
class Compared:
    """One group: its name, its value with limits and n, and the adjusted p-value against the rest.

    `p_adjusted` is None where there is no test.
    """

    label: str
    point: Point
    p_adjusted: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is compared: its name for titles, its axis, and how it is computed."""

    name: str
    axis: Axis
    method: str


def compared_bars(
    groups: Sequence[Compared], measure: Measure, look: Look, *, column: str | None, total: Compared
) -> Chart:
    """The groups of a column, highest first, with a line at the total.

    Args:
        groups: the groups; those without a value are left out, and said.
        measure: what is compared.
        look: names and level.
        column: the segment column; None where there is only the total.
        total: the whole selection.
    """
    known = [one for one in groups if one.point.y is not None]
    ranked = sorted(known, key=lambda one: -(one.point.y or 0.0))
    shown = ranked[:MOST_BARS]
    notes = []
    if len(ranked) > len(shown):
        notes.append(
            say("The {n} highest of {all} groups are shown.", n=len(shown), all=len(ranked))
        )
    if len(groups) > len(known):
        notes.append(
            say("Not shown: {n} groups without a value.", n=len(groups) - len(known)),
        )
    if any(_small(one) for one in shown):
        notes.append(say("Pale bars rest on n below {n}.", n=SMALL))
    return Chart(
        kind=Kind.INTERVALS,
        title=_title(ranked, measure, column=column, total=total),
        labels=tuple(one.label for one in shown),
        series=(Series(measure.name, tuple(_bar(one) for one in shown)),),
        axis=measure.axis,
        subtitle=look.subtitle(),
        method=measure.method,
        source=look.source,
        n=total.point.n,
        level=look.level,
        lines=() if total.point.y is None else (Line(total.point.y, say("All")),),
        click=column or "",
        notes=tuple(notes),
    )


def _title(
    ranked: Sequence[Compared], measure: Measure, *, column: str | None, total: Compared
) -> str:
    """What the tests have shown: who is above or below the rest, or that nobody is."""
    if column is None:
        value = number(total.point.y, measure.axis.form)
        return say("{name}: {value}", name=measure.name, value=value)
    if all(one.p_adjusted is None for one in ranked):
        return say("{name} by {column}", name=measure.name, column=column)
    proven = [one for one in ranked if _differs(one)]
    if not proven:
        return say("{name} by {column}: no proven difference", name=measure.name, column=column)
    middle, form = _middle(ranked), measure.axis.form
    best, worst = proven[0], proven[-1]
    words = {"name": measure.name, "column": column}
    high, low = number(best.point.y, form), number(worst.point.y, form)
    if (best.point.y or 0.0) < middle:
        return say(
            "{name} by {column}: {group} is below the rest ({value})",
            **words,
            group=worst.label,
            value=low,
        )
    if (worst.point.y or 0.0) >= middle:
        return say(
            "{name} by {column}: {group} is above the rest ({value})",
            **words,
            group=best.label,
            value=high,
        )
    return say(
        "{name} by {column}: {best} leads ({high}), {worst} trails ({low})",
        **words,
        best=best.label,
        high=high,
        worst=worst.label,
        low=low,
    )


def _middle(ranked: Sequence[Compared]) -> float:
    """The mean of the groups, weighted by n: the total may lie elsewhere where groups overlap."""
    n = sum(one.point.n or 0 for one in ranked)
    return sum((one.point.y or 0.0) * (one.point.n or 0) for one in ranked) / n if n else 0.0


def _differs(one: Compared) -> bool:
    return one.p_adjusted is not None and one.p_adjusted < FALSE_ALARMS


def _bar(one: Compared) -> Point:
    note = one.point.note
    if one.p_adjusted is not None:
        p = p_text(one.p_adjusted)
        note = (
            say("differs from the rest (adjusted p = {p})", p=p)
            if _differs(one)
            else say("no proven difference from the rest (adjusted p = {p})", p=p)
        )
    return replace(one.point, note=note, hollow=_small(one))


def _small(one: Compared) -> bool:
    return one.point.n is not None and one.point.n < SMALL
