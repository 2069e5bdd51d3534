"""How the fees of customers who stay grow: expansion less contraction, without churn."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from cxlib.columns.numbers import MONEY
from cxlib.metrics.normal import t_of
from cxlib.metrics.revenue import A_YEAR, ROUNDING
from cxlib.stats.revenue import Movement


@dataclass(frozen=True, slots=True)
class Expansion:
    """By how much recurring money of customers who stay grows.

    Attributes:
        value: growth of an average period, a fraction; below 0 they pay less.
        low: lower limit; None where it cannot be told: one customer, or no fee that changed.
        high: upper limit, None as `low`.
        n: customers who stayed, once in each period.
    """

    value: float
    low: float | None
    high: float | None
    n: int

    def yearly(self, period: str) -> Expansion:
        """What it comes to in a year if it goes on so: (1 + growth) to the periods, less 1."""
        power = A_YEAR[period]
        value, low, high = (
            None if one is None else max(0.0, 1 + one) ** power - 1
            for one in (self.value, self.low, self.high)
        )
        return Expansion(value or 0.0, low, high, self.n)


def expansion_of(movement: Movement | None, *, level: float = 0.95) -> Expansion | None:
    """Net expansion of the customers who stayed: what they pay at the end over the start, less 1.

    Customers who were lost count in neither sum, so that churn is left out; NRR has it in. The
    limits are those of a ratio of two sums over customers, with Student's quantile.

    Args:
        movement: of a period; or the sum of several, and customers then count once a period.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        None without fees, or where nobody who paid stayed.

    Source:
        Ratio of sums: Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6.
    """
    money = None if movement is None else movement.money
    if movement is None or money is None or money.start <= money.lost or movement.kept < 1:
        return None
    n, stayed = movement.kept, (money.start - money.lost) / MONEY
    growth = (money.expansion - money.contraction) / MONEY / stayed
    # Of the sums over customers at the start, what remains without the lost, who change by -fee.
    fees = money.start_start - money.lost_lost
    mixed = money.change_start + money.lost_lost
    squared = money.change_change - money.lost_lost
    around = squared - 2 * growth * mixed + growth**2 * fees
    if n < 2 or around <= ROUNDING * money.start_start:
        return Expansion(growth, None, None, n)
    half = t_of(level, n - 1) * sqrt(n / (n - 1) * around) / stayed
    return Expansion(growth, max(-1.0, growth - half), growth + half, n)
