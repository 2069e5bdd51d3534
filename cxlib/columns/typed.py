"""The typed projection: for each role a value and, where there is none, the reason in words."""

from __future__ import annotations

from collections.abc import Mapping as Dict

import ibis
import ibis.expr.types as ir

from cxlib.columns.dates import in_words, iso_text, moment_of
from cxlib.columns.duck import stage
from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping, Reading
from cxlib.columns.numbers import MONEY, as_money, as_number
from cxlib.columns.scores import as_flag, as_score
from cxlib.columns.wording import NOTHING

CELL = "c:"
"""Prefix of the columns that hold the cells of the file as text."""
TEXT, ISO, VALUE, PROBLEM = "t:", "i:", "v:", "p:"
LARGEST = 9.0e18
OPEN_END = (
    "9999|2[1-9][0-9]{2}|209[0-9]|^(active|ongoing|current|present|open|still active|aktif"
    "|masih aktif|berjalan|sekarang"
    "|kini|masih|tiada|belum)$"
)
"""Ends that say that the customer is still there, in small letters."""
NEVER = 2090
"""An end in this year or later stands for none."""


def typed(
    table: ir.Table, mapping: Mapping, *, labels: Dict[str, Dict[str, str]] | None = None
) -> ir.Table:
    """Values and problems by role, and every cell as text. Lazy; runs on the embedded engine.

    Args:
        table: `row` and the text columns of the file.
        mapping: which column bears which role, and how it is read.
        labels: code to label, for columns with labelled codes; text cells get the label.

    Returns:
        `row`; for each role its value and `<role>_problem`, null where the value is fine (a role
        of several columns is numbered: `rating_1`, `rating_2`); `c:<column>` for every column.
        Transactions with quantity and price but no amount also have `amount`.
    """
    names = role_names(mapping)
    staged = stage(table, **{TEXT + n: _text(table, c, mapping) for n, (_, c) in names.items()})
    dates = {
        ISO + n: iso_text(staged[TEXT + n], mapping.reading(c).date_format)
        for n, (role, c) in names.items()
        if role.type is Type.MOMENT and mapping.reading(c).date_format != AMBIGUOUS
    }
    staged = stage(staged, **dates) if dates else staged
    values = {
        VALUE + n: _value(staged, n, role, mapping.reading(c)) for n, (role, c) in names.items()
    }
    staged = stage(staged, **values)
    problems = {
        PROBLEM + n: _problem(staged, n, role, c, mapping.reading(c))
        for n, (role, c) in names.items()
    }
    staged = stage(staged, **problems)
    staged = _with_amount(staged, names)
    found = [*names, *(["amount"] if VALUE + "amount" in staged.columns else [])]
    roles = {
        key: column
        for name in dict.fromkeys(found)
        for key, column in (
            (name, staged[VALUE + name]),
            (f"{name}_problem", staged[PROBLEM + name]),
        )
    }
    cells = {CELL + c: _cell(staged, c, labels or {}) for c in table.columns if c != "row"}
    return staged.select("row", **roles, **cells)


def role_names(mapping: Mapping) -> dict[str, tuple[Role, str]]:
    """The typed table's name of each borne role, with the role and its column."""
    found: dict[str, tuple[Role, str]] = {}
    places: dict[str, int] = {}
    for name, column in mapping.roles:
        role = mapping.file_kind.role(name)
        if role is None:
            continue
        places[name] = places.get(name, 0) + 1
        found[f"{name}_{places[name]}" if role.several else name] = (role, column)
    return found


def _text(table: ir.Table, column: str, mapping: Mapping) -> ir.StringValue:
    """The cell without codes that mean no answer; those are told apart in the problem."""
    cell = table[column]
    blanks = mapping.reading(column).blanks
    return ibis.ifelse(cell.isin(blanks), None, cell) if blanks else cell


def _value(table: ir.Table, name: str, role: Role, how: Reading) -> ir.Value:
    text = table[TEXT + name]
    if role.type is Type.MOMENT:
        if how.date_format == AMBIGUOUS:
            return ibis.null("timestamp")
        moment = moment_of(table[ISO + name], how.date_format)
        return ibis.ifelse(moment.year() >= NEVER, None, moment) if role.name == "ended" else moment
    if role.type is Type.SCORE:
        return as_score(text, how.scale or role.scale)
    if role.type is Type.NUMBER:
        return as_number(text, how.decimal)
    if role.type is Type.MONEY:
        return as_money(text, how.decimal)
    if role.type is Type.FLAG:
        return as_flag(text)
    if role.type is Type.KEY:
        key = text.re_replace(r"^([0-9]+)\.0+$", r"\1")
        return ibis.ifelse(key.lower().isin(sorted(NOTHING)), None, key)
    return text


def _problem(table: ir.Table, name: str, role: Role, column: str, how: Reading) -> ir.StringValue:
    """Why there is no value; null where there is one that can be used."""
    cell, value = table[column], table[VALUE + name]
    label = column if role.several else role.name
    cases: list[tuple[ir.BooleanValue, object]] = [(cell.isnull(), f"{label} is blank")]
    if how.blanks:
        said = ibis.literal(f"{label} has the code ") + cell + " for no answer"
        cases.append((cell.isin(how.blanks), said))
    if role.type is not Type.SCORE:
        cases.append((cell.lower().isin(sorted(NOTHING)) & value.isnull(), f"{label} is blank"))
    if role.name == "ended":
        cases.append((cell.lower().re_search(OPEN_END) & value.isnull(), f"{label} is blank"))
    cases.append((value.isnull(), f"{label} {_wanted(role, how)}"))
    if role.name == "duration":
        cases.append((value < 0, f"{label} is negative"))
    if role.name == "weight":
        cases.append((value < 0, f"{label} is negative"))
    return ibis.cases(*cases, else_=ibis.null("string"))


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


def _with_amount(table: ir.Table, names: Dict[str, tuple[Role, str]]) -> ir.Table:
    """Quantity times price where there is no amount, rounded to 1/10,000 of the currency."""
    if "amount" in names or not {"quantity", "price"} <= set(names):
        return table
    product = table[VALUE + "quantity"] * table[VALUE + "price"].cast("float64")
    within = product.abs() < LARGEST
    amount = ibis.ifelse(within, product.round(), None).cast("int64")
    problem = ibis.coalesce(
        table[PROBLEM + "quantity"],
        table[PROBLEM + "price"],
        ibis.ifelse(within, None, f"amount is larger than {LARGEST / MONEY:.0e}"),
    )
    return stage(table, **{VALUE + "amount": amount, PROBLEM + "amount": problem})


def _cell(table: ir.Table, column: str, labels: Dict[str, Dict[str, str]]) -> ir.StringValue:
    """The cell as text; a labelled code as its label."""
    words = labels.get(column)
    return table[column].cases(*words.items(), else_=table[column]) if words else table[column]
