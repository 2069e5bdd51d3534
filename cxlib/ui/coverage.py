"""How many rows a page rests on, and why the others were left out."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.words import count
from cxlib.locale.speak import say
from cxlib.tables.question import Coverage
from cxlib.ui.words import plain


def line(coverage: Coverage, *, key: str) -> None:
    """One line under the head: rows used of rows read; the reasons in one click."""
    used, rows = count(coverage.used), count(coverage.rows)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"used_{key}"):
        st.caption(say("{used} of {rows} rows used", used=used, rows=rows), width="content")
        if coverage.left_out:
            left = count(coverage.rows - coverage.used)
            with st.popover(say("{n} left out", n=left), type="tertiary"):
                for reason, n in coverage.left_out:
                    st.markdown(f"**{count(n)}** · {plain(reason)}")
