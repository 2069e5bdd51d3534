"""What a session has already counted: every statistic is read once for each dataset and view.

Results belong to the session that asked, and only small ones are kept. A dataset is recognised
by its content key, so that a changed mapping is counted anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, cast

import streamlit as st

from cxlib.columns.guess import scale_warning
from cxlib.columns.keys import KeyRules
from cxlib.errors import BadOption
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PurchaseFit
from cxlib.read.upload import Upload
from cxlib.stats.asked import (
    PurchaseBook,
    ScoreCube,
    read_purchase_book,
    read_score_cube,
)
from cxlib.stats.matches import Matches, Members, read_matches, read_members
from cxlib.stats.quality import Quality, read_quality
from cxlib.tables.fields import Field, fields_of
from cxlib.tables.filters import Filter, conditions
from cxlib.tables.linked import repeated_customers, segment_name
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


def kept(entries: int) -> Callable[[F], F]:
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


def using(selection: Selection, *by: str | None) -> tuple[str, ...]:
    """The columns that a question names in its filters and its comparison."""
    filtered = (one.column for part in selection.where for one in conditions(part))
    return (*filtered, *(column for column in by if column))


@kept(50)
def segments(dataset: Dataset) -> tuple[Segment, ...]:
    """Columns that can split the dataset: its own, those of customer lists, saved segments."""
    around = session.around()
    lent = around.lent_to(dataset)
    found: list[Segment] = []
    with session.opened(dataset) as source:
        found += read_segments(source)
    for owner in dict.fromkeys(one.dataset for one in lent):
        names = [one.name for one in lent if one.dataset == owner]
        try:
            with session.opened(dataset, names) as source:
                found += read_segments(source, only=names)
        except BadOption:
            # A list with repeated customers lends nothing; the Data page says so.
            continue
    saved = [segment_name(one.name) for one in around.segments_of(dataset)]
    if saved:
        with session.opened(dataset, saved) as source:
            found += read_segments(source, only=saved)
    return tuple(found)


@kept(50)
def fields(dataset: Dataset) -> tuple[Field, ...]:
    """What a filter can say of each column: the file's own, those of customer lists, segments."""
    borrowed = [one.column for one in segments(dataset) if one.column not in dataset.columns]
    with session.opened(dataset, borrowed) as source:
        return fields_of(source)


@kept(20)
def matches(datasets: tuple[Dataset, ...], rules: KeyRules) -> Matches:
    """How well the customers of some datasets match."""
    with session.together(*datasets) as sources:
        return read_matches({one.name: one for one in sources}, rules)


@kept(100)
def members(dataset: Dataset, where: Filter, rules: KeyRules) -> Members:
    """How many rows and customers of a dataset a filter keeps."""
    names = [one.column for one in conditions(where)]
    with session.opened(dataset, names) as source:
        return read_members(source, where, rules)


@kept(50)
def lending_problem(dataset: Dataset) -> str | None:
    """Why a customer list cannot lend its columns; None where it can."""
    with session.opened(dataset) as source:
        return repeated_customers(source, session.around().rules)


@kept(50)
def days(dataset: Dataset, role: str) -> tuple[date, date] | None:
    """First and last day of a date role."""
    with session.opened(dataset) as source:
        return read_days(source, role)


@kept(300)
def scores(
    dataset: Dataset, score: str, selection: Selection, by: str | None, period: str | None
) -> ScoreCube:
    """Score histograms of a survey."""
    with session.opened(dataset, using(selection, by)) as source:
        columns = (by,) if by else ()
        return read_score_cube(source, score=score, selection=selection, by=columns, period=period)


@kept(20)
def purchases(
    dataset: Dataset,
    selection: Selection,
    end: date | None,
    holdout_end: date | None,
    by: str | None,
) -> PurchaseBook:
    """Purchase histories of transactions, as distinct tuples with counts."""
    with session.opened(dataset, using(selection, by)) as source:
        return read_purchase_book(
            source, selection=selection, end=end, holdout_end=holdout_end, by=by
        )


@kept(10)
def customers(dataset: Dataset, selection: Selection) -> PurchaseBook:
    """Purchase histories of transactions, one a customer with ids."""
    with session.opened(dataset, using(selection)) as source:
        return read_purchase_book(source, selection=selection, customers=True)


@kept(30)
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


@kept(50)
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


@kept(50)
def quality(dataset: Dataset, today: date) -> Quality:
    """What is in a dataset and what seems wrong with it."""
    with session.opened(dataset) as source:
        return read_quality(source, today=today)
