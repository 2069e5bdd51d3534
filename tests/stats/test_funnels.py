"""Funnels against a walk along each customer's events."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.metrics.funnel import conversions_against_rest, funnel
from cxlib.stats.funnels import read_event_names, read_funnel
from cxlib.stats.groups import TOTAL, Group
from tests.handmade import source_of

T = datetime(2024, 1, 1)
STEPS = ("view", "cart", "buy")
events = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 50), st.sampled_from((*STEPS, "other"))),
    min_size=1,
    max_size=30,
)


def source(backend, rows, plans=None):
    extra = [("z", 0, step) for step in STEPS]  # every step is some event
    rows = [*rows, *extra]
    roles = {
        "customer": [who for who, *_ in rows],
        "happened": [T + timedelta(minutes=at) for _, at, _ in rows],
        "event": [name for *_, name in rows],
    }
    cells = {"plan": [*(plans or ["x"] * (len(rows) - 3)), *["z"] * 3]}
    return source_of(backend, "events", roles, cells=cells, table="funnel_events"), rows


def walked(rows, steps, within=None):
    """Seconds from the step before, of every customer who reached each step."""
    found: list[list[int]] = [[] for _ in steps]
    for who in {name for name, *_ in rows}:
        mine = [(at, name) for one, at, name in rows if one == who]
        times: list[int] = []
        for place, step in enumerate(steps):
            fits = [
                at
                for at, name in mine
                if name == step
                and (not place or at > times[-1] or (at == times[-1] and steps[place - 1] != step))
                and (not place or within is None or at <= times[0] + within)
            ]
            if not fits:
                break
            times.append(min(fits))
            found[place].append(60 * (times[-1] - times[max(place - 1, 0)]))
    return [sorted(one) for one in found]


@settings(deadline=None, max_examples=30)
@given(events, st.sampled_from([None, 10]))
def test_funnels_equal_a_walk(backend, rows, within):
    made, rows = source(backend, rows)
    for steps in (STEPS, ("view", "view", "buy")):
        book = read_funnel(made, steps=steps, within=within and within * 60)
        found = [sorted(np.repeat(one.seconds, one.n).tolist()) for one in book.times[TOTAL]]
        assert found == walked(rows, steps, within)


def test_conversion_drop_off_and_times(backend):
    rows = [
        ("a", 0, "view"), ("a", 4, "cart"), ("a", 9, "buy"),
        ("b", 0, "view"), ("b", 2, "cart"),
        ("c", 3, "cart"), ("c", 5, "view"),
    ]  # fmt: skip
    made, _ = source(backend, rows)
    steps = funnel(STEPS, read_funnel(made, steps=STEPS).times[TOTAL])
    assert [(one.event, one.customers, one.dropped) for one in steps] == [
        ("view", 4, 0),
        ("cart", 3, 1),
        ("buy", 2, 1),
    ]
    assert [one.share for one in steps] == [1, 0.75, 0.5]
    assert steps[2].of_before == pytest.approx(2 / 3)
    assert [one.median_seconds for one in steps] == [None, 120, 150]
    # Wilson, 2 of 4.
    assert (steps[2].low, steps[2].high) == pytest.approx((0.15003, 0.84997), abs=5e-5)


def test_segments_and_their_test(backend):
    rows = [(f"p{k}", 0, "view") for k in range(40)]
    rows += [(f"p{k}", 1, "cart") for k in range(5)] + [(f"p{k}", 1, "cart") for k in range(20, 35)]
    plans = ["x" if int(who[1:]) < 20 else "y" for who, *_ in rows]
    made, _ = source(backend, rows, plans)
    book = read_funnel(made, steps=("view", "cart"), by=["plan"])
    shares = {
        group.value: (one[0].customers, one[1].customers) for group, one in book.times.items()
    }
    assert shares == {None: (41, 21), "x": (20, 5), "y": (20, 15), "z": (1, 1)}
    tested = conversions_against_rest({g: t for g, t in book.times.items() if g.column})
    assert tested[Group("plan", "x")][1] < 0.01


def test_steps_that_cannot_be(backend):
    made, _ = source(backend, [("a", 0, "view")])
    with pytest.raises(BadOption, match="at least two steps"):
        read_funnel(made, steps=("view",))
    with pytest.raises(BadOption, match=r"No event of .+ is 'pay'"):
        read_funnel(made, steps=("view", "pay"))


def test_events_by_the_customers_who_did_them(backend):
    rows = [("a", 1, "view"), ("a", 2, "view"), ("b", 1, "view"), ("b", 5, "other")]
    made, _ = source(backend, rows)
    assert read_event_names(made) == (("view", 3), ("buy", 1), ("cart", 1), ("other", 1))
