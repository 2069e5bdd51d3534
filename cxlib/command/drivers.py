"""`drivers`: what matters most for an outcome, and how well it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

import click

from cxlib.columns.ratings import HALF, rating_columns, usual_drivers
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import first_names, group_fields, group_notes, in_order
from cxlib.command.options import USUAL
from cxlib.command.running import command
from cxlib.command.shown import Column, Table, group_words, interval, number, percent, text
from cxlib.command.values import split_names
from cxlib.errors import BadOption, ColumnMissing, NotEnoughData
from cxlib.models.driver_codes import check_codes
from cxlib.models.driver_shares import Method
from cxlib.models.drivers import NEEDED, Drivers
from cxlib.models.drivers import drivers as weigh
from cxlib.stats.asked import first_reason
from cxlib.stats.complete_rows import read_filled, time_role
from cxlib.stats.cross_products import CrossProducts, DriverTable, read_cross_products
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.surveys import score_scales

MOST = 40
"""Drivers that one regression may have."""
SCORES = ("nps", "csat", "ces")
MEASURES = {"R2": "", "McFadden": " (McFadden's, of a logistic regression)"}


@command(
    *USUAL,
    click.option(
        "--outcome",
        metavar="COLUMN",
        help="The column to explain: a score, any number, or yes and no; nps by default.",
    ),
    click.option(
        "--drivers",
        metavar="A,B,C",
        help="The columns that may explain it; ratings that half of the rows answer by default.",
    ),
    click.option(
        "--method",
        type=click.Choice(get_args(Method)),
        default="lmg",
        show_default=True,
        help="Average gain of R2 over all orders, or Johnson's relative weights.",
    ),
)
def drivers(asked: Asked, *, outcome: str | None, drivers: str | None, method: str) -> Answer:
    """What matters most: each driver's share of R2, and its performance, with intervals."""
    explained = _outcome(asked, outcome)
    chosen, passed = (
        (_named(asked, drivers, explained), []) if drivers else _ratings(asked, explained)
    )
    if asked.needs_days:
        asked.require_days(time_role(asked.source))
    table = read_cross_products(
        asked.source,
        columns=(explained, *chosen),
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
    )
    found, notes = _weigh(asked, table, cast("Method", method))
    checked = _coded(table.groups[TOTAL], found[TOTAL]) if explained == _nps(asked) else []
    results = tuple(_result(group, one) for group, one in _flat(found))
    return Answer(
        command="drivers",
        sources=(asked.rows(table.coverage),),
        columns=_columns(asked, (explained, *chosen)),
        options={"outcome": explained, "drivers": chosen, "method": method},
        results=results,
        tables=_tables(found, asked.request.level),
        notes=(*asked.notes, _summary(found[TOTAL]), *checked, *passed, *notes),
    )


def _outcome(asked: Asked, outcome: str | None) -> str:
    """The column to explain: the one named, by its name or its role, or the first score."""
    mapping = asked.source.mapping
    if outcome is None:
        borne = [mapping.column(score) for score in SCORES]
        found = next((column for column in borne if column is not None), None)
        if found is None:
            raise BadOption(
                f"'{asked.source.name}' has no nps, csat or ces column. Name the column to explain "
                "with --outcome COLUMN."
            )
        return found
    return _column(asked, "outcome", outcome)


def _column(asked: Asked, role: str, name: str) -> str:
    """A column by its name, or by the role it bears."""
    wanted = name.strip()
    borne = asked.source.mapping.column(wanted)
    if wanted not in asked.source.columns and borne is not None:
        return borne
    try:
        return asked.source.column(wanted)
    except ColumnMissing:
        raise ColumnMissing(role, wanted, asked.source.columns) from None


def _named(asked: Asked, named: str, outcome: str) -> tuple[str, ...]:
    """The columns of --drivers."""
    names = split_names(named, asked.source.columns)
    found = tuple(dict.fromkeys(_column(asked, "driver", name) for name in names))
    return _checked(found, outcome)


def _ratings(asked: Asked, outcome: str) -> tuple[tuple[str, ...], list[str]]:
    """The columns that look like ratings and vary, but the outcome; and what is to be said."""
    source = asked.source
    found = rating_columns(source.mapping, asked.profile, source.columns, outcome=outcome)
    if not found.chosen:
        raise BadOption(
            f"'{source.name}' has no further rating columns that could explain '{outcome}'. "
            "Name columns of numbers with --drivers A,B,C."
        )
    narrowed = usual_drivers(source.mapping, found)
    usual = narrowed.chosen
    shares = read_filled(source, columns=usual, selection=asked.selection)
    filled = [name for name in usual if shares.get(name, 1.0) >= HALF]
    best = sorted(filled, key=lambda name: -shares.get(name, 1.0))[:MOST]
    sparse = [*narrowed.sparse, *(name for name in usual if name not in filled)]
    beyond = [name for name in filled if name not in best]
    notes = [f"Mostly blank, so not taken as drivers: {first_names(sparse)}."] if sparse else []
    if beyond:
        notes.append(
            f"{MOST} drivers at most, those with the fewest blanks; not taken: "
            f"{first_names(beyond)}. Choose with --drivers."
        )
    if not best:
        raise NotEnoughData("Drivers", have=0, need=1, unit="rating", hint=notes[0])
    return _checked(tuple(name for name in usual if name in best), outcome), notes


