"""The overview on the sample company: findings, measures, layouts, slides."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from cxlib.charts.monday import league_table
from cxlib.ui import monday
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.layouts import Layout, save_layout
from cxlib.workspace.store import LOCAL, Workspace
from cxlib.workspace.targets import Target, save_targets
from tests.charts.test_monday import LOOK, series
from tests.metrics.test_alerts import STEADY
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start


def texts(app: AppTest) -> str:
    return "\n".join(one.value for one in (*app.markdown, *app.caption)).replace("\\", "")


def test_the_sample_company_on_monday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = settled(sampled(tmp_path, monkeypatch).run())
    workspace = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    assert {"NPS", "CSAT", "CES", "Customer churn", "Net sentiment"} <= set(metrics(app))
    assert not sentences(app)
    told = texts(app)
    assert "1. Median time to solve, " in told
    assert "series are watched; as many steady ones would give about" in told
    assert "groups," in told
    assert "New signals come first" in told

    mine = Layout("Board", ("reply", "mrr"), ("signals",))
    save_layout(workspace, mine)
    save_targets(workspace, (Target("hours:reply", 4.0),))
    app.query_params["view"] = mine.id
    settled(app.run())
    assert len(metrics(app)) == 2
    assert "Median first reply" in metrics(app)
    assert "Target 4.0 h: missed" in texts(app)
    assert app.query_params["view"] == mine.id

    settled(app.button(key="monday_add").click().run())
    slides = workspace.slides()
    assert slides[0]["title"] == "What stands out"
    assert slides[1]["title"] == "2 measures, 2 with a signal"
    assert any(one["title"].startswith("Median first reply: ") for one in slides)
    settled(app.button(key="layout_delete").click().run())
    assert workspace.shelf("layouts").all() == {}
    assert "NPS" in metrics(app)


def test_one_dated_file_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2026-{1 + k % 2:02d}-{1 + k % 28:02d}" for k in range(200)]
    rows = "".join(f"T{k},{day} 09:00,{day} 11:00\n" for k, day in enumerate(days))
    content = f"ticket_id,created_at,solved_at\n{rows}".encode()
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("desk.csv", content, "text/csv")]).run())
    opened(app, "overview")
    assert not sentences(app)
    settled(app.button_group(key="layout_en_6").set_value("service").run())
    assert app.query_params["view"] == "service"
    assert {"Tickets created", "Median time to solve"} <= set(metrics(app))
    assert "No measure has the 8 finished periods" in texts(app)


def test_slides_are_a_presentation() -> None:
    chart = league_table([("Tickets", series("tickets", [*STEADY, 60]))], LOOK)
    deck = Presentation(BytesIO(monday._pptx([chart, chart], "Monday", "One thing.")))
    assert len(deck.slides) == 3
