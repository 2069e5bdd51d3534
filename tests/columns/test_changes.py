"""Fixes and their taking back: nothing is lost, and each difference goes on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.columns.changes import (
    BLANK,
    CHOICE,
    DATES,
    DECIMAL,
    PERSONAL,
    Fix,
    changes,
    choice_title,
    choice_words,
)
from cxlib.columns.choices import CHOICES
from cxlib.columns.mapping import AMBIGUOUS, HASH, HIDE, Mapping, Reading, Split

GUESS = Mapping(
    "survey",
    (("answered", "Date"), ("nps", "Q1"), ("rating", "Q2"), ("rating", "Q3"), ("customer", "Id")),
    (("Date", Reading("%d/%m/%Y")), ("Q1", Reading(blanks=("11", "99"))), ("Q2", Reading())),
    personal=(("Mail", HIDE),),
)
COLUMNS = ("Date", "Q1", "Q2", "Q3", "Id", "Mail", "Other")

readings = st.builds(
    Reading,
    date_format=st.sampled_from(["", "%d/%m/%Y", "%m/%d/%Y", AMBIGUOUS]),
    scale=st.sampled_from([None, (0, 10), (1, 5)]),
    blanks=st.lists(st.sampled_from(["11", "99", "N/A"]), unique=True, max_size=3).map(tuple),
    reversed=st.booleans(),
    decimal=st.sampled_from([".", ","]),
    score=st.sampled_from([None, 3]),
)
fixes = st.one_of(
    st.builds(
        lambda one, place: Fix(CHOICE, one.name, one.options[place]),
        st.sampled_from(list(CHOICES.values())),
        st.integers(0, 1),
    ),
    st.builds(Fix, st.just(BLANK), st.sampled_from(COLUMNS[:5]), st.sampled_from(["11", "7", "x"])),
    st.builds(Fix, st.just(DATES), st.just("Date"), st.sampled_from(["%m/%d/%Y", "%d/%m/%Y"])),
    st.builds(Fix, st.just(DECIMAL), st.sampled_from(["Q2", "Q3"]), st.sampled_from([".", ","])),
    st.builds(Fix, st.just(PERSONAL), st.sampled_from(COLUMNS), st.sampled_from([HIDE, HASH])),
)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """Anything that an analyst may have made of the guess."""
    mapping = GUESS
    if draw(st.booleans()):
        kind = draw(st.sampled_from(["survey", "comments", "tickets"]))
        names = {"survey": ["nps", "csat", "rating"], "comments": ["text"], "tickets": ["created"]}
        pairs = st.tuples(st.sampled_from(names[kind]), st.sampled_from(COLUMNS))
        roles = draw(st.lists(pairs, unique=True, max_size=3))
        mapping = replace(mapping, kind=kind, roles=tuple(roles))
    for column in draw(st.lists(st.sampled_from(COLUMNS), unique=True, max_size=3)):
        mapping = mapping.with_reading(column, draw(readings))
    for fix in draw(st.lists(fixes, max_size=4)):
        mapping = fix.apply(mapping)
    if draw(st.booleans()):
        mapping = replace(mapping, splits=(Split("Q9", "Answer", "Question", "How?"),))
    return mapping.with_personal("Mail", draw(st.sampled_from([None, HIDE, HASH])))


@given(mappings())
def test_taking_everything_back_gives_the_guess(mapping):
    taken = mapping
    for one in changes(GUESS, mapping):
        taken = one.undo(taken)
    for one in changes(GUESS, taken):  # what hid behind another kind of file or another column
        taken = one.undo(taken)
    assert changes(GUESS, taken) == ()
    if changes(GUESS, mapping):
        assert taken == GUESS


@given(mappings())
def test_taking_one_back_leaves_the_others(mapping):
    found = changes(GUESS, mapping)
    for one in found:
        if one.part in ("layout", "role"):
            continue
        left = changes(GUESS, one.undo(mapping))
        assert [(x.part, x.name, x.value) for x in left] == [
            (x.part, x.name, x.value) for x in found if x != one
        ]


@given(fixes)
def test_a_fix_taken_back_is_no_fix(fix):
    fixed = fix.apply(GUESS)
    found = changes(GUESS, fixed)
    assert len(found) == (0 if fixed == GUESS else 1)
    for one in found:
        assert one.undo(fixed) == GUESS
    assert fix.apply(fixed) == fixed


@given(fixes, mappings())
def test_a_fix_is_seen_beside_other_changes(fix, mapping):
    fixed = fix.apply(mapping)
    before = {(one.part, one.name, one.value) for one in changes(GUESS, mapping)}
    after = {(one.part, one.name, one.value) for one in changes(GUESS, fixed)}
    assert len(before ^ after) <= 1


def test_the_order_of_the_parts_is_no_change():
    shuffled = replace(GUESS, readings=GUESS.readings[::-1], roles=GUESS.roles[::-1])
    assert changes(GUESS, shuffled) == ()
    assert changes(GUESS, GUESS.with_reading("Other", Reading(decimal=","))) == ()


def test_a_role_goes_back_to_its_column():
    moved = GUESS.with_role("customer", "Mail")
    (one,) = changes(GUESS, moved)
    assert one.text == "customer is read from Mail (guessed: Id)"
    assert one.undo(moved) == GUESS
    (gone,) = changes(GUESS, GUESS.with_role("rating", None))
    assert gone.text == "rating is not read (guessed: Q2, Q3)"
    assert gone.undo(GUESS.with_role("rating", None)) == GUESS
    (new,) = changes(GUESS, GUESS.with_role("comment", "Other"))
    assert new.text == "comment is read from Other"


@pytest.mark.parametrize(
    ("fix", "label", "text"),
    [
        (Fix(BLANK, "Q1", "12"), "Treat 12 as blank", "12 in Q1 counts as blank"),
        (
            Fix(DATES, "Date", "%m/%d/%Y"),
            "Read month first",
            "Dates in Date are read month first",
        ),
        (Fix(DECIMAL, "Q2", ","), "Read 1.234,5", "Numbers in Q2 have a decimal comma"),
        (Fix(CHOICE, "duplicates", "drop"), "Drop repeats", "Repeated rows: drop repeats"),
        (Fix(CHOICE, "repeats", "latest"), "The latest counts", "Several answers of one customer: "
         "the latest counts"),
        (Fix(PERSONAL, "Id", HASH), "Hash the column", "Id is hashed"),
        (Fix(PERSONAL, "Mail", HASH), "Hash the column", "Mail is hashed"),
    ],
)  # fmt: skip
def test_fixes_and_changes_in_words(fix, label, text):
    assert fix.label == label
    assert [one.text for one in changes(GUESS, fix.apply(GUESS))] == [text]


def test_other_differences_in_words():
    how = Reading("%Y%m%d", (1, 5), ("11",), reversed=True, score=3)
    other = GUESS.with_reading("Date", replace(how, blanks=())).with_reading("Q1", how)
    texts = [one.text for one in changes(GUESS, other.with_personal("Mail", None))]
    assert texts == [
        "Dates in Date are read as yyyymmdd",
        "The scale of Date: 1–5",
        "A low answer in Date is good",
        "Date counts the answers of 3",
        "99 in Q1 no longer counts as blank",
        "Dates in Q1 are read as yyyymmdd",
        "The scale of Q1: 1–5",
        "A low answer in Q1 is good",
        "Q1 counts the answers of 3",
        "Mail is shown",
    ]
    kind = replace(GUESS, kind="comments", roles=(("text", "Q1"),))
    assert changes(GUESS, kind)[0].text == "Read as Comments, not as Survey answers"


def test_every_choice_has_words():
    for name, choice in CHOICES.items():
        assert choice_title(name)
        words = [choice_words(name, option) for option in choice.options]
        assert len(set(words)) == len(words)
