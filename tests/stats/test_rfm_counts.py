"""RFM tuples equal a plain pandas summary."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.rfm import read_rfm
from cxlib.tables.selection import Selection
from tests.handmade import source_of

SLOW = settings(max_examples=20, deadline=None)
END = date(2025, 12, 31)
row = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["a", "b", "c"]),
        "ordered": st.datetimes(datetime(2025, 1, 1), datetime(2025, 12, 31, 23)),
        "amount": st.integers(0, 10**6),
        "order": st.sampled_from(["1", "2", "3"]),
    }
)
tables = st.lists(row, min_size=1, max_size=25)


def summary(rows, *, numbered):
    table = pd.DataFrame(rows)
    grouped = table.groupby("customer")
    last = grouped.ordered.max().dt.normalize()
    recency = (pd.Timestamp(END) - last).dt.days
    frequency = grouped.order.nunique() if numbered else grouped.size()
    return list(zip(recency, frequency, grouped.amount.sum(), strict=True))


@SLOW
@given(rows=tables, numbered=st.booleans())
def test_tuples_equal_pandas(backend, rows, numbered):
    roles = ["customer", "ordered", "amount", *(["order"] if numbered else [])]
    values = {name: [one[name] for one in rows] for name in roles}
    source = source_of(backend, "transactions", values)
    until = Selection(until=END)
    single = read_rfm(source, selection=until, customers=True).counts[TOTAL]
    found = list(
        zip(single.recency.tolist(), single.frequency.tolist(), single.money.tolist(), strict=True)
    )
    assert found == summary(rows, numbered=numbered)
    assert single.customers == tuple(sorted({one["customer"] for one in rows}))

    counted = read_rfm(source, selection=until).counts[TOTAL]
    pairs = zip(counted.recency.tolist(), counted.frequency.tolist(), counted.n, strict=True)
    spread = sorted((r, f) for r, f, n in pairs for _ in range(n))
    assert spread == sorted((r, f) for r, f, _ in found)
    assert counted.total == len(found)


def test_groups_pool_to_the_total_where_customers_do_not_overlap(backend):
    values = {
        "customer": ["a", "a", "b", "c"],
        "ordered": [datetime(2025, m, 3) for m in (1, 2, 2, 5)],
        "amount": [10, 20, 30, 40],
    }
    cells = {"region": ["n", "n", "s", "s"]}
    book = read_rfm(source_of(backend, "transactions", values, cells=cells), by=("region",))
    pooled = book.counts[Group("region", "n")] + book.counts[Group("region", "s")]
    assert pooled.total == book.counts[TOTAL].total == 3
    assert sorted(pooled.money.tolist()) == sorted(book.counts[TOTAL].money.tolist())
    assert book.end == date(2025, 5, 3)


def test_refunds_alone_are_not_enough(backend):
    values = {"customer": ["a"], "ordered": [datetime(2025, 1, 1)], "amount": [-5]}
    with pytest.raises(NotEnoughData, match=r"at least 1 order.*refund"):
        read_rfm(source_of(backend, "transactions", values))
