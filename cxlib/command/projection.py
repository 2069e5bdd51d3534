"""`projection`: the share of customers still there beyond the data, by six models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

import click

from cxlib.charts.projection_words import model_name, verdict
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked, values_of
from cxlib.command.grouped import group_fields, group_notes, in_order
from cxlib.command.options import USUAL
from cxlib.command.retention import (
    JOINED,
    OBSERVED,
    RECORDS,
    UNIT,
    life_roles,
    read_lives_of,
    stay_notes,
)
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    Table,
    interval,
    interval_head,
    number,
    percent,
    results_table,
    text,
)
from cxlib.command.values import Count
from cxlib.errors import NotEnoughData
from cxlib.models.lifetime import MODELS
from cxlib.models.projection import LONGEST, ModelProjection, Projection, project
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import UNITS

BEST, ALL = "best", "all"


@command(
    *USUAL,
    UNIT,
    OBSERVED,
    RECORDS,
    JOINED,
    click.option(
        "--horizon",
        type=Count(most=LONGEST),
        help="Units since the start to project to; twice the longest follow-up by default.",
    ),
    click.option(
        "--model",
        type=click.Choice((ALL, BEST, *MODELS)),
        default=ALL,
        show_default=True,
        help="Which models to show; the recommended one comes first.",
    ),
    click.option(
        "--cut",
        type=Count(most=LONGEST),
        help="Units since the start that the models of the holdout are given; half by default.",
    ),
    kinds=("subscriptions",),
)
def projection(
    asked: Asked,
    *,
    unit: str,
    observed: date | None,
    horizon: int | None,
    model: str,
    **more: Any,
) -> Answer:
    """How many customers will still be there: models fitted, compared, tested and projected.

    With --period, customers are grouped by the period in which they started.
    """
    for column in asked.by:
        values_of(asked.source, column)
    table = read_lives_of(
        asked, observed, records_from=more["records_from"], join=bool(more["join"])
    )
    lives = in_order(table.in_units(UNITS[unit]))
    reach = horizon or _twice(lives[Group()])
    found: dict[Group, Projection] = {}
    notes: dict[Group, tuple[str, ...]] = {}
    for group, one in lives.items():
        try:
            found[group] = project(one, horizon=reach, level=asked.request.level, cut=more["cut"])
        except NotEnoughData as reason:
            if group.is_total:
                raise
            notes[group] = (str(reason),)
        else:
            notes[group] = _notes(found[group], unit)
    results = tuple(
        _result(group, one, shown) for group, one in found.items() for shown in _shown(one, model)
    )
    return Answer(
        command="projection",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"horizon": reach, "observed": table.observed},
        results=results,
        tables=_tables(results, unit, reach, asked.request.level),
        notes=(*asked.notes, *stay_notes(asked, table), *group_notes(notes)),
    )


def _twice(lives: Lives) -> int:
    return min(LONGEST, max(1, ceil(2 * lives.longest)))


def _shown(found: Projection, model: str) -> Sequence[ModelProjection]:
    """The models asked for, the recommended one first; an error for one that was not fitted."""
    if model not in (ALL, BEST):
        return [found.of(model)]
    best = found.recommended
    return [best, *(one for one in found.models if one is not best and model == ALL)]


def _notes(found: Projection, unit: str) -> tuple[str, ...]:
    refused = [f"{model_name(model)}: {reason}" for model, reason in found.refused]
    return (*verdict(found, unit=unit), *found.notes, *found.recommended.notes, *refused)


def _result(group: Group, found: Projection, one: ModelProjection) -> Result:
    held, mean = found.holdout, one.mean
    foreseen = held.of(one.model) if held else None
    times = ("time", "survival", "low", "high", "beyond")
    return {
        **group_fields(group),
        "model": one.model,
        "recommended": one.model == found.best,
        "parameters": one.parameters,
        "log_likelihood": one.log_likelihood,
        "aic": one.aic,
        "bic": one.bic,
        "converged": one.converged,
        "n": found.curve.n,
        "events": found.curve.deaths,
        "holdout_error": foreseen.mae if foreseen else None,
        "holdout": None
        if held is None or foreseen is None
        else {
            "cut": held.cut,
            "last": held.times[-1],
            "error": foreseen.error,
            "mae": foreseen.mae,
        },
        "mean": None
        if mean is None
        else {"value": mean.value, "low": mean.low, "high": mean.high, "beyond": mean.beyond},
        "survival": [{name: getattr(at, name) for name in times} for at in one.survival],
    }


def _tables(
    results: tuple[Result, ...], unit: str, horizon: int, level: float
) -> tuple[Table, ...]:
    flat = [
        {
            **one,
            **{name: one["survival"][-1][name] for name in ("survival", "low", "high")},
            "words": _words(one),
            "end_error": round(one["holdout"]["error"], 3) + 0.0 if one["holdout"] else None,
        }
        for one in results
    ]
    columns = (
        Column("model", text("words")),
        Column("AIC", number("aic")),
        Column("holdout error", percent("holdout_error")),
        Column("at its end", percent("end_error")),
        Column(f"still there after {horizon}", percent("survival")),
        Column(interval_head(level), interval("low", "high", "{:.1%}")),
    )
    fitted = (
        Column("model", text("model")),
        Column("parameters", _parameters),
        Column("log-likelihood", number("log_likelihood")),
        Column("BIC", number("bic")),
    )
    return (
        results_table(flat, columns, title=f"Projection to {horizon} {unit}s since the start"),
        results_table(results, fitted, title="Models"),
    )


def _words(result: Result) -> str:
    return f"{result['model']}{' (recommended)' if result['recommended'] else ''}"


def _parameters(result: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value:.4g}" for name, value in result["parameters"].items())
