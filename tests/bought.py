"""Purchase histories for tests: made by hand, simulated, and counted from real files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cxlib.stats.purchases import MONEY, Histories

Numbers = Sequence[float] | NDArray[np.float64] | NDArray[np.int64] | pd.Series


def histories_of(
    x: Numbers,
    recency: Numbers,
    age: Numbers,
    *,
    n: Numbers | None = None,
    spend: Numbers | None = None,
    holdout: Numbers | None = None,
) -> Histories:
    """Histories from plain numbers; `spend` is in the currency."""
    size = len(x)
    whole = [np.asarray(part).round().astype(np.int64) for part in (x, recency, age)]
    money = np.zeros(size) if spend is None else np.asarray(spend, float) * MONEY
    return Histories(
        *whole,
        spend=money.round().astype(np.int64),
        n=np.ones(size, np.int64) if n is None else np.asarray(n, np.int64),
        holdout=None if holdout is None else np.asarray(holdout, np.int64),
    )


def counted(
    orders: pd.DataFrame, end: str, holdout_end: str | None = None
) -> tuple[Histories, pd.DataFrame]:
    """Histories in days of orders with columns customer, day, amount; one row a customer."""
    days = orders.groupby(["customer", "day"], as_index=False).amount.sum()
    seen = days[days.day <= end]
    first = seen.groupby("customer").day.transform("min")
    again = seen[seen.day > first].groupby("customer").amount.agg(["size", "sum"])
    rows = seen.groupby("customer").day.agg(["min", "max", "size"])
    after = days[(days.day > end) & (days.day <= (holdout_end or end))]
    later = after.groupby("customer").size().reindex(rows.index, fill_value=0)
    histories = histories_of(
        rows["size"] - 1,
        (rows["max"] - rows["min"]).dt.days,
        (pd.Timestamp(end) - rows["min"]).dt.days,
        spend=again["sum"].reindex(rows.index, fill_value=0.0),
        holdout=later,
    )
    return histories, rows


def cdnow_orders(folder: Path) -> pd.DataFrame:
    """The 1/10 sample of CDNOW's customers."""
    names = ["master", "customer", "day", "cds", "amount"]
    path = folder / "cdnow" / "CDNOW_sample.txt"
    orders = pd.read_csv(path, sep=r"\s+", header=None, names=names, dtype={"day": str})
    return orders.assign(day=pd.to_datetime(orders.day, format="%Y%m%d"))


def cdnow(folder: Path) -> Histories:
    """CDNOW up to 30 September 1997, with a holdout up to 30 June 1998."""
    return counted(cdnow_orders(folder), "1997-09-30", "1998-06-30")[0]


def online_retail(folder: Path) -> Histories:
    """Known customers' positive lines of Online Retail up to 30 June 2011."""
    path = folder / "online_retail" / "online_retail_2010-12_to_2011-06.csv.gz"
    lines = pd.read_csv(path, usecols=["CustomerID", "Quantity", "UnitPrice", "InvoiceDate"])
    lines = lines[lines.CustomerID.notna() & (lines.Quantity > 0) & (lines.UnitPrice > 0)]
    orders = pd.DataFrame(
        {
            "customer": lines.CustomerID,
            "day": pd.to_datetime(lines.InvoiceDate).dt.normalize(),
            "amount": lines.Quantity * lines.UnitPrice,
        }
    )
    return counted(orders, "2011-06-30")[0]


def donations(folder: Path) -> Histories:
    """Six yearly opportunities to give, already in whole units."""
    rows = pd.read_csv(folder / "donations" / "donations.csv")
    return histories_of(rows.frequency, rows.recency, rows.periods, n=rows.weights)


def simulate(
    rng: np.random.Generator,
    model: str,
    parameters: Sequence[float],
    *,
    customers: int,
    days: int = 500,
) -> Histories:
    """Customers who first buy in the first half of `days` and then follow a model in weeks.

    Purchases happen in continuous time and are then put into whole days, as files have them.
    """
    r, alpha, third, fourth = parameters
    rows = []
    for age in rng.integers(days // 2, days + 1, customers):
        rate = rng.gamma(r, 1 / alpha) / 7
        ends = np.inf
        chance = 0.0
        if model == "pareto-nbd":
            ends = rng.exponential(7 / rng.gamma(third, 1 / fourth))
        else:
            chance = rng.beta(third, fourth)
        bought, now = set(), 0.0
        gone = model == "mbg-nbd" and rng.random() < chance
        while not gone:
            now += rng.exponential(1 / rate)
            if now >= min(age, ends):
                break
            bought.add(int(now))
            gone = rng.random() < chance
        bought.discard(0)
        rows.append((len(bought), max(bought, default=0), age))
    x, recency, ages = np.array(rows).T
    return histories_of(x, recency, ages)
