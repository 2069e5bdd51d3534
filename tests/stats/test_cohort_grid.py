"""What a cohort table may ask."""

from __future__ import annotations

import pytest

from cxlib.errors import BadOption
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule


@pytest.mark.parametrize("offsets", [(), (2, 1), (-1, 0), (1, 1)])
def test_offsets_have_to_ascend(offsets):
    with pytest.raises(BadOption, match="ascend"):
        CohortGrid("month", offsets)


def test_a_bracket_needs_two_edges():
    with pytest.raises(BadOption, match="two edges"):
        CohortGrid("month", (1,), Rule.BRACKET)


def test_only_short_windows_are_counted_from_the_first_moment():
    with pytest.raises(BadOption, match=r"a month \(30 days\), not of a quarter"):
        CohortGrid("quarter", (1,), clock=Clock.OWN)
    with pytest.raises(BadOption, match="no period 'hour'"):
        CohortGrid("hour", (1,))
    with pytest.raises(BadOption, match="no unit 'fortnight'"):
        CohortGrid("week", (1,), unit="fortnight")


def test_a_cell_waits_for_its_last_period():
    assert CohortGrid("day", (0, 1, 7)).cells == ((0, 1), (1, 2), (7, 8))
    assert CohortGrid("day", (1, 3, 6), Rule.BRACKET).cells == ((1, 3), (3, 6))
    assert [CohortGrid(one, (1,)).window for one in ("day", "week", "month")] == [1, 7, 30]
