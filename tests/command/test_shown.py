"""Tables for people."""

from __future__ import annotations

from cxlib.command.shown import (
    Column,
    Table,
    group_words,
    interval,
    lines,
    number,
    p_value,
    percent,
    results_table,
    whole,
)


def result(group=None, period=None, **fields):
    return {"group": group or {}, "period": period, **fields}


def test_a_table_is_aligned_and_unknown_is_a_dash():
    results = [
        result(n=12_345, score=39.84, low=37.18, high=42.41, share=0.5, p=None),
        result({"area": "A"}, n=7, score=-5.0, low=None, high=None, share=None, p=0.0002),
        result({"area": "A"}, "2026-03-01", n=3, score=None, low=1.0, high=None, share=1.0, p=0.04),
    ]
    columns = [
        Column("n", whole("n")),
        Column("NPS", number("score", 1)),
        Column("interval", interval("low", "high", "{:.1f}")),
        Column("share", percent("share")),
        Column("p", p_value("p")),
    ]
    assert lines(results_table(results, columns, title="NPS")) == [
        "NPS",
        "                           n   NPS      interval   share      p",
        "All                   12,345  39.8  37.2 to 42.4   50.0%      -",
        "area = A                   7  -5.0             -       -  <.001",
        "area = A, 2026-03-01       3     -      1.0 to -  100.0%  0.040",
    ]


def test_a_table_without_a_head_has_no_empty_line():
    assert lines(Table("Files", ("",), (("a.csv",), ("b.csv",)))) == ["Files", "a.csv", "b.csv"]


def test_groups_are_named_by_column_and_period():
    assert group_words(result()) == "All"
    assert group_words(result(period="2026-01-01")) == "2026-01-01"
