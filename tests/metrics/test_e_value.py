"""E-values: the published examples, the transformation of hazard ratios, and laws."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.metrics.e_value import e_value

# VanderWeele & Ding, Annals of Internal Medicine 167(4), 2017: smoking and lung cancer,
# breastfeeding and respiratory death, breastfeeding and leukemia.
PUBLISHED = [
    (10.73, 8.02, 14.36, 20.95, 15.52),
    (3.9, 1.8, 8.7, 7.26, 3.0),
    (0.80, 0.71, 0.91, 1.81, 1.43),
]


@pytest.mark.parametrize(("ratio", "low", "high", "value", "limit"), PUBLISHED)
def test_published(ratio: float, low: float, high: float, value: float, limit: float) -> None:
    found = e_value(ratio, low, high)
    assert (found.value, found.limit) == (
        pytest.approx(value, abs=0.006),
        pytest.approx(limit, abs=0.006),
    )


def test_a_common_outcome_is_turned_into_a_risk_ratio_first() -> None:
    # HR 0.56 (0.46 to 0.69): RR = (1 - .5^sqrt(HR)) / (1 - .5^sqrt(1/HR)), as published.
    found = e_value(0.56, 0.46, 0.69, common=True)
    for hazard, seen in ((0.56, found.value), (0.69, found.limit)):
        risk = (1 - 0.5 ** sqrt(hazard)) / (1 - 0.5 ** sqrt(1 / hazard))
        above = 1 / risk
        assert seen == pytest.approx(above + sqrt(above * (above - 1)))
    assert found.value < e_value(0.56, 0.46, 0.69).value


def test_limits_that_hold_no_association_need_nothing() -> None:
    assert e_value(0.9, 0.7, 1.1).limit == 1
    with pytest.raises(BadOption, match="between limits"):
        e_value(0.9, 1.0, 1.1)


@given(st.floats(0.05, 20), st.floats(1, 3), st.booleans())
def test_the_other_way_round_is_the_same(ratio: float, wide: float, common: bool) -> None:
    one = e_value(ratio, ratio / wide, ratio * wide, common=common)
    other = e_value(1 / ratio, 1 / ratio / wide, 1 / ratio * wide, common=common)
    assert one.value == pytest.approx(other.value, rel=1e-6)
    assert one.limit == pytest.approx(other.limit, rel=1e-6)
    assert one.value >= one.limit >= 1
