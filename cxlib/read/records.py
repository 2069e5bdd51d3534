"""JSON: an array of records, an object around one such array, or one record a line."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TextIO

import numpy as np

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS, text_array
from cxlib.read.contents import Contents
from cxlib.read.encoding import Plain, plain_text
from cxlib.read.formats import Format
from cxlib.read.json_text import Cursor, decoded, json_text
from cxlib.read.names import MOST_COLUMNS, clean_names
from cxlib.read.sink import Sink
from cxlib.read.task import Task

_BATCH_CELLS = 200_000
_TICK = 10_000
_HEAD = 1 << 20
_LINE_NAMES = (".ndjson", ".jsonl")


@dataclass(frozen=True, slots=True)
class _Found:
    """One value of the file: the line on which it begins, and its text where it is no record."""

    line: int
    record: dict[str, object] | None
    text: str = ""


def read_json(task: Task, sink: Sink) -> Contents:
    """Read records; the columns are all keys in the order of their first appearance.

    Numbers keep the text in which they are written; nested values become JSON text.

    Raises:
        UnreadableFile: the file is damaged or holds no records.
    """
    plain = plain_text(task.part(0, 0.1))
    keys: dict[str, None] = {}
    for found in _values(plain, task.part(0.1, 0.5)):
        if found.record is not None:
            keys.update(dict.fromkeys(found.record))
            if len(keys) > MOST_COLUMNS:
                break
    columns, notes = clean_names(list(keys), task)
    sink.open(columns)
    if columns:
        _copy(plain, list(keys), sink, task.part(0.5, 1))
    return Contents(columns, Format.JSON, notes=(*plain.notes, *notes))


def _copy(plain: Plain, keys: list[str], sink: Sink, task: Task) -> None:
    reason = say("not a record")
    batch: list[dict[str, object]] = []
    rows: list[int] = []
    for row, found in enumerate(_values(plain, task), start=1):
        if found.record is None:
            sink.reject(found.line, reason, found.text)
            continue
        batch.append(found.record)
        rows.append(row)
        if len(batch) * len(keys) >= _BATCH_CELLS:
            _hand_over(batch, rows, keys, sink)
            batch, rows = [], []
    if batch:
        _hand_over(batch, rows, keys, sink)


def _hand_over(
    batch: list[dict[str, object]], rows: list[int], keys: list[str], sink: Sink
) -> None:
    columns = [text_array([_cell(record.get(key)) for record in batch]) for key in keys]
    sink.add(columns, np.array(rows, np.int64))


def _cell(value: object) -> str | None:
    if value is None:
        return None
    return str(value) if isinstance(value, str) else json_text(value)


def _values(plain: Plain, task: Task) -> Iterator[_Found]:
    """The values of the file, records and others."""
    with plain.path.open("rb") as raw:
        raw.seek(plain.start)
        with io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
            if _is_by_line(plain, task.name):
                yield from _by_line(text, plain, task)
            else:
                yield from _by_list(Cursor(text, plain, task))


def _is_by_line(plain: Plain, name: str) -> bool:
    """Whether each line is one value, judged by the name and the first two lines."""
    if PurePath(name.lower().removesuffix(".gz")).suffix in _LINE_NAMES:
        return True
    with plain.path.open("rb") as file:
        file.seek(plain.start)
        head = file.read(_HEAD).decode("utf-8", "replace")
    lines = [line for line in head.splitlines() if line.strip()][:2]
    if not lines or not lines[0].lstrip().startswith("{"):
        return False
    values = [decoded(line) for line in lines]
    if len(lines) == 1:
        return isinstance(values[0], dict) and not any(map(_is_record_list, values[0].values()))
    return any(isinstance(value, dict) for value in values)


def _is_record_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _by_line(text: TextIO, plain: Plain, task: Task) -> Iterator[_Found]:
    size, done = max(1, plain.path.stat().st_size), 0
    for number, line in enumerate(text, start=1):
        done += len(line)
        if number % _TICK == 1:
            task.tick(done / size)
        if line.strip(BLANKS):
            value = decoded(line)
            record = value if isinstance(value, dict) else None
            yield _Found(number, record, "" if record is not None else line.rstrip("\r\n"))


def _by_list(cursor: Cursor) -> Iterator[_Found]:
    """The values of the one list of records, bare or inside an object."""
    if cursor.peek() == "[":
        cursor.skip()
        yield from _items(cursor)
    else:
        cursor.skip()
        yield from _member(cursor)
    if cursor.peek():
        raise cursor.damaged()


def _member(cursor: Cursor) -> Iterator[_Found]:
    """The values of the one member of an object that is a list of records."""
    name = None
    while cursor.peek() != "}":
        key = cursor.value()
        if cursor.peek() != ":":
            raise cursor.damaged()
        cursor.skip()
        if cursor.peek() != "[":
            cursor.value()
            continue
        cursor.skip()
        if cursor.peek() == "{":
            if name is not None:
                raise cursor.task.unreadable(
                    f"holds several lists of records: '{name}' and '{key}'. "
                    "Save each as a file of its own."
                )
            name = key
            yield from _items(cursor)
        else:
            deque(_items(cursor), maxlen=0)
    cursor.skip()
    if name is None:
        raise cursor.task.unreadable(
            "is JSON without a list of records. Export an array of records or one record a line."
        )


def _items(cursor: Cursor) -> Iterator[_Found]:
    """The values up to the end of the list that was just opened."""
    while cursor.peek() != "]":
        line = cursor.line
        value = cursor.value()
        if isinstance(value, dict):
            yield _Found(line, value)
        else:
            yield _Found(line, None, json_text(value))
    cursor.skip()
