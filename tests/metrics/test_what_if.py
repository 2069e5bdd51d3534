"""What a programme would bring: against customers who pay month by month, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.metrics.what_if import Sized, WhatIf, break_even, gain, worth

TIMES = st.floats(-5, 10)


def test_it_is_what_customers_pay_with_and_without() -> None:
    """200 customers who stay 4 to 8 months; 30 % of them come to stay 1.5 months longer."""
    stays = np.random.default_rng(3).integers(4, 9, 200).astype(float)
    without = (25.0 * stays).sum()
    moved = stays.copy()
    moved[:60] += 1.5
    spent = 200 * 4.0
    asked = WhatIf(200, 25.0, Sized(1.5, 0.5, 2.5), cost=4.0)
    found = gain(asked, 0.3)
    assert found.value == pytest.approx((25.0 * moved).sum() - spent - without)
    assert found.value == pytest.approx(60 * 25 * 1.5 - 800)
    assert (found.low, found.high) == (pytest.approx(-50), pytest.approx(60 * 25 * 2.5 - 800))
    assert worth(asked, 0.3).value == pytest.approx(0.3 * 25 * 1.5)
    needed = break_even(asked)
    assert needed.value == pytest.approx(4 / 37.5)
    assert (needed.low, needed.high) == (pytest.approx(4 / 62.5), pytest.approx(4 / 12.5))


@given(st.integers(1, 10_000), st.floats(1, 500), TIMES, st.floats(0.1, 3), st.floats(0, 1000))
def test_break_even_gains_nothing(
    customers: int, fee: float, longer: float, half: float, cost: float
) -> None:
    asked = WhatIf(customers, fee, Sized(longer, longer - half, longer + half), cost)
    needed = break_even(asked)
    if needed.value is None:
        assert longer <= 0
    elif needed.value <= 1:
        assert gain(asked, needed.value).value == pytest.approx(
            0, abs=1e-6 * (1 + customers * cost)
        )
        spent = WhatIf(customers, fee, asked.longer, worth(asked, 0.5).value or 0.0)
        assert gain(spent, 0.5).value == pytest.approx(0, abs=1e-6 * customers * fee)
    assert (needed.high is None) == (longer - half <= 0)


def test_what_cannot_be_told_is_unknown_or_refused() -> None:
    asked = WhatIf(10, 5.0, Sized(1.0, None, None), 2.0)
    assert (gain(asked, 0.5).low, break_even(asked).high) == (None, None)
    assert break_even(WhatIf(10, 5.0, Sized(-1.0, -2.0, 0.5), 2.0)) == Sized(None, 0.8, None)
    with pytest.raises(BadOption, match="share moved"):
        gain(asked, 1.5)
    with pytest.raises(BadOption, match="cost"):
        WhatIf(10, 5.0, Sized(1.0, None, None), -1.0)
