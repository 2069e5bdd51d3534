"""Errors on screen: one sentence for the analyst; the rest of the page stays up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import streamlit as st

from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui.words import plain


@contextmanager
def errors() -> Iterator[None]:
    """Show a `CxError` raised in the block as a sentence; anything else stays a bug."""
    try:
        yield
    except CxError as problem:
        st.warning(plain(problem), icon=":material/info:")
    except duckdb.InterruptException:
        st.info(say("The query was stopped."), icon=":material/block:")
    except duckdb.OutOfMemoryException:
        st.warning(
            say("This question needs more memory than the engine may use. Filter the data first."),
            icon=":material/memory:",
        )
