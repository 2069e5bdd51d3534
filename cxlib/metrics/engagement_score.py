"""An engagement score by stated rules, checked against who came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.metrics.shares import wilson
from cxlib.stats.habits import FACTS, Habits


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """Points for a fact about a customer in the window.

    Attributes:
        fact: one of `FACTS`: active_days, events, kinds, idle_days.
        low: points are given from this value on; high: up to this value; None for no end.
        points: how many; may be negative.
    """

    fact: str
    points: int
    low: int | None = None
    high: int | None = None


DEFAULT_RULES = (
    ScoreRule("active_days", 20, low=2),
    ScoreRule("active_days", 20, low=5),
    ScoreRule("events", 20, low=10),
    ScoreRule("kinds", 20, low=3),
    ScoreRule("idle_days", 20, high=6),
)
"""0 to 100 points; which facts count, and from where on, is for the analyst to say."""


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """Customers with one score.

    Attributes:
        score: their points; n: how many; back: those who came back.
        share: back / n, a fraction; low: lower Wilson limit; high: upper.
    """

    score: int
    n: int
    back: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """Customers with a score from `first` to `last`, and their share that came back."""

    first: int
    last: int
    share: ScoreBand


@dataclass(frozen=True, slots=True)
class ScoreCheck:
    """How well a score tells who comes back.

    Attributes:
        bands: customers by score, lowest first.
        concordance: chance that of two customers, one who came back and one who did not, the
            first has the higher score (equal scores count half): 0.5 tells nothing, 1 all; None
            where all or none came back.
        low: lower limit of the concordance; high: upper; None where fewer than two came back or
            stayed away, or where every pair is told right.
    """

    bands: tuple[ScoreBand, ...]
    concordance: float | None
    low: float | None
    high: float | None


def check_score(
    habits: Habits, rules: Sequence[ScoreRule] = DEFAULT_RULES, *, level: float = 0.95
) -> ScoreCheck:
    """Score every customer of the window and compare with who came back after it.

    A score is an opinion until it tells something that comes later: the share that came back
    should rise from band to band.

    Args:
        habits: what customers did, and whether they came back.
        rules: points for facts; they add up.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: there is no rule, or one about a fact that is not known.

    Source:
        Limits of shares: Wilson, JASA 22, 1927. Concordance: Hanley & McNeil, Radiology 143, 1982;
        its variance: DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988.
    """
    wrong = [rule.fact for rule in rules if rule.fact not in FACTS]
    if wrong or not rules:
        found = f"'{wrong[0]}'" if wrong else "none"
        raise BadOption(f"A rule of the score needs one of {', '.join(FACTS)}; there is {found}.")
    totals: dict[int, list[int]] = {}
    for facts, back, n in habits.rows:
        score = sum(rule.points for rule in rules if _holds(rule, facts))
        pair = totals.setdefault(score, [0, 0])
        pair[0] += n
        pair[1] += n * back
    bands = tuple(
        ScoreBand(score, n, back, back / n, *wilson(back / n, n, level=level))
        for score, (n, back) in sorted(totals.items())
    )
    return ScoreCheck(bands, *_concordance(bands, level))


def pooled(bands: Sequence[ScoreBand], most: int, *, level: float = 0.95) -> tuple[Band, ...]:
    """Bands of one score each, or of equal ranges of scores where there are more than `most`.

    Args:
        bands: customers by score, lowest first.
        most: how many bands are wanted at most.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    if len(bands) <= most:
        return tuple(Band(one.score, one.score, one) for one in bands)
    lowest = bands[0].score
    wide = -(-(bands[-1].score - lowest + 1) // most)
    found: list[Band] = []
    for first in range(lowest, bands[-1].score + 1, wide):
        inside = [one for one in bands if first <= one.score < first + wide]
        n, back = sum(one.n for one in inside), sum(one.back for one in inside)
        if n:
            limits = wilson(back / n, n, level=level)
            found.append(
                Band(first, first + wide - 1, ScoreBand(first, n, back, back / n, *limits))
            )
    return tuple(found)


def _holds(rule: ScoreRule, facts: Sequence[int]) -> bool:
    value = facts[FACTS.index(rule.fact)]
    above = rule.low is None or value >= rule.low
    return above and (rule.high is None or value <= rule.high)


def _concordance(
    bands: Sequence[ScoreBand], level: float
) -> tuple[float | None, float | None, float | None]:
    """The chance that who came back scores higher, and its limits."""
    back = np.array([band.back for band in bands], float)
    gone = np.array([band.n - band.back for band in bands], float)
    if not back.sum() * gone.sum():
        return None, None, None
    above = _share_below(gone)  # of those gone, who score less than each band
    under = 1 - _share_below(back)  # of those back, who score more
    found = float((back * above).sum() / back.sum())
    if min(back.sum(), gone.sum()) < 2:
        return found, None, None
    variance = 0.0
    for n, share in ((back, above), (gone, under)):
        spread = float((n * (share - found) ** 2).sum() / (n.sum() - 1))
        variance += spread / float(n.sum())
    if not variance:
        return found, None, None
    half = z_of(level) * sqrt(variance)
    return found, max(0.0, found - half), min(1.0, found + half)


def _share_below(n: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of `n` in lower bands, half of those in the same band added; shape (bands,)."""
    share: NDArray[np.float64] = (np.cumsum(n) - n / 2) / n.sum()
    return share
