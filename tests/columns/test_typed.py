"""Every cell is a value or has a reason; both are what plain Python finds."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxlib.columns.mapping import AMBIGUOUS, Mapping, Reading
from cxlib.columns.typed import typed


def rows(table, *columns):
    found = table.select("row", *columns).order_by("row").to_pyarrow().to_pydict()
    return [found[column] for column in columns]


def survey(**readings: Reading) -> Mapping:
    return Mapping("survey", (("nps", "score"),), tuple(readings.items()))


def test_scores_and_the_reasons_for_the_others(text):
    cells = ["9", "10.0", "7.5", "11", "-1", None, "ten", "10 - Extremely likely", "99"]
    mapping = survey(score=Reading(blanks=("99",)))
    values, problems = rows(typed(text({"score": cells}), mapping), "nps", "nps_problem")
    assert values == [9, 10, None, None, None, None, None, 10, None]
    assert problems[:2] == [None, None]
    assert problems[2] == "nps is not a whole number from 0 to 10"
    assert problems[5] == "nps is blank"
    assert problems[8] == "nps has the code 99 for no answer"


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(-3, 13).map(str),
            st.sampled_from(["4.5", "8.0", "x", "7 stars", "1e1"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_a_score_has_a_value_or_a_reason_never_both(text, cells):
    values, problems = rows(typed(text({"score": cells}), survey()), "nps", "nps_problem")
    assert [(v is None) == (p is not None) for v, p in zip(values, problems, strict=True)] == [
        True
    ] * len(cells)
    for cell, value in zip(cells, values, strict=True):
        if cell is not None and cell.lstrip("-").isdigit():
            assert value == (int(cell) if 0 <= int(cell) <= 10 else None)


@pytest.mark.parametrize(
    ("cell", "decimal", "expected"),
    [
        ("1,234.50", ".", 12_345_000),
        ("1.234,50", ",", 12_345_000),
        ("Rp 1.250.000", ",", 12_500_000_000),
        ("$5", ".", 50_000),
        ("(12.50)", ".", -125_000),
        ("0.00005", ".", 1),
        ("NaN", ".", None),
        ("inf", ".", None),
        ("ten", ".", None),
    ],
)
def test_money_is_whole_ten_thousandths(text, cell, decimal, expected):
    mapping = Mapping(
        "transactions", (("amount", "total"),), (("total", Reading(decimal=decimal)),)
    )
    (values,) = rows(typed(text({"total": [cell]}), mapping), "amount")
    assert values == [expected]


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [
        ("2024-03-01", "", datetime(2024, 3, 1)),
        ("2024-03-01T23:59:30", "", datetime(2024, 3, 1, 23, 59, 30)),
        ("2024-03-01T23:00:00+07:00", "", datetime(2024, 3, 1, 16)),
        ("03/04/2024", "%d/%m/%Y", datetime(2024, 4, 3)),
        ("03/04/2024", "%m/%d/%Y", datetime(2024, 3, 4)),
        ("31/04/2024", "%d/%m/%Y", None),
        ("29.02.2023", "%d.%m.%Y", None),
        ("12 Agustus 2024", "%d %b %Y", datetime(2024, 8, 12)),
        ("5/6/2024 2:05 PM", "%m/%d/%Y", datetime(2024, 5, 6, 14, 5)),
        ("soon", "", None),
        ("0000-00-00", "", None),
        ("03/04/2024", AMBIGUOUS, None),
    ],
)
def test_moments(text, cell, form, expected):
    mapping = Mapping("survey", (("answered", "d"),), (("d", Reading(date_format=form)),))
    values, problems = rows(typed(text({"d": [cell]}), mapping), "answered", "answered_problem")
    assert values == [expected]
    assert (problems[0] is None) == (expected is not None)


def test_quantity_times_price_without_losing_a_cent(text):
    roles = (("quantity", "Quantity"), ("price", "UnitPrice"))
    table = text({"Quantity": ["6", "-2", "3", None], "UnitPrice": ["2.55", "0.1", "x", "1"]})
    values, problems = rows(
        typed(table, Mapping("transactions", roles)), "amount", "amount_problem"
    )
    assert values[:2] == [153_000, -2_000]
    assert problems == [None, None, "price is not a number", "quantity is blank"]


def test_keys_flags_durations_and_labels(text):
    mapping = Mapping("subscriptions", (("customer", "id"), ("duration", "t"), ("churned", "left")))
    table = text(
        {
            "id": ["17850.0", "A-1", "n/a"],
            "t": ["1.5", "-1", "12"],
            "left": ["Ya", "No", "perhaps"],
        }
    )
    found = typed(table, mapping, labels={"left": {"Ya": "Yes, left"}})
    ids, days, left, problem, cell = rows(
        found, "customer", "duration", "churned", "duration_problem", "c:left"
    )
    assert ids == ["17850", "A-1", None]
    assert days == [1.5, -1.0, 12.0]
    assert left == [1, 0, None]
    assert problem == [None, "duration is negative", None]
    assert cell == ["Yes, left", "No", "perhaps"]


def test_several_ratings_are_numbered(text):
    mapping = Mapping("survey", (("rating", "Price"), ("rating", "Staff")))
    found = typed(text({"Price": ["1"], "Staff": ["9"]}), mapping)
    one, two, problem = rows(found, "rating_1", "rating_2", "rating_2_problem")
    assert (one, two) == ([1], [None] if problem[0] else [9])
