"""CPU seconds of the drivers of a score from a file, against pandas and least squares.

    python benchmarks/drivers.py [ROWS]

ROWS answers (5,000,000 by default) of a 0-10 score and eight ratings from 1 to 5, each of another
customer, in a Parquet file. Ours reads cross-products in the engine and weighs the drivers (all
255 subsets) with limits; the recipe reads the file with pandas and fits one regression by numpy.
R2 has to agree before a time counts. No test depends on a time.
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
import pyarrow as pa
import pyarrow.parquet as pq
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.models.drivers import drivers
from cxlib.stats.cross_products import read_cross_products
from cxlib.stats.groups import TOTAL
from cxlib.tables.source import Source

RATINGS = tuple(f"rating_{place}" for place in range(1, 9))
SLOPES = np.linspace(0.9, 0.1, 8)
AGREE = 1e-9
T = TypeVar("T")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rows", type=int, nargs="?", default=5_000_000)
    rows = words.parse_args().rows
    with TemporaryDirectory() as folder, threadpool_limits(2):
        source, file = stored(rows, Path(folder))
        print(f"{'step':44}{'CPU s':>9}{'wall s':>9}")
        table, reading = timed(
            "cross-products", lambda: read_cross_products(source, columns=("nps", *RATINGS))
        )
        found, weighing = timed("shares and limits", lambda: drivers(table.groups[TOTAL]))
        r2, peer = timed("pandas and numpy.linalg.lstsq", lambda: by_rows(file))
    print(f"{'difference of R2':44}{found.r2 - r2:9.1e}")
    if abs(found.r2 - r2) > AGREE:
        raise SystemExit(f"R2 differs by more than {AGREE}: no time counts")
    print(f"{'times less CPU than the recipe':44}{peer / (reading + weighing):9.1f}")


def by_rows(file: Path) -> float:
    """R2 of one regression on the rows themselves; its shares would take 254 more."""
    rows = pd.read_parquet(file, columns=["nps", *RATINGS]).dropna()
    y = rows["nps"].to_numpy(float)
    x = np.column_stack([np.ones(len(rows)), rows[list(RATINGS)].to_numpy(float)])
    left = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    return float(1 - (left @ left) / ((y - y.mean()) ** 2).sum())


def stored(n: int, folder: Path) -> tuple[Source, Path]:
    """The rows as a typed table in a Parquet file, as a dataset has them."""
    draw = np.random.default_rng(1)
    common = draw.normal(size=n)
    x = [np.clip(np.rint(3.4 + 0.6 * common + draw.normal(size=n)), 1, 5) for _ in RATINGS]
    y = sum(slope * (one - 3.4) for slope, one in zip(SLOPES, x, strict=True))
    score = np.clip(np.rint(6.5 + 0.6 * y + 1.5 * draw.normal(size=n)), 0, 10)
    cells = dict(zip(("nps", *RATINGS), (score, *x), strict=True))
    columns = {"row": pa.array(np.arange(1, n + 1))}
    for name, values in cells.items():
        blank = draw.random(n) < 0.01
        columns[name] = pa.array(values.astype(np.int8), mask=blank)
        columns[f"{name}_problem"] = pa.array(np.where(blank, f"{name} is blank", None), "string")
        columns[f"c:{name}"] = columns[name].cast("string")
    columns["customer"] = pa.array(np.char.add("c", np.arange(n).astype(str)))
    columns["customer_problem"] = pa.nulls(n, "string")
    columns["c:customer"] = columns["customer"]
    file = folder / "typed.parquet"
    pq.write_table(pa.table(columns), file)
    backend = cursor(open_locked([folder], scratch=folder / "scratch"))
    table: ibis.Table = backend.read_parquet(file)
    numbered = tuple(("rating", name) for name in RATINGS)
    roles = (("nps", "nps"), ("customer", "customer"), *numbered)
    names = ("nps", *RATINGS, "customer")
    return Source(table, Mapping("survey", roles), "made", names, n), file


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
