"""One column of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet; `key` is how a chart refers to it ("0.low": low of series 0).

    `form` is a Python number format, "" for text.
    """

    key: str
    header: str
    cells: tuple[Cell, ...]
    form: str = ""
