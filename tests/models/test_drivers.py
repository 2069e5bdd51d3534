"""Drivers with intervals and their map: against resampled rows, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models import driver_shares
from cxlib.models.driver_codes import check_codes
from cxlib.models.driver_performance import Performance
from cxlib.models.driver_shares import linear_shares
from cxlib.models.drivers import drivers
from cxlib.models.importance import lmg
from cxlib.stats.cross_products import CrossProducts

NAMES = ("overall", "speed", "price", "staff")


def ratings(n: int = 400, seed: int = 2, columns: int = 3):
    draw = np.random.default_rng(seed)
    common = draw.normal(size=(n, 1))
    x = np.clip(np.rint(3.5 + 0.6 * common + 0.8 * draw.normal(size=(n, columns))), 1, 5)
    y = x @ np.linspace(0.9, 0.1, columns) + draw.normal(size=n)
    return np.column_stack([np.rint(y), x])


def products_of(data, names=NAMES, weights=None) -> CrossProducts:
    if weights is not None:
        ones = np.ones(len(data), np.int64)
        return CrossProducts.of(names, data, ones, (weights, weights**2))
    rows, times = np.unique(data, axis=0, return_counts=True)
    return CrossProducts.of(names, rows, times)


def by_name(found):
    return {one.name: one for one in found.drivers}


def test_limits_are_those_of_resampled_rows():
    data = ratings()
    found = by_name(drivers(products_of(data)))
    draw = np.random.default_rng(0)
    anew = []
    for _ in range(500):
        rows = data[draw.integers(0, len(data), len(data))]
        parts = lmg(np.corrcoef(rows.T)[None])[0]
        anew.append(parts / parts.sum())
    low, high = np.quantile(anew, [0.025, 0.975], axis=0)
    # Percentiles of 500 draws vary by about 0.1 standard deviations, 0.04 of the widths.
    for place, name in enumerate(NAMES[1:]):
        width = high[place] - low[place]
        assert found[name].low == pytest.approx(low[place], abs=0.15 * width)
        assert found[name].high == pytest.approx(high[place], abs=0.15 * width)


def test_r2_signs_inflation_and_means_are_those_of_the_rows():
    data = ratings()
    data[:, 2] = 6 - data[:, 2]  # price now counts downwards
    found = drivers(products_of(data), method="relative-weights")
    c = np.corrcoef(data.T)
    slopes = np.linalg.solve(c[1:, 1:], c[0, 1:])
    assert found.r2 == pytest.approx(float(slopes @ c[0, 1:]), abs=1e-9)
    assert (found.n, found.measure, found.method) == (400, "R2", "relative-weights")
    assert sum(one.share for one in found.drivers) == pytest.approx(1)
    for place, name in enumerate(NAMES[1:]):
        one = by_name(found)[name]
        assert one.sign == np.sign(slopes[place])
        assert one.vif == pytest.approx(np.linalg.inv(c[1:, 1:])[place, place])
        column = data[:, 1 + place]
        half = 1.9659 * column.std(ddof=1) / 20  # Student's t with 399 degrees of freedom
        assert one.performance == pytest.approx(column.mean())
        assert one.performance_high - one.performance == pytest.approx(half, rel=1e-3)
    assert by_name(found)["price"].sign == -1


def test_whole_weights_give_the_shares_of_repeated_rows():
    data = ratings(200)
    times = np.random.default_rng(1).integers(1, 4, 200)
    weighted = drivers(products_of(data, weights=times.astype(float)))
    repeated = drivers(products_of(np.repeat(data, times, axis=0)))
    assert weighted.n == 200
    for one in repeated.drivers:
        other = by_name(weighted)[one.name]
        assert other.share == pytest.approx(one.share, abs=1e-9)
        assert other.performance == pytest.approx(one.performance)
        assert other.high - other.low > one.high - one.low


def test_the_order_of_rows_and_the_run_do_not_matter():
    data = ratings()
    assert drivers(products_of(data)) == drivers(products_of(data[::-1]))


def test_a_quadrant_needs_both_intervals_clear_of_the_lines():
    draw = np.random.default_rng(5)
    n = 4000
    x = np.column_stack(
        [
            draw.choice([1, 2, 3], n),  # matters, done badly
            draw.choice([3, 4, 5], n),  # matters, done well
            draw.choice([1, 2, 3], n),  # does not matter, done badly
            draw.choice([3, 4, 5], n),  # does not matter, done well
        ]
    ).astype(float)
    y = x[:, 0] + x[:, 1] + draw.normal(0, 0.5, n)
    names = ("y", "bad", "good", "idle", "lavish")
    found = drivers(products_of(np.column_stack([y, x]), names))
    assert {one.name: one.quadrant for one in found.drivers} == {
        "bad": "concentrate here",
        "good": "keep up the good work",
        "idle": "low priority",
        "lavish": "possible overkill",
    }
    few = drivers(products_of(np.column_stack([y, x])[:40], names))
    assert "uncertain" in {one.quadrant for one in few.drivers}
    assert any("Fewer than 100" in note for note in few.notes)


def test_different_scales_are_compared_by_place():
    data = ratings()
    stretched = data.copy()
    stretched[:, 1] = stretched[:, 1] * 2
    scales = {"speed": (2, 10), "price": (1, 5), "staff": (1, 5)}
    plain, found = drivers(products_of(data)), drivers(products_of(stretched), scales=scales)
    assert [one.quadrant for one in found.drivers] == [one.quadrant for one in plain.drivers]
    places = {one.name: one.place for one in found.drivers}
    usual = {one.name: (one.performance - 1) / 4 for one in plain.drivers}
    assert places == pytest.approx(usual)
    assert all(one.place_low < one.place < one.place_high for one in found.drivers)
    assert found.performance_cut == pytest.approx(np.mean(list(usual.values())))
    assert all(one.place is None for one in plain.drivers)
    assert any("different scales" in note for note in found.map_notes)


def test_answers_given_thrice_tell_what_one_answer_tells():
    data = ratings(600)
    party = np.arange(600) % 256
    ones = np.full(600, 3, np.int64)
    thrice = drivers(CrossProducts.of(NAMES, data, ones, party=party))
    alone = drivers(products_of(data))
    naive = drivers(CrossProducts.of(NAMES, data, ones))
    for name in NAMES[1:]:
        one, same, short = (by_name(found)[name] for found in (alone, thrice, naive))
        assert same.share == pytest.approx(one.share)
        # 256 groups know a width within about 5 %, 500 draws within another 5.
        assert same.high - same.low == pytest.approx(one.high - one.low, rel=0.2)
        assert short.high - short.low < 0.75 * (one.high - one.low)
        width = one.performance_high - one.performance_low
        assert same.performance_high - same.performance_low == pytest.approx(width, rel=0.15)
    assert any("answered more than once" in note for note in thrice.notes)
    assert not any("answered more than once" in note for note in alone.notes)


def test_means_of_customers_have_the_spread_of_their_sums():
    draw = np.random.default_rng(4)
    customers = np.repeat(np.arange(60), 4)
    data = np.rint(4 + draw.normal(size=(60, 4))[customers] + 0.5 * draw.normal(size=(240, 4)))
    ones = np.ones(240, np.int64)
    found = by_name(drivers(CrossProducts.of(NAMES, data, ones, party=customers)))
    for place, name in enumerate(NAMES[1:], start=1):
        left = data[:, place] - data[:, place].mean()
        error = np.sqrt((np.bincount(customers, left) ** 2).sum() * 60 / 59) / 240
        half = 2.00100 * error  # Student's t with 59 degrees of freedom
        assert found[name].performance_high - data[:, place].mean() == pytest.approx(half, rel=1e-4)


def test_performance_can_be_a_share_of_the_rows_that_count():
    draw = np.random.default_rng(6)
    n = 500
    told = (draw.random(n) < 0.3).astype(float)
    fine = told * (draw.random(n) < 0.6)
    speed = draw.integers(1, 6, n).astype(float)
    y = 2 * speed - 3 * told + draw.normal(size=n)
    names = ("y", "speed", "theme", "not blamed")
    measured = {"theme": Performance("not blamed", "theme")}
    products = products_of(np.column_stack([y, speed, told, fine]), names)
    found = by_name(drivers(products, measured=measured))
    assert set(found) == {"speed", "theme"}
    share = fine.sum() / told.sum()
    error = np.sqrt((told * (fine - share) ** 2).sum() * n / (n - 1)) / told.sum()
    assert found["theme"].performance == pytest.approx(share)
    assert found["theme"].performance_high - share == pytest.approx(1.9647 * error, rel=1e-3)
    assert found["theme"].sign == -1
    alone = drivers(products_of(np.column_stack([y, speed, told]), names[:3]))
    assert by_name(alone)["theme"].share == pytest.approx(found["theme"].share)


def test_a_yes_or_no_outcome_is_explained_by_a_logistic_regression():
    data = ratings()
    data[:, 0] = data[:, 0] > np.median(data[:, 0])
    found = drivers(products_of(data))
    assert found.measure == "McFadden"
    assert sum(one.share for one in found.drivers) == pytest.approx(1)
    assert all(one.low <= one.share <= one.high for one in found.drivers)
    linear = drivers(products_of(data), method="relative-weights")
    assert linear.measure == "R2"
    assert any("linear regression" in note for note in linear.notes)


def test_many_drivers_are_sampled():
    data = ratings(300, columns=14)
    found = drivers(products_of(data, tuple(f"c{i}" for i in range(15))))
    assert found.sampled == 2000
    assert 0 < found.orders_error < 0.01
    assert any(note.startswith("Averaged over 2,000 sampled orders") for note in found.notes)
    assert sum(one.share for one in found.drivers) == pytest.approx(1)
    assert all(one.low <= one.share <= one.high for one in found.drivers)


def test_shares_of_a_sample_stay_the_same_in_blocks():
    data = ratings(3000)
    whole = products_of(data)
    z = np.column_stack([np.ones(3000), data - whole.centre])
    first, second = np.triu_indices(5)
    each = z[:, first] * z[:, second]
    cells = each.reshape(1000, 3, -1).sum(axis=1)
    ones = np.ones(1000, np.int64)
    blocks = CrossProducts(
        NAMES, 3000, 3000.0, 3000.0, whole.centre, cells, ones, None, ones * 3.0
    )  # fmt: skip
    a, b = by_name(drivers(whole)), by_name(drivers(blocks))
    for name in NAMES[1:]:
        assert b[name].share == pytest.approx(a[name].share, abs=1e-9)
        width = a[name].high - a[name].low
        assert b[name].high - b[name].low == pytest.approx(width, rel=0.2)


def test_too_few_constant_and_collinear_are_refused_by_name():
    data = ratings()
    with pytest.raises(NotEnoughData, match="at least 30 complete answers; this selection has 29"):
        drivers(products_of(data[:29]))
    assert drivers(products_of(data[:30])).n == 30
    still = data.copy()
    still[:, 2] = 4
    with pytest.raises(BadOption, match="'price' has the same value"):
        drivers(products_of(still))
    twice = data.copy()
    twice[:, 3] = 6 - twice[:, 1]
    with pytest.raises(BadOption, match="speed, staff"):
        drivers(products_of(twice))
    with pytest.raises(BadOption, match="has to be one of lmg, relative-weights"):
        drivers(products_of(data), method="shap")


def test_draws_follow_their_seed():
    products = products_of(ratings())
    correlations = np.corrcoef(ratings().T)[None]
    one, same, other = (linear_shares(products, correlations, "lmg", s)[1] for s in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).any()


def test_sums_of_many_cells_have_the_spread_of_counted_ones(monkeypatch):
    products, correlations = products_of(ratings()), np.corrcoef(ratings().T)[None]
    counted = linear_shares(products, correlations, "lmg", 1)[1]
    monkeypatch.setattr(driver_shares, "MANY", 10)
    whole = linear_shares(products, correlations, "lmg", 1)[1]
    # The spread of 500 draws is known within 3 %.
    assert whole.std(axis=0) == pytest.approx(counted.std(axis=0), rel=0.15)
    assert whole.mean(axis=0) == pytest.approx(counted.mean(axis=0), abs=0.01)


def test_the_code_of_nps_is_weighed_beside_the_score():
    data = ratings(500)
    data[:, 0] = np.clip(data[:, 0] + 2, 0, 10)
    products = products_of(data)
    found = drivers(products)
    check = check_codes(products, found)
    codes = np.where(data[:, 0] >= 9, 1, np.where(data[:, 0] <= 6, -1, 0))
    parts = lmg(np.corrcoef(np.column_stack([codes, data[:, 1:]]).T)[None])[0]
    assert check.r2 == pytest.approx(parts.sum())
    expected = dict(zip(NAMES[1:], parts / parts.sum(), strict=True))
    assert check.order == tuple(sorted(expected, key=lambda name: -expected[name]))
    moved = max(abs(expected[one.name] - one.share) for one in found.drivers)
    assert check.moved == pytest.approx(moved)
    assert check.same == (check.order == tuple(one.name for one in found.drivers))
    data[:, 0] = np.minimum(data[:, 0], 6)
    assert check_codes(products_of(data), drivers(products_of(data))) is None


def test_drivers_that_explain_next_to_nothing_are_called_so():
    data = ratings(2000)
    data[:, 0] = np.random.default_rng(9).normal(size=2000)
    found = drivers(products_of(data))
    assert found.r2 < 0.01
    assert any("shares of very little" in note for note in found.notes)
    assert not any("very little" in note for note in drivers(products_of(ratings())).notes)
