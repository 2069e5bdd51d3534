"""Numbers and names as a reader sees them."""

from __future__ import annotations

from contextvars import copy_context

import pytest

from cxlib.charts.chart import Point
from cxlib.charts.words import (
    beside,
    cell,
    footer,
    interval,
    legend_needed,
    level_text,
    number,
    point_form,
    shorten,
    shorten_all,
    told,
)
from cxlib.locale.speak import choose
from tests.charts.gallery import (
    drivers,
    gallery,
    league,
    nps_by_segment,
    revenue_bridge,
    survival_curves,
    three_lines,
)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (39.84, "+.1f", "+39.8"),
        (-5.04, "+.1f", "−5.0"),
        (-0.04, "+.1f", "0.0"),
        (0.0, "+.0f", "0"),
        (0.8517, ".1%", "85.2%"),
        (1234567.0, ",.0f", "1,234,567"),
        (None, "+.1f", "–"),
    ],
)
def test_number(value: float | None, form: str, text: str):
    assert number(value, form) == text


def test_numbers_in_indonesian_have_decimal_commas():
    def speak() -> tuple[str, str]:
        choose("id")
        return number(1234.5, ",.1f"), cell(2746, ",d")

    assert copy_context().run(speak) == ("1.234,5", "2.746")


def test_interval_has_no_plus_and_needs_both_limits():
    assert interval(Point(39.8, 37.2, 42.4), "+.1f") == "37.2 to 42.4"
    assert interval(Point(39.8, 37.2), "+.1f") == ""
    assert level_text(0.95) == "95%"
    assert level_text(None) == ""


def test_value_beside_a_bar():
    assert beside(Point(39.8, n=2_746), "+.1f") == "+39.8  n 2,746"
    assert beside(Point(39.8), "+.1f") == "+39.8"


def test_cells_of_a_table():
    assert cell("=1+1", "+.1f") == "=1+1"
    assert cell(None, ",d") == "–"
    assert cell(1234, "") == "1,234"
    assert cell(0.5, "") == "0.50"


def test_shorten_marks_the_cut_and_keeps_names_apart():
    assert shorten("a  b\nc", 10) == "a b c"
    assert shorten("abcdefgh", 5) == "abcd…"
    one, other = (
        "International Terminal, Boarding Area A",
        "International Terminal, Boarding Area G",
    )
    cut = shorten_all((one, other, "Rail"), 24)
    assert cut[0] != cut[1]
    assert all(len(name) <= 24 for name in cut)
    assert cut[2] == "Rail"
    assert cut[1].endswith("Area G")


def test_footer_says_source_n_and_level():
    text = footer(nps_by_segment())
    assert text == "Source: airport survey. n = 6,309. 95% confidence intervals."


def test_legend_only_where_series_have_to_be_told_apart():
    assert legend_needed(three_lines())
    assert not legend_needed(nps_by_segment())
    assert not legend_needed(drivers())
    assert not legend_needed(league())


def test_told_lists_the_steps_of_a_waterfall():
    assert told(revenue_bridge()) == (
        "New customers outweigh those lost. January to June 2025. January 412,300; "
        "New customers +61,450; Expansion +38,900; Contraction −12,750; Lost customers −54,200; "
        "June 445,700."
    )


def test_told_follows_every_curve():
    said = told(survival_curves(2))
    assert "Promoters: from 70% (Months since the answer 24) to 100%" in said
    assert "Passives: from" in said


def test_steps_bear_their_sign_and_levels_do_not():
    chart = revenue_bridge()
    assert [point_form(chart, place) for place in (0, 1)] == [",.0f", "+,.0f"]
    assert point_form(three_lines(), 1) == three_lines().axis.form


def test_told_names_the_extremes():
    said = told(nps_by_segment())
    assert "from +35.6 (Terminal 3, Boarding Area F) to +62.0" in said
    assert all(told(chart).endswith(".") for chart in gallery().values())
