"""First and repeat purchases by day, and those of one customer, equal plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given

from cxlib.errors import NotEnoughData
from cxlib.stats.one_customer import read_customer_days
from cxlib.stats.purchase_calendar import read_purchase_calendar
from cxlib.stats.purchases import MONEY
from cxlib.tables.selection import EVERYTHING
from tests.stats.test_purchases import END, HOLDOUT_END, SLOW, bought, tables, transactions


@SLOW
@given(tables)
def test_the_calendar_is_what_counting_gives(backend, rows):
    source = transactions(backend, rows)
    days = bought(rows)
    begun = {who: sorted(found) for who, found in days.items() if min(found) <= END}
    if not begun:
        with pytest.raises(NotEnoughData):
            read_purchase_calendar(source, selection=EVERYTHING, end=END, last=HOLDOUT_END)
        return
    found = read_purchase_calendar(source, selection=EVERYTHING, end=END, last=HOLDOUT_END)
    first = Counter(found_days[0] for found_days in begun.values())
    again = Counter(day for found_days in begun.values() for day in found_days[1:])
    calendar = [found.begin + timedelta(int(day)) for day in found.days]
    assert dict(zip(calendar, found.first.tolist(), strict=True)) == {
        day: first.get(day, 0) for day in sorted({*first, *again})
    }
    assert dict(zip(calendar, found.repeat.tolist(), strict=True)) == {
        day: again.get(day, 0) for day in sorted({*first, *again})
    }
    grid = np.arange(0, 150, 7)
    assert found.repeats_until(grid).tolist() == [
        sum(n for day, n in again.items() if day <= found.begin + timedelta(int(one)))
        for one in grid
    ]


@SLOW
@given(tables)
def test_one_customer_is_what_counting_gives(backend, rows):
    source = transactions(backend, rows)
    days = bought(rows, until=date(2025, 12, 31))
    for who in ("ann", "bob", "nobody"):
        found = read_customer_days(source, customer=who)
        assert found.days == tuple(sorted(days.get(who, {})))
        assert found.amounts == tuple(days[who][day] / MONEY for day in found.days)
