"""What options hold, and the sentence where they do not."""

from __future__ import annotations

from datetime import date

import click
import pytest

from cxlib.command.values import Amount, Count, Day, Numbers, Pair, Span
from cxlib.errors import BadOption

LEVEL = Amount(low=0, high=1, open_ends=True, like="such as 0.95.")


def read(kind: click.ParamType, value: str):
    return kind.convert(value, click.Option(["--this"]), None)


@pytest.mark.parametrize(
    ("kind", "value", "held"),
    [
        (Day(), "2026-03-31", date(2026, 3, 31)),
        (Pair("ROLE", "COLUMN"), "nps = How likely = really", ("nps", "How likely = really")),
        (Pair("ROLE", "COLUMN"), "weight=", ("weight", "")),
        (Span(), "1-5", (1, 5)),
        (Span(), "5 - 5", (5, 5)),
        (Numbers(), "12,1,3.5,1", (1.0, 3.5, 12.0)),
        (Numbers(whole=True), "1,3", (1.0, 3.0)),
        (LEVEL, "0.9", 0.9),
        (Amount(low=0, like=""), "0", 0.0),
        (Count(most=12), "12", 12),
    ],
)
def test_good_values_are_read(kind, value, held):
    assert read(kind, value) == held


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Day(), "yesterdayish", "--this needs a day such as 2026-03-31; 'yesterdayish' is none."),
        (Day(), "2026-02-30", "needs a day"),
        (Pair("ROLE", "COLUMN"), "score", "needs ROLE=COLUMN"),
        (Pair("ROLE", "COLUMN"), "=score", "needs ROLE=COLUMN"),
        (Span(), "5", "two whole numbers such as 1-5; '5'"),
        (Span(), "5-1", "5-1 ends before it begins"),
        (Numbers(), "1,two", "numbers from 0 on, such as 1,3,6,12; '1,two'"),
        (Numbers(), ",", "numbers from 0 on"),
        (Numbers(), "-1", "numbers from 0 on"),
        (Numbers(whole=True), "1.5", "whole numbers"),
        (LEVEL, "95", "--this is 95; it has to be a number between 0 and 1, such as 0.95."),
        (LEVEL, "1", "between 0 and 1"),
        (LEVEL, "nan", "between 0 and 1"),
        (Amount(low=0, open_ends=True, like="such as 25."), "0", "a number above 0, such as 25."),
        (Count(most=12), "-1", "--this is -1; it has to be a whole number from 1 to 12."),
        (Count(most=12), "13", "from 1 to 12"),
    ],
)
def test_other_values_are_refused_by_name(kind, value, said):
    with pytest.raises(BadOption) as problem:
        read(kind, value)
    assert said in str(problem.value)
