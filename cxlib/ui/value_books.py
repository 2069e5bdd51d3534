"""Purchase histories and fitted models of the Lifetime value page, in days or in whole units."""

from __future__ import annotations

from datetime import date

from cxlib.charts.spending import spend_or_reason
from cxlib.models.gamma_gamma import SpendFit
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PurchaseFit
from cxlib.stats.asked import PurchaseBook, read_purchase_book
from cxlib.stats.order_amounts import (
    OrderAmounts,
    SpentAfter,
    read_capped_histories,
    read_order_amounts,
    read_spent_after,
)
from cxlib.stats.purchases import Histories
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import load, session
from cxlib.ui.head import View
from cxlib.ui.value_terms import WHOLE, Terms
from cxlib.workspace.store import Dataset

Days = tuple[date, date]
"""The end of the calibration and that of the holdout."""


def book(
    view: View, chosen: Terms, *, by: str | None = None, days: Days | None = None
) -> PurchaseBook:
    """Purchase histories in view; up to the first of `days`, with a holdout to the second."""
    if chosen.occasions is None:
        end, last = days or (None, None)
        return load.purchases(view.dataset, view.selection, end, last, by)
    return _in_units(view.dataset, view.selection, days, by, chosen.occasions)


def customers(view: View, chosen: Terms) -> PurchaseBook:
    """Purchase histories in view, one a customer with ids."""
    if chosen.occasions is None:
        return load.customers(view.dataset, view.selection)
    return _customers_in_units(view.dataset, view.selection, chosen.occasions)


def fit(view: View, chosen: Terms, *, days: Days | None = None) -> PurchaseFit:
    """The purchase model of the terms, fitted to the histories in view."""
    if chosen.occasions is None:
        end, last = days or (None, None)
        return load.purchase_fit(
            view.dataset, view.selection, end, last, chosen.model, chosen.unit_days
        )
    return _fit_in_units(view.dataset, view.selection, days, chosen.occasions)


def spend_fit(
    view: View, chosen: Terms, *, days: Days | None = None
) -> tuple[SpendFit | None, str]:
    """The spend model, or why there is none."""
    return _spend_fit(view.dataset, view.selection, days, chosen.occasions)


@load.kept(20)
def _in_units(
    dataset: Dataset, selection: Selection, days: Days | None, by: str | None, unit: str
) -> PurchaseBook:
    end, last = days or (None, None)
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_purchase_book(
            source, selection=selection, end=end, holdout_end=last, by=by, occasions=unit
        )


@load.kept(5)
def _customers_in_units(dataset: Dataset, selection: Selection, unit: str) -> PurchaseBook:
    with session.opened(dataset, load.using(selection)) as source:
        return read_purchase_book(source, selection=selection, customers=True, occasions=unit)


@load.kept(20)
def _fit_in_units(
    dataset: Dataset, selection: Selection, days: Days | None, unit: str
) -> PurchaseFit:
    histories = _in_units(dataset, selection, days, None, unit).histories
    return fit_purchases(histories, model=WHOLE, unit_days=UNITS[unit])


@load.kept(30)
def _spend_fit(
    dataset: Dataset, selection: Selection, days: Days | None, unit: str | None
) -> tuple[SpendFit | None, str]:
    if unit is not None:
        return spend_or_reason(_in_units(dataset, selection, days, None, unit).histories)
    end, last = days or (None, None)
    return spend_or_reason(load.purchases(dataset, selection, end, last, None).histories)


@load.kept(20)
def order_amounts(dataset: Dataset, selection: Selection) -> OrderAmounts:
    """Amounts of the order days in view, and lines of zero and below."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_order_amounts(source, selection=selection)


@load.kept(10)
def capped_histories(
    dataset: Dataset, selection: Selection, most: int, unit: str | None
) -> Histories:
    """Purchase histories in which no order day brings more than `most` ten-thousandths."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_capped_histories(source, selection=selection, most=most, occasions=unit)


@load.kept(10)
def spent_after(
    dataset: Dataset, selection: Selection, end: date, last: date, unit: str | None
) -> SpentAfter:
    """Histories up to a day, and what was spent afterwards."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_spent_after(source, selection=selection, end=end, last=last, occasions=unit)
