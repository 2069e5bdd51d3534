"""The portable vocabulary says what plain Python says."""

from __future__ import annotations

from datetime import date

import ibis
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxlib.engine import portable
from cxlib.engine.embedded import Cursor, cursor, open_locked

PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
SLOW = settings(max_examples=25, deadline=None)
days = st.lists(st.dates(date(1900, 1, 1), date(2199, 12, 31)), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def backend(tmp_path_factory) -> Cursor:
    folder = tmp_path_factory.mktemp("engine")
    return cursor(open_locked([folder], scratch=folder / "scratch"))


def column(backend, values, form):
    table = pa.table({"row": range(len(values)), "a": pa.array(values, form)})
    return backend.create_table("t", table, overwrite=True)


def values(table, expression) -> list:
    found = table.mutate(found=expression).to_pyarrow().sort_by("row")
    return found["found"].to_pylist()


def test_a_flag_is_one_zero_and_never_null(backend):
    table = column(backend, [True, False, None], "bool")
    assert values(table, portable.flag(table.a)) == [1, 0, 0]


@SLOW
@given(dates=days, other=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_days_between_equals_python(backend, dates, other):
    table = column(backend, dates, "date32")
    found = values(table, portable.days_between(table.a, ibis.literal(other)))
    assert found == [(other - one).days for one in dates]


def test_days_between_counts_midnights_not_hours(backend):
    moments = [pd.Timestamp("2025-03-01 23:59"), pd.Timestamp("2025-03-01 00:01"), None]
    table = column(backend, moments, pa.timestamp("us"))
    end = ibis.literal(date(2025, 3, 2))
    assert values(table, portable.days_between(table.a.date(), end)) == [1, 1, None]


@SLOW
@given(dates=days, period=st.sampled_from(portable.PERIODS))
def test_period_start_equals_pandas(backend, dates, period):
    table = column(backend, dates, "date32")
    expected = [pd.Period(one, PANDAS[period]).start_time.date() for one in dates]
    assert values(table, portable.period_start(table.a, period)) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9", 9.0),
        ("-1.50", -1.5),
        ("+3.", 3.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("2E-2", 0.02),
        *(
            (other, None)
            for other in ("", ".", "1,5", "1e999", "NaN", "inf", "1_000", " 1", "9" * 31)
        ),
        (None, None),
    ],
)
def test_a_number_is_read_or_null(backend, text, number):
    table = column(backend, [text, "7"], "string")
    assert values(table, portable.number_of(table.a)) == [number, 7.0]


@SLOW
@given(
    first=st.dates(date(1899, 12, 1), date(2200, 2, 1)),
    text=st.from_regex(r"(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True),
)
@example(first=date(2000, 2, 29), text="1900-02-29")
@example(first=date(2024, 2, 29), text="2025-02-29")
def test_a_day_is_read_where_the_calendar_has_it(backend, first, text):
    try:
        known = date.fromisoformat(text)
    except ValueError:
        known = None
    within = first if 1900 <= first.year <= 2199 else None
    cells = [str(first), f"{first} 23:59:59", text, f"{text}x", "01/02/2025", None]
    table = column(backend, cells, "string")
    assert values(table, portable.day_of(table.a)) == [within, within, known, None, None, None]
