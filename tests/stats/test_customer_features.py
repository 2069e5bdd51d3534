"""Numbers about customers, joined over files, equal plain counting over the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.columns.keys import KeyRules
from cxlib.columns.typed import RAW
from cxlib.stats.customer_features import (
    Feature,
    Part,
    measures_of,
    read_customer_table,
    read_spellings,
)
from cxlib.tables.selection import Selection
from tests.handmade import source_of

SLOW = settings(max_examples=15, deadline=None)
END = date(2025, 12, 31)
RULES = KeyRules()
moments = st.datetimes(datetime(2025, 1, 1), datetime(2025, 12, 31, 23))
names = st.sampled_from(["a", "B", "b ", "c", "007", "7", None])
lines = st.lists(
    st.fixed_dictionaries(
        {"customer": names, "ordered": moments, "amount": st.integers(-(10**5), 10**6)}
    ),
    min_size=2,
    max_size=25,
)
said = st.lists(
    st.fixed_dictionaries(
        {
            "customer": names,
            "answered": st.one_of(st.none(), moments),
            "nps": st.one_of(st.none(), st.integers(0, 10)),
        }
    ),
    min_size=1,
    max_size=20,
)
asked = st.lists(
    st.fixed_dictionaries({"customer": names, "created": moments}), min_size=1, max_size=20
)


def columns(rows):
    return {name: [one[name] for one in rows] for name in rows[0]}


def key(name):
    """What the rules of the key say, spelled out: blanks, capitals and leading zeros."""
    if name is None:
        return None
    short = name.strip().lower()
    return str(int(short)) if short.isdigit() else short


def expected(rows, answers, tickets):
    """Customers with any row in the file, and their numbers, by loops over the rows."""
    found = {}
    for customer in {key(one["customer"]) for one in rows} - {None}:
        bought = [one for one in rows if key(one["customer"]) == customer and one["amount"] >= 0]
        days = [one["ordered"].date() for one in bought]
        spent = sum(one["amount"] for one in bought) / 10_000
        mine = [
            (one["answered"] or datetime(1900, 1, 1), place, one["nps"])
            for place, one in enumerate(answers)
            if key(one["customer"]) == customer and one["nps"] is not None
        ]
        found[customer] = (
            (END - max(days)).days if days else np.nan,
            len(bought) or np.nan,
            spent if days else np.nan,
            spent / len(bought) if days else np.nan,
            (END - min(days)).days if days else np.nan,
            max(mine)[2] if mine else np.nan,
            sum(key(one["customer"]) == customer for one in tickets),
        )
    return found


@SLOW
@given(rows=lines, answers=said, tickets=asked)
def test_the_table_equals_plain_counting(backend, rows, answers, tickets):
    shop = source_of(backend, "transactions", columns(rows), table="shop")
    survey = source_of(backend, "survey", columns(answers), table="survey")
    desk = source_of(backend, "tickets", columns(tickets), table="desk")
    until = Selection(until=END)
    parts = [
        Part(shop, measures_of(shop), until),
        Part(survey, measures_of(survey)),
        Part(desk, measures_of(desk)),
    ]
    found = read_customer_table(shop, parts, rules=RULES, selection=until)
    truth = expected(rows, answers, tickets)
    assert found.keys == tuple(sorted(truth))
    want = np.array([truth[one] for one in found.keys], float).reshape(len(truth), 7)
    np.testing.assert_allclose(found.values, want)
    np.testing.assert_allclose(found.revenue, np.nan_to_num(want[:, 2]))
    assert sum(n for _, n in found.lacking()) == len(truth) - int(found.complete.sum())


def test_active_days_and_contracts_equal_hand_counts(backend):
    events = source_of(
        backend,
        "events",
        {
            "customer": ["a", "a", "a", "b", None],
            "happened": [datetime(2025, 1, day, 9 + day) for day in (1, 1, 3, 2, 5)],
        },
        table="visits",
    )
    contracts = source_of(
        backend,
        "subscriptions",
        {
            "customer": ["a", "a", "c"],
            "started": [datetime(2025, 1, 1), datetime(2025, 2, 1), datetime(2025, 3, 1)],
            "ended": [datetime(2025, 1, 31), None, datetime(2025, 3, 11)],
            "fee": [100_000, 250_000, 50_000],
        },
        table="contracts",
    )
    parts = [Part(contracts, measures_of(contracts)), Part(events, measures_of(events))]
    found = read_customer_table(contracts, parts, rules=RULES)
    # The last date of the file, 2025-03-11, is the cut-off: a was there for 31 + 28 + 10 days.
    assert found.keys == ("a", "c")
    assert found.values.tolist() == [[69.0, 25.0, 2.0], [10.0, 5.0, 0.0]]
    assert found.revenue is None


def test_the_selection_of_the_file_in_view_decides_who_is_there(backend):
    rows = {
        "customer": ["a", "b", "a"],
        "ordered": [datetime(2025, 1, 1), datetime(2025, 6, 1), datetime(2025, 6, 2)],
        "amount": [10_000, 20_000, 30_000],
    }
    shop = source_of(backend, "transactions", rows, table="shop")
    early = Selection(until=date(2025, 3, 1))
    parts = [Part(shop, ("recency", "frequency"), early)]
    found = read_customer_table(shop, parts, rules=RULES, selection=early)
    assert (found.keys, found.values.tolist()) == (("a",), [[59.0, 1.0]])
    assert found.features == (Feature(shop.name, "recency"), Feature(shop.name, "frequency"))


def test_masked_customers_join_by_what_the_file_says(backend):
    shop = source_of(
        backend,
        "transactions",
        {"customer": ["x1", "x2"], "ordered": [datetime(2025, 1, 1)] * 2, "amount": [1, 2]},
        table="shop",
    )
    hidden = shop.table.mutate(**{RAW: shop.table.customer}).mutate(customer=shop.table.row.hash())
    masked = replace(shop, table=hidden.mutate(customer=hidden.customer.cast("string")))
    desk = source_of(
        backend,
        "tickets",
        {"customer": ["X1", "x1"], "created": [datetime(2025, 1, 2)] * 2},
        table="desk",
    )
    found = read_customer_table(masked, [Part(desk, ("tickets",))], rules=RULES)
    assert (found.keys, found.values.tolist()) == (("x1", "x2"), [[2.0], [0.0]])
    assert read_spellings(masked, rules=RULES) == {"x1": "x1", "x2": "x2"}


def test_who_is_left_out_is_counted_once_under_the_first_reason(backend):
    survey = source_of(
        backend,
        "survey",
        {"customer": list("abcd"), "nps": [9, None, None, 3], "csat": [5, 4, None, None]},
        table="survey",
    )
    found = read_customer_table(survey, [Part(survey, ("nps", "csat"))], rules=RULES)
    assert found.complete.tolist() == [True, False, False, False]
    told = {one.measure: n for one, n in found.lacking()}
    assert told == {"nps": 2, "csat": 1}


@pytest.mark.parametrize(
    ("kind", "roles", "measures"),
    [
        ("survey", {"nps": [1]}, ()),
        ("survey", {"customer": ["a"], "nps": [1], "rating_1": [2]}, ("nps", "rating_1")),
        ("transactions", {"customer": ["a"], "ordered": [datetime(2025, 1, 1)]}, None),
        ("tickets", {"customer": ["a"], "created": [datetime(2025, 1, 1)]}, ("tickets",)),
    ],
)
def test_a_source_offers_what_it_can_tell(backend, kind, roles, measures):
    found = measures_of(source_of(backend, kind, roles, table="any"))
    assert found == (("recency", "frequency", "tenure") if measures is None else measures)
