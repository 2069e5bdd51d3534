"""CPU seconds and memory from a CSV of ten million purchases to a typed table, beside polars.

    python benchmarks/load.py [FOLDER] [--rows N] [--runs N] [--peer PYTHON]

Writes a seeded file into FOLDER, unless it is there, then reads it to text, recognises it and types
it as the app does, each in a process of its own; imports are not counted. PYTHON is an interpreter
that has polars, where this one has not. Totals are compared before a time counts. Last it stops a
reading half way and sees that nothing stays. No test depends on a time.
"""

from __future__ import annotations

import argparse
import json
import os
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
ROWS = 10_000_000
CUSTOMERS = 1_000_000
SEED = 20_260_101
CHUNK = 500_000
PATIENCE = 0.5
"""Seconds into a reading at which it is stopped."""
ROLES = (("customer", "customer"), ("ordered", "ordered"), ("amount", "amount"))
TARGET = "target: at most 3 times the CPU of polars, and less than 1,000 MB"

Facts = dict[str, Any]


def main() -> None:
    """Run the steps, or one of them when this process is the child."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--rows", type=int, default=ROWS)
    words.add_argument("--runs", type=int, default=1)
    words.add_argument("--peer", default=sys.executable)
    words.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.step:
        print(json.dumps(STEPS[given.step](given.folder, given.rows)))
    elif given.folder:
        compare(given.folder, given)
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(Path(folder), given)


def compare(folder: Path, given: argparse.Namespace) -> None:
    """Print the table of steps, the ratio, and how a stopped reading ends."""
    folder.mkdir(parents=True, exist_ok=True)
    if not source(folder, given.rows).exists():
        child(sys.executable, "write", folder, given.rows)
    megabytes = source(folder, given.rows).stat().st_size / 1e6
    print(f"{given.rows:,} rows, {megabytes:,.0f} MB")
    print(f"{'step':26}{'CPU s':>8}{'wall s':>8}{'MB':>8}")
    measured: dict[str, Facts] = {}
    for step in ("read", "recognise", "type", "polars"):
        who = given.peer if step == "polars" else sys.executable
        runs = [child(who, step, folder, given.rows) for _ in range(given.runs)]
        if "missing" in runs[0]:
            print(f"{step:26}{runs[0]['missing']}")
            continue
        measured[step] = runs[0] | {
            key: median(run[key] for run in runs) for key in ("cpu", "wall", "peak")
        }
        show(step, measured[step])
    summary(measured)
    stopped = child(sys.executable, "stop", folder, given.rows)
    print(f"stopped after {stopped['wall']:.2f} s; files left: {stopped['left']}")


def summary(measured: dict[str, Facts]) -> None:
    """Print the sum of our two steps and, where totals are equal, the ratio to the peer."""
    ours = [measured["read"], measured["type"]]
    total = {key: sum(one[key] for one in ours) for key in ("cpu", "wall")}
    show("read + type", total | {"peak": max(one["peak"] for one in ours)})
    if "polars" not in measured:
        return
    totals, theirs = measured["type"]["totals"], measured["polars"]["totals"]
    if totals != theirs:
        raise SystemExit(f"totals differ: {totals} here, {theirs} in polars")
    rows, amount, customers = totals
    print(f"equal: {rows:,} rows, amount {amount:,.2f}, {customers:,} customers")
    print(f"CPU: {total['cpu'] / measured['polars']['cpu']:.2f} times polars ({TARGET})")


def show(step: str, facts: Facts) -> None:
    """Print one line of the table."""
    print(f"{step:26}{facts['cpu']:8.2f}{facts['wall']:8.2f}{facts['peak']:8.0f}", flush=True)


def child(python: str, step: str, folder: Path, rows: int) -> Facts:
    """What one step reports, run in a process of its own."""
    command = [python, str(Path(__file__).resolve()), str(folder), "--step", step]
    done = subprocess.run(
        [*command, "--rows", str(rows)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    facts: Facts = json.loads(done.stdout)
    return facts


def measured(work: Callable[[], object]) -> Facts:
    """CPU seconds, seconds, and the largest resident memory of this process so far (Linux)."""
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": wall, "peak": after.ru_maxrss * 1024 / 1e6}


def source(folder: Path, rows: int) -> Path:
    """The CSV."""
    return folder / f"purchases-{rows}.csv"


def write(folder: Path, rows: int) -> Facts:
    """Write the CSV: customer, ordered, amount, product, channel."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.csv as pacsv

    seeded = np.random.default_rng(SEED)
    products = pa.array([f"Product {one:03}" for one in range(400)])
    channels = pa.array(["web", "shop", "app", "phone"])
    part = source(folder, rows).with_suffix(".part")
    options = pacsv.WriteOptions(include_header=False, quoting_style="none")
    with part.open("wb") as file:
        file.write(b"customer,ordered,amount,product,channel\n")
        for first in range(0, rows, CHUNK):
            size = min(CHUNK, rows - first)
            who = seeded.integers(0, CUSTOMERS, size)
            cents = np.round(np.exp(seeded.normal(3.5, 0.9, size)) * 100).astype(np.int64)
            days = np.datetime64("2023-01-01") + seeded.integers(0, 1096, size)
            table = {
                "customer": pa.array(np.char.mod("C%07d", who)),
                "ordered": pa.array(days.astype("datetime64[D]")),
                "amount": pa.array(cents / 100),
                "product": products.take(pa.array(seeded.integers(0, 400, size))),
                "channel": channels.take(pa.array(seeded.integers(0, 4, size))),
            }
            pacsv.write_csv(pa.table(table), file, options)
    part.replace(source(folder, rows))
    return {}


