"""Reasons and silence on screen: what is shown, and what an analyst can change."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace

START = date(2025, 1, 1)
STAYS = (
    ("customer", "customer"), ("started", "started"), ("ended", "ended"), ("reason", "reason")
)  # fmt: skip
ORDERS = (("customer", "customer"), ("ordered", "ordered"), ("amount", "amount"))


def contracts() -> str:
    draw, lines = random.Random(3), ["customer,started,ended,plan,reason"]
    for i in range(120):
        end = START + timedelta(1 + int(draw.expovariate(1 / 200)))
        left = end < date(2026, 1, 1)
        why = draw.choice(["price", "moved *away*", ""]) if left else ""
        lines.append(f"c{i},{START},{end if left else ''},{'ab'[i % 2]},{why}")
    return "\n".join(lines)


def orders() -> str:
    draw, lines = random.Random(4), ["customer,ordered,amount,shop"]
    for i in range(80):
        day = START + timedelta(draw.randrange(60))
        last = day + timedelta(int(draw.expovariate(1 / 200)))
        while day <= min(last, START + timedelta(300)):
            lines.append(f"c{i},{day},10,{'xy'[i % 2]}")
            day += timedelta(1 + int(draw.expovariate(1 / 15)))
    return "\n".join(lines)


def script(kind: str) -> None:
    from cxlib.ui import head, reasons, show, silence

    view = head.head(kind)
    with show.errors():
        (reasons if kind == "subscriptions" else silence).tab(view)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The tab over a file, as the app has it in its workspace."""

    def run(text: str, kind: str, roles: tuple[tuple[str, str], ...]) -> AppTest:
        folder = tmp_path / "kept"
        folder.mkdir()
        workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner="local")
        file = tmp_path / "file.csv"
        file.write_text(text)
        upload = workspace.add_upload(file, name=file.name)
        engine = cursor(open_locked([folder], scratch=folder / "scratch"))
        workspace.add_dataset(upload, Mapping(kind, roles), cursor=engine)
        monkeypatch.setenv("CX_WORKSPACE", str(folder))
        monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
        monkeypatch.chdir(Path(__file__).resolve().parents[2])
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_function(script, kwargs={"kind": kind}, default_timeout=120).run()
        return settled(app)

    return run


def settled(app: AppTest) -> AppTest:
    assert not app.exception, [one.message for one in app.exception]
    assert not [one.value for one in (*app.error, *app.warning)]
    return app


def headings(app: AppTest) -> list[str]:
    return [one.value.replace("\\", "").strip("*") for one in app.markdown]


def metrics(app: AppTest) -> dict[str, str]:
    return {one.label.replace("\\", ""): one.value for one in app.metric}


def test_reasons_of_a_file_and_a_reason_to_compare(opened):
    app = opened(contracts(), "subscriptions", STAYS)
    shown = headings(app)
    assert any(one.startswith("Gone within") for one in shown)
    assert any("Do the reasons differ by plan?" in one for one in shown)
    box = app.selectbox(key="reason_chosen")
    assert set(box.options) == {"price", "moved *away*", "(no reason given)"}
    settled(box.set_value("moved *away*").run())
    assert any("moved *away*” by plan" in one for one in headings(app))
    assert any("1 − Kaplan" in one.value.replace("\\", "") for one in app.caption)


def test_reasons_follow_the_unit_of_the_curves(opened):
    app = opened(contracts(), "subscriptions", STAYS)
    assert any("after so many months" in one for one in headings(app))
    app.session_state["unit"] = "week"
    settled(app.run())
    assert any("after so many weeks" in one for one in headings(app))


def test_without_a_reason_column_it_says_what_to_do(opened, monkeypatch):
    # The link needs the app's pages around it.
    links: list[str] = []
    monkeypatch.setattr(st, "page_link", lambda page, **_: links.append(page))
    app = opened(contracts(), "subscriptions", STAYS[:3])
    assert any("No reasons for leaving yet" in one for one in headings(app))
    assert not app.dataframe
    assert links == ["pages/data.py"]


def test_silence_starts_from_the_data_and_takes_days_of_ones_own(opened):
    app = opened(orders(), "transactions", ORDERS)
    shown = metrics(app)
    first = int(shown["Threshold (days)"])
    assert first > 20
    assert any("nobody told us they left" in one.value for one in app.caption)
    assert any("the purchase model expects" in one for one in headings(app))
    settled(app.button_group(key="silence_rule").set_value("own").run())
    settled(app.number_input(key="silence_days").set_value(30).run())
    own = metrics(app)
    assert own["Threshold (days)"] == "30"
    assert own["Inactive customers"] != shown["Inactive customers"]
    settled(app.button_group(key="silence_rule").set_value("ended").run())
    ended = metrics(app)
    assert int(ended["Threshold (days)"]) <= first
