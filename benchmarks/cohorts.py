"""CPU and wall seconds of a cohort table over many purchases, beside a pandas recipe.

    python benchmarks/cohorts.py [FOLDER] [--rows N] [--runs N]

Writes a seeded Parquet file into FOLDER, unless it is there, then counts the months in which
customers came back, once as the app does and once with pandas, each in a process of its own;
imports are not counted. Ours includes the scan of the file, pandas reads it before its clock
starts. The tables have to be equal before a time counts. No test depends on a time.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ROWS, CUSTOMERS, SEED = 10_000_000, 1_000_000, 20_260_301
MEMORY = "1GB"
TARGET = "target: at least 4 times less CPU than pandas 2.3"

Facts = dict[str, Any]


def source(folder: Path, rows: int) -> Path:
    """The file of purchases as the app types it."""
    return folder / f"purchases_{rows}.parquet"


def write(folder: Path, rows: int) -> Facts:
    """A seeded file: a tenth as many customers as rows, three years, text keys."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    draw = np.random.default_rng(SEED)
    people = max(1, CUSTOMERS * rows // ROWS)
    who = draw.integers(0, people, rows)
    start = draw.integers(0, 900, people)[who]
    day = np.minimum(start + draw.exponential(120, rows).astype(np.int64), 1095)
    second = draw.integers(0, 86_400, rows)
    moment = np.datetime64("2023-01-01T00:00:00") + day * np.timedelta64(1, "D")
    moment = (moment + second * np.timedelta64(1, "s")).astype("datetime64[us]")
    blank = pa.nulls(rows, pa.string())
    table = {
        "row": pa.array(np.arange(1, rows + 1)),
        "customer": pa.array(np.char.mod("C%07d", who)),
        "customer_problem": blank,
        "ordered": pa.array(moment),
        "ordered_problem": blank,
    }
    pq.write_table(pa.table(table), source(folder, rows), row_group_size=500_000)
    return {}


def ours(folder: Path, rows: int) -> Facts:
    """The counts as the app makes them, scan included."""
    from cxlib.columns.mapping import Mapping
    from cxlib.engine.embedded import cursor, open_locked
    from cxlib.metrics.cohorts import cohort_table
    from cxlib.stats.cohort_grid import CohortGrid
    from cxlib.stats.cohorts import read_cohorts
    from cxlib.stats.groups import TOTAL
    from cxlib.tables.source import Source

    engine = open_locked([folder], scratch=folder / "scratch", memory=MEMORY)
    mapping = Mapping("transactions", (("customer", "customer"), ("ordered", "ordered")))
    grid = CohortGrid("month", tuple(range(13)))
    start = clocks()
    table = cursor(engine).read_parquet(source(folder, rows))
    book = read_cohorts(Source(table, mapping, "purchases", (), rows), grid)
    cohort_table(book.counts[TOTAL], grid, end=book.end)
    spent = since(start)
    cells = [[str(cohort), k, n] for cohort, k, n in book.counts[TOTAL].active]
    return spent | {"cells": cells}


def pandas(folder: Path, rows: int) -> Facts:
    """The usual recipe: months, the first one by customer, the distance, a count of customers."""
    import pandas as pd

    table = pd.read_parquet(source(folder, rows), columns=["customer", "ordered"])
    start = clocks()
    table["month"] = table.ordered.dt.to_period("M")
    table["cohort"] = table.groupby("customer").month.transform("min")
    apart = (table.month.dt.year - table.cohort.dt.year) * 12
    table["offset"] = apart + table.month.dt.month - table.cohort.dt.month
    found = table.groupby(["cohort", "offset"]).customer.nunique()
    spent = since(start)
    cells = [[str(at.start_time.date()), int(k), int(n)] for (at, k), n in found.items()]
    return spent | {"cells": cells, "version": pd.__version__}


def clocks() -> tuple[float, float]:
    """CPU and wall clock now."""
    return time.process_time(), time.perf_counter()


def since(start: tuple[float, float]) -> Facts:
    """Seconds on both clocks since then, and the peak of memory in MB."""
    cpu, wall = clocks()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cpu": cpu - start[0], "wall": wall - start[1], "peak": peak}


STEPS: dict[str, Callable[[Path, int], Facts]] = {"write": write, "ours": ours, "pandas": pandas}


def child(step: str, folder: Path, rows: int) -> Facts:
    """One step in a process of its own."""
    command = [sys.executable, __file__, str(folder), "--rows", str(rows), "--step", step]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: Facts = json.loads(done.stdout)
    return found


def compare(folder: Path, rows: int, runs: int) -> None:
    """Print both passes and their ratio, where their tables are equal."""
    folder.mkdir(parents=True, exist_ok=True)
    if not source(folder, rows).exists():
        child("write", folder, rows)
    megabytes = source(folder, rows).stat().st_size / 1e6
    print(f"{rows:,} rows, {megabytes:,.0f} MB")
    print(f"{'pass':16}{'CPU s':>8}{'wall s':>8}{'MB':>8}", flush=True)
    found: dict[str, Facts] = {}
    for step in ("ours", "pandas"):
        each = [child(step, folder, rows) for _ in range(runs)]
        middle = {key: median(one[key] for one in each) for key in ("cpu", "wall", "peak")}
        found[step] = each[0] | middle
        print(
            f"{step:16}{middle['cpu']:8.1f}{middle['wall']:8.1f}{middle['peak']:8.0f}", flush=True
        )
    if sorted(found["ours"]["cells"]) != sorted(found["pandas"]["cells"]):
        raise SystemExit("the two tables differ")
    ratio = {key: found["pandas"][key] / found["ours"][key] for key in ("cpu", "wall")}
    version = found["pandas"]["version"]
    print(
        f"equal tables; pandas {version} takes {ratio['cpu']:.1f} times the CPU and "
        f"{ratio['wall']:.1f} times the wall clock ({TARGET})"
    )


def main() -> None:
    """Compare both, or run one step when this process is the child."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--rows", type=int, default=ROWS)
    words.add_argument("--runs", type=int, default=1)
    words.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.step:
        print(json.dumps(STEPS[given.step](given.folder, given.rows)))
    elif given.folder:
        compare(given.folder.resolve(), given.rows, given.runs)
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(Path(folder).resolve(), given.rows, given.runs)


if __name__ == "__main__":
    main()
