"""Cross-products equal those of the rows, in one piece or in blocks, and every gap has a reason."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.columns.mapping import Reading
from cxlib.errors import BadOption, ColumnMissing
from cxlib.stats import cross_products
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
