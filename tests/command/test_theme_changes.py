"""`themes --period`: each period beside those before it, and signals."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest


@pytest.fixture
def rising(tmp_path):
    """14 months of 60 comments; late deliveries rise from 1 in 12 to 1 in 2 in the last one."""
    lines = []
    for month in range(14):
        start = date(2025 + month // 12, month % 12 + 1, 28)
        late = 30 if month == 13 else 5
        for one in range(60):
            text = "the courier was late" if one < late else "friendly staff"
            lines.append(f"{start},{text},{3 if one < late else 9}\n")
    path = tmp_path / "comments.csv"
    path.write_text("written,text,rating\n" + "".join(lines), encoding="utf-8")
    return path


def test_a_rise_is_told_with_its_limits(call, rising):
    words = ("--map", "text=text", "--map", "written=written", "--period", "month", "--json")
    results = call("themes", rising, *words).answer["results"]
    months = {
        one["period"]: one
        for one in results
        if one["theme"] == "delivery" and one["period"] is not None
    }
    last = months["2026-02-01"]
    assert last["before"]["n"] == 65
    assert last["before"]["share"] == pytest.approx(65 / 780)
    assert last["before"]["difference"] == pytest.approx(0.5 - 65 / 780)
    assert last["before"]["low"] > 0.2
    assert last["before"]["p_adjusted"] < 0.001
    assert "above" in last["signals"]
    assert months["2025-01-01"].get("before") is None
    assert months["2025-06-01"]["signals"] == []
    assert np.isclose(months["2025-06-01"]["before"]["difference"], 0)
    total = next(one for one in results if one["theme"] == "delivery" and one["period"] is None)
    assert "before" not in total
