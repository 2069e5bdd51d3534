"""SPSS and Stata files: codes as text, with their value labels and the columns' long names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pyreadstat
from pyreadstat import ReadstatError

from cxlib.read.cells import BLANKS, cell_text, text_array
from cxlib.read.contents import Contents
from cxlib.read.formats import Format
from cxlib.read.names import clean_names
from cxlib.read.sink import Sink
from cxlib.read.task import Task

_BATCH_CELLS = 1_000_000
_FAILURES = (ReadstatError, OverflowError, UnicodeError, ValueError)

_Reader = Callable[..., tuple[Mapping[str, list[object]], Any]]


def read_spss(task: Task, sink: Sink) -> Contents:
    """Read a .sav or .zsav file; user-missing codes are read as empty."""
    return _read(task, sink, pyreadstat.read_sav, Format.SPSS)


def read_stata(task: Task, sink: Sink) -> Contents:
    """Read a .dta file; extended missing values are read as empty."""
    return _read(task, sink, pyreadstat.read_dta, Format.STATA)


def _read(task: Task, sink: Sink, reader: _Reader, kind: Format) -> Contents:
    try:
        _, about = reader(task.path, metadataonly=True)
        columns, notes = clean_names(about.column_names, task)
        sink.open(columns)
        _copy(task, sink, reader, about)
    except _FAILURES as error:
        raise task.unreadable(
            f"is a damaged or unusual {kind.value.upper()} file. "
            "Open it where it was made, save it as CSV, then upload that."
        ) from error
    names = dict(zip(about.column_names, columns, strict=True))
    labels = {
        names[name]: {cell_text(code) or "": str(label).strip(BLANKS) for code, label in of.items()}
        for name, of in about.variable_value_labels.items()
    }
    titles = {
        names[name]: title.strip(BLANKS)
        for name, title in about.column_names_to_labels.items()
        if title and title.strip(BLANKS)
    }
    return Contents(columns, kind, labels=labels, titles=titles, notes=notes)


def _copy(task: Task, sink: Sink, reader: _Reader, about: Any) -> None:
    names = about.column_names
    step = max(1, _BATCH_CELLS // max(1, len(names)))
    while names:
        cells, _ = reader(task.path, row_offset=sink.accepted, row_limit=step, output_format="dict")
        columns = [text_array([cell_text(cell) for cell in cells[name]]) for name in names]
        if not len(columns[0]):
            return
        sink.add(columns)
        task.tick(sink.accepted / max(1, about.number_rows or 0))
        if len(columns[0]) < step:
            return
