"""The projection tab through Streamlit's own test runner."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def page() -> None:
    """The sample contracts in a workspace of their own, and the tab."""
    import os
    from datetime import date
    from pathlib import Path

    import streamlit as st

    from cxlib.tables.selection import EVERYTHING
    from cxlib.ui import imports, projection, session, show
    from cxlib.ui.head import View
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
    (dataset,) = session.datasets("subscriptions")
    st.session_state["observed"] = st.session_state.get("cut_off") or date(2026, 6, 30)
    with show.errors():
        projection.tab(View(dataset, EVERYTHING, None, "month", 0.95))


@pytest.fixture
def tab(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("CX_SAMPLE", str(ROOT / "sample_data" / "subscriptions.csv"))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    return AppTest.from_function(page, default_timeout=120)


def test_the_verdict_comes_first_and_controls_change_it(tab):
    tab.run()
    assert not tab.exception
    assert not tab.warning
    said = tab.markdown[0].value
    assert "is recommended" in said
    horizon = tab.number_input(key="project_horizon_month").value
    assert f"after {horizon} months" in said
    tab.number_input(key="project_horizon_month").set_value(6).run()
    assert not tab.exception
    assert "after 6 months" in tab.markdown[0].value
    tab.button_group(key="project_models").set_value(["sbg"]).run()
    tab.slider(key="project_cut_month").set_value(8).run()
    assert "first 8 months" in tab.markdown[0].value
    assert not tab.exception


def test_too_little_to_project_is_one_sentence(tab):
    tab.session_state["cut_off"] = date(2024, 10, 2)
    tab.run()
    assert not tab.exception
    assert len(tab.warning) == 1
