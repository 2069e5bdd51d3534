"""A table of a warehouse as a source: its own types become the values of the roles.

What a file's text is turned into at upload, a warehouse has already: numbers, dates, yes and no.
Text is read where it is written plainly (ISO dates, digits with a decimal point); other forms
belong into a view. Everything here is lazy and runs where the data live; no row is brought over.
"""

from __future__ import annotations

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import Mapping, Reading
from cxlib.columns.numbers import MONEY
from cxlib.columns.problems import CELL, problem
from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.columns.typed import LARGEST, PROBLEM, VALUE, role_names, with_amount, with_splits
from cxlib.columns.wording import NO, NOTHING, YES
from cxlib.engine import portable
from cxlib.errors import BadMapping
from cxlib.tables.source import Source

ZONED = "+00:00"
"""What the text of a moment ends with whose column knows its time zone."""
OWN = "o:"
_DIGITS = 15
_SHEET = r"^[0-9]+[.]0+$"


@ibis.udf.scalar.builtin(name="md5")  # type: ignore[untyped-decorator]
def md5(text: str) -> str:  # type: ignore[empty-body]
    """32 hexadecimal digits, the same on every engine."""


def native_source(table: ir.Table, mapping: Mapping, *, name: str, rows: int) -> Source:
    """A warehouse table with the columns of a typed file; lazy.

    Args:
        table: the table as the engine has it.
        mapping: which column bears which role.
        name: what to call it.
        rows: how many rows it has.

    Raises:
        BadMapping: a column that bears a role has no type that the role can be read from.
    """
    columns = plain_columns(table)
    staged = table.select(
        **{CELL + one: text_of(table[one]) for one in columns},
        **{OWN + one: table[one] for one in columns},
    ).view()
    staged = with_splits(staged, mapping)
    names = role_names(mapping)
    staged = staged.mutate(
        **{VALUE + n: _value(staged, c, role, mapping) for n, (role, c) in names.items()}
    ).view()
    staged = staged.mutate(
        **{
            PROBLEM + n: problem(staged, staged[VALUE + n], role, c, mapping)
            for n, (role, c) in names.items()
        }
    ).view()
    staged = with_amount(staged, names)
    found = [*names, *(["amount"] if VALUE + "amount" in staged.columns else [])]
    typed = staged.select(
        *(CELL + one for one in columns),
        **{one: staged[VALUE + one] for one in found},
        **{f"{one}_problem": staged[PROBLEM + one] for one in found},
        **{ROW_PROBLEM: ibis.null("string")},
    )
    return Source(_numbered(typed), mapping, name, columns, rows)


def plain_columns(table: ir.Table) -> tuple[str, ...]:
    """The columns whose cells can be read: lists, maps, records and bytes are left out."""
    plain = (dt.Numeric, dt.String, dt.Boolean, dt.Temporal, dt.UUID)
    return tuple(one for one, known in table.schema().items() if isinstance(known, plain))


def text_of(cell: ir.Value) -> ir.StringValue:
    """A cell as the text that a file would have; null where it is blank or NaN."""
    known = cell.type()
    if known.is_string():
        # Not strip(): Ibis writes it for Spark so that letters v and f are stripped too.
        return cell.re_replace("^[ \t\r\n]+|[ \t\r\n]+$", "").nullif("")
    if known.is_boolean():
        return ibis.ifelse(cell, "true", "false")
    if known.is_floating() or known.is_decimal():
        return _written(cell)
    if known.is_timestamp() and known.timezone is not None:
        return cell.cast("timestamp").cast("string") + ZONED
    return cell.cast("string")


def _written(cell: ir.NumericValue) -> ir.StringValue:
    """Whole numbers without a point; 9007199254740993.0 and beyond as the engine writes them."""
    number = cell.cast("float64")
    number = ibis.ifelse(number.isnan() | number.isinf(), None, number)
    whole = (number == number.floor()) & (number.abs() < 10.0**_DIGITS)
    return ibis.ifelse(
        whole, ibis.ifelse(whole, number, None).cast("int64").cast("string"), number.cast("string")
    )


