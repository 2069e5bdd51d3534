"""Whether what customers spend fits the spend model, in words with consequences and in charts."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.charts.words import count, level_text, number
from cxlib.locale.speak import say
from cxlib.models.gamma_gamma import SpendFit
from cxlib.models.holdout import Prediction
from cxlib.models.spend_checks import Extremes, SpendHoldout, SpendLink
from cxlib.stats.order_amounts import OrderAmounts
from cxlib.stats.purchases import MONEY

WEAK = 0.1
"""A rank correlation that hardly matters."""
MUCH, FAR = 0.05, 0.2
"""A share of the money, or a change of the value, to know of; one that is far out."""


@dataclass(frozen=True, slots=True)
class Told:
    """One check: what was looked at, whether all is well, and what was found in sentences."""

    title: str
    well: bool
    text: str


def link_told(link: SpendLink, look: Look) -> Told:
    """Frequency and amount, which Gamma-Gamma takes to be independent."""
    title = say("Do frequent buyers spend more per order?")
    if link.rank_correlation is None or link.low is None or link.high is None:
        return Told(title, well=True, text=say("Too few customers bought again to tell."))
    found = say(
        "Rank correlation of frequency and mean amount: {r} ({level}: {low} to {high}; {n} "
        "customers).",
        r=number(link.rank_correlation, "+.2f"),
        level=level_text(look.level),
        low=number(link.low, "+.2f"),
        high=number(link.high, "+.2f"),
        n=count(link.n),
    )
    if link.low <= 0 <= link.high:
        meaning = say("No sign of it, as Gamma-Gamma takes for granted.")
    elif abs(link.rank_correlation) < WEAK:
        meaning = say("There is a link, too weak to matter for values.")
    elif link.rank_correlation > 0:
        meaning = say(
            "Frequent buyers spend more per order. Gamma-Gamma takes amounts to be independent of "
            "frequency, so it overstates what customers with few purchases will spend, and the "
            "value of customers who bought once."
        )
    else:
        meaning = say(
            "Frequent buyers spend less per order. Gamma-Gamma takes amounts to be independent of "
            "frequency, so it understates what customers with few purchases will spend, and the "
            "value of customers who bought once."
        )
    well = link.low <= 0 <= link.high or abs(link.rank_correlation) < WEAK
    return Told(title, well, f"{found} {meaning}")


def refunds_told(amounts: OrderAmounts, total: float | None, *, kept: bool) -> Told:
    """Refunds: how many, how much, and what they do to values.

    Args:
        amounts: of the order days.
        total: value of all customers, in the currency; None where it is unknown.
        kept: whether the analyst lets refunds lower the amounts of their days.
    """
    title = say("Refunds")
    if not amounts.refund_lines:
        return Told(title, well=True, text=say("No line is below zero."))
    share = amounts.refunded / amounts.bought if amounts.bought else None
    found = say(
        "{n} of {lines} lines take back {money}, {share} of what was bought.",
        n=count(amounts.refund_lines),
        lines=count(amounts.lines),
        money=number(amounts.refunded / MONEY, ",.0f"),
        share=number(share, ".1%"),
    )
    if kept:
        meaning = say("They lower the amounts of their days, as chosen on the Data page.")
    elif total is None or share is None:
        meaning = say("They are left out: amounts are those before refunds.")
    else:
        meaning = say(
            "They are left out, so values are before refunds. If refunds go on at this rate, all "
            "customers together are worth {net} rather than {total}.",
            net=number(total * (1 - share), ",.0f"),
            total=number(total, ",.0f"),
        )
    return Told(title, kept or share is None or share < MUCH, f"{found} {meaning}")


def zeros_told(amounts: OrderAmounts, spend: SpendFit | None, *, dropped: bool) -> Told:
    """Lines of zero, and customers who cannot be in the spend model."""
    title = say("Amounts of zero")
    parts = []
    if amounts.zero_lines:
        zero = say(
            "{n} of {lines} lines bring nothing.",
            n=count(amounts.zero_lines),
            lines=count(amounts.lines),
        )
        meaning = (
            say("They are left out, as chosen on the Data page.")
            if dropped
            else say(
                "Their days count as purchases; if they are gifts or corrections, leave them out "
                "on the Data page."
            )
        )
        parts.append(f"{zero} {meaning}")
    left = spend.left_out if spend is not None else 0
    if left:
        parts.append(
            say(
                "{n} repeat buyers whose amounts sum to 0 or less are not in the spend model.",
                n=count(left),
            )
        )
    text = " ".join(parts) or say("Every line brings something.")
    share = amounts.zero_lines / amounts.lines if amounts.lines else 0.0
    return Told(title, share < MUCH and not left, text)


def extremes_told(found: Extremes, total: float | None, capped: float | None) -> Told:
    """The largest orders, and the value without their excess.

    Args:
        found: the extremes.
        total: value of all customers, in the currency; None where it is unknown.
        capped: the same with the largest order days cut to `found.cap`; None likewise.
    """
    title = say("Extreme orders")
    if found.money is None:
        return Told(title, well=True, text=say("The amounts sum to nothing."))
    held = dict(zip(found.shares, found.money, strict=True))
    text = say(
        "The largest 1% of order days bring {share} of the money; the largest is {most}, the "
        "middle one {median}.",
        share=number(held[0.01], ".0%"),
        most=number(found.most, ",.2f"),
        median=number(found.median, ",.2f"),
    )
    if total is None or capped is None or not total:
        return Told(title, held[0.01] < FAR, text)
    change = capped / total - 1
    after = say(
        "With the largest 0.1% cut to {cap} the value of all customers changes by {change}, to "
        "{capped}.",
        cap=number(found.cap, ",.2f"),
        change=number(change, "+.1%"),
        capped=number(capped, ",.0f"),
    )
    meaning = (
        say("A few orders decide the value: check whether they are real.")
        if abs(change) >= MUCH
        else say("The value does not hang on a few orders.")
    )
    return Told(title, abs(change) < MUCH, f"{text} {after} {meaning}")


def holdout_told(found: SpendHoldout | None, *, length: float, unit: str, why: str = "") -> Told:
    """Predicted against actual spend, beside two rules.

    Args:
        found: the check; None where there is none.
        length: length of the holdout, in units.
        unit: time unit.
        why: why there is none.
    """
    title = say("Was spend predicted?")
    if found is None or found.model.error is None:
        return Told(title, well=True, text=why or say("The history is too short to check it."))
    model, rules = found.model, (found.same_rate, found.recency)
    text = say(
        "In the holdout of {time} the model predicts a spend of {predicted}; {actual} were spent "
        "({error}). Mean error a customer {mae}; {same} by repeating the past, {recency} if those "
        "silent lately are taken to be gone.",
        time=span(length, unit),
        error=number(model.error, "+.1%"),
        predicted=number(model.predicted, ",.0f"),
        actual=number(model.actual, ",.0f"),
        mae=number(model.mae, ",.2f"),
        same=number(found.same_rate.mae, ",.2f"),
        recency=number(found.recency.mae, ",.2f"),
    )
    better = all(model.mae < one.mae for one in rules)
    meaning = (
        say("Better a customer than both rules.")
        if better
        else say("A rule does as well a customer: use single values with care.")
    )
    if found.amount is not None:
        expected, seen, error = found.amount
        meaning += " " + say(
            "An order of those who bought again: {expected} expected, {seen} seen ({error}).",
            expected=number(expected, ",.2f"),
            seen=number(seen, ",.2f"),
            error=number(error, "+.1%"),
        )
    return Told(title, better and abs(model.error or 0.0) < FAR, f"{text} {meaning}")


def spend_by_frequency(link: SpendLink, look: Look) -> Chart:
    """Mean amount of an order day by number of repeat purchases."""
    points = tuple(Point(one.mean, one.low, one.high, one.n) for one in link.by_frequency)
    return Chart(
        kind=Kind.INTERVALS,
        title=say("What an order brings, by number of repeat purchases"),
        labels=tuple(f"{one.frequency}{'+' if one.and_more else ''}" for one in link.by_frequency),
        series=(Series(say("Mean amount"), points),),
        axis=Axis(say("Mean amount of an order day"), 0, None, ",.2f"),
        subtitle=look.subtitle(),
        method=say(
            "Mean of the customers' mean amounts of repeat order days, with limits of the mean by "
            "the normal approximation. Gamma-Gamma takes them to be equal (Fader and Hardie, "
            "2013)."
        ),
        source=look.source,
        n=link.n,
        level=look.level,
    )


def money_of_largest(found: Extremes, amounts: OrderAmounts, look: Look) -> Chart | None:
    """Share of the money by the largest order days; None where there is no money."""
    if found.money is None:
        return None
    tenth = dict(zip(found.shares, found.money, strict=True))[0.1]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "The largest tenth of order days brings {share} of the money",
            share=number(tenth, ".0%"),
        ),
        labels=tuple(say("Top {share}", share=_percent(one)) for one in found.shares),
        series=(
            Series(say("Share of the money"), tuple(Point(one) for one in found.money), "accent"),
        ),
        axis=Axis(say("Share of the money"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=say(
            "Sums of a customer's day, the largest first. Amounts are those that the values rest "
            "on: without what the Data page leaves out."
        ),
        source=look.source,
        n=amounts.days,
    )


def _percent(share: float) -> str:
    return number(share, ".1%" if share < WEAK / 10 else ".0%")


def spend_tenths(check: Prediction, look: Look, *, n: int) -> Chart:
    """Mean spend in the holdout by tenth of the predictions for `n` customers."""
    best = check.tenths[0]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=(
            say("Nothing was spent in the holdout")
            if best.lift is None
            else say(
                "Those predicted to spend most spend {lift} times the average",
                lift=number(best.lift, ",.1f"),
            )
        ),
        labels=tuple(str(one.place) for one in check.tenths),
        series=(
            Series(say("Seen"), tuple(Point(one.actual) for one in check.tenths), "accent"),
            Series(say("Predicted"), tuple(Point(one.predicted) for one in check.tenths), "muted"),
        ),
        axis=Axis(say("Spend per customer in the holdout"), 0, None, ",.2f"),
        subtitle=say("customers in ten parts by predicted spend, the highest first"),
        method=say(
            "Purchases expected by the purchase model times amounts expected by Gamma-Gamma, both "
            "fitted to the calibration alone. Rank correlation of predicted and seen: {rank}.",
            rank=number(check.rank_correlation, ".3f"),
        ),
        source=look.source,
        n=n,
    )


def capped_money(found: Extremes) -> int:
    """The cap in the money of the engine."""
    return round(found.cap * MONEY)
