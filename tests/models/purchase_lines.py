"""Order lines of two plans, as a file has them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

FIRST = date(2024, 1, 1)


def order_lines(rng: np.random.Generator, *, customers: int = 240, days: int = 500) -> pd.DataFrame:
    """Customers of plan `pro` buy twice as often as those of `free`; `shop` makes no difference."""
    rows = []
    for k in range(customers):
        plan = "pro" if k % 5 < 2 else "free"
        rate = rng.gamma(1.2, 1 / 40) * (2 if plan == "pro" else 1)
        chance, now = rng.beta(0.9, 3.0), float(rng.integers(0, days // 2))
        stays = True
        while stays and now < days:
            amount = round(float(rng.lognormal(3, 0.4)), 2)
            rows.append((f"c{k}", FIRST + timedelta(int(now)), amount, plan, "ns"[k % 2], k % 60))
            now += 1 + rng.exponential(1 / rate)
            stays = rng.random() > chance
    return pd.DataFrame(rows, columns=["customer", "ordered", "amount", "plan", "shop", "years"])


def write_orders(path: Path, *, seed: int = 3, customers: int = 240) -> pd.DataFrame:
    """The lines in a CSV file."""
    lines = order_lines(np.random.default_rng(seed), customers=customers)
    lines.to_csv(path, index=False)
    return lines
