"""What an analyst does besides the main path: links, drill-down, language, deleting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import command, drawn, go, idle, kpi, numbers, visit
from tests.browser.serving import ROOT, serve, stock

pytestmark = pytest.mark.browser

SURVEY = ROOT / "sample_data" / "survey.csv"


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that holds the sample data and was not visited yet."""
    workspace = tmp_path_factory.mktemp("sampled")
    stock(workspace)
    with serve(workspace) as address:
        yield address


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def dataset(page: Page, name: str) -> Locator:
    """The card of a dataset on the Data page."""
    return page.locator('[class*="st-key-dataset_"]').filter(has_text=name)


def pick(page: Page, control: Locator, option: str) -> None:
    """Choose an option of a selectbox; typing narrows the list to what can be clicked."""
    control.get_by_role("combobox").click()
    control.get_by_role("combobox").fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_a_link_with_a_view_works_as_the_first_request(page: Page, sampled: str):
    visit(page, f"{sampled}/scores?survey_by=channel&survey_where=region%3A+West+Java")
    card = drawn(page, "by_group")
    expect(card).to_contain_text("NPS by channel")
    assert urlsplit(page.url).path == "/scores"
    assert query(page)["survey_by"] == ["channel"]
    assert query(page)["survey_where"] == ["region: West Java"]
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.first).to_contain_text("Overview")
    expect(links).to_have_count(len(list((ROOT / "pages").glob("*.py"))))
    some = command("nps", SURVEY, "--where", "region=West Java")["results"][0]
    assert round(some["score"], 1) in numbers(kpi(page, "NPS").inner_text())


def test_a_clicked_bar_shows_its_rows_and_narrows_the_page(page: Page, sampled: str):
    visit(page, f"{sampled}/scores?survey_by=channel")
    card = drawn(page, "by_group")
    card.locator(".bars .point path").first.click(force=True)
    panel = page.locator(".st-key-drill_by_group")
    expect(panel.get_by_test_id("stDataFrame")).to_be_visible()
    chosen = panel.get_by_text(re.compile("^channel: ")).first.inner_text()
    panel.locator(".st-key-only_by_group button").click()
    expect(page.locator(".st-key-survey_where")).to_contain_text(chosen)
    page.wait_for_url(lambda address: "survey_where=" in address)
    idle(page)
    assert query(page)["survey_where"] == [chosen]
    where = chosen.replace(": ", "=", 1)
    some = command("nps", SURVEY, "--where", where)["results"][0]
    assert round(some["score"], 1) in numbers(kpi(page, "NPS").inner_text())


def test_the_language_changes_every_page(page: Page, sampled: str):
    visit(page, f"{sampled}/data")
    pick(page, page.locator(".st-key-lang"), "Bahasa Indonesia")
    for name in ("Ringkasan", "Skor", "Retensi", "Presentasi"):
        link = page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True)
        expect(link).to_be_visible()
    idle(page)
    go(page, "Presentasi")


def test_a_dataset_is_deleted_only_when_confirmed(page: Page, sampled: str):
    visit(page, f"{sampled}/data")
    card = dataset(page, "transactions.csv")
    card.get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("transactions.csv")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(card).to_have_count(1)
    card.get_by_role("button", name="Delete").click()
    dialog.get_by_role("button", name="Delete").click()
    expect(card).to_have_count(0)
