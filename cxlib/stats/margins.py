"""Answers by the values of several columns at once: the cells that raking weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import first_reason, scale_of
from cxlib.stats.groups import BLANK
from cxlib.stats.score_pairs import MOST, MOST_VALUES, score_patterns, value_numbers
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers, spread


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Answers to a score by every combination of values that occurs.

    Attributes:
        columns: the m columns.
        values: the values of each column, in order.
        codes: place of each cell's value among those of its column, shape (c, m).
        counts: answers a cell and score, shape (c, scores).
        scale: lowest and highest score.
        blank: answers left out, since one of the columns is blank.
        coverage: rows of the file used and left out; those left out for a blank are among the used.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    codes: NDArray[np.int64]
    counts: NDArray[np.int64]
    scale: tuple[int, int]
    blank: int
    coverage: Coverage

    @property
    def n(self) -> NDArray[np.int64]:
        """Answers a cell, shape (c,)."""
        found: NDArray[np.int64] = self.counts.sum(axis=1)
        return found

    def shares(self, place: int) -> dict[str, float]:
        """The share of the answers with each value of a column, fractions."""
        sums = np.bincount(self.codes[:, place], self.n, minlength=len(self.values[place]))
        return dict(zip(self.values[place], (sums / sums.sum()).tolist(), strict=True))


def read_cells(
    source: Source, *, score: str, columns: Sequence[str], selection: Selection = EVERYTHING
) -> Cells:
    """Count the answers to a score by all values of some columns at once.

    Weights of the file are not used: each answer counts once. Answers with a blank in one of the
    columns are left out.

    Args:
        source: a survey.
        score: the score's role.
        columns: segment columns.
        selection: filters and range of days.

    Raises:
        BadOption: no column, one with more than `MOST_VALUES` values, or too many combinations.
        NotEnoughData: no answer has a value in every column.
    """
    names = tuple(dict.fromkeys(map(source.column, columns)))
    if not names:
        raise BadOption("Weighting needs at least one column whose shares are known.")
    question = answers(source, score=score, selection=selection)
    kept = spread(source, question.kept)
    segments = [source.segment(name) for name in names]
    _check_values(names, value_numbers(kept, segments).to_pyarrow().to_pylist()[0])
    table = score_patterns(kept, segments).limit(MOST + 1).to_pyarrow()
    if table.num_rows > MOST:
        raise BadOption(
            f"{', '.join(names)} have more than {MOST:,} combinations together. Choose fewer "
            "columns to weight by."
        )
    coverage = read_coverage(question)
    low, high = scale_of(source, score)
    cells: dict[tuple[str, ...], list[int]] = {}
    blank = 0
    for row in table.to_pylist():
        values = tuple(row[f"s{place}"] for place in range(len(names)))
        if BLANK in values:
            blank += row["n"]
            continue
        cells.setdefault(values, [0] * (high - low + 1))[row["score"] - low] += row["n"]
    if not cells:
        hint = (
            "Every answer has a blank in one of these columns; choose others."
            if blank
            else first_reason(coverage)
        )
        raise NotEnoughData("Weighting", have=0, need=1, unit="answer", hint=hint)
    return _laid_out(names, cells, (low, high), blank, coverage)


def _laid_out(
    names: tuple[str, ...],
    cells: dict[tuple[str, ...], list[int]],
    scale: tuple[int, int],
    blank: int,
    coverage: Coverage,
) -> Cells:
    """Cells in order, their values as places among those of each column."""
    ordered = sorted(cells)
    known = tuple(tuple(sorted({one[k] for one in ordered})) for k in range(len(names)))
    places = [{value: at for at, value in enumerate(values)} for values in known]
    codes = [[places[k][value] for k, value in enumerate(one)] for one in ordered]
    return Cells(
        columns=names,
        values=known,
        codes=np.array(codes, np.int64),
        counts=np.array([cells[one] for one in ordered], np.int64),
        scale=scale,
        blank=blank,
        coverage=coverage,
    )


def _check_values(names: Sequence[str], numbers: dict[str, int]) -> None:
    for place, name in enumerate(names):
        if numbers[f"s{place}"] > MOST_VALUES:
            raise BadOption(
                f"'{name}' has {numbers[f's{place}']:,} values; columns to weight by may have "
                f"{MOST_VALUES}. Choose one with fewer, or group its values in the file."
            )
