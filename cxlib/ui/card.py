"""The chart card: title, chart, n, method, the table behind it, export, add to presentation."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Literal

import streamlit as st

from cxlib.charts.chart import Chart, Kind, Table
from cxlib.charts.draw import draw, plotly_config
from cxlib.charts.tabular import tabular
from cxlib.charts.words import cell, count, told
from cxlib.export.csv_text import to_csv
from cxlib.export.slides import write_deck
from cxlib.export.spec import SlideSpec
from cxlib.export.workbook import write_workbook
from cxlib.locale.speak import say
from cxlib.ui import deck
from cxlib.ui.words import plain

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(chart: Chart, *, key: str, height: int | None = None) -> str | None:
    """Draw a card and return the key of the label that was clicked last, or None.

    Args:
        chart: what to show.
        key: unique on the page; names the card's widgets.
        height: of the drawing, in pixels; None for the chart's own.
    """
    with st.container(border=True, key=f"card_{key}", height="stretch"):
        st.markdown(f"**{plain(chart.title)}**")
        if chart.subtitle:
            st.caption(plain(chart.subtitle))
        clicked = _picture(chart, key, height)
        if chart.below:
            table(chart.below, key=f"{key}_below")
        for note in chart.notes:
            st.caption(f":material/info: {plain(note)}")
        st.space("stretch")
        _foot(chart, key)
    return clicked


def table(cells: Table, *, key: str) -> None:
    """Show plain cells, numbers right-aligned in their format."""
    columns = {
        name: [cell(row[i], form) for row in cells.rows]
        for i, (name, form) in enumerate(zip(cells.columns, cells.forms, strict=True))
    }
    config = {
        name: st.column_config.Column(name, alignment="right" if form else "left")
        for name, form in zip(cells.columns, cells.forms, strict=True)
    }
    st.dataframe(columns, hide_index=True, column_config=config, key=key, width="stretch")


def _picture(chart: Chart, key: str, height: int | None) -> str | None:
    if chart.kind is Kind.TABLE:
        if chart.table:
            table(chart.table, key=f"{key}_table")
        return None
    figure = draw(chart, theme=theme(), height=height)
    alt = told(chart)
    config = plotly_config(chart)
    if not chart.click:
        st.plotly_chart(figure, key=key, theme=None, config=config, alt=alt)
        return None
    event = st.plotly_chart(
        figure,
        key=key,
        theme=None,
        config=config,
        alt=alt,
        on_select="rerun",
        selection_mode="points",
    )
    points = event["selection"]["points"]
    return _clicked(points[0]) if points else None


def theme() -> Literal["light", "dark"]:
    """The colours in use at the browser: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _clicked(point: dict[str, object]) -> str | None:
    value = point.get("customdata")
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    return None if value is None else str(value)


def _foot(chart: Chart, key: str) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if chart.n is not None:
            st.caption(f"n = {count(chart.n)}", width="content")
        if chart.method:
            with st.popover(say("Method"), type="tertiary", icon=":material/function:"):
                st.markdown(plain(chart.method))
                if chart.source:
                    st.caption(say("Source: {source}", source=plain(chart.source)))
        if chart.kind is not Kind.TABLE:
            with st.popover(say("Table"), type="tertiary", icon=":material/table:"):
                table(tabular(chart), key=f"{key}_cells")
        with st.popover(say("Export"), type="tertiary", icon=":material/download:"):
            _exports(chart, key)
        if st.button(
            say("Add to presentation"),
            key=f"{key}_add",
            type="tertiary",
            icon=":material/add_to_queue:",
        ):
            deck.add(chart)
            st.toast(say("Added to the presentation."), icon=":material/check:")


def _exports(chart: Chart, key: str) -> None:
    """Files are made when they are asked for, not when the card is drawn."""
    name = _file_name(chart.title)

    def save(label: str, suffix: str, mime: str, make: Callable[[], bytes | str]) -> None:
        st.download_button(
            label,
            data=make,
            file_name=f"{name}.{suffix}",
            mime=mime,
            on_click="ignore",
            key=f"{key}_{suffix}",
            width="stretch",
        )

    save(say("PowerPoint slide"), "pptx", PPTX, lambda: slide_bytes(chart))
    save(say("Excel with chart"), "xlsx", XLSX, lambda: workbook_bytes(chart))
    save(say("CSV"), "csv", "text/csv", lambda: to_csv(chart))
    st.caption(say("An image (SVG) is in the corner of the chart."))


def slide_bytes(chart: Chart) -> bytes:
    """A presentation of one slide."""
    out = io.BytesIO()
    write_deck([SlideSpec(chart, chart.title, "")], title=chart.title, out=out)
    return out.getvalue()


def workbook_bytes(chart: Chart) -> bytes:
    """A workbook with one native chart."""
    out = io.BytesIO()
    write_workbook([chart], out)
    return out.getvalue()


def _file_name(title: str) -> str:
    kept = "".join(c if c.isalnum() else "-" for c in title.lower())
    return "-".join(part for part in kept.split("-") if part)[:60] or "chart"
