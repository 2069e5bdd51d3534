"""`contract-value`: the expected, discounted payments of a customer on contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked, values_of
from cxlib.command.grouped import group_fields, group_notes, in_order
from cxlib.command.options import USUAL
from cxlib.command.retention import OBSERVED, UNIT, life_roles, read_lives_of
from cxlib.command.running import command
from cxlib.command.shown import (
    UNKNOWN,
    Cell,
    Column,
    Table,
    interval,
    interval_head,
    number,
    results_table,
    whole,
)
from cxlib.command.terms import A_YEAR, HORIZON, YEARLY_DISCOUNT, margin_option
from cxlib.errors import NotEnoughData
from cxlib.models.contract import ContractValue, Model, Terms
from cxlib.models.contract import contract_value as value_of
from cxlib.stats.groups import Group
from cxlib.tables.contracts import UNITS


@command(
    *USUAL,
    UNIT,
    OBSERVED,
    click.option(
        "--model",
        type=click.Choice(get_args(Model)),
        default="km",
        show_default=True,
        help="Kaplan-Meier, or the projections sBG and BdW.",
    ),
    HORIZON,
    margin_option("Money a period, paid in advance."),
    YEARLY_DISCOUNT,
    kinds=("subscriptions",),
    name="contract-value",
)
def contract_value(
    asked: Asked, *, unit: str, observed: date | None, model: str, **paid: float | None
) -> Answer:
    """What a customer on contract is worth: expected payments within the horizon, discounted."""
    for column in asked.by:
        values_of(asked.source, column)
    table = read_lives_of(asked, observed)
    terms = Terms(
        horizon=int(paid["horizon"] or A_YEAR[unit]),
        margin=float(paid["margin"] or 0),
        discount=float(paid["discount"] or 0),
        units_a_year=UNITS["year"] / UNITS[unit],
    )
    values: dict[Group, ContractValue] = {}
    notes: dict[Group, tuple[str, ...]] = {}
    for group, lives in in_order(table.in_units(UNITS[unit])).items():
        try:
            values[group] = value_of(
                lives, terms, model=cast("Model", model), level=asked.request.level
            )
        except NotEnoughData as reason:
            if group.is_total:
                raise
            notes[group] = (str(reason),)
        else:
            notes[group] = values[group].notes
    results = tuple(_result(group, value) for group, value in values.items())
    return Answer(
        command="contract-value",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"horizon": terms.horizon, "observed": table.observed},
        results=results,
        tables=_tables(results, terms, unit, asked.request.level),
        notes=(*asked.notes, *group_notes(notes)),
    )


def _result(group: Group, value: ContractValue) -> Result:
    names = ("model", "parameters", "log_likelihood", "n", "horizon", "value", "low", "high")
    about = {name: getattr(value, name) for name in names}
    return {**group_fields(group), **about, "survival": value.survival}


def _tables(
    results: tuple[Result, ...], terms: Terms, unit: str, level: float
) -> tuple[Table, ...]:
    columns = (
        Column("n", whole("n")),
        Column("value", number("value")),
        Column(interval_head(level), interval("low", "high")),
        Column(f"still there after {terms.horizon}", _last),
    )
    title = (
        f"Value of {terms.horizon} {unit}ly payments of {terms.margin:g}, paid in advance, "
        f"discounted at {terms.discount:.1%} a year ({results[0]['model']})"
    )
    tables = [results_table(results, columns, title=title.replace("dayly", "daily"))]
    if results[0]["parameters"]:
        names = list(results[0]["parameters"])
        fitted = tuple(Column(name, _parameter(name)) for name in names)
        fitted += (Column("log-likelihood", number("log_likelihood")),)
        tables.append(results_table(results, fitted, title="Parameters"))
    return tuple(tables)


def _last(result: Mapping[str, Any]) -> str:
    known = result["survival"]
    return f"{known[-1]:.1%}" if known else UNKNOWN


def _parameter(name: str) -> Cell:
    return lambda result: f"{result['parameters'][name]:.4g}"
