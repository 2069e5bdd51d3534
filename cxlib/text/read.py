"""From a source to its comments in memory, with what is personal already taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.tables.comments import comments, number_in, text_column
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.text.privacy import redact

NPS_SCALE = (0, 10)
USUAL_SCALE = (1, 5)
"""The scale of a score of which none is known."""
NAMED_NPS = re.compile(r"(?i)(?<![a-z])nps(?![a-z])")


@dataclass(frozen=True, slots=True, eq=False)
class Comments:
    """The comments that a selection keeps, in the order of the file.

    Attributes:
        row: the row of the file, from 1, shape (comments,).
        text: the comments, redacted (Arrow, large string).
        score: the score beside each as it was answered; NaN where there is none; None where none
            was asked for.
        points: whether the score is 0-10 and counts as NPS points.
        segments: column of the file to its cells.
        period: first day of each comment's period (Arrow, date); None without periods.
        customer: who wrote it (Arrow); None where no column says so.
        hidden: kind of personal detail to comments it was taken out of.
        column: the column of comments.
        coverage: rows used and left out.
        turned: where a low answer is the good one, what an answer and the same answer turned round
            add up to; None where a high one is good.
    """

    row: NDArray[np.int64]
    text: pa.Array
    score: NDArray[np.float64] | None
    points: bool
    segments: Mapping[str, pa.Array]
    period: pa.Array | None
    customer: pa.Array | None
    hidden: Mapping[str, int]
    column: str
    coverage: Coverage
    turned: int | None = None

    @property
    def n(self) -> int:
        """Number of comments."""
        return len(self.row)

    @property
    def content(self) -> NDArray[np.float64] | None:
        """The score turned so that high means content, whichever answer is the good one."""
        return self.score if self.score is None or self.turned is None else self.turned - self.score

    @property
    def codes(self) -> NDArray[np.float64] | None:
        """What is averaged: 100, 0, -100 for a 0-10 score (NPS points), else the score as answered.

        Points count the content less the discontent; a mean is one of answers, so that low stays
        good where a low answer is.
        """
        score = self.content
        if score is None or not self.points:
            return self.score
        coded = np.where(score >= 9, 100.0, np.where(score <= 6, -100.0, 0.0))
        return np.where(np.isnan(score), np.nan, coded)

    def groups(self) -> dict[Group, NDArray[np.int64]]:
        """The places of the comments of the total, each period, each value, and both."""
        everything = np.arange(self.n)
        found: dict[Group, NDArray[np.int64]] = {TOTAL: everything}
        slices: list[tuple[Any, Any, NDArray[np.int64]]] = [(None, None, everything)]
        for column, cells in self.segments.items():
            for value, places in _split(cells, everything):
                found[Group(column, value)] = places
                slices.append((column, value, places))
        if self.period is not None:
            for column, value, places in slices:
                for start, inside in _split(self.period, places):
                    found[Group(column, value, start)] = inside
        return found


def read_comments(
    source: Source,
    *,
    text: str | None = None,
    score: str | None = None,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
    scored: bool = True,
) -> Comments:
    """Read the comments of a selection; nobody else sees them before they are redacted.

    Args:
        source: comments, a survey, or any file with a column of text.
        text: the column of comments; None for the one that bears the role.
        score: a column of numbers beside it; None for none.
        selection: filters and range of days.
        by: segment columns.
        period: day, week, month, quarter or year; None for the whole time only.
        scored: whether comments without a score are left out.
    """
    question = comments(
        source,
        text=text,
        score=score,
        scored=scored,
        selection=selection,
        dated=period is not None,
    )
    kept = question.kept
    columns = {"row": kept.row, "text": kept.text, "score": kept.score}
    names = list(dict.fromkeys(source.column(one) for one in by))
    columns |= {f"s{i}": kept[source.segment(one)].fill_null(BLANK) for i, one in enumerate(names)}
    if period is not None:
        columns["period"] = portable.period_start(kept.day, period)
    if source.has("customer"):
        columns["customer"] = kept.customer
    table = kept.select(**columns).to_pyarrow()
    row = table.column("row").to_numpy()
    if (np.diff(row) < 0).any():
        table = table.take(pa.array(np.argsort(row)))
    table = table.combine_chunks()
    cells = {name: _whole(table.column(name)) for name in table.column_names}
    hidden = redact(cells["text"])
    return Comments(
        row=cells["row"].to_numpy(zero_copy_only=False).astype(np.int64),
        text=hidden.texts,
        score=None if score is None else _floats(cells["score"]),
        points=score is not None and is_points(source, score),
        segments={one: cells[f"s{i}"] for i, one in enumerate(names)},
        period=cells.get("period"),
        customer=cells.get("customer"),
        hidden=hidden.counts,
        column=text_column(source, text),
        coverage=read_coverage(question),
        turned=None if score is None else turned_sum(source, score),
    )


def turned_sum(source: Source, score: str) -> int | None:
    """What an answer and the same answer turned round add up to; None where a high one is good."""
    column = source.column(score)
    reading = source.mapping.reading(column)
    if not reading.reversed:
        return None
    known = typed_as(source, column)
    usual = None if known is None else known[1].scale
    return sum(reading.scale or usual or USUAL_SCALE)


def is_points(source: Source, score: str) -> bool:
    """Whether a score is 0-10 and so counts as NPS points; a 1-10 score is averaged.

    A column that bears the role nps is, and so is one named NPS with numbers from 0 to 10; any
    other is where all its numbers are whole, from 0 to 10, with a 0 and a 9 or 10 among them.
    """
    known = typed_as(source, source.column(score))
    if known is not None and known[0] == "nps":
        return source.mapping.reading(source.column(score)).scale in (None, NPS_SCALE)
    value = number_in(source, source.table, score)
    ends = source.table.agg(
        low=value.min(), high=value.max(), odd=(value != value.floor()).sum()
    ).to_pyarrow().to_pylist()[0]  # fmt: skip
    if ends["low"] is None or ends["low"] < 0 or ends["high"] > NPS_SCALE[1] or ends["odd"]:
        return False
    return NAMED_NPS.search(score) is not None or (ends["low"] == 0 and ends["high"] >= 9)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _floats(cells: pa.Array) -> NDArray[np.float64]:
    found: NDArray[np.float64] = (
        cells.cast(pa.float64()).fill_null(float("nan")).to_numpy(zero_copy_only=False)
    )
    return found


def _split(cells: pa.Array, places: NDArray[np.int64]) -> list[tuple[Any, NDArray[np.int64]]]:
    """Each distinct cell among the places, ascending, with the places that hold it."""
    encoded = cells.take(pa.array(places)).dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    values = encoded.dictionary.to_pylist()
    order = np.argsort(codes, kind="stable")
    cuts = np.searchsorted(codes[order], np.arange(len(values) + 1))
    parts = [
        (value, places[order[cuts[i] : cuts[i + 1]]])
        for i, value in enumerate(values)
        if value is not None
    ]
    return sorted(parts, key=lambda part: part[0])
