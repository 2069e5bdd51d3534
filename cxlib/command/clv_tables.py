"""The answer of `clv` for people."""

from __future__ import annotations

from cxlib.command.answer import Result
from cxlib.command.shown import (
    UNKNOWN,
    Cell,
    Column,
    Table,
    interval,
    interval_head,
    number,
    percent,
    results_table,
    text,
    whole,
)

HOLDOUT = (
    ("actual", number("actual", 0)),
    ("predicted", number("predicted", 0)),
    ("error", percent("error")),
    ("as before", number("naive", 0)),
    ("mean miss", number("mae")),
    ("rank correlation", number("rank_correlation")),
)


def clv_tables(results: tuple[Result, ...], *, level: float) -> tuple[Table, ...]:
    """Value, parameters and holdout, one row a group."""
    first = results[0]
    ahead = f"{first['horizon']} {first['unit']}s"
    title = f"The coming {ahead}, discounted at {first['discount']:.1%} a year"
    head = interval_head(level)
    value = (
        Column("customers", whole("n")),
        Column("purchases", whole("purchases")),
        Column(head, interval("purchases_low", "purchases_high", "{:,.0f}")),
        Column("total value", whole("total")),
        Column(head, interval("total_low", "total_high", "{:,.0f}")),
        Column("a customer", number("mean")),
    )
    tables = [results_table(results, value, title=title)]
    # With --model best groups may have different models, and so other parameters.
    names = dict.fromkeys(name for one in results for name in one["parameters"])
    fitted = [Column("model", text("model"))]
    fitted += [Column(name, _inside("parameters", _four(name))) for name in names]
    fitted += [
        Column(name, _inside("spend", number(name, 3)), always=False) for name in ("p", "q", "v")
    ]
    fitted.append(Column("log-likelihood", number("log_likelihood")))
    tables.append(results_table(results, fitted, title=f"Models, in {first['unit']}s"))
    if "holdout" in first:
        columns = [Column(head, _inside("holdout", cell)) for head, cell in HOLDOUT]
        tables.append(results_table(results, columns, title="Purchases in the holdout"))
    return tuple(tables)


def _four(name: str) -> Cell:
    """A parameter to four digits."""
    return lambda part: f"{part[name]:,.4g}" if name in part else UNKNOWN


def _inside(part: str, cell: Cell) -> Cell:
    """A cell of a part of the result that may be missing."""
    return lambda result: cell(result[part]) if result.get(part) else UNKNOWN
