"""The real app on a free port, and a real browser that drives it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.serving import serve

PATIENCE = 120_000
HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app's address; its workspace is empty at first and goes with the tests."""
    with serve(tmp_path_factory.mktemp("workspace") / "kept") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one on PATH, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except PlaywrightError as problem:
            if os.environ.get("CI") == "true":
                pytest.fail(f"no Chromium could be started: {problem}")
            pytest.skip("no Chromium on PATH and none from Playwright")
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser session at 1440x900 that fails the test on a request to elsewhere."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    elsewhere: list[str] = []

    def note(url: str) -> None:
        if not url.startswith(HERE):
            elsewhere.append(url)

    context.on("request", lambda request: note(request.url))
    opened.on("websocket", lambda socket: note(socket.url))
    yield opened
    context.close()
    assert not elsewhere, f"requests left the machine: {elsewhere[:3]}"