def _value(table: ir.Table, column: str, role: Role, mapping: Mapping) -> ir.Value:
    how, text = mapping.reading(column), table[CELL + column]
    cell = table[OWN + column] if OWN + column in table.columns else text
    if how.blanks:
        cell = ibis.ifelse(text.isin(how.blanks), None, cell)
        text = ibis.ifelse(text.isin(how.blanks), None, text)
    if role.type is Type.MOMENT:
        return _moment(cell, column, role)
    if role.type is Type.SCORE:
        return _score(_number(cell, column, role), how.scale or role.scale)
    if role.type is Type.NUMBER:
        return _number(cell, column, role)
    if role.type is Type.MONEY:
        return _money(cell, column, role)
    if role.type is Type.FLAG:
        return _flag(text)
    return _key(text) if role.type is Type.KEY else text


def _moment(cell: ir.Value, column: str, role: Role) -> ir.TimestampValue:
    known = cell.type()
    if known.is_timestamp() or known.is_date():
        return cell.cast("timestamp")
    if known.is_string():
        return portable.moment_of(cell)
    raise _unfit(column, role, known, "a date, a timestamp, or ISO text")


def _number(cell: ir.Value, column: str, role: Role) -> ir.FloatingValue:
    known = cell.type()
    if known.is_numeric() and not known.is_boolean():
        number = cell.cast("float64")
        return ibis.ifelse(number.isnan() | number.isinf(), None, number)
    if known.is_string():
        return portable.number_of(cell)
    raise _unfit(column, role, known, "a number, or text of digits with a decimal point")


def _score(number: ir.FloatingValue, scale: tuple[int, int] | None) -> ir.IntegerValue:
    fine = number == number.floor()
    fine &= number.between(*scale) if scale else number.abs() < LARGEST
    return ibis.ifelse(fine, number, None).cast("int64")


def _money(cell: ir.Value, column: str, role: Role) -> ir.IntegerValue:
    """Whole ten-thousandths; from whole numbers and decimals without rounding on the way."""
    known = cell.type()
    if known.is_integer():
        fine = cell.cast("float64").abs() * MONEY < LARGEST
        return ibis.ifelse(fine, cell, None).cast("int64") * MONEY
    amount = _number(cell, column, role) * MONEY
    return ibis.ifelse(amount.abs() < LARGEST, portable.rounded(amount), None).cast("int64")


def _flag(text: ir.StringValue) -> ir.IntegerValue:
    small = text.lower()
    return ibis.cases((small.isin(sorted(YES)), 1), (small.isin(sorted(NO)), 0)).cast("int64")


def _key(text: ir.StringValue) -> ir.StringValue:
    key = ibis.ifelse(text.re_search(_SHEET), text.substr(0, text.find(".")), text)
    return ibis.ifelse(key.lower().isin(sorted(NOTHING)), None, key)


def _numbered(table: ir.Table) -> ir.Table:
    """With `row`, the same on every engine and in every part of a query that names it.

    A warehouse keeps no order of its rows, so they are numbered by what they hold; rows that hold
    the same are alike, whichever comes first. Text is ordered by its hash, since each engine sorts
    letters in its own way.
    """
    keys = [
        md5(table[one].fill_null("")) if table[one].type().is_string() else table[one]
        for one in table.columns
        if not one.endswith("_problem")
    ]
    order = [one.asc(nulls_first=True) for one in keys]
    return table.mutate(row=ibis.row_number().over(ibis.window(order_by=order)) + 1).view()


def _unfit(column: str, role: Role, known: dt.DataType, needs: str) -> BadMapping:
    return BadMapping(
        f"'{role.name}' needs {needs}; the warehouse's column '{column}' is {known}. Choose "
        f"another with --map {role.name}=COLUMN, or make a view that casts it."
    )


def check_readings(mapping: Mapping) -> None:
    """Refuse dates and numbers that a warehouse holds as text in another form than its own.

    Raises:
        BadMapping: a column's dates or decimals are written in a way that has to be cast first.
    """
    for role, column in role_names(mapping).values():
        how = mapping.reading(column)
        if role.type is Type.MOMENT and how.date_format:
            raise BadMapping(_cast(column, "dates", "a date or timestamp"))
        if role.type in (Type.NUMBER, Type.MONEY) and _comma(how):
            raise BadMapping(_cast(column, "numbers with a decimal comma", "a number"))


def _comma(how: Reading) -> bool:
    return how.decimal == ","


def _cast(column: str, what: str, wanted: str) -> str:
    return (
        f"'{column}' holds {what} as text, which is not read inside a warehouse. Make a view that "
        f"casts the column to {wanted}, and name that view."
    )
