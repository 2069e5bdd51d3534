"""Percentiles: numpy's own, on random columns of every length."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models.percentiles import percentiles


@pytest.mark.parametrize("draws", [1, 2, 3, 40, 200, 1001])
@pytest.mark.parametrize("tail", [0.0, 0.005, 0.025, 0.16, 0.5])
def test_percentiles_are_those_of_numpy(draws, tail):
    values = np.random.default_rng(draws).normal(size=(draws, 30)) ** 3
    before = values.copy()
    low, high = percentiles(values, tail)
    expected = np.quantile(values, [tail, 1 - tail], axis=0, method="weibull")
    assert np.stack([low, high]) == pytest.approx(expected, abs=1e-12)
    assert (values == before).all()
