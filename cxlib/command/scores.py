"""`nps`, `csat` and `ces`: scores with intervals, by group and period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from cxlib.columns.guess import scale_warning
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import first_names, group_fields
from cxlib.command.options import REVERSED, SCALE, USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    interval,
    interval_head,
    number,
    p_value,
    percent,
    results_table,
    whole,
)
from cxlib.command.values import Span
from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.periods import is_unfinished
from cxlib.metrics.scored import Scored, score_box, score_nps
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, BoxScore, default_box
from cxlib.stats.asked import ScoreCube, first_reason, read_score_cube
from cxlib.stats.groups import TOTAL
from cxlib.stats.respondents import read_respondents
from cxlib.tables.surveys import is_counted, require_score

FEW = 10
"""Groups with fewer answers are named in a note."""

BOX = click.option("--box", type=Span(), help="Lowest and highest answer that count as good.")
NPS_SCALE = (0, 10)
COUNTED = ("weight", "count", "counts", "question", "answer")
"""Roles that say how much a row counts, and which answer it holds."""


@command(*USUAL, SCALE, kinds=("survey",), score="nps")
def nps(asked: Asked) -> Answer:
    """Net Promoter Score: the share of 9-10 less the share of 0-6, in points."""
    scale = asked.request.scale
    if scale is not None and scale != NPS_SCALE:
        raise BadOption(
            f"--scale {scale[0]}-{scale[1]}: NPS is asked on 0-10 only. Use csat for another scale."
        )
    cube = _cube(asked, "nps")
    scored = score_nps(cube.counts, level=asked.request.level)
    results = tuple(_result(one, _nps_fields(one)) for one in scored)
    columns = (
        Column("n", whole("n")),
        Column("NPS", number("score", 1)),
        Column(interval_head(asked.request.level), interval("low", "high", "{:,.1f}")),
        Column("promoters", whole("promoters")),
        Column("passives", whole("passives")),
        Column("detractors", whole("detractors")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    return Answer(
        command="nps",
        sources=(asked.rows(cube.coverage),),
        columns=asked.columns("nps", *COUNTED, *asked.dated("answered")),
        options={"scale": NPS_SCALE},
        results=results,
        tables=(results_table(results, columns),),
        notes=(*_scale_note(asked), *_notes(asked, cube, "nps", scored)),
    )


@command(*USUAL, SCALE, REVERSED, BOX, kinds=("survey",), score="csat")
def csat(asked: Asked, *, box: tuple[int, int] | None) -> Answer:
    """Customer satisfaction: the share of answers in the top box, and the mean."""
    return _box_answer("csat", asked, CSAT_BOX, box)


@command(*USUAL, SCALE, REVERSED, BOX, kinds=("survey",), score="ces")
def ces(asked: Asked, *, box: tuple[int, int] | None) -> Answer:
    """Customer effort: the share of answers that found it easy, and the mean."""
    return _box_answer("ces", asked, CES_BOX, box)


def _box_answer(
    score: str,
    asked: Asked,
    boxes: dict[tuple[int, int], tuple[int, int]],
    box: tuple[int, int] | None,
) -> Answer:
    cube = _cube(asked, score)
    chosen = box or default_box(cube.scale, boxes, reversed_scale=cube.reversed)
    scored = score_box(cube.counts, box=chosen, level=asked.request.level)
    results = tuple(_result(one, _box_fields(one)) for one in scored)
    columns = (
        Column("n", whole("n")),
        Column(f"share {chosen[0]}-{chosen[1]}", percent("share")),
        Column(interval_head(asked.request.level), interval("low", "high", "{:.1%}")),
        Column("mean", number("mean")),
        Column("of the mean", interval("mean_low", "mean_high")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    return Answer(
        command=score,
        sources=(asked.rows(cube.coverage),),
        columns=asked.columns(score, *COUNTED, *asked.dated("answered")),
        options={"scale": cube.scale, "box": chosen, "reversed": cube.reversed},
        results=results,
        tables=(results_table(results, columns),),
        notes=_notes(asked, cube, score, scored),
    )


def _scale_note(asked: Asked) -> Iterator[str]:
    """A warning where the answers look like another scale than the one of NPS."""
    if asked.request.scale is None and not is_counted(asked.source.mapping, "nps"):
        column = asked.profile.column(asked.columns("nps")["nps"])
        warning = scale_warning(column, "nps")
        if warning:
            yield f"{warning} --scale 0-10 confirms that it is meant."


def _cube(asked: Asked, score: str) -> ScoreCube:
    require_score(asked.source, score)
    if asked.needs_days:
        asked.require_days("answered")
    cube = read_score_cube(
        asked.source,
        score=score,
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
    )
    total = cube.counts.get(TOTAL)
    if total is None or total.weight <= 0:
        hint = "All answers weigh 0." if total else first_reason(cube.coverage)
        raise NotEnoughData(score.upper(), have=0, need=1, unit="answer", hint=hint)
    return cube


def _result(one: Scored[Any], fields: Result) -> Result:
    ends = {"p_value": one.p_value, "p_adjusted": one.p_adjusted}
    return {**group_fields(one.group), **fields, **ends}


def _nps_fields(one: Scored[Any]) -> Result:
    names = ("score", "low", "high", "n", "n_eff", "promoters", "passives", "detractors")
    return {name: getattr(one.result, name) for name in names}


def _box_fields(one: Scored[BoxScore]) -> Result:
    names = (
        "share", "low", "high", "box", "scale", "mean", "mean_low", "mean_high", "n", "n_eff"
    )  # fmt: skip
    found = one.result
    counts = {str(found.scale[0] + place): n for place, n in enumerate(found.counts)}
    return {name: getattr(found, name) for name in names} | {"counts": counts}


def _notes(
    asked: Asked, cube: ScoreCube, score: str, scored: tuple[Scored[Any], ...]
) -> tuple[str, ...]:
    return (
        *asked.notes,
        *_respondent_notes(asked, score, scored),
        *_last_period(asked.request.period, cube, scored),
        *_small_groups(scored),
    )


def _respondent_notes(asked: Asked, score: str, scored: tuple[Scored[Any], ...]) -> Iterator[str]:
    who = read_respondents(
        asked.source, score=score, selection=asked.selection, dated=asked.needs_days
    )
    if who.repeated:
        yield (
            f"{who.repeated:,} customers answered more than once ({who.answers:,} answers); all "
            "answers count, so the intervals are a little narrow."
        )
    if who.lightest is not None:
        total = next(one.result for one in scored if one.group.is_total)
        column = asked.source.mapping.column("weight")
        yield (
            f"Weighted by '{column}' (weights from {who.lightest:g} to {who.heaviest:g}); "
            f"{total.n:,} answers weigh as much as {total.n_eff:,.0f}. --map weight= counts all "
            "alike."
        )


def _last_period(
    period: str | None, cube: ScoreCube, scored: tuple[Scored[Any], ...]
) -> Iterator[str]:
    starts = [one.group.period for one in scored if one.group.period]
    if period and starts and cube.last_day and is_unfinished(max(starts), period, cube.last_day):
        yield (
            f"The {period} that begins on {max(starts)} is not over: the last answer is of "
            f"{cube.last_day}."
        )


def _small_groups(scored: tuple[Scored[Any], ...]) -> Iterator[str]:
    small = [
        f"{one.group.column} = {one.group.value} ({one.result.n})"
        for one in scored
        if one.group.column and not one.group.period and one.result.n < FEW
    ]
    if small:
        yield f"Fewer than {FEW} answers: {first_names(small)}."
