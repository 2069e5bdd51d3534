"""The quality report against pandas and plain counting on the same rows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import ceil

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.columns.guess import guess
from cxlib.columns.mapping import HIDE
from cxlib.columns.profile import read_profile
from cxlib.engine.embedded import cursor, open_locked
from cxlib.read.load import read_file
from cxlib.stats.cell_counts import ColumnCells, read_columns, read_roles
from cxlib.stats.coverage_time import Gap, read_time_coverage
from cxlib.stats.extremes import read_spreads
from cxlib.stats.quality import main_question, questions, read_quality
from cxlib.stats.row_checks import (
    Impossible,
    read_choice_rows,
    read_impossible,
    read_key_repeats,
    read_loads,
    read_repeated,
)
from cxlib.tables.opened import open_source
from cxlib.tables.orders import orders
from cxlib.tables.question import read_coverage
from cxlib.workspace.dataset import Dataset, Load
from tests.handmade import source_of

TODAY = date(2026, 1, 31)
MONEY = 10_000


def shop(backend, rows: int = 400, seed: int = 7):
    """Random order lines: cancelled, refunded, free, of nobody, and repeated ones among them."""
    draw = random.Random(seed)
    lines = [
        {
            "customer": draw.choice([None, "a", "b", "c"]),
            "ordered": datetime(2025, 1, 1) + timedelta(days=draw.randrange(60)),
            "amount": draw.choice([-5, 0, 1, 2]) * MONEY,
            "quantity": float(draw.choice([-2, 1, 3])),
            "order": draw.choice(["C", ""]) + str(draw.randrange(5)),
        }
        for _ in range(rows)
    ]
    roles = {name: [line[name] for line in lines] for name in lines[0]}
    return source_of(backend, "transactions", roles, table="shop"), pd.DataFrame(lines)


def test_every_row_is_used_or_left_out_with_its_reason(backend):
    source, frame = shop(backend)
    quality = read_quality(source, today=TODAY)
    assert questions(source.mapping) == ("transactions",)
    assert quality.coverage == read_coverage(orders(source))
    assert quality.coverage.used + sum(n for _, n in quality.coverage.left_out) == len(frame)
    known = frame[frame.customer.notnull()]
    assert quality.coverage.used == ((known.quantity > 0) & (known.amount >= 0)).sum()


def test_choices_count_the_rows_they_concern_whatever_else_is_wrong(backend):
    source, frame = shop(backend)
    negative = (frame.amount < 0) | (frame.quantity < 0)
    cancelled = negative & frame.order.str.startswith("C")
    repeated = int(frame.duplicated().sum())
    assert read_repeated(source) == repeated > 0
    assert dict(read_choice_rows(source, repeated=repeated)) == {
        "cancelled": cancelled.sum(),
        "refunds": (negative & ~cancelled).sum(),
        "zero": (frame.amount == 0).sum(),
        "guests": frame.customer.isnull().sum(),
        "duplicates": repeated,
    }


def test_choices_count_what_orders_leave_out(backend):
    source, _ = shop(backend)
    counted = dict(read_choice_rows(source, repeated=0))
    named = replace(source, table=source.table.mutate(customer_problem=ibis.null("string")))
    left_out = dict(read_coverage(orders(named)).left_out)
    assert left_out.pop("cancelled order") == counted["cancelled"]
    assert sum(left_out.values()) == counted["refunds"]


def test_cells_are_counted_as_pandas_counts_them(backend):
    cells = {"plan": ["a", None, "a", "b"], "note": [None] * 4}
    source = source_of(backend, "customers", {"customer": ["x", "y", None, "x"]}, cells=cells)
    assert read_columns(source) == (
        ColumnCells("plan", 3, 2),
        ColumnCells("note", 0, 0),
        ColumnCells("customer", 3, 2),
    )
    hidden = replace(source, mapping=source.mapping.with_personal("plan", HIDE))
    assert read_columns(hidden)[0] == ColumnCells("plan", 3, None)


def test_problems_are_counted_by_role(backend):
    source = source_of(
        backend,
        "survey",
        {"nps": [9, None, ..., ..., 3], "answered": [..., None, *[datetime(2025, 1, 1)] * 3]},
    )
    found = {one.role: (one.values, one.problems) for one in read_roles(source)}
    assert found == {
        "nps": (2, (("nps is wrong", 2), ("nps is blank", 1))),
        "answered": (3, (("answered is blank", 1), ("answered is wrong", 1))),
    }


def test_a_survey_has_a_question_for_each_score(backend):
    roles = {"nps": [9, None, 3], "rating_1": [1, 2, None], "rating_2": [None, None, 5]}
    source = source_of(backend, "survey", roles)
    quality = read_quality(source, today=TODAY)
    assert [(name, one.used) for name, one in quality.coverages] == [
        ("nps", 2), ("rating_1", 2), ("rating_2", 1),
    ]  # fmt: skip


def quartile(values: list[float], quarter: int) -> float:
    """The smallest value that at least so many quarters do not exceed."""
    return sorted(values)[ceil(len(values) * quarter / 4) - 1]


@given(st.lists(st.integers(-50, 50) | st.integers(-9000, 9000), min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_outliers_lie_beyond_the_outer_fences(backend, values):
    numbers = [float(one) for one in values]
    source = source_of(backend, "events", {"shown": numbers}, table="numbers")
    (found,) = read_spreads(source)
    codes = [code for code in (999, 9999, 99999, -1, -9, -99, -999) if values.count(code) >= 3]
    rest = [one for one in numbers if one not in codes]
    assert (found.n, found.zeros) == (len(values), values.count(0))
    assert found.negatives == sum(one < 0 for one in values)
    assert (found.low, found.high) == (min(numbers), max(numbers))
    if not rest:
        assert found.quartiles is None
        return
    first, middle, third = (quartile(rest, quarter) for quarter in (1, 2, 3))
    assert found.quartiles == (first, middle, third)
    lower = np.quantile(rest, [0.25, 0.75], method="inverted_cdf")
    assert found.quartiles[::2] == tuple(lower)
    if first == third:
        assert found.beyond is None
        return
    away = 3 * (third - first)
    outside = [one for one in rest if one < first - away or one > third + away]
    assert found.beyond == len(outside)
    assert sum(n for _, n in found.extremes) <= len(outside)
    assert {one for one, _ in found.extremes} <= set(outside)
    if outside:
        furthest = max(max(first - one, one - third) for one in outside)
        value = found.extremes[0][0]
        assert max(first - value, value - third) == furthest


def test_codes_for_missing_numbers_stand_out(backend):
    ages = [float(20 + k % 50) for k in range(300)] + [999.0] * 4 + [-1.0] * 3
    source = source_of(backend, "events", {"shown": ages, "clicked": [None] * len(ages)})
    shown, clicked = read_spreads(source)
    assert shown.codes == ((999.0, 4), (-1.0, 3))
    assert (shown.beyond, shown.extremes) == (0, ())
    assert (clicked.n, clicked.low, clicked.quartiles, clicked.beyond) == (0, None, None, None)


@pytest.mark.parametrize(
    "values",
    [
        [999.0, 999.0] + [float(k) for k in range(50)],  # too few
        [float(k) for k in range(900, 1100)] + [999.0] * 5,  # among the others
        [float(-k) for k in range(1, 60)] + [-1.0] * 5,  # other values below zero
    ],
)
def test_numbers_that_only_look_like_codes_are_none(backend, values):
    source = source_of(backend, "events", {"shown": values})
    assert read_spreads(source)[0].codes == ()


def test_money_is_described_in_its_own_unit(backend):
    prices = [k * MONEY // 4 for k in range(1, 100)] + [5_000 * MONEY]
    source = source_of(backend, "transactions", {"price": prices})
    (price,) = read_spreads(source)
    assert (price.low, price.high, price.extremes) == (0.25, 5000.0, ((5000.0, 1),))
    assert price.quartiles == (6.25, 12.5, 18.75)


def test_dates_that_cannot_be_right(backend):
    day = datetime(2025, 5, 5, 12)
    hour, coded = timedelta(hours=1), datetime(1970, 1, 1)
    roles = {
        "created": [day, day, day, datetime(1985, 1, 1), datetime(2026, 2, 1), *[coded] * 3]
        + [day] * 20,
        "solved": [day - timedelta(1), day - hour, None, None, None, *[None] * 23],
        "first_replied": [None, day, day - timedelta(2), *[None] * 25],
    }
    source = source_of(backend, "tickets", roles)
    found = read_impossible(source, today=TODAY)
    assert set(found) == {
        Impossible("before", "solved", "created", 1),
        Impossible("before", "first_replied", "created", 1),
        Impossible("future", "created", "", 1),
        Impossible("code", "created", "1970-01-01", 3),
        Impossible("old", "created", "", 1),
    }


def test_contracts_may_end_in_the_future(backend):
    roles = {"started": [datetime(2025, 1, 1)] * 2, "ended": [datetime(2030, 1, 1), None]}
    roles["customer"] = ["a", "b"]
    assert read_impossible(source_of(backend, "subscriptions", roles), today=TODAY) == ()


def test_keys_that_stand_more_than_once(backend):
    people = source_of(backend, "customers", {"customer": ["a", "b", "a", None, "a"]})
    assert read_key_repeats(people) == ("customer", 2)
    log = {"ticket": ["a", "a"], "changed": [datetime(2025, 1, 1)] * 2, "status": ["x", "y"]}
    assert read_key_repeats(source_of(backend, "tickets", log)) is None
    assert read_key_repeats(source_of(backend, "events", {"customer": ["a", "a"]})) is None


def test_earlier_answers_of_a_customer(backend):
    days = [datetime(2025, 1, 1), None, datetime(2025, 1, 2), datetime(2025, 1, 3)]
    roles = {"nps": [1, 2, 3, 4], "customer": ["a", "a", "a", "b"], "answered": days}
    source = source_of(backend, "survey", roles)
    assert dict(read_choice_rows(source, repeated=None)) == {"repeats": 1, "duplicates": None}


def test_hidden_columns_may_tell_rows_apart(backend):
    source = source_of(backend, "customers", {"customer": ["a", "a"]}, cells={"mail": ["x", "x"]})
    assert read_repeated(source) == 1
    hidden = replace(source, mapping=source.mapping.with_personal("mail", HIDE))
    assert read_repeated(hidden) is None


def dated(backend, days: list[date | None]):
    moments = [None if day is None else datetime(day.year, day.month, day.day) for day in days]
    roles = {"text": ["so"] * len(days), "written": moments}
    return source_of(backend, "comments", roles, table="dated")


@given(st.lists(st.integers(0, 900), min_size=1, max_size=80))
@settings(max_examples=40, deadline=None)
def test_every_dated_row_is_in_one_period(backend, offsets):
    days = [date(2022, 3, 1) + timedelta(days=one) for one in offsets]
    time = read_time_coverage(dated(backend, [*days, None]), today=TODAY)
    assert (time.first, time.last, time.rows) == (min(days), max(days), len(days))
    assert time.active == len(set(days))
    index = pd.DatetimeIndex(days)
    code = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}[time.period]
    periods = index.to_period(code)
    counted = pd.Series(1, index=periods).groupby(level=0).sum()
    assert {start: n for start, n in time.counts if n} == {
        period.start_time.date(): n for period, n in counted.items()
    }
    starts = [start for start, _ in time.counts]
    whole = pd.period_range(periods.min(), periods.max(), freq=code)
    assert starts == [one.start_time.date() for one in whole]
    cut = periods.max().end_time.date() > max(days)
    assert (time.unfinished is not None) == cut
    covered = {gap.first + timedelta(k) for gap in time.gaps for k in range(gap.days)}
    assert not covered & set(days)


def test_gaps_are_much_longer_than_usual(backend):
    daily = [date(2025, 1, 1) + timedelta(days=k) for k in range(30)]
    later = [date(2025, 2, 10) + timedelta(days=k) for k in range(10)]
    time = read_time_coverage(dated(backend, daily[:20] + daily[24:] + later), today=TODAY)
    assert time.gaps == (Gap(date(2025, 1, 31), date(2025, 2, 9)),)
    weekly = [date(2025, 1, 1) + timedelta(days=7 * k) for k in range(9)]
    assert read_time_coverage(dated(backend, weekly), today=TODAY).gaps == ()


def test_a_few_impossible_days_do_not_stretch_the_time(backend):
    days = [date(2025, 1, 1) + timedelta(days=k) for k in range(10)]
    odd = [date(1900, 1, 1), date(2150, 1, 1)]
    time = read_time_coverage(dated(backend, days + odd), today=TODAY)
    assert (time.first, time.last, time.rows) == (days[0], days[-1], 10)
    old = [date(1980, 1, 1 + k) for k in range(5)]
    assert read_time_coverage(dated(backend, old), today=TODAY).first == date(1980, 1, 1)
    assert read_time_coverage(dated(backend, [None]), today=TODAY) is None


def test_loads_say_what_each_file_brought(backend):
    source, _ = shop(backend, rows=6)
    assert read_loads(source) == ()
    known = "the row is already in an earlier file"
    rows = pa.table(
        {"row": range(1, 7), "load": [0, 0, 0, 1, 1, 1], "row_problem": [None] * 4 + [known] * 2}
    )
    marks = backend.create_table("marks", rows, overwrite=True)
    both = replace(source, table=source.table.join(marks, "row"))
    assert read_loads(both) == ((0, None, 3), (1, None, 1), (1, known, 2))


def test_online_retail_equals_pandas(shared_data, tmp_path):
    path = shared_data / "online_retail" / "online_retail_2010-12_to_2011-06.csv.gz"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = frame.apply(lambda column: column.str.strip())
    root = open_locked([tmp_path.resolve()], scratch=tmp_path / "scratch")
    engine = cursor(root)
    upload = read_file(path, name=path.name, into=tmp_path.resolve())
    profile = read_profile(engine.read_parquet(upload.path), upload.columns)
    mapping = guess(profile, name=upload.name).mapping
    dataset = Dataset("x", "retail", (Load(upload, datetime(2026, 1, 1)),), mapping)
    source = open_source(dataset, engine)
    quality = read_quality(source, today=TODAY)
    root_rows = read_coverage(main_question(source, "transactions"))
    quantity, price = frame.Quantity.astype(float), frame.UnitPrice.astype(float)
    cancelled = frame.InvoiceNo.str.match(r"^[Cc][0-9]+$") & (quantity < 0)
    nobody = frame.CustomerID == ""
    assert quality.rows == len(frame)
    assert quality.repeated == frame.duplicated().sum()
    assert dict(quality.choices) == {
        "cancelled": cancelled.sum(),
        "refunds": ((quantity < 0) & ~cancelled).sum(),
        "zero": (quantity * price == 0).sum(),
        "guests": nobody.sum(),
        "duplicates": frame.duplicated().sum(),
    }
    assert cancelled.sum() == frame.InvoiceNo.str.startswith("C").sum()
    assert quality.coverage == root_rows
    assert quality.coverage.used == (~nobody & (quantity > 0)).sum()
    filled = {one.column: (one.filled, one.distinct) for one in quality.columns}
    for name in frame:
        some = frame[name][frame[name] != ""]
        assert filled[name] == (len(some), some.nunique())
    prices = next(one for one in quality.spreads if one.role == "price")
    first, third = np.quantile(price, [0.25, 0.75], method="inverted_cdf")
    assert prices.quartiles[::2] == (first, third)
    away = 3 * (third - first)
    assert prices.beyond == ((price < first - away) | (price > third + away)).sum()
    assert prices.zeros == (price == 0).sum()
    engine.disconnect()
    root.close()
