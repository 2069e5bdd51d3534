"""Lifetime value from orders: values of the customers in view, with limits in the background."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxlib.charts import spending
from cxlib.charts.chart import Chart, Point
from cxlib.charts.purchase_words import alive_words, short_name, unit_singular
from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.bootstrap import Draws, ValueInterval, value_interval
from cxlib.models.customer_value import ValueEstimate, customer_value
from cxlib.models.gamma_gamma import SpendFit
from cxlib.stats.asked import PurchaseBook
from cxlib.stats.purchases import Histories
from cxlib.ui import jobs, value_books
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.kpi import Kpi
from cxlib.ui.value_terms import Terms


@dataclass(frozen=True, slots=True, eq=False)
class Valued:
    """Values of the customers in view; limits are None while they are computed."""

    book: PurchaseBook
    value: ValueEstimate
    limits: ValueInterval | None
    look: Look
    terms: Terms
    spend_reason: str


def look_of(view: View) -> Look:
    """Names and level of the charts of a view."""
    return Look(say("Lifetime value"), view.dataset.name, view.words(), view.level)


def read(view: View, chosen: Terms) -> Valued:
    """Fit the models, value the customers, and begin the interval in the background."""
    book = value_books.book(view, chosen, by=view.by)
    spend, reason = value_books.spend_fit(view, chosen)
    before = Valued(
        book,
        customer_value(
            value_books.fit(view, chosen),
            spend,
            book.histories,
            horizon=chosen.horizon,
            discount=chosen.discount,
            margin=chosen.margin,
        ),
        None,
        look_of(view),
        chosen,
        reason,
    )
    return replace(before, limits=_limits(view, before))


def revalue(
    valued: Valued, histories: Histories, *, spend: SpendFit | None = None
) -> ValueEstimate:
    """The same models and terms for other histories.

    Args:
        valued: what the page found.
        histories: to be valued.
        spend: a spend model to use instead; None for the one that was found.
    """
    terms = valued.terms
    return customer_value(
        valued.value.fit,
        spend or valued.value.spend_fit,
        histories,
        horizon=terms.horizon,
        discount=terms.discount,
        margin=terms.margin,
    )


def group_names(valued: Valued) -> list[str]:
    """Distinct segment values in the order of the interval's groups."""
    return sorted(set(valued.book.histories.groups or ()))


def headline(valued: Valued) -> list[Kpi]:
    """Customers, probability of being alive, purchases and value, with limits where they exist."""
    value, limits, level = valued.value, valued.limits, valued.look.level
    n = value.customers
    alive = float((value.n * value.p_alive).sum()) / n
    leaving = limits is not None and not value.fit.no_dropout
    fewest, most = (limits.alive_low, limits.alive_high) if limits and leaving else (None, None)
    few, many = (limits.purchases_low, limits.purchases_high) if limits else (None, None)
    kpis = [
        Kpi(
            say("Still customers (mean P(alive))"),
            Point(alive, fewest, most, n),
            ".0%",
            level,
            about=_about_alive(valued),
        ),
        Kpi(
            say("Purchases in the next {time}", time=span(valued.terms.horizon, valued.terms.unit)),
            Point(value.total_purchases, few, many, n),
            ",.0f",
            level,
            about=_about_purchases(valued),
        ),
    ]
    if value.total is None or value.mean is None:
        return kpis
    low, high = (limits.total_low, limits.total_high) if limits else (None, None)
    each = Point(
        value.mean, None if low is None else low / n, None if high is None else high / n, n
    )
    total = say("Value of all customers")
    about = say("Discounted margin expected in the horizon, on average.")
    return [
        *kpis,
        Kpi(total, Point(value.total, low, high, n), ",.0f", level),
        Kpi(say("Value per customer"), each, ",.2f", level, about=about),
    ]


def _about_alive(valued: Valued) -> str:
    """What P(alive) means in the model that was fitted."""
    fit, histories = valued.value.fit, valued.book.histories
    again = (
        say(
            "{repeaters} of {n} bought again in a later {unit}.",
            repeaters=number(histories.repeaters, ",d"),
            n=number(histories.total, ",d"),
            unit=unit_singular(valued.terms.unit),
        )
        if fit.process.whole_units
        else say(
            "{repeaters} of {n} bought on more than one day.",
            repeaters=number(histories.repeaters, ",d"),
            n=number(histories.total, ",d"),
        )
    )
    return f"{again} {alive_words(fit)}"


def _about_purchases(valued: Valued) -> str:
    if valued.value.fit.process.whole_units:
        return say(
            "{model} counts each {unit} with an order once, of all customers together, not "
            "discounted.",
            model=short_name(valued.value.fit.model),
            unit=unit_singular(valued.terms.unit),
        )
    return say("Days with an order, of all customers together, not discounted.")


def by_group(valued: Valued, column: str) -> Chart:
    """The chart of value per customer by segment."""
    return spending.value_by_group(
        valued.value,
        valued.limits,
        valued.book.histories.groups or (),
        group_names(valued),
        valued.look,
        unit=valued.terms.unit,
        column=column,
    )


def _limits(view: View, found: Valued) -> ValueInterval | None:
    """Limits by refits in the background; None while they are computed or were stopped."""
    value, histories, level = found.value, found.book.histories, view.level
    places = {name: i for i, name in enumerate(group_names(found))}
    groups = histories.group_places(places) if places else None

    def work(progress: Progress) -> ValueInterval:
        draws = Draws(level=level, progress=progress.report, cancelled=progress.cancelled)
        return value_interval(value, histories, groups=groups, draws=draws)

    key = f"clv {view.dataset.key} {view.selection} {view.by} {level} {found.terms}"
    jobs.start(key, say("The limits are being computed"), work)
    limits: ValueInterval | None = jobs.result(key)
    return limits
