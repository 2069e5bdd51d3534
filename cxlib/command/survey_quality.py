"""`survey-quality`: who answered, how carefully, and what was left blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields
from cxlib.command.options import USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    Table,
    interval,
    interval_head,
    number,
    p_value,
    percent,
    results_table,
    whole,
)
from cxlib.errors import BadOption
from cxlib.metrics.change import Change, nps_change, share_change
from cxlib.metrics.quantiles import counted_quantile
from cxlib.metrics.response import quick_limit, yes_shares
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, default_box, wilson
from cxlib.stats.answer_times import read_answer_times, read_quick
from cxlib.stats.asked import scale_of
from cxlib.stats.blanks import read_blanks
from cxlib.stats.groups import Group
from cxlib.stats.invitations import Delays, read_delays, read_invited
from cxlib.stats.scores import ScoreCounts
from cxlib.stats.straight_lines import LEAST, rating_scales, read_straight_lines
from cxlib.tables.question import Coverage
from cxlib.tables.surveys import score_roles

RESPONSE, STRAIGHT, QUICK, BLANK = "response rate", "straight-lining", "too quick", "blank"
LATE = "late less early answers"
NOT_ALL = "The score of those who answered is not the score of all customers."


@dataclass(frozen=True, slots=True)
class Told:
    """Results of one part, and the rows it rests on."""

    results: tuple[Result, ...]
    coverage: Coverage


@command(
    *USUAL,
    click.option("--metric", metavar="ROLE", help="The score to compare; the first by default."),
    click.option("--duration", metavar="COLUMN", help="How long each answer took, for speeders."),
    kinds=("survey",),
)
def survey_quality(asked: Asked, *, metric: str | None, duration: str | None) -> Answer:
    """Can these answers be trusted: response rate, early and late, straight lines, blanks."""
    score = _score(asked, metric)
    if asked.needs_days:
        asked.require_days("answered")
    notes = [*asked.notes, NOT_ALL]
    invited = asked.source.has("invited")
    if asked.request.period:
        notes.append("--period acts on the response rate alone.")
    blanks = _blank(asked)
    parts = [
        *([_response(asked)] if invited else []),
        *_straight(asked, score, notes),
        *([_quick(asked, duration, score, notes)] if duration else []),
        blanks,
    ]
    if not invited:
        notes.append(
            "A response rate needs a row for every invitation and --map invited=COLUMN, the day on "
            "which it was sent."
        )
    results = tuple(one for part in parts for one in part.results)
    if invited and asked.source.has("answered"):
        results += tuple(_early_late(asked, score))
    return Answer(
        command="survey-quality",
        sources=(asked.rows(blanks.coverage),),
        columns=asked.columns("invited", "answered", score.partition("_")[0]),
        options={"metric": score},
        results=results,
        tables=tuple(_tables(results, asked.request.level)),
        notes=tuple(notes),
    )


def _score(asked: Asked, metric: str | None) -> str:
    roles = [one for one in score_roles(asked.source.mapping) if asked.source.has(one)]
    if not roles:
        raise BadOption(
            f"'{asked.source.name}' has no score row by row. Choose a column with --map nps=COLUMN."
        )
    if metric is not None and metric not in roles:
        raise BadOption(f"--metric {metric} is no score of this file; it has: {', '.join(roles)}.")
    return metric or roles[0]


def _response(asked: Asked) -> Told:
    asked.require_days("invited")
    found = read_invited(
        asked.source, selection=asked.selection, by=asked.by, period=asked.request.period
    )
    return Told(_shares(asked, RESPONSE, found.counts), found.coverage)


def _straight(asked: Asked, score: str, notes: list[str]) -> list[Told]:
    names = (*asked.source.columns,)
    known = rating_scales(asked.source, asked.profile, names)
    fitting = [(scale, columns) for scale, columns in known.items() if len(columns) >= LEAST]
    if not fitting:
        notes.append(f"Straight-lining needs at least {LEAST} rating columns on one scale.")
        return []
    scale, ratings = fitting[0]
    notes.append(f"Straight-lining: {', '.join(ratings)}, on {scale[0]}-{scale[1]}.")
    told = []
    for place, by in enumerate(asked.by or (None,)):
        found = read_straight_lines(
            asked.source,
            ratings=ratings,
            scale=scale,
            score=score,
            selection=asked.selection,
            by=by,
        )
        counts = {group: one for group, one in found.shares().items() if group.column or place == 0}
        told.append(Told(_shares(asked, STRAIGHT, counts), found.coverage))
    return told


def _quick(asked: Asked, column: str, score: str, notes: list[str]) -> Told:
    name = asked.source.column(column)
    times = read_answer_times(asked.source, column=name, selection=asked.selection)
    limits = quick_limit(times.values, times.n)
    if limits is None:
        raise BadOption(f"--duration {column}: no row in view has a number above zero there.")
    median, limit = limits
    notes.append(f"Too quick: less than {limit:g}, a third of the median time of {median:g}.")
    counts: dict[Group, ScoreCounts] = {}
    for by in asked.by or (None,):
        found = read_quick(
            asked.source,
            column=name,
            below=limit,
            score=score,
            selection=asked.selection,
            by=by,
        )
        counts |= found.shares
    return Told(_shares(asked, QUICK, counts), times.coverage)


def _blank(asked: Asked) -> Told:
    mapping = asked.source.mapping
    roles = ("nps", "csat", "ces", "rating", "comment")
    columns = list(dict.fromkeys(one for role in roles for one in mapping.columns(role)))
    found = read_blanks(asked.source, columns=columns, selection=asked.selection)
    results = []
    for one in found.questions:
        missing = one.rows - one.answered
        share = missing / one.rows if one.rows else None
        low, high = (
            (None, None) if share is None else wilson(share, one.rows, level=asked.request.level)
        )
        results.append(
            {
                "measure": BLANK,
                "group": {"question": one.column},
                "period": None,
                "share": share,
                "low": low,
                "high": high,
                "n": one.rows,
                "count": missing,
                "p_value": None,
                "p_adjusted": None,
            }
        )
    return Told(tuple(results), found.coverage)


def _shares(asked: Asked, measure: str, counts: Mapping[Group, ScoreCounts]) -> tuple[Result, ...]:
    return tuple(
        {
            "measure": measure,
            **group_fields(one.group),
            "share": one.result.share,
            "low": one.result.low,
            "high": one.result.high,
            "n": one.result.n,
            "count": one.result.counts[1],
            "p_value": one.p_value,
            "p_adjusted": one.p_adjusted,
        }
        for one in yes_shares(counts, level=asked.request.level)
    )


def _early_late(asked: Asked, score: str) -> Iterator[Result]:
    delays = read_delays(asked.source, score=score, selection=asked.selection)
    days = [one for one, counts in delays.counts.items() if counts.weight > 0]
    if len(days) < 2:
        return
    median = counted_quantile(days, [delays.counts[one].total for one in days], 0.5) or 0
    cut = max((one for one in days[:-1] if one <= median), default=days[0])
    change = _change(asked, score, delays, cut)
    yield {
        "measure": LATE,
        "group": {},
        "period": None,
        "early_until_day": cut,
        "n_early": change.before.n,
        "n_late": change.after.n,
        "difference": change.value,
        "low": change.low,
        "high": change.high,
        "p_value": change.p_value,
    }


def _change(asked: Asked, score: str, delays: Delays, cut: int) -> Change:
    early, late = delays.between(0, cut), delays.between(cut + 1)
    level = asked.request.level
    if score == "nps":
        return nps_change(early, late, level=level)
    boxes = CES_BOX if score == "ces" else CSAT_BOX
    box = default_box(scale_of(asked.source, score), boxes, reversed_scale=False)
    return share_change(early, late, box=box, level=level)


def _tables(results: tuple[Result, ...], level: float) -> Iterator[Table]:
    columns = (
        Column("n", whole("n")),
        Column("count", whole("count")),
        Column("share", percent("share")),
        Column(interval_head(level), interval("low", "high", "{:.1%}")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    apart = (
        Column("early until day", whole("early_until_day")),
        Column("n early", whole("n_early")),
        Column("n late", whole("n_late")),
        Column("difference", number("difference")),
        Column(interval_head(level), interval("low", "high")),
        Column("p", p_value("p_value")),
    )
    for measure in dict.fromkeys(one["measure"] for one in results):
        part = [one for one in results if one["measure"] == measure]
        yield results_table(part, apart if measure == LATE else columns, title=measure)