def read(folder: Path, rows: int) -> Facts:
    """File to text columns."""
    from cxlib.read.load import read_file

    def work() -> None:
        found = read_file(source(folder, rows), name="purchases.csv", into=folder / "kept")
        if found.rows != rows or found.rejected:
            raise SystemExit(f"{found.rows} rows read, rejected: {found.rejected}")
        (folder / "text").unlink(missing_ok=True)
        (folder / "text").symlink_to(found.path)

    return measured(work)


def recognise(folder: Path, _: int) -> Facts:
    """Text columns to profile and guess."""
    from cxlib.columns.guess import guess
    from cxlib.columns.profile import read_profile

    backend = opened(folder)
    text = backend.read_parquet(folder.resolve() / "kept" / (folder / "text").readlink().name)
    columns = tuple(name for name in text.columns if name != "row")

    def work() -> None:
        found = guess(read_profile(text, columns), name="purchases.csv", titles={}, labels={})
        if not set(ROLES) <= set(found.mapping.roles):
            raise SystemExit(f"recognised as {found.mapping.roles}")

    return measured(work)


def type_(folder: Path, _: int) -> Facts:
    """Text columns to the typed table, as the workspace makes it."""
    from cxlib.columns.mapping import Mapping
    from cxlib.columns.typed import typed

    backend = opened(folder)
    text = backend.read_parquet(folder.resolve() / "kept" / (folder / "text").readlink().name)
    target = folder.resolve() / "kept" / "typed.parquet"
    mapping = Mapping("transactions", ROLES)
    facts = measured(lambda: typed(text, mapping).to_parquet(target, compression="zstd"))
    done = backend.read_parquet(target)
    amount = done.amount.sum().to_pyarrow().as_py() / 10_000
    customers = done.customer.nunique().to_pyarrow().as_py()
    dated = done.ordered.count().to_pyarrow().as_py()
    return facts | {"totals": [dated, round(amount, 2), customers]}


def opened(folder: Path) -> Any:
    """The engine as the app opens it."""
    from cxlib.engine.embedded import cursor, open_locked

    kept = folder.resolve() / "kept"
    return cursor(open_locked([kept], scratch=folder / "scratch"))


def polars(folder: Path, rows: int) -> Facts:
    """The peer: the file into memory, dates parsed."""
    try:
        import polars as pl  # type: ignore[import-not-found]
    except ImportError:
        return {"missing": "not installed here; --peer names an interpreter that has it"}
    frames: list[Any] = []
    facts = measured(lambda: frames.append(pl.read_csv(source(folder, rows), try_parse_dates=True)))
    (frame,) = frames
    dated = frame["ordered"].cast(pl.Date).count()
    totals = [dated, round(frame["amount"].sum(), 2), frame["customer"].n_unique()]
    return facts | {"totals": totals}


def stop(folder: Path, rows: int) -> Facts:
    """Stop a reading, and count the files that are left."""
    from cxlib.errors import Cancelled
    from cxlib.read.load import read_file

    into, begun = folder / "stopped", time.perf_counter()
    asked: list[float] = []

    def cancelled() -> bool:
        now = time.perf_counter()
        if now - begun > PATIENCE and not asked:
            asked.append(begun + PATIENCE)
        return bool(asked)

    try:
        read_file(source(folder, rows), name="purchases.csv", into=into, cancelled=cancelled)
    except Cancelled:
        wall = time.perf_counter() - asked[0]
        return {"wall": wall, "left": sum(1 for _ in into.rglob("*"))}
    raise SystemExit("the reading was done before it was stopped")


STEPS: dict[str, Callable[[Path, int], Facts]] = {
    "write": write,
    "read": read,
    "recognise": recognise,
    "type": type_,
    "polars": polars,
    "stop": stop,
}

if __name__ == "__main__":
    main()
