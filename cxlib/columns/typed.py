"""The typed projection: for each role a value and, where there is none, the reason in words."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from cxlib.columns.choices import OWN
from cxlib.columns.dates import iso_text, moment_of
from cxlib.columns.duck import stage
from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping, Reading
from cxlib.columns.masking import how_shown, masked, pseudonym
from cxlib.columns.numbers import MONEY, as_money, as_number
from cxlib.columns.problems import CELL, problem
from cxlib.columns.row_rules import LOAD, with_row_problems
from cxlib.columns.scores import as_flag, as_score
from cxlib.columns.wording import NOTHING
from cxlib.engine import portable

TEXT, ISO, VALUE, PROBLEM = "t:", "i:", "v:", "p:"
LARGEST = 9.0e18
GUEST = "guest "
"""How the made-up key of an order without a customer begins."""
RAW = "customer_raw"
LONGEST = max(map(len, NOTHING))
NEVER = 2090
"""An end in this year or later stands for none."""


def typed(
    table: ir.Table,
    mapping: Mapping,
    *,
    labels: Dict[str, Dict[str, str]] | None = None,
    secret: str = "",
    shared: Sequence[str] | None = None,
) -> ir.Table:
    """Values and problems by role, and every cell as text. Lazy; runs on the embedded engine.

    Args:
        table: `row` and the text columns of the file; of several files, their `loaded` rows.
        mapping: which column bears which role, and how it is read.
        labels: code to label, for columns with labelled codes; text cells get the label.
        secret: the key of the pseudonyms in personal columns.
        shared: for rows of several files, the columns that all of them have; None for one file.

    Returns:
        `row`, `load` where it was given; `row_problem`: why the whole row is left out; for each
        role its value and `<role>_problem`, null where the value is fine (a role of several
        columns is numbered: `rating_1`, `rating_2`); `c:<column>` for every column, masked where
        it is personal. Transactions with quantity and price but no amount also have `amount`.
        Where customers are pseudonyms, `customer_raw` has what the file says, for joins alone.
    """
    if shared is None:
        table = table.select("row", **{CELL + c: table[c] for c in table.columns if c != "row"})
    file_columns = [one.removeprefix(CELL) for one in table.columns if one.startswith(CELL)]
    table = with_splits(table, mapping)
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
        PROBLEM + n: problem(staged, staged[VALUE + n], role, c, mapping)
        for n, (role, c) in names.items()
    }
    staged = stage(staged, **problems)
    staged = with_amount(staged, names)
    found = [*names, *(["amount"] if VALUE + "amount" in staged.columns else [])]
    values = {name: staged[VALUE + name] for name in found}
    reasons = {f"{name}_problem": staged[PROBLEM + name] for name in found}
    cells = [CELL + c for c in file_columns]
    loads = [LOAD] if shared is not None else []
    table = staged.select("row", *loads, *cells, **values, **reasons)
    known = None if shared is None else [CELL + c for c in shared]
    table = with_row_problems(table, mapping, cells, known=known)
    changed = [c for c in file_columns if c in (labels or {}) or how_shown(mapping, c)]
    shown = {CELL + c: _cell(table, c, labels or {}, mapping, secret) for c in changed}
    return table.mutate(**shown, **_personal_roles(table, mapping, secret))


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


def with_splits(table: ir.Table, mapping: Mapping) -> ir.Table:
    """The questions of a long survey as columns: a row's answer stands in that of its question."""
    if not mapping.splits:
        return table
    return stage(
        table,
        **{
            CELL + one.name: ibis.ifelse(
                table[CELL + one.question] == one.value, table[CELL + one.answer], None
            )
            for one in mapping.splits
        },
    )


def _personal_roles(table: ir.Table, mapping: Mapping, secret: str) -> dict[str, ir.Value]:
    """Texts and keys of personal columns as they may be shown; customers keep a key for joins."""
    found = _customer(table, mapping, secret)
    for name, (role, column) in role_names(mapping).items():
        how = how_shown(mapping, column)
        if how and name != "customer" and role.type in (Type.TEXT, Type.KEY):
            found[name] = masked(table[name], how, secret)
    return found


def _customer(table: ir.Table, mapping: Mapping, secret: str) -> dict[str, ir.Value]:
    """Guests by their order, and pseudonyms where the customer's column is personal."""
    if "customer" not in table.columns:
        return {}
    customer, problem = table.customer, table.customer_problem
    if mapping.kind == "transactions" and mapping.choice("guests") == OWN:
        number = table.order if "order" in table.columns else table.row.cast("string")
        guest = ibis.ifelse(customer.isnull() & number.notnull(), GUEST + number, None)
        customer = ibis.coalesce(customer, guest)
        problem = ibis.ifelse(customer.notnull(), None, problem)
    found = {"customer": customer, "customer_problem": problem}
    if how_shown(mapping, mapping.column("customer") or ""):
        found |= {"customer": pseudonym(customer, secret), RAW: customer}
    return found


def _text(table: ir.Table, column: str, mapping: Mapping) -> ir.StringValue:
    """The cell without codes that mean no answer; those are told apart in the problem."""
    cell = table[CELL + column]
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
    return _key(text) if role.type is Type.KEY else text


def _key(text: ir.StringValue) -> ir.StringValue:
    """An identifier without the ".0" of spreadsheets; what nearly no cell needs is done for few."""
    from_sheet = text.endswith("0") & text.contains(".0")
    key = ibis.ifelse(from_sheet, text.re_replace(r"^([0-9]+)\.0+$", r"\1"), text)
    nothing = ibis.ifelse(key.length() <= LONGEST, key.lower().isin(sorted(NOTHING)), False)
    return ibis.ifelse(nothing, None, key)


def with_amount(table: ir.Table, names: Dict[str, tuple[Role, str]]) -> ir.Table:
    """Quantity times price where there is no amount, rounded to 1/10,000 of the currency."""
    if "amount" in names or not {"quantity", "price"} <= set(names):
        return table
    product = table[VALUE + "quantity"] * table[VALUE + "price"].cast("float64")
    within = product.abs() < LARGEST
    amount = ibis.ifelse(within, portable.rounded(product), None).cast("int64")
    problem = ibis.coalesce(
        table[PROBLEM + "quantity"],
        table[PROBLEM + "price"],
        ibis.ifelse(within, None, f"amount is larger than {LARGEST / MONEY:.0e}"),
    )
    return stage(table, **{VALUE + "amount": amount, PROBLEM + "amount": problem})


def _cell(
    table: ir.Table, column: str, labels: Dict[str, Dict[str, str]], mapping: Mapping, secret: str
) -> ir.StringValue:
    """The cell as it may be shown; a labelled code as its label."""
    words, cell = labels.get(column), table[CELL + column]
    text = cell.cases(*words.items(), else_=cell) if words else cell
    return masked(text, how_shown(mapping, column), secret)
