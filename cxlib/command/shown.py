"""Numbers and tables for people at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

UNKNOWN = "-"
Cell = Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; the first column stands left, the others right, or all of them left."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of results: its head, and what it shows of a result.

    One that is not `always` shown is left out where it knows nothing of any result.
    """

    head: str
    cell: Cell
    always: bool = True


def whole(name: str) -> Cell:
    """A count with separators."""
    return lambda result: _or(result.get(name), "{:,.0f}")


def number(name: str, digits: int = 2) -> Cell:
    """A number with so many digits after the point."""
    return lambda result: _or(result.get(name), f"{{:,.{digits}f}}")


def percent(name: str) -> Cell:
    """A fraction in percent."""
    return lambda result: _or(result.get(name), "{:.1%}")


def text(name: str) -> Cell:
    """A word."""
    return lambda result: str(result[name]) if result.get(name) is not None else UNKNOWN


def interval(low: str, high: str, form: str = "{:,.2f}") -> Cell:
    """Two limits."""
    return lambda result: limits(result.get(low), result.get(high), form)


def interval_head(level: float) -> str:
    """The head of a column of limits: "95% interval"."""
    return f"{100 * level:g}% interval"


def p_value(name: str) -> Cell:
    """A p-value to three digits."""

    def show(result: Mapping[str, Any]) -> str:
        return p_words(result.get(name))

    return show


def p_words(value: float | None) -> str:
    """A p-value to three digits, or that it is smaller."""
    return "<.001" if value is not None and value < 0.001 else _or(value, "{:.3f}")


def limits(low: float | None, high: float | None, form: str) -> str:
    """Two limits as text; a dash for one that is not known."""
    if low is None and high is None:
        return UNKNOWN
    return f"{_or(low, form)} to {_or(high, form)}"


def results_table(
    results: Iterable[Mapping[str, Any]], columns: Sequence[Column], *, title: str = ""
) -> Table:
    """One row a result: its group and period, then the columns."""
    found = list(results)
    shown = [
        column
        for column in columns
        if column.always or any(column.cell(one) != UNKNOWN for one in found)
    ]
    rows = tuple((group_words(one), *(column.cell(one) for column in shown)) for one in found)
    return Table(title, ("", *(column.head for column in shown)), rows)


def group_words(result: Mapping[str, Any]) -> str:
    """A result's group and period: "All", "region = North", "2026-03-01", or both."""
    parts = [f"{column} = {value}" for column, value in result["group"].items()]
    if result["period"] is not None:
        parts.append(str(result["period"]))
    return ", ".join(parts) or "All"


def lines(table: Table) -> list[str]:
    """The table with aligned columns, its title above."""
    grid = [row for row in (table.head, *table.rows) if any(row)]
    widths = [max(len(row[i]) for row in grid) for i in range(len(table.head))]
    out = [table.title] if table.title else []
    for row in grid:
        cells = [
            cell.ljust(width) if table.left or place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        out.append("  ".join(cells).rstrip())
    return out


def _or(value: float | None, form: str) -> str:
    return UNKNOWN if value is None else form.format(value)
