"""The customers of the cell of a cohort table that was clicked."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxlib.charts.cohorts import cohort_name
from cxlib.columns.mapping import HIDE
from cxlib.columns.masking import how_shown
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.metrics.cohorts import Cohort
from cxlib.stats.cohort_grid import CohortGrid
from cxlib.stats.cohort_members import CohortCell, cell_customers
from cxlib.tables.selection import Selection
from cxlib.ui import load, session
from cxlib.ui.cohort_view import Asked
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

SHOWN, MOST = 200, 100_000


@load.kept(20)
def customers(
    dataset: Dataset,
    selection: Selection,
    grid: CohortGrid,
    cell: CohortCell,
    end: date | None,
    limit: int,
) -> dict[str, list[object]]:
    """The customers of a cell, column by column."""
    with session.opened(dataset, load.using(selection)) as source:
        table = cell_customers(source, grid, cell, selection=selection, end=end, limit=limit)
        found: dict[str, list[object]] = table.to_pyarrow().to_pydict()
    return found


def panel(asked: Asked, rows: tuple[Cohort, ...], clicked: str) -> None:
    """The customers of the cell that was clicked."""
    row, column = (int(one) for one in clicked.split(","))
    if not 1 <= row <= len(rows) or column >= len(asked.grid.cells):
        st.caption(say("Click a cell of one cohort to see its customers."))
        return
    cohort, place = rows[row - 1], rows[row - 1].cells[column]
    view, grid = asked.view, asked.grid
    with st.container(border=True, key="cohort_customers"):
        name = cohort_name(cohort, grid.period)
        where = f"{asked.look.unit} {asked.look.label(place.offset)}"
        st.markdown(f"**{plain(name)} · {plain(where)}**")
        names = {True: say("Active"), False: say("Not active")}
        active = st.segmented_control(
            say("Customers"),
            [True, False],
            default=True,
            required=True,
            key="cohort_active",
            format_func=names.__getitem__,
            label_visibility="collapsed",
        )
        cell = CohortCell(cohort.start, place.offset, active=active is not False)
        found = customers(view.dataset, view.selection, grid, cell, asked.end, SHOWN)
        st.dataframe(_headed(found, asked), hide_index=True, height=260, key="cohort_rows")
        _export(asked, cell, found)


def _export(asked: Asked, cell: CohortCell, found: dict[str, list[object]]) -> None:
    view = asked.view
    n = len(found["customer"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            say("The first {n} customers.", n=n) if n == SHOWN else say("{n} customers.", n=n)
        )
        st.download_button(
            say("Download these customers (CSV)"),
            data=lambda: rows_to_csv(
                _headed(
                    customers(view.dataset, view.selection, asked.grid, cell, asked.end, MOST),
                    asked,
                )
            ),
            file_name="customers.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key="cohort_csv",
        )
    column = view.dataset.mapping.column("customer") or ""
    if how_shown(view.dataset.mapping, column) == HIDE:
        st.caption(say("Customers are hidden in this dataset; the Data page can change that."))


def _headed(found: dict[str, list[object]], asked: Asked) -> dict[str, list[object]]:
    """The columns under names for a reader."""
    last = say("Last day it ran") if asked.contracts else say("Last active")
    names = (say("Customer"), say("First day"), last, say("Rows"))
    return dict(zip(names, found.values(), strict=True))
