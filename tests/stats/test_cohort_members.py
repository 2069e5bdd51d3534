"""The customers of a cell are those that its share counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from cxlib.errors import BadOption
from cxlib.metrics.cohorts import cohort_table
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule
from cxlib.stats.cohort_members import CohortCell, cell_customers
from cxlib.stats.cohorts import read_cohorts
from cxlib.stats.groups import TOTAL
from cxlib.tables.selection import Selection
from tests.handmade import source_of
from tests.stats.examples import ROLES

KINDS = ("transactions", "events", "subscriptions")


def listed(source, grid, cell, **more):
    return cell_customers(source, grid, cell, limit=100, **more).to_pyarrow().to_pylist()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("clock", Clock)
@pytest.mark.parametrize("rule", Rule)
def test_lists_are_as_long_as_the_table_says(backend, kind, clock, rule):
    source = source_of(backend, kind, ROLES[kind])
    grid = CohortGrid("month", (1, 2), rule, clock)
    chosen = Selection(until=date(2025, 4, 20))
    book = read_cohorts(source, grid, selection=chosen)
    rows = cohort_table(book.counts[TOTAL], grid, end=book.end)
    cells = [(row.start, cell) for row in rows for cell in row.cells if cell.share is not None]
    assert cells
    for start, cell in (cells[0], cells[-1]):
        there, away = (
            listed(source, grid, CohortCell(start, cell.offset, which), selection=chosen)
            for which in (True, False)
        )
        assert len(there) == cell.active
        assert len(there) + len(away) == cell.mature
        assert not {one["customer"] for one in there} & {one["customer"] for one in away}


def test_a_customer_is_shown_with_days_and_rows(backend):
    values = {
        "customer": ["a", "a", "b", "c"],
        "happened": [datetime(2025, 1, 5), datetime(2025, 2, 9), *[datetime(2025, 1, 7)] * 2],
    }
    source = source_of(backend, "events", values, cells={"customer": ["A-1", "A-1", "B-1", "C-1"]})
    grid = CohortGrid("month", (1,))
    end = date(2025, 3, 31)
    january = date(2025, 1, 1)
    assert listed(source, grid, CohortCell(january, 1, active=True), end=end) == [
        {"customer": "A-1", "first": date(2025, 1, 5), "last": date(2025, 2, 9), "rows": 2}
    ]
    away = listed(source, grid, CohortCell(january, 1, active=False), end=end)
    assert [one["customer"] for one in away] == ["B-1", "C-1"]
    few = cell_customers(source, grid, CohortCell(january, 1, active=False), end=end, limit=1)
    assert few.to_pyarrow().num_rows == 1
    with pytest.raises(BadOption, match="no cell at 7; there are 1"):
        listed(source, grid, CohortCell(january, 7, active=True))


def test_a_contract_is_shown_up_to_the_last_day_it_ran(backend):
    start = datetime(2025, 1, 5)
    values = {
        "customer": ["a", "b"],
        "started": [start, start],
        "ended": [start + timedelta(40), None],
    }
    source = source_of(backend, "subscriptions", values)
    (one, other) = listed(
        source,
        CohortGrid("month", (1,)),
        CohortCell(date(2025, 1, 1), 1, active=True),
        end=date(2025, 3, 31),
    )
    assert (one["last"], other["last"]) == (date(2025, 2, 14), date(2025, 3, 31))
