"""Stays of customers on contract, for tests: real ones, published ones, and drawn ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from cxlib.models.contract_terms import Terms
from cxlib.stats.lives import Lives


def lives_of(durations, events) -> Lives:
    """One customer a row: how long, and whether they left."""
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def monthly(horizon: int, *, margin: float = 1.0, discount: float = 0.0, **more) -> Terms:
    """Payments of one a month."""
    return Terms(horizon=horizon, margin=margin, discount=discount, units_a_year=12, **more)


def yearly(horizon: int, *, margin: float = 1.0, discount: float = 0.0, **more) -> Terms:
    """Payments of one a year."""
    return Terms(horizon=horizon, margin=margin, discount=discount, units_a_year=1, **more)


def seven_years(shared_data: Path, segment: str) -> Lives:
    """Fader and Hardie (2007): 1,000 customers, years 0 to 7."""
    table = pd.read_csv(shared_data / "fader_hardie_retention" / "customer_retention.csv")
    there = (table[segment].to_numpy()[:8] * 10).round().astype(int).tolist()
    lost = [(t + 1, there[t] - there[t + 1], 0) for t in range(7)]
    return Lives.of([*lost, (7, 0, there[7])])


def telco(shared_data: Path, *, where: str = "") -> Lives:
    """Telco: months of tenure, churned or not; `where` keeps one kind of contract."""
    d = pd.read_csv(shared_data / "telco_churn" / "Telco-Customer-Churn.csv")
    d = d[d.Contract == where] if where else d
    return lives_of(d.tenure, d.Churn == "Yes")
