"""Net Promoter Score with its interval, plain and weighted, and the test of two scores."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from cxlib.errors import NotEnoughData
from cxlib.metrics.normal import two_sided, z_of
from cxlib.metrics.repeats import effective_answers, mean_effect
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.scores import ScoreCounts

PROMOTERS = (9, 10)
PASSIVES = (7, 8)
DETRACTORS = (0, 6)


@dataclass(frozen=True, slots=True)
class Nps:
    """A Net Promoter Score in points.

    Attributes:
        score: share of promoters less share of detractors, -100 to 100.
        low: lower limit in points; None where it cannot be known (one weighted answer).
        high: upper limit in points, likewise.
        n: answers.
        n_eff: effective answers (Kish); equals `n` without weights. Divided by the design effect
            where that is known.
        promoters: answers 9-10, unweighted.
        passives: answers 7-8, unweighted.
        detractors: answers 0-6, unweighted.
        customers: who gave the answers; None where that was not asked.
        design_effect: how much less the answers tell than as many customers would, 1 at least;
            None likewise.
    """

    score: float
    low: float | None
    high: float | None
    n: int
    n_eff: float
    promoters: int
    passives: int
    detractors: int
    customers: int | None = None
    design_effect: float | None = None


def nps(scores: ScoreCounts, *, level: float = 0.95, customers: CustomerSums | None = None) -> Nps:
    """Share of promoters less share of detractors, with its interval.

    Without weights the interval is adjusted Wald. It is centred on an adjusted score, so that for
    a handful of answers it may miss the score itself. With weights it is the linearised Wald
    interval. Both are clipped to -100..100. Where customers answered several times, the interval is
    that of as many answers as tell as much (`effective_answers`).

    Args:
        scores: answers on the 0-10 scale; `scores.counts` has shape (11,).
        level: confidence level, a fraction strictly between 0 and 1.
        customers: sums of the same answers; None counts each answer as another customer's.

    Raises:
        NotEnoughData: the selection holds no answers.
        BadOption: the level is out of range.

    Source:
        9-10 less 0-6: Reichheld, Harvard Business Review 81(12), 2003. Interval (3/4 added to
        each end, 3 to n): Rocks, The American Statistician 70(4), 2016. Weights: Kish, Survey
        Sampling, 1965.
    """
    z = z_of(level)
    if scores.total == 0 or scores.weight <= 0:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("NPS", have=0, need=1, unit="answer", hint=hint)
    promoters, passives, detractors = (
        scores.between(*one) for one in (PROMOTERS, PASSIVES, DETRACTORS)
    )
    score = _net(scores)
    effect = None if customers is None else mean_effect(scores, customers, nps_codes(scores))
    n = scores.n_eff if effect is None else effective_answers(scores, effect, level)
    if scores.weighted:
        variance = _weighted_variance(scores)
        centre = score
        error = None if variance is None else sqrt(variance * (scores.n_eff / n))
    else:
        centre, spread = _adjusted(scores, share=n / scores.n_eff)
        error = sqrt(spread)
    low = None if error is None else max(-100.0, 100 * (centre - z * error))
    high = None if error is None else min(100.0, 100 * (centre + z * error))
    return Nps(
        100 * score,
        low,
        high,
        scores.total,
        scores.n_eff / (1.0 if effect is None else effect.size),
        promoters,
        passives,
        detractors,
        None if customers is None else customers.customers,
        None if effect is None else effect.size,
    )


def nps_codes(scores: ScoreCounts) -> tuple[int, ...]:
    """What an answer with each score adds to the net number: 1, 0 or -1."""
    return tuple(
        1 if score >= PROMOTERS[0] else -1 if score <= DETRACTORS[1] else 0
        for score in range(scores.low, scores.high + 1)
    )


def nps_difference(one: ScoreCounts, other: ScoreCounts) -> float | None:
    """Two-sided p-value of two independent scores being equal; None where that is unknown.

    It is unknown without answers in either, and with weights where no answer differs from another.

    Source:
        Z on adjusted scores: Sauro & Lewis, Quantifying the User Experience, 2nd ed., 2016;
        adjustment: Rocks 2016. With weights, Z on the linearised standard errors.
    """
    if min(one.weight, other.weight) <= 0:
        return None
    weighted = one.weighted or other.weighted
    first, second = (score_and_error(s, weighted=weighted) for s in (one, other))
    if first is None or second is None or first[1] + second[1] == 0:
        return None
    return two_sided((first[0] - second[0]) / sqrt(first[1] + second[1]))


def score_and_error(
    scores: ScoreCounts, *, weighted: bool | None = None
) -> tuple[float, float] | None:
    """The score that comparisons use and its squared standard error, both as fractions.

    Args:
        scores: answers on the 0-10 scale.
        weighted: whether to compare weighted scores; None where the answers decide.

    Returns:
        Rocks' adjusted score, or with weights the weighted one; None for one weighted answer.
    """
    if scores.weighted if weighted is None else weighted:
        spread = _weighted_variance(scores)
        return None if spread is None else (_net(scores), spread)
    return _adjusted(scores)


def _net(scores: ScoreCounts) -> float:
    return (scores.weight_between(*PROMOTERS) - scores.weight_between(*DETRACTORS)) / scores.weight


def _adjusted(scores: ScoreCounts, *, share: float = 1.0) -> tuple[float, float]:
    """Adjusted score and its squared standard error, as fractions, were a share answered."""
    n = scores.total * share + 3
    p, d = ((scores.between(*one) * share + 0.75) / n for one in (PROMOTERS, DETRACTORS))
    return p - d, (p + d - (p - d) ** 2) / n


def _weighted_variance(scores: ScoreCounts) -> float | None:
    """Squared standard error of the weighted score, as a fraction; None for one answer."""
    n = scores.total
    if n < 2:
        return None
    mean = _net(scores)
    total = 0.0
    for code, squares in zip(nps_codes(scores), scores.squares, strict=True):
        total += squares * (code - mean) ** 2
    return n / (n - 1) * total / scores.weight**2
