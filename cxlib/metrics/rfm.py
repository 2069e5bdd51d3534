"""RFM segments: customers ranked by how lately, how often and for how much they buy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.stats.purchases import MONEY
from cxlib.stats.rfm import RfmCounts

Whole = NDArray[np.int64]

GRADES = 5

SEGMENTS: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...] = (
    ("Champions", (5, 5), (4, 5)),
    ("Loyal", (3, 4), (4, 5)),
    ("Potential loyalists", (4, 5), (2, 3)),
    ("New", (5, 5), (1, 1)),
    ("Promising", (4, 4), (1, 1)),
    ("Need attention", (3, 3), (3, 3)),
    ("About to sleep", (3, 3), (1, 2)),
    ("Cannot lose them", (1, 2), (5, 5)),
    ("At risk", (1, 2), (3, 4)),
    ("Hibernating", (1, 2), (1, 2)),
)
"""Name, recency grades and frequency grades (both ends included); together all 25 pairs."""


@dataclass(frozen=True, slots=True, eq=False)
class RfmGrades:
    """Grades 1 to 5 (5 is best) for each tuple, shape (k,), and each tuple's segment."""

    recency: Whole
    frequency: Whole
    money: Whole
    segment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RfmSegment:
    """One segment.

    Attributes:
        name: the segment's name.
        n: customers; share: their fraction of all customers.
        recency: mean days since the last purchase.
        frequency: mean number of orders.
        monetary: mean sum of the amounts, in the currency.
        revenue: sum of the amounts, in the currency.
    """

    name: str
    n: int
    share: float
    recency: float
    frequency: float
    monetary: float
    revenue: float


def rfm_grades(counts: RfmCounts) -> RfmGrades:
    """Grade customers by fifths on each scale; customers with equal values share a grade.

    Equal values get the mean of their ranks, so that no tie is split by the order of the file;
    fifths are therefore only as equal as the ties allow.
    """
    recency = GRADES + 1 - _fifths(counts.recency, counts.n)
    frequency, money = _fifths(counts.frequency, counts.n), _fifths(counts.money, counts.n)
    names = tuple(_name(r, f) for r, f in zip(recency.tolist(), frequency.tolist(), strict=True))
    return RfmGrades(recency, frequency, money, names)


def rfm_segments(counts: RfmCounts) -> tuple[RfmSegment, ...]:
    """Size, means and revenue of each segment that has customers, best first."""
    names = np.array(rfm_grades(counts).segment)
    total = counts.total
    found = []
    for name, _, _ in SEGMENTS:
        rows = names == name
        n = int(counts.n[rows].sum())
        if not n:
            continue
        sums = [
            float((getattr(counts, one)[rows] * counts.n[rows]).sum())
            for one in ("recency", "frequency", "money")
        ]
        revenue = sums[2] / MONEY
        found.append(RfmSegment(name, n, n / total, sums[0] / n, sums[1] / n, revenue / n, revenue))
    return tuple(found)


def _fifths(values: Whole, n: Whole) -> Whole:
    """Grade 1 (lowest) to 5 of each value, by the mean rank of the customers who share it."""
    _, place = np.unique(values, return_inverse=True)
    sizes = np.bincount(place, weights=n).astype(np.int64)
    before = np.cumsum(sizes) - sizes
    # Twice the mean rank, so that the comparison stays in whole numbers.
    doubled = 2 * before + sizes + 1
    grades = -(-doubled * GRADES // (2 * sizes.sum()))
    return np.asarray(np.clip(grades, 1, GRADES)[place], np.int64)


def _name(recency: int, frequency: int) -> str:
    return next(
        name
        for name, (r_low, r_high), (f_low, f_high) in SEGMENTS
        if r_low <= recency <= r_high and f_low <= frequency <= f_high
    )


@dataclass(frozen=True, slots=True)
class RfmFlow:
    """Customers by their segment on two days: (before, after) to customers.

    Before is empty for customers who first bought between the days.
    """

    moved: dict[tuple[str, str], int]


def rfm_flow(before: RfmCounts, after: RfmCounts) -> RfmFlow:
    """Who moved from which segment to which.

    Args:
        before: one row a customer, as of the earlier day.
        after: one row a customer, as of the later day; holds all customers of `before`.

    Raises:
        ValueError: one of them has no customer ids.
    """
    if before.customers is None or after.customers is None:
        raise ValueError("A flow needs one row a customer on both days.")
    was = dict(zip(before.customers, rfm_grades(before).segment, strict=True))
    moved: dict[tuple[str, str], int] = {}
    for customer, now in zip(after.customers, rfm_grades(after).segment, strict=True):
        key = (was.get(customer, ""), now)
        moved[key] = moved.get(key, 0) + 1
    return RfmFlow(moved)
