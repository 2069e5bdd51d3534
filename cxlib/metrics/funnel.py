"""Conversion along chosen events: who goes on, who drops off, how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxlib.metrics.backlog import shares_against_rest
from cxlib.metrics.quantiles import counted_quantile, median_limits
from cxlib.metrics.shares import wilson
from cxlib.stats.funnels import StepTimes
from cxlib.stats.groups import Group


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step of a funnel.

    Attributes:
        event: the event.
        customers: customers who reached it.
        dropped: customers of the step before who did not; 0 at the first.
        share: fraction of the customers of the first step, with limits `low` and `high`; None
            without any.
        of_before: fraction of the customers of the step before; None without any.
        median_seconds: median time from the step before; None at the first, and without any.
        quartiles: first and third quartile of that time; None as the median.
        median_low: lower limit of the median; median_high: upper limit; None for too few.
    """

    event: str
    customers: int
    dropped: int
    share: float | None
    low: float | None
    high: float | None
    of_before: float | None
    median_seconds: float | None
    quartiles: tuple[float, float] | None
    median_low: float | None = None
    median_high: float | None = None


def funnel(
    steps: Sequence[str], times: Sequence[StepTimes], *, level: float = 0.95
) -> tuple[FunnelStep, ...]:
    """Conversion, drop-off and times of every step, with Wilson limits.

    Args:
        steps: the events, in order.
        times: customers who reached each, by their time from the step before.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Wilson, JASA 22, 1927 (shares); David & Nagaraja, Order Statistics, 3rd edition 2003,
        section 7.1 (medians).
    """
    rows: list[FunnelStep] = []
    first = times[0].customers
    for place, (event, one) in enumerate(zip(steps, times, strict=True)):
        here = one.customers
        before = rows[-1].customers if rows else here
        low, high = wilson(here / first, first, level=level) if first else (None, None)
        spread = (
            [counted_quantile(one.seconds, one.n, share) for share in (0.25, 0.5, 0.75)]
            if place
            else [None, None, None]
        )
        around = median_limits(one.seconds, one.n, level=level) if place else None
        rows.append(
            FunnelStep(
                event=event,
                customers=here,
                dropped=before - here,
                share=here / first if first else None,
                low=low,
                high=high,
                of_before=here / before if before else None,
                median_seconds=spread[1],
                quartiles=(
                    (spread[0], spread[2])
                    if spread[0] is not None and spread[2] is not None
                    else None
                ),
                median_low=around[0] if around else None,
                median_high=around[1] if around else None,
            )
        )
    return tuple(rows)


def conversions_against_rest(
    times: Mapping[Group, Sequence[StepTimes]],
) -> dict[Group, tuple[float | None, float | None]]:
    """Each group's share that reached the last step against the others: p-value and adjusted.

    Args:
        times: customers at each step by segment value of one column, without the total.
    """
    return shares_against_rest(
        {group: (steps[-1].customers, steps[0].customers) for group, steps in times.items()}
    )
