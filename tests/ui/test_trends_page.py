"""The Trends page on the sample data: every tab, the planted change, targets and events."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from cxlib.workspace.targets import Event, Target, save_events, save_targets
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start
from tests.ui.test_service_page import shown

TABS = ("Signals", "All groups", "Levels", "Mix or rate", "Forecast", "Targets and events")


def tab(app: AppTest, name: str) -> set[str]:
    label = next(one.label for one in app.tabs if one.label.endswith(f" {name}"))
    app.session_state["trend_tabs"] = label
    settled(app.run())
    assert not sentences(app), name
    return shown(app)


def test_every_tab_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    save_targets(workspace, (Target("nps", 90), Target("nps", -90, "region", "East Java")))
    save_events(workspace, (Event(date(2026, 3, 10), "App 4"),))
    opened(app, "trends")
    assert not sentences(app)
    assert {"NPS", "Usual value", "Slope a period"} <= set(metrics(app))
    found = {name: tab(app, name) for name in TABS}
    assert any(title.startswith("NPS: ") for title in found["Signals"])
    assert any("newest finished period" in title for title in found["All groups"])
    assert any("level" in title for title in found["Levels"])
    assert any(title.startswith("NPS ") and ": " in title for title in found["Mix or rate"])
    assert any("expected in Oct 2026" in title for title in found["Forecast"])
    verdicts = next(one.value for one in app.dataframe if "Verdict" in one.value.columns)
    assert list(verdicts["Verdict"]) == ["missed", "met"]
    assert any("no proven change" in title for title in found["Targets and events"])


def test_a_measure_that_is_no_score_with_a_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    save_targets(workspace, (Target("hours:reply", 4.0),))
    app.query_params["measure"] = "reply"
    opened(app, "trends")
    app.selectbox(key="trend_measure_en").set_value("reply")
    settled(app.run())
    assert not sentences(app)
    assert "Median first reply" in metrics(app)
    assert not any(one.label.endswith(" Mix or rate") for one in app.tabs)
    app.selectbox(key="baseline_from").set_value(date(2025, 1, 1))
    settled(app.run())
    app.selectbox(key="baseline_to").set_value(date(2025, 10, 1))
    settled(app.run())
    assert any("Jan 2025 to Oct 2025 \\(baseline\\)" in one.value for one in app.caption)
    label = next(one.label for one in app.tabs if one.label.endswith(" Targets and events"))
    app.session_state["trend_measure_tabs"] = label
    settled(app.run())
    verdicts = next(one.value for one in app.dataframe if "Verdict" in one.value.columns)
    assert list(verdicts["Verdict"]) == ["missed"]


def test_a_survey_without_dates_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = ("nps,region\n" + "".join(f"{i % 11},{'NS'[i % 2]}\n" for i in range(90))).encode()
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("undated.csv", content, "text/csv")]).run())
    opened(app, "trends")
    assert not sentences(app)
    assert any("No trend yet" in one.value for one in app.markdown)


def test_two_periods_give_no_forecast_but_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"2026-0{1 + i % 2}-1{i % 9},{i % 11},{'NS'[i % 2]}\n" for i in range(200))
    content = f"answered_at,nps,region\n{rows}".encode()
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("two.csv", content, "text/csv")]).run())
    opened(app, "trends")
    assert not sentences(app)
    label = next(one.label for one in app.tabs if one.label.endswith(" Forecast"))
    app.session_state["trend_tabs"] = label
    settled(app.run())
    assert any("finished period" in one for one in sentences(app))
