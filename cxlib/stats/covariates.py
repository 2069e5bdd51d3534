"""Columns that may go together with an outcome: groups and numbers, read alike everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.locale.speak import say
from cxlib.stats.groups import BLANK
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Question
from cxlib.tables.source import Source

FEW_VALUES = 10
"""Columns of numbers with at most so many different ones are taken as groups."""
FIRST = 1000
"""Rows that are looked at before all are, to see which columns may hold numbers."""


@dataclass(frozen=True, slots=True)
class Covariate:
    """A column that may go together with leaving.

    `values` are its groups, in alphabetical order; None for a column of numbers, which were
    rounded to multiples of `step` where that is not None.
    """

    column: str
    values: tuple[str, ...] | None = None
    step: float | None = None


def number_columns(source: Source, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns whose filled cells are all numbers, of more than a few different values."""
    first = replace(source, table=source.table.limit(FIRST))
    some = list(_different(first, columns))
    counted = _different(source, some) if some else {}
    return tuple(one for one, found in counted.items() if found > FEW_VALUES)


def _different(source: Source, columns: Sequence[str]) -> dict[str, int]:
    """How many different numbers the columns hold that hold nothing else."""
    wanted = {}
    for place, column in enumerate(columns):
        cell, value = source.table[source.segment(column)], _number(source, column)
        wanted[f"d{place}"] = value.nunique()
        wanted[f"t{place}"] = portable.flag(cell.notnull() & value.isnull()).sum()
    row = source.table.agg(**wanted).to_pyarrow().to_pylist()[0]
    return {
        column: row[f"d{place}"] for place, column in enumerate(columns) if not row[f"t{place}"]
    }


def _number(source: Source, column: str) -> ir.FloatingValue:
    """A column's cells as float64, null where there is no number."""
    known = typed_as(source, column)
    if known is None or known[1].type is Type.MOMENT:
        return portable.number_of(source.table[source.segment(column)])
    name, role = known
    value = source.table[name].cast("float64")
    value = value / MONEY if role.type is Type.MONEY else value
    return ibis.ifelse(source.table[f"{name}_problem"].isnull(), value, None)


def with_covariates(
    question: Question,
    columns: Sequence[str],
    numbers: Mapping[str, float | None],
) -> Question:
    """The question with its covariates `x0`, ..., and rows without a number left out.

    Args:
        question: contracts.
        columns: the covariates, as the file spells them.
        numbers: those of them that are numbers, with what they are rounded to multiples of; None
            where they are not rounded.
    """
    source, table = question.source, question.table
    marked, rules = {}, []
    for place, column in enumerate(columns):
        if column not in numbers:
            marked[f"x{place}"] = table[source.segment(column)].fill_null(BLANK)
            continue
        value = _number(replace(source, table=table), column)
        rules.append((value.isnull(), say("{column} has no answer", column=column)))
        step = numbers[column]
        marked[f"x{place}"] = value if step is None else (value / step).round() * step
    reason = table.reason
    if rules:
        reason = ibis.coalesce(reason, ibis.cases(*rules, else_=ibis.null("string")))
    return Question(source, table.mutate(reason=reason, **marked))
