"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.postgres import Server
from tests.postgres import programs as postgres_programs
from tests.postgres import server as postgres_server

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the project; absent elsewhere."""
    if not SHARED.is_dir():
        absent("the folder of real data sets is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server on loopback; absent where its programs are not installed."""
    programs = postgres_programs()
    if programs is None:
        absent("PostgreSQL's programs (Debian: postgresql-15) are not installed")
    with postgres_server(programs) as made:
        yield made


def absent(reason: str) -> NoReturn:
    """Fail where everything has to be there, skip elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
