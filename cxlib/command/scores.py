"""`nps`, `csat` and `ces`: scores with intervals, by group and period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
from cxlib.metrics.nps import nps_codes
from cxlib.metrics.periods import is_unfinished
from cxlib.metrics.repeats import mean_effect
from cxlib.metrics.scored import Scored, score_box, score_nps
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, BoxScore, box_hits, default_box
from cxlib.stats.asked import ScoreCube, first_reason, read_score_cube
from cxlib.stats.groups import TOTAL
from cxlib.stats.once import ScoreQuestion, read_once
from cxlib.stats.repeats import Repeats, read_repeats
from cxlib.stats.respondents import read_respondents
from cxlib.tables.surveys import is_counted, require_score

FEW = 10
"""Groups with fewer answers are named in a note."""

BOX = click.option("--box", type=Span(), help="Lowest and highest answer that count as good.")
SLIGHT = 1.05
"""Design effects below this change no interval that is shown."""

REPEATS = click.option(
    "--repeats",
    type=click.Choice(("all", "robust", "latest", "mean")),
    default="all",
    show_default=True,
    help="Customers with several answers: all count as if independent; robust: all count, and "
    "customers are the unit of intervals and tests; only the latest of each; or the mean of each.",
)
NPS_SCALE = (0, 10)
COUNTED = ("weight", "count", "counts", "question", "answer")
"""Roles that say how much a row counts, and which answer it holds."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The answers to a score, and how customers with several of them count."""

    score: str
    how: str
    cube: ScoreCube
    repeats: Repeats

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles that the numbers rest on, besides the score's."""
        return (*COUNTED, *(() if self.how == "all" else ("customer",)))


@command(*USUAL, SCALE, REPEATS, kinds=("survey",), score="nps")
def nps(asked: Asked, *, repeats: str) -> Answer:
    """Net Promoter Score: the share of 9-10 less the share of 0-6, in points."""
    scale = asked.request.scale
    if scale is not None and scale != NPS_SCALE:
        raise BadOption(
            f"--scale {scale[0]}-{scale[1]}: NPS is asked on 0-10 only. Use csat for another scale."
        )
    found = _counted(asked, "nps", repeats)
    cube = found.cube
    scored = score_nps(cube.counts, level=asked.request.level, customers=found.repeats.sums)
    results = tuple(_result(one, _nps_fields(one)) for one in scored)
    columns = (
        Column("n", whole("n")),
        Column("customers", whole("customers"), always=False),
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
        columns=asked.columns("nps", *found.roles, *asked.dated("answered")),
        options={"scale": NPS_SCALE},
        results=results,
        tables=(results_table(results, columns),),
        notes=(*_scale_note(asked), *_notes(asked, found, scored, nps_codes(cube.counts[TOTAL]))),
    )


@command(*USUAL, SCALE, REVERSED, BOX, REPEATS, kinds=("survey",), score="csat")
def csat(asked: Asked, *, box: tuple[int, int] | None, repeats: str) -> Answer:
    """Customer satisfaction: the share of answers in the top box, and the mean."""
    return _box_answer(asked, _counted(asked, "csat", repeats), CSAT_BOX, box)


@command(*USUAL, SCALE, REVERSED, BOX, REPEATS, kinds=("survey",), score="ces")
def ces(asked: Asked, *, box: tuple[int, int] | None, repeats: str) -> Answer:
    """Customer effort: the share of answers that found it easy, and the mean."""
    return _box_answer(asked, _counted(asked, "ces", repeats), CES_BOX, box)


