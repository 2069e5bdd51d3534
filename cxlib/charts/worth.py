"""Charts of value beyond the present customers: cohorts, new customers, what if."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import SMALL, Look
from cxlib.charts.spending import value_method
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.models.bootstrap import ValueInterval
from cxlib.models.customer_value import ValueEstimate
from cxlib.models.new_customer import FutureCustomers, NewCustomer

MOST_POINTS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Histories of one cohort: its name, and the place of its limits."""

    name: str
    place: int


def value_by_cohort(
    value: ValueEstimate,
    limits: ValueInterval | None,
    owner: Sequence[int],
    cohorts: Sequence[Place],
    look: Look,
    *,
    unit: str,
) -> Chart:
    """Value still to come per customer, by the period in which customers first bought.

    Args:
        value: values of the histories.
        limits: limits of the cohorts' totals; None while unknown.
        owner: the cohort of each history, as a place in `cohorts`.
        cohorts: names, earliest first.
        look: names and level.
        unit: time unit of the horizon.
    """
    points = _cohort_points(value, limits, owner, cohorts)
    return Chart(
        kind=Kind.LINE,
        title=say("Value still to come, by when customers first bought"),
        labels=tuple(one.name for one in cohorts),
        series=(Series(say("Value per customer"), tuple(points)),),
        axis=Axis(say("Value per customer"), 0, None, ",.0f"),
        subtitle=look.subtitle(),
        method=value_method(value, unit)
        + " "
        + say(
            "Older cohorts hold many who have left, so a lower value does not mean that they "
            "were worse customers."
        ),
        source=look.source,
        n=value.customers,
        level=look.level,
        notes=(
            (say("Hollow points rest on fewer than {n} customers.", n=SMALL),)
            if any(point.hollow for point in points)
            else ()
        ),
    )


def _cohort_points(
    value: ValueEstimate,
    limits: ValueInterval | None,
    owner: Sequence[int],
    cohorts: Sequence[Place],
) -> list[Point]:
    """Mean value of each cohort, with its limits where they are known."""
    places = np.asarray(owner)
    clv = value.clv if value.clv is not None else value.n * 0
    n = np.bincount(places, value.n, len(cohorts))
    total = np.bincount(places, value.n * clv, len(cohorts))
    points = []
    for one in cohorts:
        low, high = (
            (limits.group_low[one.place], limits.group_high[one.place])
            if limits is not None and limits.group_low is not None and limits.group_high is not None
            else (None, None)
        )
        size = float(n[one.place])
        points.append(
            Point(
                float(total[one.place]) / size if size else None,
                None if low is None or not size else float(low) / size,
                None if high is None or not size else float(high) / size,
                int(size),
                hollow=size < SMALL,
            )
        )
    return points


