"""`contract-value`: the expected, discounted payments of a customer on contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, cast

import click

from cxlib.charts.contract_models import verdict
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
    Cell,
    Column,
    Table,
    interval,
    interval_head,
    number,
    p_value,
    percent,
    results_table,
    text,
    whole,
)
from cxlib.command.terms import A_YEAR, HORIZON, YEARLY_DISCOUNT, margin_option
from cxlib.command.values import Amount
from cxlib.models.contract import METHODS, Terms
from cxlib.models.contract_groups import GroupCurves, GroupValues, group_curves, group_values
from cxlib.models.contract_models import model_curves, value_models
from cxlib.models.contract_payback import Payback, payback
from cxlib.models.stay_curve import Method
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import UNITS

BEST = "best"
FIELDS = ("model", "parameters", "log_likelihood", "aic", "n", "horizon", "value", "low", "high")


@dataclass(frozen=True, slots=True)
class Found:
    """What is answered: curves and values by group, and what each brings of the cost."""

    curves: GroupCurves
    values: GroupValues
    terms: Terms
    cost: float

    def back(self, group: Group) -> Payback:
        """When the cost is paid back."""
        return payback(self.curves.own[group], self.terms, cost=self.cost)


@command(
    *USUAL,
    UNIT,
    OBSERVED,
    RECORDS,
    JOINED,
    click.option(
        "--model",
        type=click.Choice((*METHODS, BEST)),
        default="km",
        show_default=True,
        help="Kaplan-Meier, or a projection; the recommended one of these with best.",
    ),
    HORIZON,
    margin_option("Money in the first period."),
    YEARLY_DISCOUNT,
    click.option(
        "--growth",
        type=Amount(low=-1, high=10, open_ends=True, like="such as 0.05."),
        default=0.0,
        show_default=True,
        help="Growth of the margin of a customer who stays, a year, a fraction.",
    ),
    click.option("--arrears", is_flag=True, help="A period is paid at its end, not in advance."),
    click.option(
        "--cost",
        type=Amount(low=0, like="such as 50."),
        help="Money to win a customer: when it is paid back, and what is earned on it.",
    ),
    kinds=("subscriptions",),
    name="contract-value",
)
def contract_value(
    asked: Asked, *, unit: str, observed: date | None, model: str, **paid: Any
) -> Answer:
    """What a customer on contract is worth: expected payments within the horizon, discounted.

    With --by, each value is tested against all others together. With --period, customers are
    grouped by the period in which they started.
    """
    for column in asked.by:
        values_of(asked.source, column)
    table = read_lives_of(
        asked, observed, records_from=paid["records_from"], join=bool(paid["join"])
    )
    terms = Terms(
        horizon=int(paid["horizon"] or A_YEAR[unit]),
        margin=float(paid["margin"]),
        discount=float(paid["discount"]),
        units_a_year=UNITS["year"] / UNITS[unit],
        growth=float(paid["growth"]),
        arrears=bool(paid["arrears"]),
    )
    lives = in_order(table.in_units(UNITS[unit]))
    level = asked.request.level
    method, said = _method(lives[Group()], model, terms, unit=unit, level=level)
    curves = group_curves(lives, method, level=level)
    found = Found(curves, group_values(curves, terms), terms, float(paid["cost"] or 0))
    notes = {group: one.notes for group, one in found.values.values.items()}
    notes |= {group: (reason,) for group, reason in found.values.refused.items()}
    results = tuple(_result(group, found) for group in found.values.values)
    return Answer(
        command="contract-value",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"horizon": terms.horizon, "observed": table.observed},
        results=results,
        tables=_tables(results, found, unit, level),
        notes=(*asked.notes, *stay_notes(asked, table), *said, *group_notes(notes)),
    )


def _method(
    lives: Lives, model: str, terms: Terms, *, unit: str, level: float
) -> tuple[Method, tuple[str, ...]]:
    """The model, and why it was chosen where it is the recommended one."""
    if model != BEST:
        return cast("Method", model), ()
    models = value_models(model_curves(lives, level=level), terms)
    return models.best.model, verdict(models, unit=unit)


def _result(group: Group, found: Found) -> Result:
    value = found.values.values[group]
    about = {name: getattr(value, name) for name in FIELDS}
    apart = found.values.apart.get(group)
    return {
        **group_fields(group),
        **about,
        "survival": value.survival,
        "events": value.events,
        "within": value.within,
        "beyond": value.beyond,
        "longest": value.longest if isfinite(value.longest) else None,
        "difference": apart.value if apart else None,
        "difference_low": apart.low if apart else None,
        "difference_high": apart.high if apart else None,
        "p_value": apart.p_value if apart else None,
        "p_adjusted": apart.p_adjusted if apart else None,
        **_payback(found, group),
    }


def _payback(found: Found, group: Group) -> Result:
    if not found.cost:
        return {}
    back = found.back(group)
    names = ("cost", "break_even", "earliest", "latest", "stayer", "net", "ratio")
    return {"payback": {name: getattr(back, name) for name in names}}


def _tables(
    results: tuple[Result, ...], found: Found, unit: str, level: float
) -> tuple[Table, ...]:
    terms = found.terms
    flat = [
        {
            **one,
            "last": one["survival"][-1],
            "share": one["beyond"] / one["value"] if one["value"] else None,
        }
        for one in results
    ]
    columns = (
        Column("n", whole("n")),
        Column("value", number("value")),
        Column(interval_head(level), interval("low", "high")),
        Column("beyond the data", percent("share")),
        Column(f"still there after {terms.horizon}", percent("last")),
        Column("less the rest", number("difference"), always=False),
        Column(interval_head(level), interval("difference_low", "difference_high"), always=False),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    when = "in arrears" if terms.arrears else "in advance"
    way = "growing" if terms.growth > 0 else "shrinking"
    grows = f", {way} {abs(terms.growth):.1%} a year" if terms.growth else ""
    title = (
        f"Value of {terms.horizon} {unit}ly payments of {terms.margin:g}{grows}, paid {when}, "
        f"discounted at {terms.discount:.1%} a year ({results[0]['model']})"
    )
    tables = [results_table(flat, columns, title=title.replace("dayly", "daily"))]
    if found.cost:
        tables.append(_payback_table(results, unit, found.cost))
    if results[0]["parameters"]:
        names = list(results[0]["parameters"])
        fitted = tuple(Column(name, _parameter(name)) for name in names)
        fitted += (Column("log-likelihood", number("log_likelihood")), Column("AIC", number("aic")))
        tables.append(results_table(results, fitted, title="Parameters"))
    return tuple(tables)


def _payback_table(results: tuple[Result, ...], unit: str, cost: float) -> Table:
    flat = [{**one, **one["payback"], "words": _words(one["payback"])} for one in results]
    columns = (
        Column(f"break-even ({unit}s)", text("words")),
        Column("from the limits", interval("earliest", "latest", "{:g}")),
        Column("of one who stays", number("stayer", 0)),
        Column("value less cost", number("net")),
        Column("times the cost", number("ratio")),
    )
    return results_table(flat, columns, title=f"Paying back {cost:g}")


def _words(back: Mapping[str, Any]) -> str:
    return "not within the horizon" if back["break_even"] is None else f"{back['break_even']:g}"


def _parameter(name: str) -> Cell:
    return lambda result: f"{result['parameters'][name]:.4g}"
