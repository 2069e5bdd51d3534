"""One measure of every group of a column, and scores of every pair of groups, with tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.measure_words import Metric
from cxlib.charts.scores import FALSE_ALARMS, SMALL, TINY, Look, p_text
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.models.differences import Difference
from cxlib.models.group_measures import Estimate

MOST_BARS = 25
MOST_ROWS = 20
"""Rows and columns of a heat table."""
MOST_NAMED = 10
Pairs = Mapping[tuple[str, str], Difference[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Family:
    """What was tested together.

    Attributes:
        tested: groups tested.
        adjusted: whether p-values were adjusted for their number.
    """

    tested: int
    adjusted: bool


def certain(row: Difference[str] | Difference[tuple[str, str]], family: Family) -> bool:
    """Whether a group differs from the rest: below 10 % adjusted, 5 % where each stands alone."""
    if not family.adjusted:
        return row.gap.p_value is not None and row.gap.p_value < 0.05
    return row.p_adjusted is not None and row.p_adjusted < FALSE_ALARMS


def group_chart(
    rows: Sequence[Difference[str]], total: Estimate, metric: Metric, family: Family, *,
    column: str, look: Look,
) -> Chart:  # fmt: skip
    """One bar and one interval a group, the highest first, each against everybody else.

    Args:
        rows: the groups shown, with their rest as the other side.
        total: the measure of everybody.
        metric: names and forms.
        family: what was tested together.
        column: the column of the groups.
        look: names, selection and level.
    """
    known = [row for row in rows if row.one.value is not None]
    ranked = sorted(known, key=lambda row: -(row.one.value or 0.0))
    proven = sum(certain(row, family) for row in ranked)
    lines = (Line(total.value, say("All")),) if total.value is not None else ()
    return Chart(
        kind=Kind.INTERVALS,
        title=_title(metric.short, column, proven, family),
        labels=tuple(row.key for row in ranked),
        series=(Series(metric.short, tuple(_bar(row, metric, family) for row in ranked)),),
        axis=Axis(metric.name, form=metric.form),
        subtitle=look.subtitle(),
        method=rest_method(family),
        source=look.source,
        n=total.n,
        level=look.level,
        lines=lines,
        below=_table(ranked, metric, family),
        notes=_notes(rows, family),
    )


def pair_chart(
    pairs: Pairs, metric: Metric, family: Family, *, columns: tuple[str, str], look: Look, n: int
) -> Chart:
    """A table of shades, one cell a pair of groups; below it the pairs that differ from the rest.

    Args:
        pairs: (value of the first column, of the second) to the pair against everybody else.
        metric: names and forms.
        family: what was tested together.
        columns: the two columns.
        look: names, selection and level.
        n: all answers.
    """
    rows, across = (_largest(pairs, place) for place in (0, 1))
    proven = sorted(
        (pair for pair in pairs.values() if certain(pair, family)),
        key=lambda pair: pair.gap.p_value or 0,
    )
    notes = [*_pair_notes(pairs, rows, across), *_alone(family)]
    return Chart(
        kind=Kind.HEAT,
        title=_title(metric.short, " × ".join(columns), len(proven), family),
        labels=tuple(across),
        series=tuple(
            Series(one, tuple(_shade(pairs.get((one, other)), metric, family) for other in across))
            for one in rows
        ),
        axis=Axis(metric.name, form=metric.form),
        x_axis=Axis(columns[1]),
        subtitle=look.subtitle(),
        method=rest_method(family),
        source=look.source,
        n=n,
        level=look.level,
        below=_proven_pairs(proven, metric, family, columns) if proven else None,
        notes=tuple(notes),
    )


def rest_method(family: Family) -> str:
    """Against what groups are tested, and what corrects for their number."""
    if family.adjusted:
        return say(
            "Each group is tested against everybody else, as in the table of differences. All {n} "
            "tests are one family: p-values are adjusted by Benjamini and Hochberg (1995), and "
            "those below {share} count as differing. Groups of fewer than {few} are not named.",
            n=family.tested,
            share=number(FALSE_ALARMS, ".0%"),
            few=TINY,
        )
    return say(
        "Each group is tested against everybody else, as in the table of differences, and counts "
        "as differing below 5%. {n} tests are not adjusted for their number.",
        n=family.tested,
    )


def _title(name: str, column: str, proven: int, family: Family) -> str:
    if not proven:
        return say("{name} by {column}: no proven difference", name=name, column=column)
    return say(
        "{name} by {column}: {n} of {all} groups differ from the rest",
        name=name,
        column=column,
        n=proven,
        all=family.tested,
    )


def _bar(row: Difference[str], metric: Metric, family: Family) -> Point:
    one = row.one
    return Point(
        one.value, one.low, one.high, one.n, hollow=one.n < SMALL, note=_note(row, metric, family)
    )


def _note(
    row: Difference[str] | Difference[tuple[str, str]], metric: Metric, family: Family
) -> str:
    p = row.p_adjusted if family.adjusted else row.gap.p_value
    if p is None:
        return ""
    by = metric.told(row.gap.value)
    if certain(row, family):
        return say("{by} against the rest, p = {p}", by=by, p=p_text(p))
    return say("no proven difference from the rest, p = {p}", p=p_text(p))


def _shade(pair: Difference[tuple[str, str]] | None, metric: Metric, family: Family) -> Point:
    if pair is None:
        return Point(None)
    one = pair.one
    note = _note(pair, metric, family)
    return Point(one.value, one.low, one.high, one.n, hollow=one.n < SMALL, note=note)


def _table(rows: Sequence[Difference[str]], metric: Metric, family: Family) -> Table:
    cells: list[tuple[Cell, ...]] = [
        (
            row.key,
            metric.estimate(row.one),
            row.one.n,
            metric.told(row.gap.value),
            p_text(row.p_adjusted if family.adjusted else row.gap.p_value),
        )
        for row in rows
    ]
    return Table(
        (say("Group"), metric.short, "n", say("Against the rest"), _p_name(family)),
        tuple(cells),
        ("", "", ",d", "", ""),
    )


def _p_name(family: Family) -> str:
    return say("Adjusted p") if family.adjusted else "p"


def _proven_pairs(
    proven: Sequence[Difference[tuple[str, str]]],
    metric: Metric,
    family: Family,
    columns: tuple[str, str],
) -> Table:
    cells: list[tuple[Cell, ...]] = [
        (
            *pair.key,
            metric.estimate(pair.one),
            pair.one.n,
            metric.told(pair.gap.value),
            p_text(pair.p_adjusted if family.adjusted else pair.gap.p_value),
        )
        for pair in proven[:MOST_NAMED]
    ]
    names = (*columns, metric.short, "n", say("Against the rest"), _p_name(family))
    return Table(names, tuple(cells), ("", "", "", ",d", "", ""))


def _notes(shown: Sequence[Difference[str]], family: Family) -> tuple[str, ...]:
    notes = []
    unknown = [row.key for row in shown if row.one.value is None]
    if unknown:
        notes.append(say("Not watched long enough: {names}.", names=", ".join(unknown)))
    if any(row.one.n < SMALL for row in shown):
        notes.append(
            say("Pale bars rest on fewer than {n} answers, customers or tickets.", n=SMALL)
        )
    return (*notes, *_alone(family))


def _alone(family: Family) -> tuple[str, ...]:
    if family.adjusted or family.tested < 2:
        return ()
    return (
        say(
            "{n} tests without adjustment: about {false} of them would call a group different by "
            "chance alone.",
            n=count(family.tested),
            false=number(0.05 * family.tested, ",.1f"),
        ),
    )


def _largest(pairs: Pairs, place: int) -> list[str]:
    """The values of a column by answers, at most `MOST_ROWS`."""
    sizes: dict[str, int] = {}
    for key, pair in pairs.items():
        sizes[key[place]] = sizes.get(key[place], 0) + pair.one.n
    return sorted(sizes, key=lambda value: (-sizes[value], value))[:MOST_ROWS]


def _pair_notes(pairs: Pairs, rows: Sequence[str], across: Sequence[str]) -> list[str]:
    notes = []
    kept, others = set(rows), set(across)
    hidden = sum(key[0] not in kept or key[1] not in others for key in pairs)
    if hidden:
        notes.append(
            say(
                "The {n} largest groups of each column are drawn; {hidden} further pairs are "
                "tested with them.",
                n=MOST_ROWS,
                hidden=count(hidden),
            )
        )
    if any(pair.one.n < SMALL for pair in pairs.values()):
        notes.append(say("Faint cells rest on fewer than {n} answers.", n=SMALL))
    return notes
