"""`clv`: what customers will buy and be worth, from transactions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked, values_of
from cxlib.command.clv_covariates import Together, go_together
from cxlib.command.clv_tables import clv_tables
from cxlib.command.files import write_csv
from cxlib.command.grouped import group_fields, group_notes
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.terms import A_YEAR, HORIZON, YEARLY_DISCOUNT, margin_option
from cxlib.command.values import Day
from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.bootstrap import Draws, ValueInterval, value_interval
from cxlib.models.customer_value import ValueEstimate, customer_value
from cxlib.models.gamma_gamma import SpendFit, fit_spend
from cxlib.models.holdout import Holdout, holdout_check
from cxlib.models.purchase_fit import MODELS, fit_purchases
from cxlib.stats.asked import PurchaseBook, read_purchase_book
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.purchases import UNITS_A_DAY, Histories
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Condition, Selection

WHOLE_UNITS = "bg-bb"
HEAD = (
    "customer", "frequency", "recency", "age", "p_alive",
    "purchases", "spend", "clv", "low", "high",
)  # fmt: skip


WEEK = 7
"""Days without an order at the end of a holdout that need no note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The command's own options.

    Attributes:
        model: the purchase model.
        unit: day, week, month or year.
        horizon: units of the coming time that count; None for about a year.
        discount: rate a year, a fraction.
        margin: share of the amounts that is earned.
        holdout_until: last day of the holdout; None without.
        customers: the file for one row a customer; None for none.
        covariates: names of columns that may go together with buying; None for none.
    """

    model: str
    unit: str
    horizon: int | None
    discount: float
    margin: float
    holdout_until: date | None
    customers: Path | None
    covariates: str | None

    @property
    def units_ahead(self) -> int:
        """The horizon, in units."""
        return self.horizon or A_YEAR[self.unit]

    @property
    def occasions(self) -> str | None:
        """The unit where the model runs in whole units; None for days."""
        return self.unit if self.model == WHOLE_UNITS else None


@dataclass(frozen=True, slots=True, eq=False)
class Valued:
    """One group's histories, the value found for them, and what to be careful about."""

    book: PurchaseBook
    value: ValueEstimate
    interval: ValueInterval
    holdout: Holdout | None
    notes: tuple[str, ...]


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    click.option(
        "--model",
        type=click.Choice(MODELS),
        default="bg-nbd",
        show_default=True,
        help="Purchase model; best is the likeliest of the first three, bg-bb counts whole units.",
    ),
    click.option(
        "--unit",
        type=click.Choice(list(UNITS_A_DAY)),
        default="week",
        show_default=True,
        help="Unit of time of the horizon and of the parameters.",
    ),
    HORIZON,
    YEARLY_DISCOUNT,
    margin_option("Share of the amounts that is earned, a fraction."),
    click.option("--holdout-until", type=Day(), help="Check the model on the days up to this one."),
    click.option(
        "--customers",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write one row a customer into this CSV file.",
    ),
    click.option(
        "--covariates",
        metavar="A,B,C",
        help="Columns that may go together with buying and dropping out; all at once, for all "
        "customers together.",
    ),
    kinds=("transactions",),
)
def clv(asked: Asked, **own: Any) -> Answer:
    """What customers will buy in the coming time, and what that is worth.

    The models see purchases up to --until, by default the last day in the file. With --by each
    value of a column has models of its own.
    """
    plan = Plan(**own)
    asked.source.require("customer", "ordered")
    asked.require_days("ordered")
    total = _value(asked, plan, asked.selection)
    valued, notes = {TOTAL: total}, {TOTAL: total.notes}
    for group, selection in _groups(asked):
        try:
            valued[group] = _value(asked, replace(plan, customers=None), selection)
        except NotEnoughData as reason:
            notes[group] = (str(reason),)
        else:
            notes[group] = valued[group].notes
    if plan.customers is not None:
        write_csv(plan.customers, HEAD, _customers(total))
    together = _together(asked, plan)
    results = tuple(_result(group, one, plan) for group, one in valued.items())
    tables = clv_tables(results, level=asked.request.level)
    if together is not None:
        results[0]["covariates"] = together.to_data()
    return Answer(
        command="clv",
        sources=(asked.rows(total.book.coverage),),
        columns=asked.columns("customer", "ordered", "amount", "quantity", "price", "order"),
        options={"horizon": plan.units_ahead, "until": total.book.end},
        results=results,
        tables=(*tables, *(together.tables() if together else ())),
        tests=together.tests() if together else (),
        notes=(
            *asked.notes,
            *_future(total.book, datetime.now(UTC).date()),
            *group_notes(notes),
            *(together.notes if together else ()),
        ),
    )


def _future(book: PurchaseBook, today: date) -> tuple[str, ...]:
    """A warning of orders that are dated after today."""
    if book.last <= today:
        return ()
    return (
        f"The last order is dated {book.last}, after today: dates may be wrong. Everybody counts "
        "as watched, and silent, up to then; end earlier with --until or correct the dates.",
    )


