"""Charts of value beyond the present customers: cohorts, new customers, what if."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.purchase_words import (
    limits_line,
    money_form,
    unit_singular,
    value_method,
    waiting,
)
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import SMALL, Look
from cxlib.charts.time_words import span
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
        axis=Axis(say("Value per customer"), 0, None, money_form(value.mean)),
        subtitle=limits_line(look, limits),
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
            *(
                (say("Hollow points rest on fewer than {n} customers.", n=SMALL),)
                if any(point.hollow for point in points)
                else ()
            ),
            *waiting(limits),
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


def new_customer_value(
    one: NewCustomer, value: ValueEstimate, look: Look, *, unit: str, cost: float | None
) -> Chart:
    """Margin expected of a new customer over time, and the cost of winning one.

    Args:
        one: what is expected of a new customer.
        value: the values of present customers, for the terms.
        look: names and level.
        unit: time unit of the horizon.
        cost: of winning a customer, in the currency; None where unknown.
    """
    stride = max(1, one.units.size // MOST_POINTS)
    places = sorted({*range(0, one.units.size, stride), one.units.size - 1})
    return Chart(
        kind=Kind.STEPS,
        title=_pay_back(one, cost, unit),
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
        axis=Axis(say("Discounted margin so far"), 0, None, money_form(one.worth)),
        x_axis=Axis(
            say("Time since the first purchase ({unit})", unit=unit_name(unit)),
            0,
            float(one.units[-1]),
            ",.0f",
        ),
        subtitle=look.subtitle() if one.low is not None else look.selection,
        method=say(
            "The first purchase counts at once, repeat purchases as the model expects them of a "
            "customer without history, each at the mean amount of Gamma-Gamma. Limits: parameters "
            "drawn from the fits' normal approximation (Krinsky & Robb, 1986); they hold for the "
            "average new customer and take new customers to be like past ones."
        ),
        source=look.source,
        level=look.level,
        lines=() if cost is None else (Line(cost, say("Cost of winning one")),),
        notes=(_assumed(value, unit), *_paid_between(one, cost, unit)),
    )


def _assumed(value: ValueEstimate, unit: str) -> str:
    """The terms that were entered, in a sentence."""
    return say(
        "Assumed: a margin of {margin}, a discount of {discount} a year, {time} from the first "
        "purchase.",
        margin=number(value.margin, ".0%"),
        discount=number(value.discount, ".1%"),
        time=span(value.horizon, unit),
    )


def _paid_between(one: NewCustomer, cost: float | None, unit: str) -> tuple[str, ...]:
    """When the cost is paid back by the limits of the value."""
    if cost is None or one.low is None:
        return ()
    early, late = one.break_even_limits(cost)
    if early is None:
        return (say("Not even by the upper limit is the cost paid back in this horizon."),)
    if late is None:
        return (
            say(
                "By the limits of the value the cost is paid back after {early} at the earliest, "
                "and perhaps not in this horizon.",
                early=span(early, unit),
            ),
        )
    return (
        say(
            "By the limits of the value the cost is paid back after {early} at the earliest and "
            "{late} at the latest.",
            early=span(early, unit),
            late=span(late, unit),
        ),
    )


def _pay_back(one: NewCustomer, cost: float | None, unit: str) -> str:
    if cost is None:
        return say("A new customer is worth {value}", value=number(one.worth, ",.2f"))
    paid = one.break_even(cost)
    if paid is None:
        return say(
            "A new customer does not pay back {cost} within {time}",
            cost=number(cost, ",.2f"),
            time=span(float(one.units[-1]), unit),
        )
    if paid == 0:
        return say(
            "A new customer pays back {cost} with the first purchase", cost=number(cost, ",.2f")
        )
    return say(
        "A new customer pays back {cost} within {time}",
        cost=number(cost, ",.2f"),
        time=span(paid, unit),
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
            say("Customers of the next {time}", time=span(future.units, unit)),
        ),
        series=(Series(say("Value today"), points),),
        axis=Axis(say("Value today"), None if future.value < 0 else 0, None, ",.0f"),
        subtitle=limits_line(look, limits),
        method=value_method(value, unit)
        + " "
        + say(
            "Future customers: so many new ones in each coming {unit}, each worth what a new "
            "customer is worth over a whole horizon of their own, less the cost of winning them, "
            "discounted from the time they come. The limits combine the fewest and the most "
            "arrivals with the limits of a new customer, so they are wider than {level}.",
            unit=unit_singular(unit),
            level=number(look.level, ".0%"),
        ),
        source=look.source,
        n=value.customers,
        level=look.level,
        notes=(*_future_assumed(future, unit), *waiting(limits)),
    )


def _future_assumed(future: FutureCustomers, unit: str) -> tuple[str, str]:
    """Arrivals and cost that the value of future customers rests on."""
    arrivals = (
        say(
            "Assumed: {arrivals} new customers a {unit}.",
            arrivals=number(future.arrivals, ",.0f"),
            unit=unit_singular(unit),
        )
        if future.fewest == future.most
        else say(
            "Assumed: {arrivals} new customers a {unit}, as lately on average (from {fewest} to "
            "{most}).",
            arrivals=number(future.arrivals, ",.1f"),
            fewest=count(future.fewest),
            most=count(future.most),
            unit=unit_singular(unit),
        )
    )
    cost = (
        say("Winning them costs {cost} each, taken off.", cost=number(future.cost, ",.2f"))
        if future.cost
        else say("What it costs to win them is not known and not taken off.")
    )
    return arrivals, cost


def _largest(values: Sequence[Sequence[float | None]]) -> float | None:
    return max((one for row in values for one in row if one is not None), default=None)


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
        axis=Axis(say("Value per customer"), None, None, money_form(_largest(values))),
        x_axis=Axis(say("Horizon ({unit}); rows: discount a year", unit=unit_name(unit))),
        subtitle=look.selection,
        method=say("The same models under other horizons and discounts."),
        source=look.source,
        notes=(
            say(
                "At a margin of {margin}. Values are in proportion to it: half the margin is half "
                "the value.",
                margin=number(margin, ".0%"),
            ),
        ),
    )
