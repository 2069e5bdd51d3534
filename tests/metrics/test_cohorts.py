"""Cohort tables."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.metrics.cohorts import cohort_table, mean_row
from cxlib.metrics.shares import wilson
from cxlib.stats.cohort_grid import CohortGrid, Rule
from cxlib.stats.cohorts import CohortCounts

JANUARY, FEBRUARY = date(2025, 1, 1), date(2025, 2, 1)
COUNTS = CohortCounts.of(
    [(JANUARY, 29), (FEBRUARY, 20)], [(JANUARY, 0, 29), (JANUARY, 1, 1), (FEBRUARY, 0, 20)]
)


def table(rule=Rule.ON, offsets=(0, 1, 2), end=date(2025, 3, 31), counts=COUNTS):
    return cohort_table(counts, CohortGrid("month", offsets, rule), end=end)


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


def test_on_or_after_is_read_as_counted():
    later = CohortCounts.of([(JANUARY, 10)], [(JANUARY, 0, 10), (JANUARY, 1, 5), (JANUARY, 2, 3)])
    (row,) = table(rule=Rule.ON_OR_AFTER, counts=later)
    assert [cell.active for cell in row.cells] == [10, 5, 3]


def test_brackets_bear_their_lower_edge_and_wait_for_their_last_period():
    inside = CohortCounts.of([(JANUARY, 10)], [(JANUARY, 1, 4)])
    (row,) = table(rule=Rule.BRACKET, offsets=(1, 3, 6), counts=inside)
    assert [(cell.offset, cell.active, cell.mature) for cell in row.cells] == [
        (1, 4, 10),
        (3, None, 0),
    ]


def test_follow_up_by_customer_makes_part_of_a_cohort_mature():
    counts = CohortCounts.of(
        [(JANUARY, 10), (FEBRUARY, 4)],
        [(JANUARY, 1, 3), (FEBRUARY, 1, 0)],
        [(JANUARY, 1, 6), (FEBRUARY, 1, 0)],
    )
    first, second = table(offsets=(1,), counts=counts)
    assert (first.cells[0].active, first.cells[0].mature, first.cells[0].share) == (3, 6, 0.5)
    assert (second.cells[0].active, second.cells[0].mature) == (None, 0)
    assert second.cells[0].share is None


def test_the_mean_is_weighted_by_mature_customers():
    # January is mature at 1 and 2, February at 1 only: (1 + 0) / (29 + 20), and 0 / 29.
    _, one, two = mean_row(table())
    assert (one.active, one.mature, one.share) == (1, 49, 1 / 49)
    assert (one.low, one.high) == wilson(1 / 49, 49)
    shares = [row.cells[1].share for row in table()]
    assert one.share == pytest.approx((29 * shares[0] + 20 * shares[1]) / 49)
    short = table(end=date(2025, 3, 31))
    assert (mean_row(short)[2].active, mean_row(short)[2].mature) == (0, 29)
    assert two == mean_row(short)[2]


def test_a_mean_without_mature_cohorts_is_unknown():
    none = mean_row(table(end=date(2025, 1, 15)))[1]
    assert (none.active, none.mature, none.share, none.low) == (None, 0, None, None)
    assert mean_row(()) == ()
