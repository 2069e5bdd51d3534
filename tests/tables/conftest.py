"""The engine that the tables live in."""

from __future__ import annotations

import pytest

from cxlib.engine.embedded import Cursor, cursor, open_locked


@pytest.fixture(scope="session")
def backend(tmp_path_factory) -> Cursor:
    folder = tmp_path_factory.mktemp("engine")
    return cursor(open_locked([folder], scratch=folder / "scratch"))
