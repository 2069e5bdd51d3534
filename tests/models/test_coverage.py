"""Intervals hold the truth about as often as they say: fixed seeds, and exact for shares."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from benchmarks.coverage import LAWS, cell_coverage, covered

SAMPLES = 100
SLACK = 3 * sqrt(0.95 * 0.05 / SAMPLES)
"""Three standard deviations of a share of so many samples, 7 points."""


@pytest.mark.parametrize("law", LAWS[:2], ids=lambda law: law.name)
def test_intervals_of_retention_hold_the_truth(law):
    found = covered(law, 300, whole=False, samples=SAMPLES)
    for name in ("survival at 3", "survival at 12", "survival at 24", "median", "mean to 24"):
        share, samples = found[name]
        assert samples > 0.95 * SAMPLES, name
        assert share == pytest.approx(0.95, abs=SLACK), name
    assert found["difference at 12"][0] == pytest.approx(0.95, abs=SLACK)


def test_medians_in_whole_months_hold_the_truth_more_often():
    # Where times are counted, an interval of the median ends on whole months and is wider for it.
    share, _ = covered(LAWS[1], 300, whole=True, samples=60)["median"]
    assert share >= 0.95 - 2 * sqrt(0.95 * 0.05 / 60)


@pytest.mark.parametrize("n", [50, 300, 2_000])
def test_limits_of_a_cohorts_cell_hold_its_share(n):
    # Exact, over all counts: on average over shares close to 95 %, and never far below.
    shares = [cell_coverage(n, share) for share in np.linspace(0.02, 0.98, 33)]
    assert np.mean(shares) == pytest.approx(0.95, abs=0.005)
    assert min(shares) > 0.91
    assert cell_coverage(n, 0.3, lambda share, n: (share - 0.01, share + 0.01)) < 0.9
