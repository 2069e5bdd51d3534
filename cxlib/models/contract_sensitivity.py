"""What each assumption does to the value of a contract, in closed form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cxlib.errors import BadOption
from cxlib.models.contract_terms import LONGEST, STEEPEST, Terms
from cxlib.models.stay_curve import StayCurve

What = Literal["margin", "churn", "horizon", "discount", "growth"]


@dataclass(frozen=True, slots=True)
class Swing:
    """One assumption moved both ways, the others as they are.

    Attributes:
        what: "margin", "churn", "horizon", "discount" or "growth".
        below: the lower setting; for churn its factor, such as 0.8.
        above: the higher setting.
        at_below: value at the lower setting. at_above: at the higher one.
        beyond: whether the higher horizon lies beyond the longest follow-up while the chosen one
            does not.
    """

    what: What
    below: float
    above: float
    at_below: float
    at_above: float
    beyond: bool = False

    @property
    def width(self) -> float:
        """How far apart the two values are."""
        return abs(self.at_above - self.at_below)


def worth(curve: StayCurve, terms: Terms, *, churn: float = 1.0) -> float:
    """Value of a contract where customers leave at so many times their rate.

    Args:
        curve: how long customers stay, in periods.
        terms: what is paid.
        churn: factor of the rate of leaving at every time, at least 0; 1.1 is a tenth more churn.

    Returns:
        The sum of w S(t)^churn, in the currency of the margin.

    Raises:
        BadOption: the factor is below 0.

    Source:
        Proportional hazards: Cox, JRSS B 34(2), 1972: S(t)^factor.
    """
    if not churn >= 0:
        raise BadOption(f"The factor of churn is {churn:g}; it has to be at least 0, such as 1.1.")
    return float(terms.weights @ curve.survival(terms.times) ** churn)


def sensitivity(
    curve: StayCurve, terms: Terms, *, by: float = 0.2, points: float = 0.05
) -> tuple[Swing, ...]:
    """Move one assumption at a time, the widest effect first.

    Args:
        curve: how long customers stay, in periods.
        terms: the assumptions as chosen.
        by: how much margin, churn and horizon move, as a fraction from 0 to 1 (without 1).
        points: how much discount and growth move, as a fraction a year; neither falls below what
            is possible.

    Raises:
        BadOption: a step is out of range.
    """
    if not (0 < by < 1 and 0 < points < 1):
        raise BadOption("The steps have to lie between 0 and 1, such as 0.2 for 20 %.")
    low, high = 1 - by, 1 + by
    horizons = (max(1, round(terms.horizon * low)), min(LONGEST, round(terms.horizon * high)))
    longer = replace(terms, horizon=horizons[1])
    further = bool(terms.times[-1] <= curve.longest < longer.times[-1])

    def swing(what: What, below: Terms, above: Terms, ends: tuple[float, float]) -> Swing:
        values = worth(curve, below), worth(curve, above)
        return Swing(what, *ends, *values, beyond=further and what == "horizon")

    margins = (terms.margin * low, terms.margin * high)
    discounts = (max(0.0, terms.discount - points), min(1.0, terms.discount + points))
    growths = (max(-0.99, terms.growth - points), min(STEEPEST, terms.growth + points))
    margin = [replace(terms, margin=one) for one in margins]
    discount = [replace(terms, discount=one) for one in discounts]
    growth = [replace(terms, growth=one) for one in growths]
    churn = worth(curve, terms, churn=low), worth(curve, terms, churn=high)
    found = (
        swing("margin", margin[0], margin[1], margins),
        Swing("churn", low, high, *churn),
        swing("horizon", replace(terms, horizon=horizons[0]), longer, horizons),
        swing("discount", discount[0], discount[1], discounts),
        swing("growth", growth[0], growth[1], growths),
    )
    return tuple(sorted(found, key=lambda one: -one.width))


def what_if(
    curve: StayCurve, terms: Terms, *, churns: Sequence[float], discounts: Sequence[float]
) -> tuple[tuple[float, ...], ...]:
    """The value under each factor of churn (rows) and each discount a year (columns)."""
    return tuple(
        tuple(worth(curve, replace(terms, discount=rate), churn=factor) for rate in discounts)
        for factor in churns
    )
