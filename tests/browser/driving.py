"""How the browser tests wait, upload and read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]


def idle(page: Page) -> None:
    """Wait until the script has finished and nothing on screen is stale."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def visit(page: Page, address: str) -> None:
    """Open an address of the app and wait for its title."""
    page.goto(address)
    expect(page.get_by_test_id("stHeading").first).to_be_visible()
    idle(page)


def go(page: Page, name: str) -> None:
    """Change the page by its name in the navigation."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    heading = page.get_by_test_id("stHeading").get_by_text(name, exact=True)
    expect(heading.first).to_be_visible()
    idle(page)


def upload(page: Page, *files: Path) -> None:
    """Give files to the uploader and wait until each is a card on the Data page."""
    page.locator(".st-key-upload input[type=file]").set_input_files([str(one) for one in files])
    for one in files:
        card = page.locator('[class*="st-key-dataset_"]').filter(has_text=one.name)
        expect(card.first).to_be_visible(timeout=300_000)
    idle(page)


def drawn(page: Page, key: str) -> Locator:
    """The card of a chart, once plotly has drawn it."""
    card = page.locator(f".st-key-card_{key}")
    expect(card.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    return card


def kpi(page: Page, label: str) -> Locator:
    """The headline card with this label."""
    return page.get_by_test_id("stMetric").filter(has_text=label).first


def numbers(text: str) -> list[float]:
    """All numbers in a text, with real minus signs and thousands separators read."""
    plain = text.replace("−", "-").replace(",", "")
    return [float(found) for found in re.findall(r"[-+]?\d+(?:\.\d+)?", plain)]


def command(*words: object) -> dict[str, Any]:
    """The JSON answer of the command line."""
    call = [sys.executable, "-m", "cxlib", *map(str, words), "--json"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
