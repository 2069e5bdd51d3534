"""Every page through Streamlit's own test runner: empty, with the sample data, with bad files."""

from __future__ import annotations

import atexit
import shutil
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("overview", "data", "scores", "retention", "lifetime_value", "presentation")
PATIENCE = 120


def start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app on a workspace, after its first run."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(folder))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
    return settled(app.run())


@cache
def _ready() -> Path:
    """A workspace that holds the sample data, made once in each test process."""
    folder = Path(mkdtemp(prefix="samples-"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        settled(start(folder, monkeypatch).button(key="samples").click().run())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def sampled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app on a workspace that holds the sample data already."""
    shutil.copytree(_ready(), folder, dirs_exist_ok=True)
    return start(folder, monkeypatch)


def opened(app: AppTest, page: str) -> AppTest:
    return settled(app.switch_page(f"pages/{page}.py").run())


def settled(app: AppTest) -> AppTest:
    """Run again until no work is under way; nothing may have broken."""
    until = time.monotonic() + PATIENCE
    while any((button.key or "").startswith("cancel_") for button in app.button):
        assert time.monotonic() < until, "the work in the background did not end"
        time.sleep(0.05)
        app.run()
    assert not app.exception, [one.message for one in app.exception]
    return app


def metrics(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.metric}


def sentences(app: AppTest) -> list[str]:
    """What the page complains about."""
    return [one.value for one in (*app.error, *app.warning)]


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_page_says_what_to_do(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(start(tmp_path, monkeypatch), page)
    assert len(app.title) == 1
    assert not app.metric
    assert not sentences(app)
    if page == "presentation":
        assert any("No slides yet" in one.value for one in app.markdown)
    elif page == "data":
        assert len(app.file_uploader) == 1
    else:
        assert {"go", "samples"} <= {one.key for one in app.button}
        assert any(one.value.startswith("### Upload ") for one in app.markdown)


HEADLINES = {
    "overview": {"NPS", "CSAT", "CES", "Customer churn", "Answered in time"},
    "data": set(),
    "scores": {"NPS", "Promoters", "Passives", "Detractors"},
    "retention": {"Customers", "Still there after 12 months"},
    "lifetime_value": {"Value of all customers", "Value per customer"},
    "presentation": set(),
}


def test_one_click_brings_the_sample_data_to_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start(tmp_path, monkeypatch)
    settled(app.button(key="samples").click().run())
    for page in PAGES:
        if page != "overview":
            opened(app, page)
        shown = metrics(app)
        assert set(shown) >= HEADLINES[page], page
        assert "" not in shown.values(), page
        assert not sentences(app), page
    opened(app, "lifetime_value")
    settled(app.button_group(key="from").set_value("subscriptions").run())
    assert "Value per new customer" in metrics(app)


def answers(scores: list[int]) -> bytes:
    rows = (f"2024-01-{i % 28 + 1:02d},{'NS'[i % 2]},{one}\n" for i, one in enumerate(scores))
    return ("answered_at,region,nps\n" + "".join(rows)).encode()


BAD = {
    "empty.csv": (b"", "is empty"),
    "header.csv": (b"answered_at,region,nps\n", "has a header but no rows"),
    "photo.csv": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "is a PNG picture"),
    "ten.csv": (answers([i % 10 + 1 for i in range(400)]), "looks like a scale of 1"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_upload_is_one_sentence_and_the_app_stays_up(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, complaint = BAD[name]
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([(name, content, "text/csv")]).run())
    said = sentences(app)
    assert len(said) == 1, said
    assert complaint in said[0]
    assert "\n" not in said[0]
    assert "Traceback" not in said[0]
    good = ("good.csv", answers([i % 11 for i in range(400)]), "text/csv")
    settled(app.file_uploader[0].set_value([good]).run())
    assert any("good" in one.value and "csv" in one.value for one in app.markdown)
    assert not opened(app, "scores").exception
    assert "NPS" in metrics(app)
