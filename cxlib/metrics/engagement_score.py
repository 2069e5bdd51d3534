"""An engagement score by stated rules, checked against who came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption
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
class ScoreCheck:
    """How well a score tells who comes back.

    Attributes:
        bands: customers by score, lowest first.
        concordance: chance that of two customers, one who came back and one who did not, the
            first has the higher score (equal scores count half): 0.5 tells nothing, 1 all; None
            where all or none came back.
    """

    bands: tuple[ScoreBand, ...]
    concordance: float | None


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
        Limits: Wilson, JASA 22, 1927. Concordance: Hanley & McNeil, Radiology 143, 1982.
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
    return ScoreCheck(bands, _concordance(bands))


def _holds(rule: ScoreRule, facts: Sequence[int]) -> bool:
    value = facts[FACTS.index(rule.fact)]
    above = rule.low is None or value >= rule.low
    return above and (rule.high is None or value <= rule.high)


def _concordance(bands: Sequence[ScoreBand]) -> float | None:
    back = np.array([band.back for band in bands], float)
    gone = np.array([band.n - band.back for band in bands], float)
    pairs = back.sum() * gone.sum()
    if not pairs:
        return None
    lower = np.concatenate([[0.0], np.cumsum(gone)[:-1]])
    return float((back * (lower + gone / 2)).sum() / pairs)
