"""Charts of what customers will buy and be worth, from orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.purchase_words import limits_line, model_name, money_form, value_method, waiting
from cxlib.charts.scores import SMALL, TINY, Look
from cxlib.charts.time_words import span
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.bootstrap import ValueInterval
from cxlib.models.concentration import concentration
from cxlib.models.customer_value import ValueEstimate, customer_value
from cxlib.models.gamma_gamma import SpendFit, fit_spend
from cxlib.models.holdout import Holdout
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PurchaseFit, frequency_pmf
from cxlib.stats.asked import read_purchase_book
from cxlib.stats.purchases import Histories
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source

SHARES = (0.01, 0.05, 0.10, 0.20, 0.50)
MOST_BARS = 20
DEFAULTS = {"horizon": 52, "discount": 0.1, "margin": 1.0}
WEEK = 7.0


def frequencies(fit: PurchaseFit, histories: Histories, look: Look) -> Chart:
    """Customers by number of repeat purchases, seen and expected by the model."""
    found = frequency_pmf(fit, histories)
    last = len(found.frequency) - 1
    labels = [str(x) for x in found.frequency[:-1]] + [f"{last}+"]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say("Repeat purchases: what was seen and what the model says"),
        labels=tuple(labels),
        series=(
            Series(say("Seen"), tuple(Point(float(y)) for y in found.actual), tone="accent"),
            Series(say("Model"), tuple(Point(float(y)) for y in found.expected), tone="muted"),
        ),
        axis=Axis(say("Customers"), low=0, form=",.0f"),
        subtitle=look.selection,
        method=say(
            "{counted}, and the expected number of customers by {model}, fitted by maximum "
            "likelihood. {verdict}",
            counted=(
                say("Occasions with an order after the first, per customer")
                if fit.process.whole_units
                else say("Days with an order after the first, per customer")
            ),
            model=model_name(fit.model),
            verdict=fit.notes[0] if fit.notes else "",
        ),
        source=look.source,
        n=fit.n,
        notes=fit.notes[1:],
    )


def holdout_by_frequency(check: Holdout, look: Look, *, unit: str) -> Chart:
    """Mean purchases after the calibration, seen and predicted, by calibration frequency."""
    labels = tuple(f"{one.frequency}{'+' if one.and_more else ''}" for one in check.by_frequency)
    naive = check.naive / check.actual - 1 if check.actual else None
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "The model predicts {error} purchases for the holdout, repeating past rates {naive}",
            error=more_or_less(check.error),
            naive=more_or_less(naive),
        ),
        labels=labels,
        series=(
            Series(
                say("Seen"), tuple(Point(o.actual, n=o.n) for o in check.by_frequency), "accent"
            ),
            Series(
                say("Predicted"),
                tuple(Point(o.predicted, n=o.n) for o in check.by_frequency),
                "muted",
            ),
        ),
        axis=Axis(say("Purchases per customer in the holdout"), low=0, form=".2f"),
        subtitle=say(
            "by repeat purchases before; holdout of {time}",
            time=span(check.length, unit),
        ),
        method=say(
            "The model is fitted to the calibration alone and then predicts the holdout. Mean "
            "absolute error a customer: {mae} purchases ({naive} by repeating past rates).",
            mae=number(check.mae, ".3f"),
            naive=number(check.naive_mae, ".3f"),
        ),
        source=look.source,
        n=check.n,
    )


def more_or_less(error: float | None) -> str:
    """A relative error in words: how much more or less than was bought."""
    if error is None:
        return "–"
    share = number(abs(error), ".1%")
    return (
        say("{share} too many", share=share) if error > 0 else say("{share} too few", share=share)
    )


def value_shares(
    value: ValueEstimate, look: Look, *, unit: str, limits: ValueInterval | None = None
) -> Chart | None:
    """The share of all value held by the most valuable customers; None without values."""
    found = None if value.clv is None else concentration(value.clv, value.n, points=1001)
    if found is None:
        return None
    held = [Point(float(found.value[round(share * 1000)])) for share in SHARES]
    if limits is not None and limits.top_tenth is not None:
        tenth = SHARES.index(0.10)
        held[tenth] = replace(held[tenth], low=limits.top_tenth[0], high=limits.top_tenth[1])
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "The most valuable tenth of customers holds {share} of the value",
            share=number(found.top_tenth, ".0%"),
        ),
        labels=tuple(say("Top {share}", share=number(share, ".0%")) for share in SHARES),
        series=(Series(say("Share of the value"), tuple(held), tone="accent"),),
        axis=Axis(say("Share of the value"), 0, 1, ".0%"),
        subtitle=limits_line(look, limits),
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
        level=None if limits is None else look.level,
    )


def lorenz(value: ValueEstimate, look: Look, *, unit: str) -> Chart | None:
    """The Lorenz curve of value, the most valuable customers first; None without values."""
    found = None if value.clv is None else concentration(value.clv, value.n)
    if found is None:
        return None
    pairs = zip(found.customers.tolist(), found.value.tolist(), strict=True)
    return Chart(
        kind=Kind.STEPS,
        title=say("How unevenly value is spread: Gini {gini}", gini=number(found.gini, ".2f")),
        series=(
            Series(
                say("Share of the value"),
                tuple(Point(y, x=x) for x, y in pairs),
                tone="accent",
                smooth=True,
            ),
            Series(
                say("If all were worth the same"),
                (Point(0.0, x=0.0), Point(1.0, x=1.0)),
                tone="muted",
                dashed=True,
                smooth=True,
            ),
        ),
        axis=Axis(say("Share of the value"), 0, 1, ".0%"),
        x_axis=Axis(say("Share of the customers, the most valuable first"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=say(
            "Lorenz curve (Lorenz, 1905), drawn from the most valuable customer down; the Gini "
            "coefficient is 0 where all are worth the same and near 1 where one holds everything. "
            "Expected values differ less than what customers will in fact bring."
        )
        + " "
        + value_method(value, unit),
        source=look.source,
        n=value.customers,
        lines=(Line(0.1, say("Top tenth"), vertical=True),),
    )


def value_by_group(
    value: ValueEstimate,
    limits: ValueInterval | None,
    names: Sequence[str],
    groups: Sequence[str],
    look: Look,
    *,
    unit: str,
    column: str,
) -> Chart:
    """Value per customer by segment, most valuable first.

    Args:
        value: values of the histories.
        limits: limits of the groups' totals, in the order of `groups`; None while unknown.
        names: the group of each history.
        groups: distinct names in the order of the limits.
        look: names and level.
        unit: time unit of the horizon.
        column: the segment column.
    """
    rows = _group_points(value, limits, names, groups)
    rows.sort(key=lambda row: -(row[1].y or 0.0))
    shown = rows[:MOST_BARS]
    notes = []
    if len(rows) > len(shown):
        notes.append(say("The {n} best of {all} groups are shown.", n=len(shown), all=len(rows)))
    if len(groups) > len(rows):
        notes.append(
            say(
                "Not shown: {n} groups of fewer than {few} customers.",
                n=len(groups) - len(rows),
                few=TINY,
            )
        )
    if any(point.hollow for _, point in shown):
        notes.append(say("Pale bars rest on fewer than {n} customers.", n=SMALL))
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Value of a customer by {column}", column=column),
        labels=tuple(name for name, _ in shown),
        series=(Series(say("Value"), tuple(point for _, point in shown)),),
        axis=Axis(say("Value per customer"), low=0, form=money_form(value.mean)),
        subtitle=limits_line(look, limits),
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
        level=look.level,
        click=column,
        notes=(*notes, *waiting(limits)),
    )


def _group_points(
    value: ValueEstimate,
    limits: ValueInterval | None,
    names: Sequence[str],
    groups: Sequence[str],
) -> list[tuple[str, Point]]:
    """Mean value of each group that is not tiny, with its limits where they are known."""
    rows = []
    clv = value.clv if value.clv is not None else value.n * 0
    for place, name in enumerate(groups):
        mine = [i for i, one in enumerate(names) if one == name]
        n = float(value.n[mine].sum())
        if n < TINY:
            continue
        low, high = (
            (float(limits.group_low[place]) / n, float(limits.group_high[place]) / n)
            if limits is not None and limits.group_low is not None and limits.group_high is not None
            else (None, None)
        )
        mean = float((value.n[mine] * clv[mine]).sum()) / n
        rows.append((name, Point(mean, low, high, int(n), hollow=n < SMALL)))
    return rows


def spend_or_reason(histories: Histories) -> tuple[SpendFit | None, str]:
    """The spend model, or why there is none."""
    try:
        return fit_spend(histories), ""
    except NotEnoughData as reason:
        return None, str(reason)


def purchase_charts(source: Source, selection: Selection, level: float) -> list[Chart]:
    """The charts of a presentation: model against data, and concentration of value."""
    book = read_purchase_book(source, selection=selection)
    fit = fit_purchases(book.histories, model="bg-nbd", unit_days=WEEK)
    spend, _ = spend_or_reason(book.histories)
    value = customer_value(
        fit,
        spend,
        book.histories,
        horizon=52,
        discount=DEFAULTS["discount"],
        margin=DEFAULTS["margin"],
    )
    look = Look(say("Lifetime value"), source.name, selection.words(), level)
    shares = value_shares(value, look, unit="week")
    return [frequencies(fit, book.histories, look), *([shares] if shares else [])]
