"""Why a role has no value in a row: the same words for text of a file and for a warehouse."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cxlib.columns.dates import in_words
from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping, Reading
from cxlib.columns.wording import NOTHING

CELL = "c:"
"""Prefix of the columns that hold the cells of the file as text."""
OPEN_END = (
    "9999|2[1-9][0-9]{2}|209[0-9]|^(active|ongoing|current|present|open|still active|aktif"
    "|masih aktif|berjalan|sekarang"
    "|kini|masih|tiada|belum)$"
)
"""Ends that say that the customer is still there, in small letters."""
NEVER_NEGATIVE = ("duration", "weight", "count", "counts")


def problem(
    table: ir.Table, value: ir.Value, role: Role, column: str, mapping: Mapping
) -> ir.StringValue:
    """Why there is no value, or none that can be used; null where all is well.

    Args:
        table: has the cells of the file as text, under `CELL` and the column's name.
        value: what the role's cell was read as.
        role: the role.
        column: the column that bears it.
        mapping: how columns are read.
    """
    label = column if role.several else role.name
    # Most cells have a value, and are spared the comparisons that say why others have none.
    return ibis.ifelse(
        value.notnull(),
        _unusable(value, role, label),
        _absent(table, role, column, label, mapping),
    )


def _unusable(value: ir.Value, role: Role, label: str) -> ir.StringValue:
    """What is wrong with a value that could be read."""
    cases: list[tuple[ir.BooleanValue, str]] = []
    if role.name in NEVER_NEGATIVE:
        cases.append((value < 0, f"{label} is negative"))
    if role.name in ("count", "counts"):
        cases.append((value % 1 != 0, f"{label} is not a whole number"))
    none: ir.StringValue = ibis.null("string")
    return ibis.cases(*cases, else_=none) if cases else none


def _absent(
    table: ir.Table, role: Role, column: str, label: str, mapping: Mapping
) -> ir.StringValue:
    """Why there is no value."""
    how, cell = mapping.reading(column), table[CELL + column]
    cases: list[tuple[ir.BooleanValue, object]] = []
    for one in mapping.splits:
        if one.name == column:
            other = (table[CELL + one.question] != one.value).fill_null(True)
            cases.append((other, "the row answers another question"))
    cases.append((cell.isnull(), f"{label} is blank"))
    if how.blanks:
        said = ibis.literal(f"{label} has the code ") + cell + " for no answer"
        cases.append((cell.isin(how.blanks), said))
    if role.type is not Type.SCORE:
        cases.append((cell.lower().isin(sorted(NOTHING)), f"{label} is blank"))
    if role.name == "ended":
        cases.append((cell.lower().re_search(OPEN_END), f"{label} is blank"))
    return ibis.cases(*cases, else_=f"{label} {_wanted(role, how)}")


def _wanted(role: Role, how: Reading) -> str:
    if role.type is Type.MOMENT:
        if how.date_format == AMBIGUOUS:
            return "is a date whose order of day and month has to be chosen"
        if not how.date_format:
            return "is not a date"
        return f"is not a date of the form {in_words(how.date_format)}"
    if role.type is Type.SCORE:
        scale = how.scale or role.scale
        return f"is not a whole number from {scale[0]} to {scale[1]}" if scale else "is no score"
    if role.type is Type.FLAG:
        return "is neither yes nor no"
    return "is not a number" if role.type in (Type.NUMBER, Type.MONEY) else "is blank"
