"""JSON: an array of records, an object around one such array, or one record a line."""

from __future__ import annotations

import io
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TextIO

import numpy as np

from cxlib.errors import UnreadableFile
from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS, text_array
from cxlib.read.contents import Contents
from cxlib.read.encoding import Plain, plain_text
from cxlib.read.formats import Format
from cxlib.read.names import MOST_COLUMNS, clean_names
from cxlib.read.sink import Sink
from cxlib.read.task import Task

_BLOCK = 1 << 20
_LONGEST = 64 << 20
_BATCH_CELLS = 200_000
_TICK = 10_000
_SPACE = re.compile(r"[ \t\r\n,]*")
_LINE_NAMES = (".ndjson", ".jsonl")


class _Number(str):
    """A number as it was written."""

    __slots__ = ()


def _constant(_: str) -> None:
    """NaN and the infinities, which are no numbers."""


_DECODER = json.JSONDecoder(parse_int=_Number, parse_float=_Number, parse_constant=_constant)


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
    return str(value) if isinstance(value, str) else _json(value)


def _json(value: object) -> str:
    """JSON text in which numbers stand as they were written."""
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key, ensure_ascii=False)}: {_json(v)}" for key, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _values(plain: Plain, task: Task) -> Iterator[_Found]:
    """The values of the file, records and others."""
    with plain.path.open("rb") as raw:
        raw.seek(plain.start)
        with io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
            if _is_by_line(plain, task.name):
                yield from _by_line(text, plain, task)
            else:
                yield from _by_list(_Cursor(text, plain, task))


def _is_by_line(plain: Plain, name: str) -> bool:
    """Whether each line is one value, judged by the name and the first two lines."""
    if PurePath(name.lower().removesuffix(".gz")).suffix in _LINE_NAMES:
        return True
    with plain.path.open("rb") as file:
        file.seek(plain.start)
        head = file.read(_BLOCK).decode("utf-8", "replace")
    lines = [line for line in head.splitlines() if line.strip()][:2]
    if not lines or not lines[0].lstrip().startswith("{"):
        return False
    values = [_decoded(line) for line in lines]
    if len(lines) == 1:
        return isinstance(values[0], dict) and not any(map(_is_record_list, values[0].values()))
    return any(isinstance(value, dict) for value in values)


def _is_record_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _decoded(text: str) -> object:
    """The value that `text` spells, or None where it spells none."""
    try:
        value: object = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return value


def _by_line(text: TextIO, plain: Plain, task: Task) -> Iterator[_Found]:
    size, done = max(1, plain.path.stat().st_size), 0
    for number, line in enumerate(text, start=1):
        done += len(line)
        if number % _TICK == 1:
            task.tick(done / size)
        if line.strip(BLANKS):
            value = _decoded(line)
            record = value if isinstance(value, dict) else None
            yield _Found(number, record, "" if record is not None else line.rstrip("\r\n"))


def _by_list(cursor: _Cursor) -> Iterator[_Found]:
    """The values of the one list of records, bare or inside an object."""
    if cursor.peek() == "[":
        cursor.skip()
        yield from _items(cursor)
    else:
        cursor.skip()
        yield from _member(cursor)
    if cursor.peek():
        raise cursor.damaged()


def _member(cursor: _Cursor) -> Iterator[_Found]:
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


def _items(cursor: _Cursor) -> Iterator[_Found]:
    """The values up to the end of the list that was just opened."""
    while cursor.peek() != "]":
        line = cursor.line
        value = cursor.value()
        if isinstance(value, dict):
            yield _Found(line, value)
        else:
            yield _Found(line, None, _json(value))
    cursor.skip()


class _Cursor:
    """A place in JSON text of which only a part is in memory."""

    def __init__(self, stream: TextIO, plain: Plain, task: Task) -> None:
        self.task = task
        self.line = 1
        self._stream = stream
        self._size = max(1, plain.path.stat().st_size)
        self._text = ""
        self._place = 0
        self._done = 0

    def peek(self) -> str:
        """The next character that is no space or comma; "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._move(match.end() if match else self._place)
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more(_BLOCK):
                return ""

    def skip(self) -> None:
        """Go over one character."""
        self._move(self._place + 1)

    def value(self) -> object:
        """The value that begins here.

        Raises:
            UnreadableFile: there is none, or it is too long.
        """
        wanted = _BLOCK
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._place)
            except (ValueError, RecursionError) as error:
                if wanted > _LONGEST or not self._more(wanted):
                    raise self.damaged() from error
            else:
                if end < len(self._text) or not self._more(wanted):
                    self._move(end)
                    return value
            wanted *= 2

    def damaged(self) -> UnreadableFile:
        """The error for text that is not JSON from here on."""
        return self.task.unreadable(
            f"is damaged or incomplete JSON from line {self.line:,} on. "
            "Export it again, then upload that."
        )

    def _move(self, place: int) -> None:
        self.line += self._text.count("\n", self._place, place)
        self._place = place

    def _more(self, wanted: int) -> bool:
        """Read on; False at the end of the text."""
        block = self._stream.read(wanted)
        self._done += len(block)
        self.task.tick(self._done / self._size)
        self._text, self._place = self._text[self._place :] + block, 0
        return bool(block)
