"""Patterns with counts are the rows: every number again by plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import numpy as np
import pytest

from cxlib.errors import BadOption, ColumnMissing, NotEnoughData
from cxlib.stats import life_patterns
from cxlib.stats.life_patterns import read_life_patterns
from cxlib.stats.lives_there import read_customers_there
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

ROWS = 300
DRAW = np.random.default_rng(3)
STAY = DRAW.integers(0, 9, ROWS)
LEFT = DRAW.integers(0, 2, ROWS)
CITY = [None if k % 11 == 0 else "BCA"[int(v)] for k, v in enumerate(DRAW.integers(0, 3, ROWS))]
SPEND = [None if k % 19 == 0 else f"{v:.1f}" for k, v in enumerate(DRAW.normal(20, 3, ROWS))]
PAIRS = [f"u{k // 2 if k < 40 else k}" for k in range(ROWS)]


@pytest.fixture(scope="module")
def source(backend):
    roles = {
        "customer": [f"u{k:03d}" for k in range(ROWS)],
        "duration": STAY.astype(float).tolist(),
        "churned": LEFT.tolist(),
    }
    cells = {"city": CITY, "spend": SPEND, "one": ["x"] * ROWS}
    return source_of(backend, "subscriptions", roles, cells=cells, table="patterns")


@pytest.fixture(scope="module")
def repeated(backend):
    roles = {"customer": PAIRS, "duration": STAY.astype(float).tolist(), "churned": LEFT.tolist()}
    return source_of(backend, "subscriptions", roles, cells={"city": CITY}, table="twice")


def counted(found, values):
    """The patterns as a counter of (city, duration, left)."""
    rows = zip(found.cells[:, 0], found.durations, found.left, found.n, strict=True)
    total: Counter[tuple] = Counter()
    for cell, duration, left, n in rows:
        total[(values[int(cell)], float(duration), int(left))] += int(n)
    return total


def test_groups_are_counted_once(source):
    found = read_life_patterns(source, covariates=["city"])
    (city,) = found.covariates
    assert city.values == ("(blank)", "A", "B", "C")
    plain = Counter(
        (one or "(blank)", float(t), int(e)) for one, t, e in zip(CITY, STAY, LEFT, strict=True)
    )
    assert counted(found, city.values) == plain
    assert (found.total, found.events) == (ROWS, LEFT.sum())
    assert len(found.n) == len(plain) < ROWS
    assert found.repeated == 0
    assert found.customers is None


def test_numbers_are_recognised_and_rows_without_one_are_left_out(source):
    found = read_life_patterns(source, covariates=["spend", "city"])
    assert found.covariates[0].values is None
    known = [float(one) for one in SPEND if one is not None]
    assert found.total == len(known)
    assert found.n @ found.cells[:, 0] == pytest.approx(sum(known))
    assert dict(found.coverage.left_out) == {"spend has no answer": ROWS - len(known)}
    assert read_life_patterns(source, covariates=["city"], numbers={}).covariates[0].values


def test_numbers_are_rounded_where_asked(source):
    found = read_life_patterns(source, covariates=["spend"], numbers={"spend": 5})
    assert set(found.cells[:, 0]) == {5 * round(float(one) / 5) for one in SPEND if one}
    assert found.covariates[0].step == 5


def test_too_many_numbers_are_sampled_and_it_is_said(source, monkeypatch):
    monkeypatch.setattr(life_patterns, "MOST_WITH_NUMBERS", 100)
    found = read_life_patterns(source, covariates=["spend"])
    assert 0 < found.share < 1
    assert found.total == pytest.approx(found.share * 284, rel=0.35)


def test_customers_who_repeat_are_kept_apart(repeated, monkeypatch):
    found = read_life_patterns(repeated, covariates=["city"])
    assert found.repeated == 20
    assert found.customers is not None
    sizes = Counter(np.bincount(found.customers, found.n).astype(int).tolist())
    assert sizes == {2: 20, 1: ROWS - 40}
    monkeypatch.setattr(life_patterns, "MOST_ROWS", 100)
    without = read_life_patterns(repeated, covariates=["city"])
    assert without.customers is None
    assert (without.repeated, without.total) == (20, ROWS)


def test_days_become_units_and_late_entries_are_kept(backend):
    start = datetime(2024, 1, 1)
    roles = {
        "customer": [f"c{k}" for k in range(40)],
        "started": [start + timedelta(k) for k in range(40)],
        "ended": [start + timedelta(k + 70) if k % 2 else None for k in range(40)],
        "entered": [start + timedelta(k + 7 * (k % 3)) for k in range(40)],
    }
    cells = {"plan": [f"p{k % 2}" for k in range(40)]}
    source = source_of(backend, "subscriptions", roles, cells=cells, table="late")
    found = read_life_patterns(source, covariates=["plan"]).in_units(7)
    assert found.entry is not None
    assert set(found.entry) == {0.0, 1.0, 2.0}
    assert set(found.durations[found.left == 1]) == {10.0}


def test_customers_there_are_those_who_did_not_leave(source):
    patterns = read_life_patterns(source, covariates=["city", "spend"])
    found = read_customers_there(source, patterns)
    kept = [k for k in range(ROWS) if not LEFT[k] and SPEND[k] is not None]
    assert found.customers == tuple(f"u{k:03d}" for k in kept)
    assert found.durations.tolist() == [float(STAY[k]) for k in kept]
    assert found.cells["city"] == tuple(CITY[k] or "(blank)" for k in kept)
    assert found.cells["spend"] == tuple(float(SPEND[k] or 0) for k in kept)
    assert not found.more


def test_wrong_columns_are_a_sentence(source, monkeypatch):
    with pytest.raises(ColumnMissing, match="nowhere"):
        read_life_patterns(source, covariates=["nowhere"])
    with pytest.raises(BadOption, match="says who left and when"):
        read_life_patterns(source, covariates=["duration"])
    with pytest.raises(BadOption, match="0 columns were chosen"):
        read_life_patterns(source, covariates=[])
    monkeypatch.setattr(life_patterns, "MOST_VALUES", 20)
    with pytest.raises(BadOption, match="different values; a column of groups may have 20"):
        read_life_patterns(source, covariates=["spend"], numbers={})
    nobody = Selection((Condition("city", ("Z",)),))
    with pytest.raises(NotEnoughData, match="not kept by the filter"):
        read_life_patterns(source, covariates=["city"], selection=nobody)
