"""The terms of a purchase model with covariates: groups against the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.purchase_patterns import Factor, PurchasePatterns
from cxlib.stats.purchases import Real, Whole

FEW_CUSTOMERS, FEW_REPEATERS = 20, 10
"""Groups with fewer customers, or fewer who bought again, are put together or refused."""
MOST_GROUPS, MOST_PATTERNS = 25, 100
"""Groups of one column, the small ones together; and combinations of groups."""
SAME = 1e-8
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What one column brings.

    Attributes:
        column: the column.
        baseline: the group that the others are compared with: the most frequent one, or the
            lowest band of numbers.
        levels: the other groups.
        places: the level of each of the factor's values, -1 for the baseline.
    """

    column: str
    baseline: str
    levels: tuple[str, ...]
    places: tuple[int, ...]

    def group(self, level: int) -> str:
        """The name of a level, -1 for the baseline."""
        return self.baseline if level < 0 else self.levels[level]


@dataclass(frozen=True, slots=True, eq=False)
class PurchaseDesign:
    """All terms, and the patterns of groups that customers have.

    Attributes:
        parts: the columns, c of them.
        levels: the level of each pattern in each column, -1 for the baseline, shape (g, c).
        x: 1 where a pattern has the group of a term, else 0, shape (g, p).
        pattern: the pattern of each of the statistic's rows, shape (k,).
        notes: which groups were put together, and which columns change over time.
    """

    parts: tuple[Part, ...]
    levels: Whole
    x: Real
    pattern: Whole
    notes: tuple[str, ...]

    @property
    def terms(self) -> tuple[tuple[Part, str], ...]:
        """The column and the group of each term, p of them."""
        return tuple((part, level) for part in self.parts for level in part.levels)

    def slices(self) -> list[slice]:
        """The terms of each part."""
        ends = np.cumsum([len(part.levels) for part in self.parts]).tolist()
        return [slice(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]

    def groups(self, pattern: int) -> tuple[str, ...]:
        """The group that a pattern has in each column."""
        levels = self.levels[pattern].tolist()
        return tuple(part.group(one) for part, one in zip(self.parts, levels, strict=True))


def purchase_design(patterns: PurchasePatterns) -> PurchaseDesign:
    """Terms for every column; groups of few customers are put together.

    Raises:
        BadOption: a column has one group or too many, a group is too small or has too few who
            bought again, columns say the same, or there are too many patterns.
    """
    parts, notes = [], []
    for place, factor in enumerate(patterns.factors):
        part, said = _part(patterns, factor, place)
        parts.append(part)
        notes += said
        if patterns.changing[place]:
            notes.append(
                say(
                    "{n} customers have orders of more than one {column}; the one of the first day "
                    "with an order counts.",
                    n=f"{patterns.changing[place]:,}",
                    column=factor.column,
                )
            )
    rows = np.column_stack(
        [np.array(part.places)[patterns.cells[:, place]] for place, part in enumerate(parts)]
    )
    levels, pattern = np.unique(rows, axis=0, return_inverse=True)
    pattern = pattern.reshape(-1)
    if len(levels) > MOST_PATTERNS:
        raise BadOption(
            f"These columns make {len(levels)} different kinds of customers; the models take at "
            f"most {MOST_PATTERNS}. Choose fewer columns, or columns of fewer groups."
        )
    blocks = [
        np.asarray(levels[:, [place]] == np.arange(len(part.levels)), float)
        for place, part in enumerate(parts)
    ]
    weights = np.asarray(np.bincount(pattern, patterns.histories.n, len(levels)), float)
    _refuse_same(parts, blocks, weights)
    return PurchaseDesign(tuple(parts), levels, np.column_stack(blocks), pattern, tuple(notes))


def _part(patterns: PurchasePatterns, factor: Factor, place: int) -> tuple[Part, list[str]]:
    cells, histories, size = patterns.cells[:, place], patterns.histories, len(factor.values)
    if size < 2:
        raise BadOption(
            f"'{factor.column}' has one value among these customers, so it cannot tell them apart. "
            "Choose another column, or filter less."
        )
    customers = np.bincount(cells, histories.n, size).astype(int)
    again = np.bincount(cells, histories.n * (histories.frequency > 0), size).astype(int)
    rare = (customers < FEW_CUSTOMERS) | (again < FEW_REPEATERS)
    baseline = 0 if factor.banded and not rare[0] else int(np.argmax(customers))
    pooled = [one for one in np.flatnonzero(rare).tolist() if one != baseline]
    own = [one for one in range(size) if one != baseline and one not in pooled]
    for group in [[baseline], *([pooled] if pooled else [])]:
        _refuse_small(factor, group, int(customers[group].sum()), int(again[group].sum()))
    if len(own) + 2 > MOST_GROUPS:
        raise BadOption(
            f"'{factor.column}' has {len(own) + 1} groups with enough customers; the models take "
            f"at most {MOST_GROUPS - 1}. Choose another column, or keep some groups with a filter."
        )
    levels = [factor.values[one] for one in own] + ([say("Other values")] if pooled else [])
    level_of = {one: level for level, one in enumerate(own)} | dict.fromkeys(pooled, len(own))
    places = tuple(level_of.get(one, -1) for one in range(size))
    part = Part(factor.column, factor.values[baseline], tuple(levels), places)
    return part, [_pooled(factor, pooled)] if pooled else []


def _refuse_small(factor: Factor, group: Sequence[int], n: int, again: int) -> None:
    """Refuse a group, or the small groups together, from which nothing can be learnt."""
    if n >= FEW_CUSTOMERS and again >= FEW_REPEATERS:
        return
    shown = _shown(factor, group)
    who = f"'{shown}'" if len(group) == 1 else f"All small groups together ({shown})"
    raise BadOption(
        f"{who} of '{factor.column}': {n} customers, {again} of whom bought again; a group needs "
        f"{FEW_CUSTOMERS} and {FEW_REPEATERS}. Leave it out with a filter, or choose another "
        "column."
    )


def _pooled(factor: Factor, pooled: Sequence[int]) -> str:
    return say(
        "{column}: {names} together are “Other values”, because each has fewer than {few} "
        "customers or {again} who bought again.",
        column=factor.column,
        names=_shown(factor, pooled),
        few=FEW_CUSTOMERS,
        again=FEW_REPEATERS,
    )


def _shown(factor: Factor, group: Sequence[int]) -> str:
    names = [factor.values[one][:30] for one in group]
    return ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")


def _refuse_same(parts: Sequence[Part], blocks: Sequence[Real], weights: Real) -> None:
    """Refuse columns whose terms those before them already give."""
    scaled = [_scaled(block, weights) for block in blocks]
    for place, part in enumerate(parts):
        if not _same(scaled[: place + 1]):
            continue
        before = range(place)
        twins = [i for i in before if _same([scaled[i], scaled[place]])] or list(before)
        others = ", ".join(f"'{parts[i].column}'" for i in twins)
        raise BadOption(
            f"'{part.column}' says the same about some customers as {others}, so their effects "
            "cannot be told apart. Leave one of them out."
        )


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
