"""Three real exports go in; the pages, the command line and the slides say the same."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.driving import command, drawn, go, idle, kpi, numbers, upload, visit

pytestmark = pytest.mark.browser

SURVEY = "sfo_airport_survey/2017_SFO_Customer_Survey.csv"
ORDERS = "online_retail/online_retail_2010-12_to_2011-06.csv.gz"
CONTRACTS = "telco_churn/Telco-Customer-Churn.csv"


def total(answer: dict) -> dict:
    return next(r for r in answer["results"] if not r["group"] and r["period"] is None)


def test_the_whole_job(page: Page, app: str, shared_data: Path, tmp_path: Path):
    visit(page, f"{app}/data")
    upload(page, shared_data / SURVEY, shared_data / CONTRACTS, shared_data / ORDERS)

    go(page, "Scores")
    nps = total(command("nps", shared_data / SURVEY))
    expect(kpi(page, "NPS")).to_be_visible()
    seen = numbers(kpi(page, "NPS").inner_text())
    for value in (nps["score"], nps["low"], nps["high"]):
        assert any(abs(value - one) <= 0.51 for one in seen), (value, seen)
    assert nps["n"] in seen
    drawn(page, "by_group")
    page.locator(".st-key-by_group_add button").click()
    idle(page)

    go(page, "Retention")
    stay = total(command("retention", shared_data / CONTRACTS, "--at", "12"))
    seen = numbers(kpi(page, "Still there after 12").inner_text())
    for value in (stay["at"][0]["survival"], stay["at"][0]["low"], stay["at"][0]["high"]):
        assert any(abs(100 * value - one) <= 0.051 for one in seen), (value, seen)
    drawn(page, "curves")
    page.locator(".st-key-curves_add button").click()
    idle(page)

    go(page, "Lifetime value")
    drawn(page, "value_shares")
    clv = total(command("clv", shared_data / ORDERS, "--unit", "week", "--horizon", "52"))
    seen = numbers(kpi(page, "Value per customer").inner_text())
    assert any(abs(clv["mean"] - one) <= 0.51 for one in seen), (clv["mean"], seen)
    page.locator(".st-key-value_shares_add button").click()
    idle(page)

    go(page, "Presentation")
    with page.expect_download() as waiting:
        page.locator(".st-key-deck_pptx button").click()
    path = tmp_path / "deck.pptx"
    waiting.value.save_as(path)
    deck = Presentation(io.BytesIO(path.read_bytes()))
    charts = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    assert len(charts) >= 3
    by_area = command("nps", shared_data / SURVEY, "--by", _column(page, deck))
    drawn_values = [v for chart in charts for p in chart.plots for s in p.series for v in s.values]
    for one in by_area["results"]:
        if one["group"]:
            score = one["score"]
            assert any(v is not None and abs(v - score) < 1e-9 for v in drawn_values), one["group"]


def _column(page: Page, deck) -> str:
    """The segment column of the first chart, as its slide's title names it."""
    title = next(s.shapes.title.text for s in deck.slides if "NPS by " in (s.shapes.title.text))
    return title.removeprefix("NPS by ").split(":")[0]
