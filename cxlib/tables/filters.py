"""Filters over any column, as frozen values: what a row has to be, for a query and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS
from cxlib.columns.masking import how_shown
from cxlib.columns.numbers import MONEY
from cxlib.columns.typed import role_names
from cxlib.engine import portable
from cxlib.errors import AmbiguousDates, BadOption
from cxlib.locale.speak import say
from cxlib.tables.source import BLANK, OTHERS, SAVED, Source

Op = Literal[
    "is",
    "is not",
    "between",
    "at least",
    "at most",
    "more than",
    "less than",
    "contains",
    "does not contain",
    "starts with",
    "does not start with",
    "is blank",
    "is not blank",
]
TAKES: dict[Op, int | None] = {
    "is": None,
    "is not": None,
    "between": 2,
    "at least": 1,
    "at most": 1,
    "more than": 1,
    "less than": 1,
    "contains": 1,
    "does not contain": 1,
    "starts with": 1,
    "does not start with": 1,
    "is blank": 0,
    "is not blank": 0,
}
"""Every operator, with the number of values that it takes; None for any number."""
OPPOSITE: dict[Op, Op] = {
    "is": "is not",
    "at least": "less than",
    "at most": "more than",
    "contains": "does not contain",
    "starts with": "does not start with",
    "is blank": "is not blank",
}
OPPOSITE |= {other: one for one, other in OPPOSITE.items()}
BOUNDS: tuple[Op, ...] = ("between", "at least", "at most", "more than", "less than")
"""Operators whose values are numbers or days."""
NUMBERS = (Type.SCORE, Type.NUMBER, Type.MONEY)
NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EXACT = 2**53
"""Whole numbers up to here are compared as such."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What one column has to be.

    Text is compared with the cell as the file has it, `contains` and `starts with` whatever the
    capitals. In a column that is read as numbers or days, a number or an ISO day also is any cell
    of the same value: 9 is "9.0". A blank cell is no value: it fails every operator but `is blank`
    and those that say what a cell is not, which it meets.

    Attributes:
        column: a column of the file.
        values: for `is` and `is not` the alternatives, where `BLANK` stands for an empty cell; for
            bounds numbers or ISO days, both included in `between`; else the text.
        op: the operator.
    """

    column: str
    values: tuple[str, ...]
    op: Op = "is"

    def __post_init__(self) -> None:
        """Refuse values that the operator cannot have."""
        takes = TAKES[self.op]
        if takes is not None and len(self.values) != takes:
            raise BadOption(
                f"'{self.column} {self.op}' takes {takes} value{'' if takes == 1 else 's'}, not "
                f"{len(self.values)}; for example {_example(self.op)}."
            )
        if self.op in BOUNDS:
            _check_bounds(self)
        elif takes == 1 and not self.values[0]:
            raise BadOption(f"'{self.column} {self.op}' needs a text, such as {_example(self.op)}.")

    def words(self) -> str:
        """The condition for a reader."""
        if self.column.startswith(SAVED) and self.op == "is":
            return self._membership()
        column, either = self.column, say(" or ").join(self.values)
        low, high = (self.values or ("",))[0], (self.values or ("",))[-1]
        said: dict[Op, str] = {
            "is": say("{column} is {values}", column=column, values=either),
            "is not": say("{column} is not {values}", column=column, values=either),
            "between": say("{column} between {low} and {high}", column=column, low=low, high=high),
            "at least": say("{column} at least {value}", column=column, value=low),
            "at most": say("{column} at most {value}", column=column, value=low),
            "more than": say("{column} more than {value}", column=column, value=low),
            "less than": say("{column} less than {value}", column=column, value=low),
            "contains": say("{column} contains “{text}”", column=column, text=low),
            "does not contain": say("{column} does not contain “{text}”", column=column, text=low),
            "starts with": say("{column} starts with “{text}”", column=column, text=low),
            "does not start with": say(
                "{column} does not start with “{text}”", column=column, text=low
            ),
            "is blank": say("{column} is blank", column=column),
            "is not blank": say("{column} is not blank", column=column),
        }
        return said[self.op]

    def _membership(self) -> str:
        name = self.column.removeprefix(SAVED)
        if self.values == (OTHERS,):
            return say("not in the segment {name}", name=name)
        return say("in the segment {name}", name=say(" or ").join(self.values))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Rows for which every part holds; two parts or more."""

    parts: tuple[Filter, ...]
    # Streamlit's cache sees the fields of a value, not its class.
    joint: str = field(default="and", init=False)

    def __post_init__(self) -> None:
        """Refuse a join of nothing."""
        _check_parts(self.parts)

    def words(self) -> str:
        """The parts for a reader, groups among them in brackets."""
        return say(" and ").join(_bracketed(one) for one in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Rows for which one part holds, or several; two parts or more."""

    parts: tuple[Filter, ...]
    joint: str = field(default="or", init=False)

    def __post_init__(self) -> None:
        """Refuse a join of nothing."""
        _check_parts(self.parts)

    def words(self) -> str:
        """The parts for a reader, groups among them in brackets."""
        return say(" or ").join(_bracketed(one) for one in self.parts)


Filter = Condition | AllOf | AnyOf


def joined(parts: Sequence[Filter], *, every: bool) -> Filter | None:
    """The parts as one filter: None without parts, a single part as it is."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return AllOf(tuple(parts)) if every else AnyOf(tuple(parts))


def opposite(one: Filter) -> Filter:
    """The rows that fail `one`; a blank cell stays outside every bound."""
    if isinstance(one, AllOf):
        return AnyOf(tuple(map(opposite, one.parts)))
    if isinstance(one, AnyOf):
        return AllOf(tuple(map(opposite, one.parts)))
    if one.op == "between":
        low, high = one.values
        below, above = Condition(one.column, (low,), "less than"), (high,)
        return AnyOf((below, Condition(one.column, above, "more than")))
    return Condition(one.column, one.values, OPPOSITE[one.op])


def conditions(one: Filter) -> Iterator[Condition]:
    """Every condition of a filter, from left to right."""
    if isinstance(one, Condition):
        yield one
    else:
        for part in one.parts:
            yield from conditions(part)


def holds(source: Source, table: ir.Table, one: Filter) -> ir.BooleanValue:
    """Whether `one` holds for each row; never null.

    Args:
        source: whose columns the filter names.
        table: the source's table, or one made of it that still has its columns.
        one: the filter.

    Raises:
        ColumnMissing: the filter names a column that is not there.
        BadOption: numbers are compared with days.
        AmbiguousDates: days are compared with a column whose day and month are not told apart.
    """
    if isinstance(one, Condition):
        return _condition(source, table, one)
    parts = [holds(source, table, part) for part in one.parts]
    return ibis.and_(*parts) if isinstance(one, AllOf) else ibis.or_(*parts)


def typed_as(source: Source, column: str) -> tuple[str, Role] | None:
    """The typed column made of a column of numbers or dates, with its role; None for text.

    A personal column is text that nobody can compare: else a filter would find out its cells.
    """
    if how_shown(source.mapping, column):
        return None
    for name, (role, borne) in role_names(source.mapping).items():
        if borne == column and role.type in (*NUMBERS, Type.MOMENT) and source.has(name):
            return name, role
    return None


def day_of(text: str) -> date | None:
    """The day that an ISO text names; None for other text."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def number_of(text: str) -> Decimal | None:
    """The number that a text is; None for other text."""
    return Decimal(text) if NUMBER.fullmatch(text) else None


def _condition(source: Source, table: ir.Table, one: Condition) -> ir.BooleanValue:
    cell = table[source.segment(one.column)]
    if one.op in BOUNDS:
        return _within(source, table, one).fill_null(False)
    if one.op in ("is blank", "is not blank"):
        return cell.isnull() if one.op == "is blank" else cell.notnull()
    if one.op in ("is", "is not"):
        same = _is(source, table, one)
        return same if one.op == "is" else ~same
    small, text = cell.lower(), ibis.literal(one.values[0]).lower()
    found = small.startswith(text) if "start" in one.op else small.contains(text)
    found = found.fill_null(False)
    return ~found if "not" in one.op else found


def _is(source: Source, table: ir.Table, one: Condition) -> ir.BooleanValue:
    column = source.column(one.column)
    same = table[source.segment(column)].fill_null(BLANK).isin(one.values)
    known = typed_as(source, column)
    if known is None:
        return same
    name, role = known
    if role.type is Type.MOMENT:
        days = [day for day in map(day_of, one.values) if day]
        return same | table[name].date().isin(days).fill_null(False) if days else same
    numbers = [_bound(role, value) for value in one.values if number_of(value) is not None]
    return same | table[name].isin(numbers).fill_null(False) if numbers else same


def _within(source: Source, table: ir.Table, one: Condition) -> ir.BooleanValue:
    """Null where the cell is blank or cannot be read."""
    column = source.column(one.column)
    known = typed_as(source, column)
    as_days = day_of(one.values[0]) is not None
    if known is not None and as_days is not (known[1].type is Type.MOMENT):
        holding, such = ("numbers", "9") if as_days else ("dates", "'2026-03-31'")
        raise BadOption(
            f"'{column}' holds {holding} and the filter compares it with '{one.values[0]}'; "
            f"compare it with a value such as {such}."
        )
    bounds: list[ir.Value | float | int]
    if as_days:
        value = _day(source, table, column, known[0] if known else None)
        bounds = [ibis.literal(date.fromisoformat(text)) for text in one.values]
    else:
        cell = table[source.segment(column)]
        value = table[known[0]] if known else portable.number_of(cell)
        bounds = [_bound(known[1] if known else None, text) for text in one.values]
    if one.op == "between":
        return (value >= bounds[0]) & (value <= bounds[1])
    if one.op in ("at least", "more than"):
        return value >= bounds[0] if one.op == "at least" else value > bounds[0]
    return value <= bounds[0] if one.op == "at most" else value < bounds[0]


def _day(source: Source, table: ir.Table, column: str, name: str | None) -> ir.DateValue:
    if name is None:
        return portable.day_of(table[source.segment(column)])
    if source.mapping.reading(column).date_format == AMBIGUOUS:
        raise AmbiguousDates(
            f"The dates in '{column}' read as day/month and as month/day. Say which on the Data "
            'page, or with --date-format "%d/%m/%Y" or --date-format "%m/%d/%Y".'
        )
    return table[name].date()


def _bound(role: Role | None, text: str) -> int | float:
    """A number as the typed column has it: money in 1/10,000."""
    number = Decimal(text) * (MONEY if role is not None and role.type is Type.MONEY else 1)
    whole = abs(number) < EXACT and number == number.to_integral_value()
    return int(number) if whole else float(number)


def _check_bounds(one: Condition) -> None:
    days = [day_of(text) for text in one.values]
    numbers = [number_of(text) for text in one.values]
    for text, day, number in zip(one.values, days, numbers, strict=True):
        if day is None and number is None:
            raise BadOption(
                f"'{one.column} {one.op}' compares numbers or days; '{text[:40]}' is neither. "
                f"Write, for example, {_example(one.op)}, or a day such as '2026-03-31'."
            )
    if None in days and None in numbers:
        raise BadOption(
            f"'{one.column} {one.op}' has a number and a day as its bounds; give two numbers or "
            "two days."
        )
    ordered = days if None not in days else numbers
    if ordered != sorted(ordered):  # type: ignore[type-var]
        raise BadOption(
            f"'{one.column} between {one.values[0]} and {one.values[1]}' ends before it begins; "
            "swap the two bounds."
        )


def _example(op: Op) -> str:
    examples: dict[Op, str] = {
        "between": "nps between 9 and 10",
        "at least": "nps >= 9",
        "at most": "nps <= 6",
        "more than": "nps > 8",
        "less than": "nps < 7",
        "is blank": "comment is blank",
        "is not blank": "comment is not blank",
    }
    return examples.get(op, f"comment {op} 'slow'")


def _check_parts(parts: tuple[Filter, ...]) -> None:
    if len(parts) < 2:
        raise ValueError(f"a filter joins two parts or more, not {len(parts)}")


def _bracketed(one: Filter) -> str:
    return one.words() if isinstance(one, Condition) else f"({one.words()})"
