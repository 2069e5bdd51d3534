"""Quotes for the presentation: chosen comment by comment, redacted, put on slides of their own."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.feedback_quotes import Quote, quote_slides
from cxlib.locale.speak import say
from cxlib.ui import deck
from cxlib.ui.commented import Talk

KEY = "_quotes"


def chosen() -> tuple[Quote, ...]:
    """The quotes in the order they were chosen."""
    found: tuple[Quote, ...] = st.session_state.get(KEY, ())
    return found


def choice(talk: Talk, place: int, about: str) -> None:
    """A box to tick that puts a comment among the quotes.

    Args:
        talk: the comments of the view.
        place: which of them.
        about: what may stand beside the quote on a slide.
    """
    comments = talk.analysis.comments
    quote = Quote(talk.look.source, int(comments.row[place]), comments.text[place].as_py(), about)
    here = any(_same(one, quote) for one in chosen())
    st.button(
        say("Quoted") if here else say("Quote"),
        key=f"quote_{talk.asked.dataset.id}_{quote.row}",
        type="tertiary",
        icon=":material/check:" if here else ":material/add:",
        help=say("Choose this comment for a slide."),
        on_click=_turn,
        args=(quote,),
    )


def bar() -> None:
    """How many quotes are chosen, and the buttons that put them on slides or forget them."""
    quotes = chosen()
    if not quotes:
        return
    if st.button(
        say("Add {n} quotes to the presentation", n=len(quotes)),
        key="quotes_add",
        icon=":material/add_to_queue:",
    ):
        for chart in quote_slides(quotes):
            deck.add(chart)
        st.session_state[KEY] = ()
        st.toast(say("Added to the presentation."), icon=":material/check:")
        st.rerun()
    st.button(
        say("Forget them"),
        key="quotes_clear",
        type="tertiary",
        icon=":material/close:",
        on_click=_forget,
    )


def _turn(quote: Quote) -> None:
    quotes = chosen()
    kept = tuple(one for one in quotes if not _same(one, quote))
    st.session_state[KEY] = kept if len(kept) < len(quotes) else (*quotes, quote)


def _same(one: Quote, other: Quote) -> bool:
    """Whether both are the same comment, whatever stands beside it."""
    return (one.source, one.row) == (other.source, other.row)


def _forget() -> None:
    st.session_state[KEY] = ()
