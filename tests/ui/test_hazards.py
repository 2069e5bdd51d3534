"""What goes together with leaving, on the page: from the columns to the list of risks."""

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
from tests.models.lives_made import stays

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
ROLES = {"customer": "id", "duration": "months", "churned": "gone"}


def script() -> None:
    """A page that shows nothing but the tab."""
    from cxlib.ui import hazards, head

    hazards.tab(head.head("subscriptions"))


def page(folder: Path, monkeypatch: pytest.MonkeyPatch, rows: int) -> AppTest:
    """The tab over a file of contracts."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(folder / "kept"))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    file, kept = folder / "contracts.csv", folder / "kept"
    kept.mkdir()
    made = stays(rows).rename(columns={"time": "months", "left": "gone"})
    made.insert(0, "id", [f"c{k}" for k in range(rows)])
    made.to_csv(file, index=False)
    workspace = Workspace(open_catalogue(sqlite_url(kept)), kept, owner="local")
    upload = workspace.add_upload(file, name=file.name)
    engine = cursor(open_locked([kept], scratch=kept / "scratch"))
    workspace.add_dataset(upload, Mapping("subscriptions", tuple(ROLES.items())), cursor=engine)
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


def test_from_the_columns_to_the_list_of_risks(tmp_path, monkeypatch):
    app = page(tmp_path, monkeypatch, 700)
    columns = app.multiselect(key="hazards_columns")
    assert columns.value == ["plan", "city"]
    assert columns.options == ["plan", "city", "age"]
    said = words(app)
    assert "plan: customers with pro leave at 0." in said
    assert "not that it is the cause" in said
    assert "seem steady over time" in said
    assert "of the error of one curve for all" in said or "no better than" in said
    assert "by risk of leaving within 3 months" in said
    assert not app.warning
    settled(app.number_input(key="hazards_horizon_month").set_value(6.0).run())
    assert "by risk of leaving within 6 months" in words(app)

    settled(app.multiselect(key="hazards_columns").set_value(["age"]).run())
    settled(app.toggle(key="hazards_curved").set_value(True).run())
    assert "Test of a straight line" in words(app)

    settled(app.multiselect(key="hazards_columns").set_value([]).run())
    assert any("Choose columns" in one.value for one in app.info)


def test_too_few_departures_are_one_sentence(tmp_path, monkeypatch):
    app = page(tmp_path, monkeypatch, 12)
    settled(app.multiselect(key="hazards_columns").set_value(["plan"]).run())
    (warning,) = app.warning
    assert "needs at least 10 departures" in warning.value.replace("\\", "")
