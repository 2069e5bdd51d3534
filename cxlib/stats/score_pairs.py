"""Histograms of scores by the values of two segment columns at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.stats.asked import scale_of
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.groups import BLANK
from cxlib.stats.repeats import answers_by_customer, read_answered
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers, spread

MOST_VALUES = 60
"""Values of a column beyond which it is left out of the search."""
MOST = 200_000
"""Combinations of values that are counted at once; with more, two columns are counted at a time."""
Where = tuple[tuple[str, str], ...]
"""Columns with their values: one of them, or two."""


@dataclass(frozen=True, slots=True)
class ScorePairs:
    """Histograms of all answers, of each value, and of each pair of values.

    Attributes:
        total: all answers used.
        cells: (column, value) pairs, one or two of them, to the answers of those who bear them.
        scale: lowest and highest score.
        many: columns left out, because they have too many values.
        coverage: rows used and left out.
    """

    total: ScoreCounts
    cells: dict[Where, ScoreCounts]
    scale: tuple[int, int]
    many: tuple[str, ...]
    coverage: Coverage


def score_patterns(kept: ir.Table, segments: Sequence[str]) -> ir.Table:
    """One row per combination of segment values and score. Lazy.

    Args:
        kept: columns `score` and the segment columns; `count` (optional: how many answers a row
            stands for).
        segments: the table's names of the segment columns.

    Returns:
        Columns `s0`, `s1`, ... (text, `BLANK` for empty cells), `score`, `n` (int64).
    """
    keys: dict[str, ir.Value] = {"score": kept.score}
    keys |= {f"s{place}": kept[name].fill_null(BLANK) for place, name in enumerate(segments)}
    counted = "count" in kept.columns
    n = kept["count"].sum().cast("int64") if counted else portable.count()
    return kept.group_by(**keys).agg(n=n)


def value_numbers(kept: ir.Table, segments: Sequence[str]) -> ir.Table:
    """One row: how many different values each segment column has, as `s0`, `s1`, ... Lazy."""
    return kept.agg(**{f"s{place}": kept[name].nunique() for place, name in enumerate(segments)})


def read_score_pairs(
    source: Source,
    *,
    score: str,
    columns: Sequence[str],
    selection: Selection = EVERYTHING,
    pairs: bool = True,
) -> ScorePairs:
    """Count the answers to a score by every value of some columns, and by every pair of values.

    Survey weights are not used: each answer counts once.

    Args:
        source: a survey.
        score: the score's role.
        columns: segment columns, two at least for pairs.
        selection: filters and range of days.
        pairs: whether pairs of columns are counted too.

    Raises:
        BadOption: no column, or a score that the file has not.
    """
    if not columns:
        raise BadOption("A search for groups needs at least one column to split the answers by.")
    question = answers(source, score=score, selection=selection)
    kept = spread(source, question.kept)
    names = tuple(dict.fromkeys(map(source.column, columns)))
    segments = [source.segment(name) for name in names]
    numbers = value_numbers(kept, segments).to_pyarrow().to_pylist()[0]
    usable = [k for k in range(len(names)) if numbers[f"s{k}"] <= MOST_VALUES]
    grid = _Grid(*scale_of(source, score), {})
    for some in _queries(usable, pairs):
        table = score_patterns(kept, [segments[k] for k in some]).limit(MOST + 1).to_pyarrow()
        if table.num_rows <= MOST:
            grid.count(table, [names[k] for k in some], pairs)
            if len(some) == len(usable):
                break
    first = names[usable[0]] if usable else None
    parts = [counts for where, counts in grid.cells.items() if [c for c, _ in where] == [first]]
    total = np.sum(parts, axis=0) if parts else np.zeros(grid.width, np.int64)
    return ScorePairs(
        total=ScoreCounts.plain(total.tolist(), low=grid.low),
        cells={
            where: ScoreCounts.plain(counts.tolist(), low=grid.low)
            for where, counts in grid.cells.items()
        },
        scale=(grid.low, grid.high),
        many=tuple(name for k, name in enumerate(names) if k not in usable),
        coverage=read_coverage(question),
    )


def read_pair_repeats(
    source: Source,
    found: ScorePairs,
    *,
    score: str,
    worth: Sequence[float],
    selection: Selection = EVERYTHING,
    fewest: int = 1,
) -> dict[Where, CustomerSums] | None:
    """The sums by which the tests of a search respect customers who answered several times.

    Args:
        source: a survey.
        found: the histograms of the search.
        score: the score's role.
        worth: what an answer with each score counts, shape (scores,).
        selection: filters and range of days.
        fewest: answers that a group and all others need; smaller groups are left out.

    Returns:
        The sums of each value and pair of values, and of all answers under (); empty where no
        customer answered twice. None where customers are not known, or too many answered twice
        for their answers to be held against each other.
    """
    if not source.has("customer"):
        return None
    kept = spread(source, answers(source, score=score, selection=selection).kept)
    kept = kept.drop("weight") if "weight" in kept.columns else kept
    names = list(dict.fromkeys(column for where in found.cells for column, _ in where))
    table = answers_by_customer(kept, by=[source.segment(name) for name in names])
    rows = read_answered(table, [f"v{place}" for place in range(len(names))], found.scale)
    if rows is None:
        return None
    if not rows.customers:
        return {}
    total = found.total.total
    groups: dict[tuple[str, ...], dict[tuple[str, ...], ScoreCounts]] = {(): {(): found.total}}
    for where, counts in found.cells.items():
        if fewest <= counts.total <= total - fewest:
            columns, values = zip(*where, strict=True)
            groups.setdefault(columns, {})[values] = counts
    return {
        tuple(zip(columns, values, strict=True)): sums
        for columns, counts in groups.items()
        for values, sums in rows.sums(
            [names.index(name) for name in columns], counts, total=total, worth=worth
        ).items()
    }


def _queries(usable: Sequence[int], pairs: bool) -> Iterator[tuple[int, ...]]:
    """The columns to count together: all at once where that is little, else two by two."""
    if not usable:
        return
    if pairs or len(usable) == 1:
        yield tuple(usable)
    if pairs:
        yield from combinations(usable, 2)
    else:
        yield from ((one,) for one in usable)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Histograms being filled."""

    low: int
    high: int
    cells: dict[Where, NDArray[np.int64]]

    @property
    def width(self) -> int:
        return self.high - self.low + 1

    def count(self, table: pa.Table, names: Sequence[str], pairs: bool) -> None:
        """Add up a table of patterns by each column and each pair of them."""
        score = table["score"].to_numpy() - self.low
        n = table["n"].to_numpy()
        coded = []
        for place in range(len(names)):
            cells = table[f"s{place}"].combine_chunks().dictionary_encode()
            coded.append((cells.indices.to_numpy(), cells.dictionary.to_pylist()))
        for place, (codes, values) in enumerate(coded):
            self._add(codes, [((names[place], value),) for value in values], score, n)
        for one, other in combinations(range(len(names)), 2) if pairs else ():
            (codes, values), (more, others) = coded[one], coded[other]
            wheres: list[Where] = [
                ((names[one], value), (names[other], further))
                for value in values
                for further in others
            ]
            self._add(codes * len(others) + more, wheres, score, n)

    def _add(
        self, codes: NDArray[Any], wheres: Sequence[Where], score: NDArray[Any], n: NDArray[Any]
    ) -> None:
        size = len(wheres) * self.width
        sums = np.bincount(codes * self.width + score, n, minlength=size).astype(np.int64)
        for where, counts in zip(wheres, sums.reshape(-1, self.width), strict=True):
            if counts.any():
                self.cells[where] = counts
