"""What goes together with buying, on the page: from the columns to the kinds of customers."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace
from tests.models.purchase_lines import write_orders

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240
ROLES = {"customer": "customer", "ordered": "ordered", "amount": "amount"}


def script() -> None:
    """A page that shows nothing but the tab."""
    from types import SimpleNamespace

    from cxlib.charts.scores import Look
    from cxlib.ui import buying_covariates, head
    from cxlib.ui.value_terms import Terms

    view = head.head("transactions")
    terms = Terms("bg-nbd", "week", 26, 0.1, 1.0)
    look = Look("Lifetime value", view.dataset.name, view.words(), view.level)
    buying_covariates.tab(view, SimpleNamespace(terms=terms, look=look))


@pytest.fixture
def app(tmp_path, monkeypatch) -> AppTest:
    """The tab over a file of orders."""
    monkeypatch.chdir(ROOT)
    kept, file = tmp_path / "kept", tmp_path / "orders.csv"
    monkeypatch.setenv("CX_WORKSPACE", str(kept))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    kept.mkdir()
    write_orders(file)
    workspace = Workspace(open_catalogue(sqlite_url(kept)), kept, owner="local")
    upload = workspace.add_upload(file, name=file.name)
    engine = cursor(open_locked([kept], scratch=kept / "scratch"))
    workspace.add_dataset(upload, Mapping("transactions", tuple(ROLES.items())), cursor=engine)
    engine.disconnect()
    return settled(AppTest.from_function(script, default_timeout=PATIENCE).run())


def settled(app: AppTest) -> AppTest:
    """Run again until no work is under way; nothing may have broken."""
    until = time.monotonic() + PATIENCE
    while any((button.key or "").startswith("cancel_") for button in app.button):
        assert time.monotonic() < until, "the work in the background did not end"
        time.sleep(0.05)
        app.run()
    assert not app.exception, [one.message for one in app.exception]
    return app


def words(app: AppTest) -> str:
    return " ".join(one.value for one in (*app.markdown, *app.caption)).replace("\\", "")


def test_from_the_columns_to_the_kinds_of_customers(app):
    columns = app.multiselect(key="buying_columns")
    assert columns.value == ["plan", "shop"]
    assert "years" in columns.options
    assert "amount" not in columns.options
    said = words(app)
    assert "The columns make the model fit better" in said
    assert "plan: customers of pro buy at " in said
    assert "No proven connection with dropping out" in said
    assert "not that it is the cause" in said
    assert not app.warning

    settled(app.multiselect(key="buying_columns").set_value(["years"]).run())
    assert "years" in words(app)

    settled(app.multiselect(key="buying_columns").set_value([]).run())
    assert any("Choose columns" in one.value for one in app.info)
