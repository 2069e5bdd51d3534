"""Quotes in delimited text: which are regular, and what to do with the rest.

A regular quote opens a cell right after a delimiter or a line end, closes it right before one, or
stands doubled inside. Text whose quotes are all regular has one meaning; anything else is taken
apart line by line, so that one stray quote costs one row and not the rest of the file.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import BinaryIO, NamedTuple

SPACES = " "
"""The "delimiter" of columns split by runs of spaces; quotes mean nothing there."""

_MOST_LINES = 10_000
"""Lines that one record may span."""
_READ = 1 << 20
_LONGEST_LINE = 128 << 20
_LINE_ENDS = b"\r\n"


class _State(Enum):
    WHOLE = "whole"
    OPEN = "open"  # ends inside a quoted cell
    BROKEN = "broken"


class Record(NamedTuple):
    """One record of the text: its first physical line (from 1), its bytes, where it ends."""

    line: int
    text: bytes
    end: int
    broken: bool = False


class Grammar:
    """How records of one delimiter are written; `escaped` allows a backslash before a quote."""

    def __init__(self, delimiter: str, *, escaped: bool = False) -> None:
        self.delimiter = delimiter
        self._split = delimiter.encode()
        self._escaped = escaped
        split = re.escape(delimiter)
        inner = r'(?:[^"\\]|\\.|\\\Z|"")*+' if escaped else r'[^"]*+(?:""[^"]*+)*+'
        pad = "" if delimiter == SPACES else " *+"
        cell = rf'(?:{pad}"(?:{inner})"{pad}|(?!{pad}")[^{split}]*+)'
        more = rf"(?:{split}{cell})*+"
        opened = rf'{pad}"(?:{inner})'
        self._whole = _pattern(f"{cell}{more}")
        self._opening = _pattern(f"(?:{cell}{split})*+{opened}")
        self._closing = _pattern(rf'(?:{inner})"{pad}{more}')
        self._reopening = _pattern(rf'(?:{inner})"{pad}{more}{split}{opened}')
        self._still_open = _pattern(rf"(?:{inner})")
        self._cell = _pattern(rf'{pad}"({inner})"{pad}(?={split}|\Z)|([^{split}]*+)')
        self._tail = _pattern(rf'[^"]*[^"{split}]"(?:{split}.*)?')

    def cells(self, text: bytes) -> list[bytes]:
        """The cells of a whole record, without their quotes."""
        if self.delimiter == SPACES:
            return text.split()
        if b'"' not in text:
            return text.split(self._split)
        found: list[bytes] = []
        place = 0
        while True:
            match = self._cell.match(text, place)
            if match is None:  # cannot be: the second alternative matches anything
                raise AssertionError(text)
            quoted, bare = match.groups()
            found.append(bare if quoted is None else self._unescaped(quoted))
            place = match.end()
            if place >= len(text):
                return found
            place += 1

    def written(self, cells: list[bytes]) -> bytes:
        """A record of these cells with regular quotes only."""
        if cells == [b""]:
            return b'""'  # an empty line would be no record at all
        special = (self._split, b'"', b"\n", b"\r")
        return self._split.join(
            b'"' + cell.replace(b'"', b'""') + b'"' if any(one in cell for one in special) else cell
            for cell in cells
        )

    def first(self, text: bytes) -> _State:
        """What a line is at the beginning of a record."""
        if self.delimiter == SPACES or b'"' not in text or self._whole.fullmatch(text):
            return _State.WHOLE
        return _State.OPEN if self._opening.fullmatch(text) else _State.BROKEN

    def next(self, text: bytes) -> _State:
        """What a line is inside a quoted cell that began on an earlier one."""
        if b'"' not in text or self._still_open.fullmatch(text):
            return _State.OPEN
        if self._closing.fullmatch(text):
            return _State.WHOLE
        return _State.OPEN if self._reopening.fullmatch(text) else _State.BROKEN

    def is_good(self, text: bytes, width: int | None) -> bool:
        """Whether a record of `width` cells can begin with this line."""
        state = self.first(text)
        if state is _State.WHOLE:
            return width is None or len(self.cells(text)) == width
        return state is _State.OPEN

    def is_tail(self, text: bytes) -> bool:
        """Whether a line looks like the end of a quoted cell that began before it."""
        return text.count(b'"') % 2 == 1 and self._tail.fullmatch(text) is not None

    def _unescaped(self, text: bytes) -> bytes:
        text = text.replace(b'""', b'"')
        return re.sub(rb"\\([\"\\])", rb"\1", text) if self._escaped else text


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[bytes]:
    return re.compile(text.encode(), re.DOTALL)


def records(
    stream: BinaryIO, grammar: Grammar, *, width: int | None = None, line: int = 1
) -> Iterator[Record]:
    """The records of the text from the stream's position on, blank lines left out.

    Args:
        stream: opened at the beginning of a record.
        grammar: how its records are written.
        width: cells of a good record, where known; tells where reading can go on after a bad one.
        line: number of the first physical line.
    """
    source = _Lines(stream, line)
    spaced = grammar.delimiter == SPACES
    while (first := source.take()) is not None:
        number, raw, end = first
        text = raw.rstrip(_LINE_ENDS)
        if spaced or b'"' not in text:
            if text and not (spaced and text.isspace()):
                yield Record(number, text, end)
            continue
        taken, state = [first], grammar.first(text)
        while state is _State.OPEN and len(taken) < _MOST_LINES:
            following = source.take()
            if following is None:
                break
            taken.append(following)
            state = grammar.next(following[1].rstrip(_LINE_ENDS))
        if state is _State.WHOLE:
            yield Record(number, _joined(taken), taken[-1][2])
        else:
            source.give_back(taken[1:])
            lost = [first, *_remainder(source, grammar, width, len(taken) - 1)]
            yield Record(number, _joined(lost), lost[-1][2], broken=True)


_Line = tuple[int, bytes, int]
"""A physical line: its number, its bytes with the line end, where it ends."""


class _Lines:
    """Physical lines of a stream, any line end, with a way to give some back."""

    def __init__(self, stream: BinaryIO, line: int) -> None:
        self._waiting: deque[_Line] = deque()
        self._lines = _numbered(stream, line)

    def take(self) -> _Line | None:
        """The next line, or None at the end."""
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def give_back(self, lines: list[_Line]) -> None:
        """Put lines back in front."""
        self._waiting.extendleft(reversed(lines))


def _numbered(stream: BinaryIO, line: int) -> Iterator[_Line]:
    end, rest = stream.tell(), b""
    while block := stream.read(_READ):
        parts = (rest + block).splitlines(keepends=True)
        whole = parts[-1].endswith(b"\n") or len(parts[-1]) > _LONGEST_LINE
        rest = b"" if whole else parts.pop()
        for raw in parts:
            end += len(raw)
            yield line, raw, end
            line += 1
    if rest:
        yield line, rest, end + len(rest)


def _joined(lines: list[_Line]) -> bytes:
    return b"".join(raw for _, raw, _ in lines).rstrip(_LINE_ENDS)


def _remainder(
    source: _Lines, grammar: Grammar, width: int | None, doubtful: int
) -> Iterator[_Line]:
    """The lines after a broken one that belong to it rather than to good records.

    The first `doubtful` lines stood inside the broken cell: they belong to it unless they are
    good records themselves. So does one line that looks like the end of a quoted cell.
    """
    taken = 0
    while (line := source.take()) is not None:
        text = line[1].rstrip(_LINE_ENDS)
        if grammar.is_tail(text):
            yield line
            return
        if taken >= doubtful or grammar.is_good(text, width):
            source.give_back([line])
            return
        taken += 1
        yield line
