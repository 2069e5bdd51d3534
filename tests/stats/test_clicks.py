"""Sums of showings and clicks over customers."""

from __future__ import annotations

from datetime import datetime

from cxlib.stats.clicks import ClickSums, click_sums, clicks_of
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.activity import activity
from tests.handmade import source_of


def test_sums_of_a_file(backend):
    roles = {
        "customer": ["a", "a", "b", "c", "d"],
        "happened": [datetime(2024, 1, 1)] * 5,
        "shown": [2, 3, 4, None, 0],
        "clicked": [1, None, 4, None, 0],
    }
    cells = {"page": ["x", "y", "x", "x", "x"]}
    kept = activity(source_of(backend, "events", roles, cells=cells)).kept
    assert clicks_of(click_sums(kept), None)[TOTAL] == ClickSums(2, 9, 5, 41, 17, 21)
    by_page = clicks_of(click_sums(kept, by="c:page"), "page")
    assert by_page[Group("page", "x")] == ClickSums(2, 6, 5, 20, 17, 18)
    assert by_page[Group("page", "y")] == ClickSums(1, 3, 0, 9, 0, 0)
