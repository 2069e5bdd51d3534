"""Charts of what customers will buy and be worth, from orders."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import SMALL, TINY, Look
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


def model_name(model: str) -> str:
    """The model's name as the literature writes it."""
    names = {
        "bg-nbd": "BG/NBD (Fader, Hardie & Lee, 2005)",
        "mbg-nbd": "MBG/NBD (Batislam, Denizel & Filiztekin, 2007)",
        "pareto-nbd": "Pareto/NBD (Schmittlein, Morrison & Colombo, 1987)",
        "bg-bb": "BG/BB (Fader, Hardie & Shang, 2010)",
    }
    return names[model]


def value_method(value: ValueEstimate, unit: str) -> str:
    """How values are computed, with the terms."""
    return say(
        "Purchases by {model}, spend by Gamma-Gamma (Fader and Hardie, 2013). Value: expected "
        "purchases in each of the next {horizon} {unit} times expected spend times a margin of "
        "{margin}, discounted at {discount} a year. Limits: percentiles of models refitted to "
        "customers drawn anew; they hold for the parameters, not for what a single customer does.",
        model=model_name(value.fit.model),
        horizon=number(value.horizon, ",d"),
        unit=unit_name(unit),
        margin=number(value.margin, ".0%"),
        discount=number(value.discount, ".1%"),
    )


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
            "Days with an order after the first, per customer, and the expected number of "
            "customers by {model}, fitted by maximum likelihood. {verdict}",
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
            "Against the holdout the model expects {error}, repeating past rates {naive}",
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
            "by repeat purchases before; holdout of {length} {unit}",
            length=number(check.length, ",.0f"),
            unit=unit_name(unit),
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
    return say("{share} more", share=share) if error > 0 else say("{share} less", share=share)


def value_shares(value: ValueEstimate, look: Look, *, unit: str) -> Chart | None:
    """The share of all value held by the most valuable customers; None without values."""
    found = None if value.clv is None else concentration(value.clv, value.n, points=1001)
    if found is None:
        return None
    held = [float(found.value[round(share * 1000)]) for share in SHARES]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "The most valuable tenth of customers holds {share} of the value",
            share=number(found.top_tenth, ".0%"),
        ),
        labels=tuple(say("Top {share}", share=number(share, ".0%")) for share in SHARES),
        series=(Series(say("Share of the value"), tuple(Point(y) for y in held), tone="accent"),),
        axis=Axis(say("Share of the value"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
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
        axis=Axis(say("Value per customer"), low=0, form=",.0f"),
        subtitle=look.subtitle(),
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
        level=look.level,
        click=column,
        notes=tuple(notes),
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


def top_customers(
    value: ValueEstimate, histories: Histories, look: Look, *, unit: str, most: int = 25
) -> Chart:
    """The most valuable customers with what their value rests on, as a table."""
    worth = value.clv if value.clv is not None else value.purchases
    order = sorted(range(len(worth)), key=lambda i: -worth[i])[:most]
    ids = histories.customers or ()
    scale = value.fit.history_unit
    rows: list[tuple[Cell, ...]] = [
        (
            ids[i],
            int(histories.frequency[i]),
            float((histories.age[i] - histories.recency[i]) / scale),
            float(value.p_alive[i]),
            float(value.purchases[i]),
            None if value.spend is None else float(value.spend[i]),
            None if value.clv is None else float(value.clv[i]),
        )
        for i in order
    ]
    units = unit_name(unit)
    columns = (
        say("Customer"),
        say("Repeat purchases"),
        say("Since the last ({unit})", unit=units),
        say("P(alive)"),
        say("Expected purchases"),
        say("Expected spend"),
        say("Value"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("The {n} most valuable customers", n=len(rows)),
        subtitle=look.selection,
        method=value_method(value, unit),
        source=look.source,
        n=value.customers,
        table=Table(columns, tuple(rows), ("", ",d", ",.1f", ".0%", ",.1f", ",.2f", ",.0f")),
    )


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
