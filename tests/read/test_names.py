"""Column names come out filled, clean and unique."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import UnreadableFile
from cxlib.read.names import MOST_COLUMNS, clean_names
from cxlib.read.task import Task

TASK = Task(Path("x"), "wide.csv", Path())


def names(*raw: str | None) -> tuple[str, ...]:
    return clean_names(raw, TASK)[0]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ((" a ", "\u00a0b\ufeff", "c\td\ne\0f"), ("a", "b", "c d e f")),
        (("", None, "  "), ("column 1", "column 2", "column 3")),
        (("Name", "name", "NAME"), ("Name", "name (2)", "NAME (3)")),
        (("a", "a", "a (2)"), ("a", "a (3)", "a (2)")),
        (("column 2", ""), ("column 2", "column 2 (2)")),
        (("", "column 1"), ("column 1 (2)", "column 1")),
        (("row", "Row"), ("row (column)", "Row (2)")),
        (("ROW", "row (column)"), ("ROW (2)", "row (column)")),
    ],
)
def test_cleaned(raw, clean):
    assert names(*raw) == clean


def test_notes_tell_what_changed():
    _, notes = clean_names(["", "a", "A", *[""] * 9], TASK)
    assert notes == (
        "Columns without a name were named: "
        "column 1, column 4, column 5, column 6, column 7, ... (10).",
        "Columns whose name was taken were renamed: A (2).",
    )
    assert clean_names(["a", " b "], TASK)[1] == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["", "a", "A", "a (2)", "row", "ROW", "column 2", " a", "row (column)"])
    )
)
def test_always_unique_and_never_row(raw):
    clean = names(*raw)
    folded = [name.casefold() for name in clean]
    assert len(set(folded)) == len(raw)
    assert "row" not in folded
    assert all(name.strip() for name in clean)


def test_too_many_columns():
    with pytest.raises(UnreadableFile, match=r"^'wide.csv' has 5,001 columns; at most 5,000"):
        names(*["x"] * (MOST_COLUMNS + 1))
