"""How many answers a score needs, and what the answers at hand can tell."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.metrics.nps import DETRACTORS, PROMOTERS
from cxlib.stats.scores import ScoreCounts

WORST_NPS, WORST_SHARE = 1.0, 0.25
"""Largest variance of one answer: half promoters and half detractors; half good answers."""
POWER = 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """What a wanted precision needs.

    Attributes:
        answers: answers, before rounding up.
        invitations: invitations at the expected response rate, rounded up.
    """

    answers: float
    invitations: int

    @property
    def needed(self) -> int:
        """Whole answers."""
        return rounded_up(self.answers)


def one_variance(scores: ScoreCounts, *, box: tuple[int, int] | None) -> float | None:
    """The variance of one answer, weights included: P + D - (P - D)^2, or p (1 - p).

    Args:
        scores: answers.
        box: scores that count as good; None for NPS.

    Returns:
        From 0 to 1 for NPS, to 0.25 for a share; None without answers.
    """
    if scores.weight <= 0:
        return None
    if box is not None:
        good = scores.weight_between(*box) / scores.weight
        return good * (1 - good)
    up, down = (scores.weight_between(*one) / scores.weight for one in (PROMOTERS, DETRACTORS))
    return up + down - (up - down) ** 2


def answers_needed(
    half: float, *, variance: float, level: float = 0.95, population: int | None = None
) -> float:
    """Answers for an interval of so much to either side, before rounding up.

    Args:
        half: half-width, a fraction (5 points of NPS are 0.05).
        variance: of one answer, above 0.
        level: confidence level.
        population: customers in all, where that is known and every one could answer.

    Raises:
        BadOption: a half-width that is not between 0 and 1, or a population of no one.

    Source:
        n = z^2 V / h^2, and with N customers N n / (N - 1 + n): Cochran, Sampling Techniques, 3rd
        edition 1977, section 4.
    """
    _positive(half, "The half-width")
    n = z_of(level) ** 2 * variance / half**2
    if population is None:
        return n
    if population < 1:
        raise BadOption(f"The number of customers is {population}; it has to be at least 1.")
    return population * n / (population - 1 + n)


def half_width(
    n: float, *, variance: float, level: float = 0.95, population: int | None = None
) -> float:
    """The half-width of the interval of `n` answers, a fraction.

    Args:
        n: (effective) answers, above 0, at most `population`.
        variance: of one answer.
        level: confidence level.
        population: customers in all; None where it is unknown or very large.

    Source:
        Cochran, Sampling Techniques, 3rd edition 1977, section 2.
    """
    finite = 1.0
    if population is not None and population > 1:
        finite = max(0.0, (population - n) / (population - 1))
    return z_of(level) * sqrt(variance / n * finite)


def planned(
    half: float,
    *,
    variance: float,
    rate: float,
    level: float = 0.95,
    population: int | None = None,
) -> Plan:
    """Answers for a half-width, and invitations at a response rate.

    Args:
        half: half-width, a fraction.
        variance: of one answer.
        rate: expected share of invitations that are answered, above 0.
        level: confidence level.
        population: customers in all; None for no limit.

    Raises:
        BadOption: a rate or half-width out of range.
    """
    _positive(rate, "The response rate")
    answers = answers_needed(half, variance=variance, level=level, population=population)
    return Plan(answers, rounded_up(rounded_up(answers) / rate))


def rounded_up(answers: float) -> int:
    """Whole answers; a billionth over is floating point and no further answer."""
    return ceil(answers * (1 - 1e-9))


def answers_to_detect(
    difference: float, *, variance: float, level: float = 0.95, power: float = POWER
) -> float:
    """Answers in each of two equal groups to detect a difference, before rounding up.

    Args:
        difference: the true difference, a fraction.
        variance: of one answer, alike in both groups.
        level: 1 less the two-sided significance level.
        power: the chance of finding the difference where it is there.

    Raises:
        BadOption: a difference or power that is not between 0 and 1.

    Source:
        Normal approximation, 2 V (z_level + z_power)^2 / d^2: Fleiss, Levin & Paik, Statistical
        Methods for Rates and Proportions, 3rd edition 2003, chapter 4.
    """
    _positive(difference, "The difference")
    return 2 * variance * _reach(level, power) ** 2 / difference**2


def detectable(
    one: float, other: float, *, variance: float, level: float = 0.95, power: float = POWER
) -> float:
    """The smallest difference that groups of these sizes detect with this power, a fraction.

    Args:
        one: (effective) answers in one group, above 0.
        other: in the other.
        variance: of one answer, alike in both.
        level: 1 less the two-sided significance level.
        power: the chance of finding it.

    Source:
        As `answers_to_detect`, solved for the difference.
    """
    return _reach(level, power) * sqrt(variance * (1 / one + 1 / other))


def _reach(level: float, power: float) -> float:
    if not 0.5 <= power < 1:
        raise BadOption(f"The power is {power:g}; it has to lie between 0.5 and 1, such as 0.8.")
    return z_of(level) + NormalDist().inv_cdf(power)


def _positive(value: float, name: str) -> None:
    if not 0 < value <= 1:
        raise BadOption(f"{name} is {value:g}; it has to be more than 0 and at most 1 (100 %).")
