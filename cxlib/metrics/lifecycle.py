"""Comings and goings of customers, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cxlib.metrics.periods import later_start
from cxlib.metrics.shares import wilson
from cxlib.stats.activity_days import PeriodMoves


@dataclass(frozen=True, slots=True)
class Moves:
    """Customers of one period by where they come from.

    Attributes:
        period: first day of the period.
        new: active for the first time in the data.
        returning: active in the period before, too.
        resurrected: active before, but not in the period before.
        dormant: active in the period before, but not in this one; None in the first period.
        quick_ratio: (new + resurrected) / dormant; None where nobody became dormant.
        whole: whether the data last to the end of the period.
        quick_low: lower limit of the quick ratio; quick_high: upper limit; None as the ratio.
    """

    period: date
    new: int
    returning: int
    resurrected: int
    dormant: int | None
    quick_ratio: float | None
    whole: bool
    quick_low: float | None = None
    quick_high: float | None = None


def quick_limits(won: int, lost: int, *, level: float = 0.95) -> tuple[float, float] | None:
    """Limits of customers won for each one lost; None where nobody was lost.

    Of those who came or went the share that came is a share like any other; its Wilson limits
    are turned into a ratio.

    Source:
        Przyborowski & Wilenski, Biometrika 31, 1940 (two counts given their sum); Wilson, JASA 22,
        1927.
    """
    if not lost:
        return None
    share = won / (won + lost)
    low, high = wilson(share, won + lost, level=level)
    return low / (1 - low), high / (1 - high)


def customers_seen(moves: PeriodMoves) -> int:
    """Different customers in all periods together."""
    return sum(n for _, offset, _, _, n in moves.moves if offset == 0)


def lifecycle(
    moves: PeriodMoves, *, period: str, first: date, last: date, level: float = 0.95
) -> tuple[Moves, ...]:
    """New, returning, resurrected and dormant customers of every period of the data.

    Who was there before the data begin counts as new when first seen.

    Args:
        moves: active customers by period, counted for the same periods.
        period: day, week, month, quarter or year.
        first: first day of the first period.
        last: last day of the data.
        level: confidence level of the limits of the quick ratio.
    """
    came: dict[date, list[int]] = {}
    left: dict[date, int] = {}
    for begin, offset, how, gone, n in moves.moves:
        start = later_start(begin, period, offset)
        came.setdefault(start, [0, 0, 0])[how] += n
        if gone:
            left[start] = left.get(start, 0) + n
    rows = []
    start, before = first, None
    while start <= last:
        new, returning, resurrected = came.get(start, [0, 0, 0])
        dormant = None if before is None else left.get(before, 0)
        after = later_start(start, period, 1)
        ratio = (new + resurrected) / dormant if dormant else None
        whole = after - timedelta(1) <= last
        limits = quick_limits(new + resurrected, dormant or 0, level=level) or (None, None)
        rows.append(Moves(start, new, returning, resurrected, dormant, ratio, whole, *limits))
        start, before = after, start
    return tuple(rows)
