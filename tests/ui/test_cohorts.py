"""The cohorts of a dataset on screen, through Streamlit's own test runner."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.engine.embedded import cursor, open_locked
from cxlib.ui import card, imports
from cxlib.ui.jobs import Progress
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace

ROOT = Path(__file__).resolve().parents[2]
FIRST = date(2024, 1, 1)


def page(kind: str) -> None:
    from cxlib.ui import cohorts, head, show

    view = head.head(kind)
    with show.errors():
        cohorts.tab(view)


def purchases() -> list[str]:
    rows = ["customer,ordered_at,amount"]
    for i in range(240):
        start = FIRST + timedelta(3 * i)
        rows += [
            f"K{i:04},{start + timedelta(31 * k):%Y-%m-%d},{10 + i % 7}.50"
            for k in range(8)
            if k == 0 or (i * 7 + k * 5) % 3
        ]
    return rows


def contracts() -> list[str]:
    rows = ["customer,plan,started_on,ended_on"]
    for i in range(240):
        start = FIRST + timedelta(2 * i)
        end = f"{start + timedelta(40 + 13 * (i % 17)):%Y-%m-%d}" if i % 3 else ""
        rows.append(f"K{i:04},{'AB'[i % 2]},{start:%Y-%m-%d},{end}")
    return rows


def events() -> list[str]:
    rows = ["customer_id,happened_at,event"]
    for i in range(60):
        for k in range(6):
            if k == 0 or (i + k) % 3:
                day = FIRST + timedelta(4 * i + 7 * k)
                rows.append(f"K{i:04},{day:%Y-%m-%d} {8 + k:02}:15:00,open")
    return rows


FILES = {"transactions": purchases, "subscriptions": contracts, "events": events}


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """A page with the cohorts of one kind of file, after its first run."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(tmp_path))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()

    def open_(kind: str, lines: list[str] | None = None) -> AppTest:
        file = tmp_path / f"{kind}.csv"
        file.write_text("\n".join(lines or FILES[kind]()) + "\n")
        root = open_locked([tmp_path], scratch=tmp_path / "scratch")
        workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
        arrived = imports.arrive(
            workspace, lambda: cursor(root), file, file.name, Progress(), spooled=False
        )
        assert arrived.dataset is not None
        assert arrived.dataset.kind == kind
        app = AppTest.from_function(page, args=(kind,), default_timeout=60)
        return ran(app.run())

    return open_


def ran(app: AppTest) -> AppTest:
    assert not app.exception, [one.message for one in app.exception]
    return app


def titles(app: AppTest) -> list[str]:
    return [one.value.strip("*") for one in app.markdown if one.value.startswith("**")]


@pytest.mark.parametrize("kind", FILES)
def test_the_tab_shows_table_curves_and_trend(opened, kind):
    app = opened(kind)
    assert [one.value for one in app.warning] == []
    found = " | ".join(titles(app))
    assert "of the customers are active in month 1" in found
    assert "Cohorts over each other" in found
    assert ("not yet gone" in found) == (kind == "subscriptions")
    assert ("active then or later" in found) == (kind != "subscriptions")
    assert "in month 1 | " in found + " | "
    assert any(
        one in found for one in ("Newer cohorts", "No proven trend", "All cohorts are alike")
    )


def test_every_rule_and_clock_can_be_chosen(opened):
    app = opened("transactions")
    ran(app.selectbox(key="cohort_rule").set_value("on-or-after").run())
    assert any("No trend is tested" in one for one in titles(app))
    ran(app.button_group(key="cohort_clock").set_value("own").run())
    ran(app.selectbox(key="cohort_rule").set_value("bracket").run())
    ran(app.button_group(key="cohort_period").set_value("week").run())
    assert [one.value for one in app.warning] == []
    assert any("week 1" in one for one in titles(app))
    ran(app.text_input(key="cohort_edges_week").set_value("5,x").run())
    assert ["1,3,6,12" in one.value.replace("\\", "") for one in app.warning] == [True]


def test_day_cohorts_of_long_data_stay_few_on_screen(opened, monkeypatch):
    drawn = {}
    show = card.show
    monkeypatch.setattr(
        card, "show", lambda chart, **how: drawn.update({how["key"]: chart}) or show(chart, **how)
    )
    app = opened("transactions")
    ran(app.button_group(key="cohort_period").set_value("day").run())
    heat = drawn["cohort_heat"]
    assert len(heat.series) == 25
    assert any("The newest 24 of 240 cohorts" in one for one in heat.notes)
    assert len(drawn["cohort_trend"].labels) == 60
    assert len(drawn["cohort_curves"].series) == 6
    first = FIRST
    ran(app.select_slider(key="cohort_range_day").set_range(first, first + timedelta(30)).run())
    assert len(drawn["cohort_heat"].series) == 12


@pytest.mark.parametrize("kind", FILES)
def test_a_clicked_cell_lists_its_customers(opened, kind, monkeypatch):
    show = card.show

    def clicked(chart, *, key, height=None):
        show(chart, key=key, height=height)
        return "2,0" if key == "cohort_heat" else None

    monkeypatch.setattr(card, "show", clicked)
    app = opened(kind)
    active = app.dataframe[-1].value if len(app.dataframe) else None
    rows = [one.value for one in app.dataframe if "First day" in one.value.columns]
    assert len(rows) == 1, active
    there = set(rows[0]["Customer"])
    assert all(one.startswith("K") for one in there)
    ran(app.button_group(key="cohort_active").set_value(False).run())
    rows = [one.value for one in app.dataframe if "First day" in one.value.columns]
    assert not there & set(rows[0]["Customer"])


def test_little_and_future_data_are_a_sentence(opened):
    app = opened("transactions", ["customer,ordered_at,amount", *["A,2025-03-03,5.00"] * 3])
    assert any("No cohort is followed long enough" in one for one in titles(app))
    rows = [f"B{i},{2024 + i % 3}-0{1 + i % 9}-11,4.50" for i in range(60)]
    future = opened("transactions", ["customer,ordered_at,amount", *rows, "B1,2093-01-01,5.00"])
    assert any("still to come" in one.value for one in future.warning)
