"""A whole presentation from datasets: for each file the charts that its columns allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Axis, Chart, Kind, Series
from cxlib.charts.retention import summary_table, survival_curves
from cxlib.charts.scores import (
    AnyScored,
    Look,
    method_of,
    nps_shares,
    score_by_group,
    score_over_time,
    total_of,
    value_of,
)
from cxlib.charts.spending import purchase_charts
from cxlib.columns.mapping import AMBIGUOUS
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, default_box
from cxlib.models.retention import retention
from cxlib.stats.asked import ScoreCube, read_life_table, read_score_cube
from cxlib.stats.groups import TOTAL
from cxlib.tables.contracts import UNITS
from cxlib.tables.segments import read_segments
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import score_roles

NAMES = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}
MONTHS = (1.0, 3.0, 6.0, 12.0, 24.0)


@dataclass(frozen=True, slots=True)
class Story:
    """Charts in order, and why some that were possible are missing."""

    charts: tuple[Chart, ...]
    notes: tuple[str, ...]


def storyboard(
    sources: Iterable[Source], *, selection: Selection = EVERYTHING, level: float = 0.95
) -> Story:
    """The charts of a presentation: scores, retention and value, as far as the files allow.

    Args:
        sources: datasets of any kinds; a kind without charts is named in the notes.
        selection: filters and range of days.
        level: confidence level.
    """
    charts: list[Chart] = []
    notes: list[str] = []
    makers = {
        "survey": survey_charts,
        "subscriptions": subscription_charts,
        "transactions": purchase_charts,
    }
    for source in sources:
        make = makers.get(source.mapping.kind)
        if make is None:
            notes.append(
                say(
                    "{name}: no charts for this kind of file ({kind}).",
                    name=source.name,
                    kind=source.mapping.kind,
                )
            )
            continue
        try:
            charts += make(source, selection, level)
        except CxError as problem:
            notes.append(f"{source.name}: {problem}")
    return Story(tuple(charts), tuple(notes))


def survey_charts(source: Source, selection: Selection, level: float) -> list[Chart]:
    """Headline shares, then each score over time and by its most telling segment column."""
    dated = is_dated(source, "answered")
    columns = [one.column for one in read_segments(source)[:1]]
    heads: list[tuple[str, AnyScored]] = []
    charts: list[Chart] = []
    for role in (role for role in score_roles(source.mapping) if role in NAMES):
        cube = read_score_cube(
            source,
            score=role,
            selection=selection,
            by=columns,
            period="month" if dated else None,
        )
        scored = score(role, cube, level)
        total = total_of(scored)
        if total is None:
            continue
        look = Look(NAMES[role], source.name, selection.words(), level)
        heads.append((NAMES[role], total))
        charts += _score_charts(scored, cube, look, columns, dated)
    return [*_headline(heads, source, selection, level), *charts]


def score(role: str, cube: ScoreCube, level: float) -> tuple[AnyScored, ...]:
    """NPS, or the box share by the rule of its scale."""
    if role == "nps" and cube.scale == (0, 10):
        return score_nps(cube.counts, level=level)
    boxes = CES_BOX if role == "ces" else CSAT_BOX
    box = default_box(cube.scale, boxes, reversed_scale=cube.reversed)
    return score_box(cube.counts, box=box, level=level)


def is_dated(source: Source, role: str) -> bool:
    """Whether a date role has a column whose dates can be read."""
    column = source.mapping.column(role)
    return column is not None and source.mapping.reading(column).date_format != AMBIGUOUS


def _score_charts(
    scored: Sequence[AnyScored],
    cube: ScoreCube,
    look: Look,
    columns: Sequence[str],
    dated: bool,
) -> list[Chart]:
    charts = []
    if isinstance(scored[0].result, Nps):
        charts.append(nps_shares(scored, look, column=columns[0] if columns else None))
    if dated and cube.last_day:
        charts.append(score_over_time(scored, look, period="month", last_day=cube.last_day))
    charts += [score_by_group(scored, column, look) for column in columns]
    return charts


def _headline(
    heads: Sequence[tuple[str, AnyScored]], source: Source, selection: Selection, level: float
) -> list[Chart]:
    """The box shares side by side; NPS has charts of its own because it is in points."""
    shares = [(name, one) for name, one in heads if not isinstance(one.result, Nps)]
    if not shares:
        return []
    return [
        Chart(
            kind=Kind.INTERVALS,
            title=say("Share of good answers"),
            labels=tuple(name for name, _ in shares),
            series=(
                Series(say("Share of answers"), tuple(value_of(one.result) for _, one in shares)),
            ),
            axis=Axis(say("Share of answers"), 0, 1, ".1%"),
            subtitle=Look("", source.name, selection.words(), level).subtitle(),
            method=" ".join(dict.fromkeys(method_of(one.result) for _, one in shares)),
            source=source.name,
            n=max(one.result.n for _, one in shares),
            level=level,
        )
    ]


def subscription_charts(source: Source, selection: Selection, level: float) -> list[Chart]:
    """The curve of all customers, the curves by the first segment column, and the table."""
    columns = [one.column for one in read_segments(source)[:1]]
    table = read_life_table(source, selection=selection, by=columns)
    lives = table.in_units(UNITS["month"])
    times = [time for time in MONTHS if time <= lives[TOTAL].longest] or [lives[TOTAL].longest]
    answer = retention(lives, times=times, level=level)
    look = Look(say("Retention"), source.name, selection.words(), level)
    charts = [survival_curves(answer, look, unit="month", column=None)]
    charts += [survival_curves(answer, look, unit="month", column=column) for column in columns]
    charts.append(summary_table(answer, look, unit="month"))
    return charts
