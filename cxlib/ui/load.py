"""What a session has already counted: every statistic is read once for each dataset and view.

Results belong to the session that asked, and only small ones are kept. A dataset is recognised
by its content key, so that a changed mapping is counted anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, cast

import streamlit as st

from cxlib.charts.spending import spend_or_reason
from cxlib.columns.guess import scale_warning
from cxlib.models.gamma_gamma import SpendFit
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PurchaseFit
from cxlib.read.upload import Upload
from cxlib.stats.asked import (
    LifeTable,
    PurchaseBook,
    ScoreCube,
    read_life_table,
    read_purchase_book,
    read_score_cube,
)
from cxlib.tables.segments import Segment, read_days, read_segments
from cxlib.tables.selection import Selection
from cxlib.ui import imports, session
from cxlib.ui.imports import Understood
from cxlib.workspace.store import Dataset

F = TypeVar("F", bound=Callable[..., Any])


KEPT: list[Any] = []
"""All functions whose results are kept."""


def forget_words() -> None:
    """Forget all results: notes in them are in the language spoken when they were made."""
    for function in KEPT:
        function.clear()


def _kept(entries: int) -> Callable[[F], F]:
    """Keep the results of a function of a dataset for this session."""

    def wrap(function: F) -> F:
        keep = st.cache_data(
            scope="session",
            show_spinner=False,
            max_entries=entries,
            hash_funcs={
                Dataset: lambda dataset: dataset.key,
                Upload: lambda upload: upload.digest,
            },
        )
        kept = keep(function)
        KEPT.append(kept)
        return cast("F", kept)

    return wrap


@_kept(50)
def segments(dataset: Dataset) -> tuple[Segment, ...]:
    """Columns that can split the dataset."""
    with session.opened(dataset) as source:
        return read_segments(source)


@_kept(50)
def days(dataset: Dataset, role: str) -> tuple[date, date] | None:
    """First and last day of a date role."""
    with session.opened(dataset) as source:
        return read_days(source, role)


@_kept(300)
def scores(
    dataset: Dataset, score: str, selection: Selection, by: str | None, period: str | None
) -> ScoreCube:
    """Score histograms of a survey."""
    with session.opened(dataset) as source:
        columns = (by,) if by else ()
        return read_score_cube(source, score=score, selection=selection, by=columns, period=period)


@_kept(300)
def lives(
    dataset: Dataset, selection: Selection, by: str | None, observed: date | None
) -> LifeTable:
    """Event tables of subscriptions."""
    with session.opened(dataset) as source:
        columns = (by,) if by else ()
        return read_life_table(source, selection=selection, by=columns, observed=observed)


@_kept(20)
def purchases(
    dataset: Dataset,
    selection: Selection,
    end: date | None,
    holdout_end: date | None,
    by: str | None,
) -> PurchaseBook:
    """Purchase histories of transactions, as distinct tuples with counts."""
    with session.opened(dataset) as source:
        return read_purchase_book(
            source, selection=selection, end=end, holdout_end=holdout_end, by=by
        )


@_kept(10)
def customers(dataset: Dataset, selection: Selection) -> PurchaseBook:
    """Purchase histories of transactions, one a customer with ids."""
    with session.opened(dataset) as source:
        return read_purchase_book(source, selection=selection, customers=True)


@_kept(30)
def purchase_fit(
    dataset: Dataset,
    selection: Selection,
    end: date | None,
    holdout_end: date | None,
    model: str,
    unit_days: float,
) -> PurchaseFit:
    """A purchase model fitted to the histories up to `end`."""
    book = purchases(dataset, selection, end, holdout_end, None)
    return fit_purchases(book.histories, model=model, unit_days=unit_days)


@_kept(30)
def spend_fit(dataset: Dataset, selection: Selection) -> tuple[SpendFit | None, str]:
    """The spend model, or why there is none."""
    return spend_or_reason(purchases(dataset, selection, None, None, None).histories)


@_kept(50)
def understand(upload: Upload) -> Understood:
    """What an upload seems to be."""
    backend = session.open_cursor()
    try:
        return imports.understand(upload, backend)
    finally:
        backend.disconnect()


def doubt(dataset: Dataset, role: str) -> str | None:
    """Why a column of scores may not be on the scale of its role; None where nothing says so."""
    column = dataset.mapping.column(role)
    if column is None:
        return None
    return scale_warning(understand(dataset.upload).profile.column(column), role)
