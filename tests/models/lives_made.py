"""Patterns of covariates and stays, made of rows for tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from cxlib.stats.covariates import Covariate
from cxlib.stats.life_patterns import LifePatterns
from cxlib.tables.question import Coverage


def patterns_of(
    rows: pd.DataFrame,
    columns: Sequence[str],
    *,
    time: str,
    left: str,
    groups: Sequence[str] = (),
    counted: bool = True,
    customer: str | None = None,
    entry: str | None = None,
) -> LifePatterns:
    """The patterns of some rows; `groups` are the columns of texts, the others are numbers."""
    keys = [*columns, time, left, *(one for one in (customer, entry) if one)]
    table = rows[keys].copy()
    values = {one: tuple(sorted(rows[one].astype(str).unique())) for one in groups}
    for one, found in values.items():
        table[one] = table[one].astype(str).map({value: i for i, value in enumerate(found)})
    if customer:
        table[customer] = pd.factorize(table[customer])[0]
    table["n"] = 1
    if counted:
        table = table.groupby(keys, as_index=False)["n"].sum()
    n = len(rows)
    return LifePatterns(
        covariates=tuple(Covariate(one, values.get(one)) for one in columns),
        cells=table[list(columns)].to_numpy(float),
        durations=table[time].to_numpy(float),
        left=table[left].to_numpy(np.int64),
        n=table["n"].to_numpy(np.int64),
        entry=None if entry is None else table[entry].to_numpy(float),
        customers=None if customer is None else table[customer].to_numpy(np.int64),
        repeated=None if customer is None else int((rows[customer].value_counts() > 1).sum()),
        dated=False,
        observed=None,
        records_from=None,
        share=1.0,
        coverage=Coverage(n, n, ()),
    )


def stays(n: int, *, seed: int = 5, longest: int = 24) -> pd.DataFrame:
    """Customers with a plan, a city and an age; those on "pro" and the older ones stay longer."""
    draw = np.random.default_rng(seed)
    plan = draw.choice(["free", "pro", "team"], n, p=[0.5, 0.3, 0.2])
    city = draw.choice(["A", "B", "C", "D"], n, p=[0.4, 0.3, 0.2, 0.1])
    age = np.round(draw.normal(40, 10, n))
    rate = 0.06 * np.exp(-0.6 * (plan == "pro") + 0.3 * (city == "B") - 0.02 * (age - 40))
    time = np.ceil(draw.exponential(1 / rate))
    until = draw.integers(1, longest + 1, n)
    return pd.DataFrame(
        {
            "plan": plan,
            "city": city,
            "age": age,
            "time": np.minimum(time, until),
            "left": (time <= until).astype(int),
        }
    )
