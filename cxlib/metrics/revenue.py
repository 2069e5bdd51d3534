"""Rates of a period: who stayed, and what of the recurring money stayed with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import sqrt
from operator import add

from cxlib.columns.numbers import MONEY
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.control_chart import ControlChart, xmr
from cxlib.metrics.normal import t_of, two_sided
from cxlib.metrics.shares import share_difference, wilson
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.revenue import Money, Movement, RevenueBook
from cxlib.stats.scores import ScoreCounts

A_YEAR = {"month": 12, "quarter": 4, "year": 1}
"""Periods in a year."""
LAST = 12
"""Finished periods that make an average, as far as there are so many."""
ROUNDING = 1e-12
"""Spread, as a share of the squared money, below which it is none but rounding."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate as a fraction, with its limits and the customers at the start that it rests on.

    Limits are None where they cannot be told: one customer, or nothing that changed.
    """

    value: float
    low: float | None
    high: float | None
    n: int

    @property
    def rest(self) -> Rate:
        """One less the rate: churn from retention."""
        low = None if self.high is None else 1 - self.high
        high = None if self.low is None else 1 - self.low
        return Rate(1 - self.value, low, high, self.n)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one period, or of several pooled; None without anything at the start.

    Attributes:
        movement: what they are computed from.
        retention: customers kept, of those at the start (logo retention).
        gross: recurring money kept of that at the start, what customers pay more not counted (GRR).
        net: recurring money of the customers at the start, at the end, of that at the start (NRR).
        quick: money that came in (new, returned, expansion) for each unit that went out (lost,
            contraction); None where none went out, or without fees.
    """

    movement: Movement
    retention: Rate | None
    gross: Rate | None
    net: Rate | None
    quick: float | None


@dataclass(frozen=True, slots=True)
class SegmentRates:
    """A segment value's pooled rates, each tested against all other values together.

    Attributes:
        group: whose.
        rates: pooled over the last finished periods.
        p_values: of retention, gross and net being those of the rest; None where not testable.
        p_adjusted: after Benjamini-Hochberg over the values of the column, each rate on its own.
    """

    group: Group
    rates: Rates
    p_values: tuple[float | None, float | None, float | None]
    p_adjusted: tuple[float | None, float | None, float | None]


def rates(movement: Movement, *, level: float = 0.95) -> Rates:
    """Retention, GRR and NRR of the customers at the start, with limits.

    New and returned customers are in no numerator. Limits of retention are Wilson's. GRR and NRR
    are ratios of two sums over customers, and their limits are those of a ratio: the spread of what
    each customer's money did beyond what the ratio says, with Student's quantile. They are cut at
    0, those of GRR at 1 too.

    Args:
        movement: of a period; or the sum of several, and customers then count once a period.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Wilson, JASA 22, 1927. Ratio of sums: Cochran, Sampling Techniques, 3rd edition, 1977,
        chapter 6.
    """
    kept = None
    if movement.start:
        share = movement.kept / movement.start
        kept = Rate(share, *wilson(share, movement.start, level=level), movement.start)
    money = movement.money
    if money is None or not money.start:
        return Rates(movement, kept, None, None, _quick(money))
    t = t_of(level, movement.start - 1) if movement.start > 1 else None
    gross, gross_error = _gross(money, movement.start)
    net, net_error = _net(money, movement.start)
    low, high = _limits(gross, gross_error, t)
    bottom, top = _limits(net, net_error, t)
    return Rates(
        movement=movement,
        retention=kept,
        gross=Rate(gross, low, None if high is None else min(1.0, high), movement.start),
        net=Rate(net, bottom, top, movement.start),
        quick=_quick(money),
    )


def pooled(movements: Sequence[Movement]) -> Movement | None:
    """Several periods as one, for the rates of an average period; None for none.

    Customers count once in each period in which they were there at the start, as if periods of one
    customer were those of several.
    """
    return reduce(add, movements) if movements else None


def bridged(movements: Sequence[Movement]) -> Movement | None:
    """From the start of the first period to the end of the last; None for none.

    Movements are added up, so that who was lost and came back counts as lost and as returned. Not
    for a segment whose customers change their value from one period to the next.
    """
    whole = pooled(movements)
    if whole is None:
        return None
    money, first = whole.money, movements[0]
    if money is not None and first.money is not None:
        money = replace(money, start=first.money.start)
    return replace(whole, start=first.start, money=money)


def finished(
    book: RevenueBook, group: Group = TOTAL, *, last: int | None = None
) -> tuple[Movement, ...]:
    """A group's movements in the finished periods, or in the last few of them."""
    every = zip(book.periods, book.of(group.column, group.value), strict=True)
    found = tuple(movement for span, movement in every if span.finished)
    return found if last is None else found[-last:]


