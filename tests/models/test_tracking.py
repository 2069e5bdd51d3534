"""Expected purchases over calendar time against a plain double loop."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_new
from cxlib.models.tracking import expected_cumulative
from tests.bought import cdnow_orders, counted


def test_tracking_cdnow(shared_data):
    orders = cdnow_orders(shared_data)
    histories, rows = counted(orders, "1997-09-30")
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    begin = rows["min"].min()
    starts, n = np.unique((rows["min"] - begin).dt.days, return_counts=True)
    grid = np.arange(0, 547, 7)
    found = expected_cumulative(fit, starts, n, grid)
    # One customer at a time: what is expected of one who has waited so many days.
    waited = [float(expected_new(fit, days / 7)) for days in range(547)]
    plain = [
        sum(
            count * waited[day - start]
            for start, count in zip(starts, n, strict=True)
            if day > start
        )
        for day in grid
    ]
    assert found == pytest.approx(plain, rel=1e-9)
    # In the calibration the model keeps track: 2,457 repeat purchases by day 272.
    by_end = expected_cumulative(fit, starts, n, np.array([272]))[0]
    assert by_end == pytest.approx(2457, rel=0.03)
    assert (np.diff(found) > 0).all()