def new_customer_value(one: NewCustomer, look: Look, *, unit: str, cost: float | None) -> Chart:
    """Margin expected of a new customer over time, and the cost of winning one."""
    stride = max(1, one.units.size // MOST_POINTS)
    places = sorted({*range(0, one.units.size, stride), one.units.size - 1})
    paid = None if cost is None else one.break_even(cost)
    notes = []
    if cost is not None and one.low is not None:
        early, late = one.break_even_limits(cost)
        notes.append(
            say(
                "Paid back between {early} and {late} {unit} by the limits of the value.",
                early=number(early, ",d") if early is not None else say("never in this horizon"),
                late=number(late, ",d") if late is not None else say("never in this horizon"),
                unit=unit_name(unit),
            )
        )
    return Chart(
        kind=Kind.STEPS,
        title=_pay_back(one, cost, paid, unit),
        series=(
            Series(
                say("A new customer"),
                tuple(
                    Point(
                        float(one.value[i]),
                        None if one.low is None else float(one.low[i]),
                        None if one.high is None else float(one.high[i]),
                        x=float(one.units[i]),
                    )
                    for i in places
                ),
                tone="accent",
                smooth=True,
            ),
        ),
        axis=Axis(say("Discounted margin so far"), 0, None, ",.0f"),
        x_axis=Axis(
            say("Time since the first purchase ({unit})", unit=unit_name(unit)),
            0,
            float(one.units[-1]),
            ",.0f",
        ),
        subtitle=look.subtitle(),
        method=say(
            "The first purchase counts at once, repeat purchases as the model expects them of a "
            "customer without history, each at the mean amount of Gamma-Gamma. Limits: parameters "
            "drawn from the fits' normal approximation (Krinsky & Robb, 1986); they hold for the "
            "average new customer and take new customers to be like past ones."
        ),
        source=look.source,
        level=look.level,
        lines=() if cost is None else (Line(cost, say("Cost of winning one")),),
        notes=tuple(notes),
    )


def _pay_back(one: NewCustomer, cost: float | None, paid: int | None, unit: str) -> str:
    if cost is None:
        return say("A new customer is worth {value}", value=number(one.worth, ",.0f"))
    if paid is None:
        return say(
            "A new customer does not pay back {cost} within {time} {unit}",
            cost=number(cost, ",.0f"),
            time=number(float(one.units[-1]), ",.0f"),
            unit=unit_name(unit),
        )
    if paid == 0:
        return say(
            "A new customer pays back {cost} with the first purchase", cost=number(cost, ",.0f")
        )
    return say(
        "A new customer pays back {cost} within {time} {unit}",
        cost=number(cost, ",.0f"),
        time=number(paid, ",d"),
        unit=unit_name(unit),
    )


def equity(
    value: ValueEstimate,
    limits: ValueInterval | None,
    future: FutureCustomers,
    look: Look,
    *,
    unit: str,
) -> Chart:
    """What present customers and those still to be won are worth today."""
    low, high = (limits.total_low, limits.total_high) if limits else (None, None)
    points = (
        Point(value.total, low, high, value.customers),
        Point(future.value, future.low, future.high),
    )
    return Chart(
        kind=Kind.INTERVALS,
        title=say("What present and future customers are worth today"),
        labels=(
            say("Present customers"),
            say(
                "Customers of the next {n} {unit}",
                n=count(future.units),
                unit=unit_name(unit),
            ),
        ),
        series=(Series(say("Value today"), points),),
        axis=Axis(say("Value today"), 0, None, ",.0f"),
        subtitle=look.subtitle(),
        method=value_method(value, unit)
        + " "
        + say(
            "Future customers: as many new ones in each of the coming {unit} as lately on average "
            "({arrivals}, from {fewest} to {most}), each worth what a new customer is worth, "
            "discounted from the time they come. Its limits combine the fewest and the most "
            "arrivals with the limits of a new customer, so they are wider than {level}. Each "
            "future customer is valued over a whole horizon of their own, and what it costs to win "
            "them is not taken off.",
            unit=unit_name(unit),
            arrivals=number(future.arrivals, ",.1f"),
            fewest=count(future.fewest),
            most=count(future.most),
            level=number(look.level, ".0%"),
        ),
        source=look.source,
        n=value.customers,
        level=look.level,
    )


def what_if(
    values: Sequence[Sequence[float | None]],
    discounts: Sequence[float],
    horizons: Sequence[int],
    look: Look,
    *,
    unit: str,
    margin: float,
) -> Chart:
    """Value per customer by discount and horizon.

    Args:
        values: one row a discount, one column a horizon, in the currency.
        discounts: rates a year, fractions.
        horizons: units.
        look: names.
        unit: time unit of the horizons.
        margin: share of the amounts that is earned; values are in proportion to it.
    """
    return Chart(
        kind=Kind.HEAT,
        title=say("What the assumptions do: value per customer"),
        labels=tuple(number(one, ",d") for one in horizons),
        series=tuple(
            Series(number(rate, ".0%"), tuple(Point(one) for one in row))
            for rate, row in zip(discounts, values, strict=True)
        ),
        axis=Axis(say("Value per customer"), None, None, ",.0f"),
        x_axis=Axis(say("Horizon ({unit}); rows: discount a year", unit=unit_name(unit))),
        subtitle=look.selection,
        method=say(
            "The same models under other terms. At a margin of {margin}; a value is in proportion "
            "to the margin, so half the margin is half the value.",
            margin=number(margin, ".0%"),
        ),
        source=look.source,
    )
