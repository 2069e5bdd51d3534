"""CPU seconds of a Cox regression from the engine's rows, against lifelines on the raw rows.

    python benchmarks/cox.py [ROWS]

ROWS customers (200,000 by default) with five columns of groups stay for whole days. Both fit the
same 13 terms with Efron's ties; ours counts patterns in the engine first, and its time includes
that. The coefficients have to agree before a time counts. No test depends on a time.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import ibis
import numpy as np
import pandas as pd
from lifelines import CoxPHFitter
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.models.cox import fit_cox
from cxlib.stats.life_patterns import read_life_patterns
from cxlib.tables.source import Source

GROUPS = {
    "plan": (("basic", "plus", "pro", "max"), (0.5, 0.25, 0.15, 0.1), (0.0, -0.2, -0.5, -0.8)),
    "region": (("N", "S", "E", "W"), (0.4, 0.3, 0.2, 0.1), (0.0, 0.1, -0.1, 0.2)),
    "channel": (("web", "shop", "call", "app"), (0.4, 0.3, 0.2, 0.1), (0.0, 0.2, 0.3, -0.1)),
    "tier": (("a", "b", "c"), (0.6, 0.3, 0.1), (0.0, -0.3, 0.4)),
    "promo": (("no", "yes", "old"), (0.7, 0.2, 0.1), (0.0, 0.25, 0.1)),
}
"""Values, shares and log hazard ratios; the first value is the most frequent."""
LONGEST = 1400
AGREE = 1e-5
T = TypeVar("T")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rows", type=int, nargs="?", default=200_000)
    rows = made(words.parse_args().rows)
    with TemporaryDirectory() as folder, threadpool_limits(2):
        source = stored(rows, Path(folder))
        print(f"{'step':44}{'CPU s':>9}{'wall s':>9}")
        patterns, counting = timed(
            "count patterns", lambda: read_life_patterns(source, covariates=list(GROUPS))
        )
        fit, fitting = timed(f"fit on {len(patterns.n):,} patterns", lambda: fit_cox(patterns))
        theirs, peer = timed("lifelines on raw rows in memory", lambda: by_lifelines(rows))
    mine = {f"{one.column}_{one.level}": one.coef for one in fit.terms}
    gap = max(abs(value - theirs.params_[name]) for name, value in mine.items())
    print(f"{'largest difference of a coefficient':44}{gap:9.1e}")
    print(
        f"{'difference of the log-likelihood':44}{fit.log_likelihood - theirs.log_likelihood_:9.1e}"
    )
    if gap > AGREE:
        raise SystemExit(f"the coefficients differ by more than {AGREE}: no time counts")
    print(f"{'times less CPU than lifelines':44}{peer / (counting + fitting):9.1f}")


def by_lifelines(rows: pd.DataFrame) -> CoxPHFitter:
    raw = pd.get_dummies(rows, columns=list(GROUPS), dtype=float)
    raw = raw.drop(columns=[f"{name}_{values[0][0]}" for name, values in GROUPS.items()])
    return CoxPHFitter().fit(raw, "duration", "churned")


def made(n: int) -> pd.DataFrame:
    draw = np.random.default_rng(1)
    chosen = {name: draw.choice(len(of[0]), n, p=of[1]) for name, of in GROUPS.items()}
    log_rate = sum(np.array(GROUPS[name][2])[places] for name, places in chosen.items())
    stay = draw.exponential(900 * np.exp(-log_rate))
    until = draw.integers(1, LONGEST + 1, n)
    columns = {name: np.array(GROUPS[name][0])[places] for name, places in chosen.items()}
    days = np.minimum(np.ceil(stay), until)
    return pd.DataFrame({"duration": days, "churned": (np.ceil(stay) <= until) * 1, **columns})


def stored(rows: pd.DataFrame, folder: Path) -> Source:
    """The rows as a typed table in a Parquet file, as a dataset has them."""
    file = folder / "typed.parquet"
    typed = rows[["duration", "churned"]].copy()
    typed["row"] = np.arange(1, len(rows) + 1)
    for role in ("duration", "churned"):
        typed[f"{role}_problem"] = pd.Series([None] * len(rows), dtype="string")
    for name in GROUPS:
        typed[f"c:{name}"] = rows[name]
    typed.to_parquet(file)
    backend = cursor(open_locked([folder], scratch=folder / "scratch"))
    table: ibis.Table = backend.read_parquet(file)
    roles = (("duration", "duration"), ("churned", "churned"))
    return Source(table, Mapping("subscriptions", roles), "made", tuple(GROUPS), len(rows))


def timed(name: str, work: Callable[[], T]) -> tuple[T, float]:
    before, wall = cpu(), time.perf_counter()
    done = work()
    spent = cpu() - before
    print(f"{name:44}{spent:9.2f}{time.perf_counter() - wall:9.2f}", flush=True)
    return done, spent


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
