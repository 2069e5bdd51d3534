"""Groups whose score differs most from everybody else, corrected for having looked at them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.nps import Nps, nps, nps_codes, nps_difference
from cxlib.metrics.repeats import difference_effect, softened
from cxlib.metrics.shares import BoxScore, box_hits, box_score, share_difference
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.score_pairs import ScorePairs, Where
from cxlib.stats.scores import ScoreCounts

FEWEST = 30
"""Answers that a group needs, and that all others together need."""
FEWEST_CUSTOMERS = 10
"""Customers that a group needs where customers answered several times, and that others need."""
RATE = 0.05
"""Share of the groups named that may differ by chance alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A group and how it differs.

    Attributes:
        where: the columns and values that make it.
        result: its score.
        rest: the score of everybody else.
        difference: its score less that of the rest.
        p_value: two-sided, of no difference.
        p_adjusted: Benjamini-Hochberg over all groups looked at.
        beyond: for a pair, whether it differs from the rest of each of its two groups in the same
            direction; True for a single value.
    """

    where: Where
    result: Nps | BoxScore
    rest: Nps | BoxScore
    difference: float
    p_value: float
    p_adjusted: float
    beyond: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found.

    Attributes:
        found: groups with p_adjusted at most `RATE`, the largest differences first.
        looked_at: groups with enough answers, which the correction is for.
        too_small: groups with too few answers, or from too few customers.
        by_customer: whether tests and intervals respect customers who answered several times.
    """

    found: tuple[Found, ...]
    looked_at: int
    too_small: int
    by_customer: bool = False


Customers = Mapping[Where, CustomerSums]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is measured and how it is tested."""

    box: tuple[int, int] | None
    level: float
    fewest: int
    customers: Customers

    def measure(self, counts: ScoreCounts, sums: CustomerSums | None = None) -> Nps | BoxScore:
        if self.box is None:
            return nps(counts, level=self.level, customers=sums)
        return box_score(counts, box=self.box, level=self.level, customers=sums)

    def test(self, where: Where, counts: ScoreCounts, rest: ScoreCounts) -> float | None:
        if self.box is None:
            p_value, worth = nps_difference(counts, rest), nps_codes(counts)
        else:
            p_value = share_difference(counts, rest, box=self.box)
            worth = box_hits(counts, self.box)
        if p_value is None or where not in self.customers:
            return p_value
        whole = self.customers[()].within
        sums = self.customers[where]
        effect = difference_effect(counts, rest, sums=sums, whole=whole, worth=worth)
        return softened(p_value, effect)

    def too_small(self, where: Where, counts: ScoreCounts, rest: ScoreCounts) -> bool:
        """Whether a group or all others together have too few answers, or customers."""
        if min(counts.total, rest.total) < self.fewest:
            return True
        sums = self.customers.get(where)
        return sums is not None and min(sums.customers, sums.elsewhere) < FEWEST_CUSTOMERS


def search(
    pairs: ScorePairs,
    *,
    box: tuple[int, int] | None,
    level: float = 0.95,
    fewest: int = FEWEST,
    customers: Customers | None = None,
) -> Search:
    """Test every value and every pair of values against everybody else.

    All tests together are one family: where no group differs, naming any has a chance of at most
    5 % (Benjamini & Hochberg; the groups overlap, which makes it rather safer than less so). A
    pair is named only where it says more than its parts: it differs from the rest of each.

    Args:
        pairs: histograms.
        box: scores that count as good; None for NPS.
        level: confidence level of the scores' intervals.
        fewest: answers that a group needs.
        customers: sums by customer of each group, and of all answers under (), by which tests and
            intervals respect customers who answered several times; empty where nobody did, None
            where that is not known.
    """
    terms = _Terms(box, level, fewest, customers or {})
    tested: list[tuple[Where, ScoreCounts, float]] = []
    small = 0
    for where, counts in pairs.cells.items():
        rest = pairs.total - counts
        if terms.too_small(where, counts, rest):
            small += 1
            continue
        p_value = terms.test(where, counts, rest)
        if p_value is not None:
            tested.append((where, counts, p_value))
    adjusted = benjamini_hochberg([p for _, _, p in tested])
    found = []
    for (where, counts, p_value), p_adjusted in zip(tested, adjusted, strict=True):
        if p_adjusted is None or p_adjusted > RATE:
            continue
        one = terms.measure(counts, terms.customers.get(where))
        other = terms.measure(pairs.total - counts, _rest(where, terms.customers))
        apart = _value(one) - _value(other)
        more = _beyond(where, pairs.cells, one, apart, terms)
        found.append(Found(where, one, other, apart, p_value, p_adjusted, more))
    named = sorted((one for one in found if one.beyond), key=lambda one: -abs(one.difference))
    return Search(tuple(named), len(tested), small, customers is not None)


def _rest(where: Where, customers: Customers) -> CustomerSums | None:
    """The sums of everybody else."""
    if where not in customers:
        return None
    return customers[where].rest(customers[()].within)


def _beyond(
    where: Where,
    cells: Mapping[Where, ScoreCounts],
    own: Nps | BoxScore,
    apart: float,
    terms: _Terms,
) -> bool:
    """Whether a pair differs from the rest of each of its groups in the direction it does overall.

    Its interval has to lie clear of both.
    """
    if len(where) == 1:
        return True
    for part in where:
        rest = cells[(part,)] - cells[where]
        if rest.total < terms.fewest:
            return False
        other = _value(terms.measure(rest))
        if apart > 0 and not (own.low is not None and own.low > other):
            return False
        if apart < 0 and not (own.high is not None and own.high < other):
            return False
    return True


def _value(result: Nps | BoxScore) -> float:
    return result.score if isinstance(result, Nps) else result.share
