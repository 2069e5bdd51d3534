"""Preparing data in the browser: match rates, segments, fixes undone, a next file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import command, drawn, go, idle, kpi, numbers, visit
from tests.browser.serving import ROOT, serve, stock

pytestmark = pytest.mark.browser

SAMPLE = ROOT / "sample_data"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that holds the sample data."""
    workspace = tmp_path_factory.mktemp("company")
    stock(workspace)
    with serve(workspace) as address:
        yield address


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()
    idle(page)


def test_match_rates_of_the_customers(page: Page, company: str):
    visit(page, f"{company}/data")
    tab(page, "Customers across files")
    drawn(page, "matches")
    ids = {
        name: set(pd.read_csv(SAMPLE / f"{name}.csv", dtype=str)["customer_id"].dropna())
        for name in ("customers", "comments")
    }
    lost = len(ids["customers"] - ids["comments"])
    line = page.locator(".st-key-unmatched").get_by_text(re.compile("of 5,000 customers"))
    expect(line).to_have_text(f"{lost:,} of 5,000 customers ({lost / 5000:.1%})")


def test_a_saved_segment_works_on_the_page_of_another_file(page: Page, company: str):
    visit(page, f"{company}/segments")
    box = page.locator(".st-key-new_segment")
    box.get_by_role("combobox").first.click()
    page.get_by_role("option", name="survey.csv").click()
    idle(page)
    box.get_by_text("Filter as text").first.click()
    text = box.get_by_label("Filter as text").locator("visible=true").first
    text.fill("nps >= 9")
    text.press("Enter")
    idle(page)
    answers = pd.read_csv(SAMPLE / "survey.csv")
    promoters = answers[answers["nps"] >= 9]
    people = f"{promoters['customer_id'].nunique():,} of {answers['customer_id'].nunique():,}"
    expect(box).to_contain_text(f"{len(promoters):,} of {len(answers):,} rows")
    expect(box).to_contain_text(f"{people} customers")
    name = box.get_by_label("Name of the segment")
    name.fill("Promoters")
    name.press("Enter")
    idle(page)
    box.get_by_role("button", name="Save the segment").click()
    expect(page.locator(".st-key-segment_Promoters")).to_contain_text("nps at least 9")
    idle(page)
    visit(page, f"{company}/retention?subscriptions_where=segment%3A+Promoters")
    started = pd.read_csv(SAMPLE / "subscriptions.csv")
    stayed = started[started["customer_id"].isin(promoters["customer_id"])]
    assert len(stayed) in numbers(kpi(page, "Customers").inner_text())
    visit(page, f"{company}/retention?subscriptions_by=segment%3A+Promoters")
    expect(drawn(page, "curves")).to_contain_text("segment: Promoters")
    expect(page.get_by_text("Those who stay longer have more time for it")).to_be_visible()


def test_a_fix_is_recorded_and_undone(page: Page, company: str):
    visit(page, f"{company}/data")
    tab(page, "Quality")
    lines = pd.read_csv(SAMPLE / "transactions.csv", dtype=str)
    blank = lines["customer_id"].isna()
    repeated = lines.duplicated()
    page.get_by_role("button", name="Drop repeats").first.click()
    idle(page)
    changes = page.locator('[class*="st-key-changes_"]')
    expect(changes).to_contain_text("Repeated rows")
    both = int((blank | repeated).sum())
    expect(kpi(page, "Left out")).to_contain_text(f"{both:,}")
    changes.get_by_role("button", name="Undo").click()
    expect(kpi(page, "Left out")).to_contain_text(f"{int(blank.sum()):,}")
    expect(changes).to_have_count(0)


def test_next_months_file_is_added_and_taken_out(page: Page, company: str, tmp_path):
    answers = pd.read_csv(SAMPLE / "survey.csv", dtype=str)
    later = answers.head(40).copy()
    later["response_id"] = [f"N{k}" for k in range(40)]
    further = tmp_path / "october.csv"
    pd.concat([answers.tail(10), later]).to_csv(further, index=False)
    visit(page, f"{company}/data")
    card = page.locator('[class*="st-key-dataset_"]').filter(has_text="survey.csv")
    card.get_by_role("button", name="Add a file").click()
    page.locator('[class*="st-key-further_"] input[type=file]').last.set_input_files(str(further))
    expect(card).to_contain_text(f"{len(answers) + 50:,} rows")
    idle(page)
    together = tmp_path / "together.csv"
    pd.concat([answers, later]).to_csv(together, index=False)
    some = command("nps", together)["results"][0]
    go(page, "Scores")
    assert round(some["score"], 1) in numbers(kpi(page, "NPS").inner_text())
    go(page, "Data")
    card.get_by_role("button", name="Take out").last.click()
    expect(card).not_to_contain_text("october.csv")
    expect(card).to_contain_text(f"{len(answers):,} rows")
