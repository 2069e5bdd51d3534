"""`trend`: whether a change of a score is a signal or noise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast, get_args

import click

from cxlib.columns.guess import scale_warning
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, group_notes
from cxlib.command.options import REVERSED, USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    UNKNOWN,
    Column,
    interval,
    interval_head,
    number,
    percent,
    results_table,
    text,
    whole,
)
from cxlib.command.values import Amount, Days, Span
from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.control_chart import Limits, signal_words
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, default_box
from cxlib.metrics.trends import Trend, TrendOptions, trends, value_of
from cxlib.stats.asked import ScoreCube, first_reason, last_day, read_score_cube, scale_of
from cxlib.stats.groups import Group
from cxlib.tables.surveys import is_counted, require_score, score_roles

USUAL_PERIOD = "month"
COUNTED = ("weight", "count", "counts", "question", "answer")


@command(
    *USUAL,
    REVERSED,
    click.option(
        "--metric",
        metavar="NAME",
        help="nps, csat, ces, or a rating column; the first that the file has by default.",
    ),
    click.option(
        "--limits",
        type=click.Choice(get_args(Limits)),
        default="xmr",
        show_default=True,
        help="From the changes between periods; by the number of answers; or Laney's p'.",
    ),
    click.option(
        "--target",
        type=Amount(low=-100, high=100, like="in points for nps, else a fraction."),
        help="Value that each period should reach: points for nps, a fraction for others.",
    ),
    click.option("--box", type=Span(), help="Lowest and highest answer that count as good."),
    click.option(
        "--baseline",
        type=Days(),
        help="First and last day between which the periods begin that give centre and limits; "
        "all others are judged against them.",
    ),
    kinds=("survey",),
)
def trend(
    asked: Asked,
    *,
    metric: str | None,
    limits: str,
    target: float | None,
    box: tuple[int, int] | None,
    baseline: tuple[date, date] | None,
) -> Answer:
    """Signal or noise: a score period by period with its control limits; months by default."""
    score = _score(asked, metric)
    chosen = _box(asked, score, box)
    period = asked.request.period or USUAL_PERIOD
    asked.require_days("answered")
    asked.source.require("answered")
    cube = _cube(asked, score, period)
    end = _end(asked)
    options = TrendOptions(
        period=period,
        last_day=end,
        box=chosen,
        limits=cast("Limits", limits),
        level=asked.request.level,
        target=target,
        baseline=baseline,
    )
    found = trends(cube.counts, options)
    results = tuple(_result(one, place) for one in found for place in range(len(one.starts)))
    notes = group_notes({one.group: one.notes for one in found})
    return Answer(
        command="trend",
        sources=(asked.rows(cube.coverage),),
        columns=_borne(asked, score) | asked.columns(*COUNTED, "answered"),
        options={
            "metric": score,
            "period": period,
            "box": chosen,
            "last_day": end,
            "baseline": baseline,
        },
        results=results,
        tables=(results_table(results, _table(chosen, asked.request.level)),),
        tests=_tests(found),
        notes=(*asked.notes, *_scale_note(asked, score), *notes),
    )


def _score(asked: Asked, metric: str | None) -> str:
    """The score's role: by its name, by its column, or the first one of the file."""
    roles = score_roles(asked.source.mapping)
    if metric is None:
        if not roles:
            raise BadOption(
                f"'{asked.source.name}' has no score. Choose a column with --map nps=COLUMN."
            )
        return roles[0]
    wanted = metric.strip()
    columns = asked.source.mapping.columns("rating")
    by_column = {column.casefold(): f"rating_{i + 1}" for i, column in enumerate(columns)}
    by_column |= {
        column.casefold(): role
        for role in ("nps", "csat", "ces")
        if (column := asked.source.mapping.column(role)) is not None
    }
    if wanted.lower() in roles:
        return wanted.lower()
    if wanted.casefold() in by_column:
        return by_column[wanted.casefold()]
    if wanted.lower() in ("nps", "csat", "ces"):
        require_score(asked.source, wanted.lower())
    known = ", ".join((*roles, *columns)) or "none"
    raise BadOption(f"--metric {metric} is no score of '{asked.source.name}'. It has: {known}.")


def _box(asked: Asked, score: str, box: tuple[int, int] | None) -> tuple[int, int] | None:
    """The answers that count as good; None for NPS."""
    if score == "nps":
        if box is not None:
            raise BadOption("--box is for csat, ces and ratings; NPS has no box. Leave it out.")
        return None
    scale = scale_of(asked.source, score)
    mirrored = asked.request.low_is_good or any(
        asked.source.mapping.reading(column).reversed for column in _borne(asked, score).values()
    )
    boxes = CES_BOX if score == "ces" else CSAT_BOX
    return box or default_box(scale, boxes, reversed_scale=mirrored)


def _borne(asked: Asked, score: str) -> dict[str, str]:
    """Role to column of the score; rating_2 is the second column that is known as a rating."""
    role, _, place = score.partition("_")
    columns = asked.source.mapping.columns(role)
    return {role: columns[int(place or 1) - 1]} if columns else {}


def _cube(asked: Asked, score: str, period: str) -> ScoreCube:
    cube = read_score_cube(
        asked.source, score=score, selection=asked.selection, by=asked.by, period=period
    )
    if not any(group.period for group in cube.counts):
        hint = first_reason(cube.coverage)
        raise NotEnoughData("A trend", have=0, need=1, unit="answer", hint=hint)
    return cube


def _end(asked: Asked) -> date:
    """Last day of the data: of the whole file, or of the range asked for where that ends first."""
    end = last_day(asked.source, "answered")
    return min(end, asked.selection.until or end)


def _scale_note(asked: Asked, score: str) -> Iterator[str]:
    """A warning where the answers look like another scale than the one of NPS."""
    if score == "nps" and not is_counted(asked.source.mapping, "nps"):
        column = asked.profile.column(asked.columns("nps")["nps"])
        warning = scale_warning(column, "nps")
        if warning:
            yield warning


def _result(one: Trend, place: int) -> Result:
    score, point = one.results[place], one.chart.points[place]
    group = Group(one.group.column, one.group.value, one.starts[place])
    return {
        **group_fields(group),
        "value": value_of(score),
        "low": score.low,
        "high": score.high,
        "n": score.n,
        "centre": one.chart.centre,
        "lower": point.lower,
        "upper": point.upper,
        "signals": [signal_words(rule) for rule in point.signals],
        "finished": point.finished,
        "target": one.verdicts[place] if one.verdicts else None,
    }


def _tests(found: tuple[Trend, ...]) -> tuple[Result, ...]:
    return tuple(
        {
            "name": "Mann-Kendall",
            "column": one.group.column,
            "value": one.group.value,
            "statistic": one.test.statistic,
            "p_value": one.test.p_value,
            "slope": one.test.slope,
        }
        for one in found
        if one.test is not None
    )


def _table(box: tuple[int, int] | None, level: float) -> tuple[Column, ...]:
    points = box is None
    form = "{:,.1f}" if points else "{:.1%}"
    one = (lambda name: number(name, 1)) if points else percent
    return (
        Column("n", whole("n")),
        Column("NPS" if box is None else f"share {box[0]}-{box[1]}", one("value")),
        Column(interval_head(level), interval("low", "high", form)),
        Column("centre", one("centre")),
        Column("limits", interval("lower", "upper", form)),
        Column("target", text("target"), always=False),
        Column("signals", _signals),
    )


def _signals(result: Mapping[str, Any]) -> str:
    if not result["finished"]:
        return "not over"
    return "; ".join(result["signals"]) or UNKNOWN
