"""How cells are read in a role, from what the profile saw."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxlib.columns.fitting import counted_format
from cxlib.columns.guess import apply_overrides, guess
from cxlib.columns.kinds import KINDS
from cxlib.columns.mapping import EXCEL, UNIX, UNIX_MS, Mapping
from cxlib.errors import BadMapping


@pytest.mark.parametrize(
    ("first", "step", "form"),
    [(1_433_221_332, 90_000, UNIX), (1_433_221_332_117, 90_000_000, UNIX_MS), (45_351, 3, EXCEL)],
)
def test_dates_that_are_counted(profile, first, step, form):
    # 1433221332 is 2015-06-02 in Unix seconds; 45351 is 2024-02-29 in Excel.
    cells = {
        "visitor id": [f"v{i % 9}" for i in range(40)],
        "timestamp": [str(first + i * step) for i in range(40)],
        "event": ["view", "buy"] * 20,
    }
    mapping = guess(profile(cells), name="log.csv").mapping
    assert (mapping.kind, mapping.column("happened")) == ("events", "timestamp")
    assert mapping.reading("timestamp").date_format == form


def test_other_numbers_are_no_dates(profile):
    seen = profile({"date": ["1", "45351"], "amount": ["1200", "900"], "id": ["3", "7"]})
    assert [counted_format(column) for column in seen.columns] == [None, None, None]
    with pytest.raises(BadMapping, match="holds no dates"):
        apply_overrides(Mapping("survey", ()), [("answered", "date")], seen.names, seen)


WORDS = [
    "id",
    "score",
    "0",
    "1",
    "5",
    "question",
    "answer",
    "date",
    "Q7",
    "promoters",
    "é?",
    "nama",
]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        st.lists(
            st.sampled_from(
                [None, "1", "5", "10", "N/A", "2024-03-01", "a@b.co", "so slow, sorry"]
            ),
            min_size=4,
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_file_is_guessed(profile, cells):
    seen = profile(cells)
    found = guess(seen, name="x.csv")
    borne = [column for _, column in found.mapping.roles]
    assert 0 <= found.confidence <= 1
    assert len(set(borne)) == len(borne)
    assert {role for role, _ in found.mapping.roles} <= {
        role.name for role in KINDS[found.kind].roles
    }
    for column in borne:
        assert seen.column(column).name == column
