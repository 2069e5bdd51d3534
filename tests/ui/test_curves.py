"""Survival curves on screen: every picture, late records, two groups, and joined contracts."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.errors import BadOption
from cxlib.ui.stay_controls import parsed_times
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
FIRST, CUT = date(2025, 1, 1), date(2026, 6, 30)
MAPPED = Mapping("subscriptions", tuple((one, one) for one in ("customer", "started", "ended")))


def table() -> str:
    """Of 240 customers on three plans, of the first 20 nineteen have a second contract."""
    draw = random.Random(4)
    lines = ["customer,started,ended,plan", f"z,{FIRST},{CUT},free"]
    for i in range(240):
        start = FIRST + timedelta(draw.randrange(300))
        end = start + timedelta(5 + int(draw.expovariate(1 / (60 + 90 * (i % 3)))))
        plan = ("free", "team", "pro")[i % 3]
        lines.append(f"c{i},{start},{end if end <= CUT else ''},{plan}")
        if i < 20 and end < CUT - timedelta(30):
            lines.append(f"c{i},{end + timedelta(10)},,pro")
    return "\n".join(lines) + "\n"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    folder = tmp_path.resolve() / "workspace"
    folder.mkdir()
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(folder))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    engine = cursor(open_locked([folder], scratch=folder / "scratch"))
    workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner="local")
    file = tmp_path / "contracts.csv"
    file.write_text(table())
    upload = workspace.add_upload(file, name=file.name)

    made = workspace.add_dataset(upload, MAPPED, cursor=engine)
    # A link needs the app around it, with its pages.
    monkeypatch.setattr(st, "page_link", lambda *_, **__: None)
    return lambda mapping: workspace.remap(made, mapping, cursor=engine)


def opened() -> AppTest:
    def page() -> None:
        from cxlib.ui import curves, head, show, stay_controls

        view = head.head("subscriptions")
        stay_controls.clock(view)
        with show.errors():
            curves.tab(view)

    return settled(AppTest.from_function(page, default_timeout=PATIENCE).run())


def settled(app: AppTest) -> AppTest:
    assert not app.exception, [one.message for one in app.exception]
    return app


def said(app: AppTest) -> str:
    found = "\n".join(one.value for one in (*app.markdown, *app.caption, *app.error))
    return found.replace("\\", "")


def test_the_tab_shows_curves_times_pairs_and_two_groups(kept):
    app = opened()
    words = said(app)
    assert {"Customers", "Still there after 12 months"} <= {one.label for one in app.metric}
    assert "Retention differs by plan" in words
    assert "Still there at chosen times, by plan" in words
    assert "pairs differ in how they leave" in words
    assert "compared with" in words
    assert "have 38 contracts, and each counts by itself" in words
    assert not (*app.error, *app.warning)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        ("gone", "Retention differs by plan"),
        ("hazard", "Exposure to leaving adds up over time"),
        ("rate", "When customers leave, by plan"),
    ],
)
def test_every_picture_is_drawn(kept, picture, words):
    app = opened()
    settled(app.selectbox(key="stay_picture").set_value(picture).run())
    assert words in said(app)
    assert not (*app.error, *app.warning)
    if picture == "rate":
        settled(app.number_input(key="stay_bandwidth_month").set_value(2.0).run())
        assert "Bandwidth in months: free: 2; pro: 2; team: 2." in said(app)
        settled(app.number_input(key="stay_bandwidth_month").set_value(500.0).run())
        assert "The bandwidth is 500" in (*app.error, *app.warning)[0].value.replace("\\", "")


def test_records_tests_times_and_groups_are_chosen(kept):
    app = opened()
    app.date_input(key="stay_records").set_value(date(2025, 6, 1))
    app.selectbox(key="stay_test").set_value("fleming-harrington")
    app.text_input(key="stay_times_month").set_value("2; 4, 8")
    app.number_input(key="stay_tau_month").set_value(6.0)
    settled(app.run())
    words = said(app)
    assert "records from 2025-06-01" in words
    assert "Mean active in the first 6 months" in {one.label for one in app.metric}
    settled(app.selectbox(key="stay_one").set_value("team").run())
    assert "team" not in app.selectbox(key="stay_other").options
    assert "team compared with" in said(app)
    settled(app.text_input(key="stay_times_month").set_value("two").run())
    assert "The chosen times have to be numbers" in (*app.error, *app.warning)[0].value.replace(
        "\\", ""
    )


def test_without_a_comparison_there_is_one_curve(kept):
    app = opened()
    settled(app.selectbox(key="subscriptions_by").set_value("").run())
    words = said(app)
    assert "Still there at chosen times" in words
    assert "pairs" not in words
    assert not (*app.error, *app.warning)


def test_joined_contracts_are_said_to_be(kept):
    apart = {one.label: one.value for one in opened().metric}
    kept(MAPPED.with_choice("stays", "join"))
    app = opened()
    joined = {one.label: one.value for one in app.metric}
    assert int(apart["Customers"]) == int(joined["Customers"]) + 19
    assert "at most 31 days apart count as one stay" in said(app)
    assert "contracts joined to stays" in said(app)


def test_times_are_read_from_text():
    assert parsed_times(" 6, 1;3 3 ") == (1, 3, 6)
    assert parsed_times("") == ()
    for wrong in ("x", "-1", "nan", "1, inf"):
        with pytest.raises(BadOption, match="chosen times have to be numbers from 0 on"):
            parsed_times(wrong)
