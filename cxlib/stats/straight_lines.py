"""Answers whose ratings are all the same: straight lines down the questionnaire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.columns.profile import Profile
from cxlib.columns.ratings import rating_columns
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.stats.asked import scale_of
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Coverage, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import score_scales

LEAST = 3
"""Ratings that an answer needs before its being all the same says anything."""
FEW, MIXED, SAME, HIGHEST, LOWEST = "few", "mixed", "same", "highest", "lowest"
"""Too few ratings; different ones; all the same in between, at the top and at the bottom."""
STRAIGHT = (SAME, HIGHEST, LOWEST)


@dataclass(frozen=True, slots=True)
class StraightLines:
    """Answers by the pattern of their ratings.

    Attributes:
        rows: answers by pattern, for the total and each segment value.
        scores: histograms of a score by pattern, of the rows that answered it.
        scale: lowest and highest rating.
        coverage: rows used and left out.
    """

    rows: dict[Group, dict[str, int]]
    scores: dict[str, ScoreCounts]
    scale: tuple[int, int]
    coverage: Coverage

    def shares(self) -> dict[Group, ScoreCounts]:
        """Answers with mixed ratings (0) and with straight ones (1), by group."""
        found = {
            group: ScoreCounts.plain(
                [rows.get(MIXED, 0), sum(rows.get(one, 0) for one in STRAIGHT)]
            )
            for group, rows in self.rows.items()
        }
        return {group: counts for group, counts in found.items() if counts.total}

    def scored(self, *patterns: str) -> ScoreCounts | None:
        """The scores of the answers with any of these patterns; None without any."""
        parts = [self.scores[one] for one in patterns if one in self.scores]
        whole = parts[0] if parts else None
        for one in parts[1:]:
            whole = one if whole is None else whole + one
        return whole


def rating_scales(
    source: Source, profile: Profile, names: Sequence[str]
) -> dict[tuple[int, int], tuple[str, ...]]:
    """The rating columns of a survey by their scale, the scale with most columns first.

    Args:
        source: a survey.
        profile: what its cells look like.
        names: the columns to choose from.
    """
    found = rating_columns(source.mapping, profile, names, outcome="")
    columns = (*found.chosen, *found.sparse)
    told = score_scales(source, columns)
    groups: dict[tuple[int, int], list[str]] = {}
    for one in columns:
        numbers = profile.column(one).numbers
        seen = (int(numbers.lowest or 0), int(numbers.highest or 0))
        groups.setdefault(told.get(one, seen), []).append(one)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return {scale: tuple(members) for scale, members in ordered}


def number_cell(source: Source, column: str) -> ir.FloatingValue:
    """A column's cells as float64: the role's value where it bears one, null for no number."""
    known = typed_as(source, source.column(column))
    if known is None:
        return portable.number_of(source.table[source.segment(column)])
    name, role = known
    if role.type is Type.MOMENT:
        return ibis.null("float64")
    fine = source.table[f"{name}_problem"].isnull()
    return ibis.ifelse(fine, source.table[name].cast("float64"), None)


def rating_patterns(
    kept: ir.Table, ratings: Sequence[str], *, scale: tuple[int, int], by: str | None = None
) -> ir.Table:
    """One row per pattern of ratings, segment value and score. Lazy.

    Args:
        kept: the columns `ratings` (numbers, null without an answer), `score` (null without),
            `weight` and `count` (optional), and the segment column.
        ratings: names of the rating columns, all on one scale.
        scale: lowest and highest rating.
        by: the table's name of a segment column; None for no segment.

    Returns:
        Columns `pattern`, `value` (with `by`), `score`, `n`, and `weights`, `squares` where answers
        bear weights.
    """
    cells = [kept[one] for one in ratings]
    first = ibis.coalesce(*cells)
    answered, equal = ibis.literal(0), ibis.literal(0)
    for cell in cells:
        answered = answered + portable.flag(cell.notnull())
        equal = equal + portable.flag((cell == first).fill_null(False))
    pattern = ibis.cases(
        (answered < LEAST, FEW),
        (equal < answered, MIXED),
        (first == scale[1], HIGHEST),
        (first == scale[0], LOWEST),
        else_=SAME,
    )
    keys: dict[str, ir.Value] = {"pattern": pattern, "score": kept.score}
    if by is not None:
        keys["value"] = kept[by].fill_null(BLANK)
    counted = "count" in kept.columns
    times = kept["count"] if counted else ibis.literal(1)
    sums = {"n": times.sum() if counted else portable.count()}
    if "weight" in kept.columns:
        sums |= {
            "weights": (kept.weight * times).sum(),
            "squares": (kept.weight * kept.weight * times).sum(),
        }
    return kept.group_by(**keys).agg(**sums)


def read_straight_lines(
    source: Source,
    *,
    ratings: Sequence[str],
    scale: tuple[int, int],
    score: str,
    selection: Selection = EVERYTHING,
    by: str | None = None,
) -> StraightLines:
    """Count the answers by the pattern of their ratings; one query.

    Args:
        source: a survey.
        ratings: columns of ratings on one scale, at least `LEAST`.
        scale: lowest and highest rating.
        score: the role of the score to compare, such as nps.
        selection: filters and range of days.
        by: a segment column; None for the total alone.

    Raises:
        BadOption: fewer than `LEAST` columns, or a score that the file has not row by row.
    """
    if len(set(ratings)) < LEAST:
        raise BadOption(
            f"Ratings that are all the same need at least {LEAST} rating columns on one scale; "
            f"{len(set(ratings))} are chosen. Choose more, or say on the Data page which columns "
            "hold ratings."
        )
    source.require(score)
    time = "answered" if selection.dated else None
    further = [role for role in ("weight", "count") if source.mapping.column(role) is not None]
    question = ask(source, selection, roles=further, time=time)
    names = {f"r{place}": number_cell(source, one) for place, one in enumerate(ratings)}
    valid = ibis.ifelse(source.table[f"{score}_problem"].isnull(), source.table[score], None)
    segment = None if by is None else source.segment(by)
    laid = question.table.mutate(**names, score=valid.cast("int64"))
    kept = laid.filter(laid.reason.isnull())
    table = rating_patterns(kept, list(names), scale=scale, by=segment)
    low, high = scale_of(source, score)
    rows: dict[Group, dict[str, int]] = {TOTAL: {}}
    grids: dict[str, dict[int, list[float]]] = {}
    for row in table.to_pyarrow().to_pylist():
        pattern, n = row["pattern"], int(row["n"])
        groups = [TOTAL] if by is None else [TOTAL, Group(by, row["value"])]
        for group in groups:
            cell = rows.setdefault(group, {})
            cell[pattern] = cell.get(pattern, 0) + n
        if row["score"] is not None:
            grid = grids.setdefault(pattern, {one: [0.0] * 3 for one in range(low, high + 1)})
            sums = (n, row.get("weights", n), row.get("squares", n))
            grid[row["score"]] = [a + b for a, b in zip(grid[row["score"]], sums, strict=True)]
    scores = {pattern: _histogram(low, grid) for pattern, grid in grids.items()}
    return StraightLines(rows, scores, scale, read_coverage(question))


def _histogram(low: int, grid: dict[int, list[float]]) -> ScoreCounts:
    n, weights, squares = zip(*grid.values(), strict=True)
    return ScoreCounts(
        low,
        tuple(int(one) for one in n),
        tuple(float(one) for one in weights),
        tuple(float(one) for one in squares),
    )
