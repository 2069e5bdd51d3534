"""Delimited text: every record read into its columns, or rejected with its line and the reason."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pacsv

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS
from cxlib.read.contents import Contents
from cxlib.read.dialect import Dialect, detect
from cxlib.read.encoding import Plain, plain_text
from cxlib.read.ending import named_columns, reject_totals
from cxlib.read.formats import Format
from cxlib.read.names import clean_names, numbered, titled
from cxlib.read.quoting import SPACES, Grammar, Record, records
from cxlib.read.sink import RejectLog, Sink
from cxlib.read.survey import has_gaps, survey
from cxlib.read.task import BLOCK, Task

_LONGEST = 64 << 20
"""Bytes that one record may have."""

_TICK = 65_536

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Source:
    """Text whose quotes are all regular.

    Attributes:
        path: the file.
        start: byte at which the data begin.
        delimiter: one character.
        quoted: whether quotes mean anything.
        folded: whether a cell may hold a line end.
        line_each: whether each record is one line, and no line is left out but blank ones.
        longest: bytes that no record exceeds.
        gaps: for each broken record that was left out, the number of records in front of it.
    """

    path: Path
    start: int
    delimiter: str
    quoted: bool
    folded: bool
    line_each: bool
    longest: int
    gaps: Numbers


def read_delimited(task: Task, sink: Sink) -> Contents:
    """Read CSV, TSV and their kin; see `cxlib.read.quoting` for what happens to broken quotes.

    Raises:
        UnreadableFile: the text is blank, damaged, or fits no header.
    """
    plain = plain_text(task.part(0, 0.2))
    dialect = detect(plain, task)
    raw = numbered(dialect.width) if dialect.names is None else dialect.names
    sink.open(clean_names(raw, task)[0])
    source = _regular_source(plain, dialect, task.part(0.2, 0.4), sink)
    if source.longest > _LONGEST:
        raise task.unreadable(
            f"has a line or quoted cell of more than {_LONGEST >> 20} MB, so it is damaged or not "
            "a table. Export it again, then upload that."
        )
    ragged = _Ragged(RejectLog(task.folder / "ragged.parquet"))
    _copy(source, ragged, sink, task.part(0.4, 1))
    if ragged.log.rows:
        _give_lines(ragged, _lines(source, dialect, plain), sink)
    reject_totals(sink, lambda row: _line_of(row, source, dialect, plain))
    columns, notes = named_columns(raw, sink, task)
    if sink.blank:
        skipped = say("Lines of nothing but delimiters that were skipped: {n}.", n=sink.blank)
        notes = (*notes, skipped)
    return Contents(
        columns,
        Format.CSV,
        titles=titled(columns, dialect.titles),
        notes=(*plain.notes, *dialect.notes, *notes),
    )


def _regular_source(plain: Plain, dialect: Dialect, task: Task, sink: Sink) -> _Source:
    """The text itself where its quotes are regular, else a mended copy."""
    if not (dialect.escaped or dialect.trailing or dialect.delimiter == SPACES):
        found = survey(plain.path, dialect.start, dialect.delimiter, task.part(0, 0.5))
        if found.regular:
            return _Source(
                path=plain.path,
                start=dialect.start,
                delimiter=dialect.delimiter,
                quoted=True,
                folded=found.folded,
                line_each=not found.folded,
                longest=found.longest,
                gaps=np.empty(0, np.int64),
            )
    return _mended(plain, dialect, task.part(0.5, 1), sink)


def _mended(plain: Plain, dialect: Dialect, task: Task, sink: Sink) -> _Source:
    """A copy with regular quotes; what cannot be mended is rejected."""
    path, mend = task.folder / "mended.txt", _Mender(dialect)
    reason, good, longest = say("broken quotes"), 0, 0
    gaps = array("q")
    with path.open("wb") as target:
        for record in _body(plain, dialect, task):
            if record.broken:
                gaps.append(good)
                sink.reject(record.line, reason, record.text.decode("utf-8", "replace"))
                continue
            text = mend(record.text)
            target.write(text + b"\n")
            longest = max(longest, len(text) + 1)
            good += 1
    quoted = dialect.delimiter != SPACES
    return _Source(
        path=path,
        start=0,
        delimiter=mend.delimiter,
        quoted=quoted,
        folded=quoted,
        line_each=False,
        longest=longest,
        gaps=np.array(gaps, np.int64),
    )


class _Mender:
    """Writes records so that their quotes are regular and no delimiter is one too many."""

    def __init__(self, dialect: Dialect) -> None:
        self.delimiter = "\t" if dialect.delimiter == SPACES else dialect.delimiter
        self._spaced = dialect.delimiter == SPACES
        self._trailing = dialect.trailing
        self._width = dialect.width
        self._split = self.delimiter.encode()
        self._old = dialect.grammar
        self._new = Grammar(self.delimiter)

    def __call__(self, text: bytes) -> bytes:
        """The record, mended."""
        if b'"' not in text and not self._spaced:
            if self._trailing and text.endswith(self._split):
                return text[:-1] if text.count(self._split) == self._width else text
            return text
        cells = self._old.cells(text)
        if self._trailing and len(cells) == self._width + 1 and not cells[-1]:
            cells = cells[:-1]
        return self._split.join(cells) if self._spaced else self._new.written(cells)


def _body(plain: Plain, dialect: Dialect, task: Task | None = None) -> Iterator[Record]:
    """The data records of the text, broken ones included."""
    size = max(1, plain.path.stat().st_size)
    with plain.path.open("rb") as file:
        file.seek(dialect.start)
        found = records(file, dialect.grammar, width=dialect.width, line=dialect.line)
        for place, record in enumerate(found):
            if task is not None and place % _TICK == 0:
                task.tick(record.end / size)
            yield record


class _Ragged:
    """Records with too few or too many cells, as the parser meets them.

    `numbers` are their places among all records that the parser saw, from 1; `blank` marks
    those that hold white space only and are no rows at all.
    """

    def __init__(self, log: RejectLog) -> None:
        self.log = log
        self.numbers = array("q")
        self.blank = array("b")
        self._reasons = {
            False: say("fewer cells than the header"),
            True: say("more cells than the header"),
        }

    def __call__(self, row: pacsv.InvalidRow) -> str:
        """Note the record and tell the parser to go on."""
        blank = row.actual_columns == 1 and not row.text.strip(BLANKS)
        self.numbers.append(row.number)
        self.blank.append(blank)
        if not blank:
            more = row.actual_columns > row.expected_columns
            self.log.add(row.number, self._reasons[more], row.text)
        return "skip"

    def rows(self, first: int, count: int, gaps: Numbers) -> Numbers:
        """Row numbers of the accepted records `first` to `first + count - 1`, from 1."""
        accepted = np.arange(first, first + count, dtype=np.int64)
        if not len(self.numbers) and not len(gaps):
            return accepted
        numbers = np.array(self.numbers, np.int64)
        turns = numbers - np.arange(len(numbers))  # the accepted record that follows each
        seen = accepted + np.searchsorted(turns, accepted, side="right")
        blank = turns[np.array(self.blank, np.bool_)]
        return (
            seen
            - np.searchsorted(blank, accepted, side="right")
            + np.searchsorted(gaps, seen, side="left")
        )


def _copy(source: _Source, ragged: _Ragged, sink: Sink, task: Task) -> None:
    """Parse the text and hand every accepted row to the sink."""
    size = max(1, source.path.stat().st_size)
    if source.start >= source.path.stat().st_size:
        return
    parsed = 0
    with source.path.open("rb") as file:
        file.seek(source.start)
        for batch in _parser(file, source, sink.width, ragged):
            task.tick(file.tell() / size)
            if batch.num_rows:
                rows = ragged.rows(parsed + 1, batch.num_rows, source.gaps)
                sink.add(batch.columns, rows, skip_blank=sink.width > 1)
                parsed += batch.num_rows
    ragged.log.close()


def _parser(file: object, source: _Source, width: int, ragged: _Ragged) -> pacsv.CSVStreamingReader:
    names = [f"c{place}" for place in range(width)]
    return pacsv.open_csv(
        file,
        read_options=pacsv.ReadOptions(
            use_threads=False,  # else ragged rows come without their number
            block_size=max(BLOCK, 2 * source.longest + 2),
            column_names=names,
        ),
        parse_options=pacsv.ParseOptions(
            delimiter=source.delimiter,
            quote_char='"' if source.quoted else False,
            newlines_in_values=source.folded,
            invalid_row_handler=ragged,
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


def _give_lines(ragged: _Ragged, lines: Iterator[int], sink: Sink) -> None:
    """Reject the ragged records under the physical lines on which they begin."""
    reached = 0
    for number, reason, text in ragged.log.read():
        line = next(itertools.islice(lines, number - reached - 1, None))
        reached = number
        sink.reject(line, reason, text)


def _lines(source: _Source, dialect: Dialect, plain: Plain) -> Iterator[int]:
    """The physical line of each record that the parser saw."""
    if source.line_each and not has_gaps(source.path, source.start):
        return itertools.count(dialect.line)
    return (record.line for record in _body(plain, dialect) if not record.broken)


def _line_of(row: int, source: _Source, dialect: Dialect, plain: Plain) -> int:
    """The physical line of a row (from 1)."""
    if source.line_each and not has_gaps(source.path, source.start):
        return dialect.line + row - 1
    return next(itertools.islice(_body(plain, dialect), row - 1, None)).line
