"""Survey quality: weights that give the answers the known shares of some columns."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from cxlib.charts import raking as charts
from cxlib.charts.chart import Chart, Kind, Point
from cxlib.charts.scores import value_of
from cxlib.charts.words import number
from cxlib.export.csv_text import to_csv
from cxlib.locale.speak import current, say
from cxlib.metrics.nps import Nps
from cxlib.metrics.raking import Raked, rake, typed_percents, weighted_counts
from cxlib.stats.groups import BLANK
from cxlib.stats.margins import Cells, read_cells
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, kpi, load, session
from cxlib.ui.answering_score import Measured
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

MOST = 4
"""Columns that answers are weighted by."""
BEGAN = "_rake_began"
"""Whether a column's targets are those of the list, by dataset and column."""
DRAWN, TYPED = "_rake_drawn", "_rake_typed"
"""What each editor was drawn with, and what stands in it: one that is drawn anew keeps it."""
Percents = dict[str, float]


@load.kept(10)
def _cells(dataset: Dataset, metric: str, columns: tuple[str, ...], selection: Selection) -> Cells:
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_cells(source, score=metric, columns=columns, selection=selection)


def tab(measured: Measured) -> None:
    """Draw the choice of columns, the targets, and what the weights do to the score."""
    view = measured.view
    st.caption(
        say(
            "Where you know the true shares of regions, plans or channels among all customers, the "
            "answers can be weighted to them. Type the true shares in percent."
        )
    )
    known = [one.column for one in load.segments(view.dataset)]
    if not known:
        st.info(say("This file has no column that could split its answers into groups."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        columns = st.multiselect(
            say("Columns to weight by"),
            known,
            default=[view.by] if view.by in known else known[:1],
            key=f"rake_columns_{view.dataset.id}",
            persist_state="page",
            max_selections=MOST,
            width="stretch",
        )
        trim = st.toggle(say("Trim large weights"), key="rake_trim")
        cap = None
        if trim:
            cap = st.number_input(
                say("Largest weight"), 1.1, 100.0, 5.0, 0.5, key="rake_cap", width=140,
                help=say("The mean weight is 1. Trimmed weights no longer meet the targets."),
            )  # fmt: skip
    if not columns:
        st.info(say("Choose at least one column."))
        return
    cells = _cells(view.dataset, measured.metric, tuple(columns), view.selection)
    coverage.line(cells.coverage, key="rake")
    weight = view.dataset.mapping.column("weight")
    if weight is not None:
        st.caption(
            say(
                "Weights of the file ('{column}') are left aside here: raking makes its own.",
                column=plain(weight),
            )
        )
    targets = _targets(view.dataset, cells)
    raked = rake(cells, targets, cap=None if cap is None else float(cap))
    _result(measured, cells, raked)


def _targets(dataset: Dataset, cells: Cells) -> dict[str, Percents]:
    """An editor for each column; fractions by column and value."""
    lent = _lent(dataset)
    found: dict[str, Percents] = {}
    with st.grid(min(2, len(cells.columns)), min_column_width=340, gap="small"):
        for place, column in enumerate(cells.columns):
            with st.container(border=True, height="stretch", key=f"rake_card_{place}"):
                found[column] = _editor(dataset, cells, place, lent.get(column, {}))
    return found


def _lent(dataset: Dataset) -> dict[str, Percents]:
    """The shares of a customer list, for each column that it lends to the dataset."""
    around = session.around()
    owners = {one.id: one for one in around.datasets}
    found: dict[str, Percents] = {}
    for one in around.lent_to(dataset):
        segments = {two.column: two for two in load.segments(owners[one.dataset])}
        if one.column in segments:
            values = {v: n for v, n in segments[one.column].values if v != BLANK}
            total = sum(values.values())
            found[one.name] = {v: n / total for v, n in values.items()} if total else {}
    return found


def _editor(dataset: Dataset, cells: Cells, place: int, listed: Percents) -> Percents:
    column = cells.columns[place]
    sample = cells.shares(place)
    key = f"{dataset.id}/{column}"
    began: dict[str, tuple[int, Percents]] = st.session_state.setdefault(BEGAN, {})
    version, percents = began.get(key, (0, {}))
    values = [*sample, *(one for one in percents if one not in sample)]
    usual = typed_percents(sample)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(column)}**", width="stretch")
        if listed and st.button(
            say("From the customer list"), key=f"rake_list_{place}", icon=":material/group:"
        ):
            began[key] = (version + 1, typed_percents(listed))
            st.rerun()
        if percents and st.button(say("As answered"), key=f"rake_back_{place}", type="tertiary"):
            began[key] = (version + 1, {})
            st.rerun()
    offered = [percents.get(one, 0.0) if percents else usual[one] for one in values]
    editor = f"rake_{current()}_{key}_{version}_{hash(tuple(offered))}"
    drawn = st.session_state.setdefault(DRAWN, {})
    left = st.session_state.setdefault(TYPED, {})
    if editor not in st.session_state:
        drawn[editor] = left.get(editor, offered)
    frame = pd.DataFrame(
        {
            "value": values,
            "sample": [100 * sample.get(one, 0.0) for one in values],
            "target": drawn[editor],
        }
    )
    edited = st.data_editor(
        frame,
        key=editor,
        hide_index=True,
        disabled=["value", "sample"],
        width="stretch",
        column_config={
            "value": st.column_config.TextColumn(say("Value")),
            "sample": st.column_config.NumberColumn(say("Answers (%)"), format="%.1f"),
            "target": st.column_config.NumberColumn(
                say("Target (%)"), min_value=0.0, max_value=100.0, required=True, format="%.2f"
            ),
        },
    )
    typed = [0.0 if pd.isna(one) else float(one) for one in edited["target"]]
    total = math.fsum(typed)
    st.caption(say("Sum: {total}%", total=number(total, ".10g" if total % 1 else ".0f")))
    left[editor] = typed
    if typed == offered:
        # Nothing was typed: the shares themselves, not as they are rounded for the editor.
        exact = listed if percents else sample
        return {value: exact.get(value, 0.0) for value in values}
    return {value: one / 100 for value, one in zip(values, typed, strict=True)}


def _result(measured: Measured, cells: Cells, raked: Raked) -> None:
    counts = weighted_counts(cells, raked.weights)
    plain_counts = weighted_counts(cells, raked.weights * 0 + 1)
    before, after = measured.score(plain_counts), measured.score(counts)
    form = "+.1f" if isinstance(before, Nps) else ".1%"
    level = measured.view.level
    kpi.row(
        [
            Kpi(say("Unweighted"), value_of(before), form, level),
            Kpi(say("Weighted"), value_of(after), form, level),
            Kpi(
                say("Effective answers"),
                Point(raked.n_eff, n=raked.n),
                ",.0f",
                about=say(
                    "As many answers of equal weight would tell as much (Kish, 1965). Design "
                    "effect {effect}: the variance grows by that factor.",
                    effect=number(raked.design_effect, ".2f"),
                ),
            ),
            Kpi(
                say("Largest to smallest weight"),
                Point(raked.ratio),
                ",.1f",
                about=say("Beyond about 10, a few answers decide much of the score."),
            ),
        ],
        key="rake",
    )
    look = measured.look()
    card.show(charts.weighted_score(before, after, look), key="rake_score")
    card.show(charts.margin_chart(raked, cells, look), key="rake_margins")
    _download(cells, raked)


def _download(cells: Cells, raked: Raked) -> None:
    table = charts.weight_table(raked, cells)
    st.download_button(
        say("Weights of all cells (CSV)"),
        data=lambda: to_csv(Chart(Kind.TABLE, "", table=table), bom=True),
        file_name="weights.csv",
        mime="text/csv",
        on_click="ignore",
        key="rake_csv",
        icon=":material/download:",
    )
