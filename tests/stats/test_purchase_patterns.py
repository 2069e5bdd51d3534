"""Patterns with counts are the customers: every number again by plain counting in pandas."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from cxlib.errors import BadOption, ColumnMissing, NotEnoughData
from cxlib.stats import purchase_patterns
from cxlib.stats.purchase_patterns import read_purchase_patterns
from cxlib.stats.purchases import MONEY
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

ROWS, END = 600, date(2024, 9, 30)
DRAW = np.random.default_rng(8)
BUYER = [f"c{k}" for k in DRAW.integers(0, 150, ROWS)]
DAY = [datetime(2024, 1, 1) + timedelta(int(k)) for k in DRAW.integers(0, 300, ROWS)]
AMOUNT = DRAW.integers(1, 90, ROWS)
SHOP = [None if k % 13 == 0 else "BCA"[int(v)] for k, v in enumerate(DRAW.integers(0, 3, ROWS))]
AGE = {f"c{k}": None if k % 17 == 0 else f"{20 + k / 4:.2f}" for k in range(150)}


@pytest.fixture(scope="module")
def source(backend):
    roles = {"customer": BUYER, "ordered": DAY, "amount": [int(a) * MONEY for a in AMOUNT]}
    cells = {"shop": SHOP, "years": [AGE[one] for one in BUYER], "one": ["x"] * ROWS}
    return source_of(backend, "transactions", roles, cells=cells, table="bought")


def plain() -> pd.DataFrame:
    """One row a customer who bought by the end, counted without the library."""
    lines = pd.DataFrame({"c": BUYER, "day": pd.to_datetime(DAY), "amount": AMOUNT, "shop": SHOP})
    lines = lines[lines.day <= pd.Timestamp(END)].fillna({"shop": "(blank)"})
    rows = []
    for name, own in lines.groupby("c"):
        first = own.day.min()
        later = own[own.day > first]
        rows.append(
            {
                "c": name,
                "shop": own[own.day == first].shop.min(),
                "shops": own.shop.nunique(),
                "x": later.day.nunique(),
                "last": (own.day.max() - first).days,
                "age": (pd.Timestamp(END) - first).days,
                "spend": int(later.amount.sum()) * MONEY,
            }
        )
    return pd.DataFrame(rows)


def counted(found, place=0):
    """The patterns as a counter of (group, frequency, recency, age, spend)."""
    groups = [found.factors[place].values[cell] for cell in found.cells[:, place]]
    h = found.histories
    rows = zip(groups, h.frequency, h.recency, h.age, h.spend, h.n, strict=True)
    total: Counter[tuple] = Counter()
    for group, *history, n in rows:
        total[(group, *(int(one) for one in history))] += int(n)
    return total


def test_groups_are_those_of_the_first_day(source):
    found = read_purchase_patterns(source, covariates=["shop"], end=END)
    customers = plain()
    wanted = Counter(
        customers[["shop", "x", "last", "age", "spend"]].itertuples(index=False, name=None)
    )
    assert counted(found) == wanted
    assert found.factors[0].values == ("(blank)", "A", "B", "C")
    assert found.changing == (int((customers.shops > 1).sum()),)
    assert found.histories.total == len(customers)
    assert (found.end, found.spent) == (END, True)


def test_numbers_become_bands_of_equally_many_customers(source):
    found = read_purchase_patterns(source, covariates=["years", "shop"], end=END)
    years = found.factors[0]
    assert years.banded
    assert not found.factors[1].banded
    known = sorted(float(AGE[one]) for one in plain().c if AGE[one] is not None)
    ends = [known[int(np.ceil(len(known) * share)) - 1] for share in (0.25, 0.5, 0.75)]
    low, middle, high = (f"{end:g}" for end in ends)
    assert years.values == (
        f"up to {low}", f"above {low} up to {middle}", f"above {middle} up to {high}",
        f"above {high}", "(blank)",
    )  # fmt: skip
    sizes = np.bincount(found.cells[:, 0], found.histories.n)
    assert sizes[:4].sum() == len(known)
    assert np.ptp(sizes[:4]) <= 2
    assert sizes[4] == sum(AGE[one] is None for one in plain().c)
    # A number that is missing leaves no order out.
    assert found.histories.total == len(plain())


def test_numbers_can_be_groups_and_few_of_them_bands(source):
    found = read_purchase_patterns(source, covariates=["years"], numbers=[], end=END)
    assert len(found.factors[0].values) > 100
    with pytest.raises(ColumnMissing, match="nowhere"):
        read_purchase_patterns(source, covariates=["years"], numbers=["nowhere"])


def test_a_filter_and_the_last_day_of_the_file(source):
    shop = Selection((Condition("shop", ("A",)),))
    found = read_purchase_patterns(source, covariates=["shop"], selection=shop)
    assert found.factors[0].values == ("A",)
    assert found.end == max(DAY).date()
    assert found.coverage.used == SHOP.count("A")


def test_wrong_columns_are_a_sentence(source, monkeypatch):
    with pytest.raises(ColumnMissing, match="nowhere"):
        read_purchase_patterns(source, covariates=["nowhere"])
    with pytest.raises(BadOption, match="says who bought what and when"):
        read_purchase_patterns(source, covariates=["amount"])
    with pytest.raises(BadOption, match="0 columns were chosen"):
        read_purchase_patterns(source, covariates=[])
    monkeypatch.setattr(purchase_patterns, "MOST_VALUES", 20)
    with pytest.raises(BadOption, match="different values among these customers"):
        read_purchase_patterns(source, covariates=["years"], numbers=[])
    nobody = Selection((Condition("shop", ("Z",)),))
    with pytest.raises(NotEnoughData, match="not kept by the filter"):
        read_purchase_patterns(source, covariates=["shop"], selection=nobody)
