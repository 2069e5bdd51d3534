"""Purchase models beside lifetimes and pymc-marketing: likelihoods first, then CPU seconds.

    python benchmarks/btyd.py [FOLDER] [--lifetimes PYTHON] [--marketing PYTHON] [--only NAMES]
        [--runs N]

Draws customers with the published parameters of CDNOW, and purchases of a shop, with a seed. A
peer is fitted by its own interpreter (`btyd_peer.py`); without one its columns say "not run". All
log-likelihoods are by the same formula, and a peer's time counts only where ours is not lower by
more than a millionth. CPU seconds are medians, by default of three, of the work alone: both begin
with rows, or both with distinct tuples and their counts, in memory; our summary scans its file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.buyers import CDNOW, buyers, joined  # noqa: E402
from cxlib.columns.mapping import Mapping  # noqa: E402
from cxlib.engine.embedded import cursor, open_locked  # noqa: E402
from cxlib.models.bootstrap import Draws, value_interval  # noqa: E402
from cxlib.models.customer_value import ValueEstimate, customer_value  # noqa: E402
from cxlib.models.gamma_gamma import SpendLikelihood, fit_spend, paid_rows  # noqa: E402
from cxlib.models.purchase_fit import fit_purchases  # noqa: E402
from cxlib.models.purchase_model import PROCESSES, PurchaseFit  # noqa: E402
from cxlib.models.refits import Refit  # noqa: E402
from cxlib.models.tuples import distinct_tuples  # noqa: E402
from cxlib.stats.asked import read_purchase_book  # noqa: E402
from cxlib.stats.purchases import MONEY, Histories  # noqa: E402
from cxlib.tables.source import Source  # noqa: E402

RUNS = 3
SEED = 20_260_301
MEMORY = "1GB"
MANY, FEW = 1_000_000, 100_000
ROWS = 10_000_000
LOWER = 1e-6
"""How far, of its size, our log-likelihood may lie below a peer's."""
SAME = 1e-9
REFITS = 200
WEEK = 7
NOT_RUN = "not run"
ROLES = (("customer", "customer"), ("ordered", "ordered"), ("amount", "amount"))
PURCHASES = """
    select i + 1 as row, 'C' || lpad((hash(i + {seed}) % {people})::varchar, 7, '0') as customer,
        null::varchar as customer_problem,
        timestamp '2023-01-01' + to_seconds((hash(i * 3 + 1) % (
            86400 * (1 + 900 * ((hash(hash(i + {seed}) % {people}) % 100) / 100.0)::double)::int
        ))::bigint) as ordered,
        null::varchar as ordered_problem,
        (10000 + hash(i * 7 + 2) % 900000)::bigint as amount, null::varchar as amount_problem
    from range({rows}) as t(i)
"""
T = TypeVar("T")