def _box_answer(
    asked: Asked,
    found: _Counted,
    boxes: dict[tuple[int, int], tuple[int, int]],
    box: tuple[int, int] | None,
) -> Answer:
    cube = found.cube
    chosen = box or default_box(cube.scale, boxes, reversed_scale=cube.reversed)
    scored = score_box(
        cube.counts, box=chosen, level=asked.request.level, customers=found.repeats.sums
    )
    results = tuple(_result(one, _box_fields(one)) for one in scored)
    columns = (
        Column("n", whole("n")),
        Column("customers", whole("customers"), always=False),
        Column(f"share {chosen[0]}-{chosen[1]}", percent("share")),
        Column(interval_head(asked.request.level), interval("low", "high", "{:.1%}")),
        Column("mean", number("mean")),
        Column("of the mean", interval("mean_low", "mean_high")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    return Answer(
        command=found.score,
        sources=(asked.rows(cube.coverage),),
        columns=asked.columns(found.score, *found.roles, *asked.dated("answered")),
        options={"scale": cube.scale, "box": chosen, "reversed": cube.reversed},
        results=results,
        tables=(results_table(results, columns),),
        notes=_notes(asked, found, scored, box_hits(cube.counts[TOTAL], chosen)),
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


def _counted(asked: Asked, score: str, how: str) -> _Counted:
    """The answers, each customer counted as asked."""
    cube = _cube(asked, score)
    if how == "all":
        return _Counted(score, how, cube, Repeats())
    if how == "robust":
        asked.source.require("customer")
    question = ScoreQuestion(
        score,
        asked.selection,
        asked.by,
        asked.request.period,
        "all" if how == "robust" else how,
    )
    if how != "robust":
        cube = read_once(asked.source, question, cube)
        if TOTAL not in cube.counts:
            hint = first_reason(cube.coverage)
            raise NotEnoughData(score.upper(), have=0, need=1, unit="answer", hint=hint)
    return _Counted(score, how, cube, read_repeats(asked.source, question, cube.counts))


def _result(one: Scored[Any], fields: Result) -> Result:
    ends = {"p_value": one.p_value, "p_adjusted": one.p_adjusted}
    return {**group_fields(one.group), **fields, **ends}


def _nps_fields(one: Scored[Any]) -> Result:
    names = ("score", "low", "high", "n", "n_eff", "promoters", "passives", "detractors")
    return {name: getattr(one.result, name) for name in names} | _customers(one)


def _customers(one: Scored[Any]) -> Result:
    """Who answered, where customers are the unit."""
    if one.result.customers is None:
        return {}
    return {"customers": one.result.customers, "design_effect": one.result.design_effect}


def _box_fields(one: Scored[BoxScore]) -> Result:
    names = (
        "share", "low", "high", "box", "scale", "mean", "mean_low", "mean_high", "n", "n_eff"
    )  # fmt: skip
    found = one.result
    counts = {str(found.scale[0] + place): n for place, n in enumerate(found.counts)}
    return {name: getattr(found, name) for name in names} | {"counts": counts} | _customers(one)


def _notes(
    asked: Asked, found: _Counted, scored: tuple[Scored[Any], ...], worth: tuple[int, ...]
) -> tuple[str, ...]:
    return (
        *asked.notes,
        *_respondent_notes(asked, found, scored, worth),
        *_last_period(asked.request.period, found.cube, scored),
        *_small_groups(scored),
    )


def _respondent_notes(
    asked: Asked, found: _Counted, scored: tuple[Scored[Any], ...], worth: tuple[int, ...]
) -> Iterator[str]:
    who = read_respondents(
        asked.source, score=found.score, selection=asked.selection, dated=asked.needs_days
    )
    if who.repeated:
        yield (
            f"{who.repeated:,} customers answered more than once ({who.answers:,} answers); "
            f"{_repeated_note(asked, found, worth)}"
        )
    if who.lightest is not None:
        total = next(one.result for one in scored if one.group.is_total)
        column = asked.source.mapping.column("weight")
        yield (
            f"Weighted by '{column}' (weights from {who.lightest:g} to {who.heaviest:g}); "
            f"{total.n:,} answers weigh as much as {total.n_eff:,.0f}. --map weight= counts all "
            "alike."
        )


def _repeated_note(asked: Asked, found: _Counted, worth: tuple[int, ...]) -> str:
    """How they count, and for plain intervals by how much these are too narrow."""
    if found.how == "latest":
        return "only the latest of each counts."
    if found.how == "mean":
        return "the mean of each counts, and customers are the unit of intervals and tests."
    if found.how == "robust":
        return "all count, and customers are the unit of intervals and tests."
    question = ScoreQuestion(found.score, asked.selection, period=asked.request.period)
    counts = found.cube.counts[TOTAL]
    sums = read_repeats(asked.source, question, {TOTAL: counts}).sums.get(TOTAL)
    size = 1.0 if sums is None else mean_effect(counts, sums, worth).size
    if size < SLIGHT:
        return (
            f"all answers count as if independent, as they seem to be (design effect {size:.2f})."
        )
    return (
        "all answers count as if independent, so the intervals are too narrow (design effect "
        f"{size:.2f}). --repeats robust takes customers as the unit; --repeats latest or mean "
        "counts each customer once."
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
