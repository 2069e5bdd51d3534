"""The terms of a regression on how long customers stayed: groups, numbers and curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.splines import cubic_terms, quantiles, spread_knots
from cxlib.stats.covariates import Covariate
from cxlib.stats.life_patterns import LifePatterns, Real, Whole

NEEDED = 10
"""Departures without which there is no regression."""
FEW_CUSTOMERS, FEW_EVENTS = 10, 5
"""Groups with fewer are put together."""
SAME = 1e-8
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What one column brings to the regression.

    Attributes:
        column: the column.
        levels: what its terms are called: groups against the baseline, or parts of a curve.
        baseline: the most frequent group; None for numbers.
        places: the level of each of the covariate's values, -1 for the baseline; empty for
            numbers.
        knots: where a curve bends; empty for groups and straight lines.
        quartiles: lower quartile, median and upper quartile of numbers; empty for groups.
    """

    column: str
    levels: tuple[str, ...]
    baseline: str | None = None
    places: tuple[int, ...] = ()
    knots: tuple[float, ...] = ()
    quartiles: tuple[float, ...] = ()

    def terms(self, cells: Real) -> Real:
        """The terms of some cells.

        Args:
            cells: places of groups among the covariate's values, or numbers, shape (m,).

        Returns:
            Shape (m, number of levels).
        """
        if self.baseline is None:
            return cubic_terms(cells, self.knots)
        level = np.array(self.places)[cells.astype(int)]
        return np.asarray(level[:, None] == np.arange(len(self.levels)), float)


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """All terms of a regression and the patterns they take.

    Attributes:
        parts: what each column brings, in the order of the terms.
        covariates: the covariates of the parts.
        columns: the places of the covariates among the cells of the patterns' rows.
        x: distinct terms, less `centre`, shape (K, p).
        centre: mean terms, shape (p,).
        pattern: the distinct terms of each row, shape (k,).
        notes: what was put together or left out: rare groups, columns that say the same.
    """

    parts: tuple[Part, ...]
    covariates: tuple[Covariate, ...]
    columns: tuple[int, ...]
    x: Real
    centre: Real
    pattern: Whole
    notes: tuple[str, ...]

    def slices(self) -> list[slice]:
        """The terms of each part."""
        ends = np.cumsum([len(part.levels) for part in self.parts]).tolist()
        return [slice(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]

    def terms(self, cells: Real) -> Real:
        """Terms less their means, of cells in the order of `covariates`, shape (m, p)."""
        blocks = [part.terms(cells[:, place]) for place, part in enumerate(self.parts)]
        return np.column_stack(blocks) - self.centre

    def profile(self, chosen: Mapping[str, str | float]) -> Real:
        """The terms of one customer, shape (p,); what is not named is usual.

        Args:
            chosen: column to group or number; else the most frequent group, or the median.

        Raises:
            BadOption: a column or group that the regression does not know, or no number.
        """
        known = [part.column for part in self.parts]
        unknown = [name for name in chosen if name not in known]
        if unknown:
            raise BadOption(
                f"'{unknown[0]}' is not among the columns of the regression: {', '.join(known)}."
            )
        cells = [
            _cell(part, covariate, chosen.get(part.column))
            for part, covariate in zip(self.parts, self.covariates, strict=True)
        ]
        return np.asarray(self.terms(np.array([cells], float))[0], float)


def life_design(patterns: LifePatterns, *, knots: int = 0) -> Design:
    """Terms for every column: the most frequent group is the baseline, rare groups are pooled.

    Args:
        patterns: the covariates.
        knots: bends of the curve of every column of numbers, 3 to 5; 0 for straight lines.

    Raises:
        NotEnoughData: fewer than `NEEDED` departures.
        BadOption: no column varies.

    Source:
        Restricted cubic splines with knots at fixed quantiles: Harrell, Regression Modeling
        Strategies, 2nd edition, 2015, section 2.4.
    """
    if patterns.events < NEEDED:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData(
            "A Cox regression", have=patterns.events, need=NEEDED, unit="departure", hint=hint
        )
    parts, columns, notes = [], [], []
    for place, covariate in enumerate(patterns.covariates):
        part, said = _part(patterns, covariate, place, knots)
        notes += said
        if part is not None:
            parts.append(part)
            columns.append(place)
    if not parts:
        raise BadOption(
            "None of the chosen columns varies among these customers: each has one value here. "
            "Choose others, or filter less."
        )
    distinct, pattern = _patterns(patterns, columns)
    blocks = [part.terms(distinct[:, i]) for i, part in enumerate(parts)]
    weights = np.asarray(np.bincount(pattern, patterns.n, len(distinct)), float)
    kept, said = _independent(parts, blocks, weights)
    terms = np.column_stack([blocks[i] for i in kept])
    centre = weights @ terms / weights.sum()
    return Design(
        parts=tuple(parts[i] for i in kept),
        covariates=tuple(patterns.covariates[columns[i]] for i in kept),
        columns=tuple(columns[i] for i in kept),
        x=terms - centre,
        centre=centre,
        pattern=pattern,
        notes=(*notes, *said),
    )


def _part(
    patterns: LifePatterns, covariate: Covariate, place: int, knots: int
) -> tuple[Part | None, list[str]]:
    cells = patterns.cells[:, place]
    if covariate.values is None:
        return _number_part(patterns, covariate, cells, knots)
    customers = np.bincount(cells.astype(int), patterns.n, len(covariate.values))
    gone = np.bincount(cells.astype(int), patterns.n * patterns.left, len(covariate.values))
    there = np.flatnonzero(customers)
    if len(there) < 2:
        return None, [_constant(covariate.column)]
    baseline = int(np.argmax(customers))
    rare = [
        int(one)
        for one in there
        if one != baseline and (customers[one] < FEW_CUSTOMERS or gone[one] < FEW_EVENTS)
    ]
    pooled = rare if len(rare) > 1 else []
    own = [int(one) for one in there if one != baseline and one not in pooled]
    levels = [covariate.values[one] for one in own]
    level_of = {one: level for level, one in enumerate(own)} | dict.fromkeys(pooled, len(own))
    notes = []
    if pooled:
        levels.append(say("Other values"))
        names = [covariate.values[one] for one in pooled]
        shown = ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
        notes.append(
            say(
                "{column}: {names} together are “Other values”, because each has fewer than "
                "{few} customers or {events} departures.",
                column=covariate.column,
                names=shown,
                few=FEW_CUSTOMERS,
                events=FEW_EVENTS,
            )
        )
    places = tuple(level_of.get(one, -1) for one in range(len(covariate.values)))
    return Part(covariate.column, tuple(levels), covariate.values[baseline], places), notes


def _number_part(
    patterns: LifePatterns, covariate: Covariate, cells: Real, knots: int
) -> tuple[Part | None, list[str]]:
    if cells.min() == cells.max():
        return None, [_constant(covariate.column)]
    quartiles = quantiles(cells, patterns.n, (0.25, 0.5, 0.75))
    bends = spread_knots(cells, patterns.n, knots) if knots else ()
    notes = []
    if knots and not bends:
        notes.append(
            say(
                "{column} has too few different numbers for a curve and is taken as a straight "
                "line.",
                column=covariate.column,
            )
        )
    levels = (say("per 1 more"), *(say("bend {n}", n=i + 1) for i in range(len(bends) - 2)))
    return Part(covariate.column, levels, knots=bends, quartiles=quartiles), notes


def _constant(column: str) -> str:
    return say("{column} has one value among these customers and is left out.", column=column)


def _patterns(patterns: LifePatterns, columns: Sequence[int]) -> tuple[Real, Whole]:
    """Distinct cells of some columns, and which of them each row has."""
    key = np.zeros(len(patterns.n), np.int64)
    for column in columns:
        cells, values = patterns.cells[:, column], patterns.covariates[column].values
        if values is None:
            found, codes = np.unique(cells, return_inverse=True)
            size = len(found)
        else:
            codes, size = cells.astype(np.int64), len(values)
        if key.max(initial=0) > 2**62 // max(size, 1):
            key = np.unique(key, return_inverse=True)[1]
        key = key * size + codes
    _, first, pattern = np.unique(key, return_index=True, return_inverse=True)
    return patterns.cells[first][:, list(columns)], pattern


def _independent(
    parts: Sequence[Part], blocks: Sequence[Real], weights: Real
) -> tuple[list[int], list[str]]:
    """The columns whose terms those before them do not already give, and what is said of others."""
    scaled = [_scaled(block, weights) for block in blocks]
    kept: list[int] = []
    notes = []
    for place, part in enumerate(parts):
        if not _same([*(scaled[i] for i in kept), scaled[place]]):
            kept.append(place)
            continue
        twins = [parts[i].column for i in kept if _same([scaled[i], scaled[place]])]
        others = ", ".join(twins or [parts[i].column for i in kept])
        notes.append(
            say(
                "{column} is left out, because for some groups it says the same as {others}.",
                column=part.column,
                others=others,
            )
        )
    return kept, notes


def _scaled(block: Real, weights: Real) -> Real:
    """Terms less their mean, over their spread, weighed."""
    share = weights / weights.sum()
    centred = block - share @ block
    spread = np.sqrt(share @ centred**2)
    return np.asarray(centred / np.where(spread > 0, spread, 1.0) * np.sqrt(share)[:, None])


def _same(blocks: Sequence[Real]) -> bool:
    """Whether some combination of the terms never varies."""
    terms = np.column_stack(blocks)
    return bool(np.linalg.eigvalsh(terms.T @ terms)[0] <= SAME)


def _cell(part: Part, covariate: Covariate, value: str | float | None) -> float:
    """The cell of a chosen group or number; the usual one where nothing is chosen."""
    if covariate.values is None:
        try:
            return float(part.quartiles[1] if value is None else value)
        except ValueError:
            raise BadOption(f"'{part.column}' needs a number; '{value}' is none.") from None
    wanted = part.baseline if value is None else str(value)
    if wanted not in covariate.values:
        shown = ", ".join(covariate.values[:12])
        raise BadOption(f"'{part.column}' has no group '{wanted}'. It has: {shown}.")
    return float(covariate.values.index(wanted))
