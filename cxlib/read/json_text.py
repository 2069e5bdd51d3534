"""JSON text that need not fit into memory: a cursor over it, and numbers as they were written."""

from __future__ import annotations

import json
import re
from typing import TextIO

from cxlib.errors import UnreadableFile
from cxlib.read.encoding import Plain
from cxlib.read.task import Task

_BLOCK = 1 << 20
_LONGEST = 64 << 20
_SPACE = re.compile(r"[ \t\r\n,]*")


class Number(str):
    """A number as it was written."""

    __slots__ = ()


def _constant(_: str) -> None:
    """NaN and the infinities, which are no numbers."""


_DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=_constant)
_spell = json.JSONEncoder(ensure_ascii=False).encode


def decoded(text: str) -> object:
    """The value that `text` spells, or None where it spells none."""
    try:
        value: object = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return value


def json_text(value: object) -> str:
    """JSON text in which numbers stand as they were written."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        pairs = (f"{_spell(key)}: {json_text(v)}" for key, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(json_text, value)) + "]"
    return _spell(value)


class Cursor:
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
