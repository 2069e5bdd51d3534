"""Matrices and one customer's history against the published formula."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from cxlib.errors import NotEnoughData
from cxlib.models.alive_history import alive_over_time, history_matrix
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import p_alive
from tests.bought import cdnow, histories_of


@pytest.fixture(scope="module")
def fitted(shared_data):
    histories = cdnow(shared_data)
    return histories, fit_purchases(histories, model="bg-nbd", unit_days=7)


def formula(fit, x, recency, age):
    """P(alive) of BG/NBD: Fader & Hardie, note 021, 2008."""
    values = dict(fit.parameters)
    r, alpha, a, b = (values[name] for name in ("r", "alpha", "a", "b"))
    if x == 0:
        return 1.0
    return 1 / (1 + a / (b + x - 1) * ((alpha + age) / (alpha + recency)) ** (r + x))


def test_the_matrix_is_the_formula(fitted):
    histories, fit = fitted
    found = history_matrix(fit, histories, horizon=39)
    assert found.age == pytest.approx(histories.age.max() / 7)
    for row, silence in enumerate(found.silence):
        for column, x in enumerate(found.frequency):
            value = found.p_alive[row, column]
            possible = silence == found.age if x == 0 else silence < found.age
            assert np.isnan(value) != possible
            if possible:
                want = formula(fit, int(x), found.age - silence if x else 0.0, found.age)
                assert value == pytest.approx(want)
    # For each frequency a longer silence means a smaller chance.
    assert (np.diff(found.p_alive[:-1, 1:], axis=0) <= 0).all()
    assert found.n.sum() == 2357


def test_one_customer_falls_and_rises(fitted):
    _, fit = fitted
    first = date(1997, 1, 1)
    bought = [first + timedelta(days) for days in (0, 30, 32, 100)]
    found = alive_over_time(fit, bought, end=date(1997, 9, 30))
    assert found.purchases.tolist() == [0, 30, 32, 100]
    assert found.day(0) == first
    for place, day in enumerate(found.days.tolist()):
        marks = [one for one in (0, 30, 32, 100) if one <= day]
        want = formula(fit, len(marks) - 1, marks[-1] / 7, day / 7)
        assert found.p_alive[place] == pytest.approx(want)
    at = dict(zip(found.days.tolist(), found.p_alive.tolist(), strict=True))
    assert at[99] < at[100]
    assert at[max(at)] < at[100]


def test_what_cannot_be_drawn_is_said(fitted):
    _, fit = fitted
    with pytest.raises(NotEnoughData, match="0"):
        alive_over_time(fit, [date(1998, 1, 1)], end=date(1997, 9, 30))


def test_whole_units_by_hand():
    donors = histories_of([1, 0, 3, 2], [2, 0, 6, 5], [6, 6, 6, 6], n=[50, 50, 50, 50])
    fit = fit_purchases(donors, model="bg-bb", unit_days=365.25)
    matrix = history_matrix(fit, donors, horizon=3)
    # Of six units: x purchases need x of them, so a silence of 4 leaves room for two at most.
    row = matrix.silence.tolist().index(4)
    assert np.isnan(matrix.p_alive[row]).tolist() == [x not in (1, 2) for x in matrix.frequency]
    cell = histories_of([2], [2], [6])
    assert matrix.p_alive[row, 2] == pytest.approx(p_alive(fit, cell)[0])
    # Gifts in units 2 and 4 after the first one, watched for six and a half years.
    given = [date(2010, 1, 1), date(2011, 6, 1), date(2013, 12, 1), date(2013, 12, 20)]
    found = alive_over_time(fit, given, end=date(2016, 7, 1))
    by_hand = histories_of([0, 0, 1, 1, 2, 2, 2], [0, 0, 2, 2, 4, 4, 4], [0, 1, 2, 3, 4, 5, 6])
    assert found.p_alive == pytest.approx(p_alive(fit, by_hand))
    assert found.days.tolist() == [0, 365, 730, 1095, 1461, 1826, 2191]
