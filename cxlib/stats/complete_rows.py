"""Rows with a number in every column that is asked for, and which customers stand behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.columns.numbers import MONEY
from cxlib.columns.wording import NO, YES
from cxlib.engine import portable
from cxlib.locale.speak import say
from cxlib.stats.lent import GAP
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


@ibis.udf.scalar.builtin(name="md5")  # type: ignore[untyped-decorator]
def _md5(text: str) -> str:  # type: ignore[empty-body]
    """32 hexadecimal digits, the same on every engine."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Customers who stand behind several rows.

    Attributes:
        customers: how many of them there are.
        rows: their rows.
    """

    customers: int
    rows: int


def complete_rows(
    source: Source,
    *,
    columns: Sequence[str],
    selection: Selection = EVERYTHING,
    time: str | None = None,
) -> Question:
    """Rows with a number in every column: `z0` (the outcome), `z1` ..., `weight`, `party`. Lazy.

    A column that bears a role is read in that role, others as plain numbers, or yes and no as 1
    and 0. A row with any gap is left out (complete cases). `party` is one of 256 groups of
    customers: all rows of a customer are in one of them, a row without a customer stands alone.

    Args:
        source: the typed table.
        columns: the outcome and the drivers, as the file spells them.
        selection: filters and range of days.
        time: the role that dates a row; None where days do not matter.

    Raises:
        ColumnMissing: the file has no such column.
    """
    values = [number_in(source, one) for one in columns]
    rules: list[Rule] = []
    for name, value in zip(columns, values, strict=True):
        if GAP + name in source.table.columns:
            why = source.table[GAP + name]
            rules.append((why.notnull(), why))
        rules.append((value.isnull(), say("{column} has no answer", column=name)))
    weighted = source.has("weight")
    roles = ["weight"] if weighted else []
    question = ask(source, selection, roles=roles, time=time, rules=rules)
    weight = question.table["weight"] if weighted else ibis.literal(1.0)
    named = {f"z{place}": value for place, value in enumerate(values)}
    return Question(source, question.table.mutate(**named, weight=weight, party=_party(source)))


def time_role(source: Source) -> str:
    """The role that dates a row of the kind: the first of its dates that a column bears.

    Raises:
        BadOption: no column bears one.
    """
    moments = [one.name for one in source.mapping.file_kind.roles if one.type is Type.MOMENT]
    borne = [name for name in moments if source.has(name)]
    source.require(*(borne or moments)[:1])
    return borne[0]


def number_in(source: Source, column: str) -> ir.FloatingValue:
    """A column's cells as float64, null where there is no number. Lazy."""
    cell = source.table[source.segment(column)]
    if not cell.type().is_string():
        return cell.cast("float64")
    known = typed_as(source, source.column(column))
    if known is not None and known[1].type is not Type.MOMENT:
        name, role = known
        value = source.table[name].cast("float64")
        fine = source.table[f"{name}_problem"].isnull()
        value = value / MONEY if role.type is Type.MONEY else value
        return ibis.ifelse(fine, value, None)
    small = cell.lower()
    flags = ibis.cases((small.isin(sorted(YES)), 1.0), (small.isin(sorted(NO)), 0.0))
    return ibis.coalesce(portable.number_of(cell), flags)


def repeated_rows(kept: ir.Table) -> ir.Table:
    """Customers with several rows, and their rows: `customers`, `rows`. Lazy.

    Args:
        kept: `customer`, null where not known.
    """
    known = kept.filter(kept.customer.notnull())
    each = known.group_by("customer").agg(n=portable.count())
    several = each.filter(each.n > 1)
    return several.agg(customers=portable.count(), rows=several.n.sum())


def read_repeats(source: Source, kept: ir.Table) -> Repeats:
    """Count the customers with several rows; none where customers are not known.

    Args:
        source: what the rows stem from.
        kept: the rows.
    """
    if not source.has("customer"):
        return Repeats(0, 0)
    found = repeated_rows(kept).to_pyarrow().to_pylist()[0]
    return Repeats(int(found["customers"]), int(found["rows"] or 0))


def filled_cells(kept: ir.Table, *, width: int) -> ir.Table:
    """Rows, and how many have a number in each column: `rows`, `n0`, `n1` ... Lazy.

    Args:
        kept: `z0`, `z1` ...
        width: number of columns.
    """
    counts = {f"n{place}": kept[f"z{place}"].count() for place in range(width)}
    return kept.agg(rows=portable.count(), **counts)


def read_filled(
    source: Source, *, columns: Sequence[str], selection: Selection = EVERYTHING
) -> dict[str, float]:
    """The share of a selection's rows that have a number in each column; none without rows.

    Args:
        source: the typed table.
        columns: as the file spells them.
        selection: filters and range of days.
    """
    time = time_role(source) if selection.dated else None
    kept = ask(source, selection, roles=[], time=time).kept
    bound = replace(source, table=kept)
    values = {f"z{place}": number_in(bound, one) for place, one in enumerate(columns)}
    found = filled_cells(kept.mutate(**values), width=len(columns)).to_pyarrow().to_pylist()[0]
    rows = int(found["rows"])
    return {name: found[f"n{i}"] / rows for i, name in enumerate(columns)} if rows else {}


def _party(source: Source) -> ir.StringValue:
    """The first two digits of the customer's MD5; of the row's number without a customer."""
    alone = ibis.literal("row ") + source.table.row.cast("string")
    known = source.table.customer if source.has("customer") else ibis.null("string")
    return _md5(ibis.coalesce(known, alone)).substr(0, 2)