def _together(asked: Asked, plan: Plan) -> Together | None:
    """What goes together with buying, where --covariates names columns."""
    if plan.covariates is None:
        return None
    return go_together(
        asked,
        plan.covariates,
        model=plan.model,
        unit_days=UNITS[plan.unit],
        horizon=plan.units_ahead,
    )


def _groups(asked: Asked) -> Iterator[tuple[Group, Selection]]:
    """Each value of each --by column, and the selection with that value alone."""
    for column in asked.by:
        for value in values_of(asked.source, column):
            condition = Condition(column, (value,))
            where = (*asked.selection.where, condition)
            yield Group(column, value), replace(asked.selection, where=where)


def _value(asked: Asked, plan: Plan, selection: Selection) -> Valued:
    book = read_purchase_book(
        asked.source,
        selection=selection,
        holdout_end=plan.holdout_until,
        customers=plan.customers is not None,
        occasions=plan.occasions,
    )
    fit = fit_purchases(book.histories, model=plan.model, unit_days=UNITS[plan.unit])
    spend, notes = _spend(asked, book.histories)
    value = customer_value(
        fit,
        spend,
        book.histories,
        horizon=plan.units_ahead,
        discount=plan.discount,
        margin=plan.margin,
    )
    interval = value_interval(
        value,
        book.histories,
        each=plan.customers is not None,
        draws=Draws(level=asked.request.level),
    )
    checked = None
    if book.holdout_end is not None:
        notes = (*notes, *_about_holdout(book, plan))
        checked = holdout_check(fit, book.histories, _length(book, plan))
    return Valued(book, value, interval, checked, (*fit.notes, *notes))


def _about_holdout(book: PurchaseBook, plan: Plan) -> list[str]:
    """What to know about the holdout: data that end before it, and what is counted."""
    notes = []
    end = book.holdout_end
    if end is not None and (end - book.last).days > WEEK:
        notes.append(
            f"The last order is on {book.last}, before the holdout ends on {end}: the days between "
            "count as days without purchases. Choose an earlier --holdout-until if that is wrong."
        )
    if plan.occasions:
        notes.append(f"BG/BB counts {plan.unit}s with a purchase, in the holdout too.")
    return notes


def _spend(asked: Asked, histories: Histories) -> tuple[SpendFit | None, tuple[str, ...]]:
    """The spend model, or None with the reason."""
    if not asked.source.has("amount"):
        return None, (
            "No column is known as amount (or quantity and price), so there are purchases but no "
            "values. Name one with --map amount=COLUMN.",
        )
    try:
        spend = fit_spend(histories)
    except NotEnoughData as reason:
        return None, (f"There are no values: {reason}",)
    return spend, spend.notes


def _length(book: PurchaseBook, plan: Plan) -> float:
    """Length of the holdout in units; whole ones where the model runs in whole units."""
    days = (book.holdout_end - book.end).days if book.holdout_end else 0
    top, bottom = UNITS_A_DAY[plan.unit]
    length = days * top // bottom if plan.occasions else days / UNITS[plan.unit]
    if not length:
        raise BadOption(
            f"The holdout from {book.end} to {book.holdout_end} is shorter than one {plan.unit}. "
            "Choose a later --holdout-until."
        )
    return length


def _result(group: Group, one: Valued, plan: Plan) -> Result:
    value, interval, fit = one.value, one.interval, one.value.fit
    spend = value.spend_fit
    result = {
        **group_fields(group),
        "model": fit.model,
        "unit": plan.unit,
        "parameters": dict(fit.parameters),
        "log_likelihood": fit.log_likelihood,
        "n": value.customers,
        "spend": {name: getattr(spend, name) for name in ("p", "q", "v")} if spend else None,
        "horizon": value.horizon,
        "discount": value.discount,
        "purchases": value.total_purchases,
        "purchases_low": interval.purchases_low,
        "purchases_high": interval.purchases_high,
        "total": value.total,
        "total_low": interval.total_low,
        "total_high": interval.total_high,
        "mean": value.mean,
    }
    names = ("actual", "predicted", "naive", "error", "mae", "rank_correlation")
    if one.holdout is not None:
        result["holdout"] = {name: getattr(one.holdout, name) for name in names}
    return result


def _customers(one: Valued) -> Iterator[tuple[object, ...]]:
    """One row a customer; recency and age in units, what is unknown empty."""
    histories, value, interval = one.book.histories, one.value, one.interval
    unit = value.fit.history_unit
    blank = [None] * len(histories.n)
    known = (value.p_alive, value.purchases, value.spend, value.clv, interval.low, interval.high)
    columns = [
        histories.frequency.tolist(),
        (histories.recency / unit).tolist(),
        (histories.age / unit).tolist(),
        *(blank if column is None else column.tolist() for column in known),
    ]
    return zip(histories.customers or (), *columns, strict=True)