@dataclass(frozen=True)
class Peers:
    """Interpreters of the peers, None where there is none, and the folder of their data."""

    folder: Path
    lifetimes: str | None
    marketing: str | None
    runs: int

    def run(self, step: str, python: str | None) -> dict[str, Any] | None:
        """What a peer found and took; None without its interpreter."""
        if python is None:
            return None
        script = str(Path(__file__).with_name("btyd_peer.py"))
        command = [python, script, step, str(self.folder), str(self.runs)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{step}: {done.stderr[-2000:]}")
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def timed(work: Callable[[], T], runs: int = RUNS) -> tuple[T, float]:
    """The result, and the median of the CPU seconds of all threads."""
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        found = work()
        seconds.append(time.process_time() - began)
    return found, sorted(seconds)[len(seconds) // 2]


def line(name: str, ours: float, peer: str = "", target: float | None = None, **more: Any) -> None:
    """One row of the table: ours, the peer and the ratio, and whether the target is met."""
    theirs = more.get("theirs")
    ratio = None if theirs is None else theirs / ours
    cells = f"{name:34}{ours:9.3f}  {peer:34}"
    if ratio is not None:
        cells += f"{theirs:9.2f}{ratio:8.1f}"
        if target is not None:
            cells += f"  {'met' if ratio >= target else 'MISSED'} (at least {target:g})"
    elif more.get("within") is not None:
        met = "met" if ours <= more["within"] else "MISSED"
        cells += f"{'':17}  {met} (at most {more['within']:g} s)"
    else:
        cells += f"{NOT_RUN:>9}"
    print(cells, flush=True)


def summary(peers: Peers) -> None:
    """Recency, frequency and money of a million customers, from ten million purchases."""
    path = peers.folder / "purchases.parquet"
    if not path.exists():
        query = PURCHASES.format(seed=SEED, people=MANY, rows=ROWS)
        with duckdb.connect(config={"memory_limit": "2GB", "threads": "2"}) as engine:
            engine.execute(f"copy ({query}) to '{path}' (format parquet)")
    engine = open_locked([peers.folder], scratch=peers.folder / "scratch", memory=MEMORY)

    def read(*, customers: bool) -> Histories:
        table = cursor(engine).read_parquet(path)
        source = Source(table, Mapping("transactions", ROLES), "purchases", (), ROWS)
        return read_purchase_book(source, customers=customers).histories

    _, counted = timed(lambda: read(customers=False), peers.runs)
    single, listed = timed(lambda: read(customers=True), peers.runs)
    both = (("lifetimes", peers.lifetimes), ("marketing", peers.marketing))
    for name, python in both:
        found = peers.run(f"rfm-{name}", python)
        label = f"{name} summary" if found is None else found["version"]
        if found is not None:
            equal(single, Path(found["path"]))
        theirs = None if found is None else found["cpu"]
        line("RFM 10M rows, counted histories", counted, label, 4, theirs=theirs)
        line("RFM 10M rows, one a customer", listed, label, theirs=theirs)


def equal(mine: Histories, path: Path) -> None:
    """Stop unless the peer has the same customers with the same histories."""
    rows = pq.read_table(path)
    column = {name: rows[name].to_numpy() for name in ("frequency", "recency", "T")}
    if rows["customer"].to_pylist() != list(mine.customers or ()):
        raise SystemExit("the customers differ")
    pairs = ((mine.frequency, "frequency"), (mine.recency, "recency"), (mine.age, "T"))
    if any((ours != column[name]).any() for ours, name in pairs):
        raise SystemExit("the histories differ")
    money = rows["monetary_value"].to_numpy()
    if np.abs(mine.mean_value - money).max() > SAME * money.max():
        raise SystemExit("the amounts differ")


def drawn(n: int) -> Histories:
    """Customers like those of CDNOW, who came within 12 of 39 weeks."""
    rng = np.random.default_rng(SEED)
    return buyers(rng, "bg-nbd", CDNOW["bg-nbd"], joined(rng, n))


def shortened(rows: Histories) -> Histories:
    """The same as distinct tuples with counts, without spend."""
    parts = np.stack([rows.frequency, rows.recency, rows.age], axis=1)
    short, n = np.unique(parts, axis=0, return_counts=True)
    x, recency, age = np.ascontiguousarray(short.T)
    return Histories(x, recency, age, np.zeros_like(x), n)


def written(path: Path, rows: Histories) -> None:
    """The same for the peers."""
    names = ("frequency", "recency", "age", "spend", "n")
    pq.write_table(pa.table({name: getattr(rows, name) for name in names}), path)


def likelihood(model: str, rows: Histories, values: list[float]) -> float:
    """Log-likelihood of any parameters, by one formula."""
    tuples, _ = distinct_tuples(rows, WEEK)
    return PROCESSES[model].likelihood(tuples).value(np.log(values), tuples.n)[0]


def beside(
    name: str,
    fit: PurchaseFit,
    rows: Histories,
    took: float,
    given: tuple[dict[str, Any] | None, float | None],
) -> None:
    """A fit beside a peer's: likelihoods, then the ratio of times."""
    found, target = given
    if found is None:
        line(name, took)
        return
    compare(name, fit.log_likelihood, likelihood(fit.model, rows, found["parameters"]))
    line(name, took, found["version"], target, theirs=found["cpu"])


def compare(name: str, ours: float, theirs: float) -> None:
    """Stop where our log-likelihood is the lower one."""
    if ours < theirs - LOWER * abs(theirs):
        raise SystemExit(f"{name}: log-likelihood {ours} is below {theirs}; no time counts")
    print(f"{name}: log-likelihood {ours:,.4f}, theirs {theirs - ours:+.2g}")


def fits(peers: Peers, n: int, rows: Histories) -> None:
    """BG/NBD of many and of a hundred thousand customers, Pareto/NBD, spend."""
    short = shortened(rows)
    written(peers.folder / "buyers.parquet", rows)
    written(peers.folder / "tuples.parquet", short)
    print(f"{n:,} customers, {rows.repeaters:,} bought again, {short.n.size:,} distinct tuples")
    name, few = f"BG/NBD {n:,}", n == FEW
    fit, took = timed(lambda: fit_purchases(rows, model="bg-nbd", unit_days=WEEK))
    found = peers.run("bg", peers.lifetimes)
    beside(f"{name}, rows", fit, rows, took, (found, 30 if few else 50))
    if few:
        found = peers.run("map", peers.marketing)
        beside(f"{name}, rows", fit, rows, took, (found, None))
    fit, took = timed(lambda: fit_purchases(short, model="bg-nbd", unit_days=WEEK))
    found = peers.run("bg-weights", peers.lifetimes)
    beside(f"{name}, tuples", fit, rows, took, (found, 10 if few else None))
    if few:
        fit, took = timed(lambda: fit_purchases(short, model="pareto-nbd", unit_days=WEEK))
        found = peers.run("pareto-weights", peers.lifetimes)
        beside(f"Pareto/NBD {n:,}, tuples", fit, rows, took, (found, 6))
        spend(peers, rows)


def spend(peers: Peers, rows: Histories) -> None:
    """Gamma-Gamma of the repeat buyers."""
    fit, took = timed(lambda: fit_spend(rows))
    found = peers.run("spend", peers.lifetimes)
    name = f"Gamma-Gamma {fit.n:,}, rows"
    if found is None:
        line(name, took)
        return
    used = paid_rows(rows)
    bound = SpendLikelihood.of(rows.frequency[used].astype(float), rows.spend[used] / MONEY)
    theirs = bound.value(np.log(found["parameters"]), rows.n[used].astype(float))[0]
    compare(name, fit.log_likelihood, theirs)
    line(name, took, found["version"], 2, theirs=found["cpu"])


def valued(rows: Histories) -> ValueEstimate:
    """Both models, and a year of value."""
    fit = fit_purchases(rows, model="bg-nbd", unit_days=WEEK)
    terms = {"horizon": 52, "discount": 0.1, "margin": 1.0}
    return customer_value(fit, fit_spend(rows), rows, **terms)


def refits(fit: PurchaseFit, rows: Histories) -> None:
    """200 fits to customers drawn anew."""
    rng = np.random.default_rng(SEED)
    tuples, _ = distinct_tuples(rows, WEEK)
    share = tuples.n / tuples.n.sum()
    again = Refit.of(fit.process.likelihood(tuples).value, fit.theta, tuples.n)
    for _ in range(REFITS):
        again(rng.multinomial(rows.total, share).astype(float))


def intervals(rows: Histories) -> None:
    """Refits and the whole interval of the value of a hundred thousand customers."""
    value = valued(rows)
    _, took = timed(lambda: refits(value.fit, rows))
    line(f"{REFITS} refits of BG/NBD {rows.total:,}", took, within=2)
    draws = Draws(refits=REFITS)
    _, took = timed(lambda: value_interval(value, rows, each=False, draws=draws))
    line("interval of the total", took, within=5)
    _, took = timed(lambda: value_interval(value, rows, draws=draws))
    line("... and of each customer", took, within=5)


def listed(rows: Histories) -> None:
    """A million customers: P(alive), purchases, value, and its limits one by one."""
    fit, spend_fit = fit_purchases(rows, model="bg-nbd", unit_days=WEEK), fit_spend(rows)
    terms = {"horizon": 52, "discount": 0.1, "margin": 1.0}
    value, took = timed(lambda: customer_value(fit, spend_fit, rows, **terms))
    line(f"list of {rows.total:,}, without limits", took, within=5)
    _, more = timed(lambda: value_interval(value, rows), 1)
    line("... with limits of each", took + more, within=5)


def main() -> None:
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--lifetimes", metavar="PYTHON")
    words.add_argument("--marketing", metavar="PYTHON")
    words.add_argument("--runs", type=int, default=RUNS)
    words.add_argument("--only", default="rfm,fits,many,interval,list")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = (given.folder or Path(spare)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        peers = Peers(folder, given.lifetimes, given.marketing, given.runs)
        print(f"{'work':34}{'CPU s':>9}  {'peer':34}{'CPU s':>9}{'ratio':>8}")
        few, many = lambda: drawn(FEW), lambda: drawn(MANY)
        steps: dict[str, Callable[[], None]] = {
            "rfm": lambda: summary(peers),
            "fits": lambda: fits(peers, FEW, few()),
            "many": lambda: fits(peers, MANY, many()),
            "interval": lambda: intervals(few()),
            "list": lambda: listed(many()),
        }
        for name in given.only.split(","):
            steps[name]()


if __name__ == "__main__":
    main()
