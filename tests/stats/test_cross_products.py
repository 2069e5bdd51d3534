"""Cross-products equal those of the rows, in one piece or in blocks, and every gap has a reason."""

from __future__ import annotations

import hashlib
from collections import Counter

import numpy as np
import pytest

from cxlib.columns.mapping import Reading
from cxlib.errors import BadOption, ColumnMissing
from cxlib.stats import cross_products
from cxlib.stats.complete_rows import complete_rows
from cxlib.stats.cross_products import read_cross_products
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

ROWS = 200
DRAW = np.random.default_rng(8)
NPS = [None if k % 17 == 0 else int(v) for k, v in enumerate(DRAW.integers(0, 11, ROWS))]
SPEED = [... if k % 23 == 5 else int(v) for k, v in enumerate(DRAW.integers(1, 6, ROWS))]
PRICE = [f"{v:.1f}" for v in DRAW.normal(20, 5, ROWS)]
LEFT = ["Yes" if v < 0.4 else "no" for v in DRAW.random(ROWS)]
WEIGHT = [0.5 + k % 3 for k in range(ROWS)]
REGION = ["n" if k % 3 else None for k in range(ROWS)]
COLUMNS = ("nps", "rating_1", "price", "left")


@pytest.fixture(scope="module")
def source(backend):
    roles = {"nps": NPS, "rating_1": SPEED}
    cells = {"price": PRICE, "left": LEFT, "region": REGION}
    return source_of(
        backend, "survey", roles, cells=cells, readings={"rating_1": Reading()}, table="rated"
    )


def known(keep=lambda k: True):
    rows = [
        (NPS[k], SPEED[k], float(PRICE[k]), float(LEFT[k] == "Yes"))
        for k in range(ROWS)
        if NPS[k] is not None and SPEED[k] is not ... and keep(k)
    ]
    return np.array(rows, float)


def moments(products):
    """Mean and covariance of what the cells hold."""
    size = len(products.names) + 1
    whole = np.zeros((size, size))
    whole[np.triu_indices(size)] = products.cells.sum(axis=0)
    whole = whole + np.triu(whole, 1).T
    mean = whole[0, 1:] / whole[0, 0]
    return products.centre + mean, whole[1:, 1:] / whole[0, 0] - np.outer(mean, mean)


def assert_equal(products, rows):
    mean, covariance = moments(products)
    assert products.n == len(rows)
    assert mean == pytest.approx(rows.mean(axis=0))
    assert covariance == pytest.approx(np.cov(rows.T, bias=True), abs=1e-9)


def test_scores_numbers_and_yes_or_no_are_read(source):
    found = read_cross_products(source, columns=COLUMNS)
    assert_equal(found.groups[TOTAL], known())
    assert found.groups[TOTAL].names == COLUMNS
    cover = found.coverage
    assert cover.rows == ROWS == cover.used + sum(n for _, n in cover.left_out)
    assert cover.used == len(known())
    assert dict(cover.left_out) == {
        "nps has no answer": sum(v is None for v in NPS),
        "rating_1 has no answer": sum(
            s is ... and v is not None for s, v in zip(SPEED, NPS, strict=True)
        ),
    }


def test_groups_are_those_of_their_rows(source):
    found = read_cross_products(source, columns=COLUMNS, by=["region"]).groups
    assert set(found) == {TOTAL, Group("region", "n"), Group("region", "(blank)")}
    assert_equal(found[Group("region", "n")], known(lambda k: k % 3))
    assert_equal(found[Group("region", "(blank)")], known(lambda k: k % 3 == 0))


def test_filters_are_told_apart_from_gaps(source):
    kept = Selection((Condition("region", ("n",)),))
    found = read_cross_products(source, columns=COLUMNS, selection=kept)
    assert_equal(found.groups[TOTAL], known(lambda k: k % 3))
    assert ("not kept by the filter region is n", ROWS - sum(k % 3 > 0 for k in range(ROWS))) in (
        found.coverage.left_out
    )


def test_blocks_hold_the_same_sums(source, monkeypatch):
    monkeypatch.setattr(cross_products, "MOST", 10)
    found = read_cross_products(source, columns=COLUMNS, by=["region"]).groups
    total = found[TOTAL]
    assert total.values is None
    assert total.cells.shape[1] == 15
    assert len(total.times) > 100
    assert_equal(total, known())
    assert_equal(found[Group("region", "n")], known(lambda k: k % 3))


def test_many_combinations_are_found_before_all_rows_are_counted(source, monkeypatch):
    monkeypatch.setattr(cross_products, "PROBE", 40)
    kept = complete_rows(source, columns=COLUMNS).kept
    for most, many in ((60, True), (10_000, False)):  # 40 rows hold fewer than 60, 160 hold more
        monkeypatch.setattr(cross_products, "MOST", most)
        assert cross_products._probe(kept, len(COLUMNS)).many is many


