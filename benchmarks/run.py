"""Seconds and memory of the main job in the real app: upload, first numbers, a filter change.

    python benchmarks/run.py FILE [FILTER]

FILE is a transactions export, FILTER a filter as the page offers it, such as "Country: France".
Needs Chromium and the development requirements. Prints a table; no test depends on a time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
PATIENCE = 180_000


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path)
    words.add_argument("filter", nargs="?", default="")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        app = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "CX_WORKSPACE": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait(f"http://127.0.0.1:{port}")
            measure(f"http://127.0.0.1:{port}", given.file, given.filter, app.pid)
        finally:
            app.terminate()
            app.wait(20)


def wait(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise SystemExit("the app did not answer")


def measure(address: str, file: Path, chosen: str, pid: int) -> None:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/data")
        page.locator(".st-key-upload input[type=file]").wait_for(state="attached")
        print(f"{'step':44}{'seconds':>9}")
        timed("upload to dataset", lambda: upload(page, file))
        timed("open Lifetime value to first numbers", lambda: numbers(page))
        timed("... to the interval", lambda: interval(page))
        if chosen:
            timed(f"filter {chosen!r}, not cached", lambda: toggle(page, chosen))
            timed("filter removed, cached", lambda: toggle(page, chosen, remove=True))
            timed(f"filter {chosen!r}, cached", lambda: toggle(page, chosen))
        browser.close()
    print(f"{'peak memory of the app, MB':44}{peak(pid):9.0f}")


def timed(name: str, work: Callable[[], None]) -> None:
    start = time.perf_counter()
    work()
    print(f"{name:44}{time.perf_counter() - start:9.2f}", flush=True)


def upload(page: Page, file: Path) -> None:
    page.locator(".st-key-upload input[type=file]").set_input_files(str(file))
    page.locator('[class*="st-key-dataset_"]').first.wait_for()


def numbers(page: Page) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Lifetime value").click()
    page.get_by_test_id("stMetric").first.wait_for()


def interval(page: Page) -> None:
    value = page.get_by_test_id("stMetric").filter(has_text="Value per customer")
    expect(value).to_contain_text(" to ")


def toggle(page: Page, chosen: str, *, remove: bool = False) -> None:
    used = page.locator(".st-key-used_value")
    before = used.inner_text()
    box = page.locator(".st-key-transactions_where")
    if remove:
        box.locator("input").press("Backspace")
    else:
        box.locator("input").fill(chosen)
        page.get_by_role("option", name=chosen, exact=True).click()
    expect(used).not_to_have_text(before)


def peak(pid: int) -> float:
    """Largest resident memory of the process so far, MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return float("nan")


if __name__ == "__main__":
    main()
