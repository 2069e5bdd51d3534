"""Lifetime value from contracts through Streamlit's own test runner: every tab, and bad states."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.test_pages import metrics
from tests.ui.test_service_page import shown

ROOT = Path(__file__).resolve().parents[2]


def page() -> None:
    """One file of contracts in a workspace of its own, and the page below its title."""
    import os
    from pathlib import Path

    from cxlib.ui import contracting, imports, session
    from cxlib.ui.jobs import Progress

    if not session.datasets("subscriptions"):
        sample = Path(os.environ["CX_SAMPLE"])
        imports.arrive(
            session.workspace(),
            session.engine_factory(),
            sample,
            sample.name,
            Progress(),
            spooled=False,
        )
    contracting.page()


@pytest.fixture
def opened(tmp_path, monkeypatch):
    def open_file(sample: Path) -> AppTest:
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("CX_WORKSPACE", str(tmp_path / "workspace"))
        monkeypatch.setenv("CX_SAMPLE", str(sample))
        monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_function(page, default_timeout=120)
        return app.run()

    return open_file


def tab(app: AppTest, name: str) -> AppTest:
    app.session_state["contract_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith(f" {name}")
    )
    app.run()
    assert not app.exception
    return app


def contracts(path: Path, rows) -> Path:
    """A file of customers with a plan, their start and their end."""
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["customer", "started", "ended", "plan"], *rows])
    return path


def test_every_tab_of_the_sample(opened):
    app = opened(ROOT / "sample_data" / "subscriptions.csv")
    assert not app.exception
    found = metrics(app)
    assert found["Of it within the data"] == "100%"
    assert {"Value per new customer", "Still there after 24 months"} <= set(found)
    assert {"Customers still there", "Value to come"} <= set(found)
    assert any(title.startswith("Value of a customer by ") for title in shown(app))
    assert any(title.startswith("Value of the first ") for title in shown(app))
    assert any(title.startswith("The ") and "are worth" in title for title in shown(app))
    tab(app, "Models")
    assert any("is recommended" in one.value for one in app.markdown)
    assert "The models beside each other" in shown(app)
    tab(app, "Sensitivity")
    assert any(title.startswith("By these steps") for title in shown(app))
    tab(app, "Break-even")
    assert any("Enter what it costs" in one.value for one in app.caption)
    app.number_input(key="contract_cost").set_value(50.0).run()
    assert not app.exception
    labels = {label.replace("\\", "") for label in metrics(app)}
    assert {"Break-even (months)", "Value less cost", "Return on the cost"} <= labels
    assert any("pays back 50" in title for title in shown(app))


def test_the_fees_suggest_a_growth_and_terms_change_the_value(opened):
    app = opened(ROOT / "sample_data" / "subscriptions.csv")
    before = metrics(app)["Value per new customer"]
    assert any("fees of customers who stayed grew by" in one.value for one in app.caption)
    app.button(key="contract_use_growth").click().run()
    assert not app.exception
    growth = app.number_input(key="contract_growth").value
    after = metrics(app)["Value per new customer"]
    assert (growth == 0) == (after == before)
    app.selectbox(key="contract_model").set_value("weibull").run()
    assert not app.exception
    assert metrics(app)["Value per new customer"] != after


def test_nobody_left_is_told_in_words(opened, tmp_path):
    rows = [(f"c{i}", f"2025-0{1 + i % 3}-01", "", "pro") for i in range(9)]
    rows.append(("x", "2025-06-30", "", "pro"))
    app = opened(contracts(tmp_path / "stayed.csv", rows))
    assert not app.exception
    assert any("Nobody left" in one.value for one in app.info)
    tab(app, "Models")
    told = [one.value for one in (*app.warning, *app.error, *app.info)]
    assert any("Nobody left" in one for one in told)
