"""Filters keep what plain Python keeps, say it in words, and compile for every engine."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis.config import Config

from cxlib.columns.mapping import AMBIGUOUS, Reading
from cxlib.errors import AmbiguousDates, BadOption, ColumnMissing
from cxlib.locale.speak import choose, current
from cxlib.tables.fields import Field, fields_of
from cxlib.tables.filters import (
    OPPOSITE,
    TAKES,
    AllOf,
    AnyOf,
    Condition,
    conditions,
    holds,
    joined,
    opposite,
)
from cxlib.tables.question import ask, read_coverage
from cxlib.tables.selection import Selection
from cxlib.tables.source import BLANK
from tests.handmade import source_of

DIALECTS = ("duckdb", "postgres", "pyspark", "clickhouse", "trino", "bigquery", "snowflake")
REGIONS = ["North", "South", None, 'it\'s 100% _\\"odd"', "north", ""]
COMMENTS = ["So SLOW, 100%", "slow", None, "a_b", "Fine", "it's"]
SIZES = ["9", "9.0", None, "10", "-1.5", "many"]
SEEN = ["2025-03-01", "2025-03-31 23:59", None, "2025-02-30", "01/03/2025", "2025-04-01T00:00:00"]
FEW = settings(max_examples=60, deadline=None)


class SparkOptions(Config):
    treat_nan_as_null: bool = False


@pytest.fixture(scope="module")
def survey(backend):
    return source_of(
        backend,
        "survey",
        {
            "nps": [9, 3, None, ..., 10, 6],
            "answered": [
                datetime(2025, 3, 1),
                datetime(2025, 3, 31, 23, 59, 59),
                None,
                ...,
                datetime(2025, 4, 1),
                datetime(2025, 2, 28, 12),
            ],
        },
        cells={"region": REGIONS, "Comment": COMMENTS, "size": SIZES, "seen": SEEN},
        table="filtered",
    )


def kept(source, one) -> list[int]:
    table = source.table.mutate(kept=holds(source, source.table, one))
    rows = table.select("row", "kept").to_pyarrow().to_pylist()
    assert all(row["kept"] is not None for row in rows)
    return sorted(row["row"] for row in rows if row["kept"])


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        (Condition("region", ("North",)), [1]),
        (Condition(" Region ", ("North", BLANK)), [1, 3]),
        (Condition("region", ()), []),
        (Condition("region", (REGIONS[3],)), [4]),
        (Condition("region", ("North",), "is not"), [2, 3, 4, 5, 6]),
        (Condition("region", ("North", BLANK), "is not"), [2, 4, 5, 6]),
        (Condition("region", (), "is blank"), [3]),
        (Condition("region", (), "is not blank"), [1, 2, 4, 5, 6]),
        (Condition("comment", ("SLOW",), "contains"), [1, 2]),
        (Condition("comment", ("%",), "contains"), [1]),
        (Condition("comment", ("_",), "contains"), [4]),
        (Condition("comment", ("t's",), "contains"), [6]),
        (Condition("region", ('_\\"ODD"',), "contains"), [4]),
        (Condition("comment", ("slow",), "does not contain"), [3, 4, 5, 6]),
        (Condition("comment", ("SL",), "starts with"), [2]),
        (Condition("comment", ("SL",), "does not start with"), [1, 3, 4, 5, 6]),
        (Condition("region", ("it's 100% _\\",), "starts with"), [4]),
        # Scores by role: row 4 holds "?", which is no score.
        (Condition("nps", ("9", "10"), "between"), [1, 5]),
        (Condition("nps", ("8.5",), "more than"), [1, 5]),
        (Condition("nps", ("6",), "at most"), [2, 6]),
        (Condition("nps", ("6",), "less than"), [2]),
        (Condition("nps", ("9.0", "3")), [1, 2]),
        # Both ends of a range of days are whole days.
        (Condition("answered", ("2025-03-01", "2025-03-31"), "between"), [1, 2]),
        (Condition("answered", ("2025-03-31",), "more than"), [5]),
        (Condition("answered", ("2025-02-28",), "at most"), [6]),
        (Condition("answered", ("2025-02-28",)), [6]),
        # Without a role the cells are read: what is no number, or no day in ISO form, is outside.
        (Condition("size", ("9",), "at least"), [1, 2, 4]),
        (Condition("size", ("0",), "less than"), [5]),
        (Condition("size", ("9",)), [1]),
        (Condition("seen", ("2025-03-01", "2025-03-31"), "between"), [1, 2]),
        (Condition("seen", ("1900-01-01",), "at least"), [1, 2, 6]),
    ],
    ids=lambda one: one.words() if isinstance(one, Condition) else "",
)
def test_a_condition_keeps(survey, condition, rows):
    assert kept(survey, condition) == rows


def test_money_is_compared_in_units_of_the_currency(backend):
    shop = source_of(
        backend,
        "transactions",
        {"customer": list("abc"), "amount": [125_000, 124_999, 100]},
        table="shop",
    )
    assert kept(shop, Condition("amount", ("12.5",), "at least")) == [1]
    assert kept(shop, Condition("amount", ("12.4999", "12.5"), "between")) == [1, 2]
    assert kept(shop, Condition("amount", ("0.01", "12.50"))) == [1, 3]


TEXTS = {"region": REGIONS, "Comment": COMMENTS}
NUMBERS = {"nps": [9, 3, None, None, 10, 6], "size": [9, 9, None, 10, -1.5, None]}
texts = st.builds(
    Condition,
    st.sampled_from(list(TEXTS)),
    st.tuples(st.sampled_from(["North", "s", "%", "_", "\\", "'", '"', "slow", "IT", BLANK])),
    st.sampled_from(
        ["is", "is not", "contains", "does not contain", "starts with", "does not start with"]
    ),
)
blanks = st.builds(
    Condition,
    st.sampled_from([*TEXTS, *NUMBERS]),
    st.just(()),
    st.sampled_from(["is blank", "is not blank"]),
)
bounds = st.builds(
    Condition,
    st.sampled_from(list(NUMBERS)),
    st.tuples(st.sampled_from(["-2", "6", "8.5", "9", "10", "1e1"])),
    st.sampled_from(["at least", "at most", "more than", "less than"]),
)
filters = st.recursive(
    st.one_of(texts, blanks, bounds),
    lambda inner: st.builds(
        lambda parts, every: (AllOf if every else AnyOf)(tuple(parts)),
        st.lists(inner, min_size=2, max_size=3),
        st.booleans(),
    ),
    max_leaves=6,
)


def meets(one, place: int) -> bool:
    """What a filter says, in plain Python."""
    if isinstance(one, AllOf):
        return all(meets(part, place) for part in one.parts)
    if isinstance(one, AnyOf):
        return any(meets(part, place) for part in one.parts)
    if "blank" in one.op:
        cells = TEXTS.get(one.column) or {"nps": [1, 1, None, 1, 1, 1], "size": SIZES}[one.column]
        return (cells[place] is None) is (one.op == "is blank")
    if one.column in NUMBERS:
        number, bound = NUMBERS[one.column][place], float(one.values[0])
        if number is None:
            return False
        return {
            "at least": number >= bound,
            "at most": number <= bound,
            "more than": number > bound,
            "less than": number < bound,
        }[one.op]
    cell, text = TEXTS[one.column][place], one.values[0]
    found = {
        "is": (BLANK if cell is None else cell) == text,
        "contains": cell is not None and text.lower() in cell.lower(),
        "starts with": cell is not None and cell.lower().startswith(text.lower()),
    }
    return found[one.op] if one.op in found else not found[OPPOSITE[one.op]]


@FEW
@given(one=filters)
def test_a_tree_keeps_what_plain_python_keeps(survey, one):
    assert kept(survey, one) == [place + 1 for place in range(6) if meets(one, place)]


@FEW
@given(one=filters)
def test_the_opposite_keeps_the_other_rows_that_can_be_compared(survey, one):
    other = kept(survey, opposite(one))
    assert set(other).isdisjoint(kept(survey, one))
    if not any(part.column in NUMBERS for part in conditions(one)):
        assert sorted([*other, *kept(survey, one)]) == [1, 2, 3, 4, 5, 6]
    assert kept(survey, opposite(opposite(one))) == kept(survey, one)


def test_the_opposite_of_between_lies_on_both_sides(survey):
    outside = opposite(Condition("nps", ("5", "9"), "between"))
    assert kept(survey, outside) == [2, 5]
    assert outside.words() == "nps less than 5 or nps more than 9"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_operator_compiles(survey, dialect, monkeypatch):
    if ibis.options.pyspark is None:
        monkeypatch.setattr(ibis.options, "pyspark", SparkOptions())
    for op, takes in TAKES.items():
        values = ("9", "10")[: 2 if takes is None else takes]
        for column in ("nps", "region"):
            one = holds(survey, survey.table, Condition(column, values, op))
            assert ibis.to_sql(survey.table.filter(one), dialect=dialect)
    days = Condition("seen", ("2025-03-01", "2025-03-31"), "between")
    both = holds(survey, survey.table, AnyOf((days, replace(days, column="answered"))))
    sql = ibis.to_sql(survey.table.filter(both), dialect=dialect, pretty=False)
    assert "TRY_CAST" not in sql.upper()


def test_days_of_an_open_order_are_refused(survey):
    reading = (("answered", Reading(date_format=AMBIGUOUS)),)
    source = replace(survey, mapping=replace(survey.mapping, readings=reading))
    with pytest.raises(AmbiguousDates, match=r"'answered' read as day/month and as month/day"):
        kept(source, Condition("answered", ("2025-03-01",), "at least"))


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("nps", "2025-03-01", "'nps' holds numbers .* such as 9"),
        ("answered", "9", "'answered' holds dates .* such as '2026-03-31'"),
    ],
)
def test_numbers_are_not_compared_with_days(survey, column, value, said):
    with pytest.raises(BadOption, match=said):
        kept(survey, Condition(column, (value,), "at least"))


def test_an_unknown_column_names_its_neighbours(survey):
    with pytest.raises(ColumnMissing, match="Did you mean region"):
        kept(survey, AllOf((Condition("nps", ("1",)), Condition("regoin", ("x",)))))


@pytest.mark.parametrize(
    ("values", "op", "said"),
    [
        (("9",), "between", "takes 2 values, not 1; for example nps between 9 and 10"),
        (("9", "10"), "at least", "takes 1 value, not 2"),
        (("x",), "at least", "'x' is neither"),
        (("1e999",), "at least", "'1e999' is neither"),
        (("2026-W13-2",), "at least", "is neither"),
        (("1", "2025-01-01"), "between", "a number and a day"),
        (("10", "9"), "between", "ends before it begins"),
        (("2025-01-02", "2025-01-01"), "between", "ends before it begins"),
        (("",), "contains", "needs a text, such as comment contains 'slow'"),
        (("x",), "is blank", "takes 0 values"),
    ],
)
def test_values_that_an_operator_cannot_have(values, op, said):
    with pytest.raises(BadOption, match=said):
        Condition("nps", values, op)


def test_words_have_brackets_around_groups_only():
    rating = Condition("delivery rating", ("1", "3"), "between")
    region = Condition("region", ("North", "South"))
    slow = Condition("comment", ("slow",), "contains")
    assert AllOf((rating, AnyOf((region, slow)))).words() == (
        "delivery rating between 1 and 3 and (region is North or South or comment contains “slow”)"
    )
    assert AnyOf((slow, replace(slow, op="does not contain"))).words() == (
        "comment contains “slow” or comment does not contain “slow”"
    )


def test_words_in_another_language():
    before = current()
    choose("id")
    try:
        one = AllOf((Condition("nps", ("9",), "at least"), Condition("region", (), "is blank")))
        assert one.words() == "nps minimal 9 dan region kosong"
    finally:
        choose(before)


def test_filters_are_values():
    a, b = Condition("a", ("1",)), Condition("b", ("2",))
    assert AllOf((a, b)) == AllOf((a, b)) != AllOf((b, a))
    assert len({AllOf((a, b)), AllOf((a, b)), AnyOf((a, b))}) == 2
    # A cache that sees the fields alone has to tell them apart.
    assert asdict(AllOf((a, b))) != asdict(AnyOf((a, b)))
    assert (joined([], every=True), joined([a], every=False)) == (None, a)
    assert joined([a, b], every=False) == AnyOf((a, b))
    with pytest.raises(ValueError, match="two parts or more"):
        AllOf((a,))


def test_each_part_of_a_joined_filter_gives_its_reason(survey):
    high = Condition("nps", ("5",), "at least")
    either = AnyOf((Condition("region", ("North",)), Condition("size", ("0",), "less than")))
    coverage = read_coverage(ask(survey, Selection((AllOf((high, either)),)), roles=["nps"]))
    assert (coverage.rows, coverage.used) == (6, 2)
    assert dict(coverage.left_out) == {
        "not kept by the filter nps at least 5": 3,
        "not kept by the filter region is North or size less than 0": 1,
    }


def test_fields_say_what_a_column_offers(backend):
    source = source_of(
        backend,
        "transactions",
        {
            "customer": [str(k) for k in range(50)],
            "amount": [10_000 * k + 5_000 for k in range(50)],
            "ordered": [datetime(2025, 1, 1 + k % 28, 12) for k in range(50)],
        },
        cells={
            "plan": ["b", "a", None, "b", "c"] * 10,
            "rating": [str(k % 5 + 1) for k in range(50)],
            "postcode": [f"0{k}" for k in range(50)],
            "seen": [f"2025-02-{k % 28 + 1:02d}" if k else None for k in range(50)],
            "empty": [None] * 50,
            "secret": ["x", "y"] * 25,
        },
        table="offered",
    )
    hidden = replace(source, mapping=source.mapping.with_personal("secret", "hide"))
    found = {one.column: one for one in fields_of(hidden)}
    days = tuple(f"2025-02-{k:02d}" for k in range(1, 29))
    assert list(found) == [one for one in source.columns if one != "secret"]
    assert found["plan"] == Field("plan", "values", ("a", "b", "c"))
    assert found["rating"] == Field("rating", "number", tuple("12345"), 1.0, 5.0)
    assert found["amount"] == Field("amount", "number", (), 0.5, 49.5)
    assert replace(found["ordered"], values=()) == Field(
        "ordered", "date", (), date(2025, 1, 1), date(2025, 1, 28)
    )
    assert found["seen"] == Field("seen", "date", days, date(2025, 2, 1), date(2025, 2, 28))
    assert (found["customer"], found["postcode"], found["empty"]) == tuple(
        Field(one, "text") for one in ("customer", "postcode", "empty")
    )


@given(text=st.from_regex(r"[-+]?[0-9]{1,4}[.]?[0-9]{0,3}([eE]-?[0-9])?", fullmatch=True))
def test_a_bound_is_a_number_where_python_sees_one(text):
    try:
        Decimal(text)
        fine = not text.startswith("+")
    except InvalidOperation:
        fine = False
    if fine:
        assert Condition("nps", (text,), "at least").values == (text,)
    else:
        with pytest.raises(BadOption):
            Condition("nps", (text,), "at least")
