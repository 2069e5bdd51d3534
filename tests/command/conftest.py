"""Calling the command line inside this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from cxlib.command.main import main


@dataclass(frozen=True)
class Said:
    """What a call wrote, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def answer(self) -> dict[str, Any]:
        """The JSON object; NaN and Infinity are no JSON."""
        assert self.status == 0, self.err

        def refuse(word: str) -> None:
            raise AssertionError(f"{word} is not JSON")

        return json.loads(self.out, parse_constant=refuse)

    @property
    def total(self) -> dict[str, Any]:
        """The result of the whole."""
        found = self.answer["results"]
        (one,) = [r for r in found if not r["group"] and r["period"] is None]
        return one


Call = Callable[..., Said]


@pytest.fixture
def call(capsys) -> Call:
    def run(*words: object) -> Said:
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run
