"""Cohort tables."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.errors import BadOption
from cxlib.metrics.cohorts import Rule, cohort_table
from cxlib.stats.cohorts import CohortCounts

JANUARY, FEBRUARY = date(2025, 1, 1), date(2025, 2, 1)
COUNTS = CohortCounts.of(
    [(JANUARY, 29), (FEBRUARY, 20)], [(JANUARY, 0, 29), (JANUARY, 1, 1), (FEBRUARY, 0, 20)]
)


def table(rule=Rule.ON, offsets=(0, 1, 2), end=date(2025, 3, 31), counts=COUNTS):
    return cohort_table(counts, rule=rule, period="month", offsets=offsets, end=end)


def test_limits_are_those_of_newcombe():
    # 1 of 29 and 0 of 20: Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
    first, second = table()
    cell = first.cells[1]
    assert (cell.active, cell.mature, cell.share) == (1, 29, 1 / 29)
    assert (cell.low, cell.high) == pytest.approx((0.0061, 0.1718), abs=5e-5)
    nobody = second.cells[1]
    assert (nobody.share, nobody.low) == (0, 0)
    assert nobody.high == pytest.approx(0.1611, abs=5e-5)


def test_a_cell_has_a_share_from_the_day_its_last_day_is_covered():
    def at(end):
        return table(end=end)[0].cells[1]

    whole, short, before = at(date(2025, 2, 28)), at(date(2025, 2, 27)), at(date(2025, 1, 31))
    assert (whole.mature, whole.share) == (29, 1 / 29)
    assert (short.active, short.mature, short.share, short.low) == (1, 0, None, None)
    assert (before.active, before.mature, before.share) == (None, 0, None)


def test_on_or_after_sums_the_last_active_periods():
    last = CohortCounts.of([(JANUARY, 10)], [(JANUARY, 0, 5), (JANUARY, 1, 2), (JANUARY, 2, 3)])
    (row,) = table(rule=Rule.ON_OR_AFTER, counts=last)
    assert [cell.active for cell in row.cells] == [10, 5, 3]


def test_brackets_bear_their_lower_edge_and_wait_for_their_last_period():
    inside = CohortCounts.of([(JANUARY, 10)], [(JANUARY, 1, 4)])
    (row,) = table(rule=Rule.BRACKET, offsets=(1, 3, 6), counts=inside)
    assert [(cell.offset, cell.active, cell.mature) for cell in row.cells] == [
        (1, 4, 10),
        (3, None, 0),
    ]


@pytest.mark.parametrize("offsets", [(), (2, 1), (-1, 0), (1, 1)])
def test_offsets_have_to_ascend(offsets):
    with pytest.raises(BadOption, match="ascend"):
        table(offsets=offsets)


def test_a_bracket_needs_two_edges():
    with pytest.raises(BadOption, match="two edges"):
        table(rule=Rule.BRACKET, offsets=(1,))
