"""A quick pass over delimited text: are its quotes regular, and how long are its records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cxlib.read.task import BLOCK, Task

_QUOTE = 34


@dataclass(frozen=True, slots=True)
class Survey:
    """What a pass over the bytes found.

    Attributes:
        regular: all quotes are; the rest means nothing unless they are.
        folded: a quoted cell holds a line end.
        longest: bytes that no record exceeds.
    """

    regular: bool
    folded: bool
    longest: int


_IRREGULAR = Survey(regular=False, folded=True, longest=0)
_BLANK_LINES = (b"\n\n", b"\n\r", b"\r\r")
_STRIDE = 64 << 10


def survey(path: Path, start: int, delimiter: str, task: Task) -> Survey:
    """One quick pass over the text from byte `start` on; stops where quotes are irregular."""
    beside = np.zeros(256, dtype=np.bool_)
    beside[[ord(delimiter), 10, 13, _QUOTE]] = True
    size = max(1, path.stat().st_size)
    previous, inside, closed_last, folded = 10, 0, False, False
    longest = since = 0
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(BLOCK):
            task.tick(file.tell() / size)
            data = np.frombuffer(block, np.uint8)
            if closed_last and not beside[data[0]]:
                return _IRREGULAR
            if inside or b'"' in block:
                quotes = np.flatnonzero(data == _QUOTE)
                count = np.cumsum(data == _QUOTE, dtype=np.uint8) + np.uint8(inside)
                within = count % np.uint8(2)
                if not _regular(data, quotes, within[quotes], previous, beside):
                    return _IRREGULAR
                ends = (data == 10) | (data == 13)
                folded = folded or bool(within[ends].any())
                inside = int(within[-1])
                reach, since = _reach(np.flatnonzero(ends & (within == 0)), len(block), since)
            else:
                reach, since = _bare_reach(block, since)
            closed_last = bool(data[-1] == _QUOTE and not inside)
            previous = int(data[-1])
            longest = max(longest, reach)
    return Survey(not inside, folded, max(longest, since))


def has_gaps(path: Path, start: int) -> bool:
    """Whether there are blank lines in the text from byte `start` on."""
    previous = b""
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(BLOCK):
            text = previous + block
            if any(two in text for two in _BLANK_LINES):
                return True
            previous = block[-1:]
    return False


def _regular(
    data: npt.NDArray[np.uint8],
    quotes: npt.NDArray[np.intp],
    opens: npt.NDArray[np.uint8],
    previous: int,
    beside: npt.NDArray[np.bool_],
) -> bool:
    """Whether quotes open after, and close before, a delimiter, a line end or another quote."""
    opening, closing = quotes[opens == 1], quotes[opens == 0]
    if len(opening) and opening[0] == 0:
        if not beside[previous]:
            return False
        opening = opening[1:]
    closing = closing[closing < len(data) - 1]
    return bool(beside[data[opening - 1]].all() and beside[data[closing + 1]].all())


def _reach(ends: npt.NDArray[np.intp], size: int, since: int) -> tuple[int, int]:
    """Longest record that ends in a block, and the bytes after the last one."""
    if len(ends) == 0:
        return since + size, since + size
    gaps = int(np.diff(ends).max()) if len(ends) > 1 else 0
    return max(since + int(ends[0]) + 1, gaps), size - int(ends[-1]) - 1


def _bare_reach(block: bytes, since: int) -> tuple[int, int]:
    """As `_reach`, without quotes: a bound from a few of the lines, where that will do."""
    if any(_first_end(block, at) < 0 for at in range(0, max(1, len(block) - _STRIDE), _STRIDE)):
        data = np.frombuffer(block, np.uint8)
        return _reach(np.flatnonzero((data == 10) | (data == 13)), len(block), since)
    last = max(block.rfind(b"\n"), block.rfind(b"\r"))
    reach = max(since + _first_end(block, 0) + 1, min(3 * _STRIDE, len(block)))
    return reach, len(block) - last - 1


def _first_end(block: bytes, start: int) -> int:
    """Where the first line end in the stride from `start` on is; -1 without one."""
    stop = start + _STRIDE
    line_feed = block.find(b"\n", start, stop)
    carriage_return = block.find(b"\r", start, stop if line_feed < 0 else line_feed)
    return line_feed if carriage_return < 0 else carriage_return
