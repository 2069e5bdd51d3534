"""Customers one by one: the most valuable ones with their limits, and the cells of a list."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Cell, Chart, Kind, Point, Table
from cxlib.charts.purchase_words import money_form, value_method
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.charts.words import count, interval, level_text, number
from cxlib.locale.speak import say
from cxlib.models.customer_limits import CustomerLimits
from cxlib.models.customer_value import ValueEstimate
from cxlib.stats.one_customer import CustomerDays
from cxlib.stats.purchases import Histories, Real

TOP = 25
SPEND_FORM, PURCHASES_FORM, ALIVE_FORM = ",.2f", ",.2f", ".0%"


def top_customers(
    value: ValueEstimate,
    histories: Histories,
    limits: CustomerLimits | None,
    look: Look,
    *,
    unit: str,
    most: int = TOP,
) -> Chart:
    """The most valuable customers with limits and what their value rests on, as a table.

    Args:
        value: values of single customers.
        histories: theirs, with ids.
        limits: of the same customers; None while unknown.
        look: names and level.
        unit: time unit of the horizon.
        most: customers shown.
    """
    worth = value.clv if value.clv is not None else value.purchases
    order = (-worth).argsort(kind="stable")[:most].tolist()
    cells = _columns(value, histories, limits, order, level=look.level, unit=unit)
    shown = [one for one in cells if any(cell is not None for cell in one[2])]
    table = Table(
        tuple(name for name, _, _ in shown),
        tuple(zip(*(column for _, _, column in shown), strict=True)),
        tuple(form for _, form, _ in shown),
    )
    return Chart(
        kind=Kind.TABLE,
        title=(
            say("The {n} customers expected to buy most", n=len(order))
            if value.clv is None
            else say("The {n} most valuable customers", n=len(order))
        ),
        subtitle=look.selection,
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
        table=table,
        notes=()
        if limits is not None
        else (say("Without limits: they are still being computed, or were stopped."),),
    )


def _columns(
    value: ValueEstimate,
    histories: Histories,
    limits: CustomerLimits | None,
    order: list[int],
    *,
    level: float,
    unit: str,
) -> list[tuple[str, str, Sequence[Cell]]]:
    """Name, format and cells of each column of the list of customers."""
    ids = histories.customers or ()
    alive, bought, clv = (
        (None, None, None) if limits is None else (limits.p_alive, limits.purchases, limits.clv)
    )
    said, money = level_text(level), money_form(value.mean)
    return [
        (say("Customer"), "", [ids[i] for i in order]),
        (say("Value"), money, _values(value.clv, order)),
        (say("Value, {level}", level=said), "", _limits_of(clv, order, money)),
        (say("P(alive)"), ALIVE_FORM, _values(value.p_alive, order)),
        (say("P(alive), {level}", level=said), "", _limits_of(alive, order, ALIVE_FORM)),
        (say("Purchases"), PURCHASES_FORM, _values(value.purchases, order)),
        (say("Purchases, {level}", level=said), "", _limits_of(bought, order, PURCHASES_FORM)),
        (say("Expected spend"), SPEND_FORM, _values(value.spend, order)),
        (say("Repeat purchases"), ",d", histories.frequency[order].tolist()),
        (
            say("Since the last ({unit})", unit=unit_name(unit)),
            ",.1f",
            ((histories.age - histories.recency)[order] / value.fit.history_unit).tolist(),
        ),
    ]


def _values(values: Real | None, order: list[int]) -> list[Cell]:
    """The values of some customers; None where they are unknown."""
    return [None] * len(order) if values is None else values[order].tolist()


def _limits_of(limits: Real | None, order: list[int], form: str) -> list[Cell]:
    """Both limits of some customers, each pair in one cell; None where they are unknown."""
    if limits is None:
        return [None] * len(order)
    return [_limits(limits, i, form) for i in order]


def _limits(limits: Real, place: int, form: str) -> str:
    low, high = float(limits[0, place]), float(limits[1, place])
    return interval(Point(None, low, high), form)


def customer_words(
    value: ValueEstimate, limits: CustomerLimits | None, place: int, look: Look, *, unit: str
) -> tuple[str, ...]:
    """What is expected of one customer, in sentences with limits.

    Args:
        value: values of single customers.
        limits: of the same customers; None while unknown.
        place: which of them.
        look: level.
        unit: time unit of the horizon.
    """

    def told(known: float, limited: Real | None, form: str) -> str:
        if limited is None:
            return number(known, form)
        return say(
            "{value} ({level}: {limits})",
            value=number(known, form),
            level=level_text(look.level),
            limits=_limits(limited, place, form),
        )

    found = [
        say(
            "Still a customer with a probability of {p}.",
            p=told(
                float(value.p_alive[place]), None if limits is None else limits.p_alive, ALIVE_FORM
            ),
        ),
        say(
            "Expected in the next {time}: {n} purchases.",
            time=span(value.horizon, unit),
            n=told(
                float(value.purchases[place]), None if limits is None else limits.purchases, ",.2f"
            ),
        ),
    ]
    if value.clv is not None and value.spend is not None:
        found.append(
            say(
                "Expected spend on an order day: {spend}. Value: {value}.",
                spend=number(float(value.spend[place]), SPEND_FORM),
                value=told(
                    float(value.clv[place]), None if limits is None else limits.clv, SPEND_FORM
                ),
            )
        )
    return tuple(found)


def purchases_of(days: CustomerDays, look: Look, *, customer: str) -> Chart:
    """One customer's order days and amounts, the latest first, as a table."""
    rows: list[tuple[Cell, ...]] = [
        (day.isoformat(), amount)
        for day, amount in zip(reversed(days.days), reversed(days.amounts), strict=True)
    ]
    return Chart(
        kind=Kind.TABLE,
        title=say("{customer}: order days", customer=customer),
        subtitle=say(
            "{n} order days, {amount} in all",
            n=count(len(rows)),
            amount=number(sum(days.amounts), SPEND_FORM),
        ),
        source=look.source,
        n=len(rows),
        table=Table((say("Day"), say("Amount")), tuple(rows), ("", SPEND_FORM)),
    )