def test_blocks_have_a_centre_where_none_of_the_first_rows_is_kept(source, monkeypatch):
    monkeypatch.setattr(cross_products, "MOST", 10)
    monkeypatch.setattr(cross_products, "PROBE", 0)
    total = read_cross_products(source, columns=COLUMNS).groups[TOTAL]
    assert total.values is None
    assert total.centre == pytest.approx(known().mean(axis=0))
    assert_equal(total, known())


@pytest.mark.parametrize("most", [10, 1000])
def test_weights_weigh(backend, monkeypatch, most):
    monkeypatch.setattr(cross_products, "MOST", most)
    roles = {"nps": NPS, "rating_1": SPEED, "weight": WEIGHT}
    source = source_of(backend, "survey", roles, table="weighed")
    found = read_cross_products(source, columns=("nps", "rating_1")).groups[TOTAL]
    places = [k for k in range(ROWS) if NPS[k] is not None and SPEED[k] is not ...]
    weights = np.array([WEIGHT[k] for k in places])
    rows = np.array([(NPS[k], SPEED[k]) for k in places], float)
    mean, covariance = moments(found)
    assert found.weight == pytest.approx(weights.sum())
    assert found.n_eff == pytest.approx(weights.sum() ** 2 / (weights**2).sum())
    assert mean == pytest.approx(np.average(rows, axis=0, weights=weights))
    assert covariance == pytest.approx(np.cov(rows.T, bias=True, aweights=weights))


def test_periods_need_a_date(source):
    with pytest.raises(BadOption, match="is known as 'answered'"):
        read_cross_products(source, columns=COLUMNS, period="month")


def test_an_unknown_column_is_named(source):
    with pytest.raises(ColumnMissing, match="nowhere"):
        read_cross_products(source, columns=("nps", "nowhere"))


def customers(backend, table):
    """Every third row is of a customer with three answers; every seventh has no customer."""
    who = [None if k % 7 == 0 else f"c{k // 3}" if k % 2 else f"only{k}" for k in range(ROWS)]
    return who, source_of(
        backend,
        "survey",
        {"nps": NPS, "rating_1": SPEED, "customer": who},
        readings={"rating_1": Reading()},
        table=table,
    )


@pytest.mark.parametrize("most", [10, 100_000])
def test_answers_of_a_customer_stay_together(backend, monkeypatch, most):
    monkeypatch.setattr(cross_products, "MOST", most)
    who, source = customers(backend, "who")
    found = read_cross_products(source, columns=("nps", "rating_1")).groups[TOTAL]
    assert (found.values is None) == (most == 10)
    places = [k for k in range(ROWS) if NPS[k] is not None and SPEED[k] is not ...]
    counted = Counter(who[k] for k in places if who[k] is not None)
    assert found.repeated == sum(n > 1 for n in counted.values()) > 10
    rows = np.array([(NPS[k], SPEED[k]) for k in places], float)
    mean, covariance = moments(found)
    assert mean == pytest.approx(rows.mean(axis=0))
    assert covariance == pytest.approx(np.cov(rows.T, bias=True), abs=1e-9)
    keys = [f"row {k + 1}" if who[k] is None else who[k] for k in places]
    groups = [int(hashlib.md5(key.encode()).hexdigest()[:2], 16) for key in keys]
    sums, times = found.units
    expected = np.bincount(groups, minlength=256)
    assert sums[:, 0].tolist() == expected[expected > 0].tolist()
    assert (times == 1).all()


def test_customers_who_answer_once_change_nothing(backend, source):
    once = source_of(
        backend,
        "survey",
        {"nps": NPS, "rating_1": SPEED, "customer": [f"c{k}" for k in range(ROWS)]},
        readings={"rating_1": Reading()},
        table="once",
    )
    columns = ("nps", "rating_1")
    mine, plain = (
        read_cross_products(one, columns=columns).groups[TOTAL] for one in (once, source)
    )
    assert mine.party is None
    assert mine.repeated == 0
    assert (mine.cells == plain.cells).all()


def test_a_part_of_the_columns_is_what_they_give_alone(source):
    whole = read_cross_products(source, columns=COLUMNS).groups[TOTAL]
    assert_equal(whole.part(("nps", "left", "price")), known()[:, [0, 3, 2]])


def test_the_values_of_an_outcome_in_blocks_are_counted(source, monkeypatch):
    monkeypatch.setattr(cross_products, "MOST", 10)
    found = read_cross_products(source, columns=("left", "price")).groups[TOTAL]
    assert found.outcomes == 2
