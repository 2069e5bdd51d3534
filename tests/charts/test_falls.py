"""Bars of a waterfall: where each begins and ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.charts.chart import Chart, Kind, Point, Series
from cxlib.charts.falls import falls
from tests.charts.gallery import gallery, score_bridge
from tests.charts.moves import bar_ends

values = st.none() | st.floats(-1e6, 1e6)


@pytest.mark.parametrize("name", [n for n, c in gallery().items() if c.kind is Kind.WATERFALL])
def test_steps_add_up(name: str):
    bars = [(bar.place, bar.start, bar.end) for bar in falls(gallery()[name])]
    assert bars == bar_ends(gallery()[name])


def test_limits_of_a_step_stand_upon_its_start():
    level, wait = falls(score_bridge())[:2]
    assert (level.low, level.high) == (9.0, 16.0)
    assert (wait.start, wait.end, wait.low, wait.high) == (12.5, 3.0, 0.5, 5.4)
    assert [bar.tone for bar in falls(score_bridge())] == [
        "level", "fall", "fall", "rise", "rise", "level",
    ]  # fmt: skip


@given(st.lists(st.tuples(values, values), min_size=1, max_size=8))
def test_any_two_series_make_bars(rows: list[tuple[float | None, float | None]]):
    chart = Chart(
        Kind.WATERFALL,
        "x",
        tuple(str(place) for place in range(len(rows))),
        (
            Series("Level", tuple(Point(level) for level, _ in rows)),
            Series("Step", tuple(Point(step) for _, step in rows)),
        ),
    )
    bars = falls(chart)
    assert [(bar.place, bar.start, bar.end) for bar in bars] == bar_ends(chart)
    assert len(bars) == sum(level is not None or step is not None for level, step in rows)
    assert falls(replace(chart, labels=(), series=(Series("a", ()), Series("b", ())))) == ()
