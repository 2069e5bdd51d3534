"""Rates of retention and recurring money on the page, with the sample's, bare and odd files."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
ROLES = {"customer": "id", "started": "start", "ended": "end"}


def script() -> None:
    """A page that shows nothing but the tab."""
    from cxlib.ui import head, rates, show

    view = head.head("subscriptions")
    with show.errors():
        rates.tab(view)


def page(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, **roles: str) -> AppTest:
    """The tab over one file with some roles."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(folder / "kept"))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    file, kept = folder / "subscriptions.csv", folder / "kept"
    kept.mkdir()
    file.write_text(text, encoding="utf-8")
    workspace = Workspace(open_catalogue(sqlite_url(kept)), kept, owner="local")
    upload = workspace.add_upload(file, name=file.name)
    engine = cursor(open_locked([kept], scratch=kept / "scratch"))
    workspace.add_dataset(upload, Mapping("subscriptions", tuple(roles.items())), cursor=engine)
    engine.disconnect()
    return run(AppTest.from_function(script, default_timeout=PATIENCE))


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, [one.message for one in app.exception]
    return app


def numbers(app: AppTest) -> dict[str, str]:
    return {one.label.replace("\\", ""): one.value for one in app.metric}


def words(app: AppTest) -> str:
    boxes = (*app.markdown, *app.caption, *app.info, *app.warning)
    return "\n".join(one.value for one in boxes).replace("\\", "")


PLANS = """id,start,end,fee,plan
a,2025-01-05,2025-02-10,10,basic
a,2025-02-10,,25,pro
b,2025-01-07,2025-03-04,20,basic
c,2025-01-09,,30,pro
d,2025-02-20,,5,basic
e,2025-03-31,2025-03-31,5,basic
"""


def test_one_month_the_last_months_and_the_groups(tmp_path, monkeypatch):
    app = page(tmp_path, monkeypatch, PLANS, **ROLES, fee="fee")
    # March: a, b, c and d with 80 at the start; b with 20 leaves.
    assert numbers(app) == {
        "Customers kept, Mar 2025": "75.00%",
        "Customers lost, Mar 2025": "25.00%",
        "GRR, Mar 2025": "75.00%",
        "NRR, Mar 2025": "75.00%",
    }
    assert "Recurring money, Mar 2025: from 80.00 to 60.00 a month" in words(app)
    assert "GRR by plan" in words(app)
    app.selectbox(key="rates_which").set_value("recent")
    run(app)
    # February: 10 becomes 25 of 60; March: 20 of 80 lost. Together 135 of 140, less 15 for GRR.
    assert numbers(app)["NRR, the last 3 full months"] == f"{135 / 140:.2%}"
    assert numbers(app)["GRR, the last 3 full months"] == f"{120 / 140:.2%}"
    assert "Recurring money, the last 3 full months: from 0.00 to 60.00 a month" in words(app)
    app.button_group(key="rates_period").set_value("year")
    run(app)
    assert list(numbers(app)) == [
        f"{name}, 2025 (not complete)"
        for name in ("Customers kept", "Customers lost", "GRR", "NRR")
    ]
    assert set(numbers(app).values()) == {"–"}
    assert "2025 (not complete)" in app.selectbox(key="rates_which").options


def test_without_fees_there_are_customers_only(tmp_path, monkeypatch):
    app = page(tmp_path, monkeypatch, PLANS, **ROLES)
    assert list(numbers(app)) == ["Customers kept, Mar 2025", "Customers lost, Mar 2025"]
    assert "only customers are counted" in words(app)


def test_without_changes_of_fees_it_says_so(tmp_path, monkeypatch):
    text = "id,start,end,fee\na,2025-01-05,,10\nb,2025-01-05,2025-03-31,0\n"
    app = page(tmp_path, monkeypatch, text, **ROLES, fee="fee")
    assert "Nobody in view pays more or less than before" in words(app)
    assert "Contracts with a fee of 0: 1." in words(app)


ODD = {
    "all open": "a,2025-01-05,,10\nb,2025-02-05,,10\n",
    "one customer": "a,2025-01-05,2025-03-05,10\n",
    "negative": "a,2025-01-05,,-10\nb,2025-01-06,2025-04-05,10\n",
    "no fee at all": "a,2025-01-05,,\nb,2025-01-06,2025-04-05,\n",
    "end before start": "a,2025-03-05,2025-01-01,10\n",
}


@pytest.mark.parametrize("case", ODD)
def test_odd_files_are_numbers_or_a_sentence(case, tmp_path, monkeypatch):
    app = page(tmp_path, monkeypatch, "id,start,end,fee\n" + ODD[case], **ROLES, fee="fee")
    needed = {"no fee at all": "fee is blank", "end before start": "ended before it started"}
    if case in needed:
        assert needed[case] in words(app)
    else:
        assert len(app.metric) == 4
        assert not app.warning


def test_durations_only_are_a_sentence(tmp_path, monkeypatch):
    text = "id,months,left\na,3,1\nb,4,0\n"
    roles = {"customer": "id", "duration": "months", "churned": "left"}
    app = page(tmp_path, monkeypatch, text, **roles)
    assert "this file has durations only" in words(app)
    assert not app.metric


def test_the_sample(tmp_path, monkeypatch):
    text = (ROOT / "sample_data" / "subscriptions.csv").read_text(encoding="utf-8")
    roles = {"customer": "customer_id", "started": "started_on", "ended": "ended_on"}
    app = page(tmp_path, monkeypatch, text, **roles, fee="monthly_fee")
    assert len(app.metric) == 4
    assert "Customers lost:" in words(app)
    assert not app.warning
