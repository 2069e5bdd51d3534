"""How delimited text is written: its delimiter, its quotes, its header."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS
from cxlib.read.encoding import Plain
from cxlib.read.first_row import is_value
from cxlib.read.header import find_header, usual_width
from cxlib.read.quoting import SPACES, Grammar, Record, records
from cxlib.read.task import Task

NO_DELIMITER = "\x1f"
"""Stands for the delimiter of one-column text."""

_HEAD = 1 << 20
_RECORDS = 200
_CANDIDATES = (",", ";", "\t", "|")
_SURE = 1.4
_FITS = 0.3
_HINT = re.compile(rb"sep=(.)\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to read the records.

    Attributes:
        delimiter: one character; `SPACES` for runs of spaces, `NO_DELIMITER` for one column.
        escaped: whether quotes inside cells have a backslash before them.
        names: header cells; None where there is no header.
        titles: long names of the columns, "" without one; empty where there are none.
        width: cells of a record.
        start: byte at which the data begin.
        line: physical line (from 1) at which they begin.
        trailing: whether records end with a delimiter too many.
        notes: what was noticed.
    """

    delimiter: str
    escaped: bool
    names: tuple[str, ...] | None
    titles: tuple[str, ...]
    width: int
    start: int
    line: int
    trailing: bool
    notes: tuple[str, ...]

    @property
    def grammar(self) -> Grammar:
        """How the records are written."""
        return Grammar(self.delimiter, escaped=self.escaped)


@dataclass(frozen=True, slots=True)
class _Head:
    """The first good records of `total`, read with one delimiter.

    `opening` is the very first record as it stands; `blunt` says that it is not a good one.
    """

    grammar: Grammar
    records: list[Record]
    rows: list[list[str]]
    total: int
    opening: str
    blunt: bool

    @property
    def widths(self) -> list[int]:
        return [len(row) for row in self.rows]


def detect(plain: Plain, task: Task) -> Dialect:
    """How the text is written, judged by its first records.

    Raises:
        UnreadableFile: the text is blank.
    """
    with plain.path.open("rb") as file:
        file.seek(plain.start)
        head = file.read(_HEAD)
        cut = bool(file.read(1))
    start, line = plain.start, 1
    hinted = _HINT.match(head)
    if hinted:
        start, line, head = start + hinted.end(), 2, head[hinted.end() :]
    chosen, escaped = _chosen(head, cut, hinted.group(1).decode("latin-1") if hinted else None)
    if chosen.blunt:
        raise task.unreadable(
            f"has a quote in its header (line {line}) that is not closed. "
            "Correct that line or export the file again."
        )
    if not chosen.rows:
        raise task.unreadable("holds nothing but blank lines. Export it again, then upload that.")
    header = find_header(chosen.rows)
    delimiter = chosen.grammar.delimiter
    body = chosen.rows[header.used :]
    names = header.names
    width = usual_width([len(row) for row in body]) if names is None else len(names)
    trailing = _trailing(body, width) >= 0.5
    offset = chosen.records[header.used - 1].end if header.used else 0
    notes = (*header.notes, *_delimiter_notes(delimiter, head))
    if trailing:
        notes = (*notes, say("Lines ending with a delimiter too many were read without it."))
    return Dialect(
        delimiter=delimiter,
        escaped=escaped,
        names=names,
        titles=header.titles,
        width=width,
        start=start + offset,
        line=line + _lines(head[:offset]),
        trailing=trailing,
        notes=notes,
    )


def _chosen(head: bytes, cut: bool, hinted: str | None) -> tuple[_Head, bool]:
    """The first records under the best delimiter, and whether quotes are escaped."""
    candidates = [hinted] if hinted in _CANDIDATES else list(_CANDIDATES)
    heads = [_read(head, cut, one) for one in candidates if one is not None]
    best = max(heads, key=lambda one: (_score(one), usual_width(one.widths)))
    if _score(best) == 0 and b'"' not in head:
        spaced = _read(head, cut, SPACES)
        best = spaced if _score(spaced) >= _SURE and _is_numeric(spaced) else best
    if _score(best) == 0:
        blunt = [one for one in heads if one.blunt and one.grammar.delimiter in one.opening]
        best = blunt[0] if blunt else _read(head, cut, NO_DELIMITER)
    if b'\\"' in head:
        escaped = _read(head, cut, best.grammar.delimiter, escaped=True)
        if len(escaped.rows) > len(best.rows):
            return escaped, True
    return best, False


def _score(head: _Head) -> float:
    """0 for a delimiter that does not fit, else up to 1.5: how alike the records are in width."""
    if head.blunt:
        return 0.0
    widths = Counter(width for width in head.widths if width > 1)
    if not widths:
        return 0.0
    first = head.widths[0]
    share = max(widths.values()) / head.total
    usual = max(widths, key=lambda width: (widths[width], width))
    if first == usual or (
        first == usual - 1 and first > 1 and _trailing(head.rows[1:], first) > 0.9
    ):
        return share + 0.5 if share >= _FITS else 0.0
    if first > 1 and widths[first] / head.total >= _FITS:
        return widths[first] / head.total + 0.25
    return share if share >= 2 * _FITS and usual > 2 else 0.0


def _is_numeric(head: _Head) -> bool:
    """Whether there are several columns and most cells below the first row are numbers or dates."""
    cells = [cell for row in head.rows[1:] for cell in row]
    return usual_width(head.widths) > 2 and 2 * sum(map(is_value, cells)) > len(cells)


def _read(head: bytes, cut: bool, delimiter: str, *, escaped: bool = False) -> _Head:
    grammar = Grammar(delimiter, escaped=escaped)
    found = list(islice(records(io.BytesIO(head), grammar), _RECORDS + 1))
    if cut and len(found) <= _RECORDS and len(found) > 1:
        found.pop()  # it may go on beyond the head
    found = [one for one in found[:_RECORDS] if one.text.decode("utf-8", "replace").strip(BLANKS)]
    whole = [one for one in found if not one.broken]
    rows = [[cell.decode("utf-8", "replace") for cell in grammar.cells(one.text)] for one in whole]
    opening = found[0].text.decode("utf-8", "replace") if found else ""
    return _Head(grammar, whole, rows, len(found), opening, bool(found) and found[0].broken)


def _trailing(rows: list[list[str]], width: int) -> float:
    """Share of the rows that have one cell more than `width`, and nothing in it."""
    extra = sum(len(row) == width + 1 and not row[-1].strip(BLANKS) for row in rows)
    return extra / max(1, len(rows))


def _delimiter_notes(delimiter: str, head: bytes) -> tuple[str, ...]:
    if delimiter == SPACES:
        return (say("Columns are split by runs of spaces."),)
    if delimiter == NO_DELIMITER:
        present = any(one.encode() in head for one in _CANDIDATES)
        return (say("No delimiter fits all lines, so each line is one column."),) if present else ()
    if delimiter == ";":
        return (say("Columns are split by semicolons."),)
    if delimiter == "|":
        return (say("Columns are split by vertical bars."),)
    return ()


def _lines(text: bytes) -> int:
    return len(text.splitlines())
