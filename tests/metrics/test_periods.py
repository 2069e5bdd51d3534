"""Where periods end."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.metrics.periods import is_unfinished, next_start, period_label

PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
periods = st.sampled_from(sorted(PANDAS))


@given(days, periods)
def test_next_start_equals_pandas(day, period):
    here = pd.Period(day, PANDAS[period])
    assert next_start(here.start_time.date(), period) == (here + 1).start_time.date()


@given(days, periods, st.integers(0, 400))
def test_unfinished_until_the_last_day(day, period, later):
    here = pd.Period(day, PANDAS[period])
    start, last = here.start_time.date(), here.end_time.date()
    assert is_unfinished(start, period, last - timedelta(days=1))
    assert not is_unfinished(start, period, last + timedelta(days=later))


@pytest.mark.parametrize(
    ("start", "period", "label"),
    [
        (date(2026, 3, 9), "day", "2026-03-09"),
        (date(2026, 3, 9), "week", "2026-03-09"),
        (date(2026, 3, 1), "month", "Mar 2026"),
        (date(2026, 1, 1), "quarter", "2026 Q1"),
        (date(2026, 10, 1), "quarter", "2026 Q4"),
        (date(2026, 1, 1), "year", "2026"),
    ],
)
def test_labels(start, period, label):
    assert period_label(start, period) == label
