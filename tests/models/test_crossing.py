"""Warnings about curves that cross."""

from __future__ import annotations

import numpy as np

from cxlib.models.crossing import first_crossing
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.stats.lives import Lives


def weibull(seed, *, shape, scale, n=300) -> SurvivalCurve:
    """Customers who leave at Weibull times, watched for 30 periods."""
    stay = np.ceil(np.random.default_rng(seed).weibull(shape, n) * scale)
    left = stay <= 30
    rows = zip(np.minimum(stay, 30).tolist(), left.tolist(), (~left).tolist(), strict=True)
    return kaplan_meier(Lives.of((t, int(e), int(c)) for t, e, c in rows))


def test_finds_the_two_that_cross():
    # Early leavers that then stay, against customers who all leave around one time.
    early, late = weibull(1, shape=0.6, scale=20), weibull(2, shape=3, scale=14)
    assert first_crossing([early, late]) == (0, 1)
    assert first_crossing([early, weibull(3, shape=0.6, scale=20), late]) == (0, 2)


def test_curves_apart_or_alike_do_not_cross():
    short, long = weibull(4, shape=1, scale=6), weibull(5, shape=1, scale=20)
    assert first_crossing([short, long]) is None
    assert first_crossing([long, weibull(6, shape=1, scale=20)]) is None
    assert first_crossing([short, short]) is None


def test_a_handful_of_customers_crosses_nothing():
    few = weibull(7, shape=1, scale=6, n=9)
    assert first_crossing([few, weibull(8, shape=3, scale=14)]) is None
    assert first_crossing([]) is None
