"""The Data page: files, their quality, and how their customers match."""

from __future__ import annotations

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import dataset_card, matching, quality, review, session, show, uploading
from cxlib.ui.words import plain


def page() -> None:
    """Draw the page."""
    files, quality_tab, customers = st.tabs(
        [
            ":material/draft: " + say("Files"),
            ":material/fact_check: " + say("Quality"),
            ":material/link: " + say("Customers across files"),
        ],
        key="data_tab",
        on_change="rerun",
    )
    if files.open:
        with files:
            _files()
    if quality_tab.open:
        with quality_tab, show.errors():
            _quality()
    if customers.open:
        with customers, show.errors():
            matching.panel()


def _quality() -> None:
    """The quality report of one dataset."""
    kept = {one.name: one for one in reversed(session.datasets())}
    if not kept:
        st.info(say("Upload a file to see what is in it and what is wrong with it."))
        return
    name = st.selectbox(say("Dataset"), list(kept), key="quality_of", width=320)
    quality.panel(kept[name])


def _files() -> None:
    """Uploader, files under way, files to confirm, and the datasets."""
    under_way = uploading.control()
    for upload in session.workspace().waiting():
        if upload.name in under_way:
            continue
        with st.container(border=True, key=f"waiting_{upload.digest[:12]}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f":material/help: **{plain(upload.name)}**", width="content")
                st.badge(say("to be confirmed"), color="orange")
                st.space("stretch")
                st.button(
                    say("Discard"),
                    key=f"discard_{upload.digest[:12]}",
                    icon=":material/delete:",
                    type="tertiary",
                    on_click=session.workspace().discard,
                    args=(upload,),
                )
            review.panel(upload, None)
    for dataset in reversed(session.datasets()):
        dataset_card.card(dataset)
