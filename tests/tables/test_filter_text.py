"""Filters as text: what is read, what is refused, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, ColumnMissing, CxError
from cxlib.tables.filter_text import EXAMPLE, KEYWORDS, filter_text, parse_filter
from cxlib.tables.filters import TAKES, AllOf, AnyOf, Condition

COLUMNS = ("region", "nps", "delivery rating", "comment", "order", "Day")
North = Condition("region", ("North",))
High = Condition("nps", ("9",), "at least")
Slow = Condition("comment", ("slow",), "contains")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("region = 'North'", North),
        (" REGION='North' ", North),
        ("region is 'North'", North),
        ("region in ('North', 'South')", Condition("region", ("North", "South"))),
        ("region <> 'North'", Condition("region", ("North",), "is not")),
        ("region != 'North'", Condition("region", ("North",), "is not")),
        ("region is not 'North'", Condition("region", ("North",), "is not")),
        ("region not in ('a', 'b')", Condition("region", ("a", "b"), "is not")),
        ("region = 'it''s'", Condition("region", ("it's",))),
        ("nps = 9", Condition("nps", ("9",))),
        ("nps between 9 and 10", Condition("nps", ("9", "10"), "between")),
        ("nps >= 9", High),
        ("nps > -1.5", Condition("nps", ("-1.5",), "more than")),
        ('"delivery rating" <= 2', Condition("delivery rating", ("2",), "at most")),
        ('" Delivery Rating" < 2', Condition("delivery rating", ("2",), "less than")),
        ("day >= '2025-03-01'", Condition("Day", ("2025-03-01",), "at least")),
        ("comment contains 'slow'", Slow),
        ("comment like '%slow%'", Slow),
        ("comment not like '%slow%'", Condition("comment", ("slow",), "does not contain")),
        ("comment does not contain 'slow'", Condition("comment", ("slow",), "does not contain")),
        ("comment like 'slow%'", Condition("comment", ("slow",), "starts with")),
        ("comment STARTS  WITH 'slow'", Condition("comment", ("slow",), "starts with")),
        ("comment does not start with 'a'", Condition("comment", ("a",), "does not start with")),
        ("comment is null", Condition("comment", (), "is blank")),
        ("comment is blank", Condition("comment", (), "is blank")),
        ("comment is not null", Condition("comment", (), "is not blank")),
        ("comment is not blank", Condition("comment", (), "is not blank")),
        ("order = 'x'", Condition("order", ("x",))),
        ("region = 'North' and nps >= 9", AllOf((North, High))),
        ("(region = 'North')", North),
        ("region = 'North' or nps >= 9 and comment contains 'slow'",
         AnyOf((North, AllOf((High, Slow))))),
        ("(region = 'North' or nps >= 9) and comment contains 'slow'",
         AllOf((AnyOf((North, High)), Slow))),
        ("region = 'North' and nps >= 9 and comment contains 'slow'", AllOf((North, High, Slow))),
        ("(region = 'North' and nps >= 9) and comment contains 'slow'",
         AllOf((AllOf((North, High)), Slow))),
        ("not (region = 'North' or nps >= 9)",
         AllOf((Condition("region", ("North",), "is not"), Condition("nps", ("9",), "less than")))),
        ("not nps between 2 and 3",
         AnyOf((Condition("nps", ("2",), "less than"), Condition("nps", ("3",), "more than")))),
        ("not not nps >= 9", High),
    ],
)  # fmt: skip
def test_what_is_read(text, expected):
    assert parse_filter(text, COLUMNS) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("region", "'region' compares nothing"),
        ("region = North", "needs single quotes around it: 'North'"),
        ('region = "North"', "needs single quotes around it: 'North'"),
        ("'North' = region", "begins with a column, not with 'North'"),
        ("lower(region) = 'x'", r"begins with a column, not with LOWER\(region\)"),
        ("nps >= 9 -- all", "comments are not read"),
        ("nps >= 9; drop table x", "';' has no meaning in it"),
        ("nps >= 4 + 5", r"'\+' has no meaning"),
        ("region = 'a' 'b'", "neither a number nor a text"),
        ("region in (select 1)", "does not read as conditions"),
        ("region in 'North'", "needs brackets around its values"),
        ("exists (select 1)", "does not read as conditions"),
        ("region = 'North' and", "does not read as conditions"),
        ("(nps >= 9", "does not read as conditions"),
        ("nps >= 9)", "does not read as conditions"),
        ("nps is true", "does not read as conditions"),
        ("()", "compares nothing"),
        ("region rlike 'x'", "does not read as conditions"),
        ("region glob 'x'", "does not read as conditions"),
        ("region = n'x'", "has no meaning"),
        ("region ~ 'x'", "has no meaning"),
        ("comment like '%slow'", r"like can have '%text%' \(contains\)"),
        ("comment like 'a_b%'", "write comment contains 'text'"),
        ("comment like '%'", "like can have"),
        ("nps >= 'many'", "'many' is neither"),
        ("nps between 10 and 9", "swap the two bounds"),
        ("(" * 400 + "nps = 1" + ")" * 400, "too many brackets"),
        ("nps = 1 or " * 2000 + "nps = 1", "filters of up to 20,000 are read"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_to_do(text, said):
    with pytest.raises(BadOption, match=said) as refused:
        parse_filter(text, COLUMNS)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400


def test_the_refusal_shows_a_filter_that_is_read():
    with pytest.raises(BadOption, match="For example: ") as refused:
        parse_filter("region", COLUMNS)
    assert EXAMPLE in str(refused.value)
    assert isinstance(parse_filter(EXAMPLE, COLUMNS), AllOf)


def test_an_unknown_column_names_its_neighbour():
    with pytest.raises(ColumnMissing, match=r"filter column 'regoin' .* Did you mean region\?"):
        parse_filter("regoin = 'North'", COLUMNS)
    with pytest.raises(ColumnMissing, match="'A'"):
        parse_filter("A = '1'", ("Á", "aa"))


def test_columns_that_differ_by_capitals_have_to_be_spelt():
    assert parse_filter("Plan = 'x'", ("plan", "Plan")) == Condition("Plan", ("x",))
    with pytest.raises(ColumnMissing):
        parse_filter("PLAN = 'x'", ("plan", "Plan"))


names = st.one_of(
    st.sampled_from([*KEYWORDS, "contains", "starts", "Order By", "select", "date", "group", "e"]),
    st.text(min_size=1, max_size=12).filter(lambda name: name == name.strip()),
)
texts = st.text(max_size=12)
numbers = st.from_regex(r"-?[0-9]{1,9}([.][0-9]{0,9})?([eE][+-]?[0-9]{1,2})?", fullmatch=True)
days = st.dates().map(str)
pairs = st.one_of(
    st.tuples(numbers, numbers).map(lambda two: tuple(sorted(two, key=float))),
    st.tuples(days, days).map(lambda two: tuple(sorted(two))),
)


@st.composite
def leaves(draw):
    op, takes = draw(st.sampled_from(list(TAKES.items())))
    if op == "between":
        values = draw(pairs)
    elif takes is None:
        values = tuple(draw(st.lists(texts, max_size=3)))
    elif op in ("at least", "at most", "more than", "less than"):
        values = (draw(st.one_of(numbers, days)),)
    else:
        values = tuple(draw(texts.filter(bool)) for _ in range(takes))
    return Condition(draw(names), values, op)


trees = st.recursive(
    leaves(),
    lambda inner: st.builds(
        lambda parts, every: (AllOf if every else AnyOf)(tuple(parts)),
        st.lists(inner, min_size=2, max_size=4),
        st.booleans(),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(one=trees)
@example(AllOf((Condition("is not", ("'", '"', "--", "/*", "\\")), Condition("a--b", ("x",)))))
def test_text_and_back_is_the_same_filter(one):
    def used(tree) -> list[str]:
        parts = getattr(tree, "parts", None)
        return [tree.column] if parts is None else [name for p in parts for name in used(p)]

    assert parse_filter(filter_text(one), used(one)) == one


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.lists(st.sampled_from(
    ["nps", "region", "=", "'x'", "9", "(", ")", "and", "or", "not", "in", "is", "blank", "like",
     "between", ",", "contains", "starts with", "null", "<", "-", '"', "'", "*", ".", "select"]
), max_size=10).map(" ".join)))  # fmt: skip
def test_any_text_is_a_filter_or_a_sentence(text):
    try:
        found = parse_filter(text, COLUMNS)
    except CxError:
        return
    assert parse_filter(filter_text(found), COLUMNS) == found


def test_a_filter_of_too_many_conditions_is_refused_in_a_sentence():
    text = " or ".join(f"nps = {k}" for k in range(400))
    with pytest.raises(BadOption, match="more than 300 conditions"):
        parse_filter(text, ["nps"])
