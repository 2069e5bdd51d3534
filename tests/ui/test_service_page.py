"""The Service page on the sample data: every tab, business hours, and an action's effect."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlib.errors import BadOption
from cxlib.ui.clock import read_days
from cxlib.ui.serving import read_targets
from cxlib.ui.statuses import SHELF
from cxlib.workspace.actions import Action, actions, save_actions
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from tests.ui.test_engagement_page import uploaded
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start

TABS = ("Speed", "Queue", "Coming back", "After feedback", "Actions")


def shown(app: AppTest) -> set[str]:
    """The titles of the cards."""
    titles = (one.value for one in app.markdown if one.value.startswith("**"))
    return {title.strip("*").replace("\\", "") for title in titles}


def test_every_tab_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "service")
    assert {"Tickets", "Median \\(hours\\)", "Within 4 h"} <= set(metrics(app))
    assert any("get a first reply within" in title for title in shown(app))
    found = {}
    for tab in TABS:
        label = next(one.label for one in app.tabs if one.label.endswith(f" {tab}"))
        app.session_state["service_tabs"] = label
        settled(app.run())
        assert not sentences(app), tab
        found[tab] = shown(app)
    assert any("open at the end" in title for title in found["Queue"])
    assert any(title.startswith("Reopened") for title in found["Coming back"])
    assert any("NPS" in title for title in found["After feedback"])
    calendar = metrics(app)["Median \\(hours\\)"]
    app.session_state["service_hours"] = "Mon-Fri 09:00-17:00"
    app.session_state["service_zone"] = "Asia/Jakarta"
    settled(app.run())
    assert float(metrics(app)["Median \\(hours\\)"]) < float(calendar)
    app.session_state["service_holidays"] = "Christmas"
    app.run()
    assert any("Christmas" in one for one in sentences(app))


CODES = (("a", 0), ("c", 20), ("b", 5), ("b", 5), ("x", 30))
"""Status and hour of a ticket's changes, out of order and one of them twice; x ends it."""


def test_a_log_of_codes_says_what_it_takes_for_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        f"t{ticket},{datetime(2026, 3, 2) + timedelta(hours=ticket * 7 + hour)},{status}"
        for ticket in range(30)
        for status, hour in CODES
        if ticket < 24 or status != "x"
    ]
    app = start(tmp_path, monkeypatch)
    uploaded(app, "ticket_log.csv", "\n".join(["ticket_id,changed_at,status", *rows]) + "\n")
    opened(app, "service")
    assert metrics(app)["Tickets"] == "30"
    assert any("Taken for it: x, the last status of 80.0%" in one.value for one in app.info)
    solved = next(one for one in app.multiselect if one.key.startswith("solved_status_"))
    assert solved.value == ["x"]
    settled(solved.set_value(["c"]).run())
    assert not any("Taken for it" in one.value for one in app.info)
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    assert [one["solved"] for one in workspace.shelf(SHELF).all().values()] == [["c"]]
    solved = next(one for one in app.multiselect if one.key == solved.key)
    settled(solved.set_value([]).run())
    assert any("No status is chosen that ends a ticket" in one for one in sentences(app))


def test_the_score_before_and_after_an_action(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    save_actions(workspace, (Action("Call detractors", started=date(2026, 3, 1)),))
    assert len(actions(workspace)) == 1
    opened(app, "service")
    app.session_state["service_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith(" Actions")
    )
    settled(app.run())
    assert any(title.startswith("NPS") for title in shown(app))
    assert not sentences(app)


def test_an_action_about_a_theme_leads_to_its_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    save_actions(workspace, (Action("Two more couriers", about="delivery"),))
    opened(app, "service")
    app.session_state["service_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith(" Actions")
    )
    settled(app.run())
    settled(app.button(key="action_theme_delivery").click().run())
    assert not sentences(app)
    assert any(one.value == "Feedback" for one in app.title)
    assert app.selectbox(key="say_theme").value == "delivery"


@pytest.mark.parametrize("text", ["", "four", "4, -1", "inf"])
def test_targets_that_are_none(text: str) -> None:
    with pytest.raises(BadOption, match="such as 4, 24, 72"):
        read_targets(text)


def test_targets_and_holidays_are_read() -> None:
    assert read_targets("24; 4,4") == (4.0, 24.0)
    assert read_days("2026-12-25, 2026-12-26") == (date(2026, 12, 25), date(2026, 12, 26))
    with pytest.raises(BadOption, match="2026-12-25"):
        read_days("Christmas")
