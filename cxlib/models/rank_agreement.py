"""How well a risk orders customers by when they left: Harrell's concordance, from counts."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from cxlib.errors import NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.stats.life_patterns import LifePatterns, Real, Whole

MOST_CELLS = 5_000_000
"""Pairs of a time and a risk up to which sums are tables; beyond, rows are sorted."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """The share of comparable pairs in which the customer at higher risk left first.

    One half is what chance gives; `low` and `high` are limits.
    """

    value: float
    low: float
    high: float
    level: float


def concordance(
    risk: Real, patterns: LifePatterns, *, pattern: Whole | None = None, level: float = 0.95
) -> Concordance:
    """Harrell's C with limits from the infinitesimal jackknife.

    A pair can be compared where one left while the other was still watched; equal risks count as
    half a pair in order. The limits say how sure C is for this risk score, not how it would do
    with new customers.

    Args:
        risk: higher means sooner, shape (k,), or of each pattern of covariates, shape (K,).
        patterns: durations and outcomes with counts, k rows.
        pattern: each row's pattern, shape (k,); None where risks are given row by row.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: there is no pair to compare.

    Source:
        Harrell, Lee & Mark, Statistics in Medicine 15, 1996. Variance: Therneau & Atkinson,
        Concordance, vignette of the R package survival, 2024 (infinitesimal jackknife).
    """
    counts, left = patterns.n.astype(float), patterns.left
    levels, rank = np.unique(np.round(risk, 10), return_inverse=True)
    if pattern is not None:
        rank = rank[pattern]
    times, place = np.unique(patterns.durations, return_inverse=True)
    cells = len(times) * len(levels)
    count = _on_grid if cells <= MOST_CELLS else _in_order
    lower, equal, beyond, below, same, before = count(place, rank, counts, left)
    own = left * (lower + equal / 2)
    pairs = left * beyond
    theirs = (before - below - same) + same / 2
    total = float(counts @ pairs)
    if total == 0:
        hint = "Nobody left while others were still watched. Widen the dates or drop a filter."
        raise NotEnoughData("Concordance", have=0, need=1, unit="comparable pair", hint=hint)
    value = float(counts @ own) / total
    each = (own + theirs - value * (pairs + before)) / total
    if patterns.customers is None:
        variance = float(counts @ each**2)
    else:
        variance = float((np.bincount(patterns.customers, counts * each) ** 2).sum())
    half = z_of(level) * sqrt(variance)
    return Concordance(value, max(0.0, value - half), min(1.0, value + half), level)


def _on_grid(place: Whole, rank: Whole, counts: Real, left: Whole) -> tuple[Real, ...]:
    """The sums of `_in_order` by cumulated tables of times and ranks, for few of either."""
    shape = (int(place.max()) + 1, int(rank.max()) + 1)
    cell = place * shape[1] + rank
    size = shape[0] * shape[1]

    def table(weights: Real) -> Real:
        return np.asarray(np.bincount(cell, weights, size), float).reshape(shape)

    gone = table(counts * left)
    still = table(counts) - gone
    after = np.cumsum((gone + still)[::-1], axis=0)[::-1] - gone
    past = np.cumsum(gone, axis=0)
    sums = []
    for at_left, at_still in ((after, after), (past - gone, past)):
        for part in (_lower, _itself, _everyone):
            of_left = part(at_left).ravel()[cell]
            sums.append(np.where(left == 1, of_left, part(at_still).ravel()[cell]))
    return tuple(sums)


def _lower(table: Real) -> Real:
    return np.asarray(np.cumsum(table, axis=1) - table)


def _itself(table: Real) -> Real:
    return table


def _everyone(table: Real) -> Real:
    return np.broadcast_to(table.sum(axis=1, keepdims=True), table.shape)


def _in_order(place: Whole, rank: Whole, counts: Real, left: Whole) -> tuple[Real, ...]:
    """For each row the counts of those watched beyond it, and of those who left before it.

    Each as three sums: of lower rank, of equal rank, of all.
    """
    # Earlier in this order: watched beyond the row's time, or up to it without leaving.
    falling = np.lexsort((left, -place))
    watched = _earlier(falling, rank, counts, place, left)
    left_before = _earlier(falling[::-1], rank, counts * left.astype(float), place, left)
    return (*watched, *left_before)


def _earlier(
    order: Whole, rank: Whole, weight: Real, place: Whole, left: Whole
) -> tuple[Real, Real, Real]:
    """Weights of the rows in blocks before each row's own: of lower rank, of equal rank, of all.

    Rows with the same time and outcome are one block. Ranks are compared bit by bit from the top,
    each time among the rows that agree in all higher bits.
    """
    times, gone, ranks, weights = place[order], left[order], rank[order], weight[order]
    changes = (np.diff(times) != 0) | (np.diff(gone) != 0)
    block = np.concatenate([[0], np.cumsum(changes)])
    everyone = _sum_before(np.zeros_like(ranks), block, weights)
    equal = _sum_before(ranks, block, weights)
    lower = np.zeros(len(ranks))
    for bit in range(int(ranks.max(initial=0)).bit_length()):
        high = (ranks >> bit) & 1
        lower += high * _sum_before(ranks >> (bit + 1), block, weights * (1 - high))
    found = np.empty((3, len(order)))
    found[:, order] = lower, equal, everyone
    return found[0], found[1], found[2]


def _sum_before(group: Whole, block: Whole, weights: Real) -> Real:
    """For each row the weights of its group in earlier blocks; rows stand in order of blocks."""
    order = np.argsort(group, kind="stable")
    groups, blocks = group[order], block[order]
    past = np.concatenate([[0.0], np.cumsum(weights[order])])
    new_group = np.concatenate([[True], np.diff(groups) != 0])
    new_block = new_group | np.concatenate([[True], np.diff(blocks) != 0])
    at = np.arange(len(order))
    start = np.maximum.accumulate(np.where(new_group, at, 0))
    here = np.maximum.accumulate(np.where(new_block, at, 0))
    sums = np.empty(len(order))
    sums[order] = past[here] - past[start]
    return sums
