"""Histograms of whole scores: all that NPS, CSAT and CES need to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, Group


@dataclass(frozen=True, slots=True)
class ScoreCounts:
    """Answers per whole score, from `low` upward.

    Attributes:
        low: the lowest score of the scale.
        counts: answers per score, shape (scores,).
        weights: sum of the survey weights per score; equals `counts` without weights.
        squares: sum of the squared weights per score; equals `counts` without weights.
    """

    low: int
    counts: tuple[int, ...]
    weights: tuple[float, ...]
    squares: tuple[float, ...]

    @classmethod
    def plain(cls, counts: Iterable[int], *, low: int = 0) -> ScoreCounts:
        """Counts without survey weights."""
        whole = tuple(counts)
        ones = tuple(float(n) for n in whole)
        return cls(low, whole, ones, ones)

    @property
    def high(self) -> int:
        """The highest score of the scale."""
        return self.low + len(self.counts) - 1

    @property
    def total(self) -> int:
        """Number of answers."""
        return sum(self.counts)

    @property
    def weighted(self) -> bool:
        """Whether any survey weight differs from 1."""
        ones = tuple(float(n) for n in self.counts)
        return self.weights != ones or self.squares != ones

    @property
    def weight(self) -> float:
        """Sum of weights."""
        return sum(self.weights)

    @property
    def n_eff(self) -> float:
        """Effective number of answers, (sum w)^2 / sum(w^2); 0 without answers.

        Source:
            Kish, Survey Sampling, 1965.
        """
        squares = sum(self.squares)
        return self.weight**2 / squares if squares > 0 else 0.0

    def between(self, low: int, high: int) -> int:
        """Number of answers from `low` to `high`, both included."""
        return sum(self.counts[max(0, low - self.low) : max(0, high - self.low + 1)])

    def weight_between(self, low: int, high: int) -> float:
        """Sum of weights from `low` to `high`, both included."""
        return sum(self.weights[max(0, low - self.low) : max(0, high - self.low + 1)])

    def __add__(self, other: ScoreCounts) -> ScoreCounts:
        """Pool two samples on the same scale."""
        if (self.low, len(self.counts)) != (other.low, len(other.counts)):
            raise ValueError(f"Scales differ: {self.low}-{self.high}, {other.low}-{other.high}.")
        return ScoreCounts(
            self.low,
            tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)),
            tuple(a + b for a, b in zip(self.weights, other.weights, strict=True)),
            tuple(a + b for a, b in zip(self.squares, other.squares, strict=True)),
        )

    def __sub__(self, part: ScoreCounts) -> ScoreCounts:
        """The complement of a part within this whole."""
        if any(a < b for a, b in zip(self.counts, part.counts, strict=True)):
            raise ValueError("The part holds answers that the whole does not.")
        return ScoreCounts(
            self.low,
            tuple(a - b for a, b in zip(self.counts, part.counts, strict=True)),
            tuple(max(0.0, a - b) for a, b in zip(self.weights, part.weights, strict=True)),
            tuple(max(0.0, a - b) for a, b in zip(self.squares, part.squares, strict=True)),
        )


def score_counts(
    answers: ir.Table, *, by: str | None = None, period: str | None = None
) -> ir.Table:
    """One row per segment value, period and score. Lazy.

    Args:
        answers: columns `score` (int64), `weight` and `count` (optional: how many answers a row
            stands for), `day` where `period` is given, and the segment columns.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.

    Returns:
        Columns `value` (text, `BLANK` for empty cells), `period` (date), `score`, `n` (int64),
        and `weights`, `squares` (float64) where answers bear weights.
    """
    keys: dict[str, ir.Value] = {"score": answers.score}
    if by is not None:
        keys["value"] = answers[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(answers.day, period)
    counted = "count" in answers.columns
    times = answers["count"] if counted else ibis.literal(1)
    sums = {"n": times.sum().cast("int64") if counted else portable.count()}
    if "weight" in answers.columns:
        sums |= {
            "weights": (answers.weight * times).sum(),
            "squares": (answers.weight * answers.weight * times).sum(),
        }
    return answers.group_by(**keys).agg(**sums)


def read_score_counts(
    table: ir.Table, *, column: str | None, low: int, high: int
) -> dict[Group, ScoreCounts]:
    """Run the query and fold its rows into one histogram a group, whole time and by period.

    Args:
        table: what `score_counts` gives.
        column: the segment column's name for readers; None where the query has no segment.
        low: lowest score of the scale.
        high: highest score of the scale.

    Returns:
        A histogram for each value, and each value and period, that has answers.
    """
    cells: dict[Group, dict[int, list[float]]] = {}
    for row in table.to_pyarrow().to_pylist():
        n = row["n"]
        sums = (n, row.get("weights", n), row.get("squares", n))
        value = row.get("value")
        groups = {Group(column, value), Group(column, value, row.get("period"))}
        for group in groups:
            grid = cells.setdefault(group, {s: [0.0, 0.0, 0.0] for s in range(low, high + 1)})
            place = grid[row["score"]]
            for i, amount in enumerate(sums):
                place[i] += amount
    return {
        group: ScoreCounts(
            low,
            tuple(int(cell[0]) for cell in grid.values()),
            tuple(float(cell[1]) for cell in grid.values()),
            tuple(float(cell[2]) for cell in grid.values()),
        )
        for group, grid in cells.items()
    }
