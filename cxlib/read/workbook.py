"""Excel workbooks (.xlsx, .xlsm, .xlsb, .xls) and OpenDocument sheets, one sheet at a time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS, cell_text, text_array
from cxlib.read.contents import Contents
from cxlib.read.ending import named_columns, reject_totals
from cxlib.read.formats import Format, protected_file
from cxlib.read.header import find_header
from cxlib.read.names import clean_names, numbered, titled
from cxlib.read.sink import Sink
from cxlib.read.task import BLOCK, Task

MOST_UNPACKED = 4 << 30
"""Bytes that a workbook may unpack to."""

_BATCH = 20_000
_HEAD = 200
_ERROR = re.compile(rb'<c\b[^>]*\bt="e"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Row = list[str | None]


def sheet_names(task: Task) -> tuple[str, ...]:
    """The sheets of the workbook that can hold a table, in its order."""
    with _opened(task) as book:
        return _tables(book)


def read_workbook(task: Task, sink: Sink, sheet: str | None) -> Contents:
    """Read one sheet: the one named, or the first visible one with data.

    Raises:
        BadOption: there is no such sheet.
        UnreadableFile: the workbook is protected, damaged or blank.
    """
    with _opened(task) as book:
        names = _tables(book)
        if sheet is not None and sheet not in names:
            listed = ", ".join(names[:12])
            raise BadOption(f"'{task.shown}' has no sheet '{sheet}'. It has: {listed}.")
        table = _load(book, sheet, task) if sheet is not None else _first_filled(book, names, task)
        columns, titles, notes = _copy(table, sink, task)
        notes = (*notes, *_error_notes(task.path, table.name))
    return Contents(
        columns,
        Format.XLSX,
        sheet=table.name,
        sheets=names,
        titles=titled(columns, titles),
        notes=notes,
    )


def _opened(task: Task) -> CalamineWorkbook:
    _refuse_bomb(task)
    try:
        return load_workbook(task.path)
    except PasswordError as error:
        raise protected_file(task) from error
    except (CalamineError, OSError) as error:
        raise _damaged(task) from error


def _damaged(task: Task) -> Exception:
    return task.unreadable(
        "is a damaged workbook. Open it in Excel, save it as .xlsx, then upload that."
    )


def _refuse_bomb(task: Task) -> None:
    if not zipfile.is_zipfile(task.path):
        return
    with zipfile.ZipFile(task.path) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise task.unreadable(
            f"unpacks to {unpacked / (1 << 30):.3g} GB, too much for a workbook. "
            "Save the sheet as CSV, then upload that."
        )


def _tables(book: CalamineWorkbook) -> tuple[str, ...]:
    kind = SheetTypeEnum.WorkSheet
    return tuple(one.name for one in book.sheets_metadata if one.typ == kind)


def _load(book: CalamineWorkbook, name: str, task: Task) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise _damaged(task) from error


def _first_filled(book: CalamineWorkbook, names: tuple[str, ...], task: Task) -> CalamineSheet:
    """The visible sheet with most cells below a header; else any with something in it."""
    hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
    best, most = None, (0, 0)
    for name in names:
        table = _load(book, name, task)
        size = (table.height - 1) * table.width
        rank = (2 if size > 0 and name not in hidden else 1 if table.height > 0 else 0, size)
        if rank > most:
            best, most = table, rank
    if best is None:
        raise task.unreadable("is a workbook without any data. Export it again, then upload that.")
    return best


def _copy(
    table: CalamineSheet, sink: Sink, task: Task
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Hand the rows below the header to the sink; blank rows are none."""
    rows = _filled_rows(table)
    head = list(islice(rows, _HEAD))
    if not head:
        raise task.unreadable(
            f"has nothing in its sheet '{table.name}'. Choose another sheet or export it again."
        )
    header = find_header([[cell or "" for cell in row] for row in head])
    raw = numbered(len(head[0])) if header.names is None else header.names
    sink.open(clean_names(raw, task)[0])
    batch = head[header.used :]
    while batch:
        task.tick(sink.accepted / max(1, table.height))
        sink.add([text_array(list(column)) for column in zip(*batch, strict=True)])
        batch = list(islice(rows, _BATCH))
    last = sink.accepted
    reject_totals(sink, lambda row: table.end[0] + 1 + row - last)
    columns, notes = named_columns(raw, sink, task)
    return columns, header.titles, (*header.notes, *notes)


def _filled_rows(table: CalamineSheet) -> Iterator[Row]:
    for row in table.iter_rows():
        cells = [cell_text(value) for value in row]
        if any(cell is not None and cell.strip(BLANKS) for cell in cells):
            yield cells


def _error_notes(path: Path, sheet: str) -> tuple[str, ...]:
    """How many cells hold an error such as #N/A; the reader gives them as empty."""
    if not zipfile.is_zipfile(path):
        return ()
    with zipfile.ZipFile(path) as archive:
        part = _part(archive, sheet)
        found = 0 if part is None else _errors(archive, part)
    if not found:
        return ()
    return (say("Cells with an error such as #N/A, read as empty: {n}.", n=f"{found:,}"),)


def _part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The file inside the workbook that holds the sheet."""
    names = set(archive.namelist())
    book, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if not {book, links} <= names:
        return None
    sheets = ElementTree.fromstring(archive.read(book)).iter()
    key = next((one.get(_RELATION) for one in sheets if one.get("name") == sheet), None)
    relations = ElementTree.fromstring(archive.read(links)).iter()
    target = next((one.get("Target", "") for one in relations if one.get("Id") == key), "")
    part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return part if part in names else None


def _errors(archive: zipfile.ZipFile, part: str) -> int:
    found, rest = 0, b""
    with archive.open(part) as source:
        while block := source.read(BLOCK):
            text = rest + block
            cut = text.rfind(b"<c") if not text.endswith(b">") else len(text)
            cut = cut if cut > 0 else len(text)
            found += sum(1 for _ in _ERROR.finditer(text[:cut]))
            rest = text[cut:]
    return found
