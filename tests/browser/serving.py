"""The app as a process of its own, on a free port and a workspace of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cxlib.engine.embedded import cursor, open_locked
from cxlib.ui import imports, samples
from cxlib.ui.jobs import Progress
from cxlib.ui.session import LOCAL
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def serve(workspace: Path) -> Iterator[str]:
    """Run the app on a workspace; yields its address once it is healthy, before any visit."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    logged = workspace.with_name(f"{workspace.name}-log.txt")
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port), "--server.headless", "true"]
    env = {**os.environ, "CX_WORKSPACE": str(workspace)}
    address = f"http://127.0.0.1:{port}"
    with logged.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(address, process, logged)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:  # work in the background was not done
                process.kill()
                process.wait(20)


def stock(workspace: Path) -> None:
    """Put the sample data into a workspace, as the button on the empty pages does."""
    engine = open_locked([workspace], scratch=workspace / "scratch")
    kept = Workspace(open_catalogue(sqlite_url(workspace)), workspace, owner=LOCAL)
    for name in samples.FILES:
        with (samples.FOLDER / name).open("rb") as file:
            path = imports.spool(file, name, kept.folder)
        imports.arrive(kept, lambda: cursor(engine), path, name, Progress())
    engine.close()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            pytest.fail(f"the app ended early: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the app did not answer within a minute")
