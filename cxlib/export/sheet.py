"""Columns on a worksheet: user text always as text, and references for charts to point at."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cxlib.charts.chart import Cell
from cxlib.export.column import Column

Reference = list[str | int]  # sheet, first row, first column, last row, last column

_FORM = re.compile(r"^(?P<sign>\+?)(?P<comma>,?)(?:\.(?P<digits>\d+))?(?P<kind>[fd%ge]?)$")
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_767
_LONGEST_SHEET_NAME = 31


def clean(text: str) -> str:
    """`text` without the characters that office files cannot hold."""
    return _FORBIDDEN_IN_XML.sub("", text)


def office_form(form: str) -> str:
    """A Python number format as an Excel one, with a real minus sign; "" is General."""
    found = _FORM.match(form)
    if not form or found is None:
        return "General"
    digits = int(found["digits"] or 0)
    core = ("#,##0" if found["comma"] else "0") + ("." + "0" * digits if digits else "")
    core += "%" if found["kind"] == "%" else ""
    return f'{"+" if found["sign"] else ""}{core};"−"{core};{core}'


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Names that Excel accepts: short, without its signs, each different whatever the case."""
    taken: set[str] = {"history"}
    names = []
    for title in titles:
        text = _FORBIDDEN_IN_NAMES.sub(" ", clean(title))
        whole = " ".join(text.split()).strip("'") or "Chart"
        name, again = whole[:_LONGEST_SHEET_NAME].rstrip(" '"), 2
        while name.lower() in taken:
            tail = f" {again}"
            name = whole[: _LONGEST_SHEET_NAME - len(tail)].rstrip(" '") + tail
            again += 1
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Written:
    """Where each column came to stand on a sheet: key -> (column, number of cells)."""

    sheet: str
    header_row: int
    places: dict[str, tuple[int, int]]
    columns: dict[str, Column]

    def has(self, key: str) -> bool:
        """Whether a column of that key was written."""
        return key in self.places

    def cells(self, key: str, *, least: int = 1) -> Reference:
        """The reference of a column's cells, with blank ones under them where it takes more."""
        column, count = self.places[key]
        first = self.header_row + 1
        return [self.sheet, first, column, self.header_row + max(least, count), column]

    def head(self, key: str) -> Reference:
        """The reference of a column's header."""
        return [self.sheet, self.header_row, self.places[key][0]]

    def formula(self, key: str) -> str:
        """The reference of a column's cells as a formula, for error bars."""
        name, first, column, last, _ = self.cells(key)
        letters = _letters(int(column))
        quoted = str(name).replace("'", "''")
        return f"='{quoted}'!${letters}${int(first) + 1}:${letters}${int(last) + 1}"

    def values(self, key: str) -> list[Cell]:
        """The cells themselves, as charts keep them."""
        return list(self.columns[key].cells)


def write_columns(book: Any, sheet: Any, columns: Sequence[Column], *, row: int = 0) -> Written:
    """Write headers at `row` and the cells under them; unknown cells stay empty."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    forms: dict[str, Any] = {}
    places = {}
    for place, column in enumerate(columns):
        sheet.write_string(row, place, clean(column.header), bold)
        form = office_form(column.form)
        if form not in forms:
            forms[form] = book.add_format({"num_format": form})
        for down, cell in enumerate(column.cells, row + 1):
            write_cell(sheet, down, place, cell, forms[form])
        places[column.key] = (place, len(column.cells))
    return Written(sheet.get_name(), row, places, {c.key: c for c in columns})


def write_cell(sheet: Any, row: int, column: int, cell: Cell, form: Any = None) -> None:
    """One cell: text never becomes a formula or a link, unknown and infinite stay empty."""
    if isinstance(cell, str):
        sheet.write_string(row, column, clean(cell)[:_LONGEST_CELL])
    elif cell is not None and math.isfinite(cell):
        sheet.write_number(row, column, cell, form)


def _letters(column: int) -> str:
    """The spreadsheet name of a column counted from 0: A, B, ..., Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
