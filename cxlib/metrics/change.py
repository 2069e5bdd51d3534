"""How a score moved between two times, with limits of the change."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from cxlib.errors import NotEnoughData
from cxlib.metrics.normal import two_sided, z_of
from cxlib.metrics.nps import Nps, nps, score_and_error
from cxlib.metrics.shares import BoxScore, box_score, share_difference, wilson
from cxlib.stats.scores import ScoreCounts


@dataclass(frozen=True, slots=True)
class Change:
    """A score before and after.

    Attributes:
        before: the earlier score; after: the later one.
        value: after less before: points for NPS, a fraction for a share.
        low: lower limit of the change; high: upper limit; None where they are not known.
        p_value: two-sided, of no change; None where it is not known.
    """

    before: Nps | BoxScore
    after: Nps | BoxScore
    value: float
    low: float | None
    high: float | None
    p_value: float | None


def nps_change(before: ScoreCounts, after: ScoreCounts, *, level: float = 0.95) -> Change:
    """How NPS moved, in points, with limits around the difference of the adjusted scores.

    Raises:
        NotEnoughData: one of the two has no answers.

    Source:
        Sauro & Lewis, Quantifying the User Experience, 2nd edition 2016, on scores adjusted by
        Rocks, The American Statistician 70(4), 2016.
    """
    _both(before, after)
    one, other = nps(before, level=level), nps(after, level=level)
    value = other.score - one.score
    first, second = score_and_error(before), score_and_error(after)
    if first is None or second is None:
        return Change(one, other, value, None, None, None)
    gap, error = second[0] - first[0], sqrt(first[1] + second[1])
    if error == 0:
        return Change(one, other, value, None, None, None)
    half = z_of(level) * error
    limits = (max(-200.0, 100 * (gap - half)), min(200.0, 100 * (gap + half)))
    return Change(one, other, value, *limits, two_sided(gap / error))


def share_change(
    before: ScoreCounts, after: ScoreCounts, *, box: tuple[int, int], level: float = 0.95
) -> Change:
    """How the share of good answers moved, a fraction, with hybrid score limits.

    Raises:
        NotEnoughData: one of the two has no answers.

    Source:
        Newcombe, Statistics in Medicine 17:873, 1998, method 10; p-value as `share_difference`.
    """
    _both(before, after)
    one, other = (box_score(counts, box=box, level=level) for counts in (before, after))
    value = other.share - one.share
    low_1, high_1 = wilson(one.share, one.n_eff, level=level)
    low_2, high_2 = wilson(other.share, other.n_eff, level=level)
    low = value - sqrt((other.share - low_2) ** 2 + (high_1 - one.share) ** 2)
    high = value + sqrt((high_2 - other.share) ** 2 + (one.share - low_1) ** 2)
    return Change(one, other, value, low, high, share_difference(after, before, box=box))


def _both(before: ScoreCounts, after: ScoreCounts) -> None:
    for counts, name in ((before, "before"), (after, "after")):
        if counts.weight <= 0:
            raise NotEnoughData(
                f"The change of a score (the time {name})",
                have=0,
                need=1,
                unit="answer",
                hint="Choose longer times, or another day.",
            )
