"""Retention, service, engagement and lifetime value in a browser agree with the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import command, drawn, idle, kpi, numbers, visit
from tests.browser.serving import ROOT, serve, stock

pytestmark = pytest.mark.browser

SAMPLES = ROOT / "sample_data"


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that holds the sample data."""
    workspace = tmp_path_factory.mktemp("sampled")
    stock(workspace)
    with serve(workspace) as address:
        yield address


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=re.compile(f"{name}$")).click()
    idle(page)


def test_retention_tab_by_tab(page: Page, sampled: str):
    contracts = SAMPLES / "subscriptions.csv"
    visit(page, f"{sampled}/retention")
    drawn(page, "curves")
    stay = command("retention", contracts, "--at", "12")["results"][0]
    shown = numbers(kpi(page, "Still there after 12 months").inner_text())
    assert round(100 * stay["at"][0]["survival"], 1) in shown
    tab(page, "Reasons")
    left = command("reasons", contracts, "--at", "12")["results"]
    most = max((one for one in left if not one["group"]), key=lambda one: one["left"])
    expect(drawn(page, "reasons_curves")).to_contain_text(most["reason"])
    tab(page, "Rates")
    money = command("revenue", contracts, "--period", "month")["results"]
    last = [one for one in money if one["period"] and one["finished"]][-1]
    shown = numbers(kpi(page, "GRR").inner_text())
    assert round(100 * last["grr"], 2) in shown
    tab(page, "Projection")
    drawn(page, "project_curves")
    tab(page, "What goes with it")
    expect(page.get_by_text("Hazard ratio (above 1: leaves sooner)").first).to_be_visible(
        timeout=120_000
    )


def test_a_cohort_cell_opens_its_customers(page: Page, sampled: str):
    visit(page, f"{sampled}/retention")
    page.locator(".st-key-stays_of").get_by_text("Purchases", exact=True).click()
    idle(page)
    card = drawn(page, "cohort_heat")
    ground = card.locator(".nsewdrag").first
    box = ground.bounding_box()
    assert box is not None
    ground.click(position={"x": box["width"] * 0.3, "y": box["height"] * 0.3}, force=True)
    panel = page.locator('[class*="st-key-cohort_customers"]').first
    expect(panel.get_by_test_id("stDataFrame").first).to_be_visible()


def test_service_counts_open_tickets(page: Page, sampled: str):
    visit(page, f"{sampled}/service")
    drawn(page, "speed_curve")
    found = command("service", SAMPLES / "tickets.csv", "--sla", "4,24,72")["results"]
    first = next(one for one in found if one["measure"] == "first_reply" and not one["group"])
    assert round(first["median"], 1) in numbers(kpi(page, "Median (hours)").inner_text())
    share = round(100 * first["within"][0]["share"], 1)
    assert share in numbers(kpi(page, "Within 4 h").inner_text())
    tab(page, "After feedback")
    drawn(page, "bands")


def test_engagement_and_value_are_drawn(page: Page, sampled: str):
    visit(page, f"{sampled}/engagement")
    expect(kpi(page, "Stickiness")).to_contain_text("%")
    visit(page, f"{sampled}/lifetime_value")
    expect(kpi(page, "Value of all customers")).to_contain_text("95%", timeout=120_000)
    value = command("clv", SAMPLES / "transactions.csv", "--horizon", "52", "--discount", "0.1")
    total = value["results"][0]["total"]
    assert round(total) in numbers(kpi(page, "Value of all customers").inner_text())
    tab(page, "Check")
    drawn(page, "tracking_True")