def _checked(found: tuple[str, ...], outcome: str) -> tuple[str, ...]:
    if outcome in found:
        raise BadOption(
            f"'{outcome}' is the outcome (--outcome) and cannot be its own driver (--drivers)."
        )
    if not 1 <= len(found) <= MOST:
        raise BadOption(
            f"There are {len(found)} drivers; it takes 1 to {MOST}. Choose some with --drivers."
        )
    return found


def _weigh(
    asked: Asked, table: DriverTable, method: Method
) -> tuple[dict[Group, Drivers], list[str]]:
    """Drivers of each group that has enough answers, and what is to be said of them."""
    products = table.groups.get(TOTAL)
    if products is None:
        hint = first_reason(table.coverage)
        raise NotEnoughData("Drivers", have=0, need=NEEDED, unit="complete answer", hint=hint)
    scales = score_scales(asked.source, products.names[1:])
    found: dict[Group, Drivers] = {}
    notes: dict[Group, tuple[str, ...]] = {}
    for group, one in in_order(table.groups).items():
        try:
            found[group] = weigh(one, method=method, level=asked.request.level, scales=scales)
        except (NotEnoughData, BadOption) as reason:
            if group.is_total:
                raise
            notes[group] = (str(reason),)
        else:
            notes[group] = (*found[group].notes, *found[group].map_notes)
    return found, group_notes(notes)


def _columns(asked: Asked, names: Sequence[str]) -> dict[str, str]:
    """Role to column, of the columns and the weight that were used."""
    used = {role: column for role, column in asked.source.mapping.roles if column in names}
    dated = asked.dated(time_role(asked.source)) if asked.needs_days else ()
    return used | asked.columns("weight", *dated)


def _summary(one: Drivers) -> str:
    """The size and R2, and how gaps were treated."""
    return (
        f"n = {one.n}, R2 = {one.r2:.4f}{MEASURES[one.measure]}. Complete answers only: a row "
        "with any gap is left out."
    )


def _nps(asked: Asked) -> str | None:
    return asked.source.mapping.column("nps")


def _coded(products: CrossProducts, found: Drivers) -> list[str]:
    """How the drivers of NPS's code (-1, 0, 1) differ from those of the 0-10 score."""
    check = check_codes(products, found)
    if check is None:
        return []
    order = "the order is the same" if check.same else f"the order is {', '.join(check.order)}"
    return [
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10: R2 = "
        f"{check.r2:.4f}, shares move by up to {100 * check.moved:.1f} points, and {order}."
    ]


def _flat(found: Mapping[Group, Drivers]) -> list[tuple[Group, tuple[Drivers, int]]]:
    return [(group, (one, i)) for group, one in found.items() for i in range(len(one.drivers))]


def _result(group: Group, place: tuple[Drivers, int]) -> Result:
    whole, number_of = place
    one = whole.drivers[number_of]
    return {
        **group_fields(group),
        "driver": one.name,
        "share_of_r2": one.share,
        "low": one.low,
        "high": one.high,
        "sign": one.sign,
        "vif": one.vif,
        "performance": one.performance,
        "performance_low": one.performance_low,
        "performance_high": one.performance_high,
        "quadrant": one.quadrant,
        "n": whole.n,
        "r2": whole.r2,
    }


def _tables(found: Mapping[Group, Drivers], level: float) -> tuple[Table, ...]:
    head = f"{100 * level:g}%"
    columns = (
        Column("share of R2", percent("share_of_r2")),
        Column(head, interval("low", "high", "{:.1%}")),
        Column("sign", _sign),
        Column("VIF", number("vif", 1)),
        Column("mean", number("performance")),
        Column(head, interval("performance_low", "performance_high")),
        Column("map", text("quadrant")),
    )
    tables = []
    for group, one in found.items():
        results = [_result(group, (one, i)) for i in range(len(one.drivers))]
        rows = tuple(
            (result["driver"], *(column.cell(result) for column in columns)) for result in results
        )
        title = f"{group_words(results[0])}: drivers of {one.outcome}, n = {one.n:,}"
        tables.append(Table(title, ("driver", *(column.head for column in columns)), rows))
    return tuple(tables)


def _sign(result: Mapping[str, Any]) -> str:
    return "+" if result["sign"] > 0 else "-"
