"""The presentation page: slides in order, each with title and comment, and the downloads."""

from __future__ import annotations

import io
from functools import partial

import streamlit as st

from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw, plotly_config
from cxlib.charts.storyboard import storyboard
from cxlib.charts.words import footer, told
from cxlib.export.page import write_page
from cxlib.export.slides import write_deck
from cxlib.export.spec import SlideSpec
from cxlib.export.workbook import write_workbook
from cxlib.locale.speak import say
from cxlib.ui import card, deck, session
from cxlib.ui.words import plain


def page() -> None:
    """Draw the page."""
    slides = deck.slides()
    if not slides:
        _empty()
        return
    _downloads(slides)
    for place, slide in enumerate(slides):
        _slide(place, slide, len(slides))


def _empty() -> None:
    with st.container(border=True, horizontal_alignment="center", key="empty_deck"):
        st.markdown(f"**{say('No slides yet')}**", width="content")
        st.caption(
            say("Press “Add to presentation” under any chart; it appears here as a slide."),
            width="content",
        )
        with st.container(horizontal=True, horizontal_alignment="center"):
            if session.datasets():
                st.button(
                    say("Make slides from all datasets"),
                    key="deck_fill",
                    type="primary",
                    icon=":material/auto_awesome_motion:",
                    on_click=_fill,
                )
            st.page_link(
                "pages/overview.py", label=say("Go to Overview"), icon=":material/monitoring:"
            )


def _fill() -> None:
    """Slides for every dataset: the charts that its columns allow."""
    level = float(st.session_state.get("level") or 0.95)
    for dataset in session.datasets():
        with session.opened(dataset) as source:
            story = storyboard([source], level=level)
        for chart in story.charts:
            deck.add(chart)


def _downloads(slides: tuple[deck.Slide, ...]) -> None:
    specs = [SlideSpec(one.chart, one.title, one.comment) for one in slides]
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck_head"):
        title = st.text_input(
            say("Title of the presentation"),
            value=say("Customer experience"),
            key="deck_title",
            persist_state="session",
            width=360,
        )
        st.download_button(
            say("Download PowerPoint"),
            data=partial(_pptx, specs, title),
            file_name="presentation.pptx",
            mime=card.PPTX,
            type="primary",
            icon=":material/co_present:",
            on_click="ignore",
            key="deck_pptx",
        )
        st.download_button(
            say("Excel"),
            data=partial(_xlsx, specs),
            file_name="presentation.xlsx",
            mime=card.XLSX,
            icon=":material/table_view:",
            on_click="ignore",
            key="deck_xlsx",
        )
        st.download_button(
            say("Web page"),
            data=partial(_html, specs, title),
            file_name="presentation.html",
            mime="text/html",
            icon=":material/public:",
            on_click="ignore",
            key="deck_html",
        )
        st.button(
            say("Remove all"),
            key="deck_clear",
            type="tertiary",
            icon=":material/delete:",
            on_click=deck.clear,
        )
    st.caption(
        say(
            "{n} slides. Charts are native and editable; the method is in the speaker notes.",
            n=len(slides),
        )
    )


def _slide(place: int, slide: deck.Slide, total: int) -> None:
    key = f"{place}_{abs(hash((slide.chart, slide.title, slide.comment)))}"
    with st.container(border=True, key=f"slide_{place}"):
        left, right = st.columns([2, 3], gap="large")
        with left:
            st.caption(say("Slide {place} of {total}", place=place + 1, total=total))
            title = st.text_input(say("Title"), value=slide.title, key=f"title_{key}")
            comment = st.text_area(
                say("Comment"),
                value=slide.comment,
                key=f"comment_{key}",
                height=90,
                placeholder=say("What should the audience take away?"),
            )
            if (title, comment) != (slide.title, slide.comment):
                deck.change(place, title=title, comment=comment)
                st.rerun()
            _buttons(place, total)
        with right:
            _preview(slide, key)


def _buttons(place: int, total: int) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("Up"),
            key=f"up_{place}",
            icon=":material/arrow_upward:",
            disabled=place == 0,
            on_click=deck.move,
            args=(place, -1),
        )
        st.button(
            say("Down"),
            key=f"down_{place}",
            icon=":material/arrow_downward:",
            disabled=place == total - 1,
            on_click=deck.move,
            args=(place, 1),
        )
        st.button(
            say("Remove"),
            key=f"remove_{place}",
            icon=":material/delete:",
            type="tertiary",
            on_click=deck.remove,
            args=(place,),
        )


def _preview(slide: deck.Slide, key: str) -> None:
    chart = slide.chart
    if chart.subtitle:
        st.caption(plain(chart.subtitle))
    if chart.kind is Kind.TABLE and chart.table:
        card.table(chart.table, key=f"preview_{key}")
    else:
        figure = draw(chart, theme=card.theme(), height=280)
        st.plotly_chart(
            figure, key=f"preview_{key}", theme=None, config=plotly_config(chart), alt=told(chart)
        )
    st.caption(plain(footer(chart)))


def _pptx(specs: list[SlideSpec], title: str) -> bytes:
    out = io.BytesIO()
    write_deck(specs, title=title, out=out, cover=bool(title.strip()))
    return out.getvalue()


def _xlsx(specs: list[SlideSpec]) -> bytes:
    out = io.BytesIO()
    write_workbook([one.chart for one in specs], out)
    return out.getvalue()


def _html(specs: list[SlideSpec], title: str) -> bytes:
    out = io.BytesIO()
    write_page(specs, title, out)
    return out.getvalue()
