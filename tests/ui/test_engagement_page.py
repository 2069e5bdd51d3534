"""The Engagement page through Streamlit's own test runner: headline, tabs, and odd files."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start

ROOT = Path(__file__).resolve().parents[2]
ACTIVITY = {
    "Active a day (DAU)",
    "Active in 7 days (WAU)",
    "Active in 30 days (MAU)",
    "Stickiness",
    "DAU on average",
    "Quick ratio",
}
SESSIONS = {"Sessions a customer", "Time on site (median)"}
TABS = {
    "Activity": "Activity in numbers",
    "Sessions": "Sessions in numbers",
    "Clicks": "Clicks in numbers",
    "Funnel": "of those who did",
    "Score": "A higher score goes with coming back",
}


def shown(app: AppTest) -> dict[str, str]:
    """Headline numbers by their label, without its Markdown escapes."""
    return {label.replace("\\", ""): value for label, value in metrics(app).items()}


def tabs(app: AppTest) -> list[str]:
    return [one.label for one in app.tabs]


def turned(app: AppTest, kind: str, name: str) -> AppTest:
    """The page with another tab open."""
    label = next(one for one in tabs(app) if one.endswith(name))
    app.session_state[f"engagement_{kind}"] = label
    return settled(app.run())


def said(app: AppTest, text: str) -> bool:
    return any(text in one.value.replace("\\", "") for one in app.markdown)


def uploaded(app: AppTest, name: str, content: str) -> AppTest:
    opened(app, "data")
    return settled(app.file_uploader[0].set_value([(name, content.encode(), "text/csv")]).run())


def test_every_tab_of_the_sample_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "engagement")
    assert set(shown(app)) == ACTIVITY | SESSIONS
    assert "–" not in shown(app).values()
    assert [one.rpartition(" ")[2] for one in tabs(app)] == list(TABS)
    for name, text in TABS.items():
        turned(app, "events", name)
        assert said(app, text), name
        assert not sentences(app), name
    turned(app, "events", "Funnel")
    settled(app.multiselect(key="funnel_steps").set_value(["app_open", "checkout"]).run())
    assert said(app, "of those who did app_open reach checkout")
    turned(app, "events", "Activity")
    turned(app, "events", "Funnel")
    assert said(app, "of those who did app_open reach checkout")  # still, after another tab
    settled(app.button_group(key="active_of").set_value("transactions").run())
    assert set(shown(app)) >= ACTIVITY
    assert not SESSIONS & set(shown(app))
    assert [one.rpartition(" ")[2] for one in tabs(app)] == ["Activity", "Score"]


def test_an_empty_page_asks_for_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(start(tmp_path, monkeypatch), "engagement")
    assert said(app, "### Upload events or transactions to begin")
    assert not app.metric


def test_a_list_without_dates_says_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"u{who},gate_{30 + who % 2 * 10},{who % 7},{who % 3 == 0}" for who in range(60)]
    app = start(tmp_path, monkeypatch)
    uploaded(app, "players.csv", "user_id,version,rounds,retention_1\n" + "\n".join(rows) + "\n")
    opened(app, "engagement")
    assert any("a customer list" in one.value for one in app.info)
    assert not app.metric


def test_events_without_times_or_names_say_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        f"user{who},2024-{1 + (who + k) % 3:02d}-{1 + (3 * who + k) % 28:02d}"
        for who in range(40)
        for k in range(4)
    ]
    app = start(tmp_path, monkeypatch)
    uploaded(app, "app_events.csv", "user_id,event_date\n" + "\n".join(rows) + "\n")
    opened(app, "engagement")
    assert {shown(app)[name] for name in SESSIONS} == {"–"}
    assert not any(one.endswith("Clicks") for one in tabs(app))
    for name, text in (("Sessions", "no times of day"), ("Funnel", "name the events")):
        turned(app, "events", name)
        assert any(text in one.value for one in app.info), name
    assert not sentences(app)