def annual(rate: Rate, period: str) -> Rate:
    """What a rate comes to in a year if it stays as it is: the rate to the power of the periods.

    That holds only if customers leave at one constant rate. Those who stay are the more loyal ones,
    so the true yearly rate is often higher; Kaplan-Meier needs no such assumption.
    """
    power = A_YEAR[period]
    low, high = (None if one is None else one**power for one in (rate.low, rate.high))
    return Rate(rate.value**power, low, high, rate.n)


def segment_rates(
    book: RevenueBook, column: str, *, last: int, level: float = 0.95
) -> tuple[SegmentRates, ...]:
    """Every segment value's rates over the last finished periods, tested against the rest.

    Retention is tested by the N-1 chi-square, GRR and NRR by the difference over its standard
    error. A customer is in one value a period, so the groups do not overlap.

    Args:
        book: movements of the column's values.
        column: the segment column.
        last: how many of the last finished periods.
        level: confidence level of the limits.

    Source:
        Campbell, Statistics in Medicine 26, 2007; Benjamini & Hochberg, JRSS B 57(1), 1995.
    """
    parts = {
        Group(column, value): pooled(finished(book, Group(column, value), last=last))
        for value in book.values(column)
    }
    known = {group: part for group, part in parts.items() if part is not None and part.start}
    if not known:
        return ()
    raw = [
        _differences(part, [other for one, other in known.items() if one != group])
        for group, part in known.items()
    ]
    adjusted = list(zip(*(benjamini_hochberg(one) for one in zip(*raw, strict=True)), strict=True))
    return tuple(
        SegmentRates(group, rates(part, level=level), mine, _three(after))
        for (group, part), mine, after in zip(known.items(), raw, adjusted, strict=True)
    )


def churn_chart(book: RevenueBook) -> tuple[ControlChart, tuple[int, ...]]:
    """Logo churn of all customers with XmR limits, and the places of its periods in the book.

    Periods in which nobody was there at the start have no churn and are left out.
    """
    every = zip(book.periods, book.of(), strict=True)
    known = [(i, m, span) for i, (span, m) in enumerate(every) if m.start]
    values = [movement.lost / movement.start for _, movement, _ in known]
    unfinished = bool(known) and not known[-1][2].finished
    return xmr(values, unfinished=unfinished), tuple(place for place, _, _ in known)


def _gross(money: Money, n: int) -> tuple[float, float | None]:
    share = (money.contraction + money.lost) / money.start
    return 1 - share, _error(share, money, n, (money.loss_start, money.loss_loss))


def _net(money: Money, n: int) -> tuple[float, float | None]:
    change = (money.kept - money.start) / money.start
    return 1 + change, _error(change, money, n, (money.change_start, money.change_change))


def _error(ratio: float, money: Money, n: int, products: tuple[float, float]) -> float | None:
    """Standard error of a ratio of sums; None for one customer, or without any spread.

    The ratios are those of what was lost or changed: most customers have 0 there, so that little is
    cancelled.
    """
    mixed, squared = products
    around = squared - 2 * ratio * mixed + ratio**2 * money.start_start
    if n < 2 or around <= ROUNDING * ratio**2 * money.start_start:
        return None
    return sqrt(n / (n - 1) * around) / (money.start / MONEY)


def _limits(
    value: float, error: float | None, quantile: float | None
) -> tuple[float | None, float | None]:
    if error is None or quantile is None:
        return None, None
    return max(0.0, value - quantile * error), value + quantile * error


def _quick(money: Money | None) -> float | None:
    if money is None:
        return None
    out = money.contraction + money.lost
    return (money.new + money.returned + money.expansion) / out if out else None


def _differences(
    one: Movement, others: Sequence[Movement]
) -> tuple[float | None, float | None, float | None]:
    """p-values of retention, GRR and NRR being those of the others together."""
    rest = pooled(others)
    if rest is None:
        return None, None, None
    stayed = tuple(ScoreCounts.plain((part.lost, part.kept)) for part in (one, rest))
    logo = share_difference(stayed[0], stayed[1], box=(1, 1))
    money = (one.money, rest.money)
    if money[0] is None or money[1] is None or not (money[0].start and money[1].start):
        return logo, None, None
    sizes = (one.start, rest.start)
    gross = [_gross(part, n) for part, n in zip(money, sizes, strict=True) if part]
    net = [_net(part, n) for part, n in zip(money, sizes, strict=True) if part]
    return logo, _apart(gross), _apart(net)


def _apart(pair: Sequence[tuple[float, float | None]]) -> float | None:
    (one, error), (other, other_error) = pair
    if error is None or other_error is None:
        return None
    return two_sided((one - other) / sqrt(error**2 + other_error**2))


def _three(found: Sequence[float | None]) -> tuple[float | None, float | None, float | None]:
    one, two, three = found
    return one, two, three
