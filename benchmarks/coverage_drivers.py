"""How often the limits of driver shares hold the truth when customers answer several times.

    python benchmarks/coverage_drivers.py [SAMPLES]

Each sample has CUSTOMERS customers with 1, 3 or 10 answers; ratings and score share a part that
stays with the customer (intraclass correlation ICC). The truth is the share in a very large sample.
Each sample is weighed twice: as if every answer were a customer's only one, and with customers
known, in the same 256 groups that a file's customers fall into. No test depends on it.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cxlib.models.drivers import drivers
from cxlib.stats.cross_products import CrossProducts

CUSTOMERS, ICC = 400, 0.4
NAMES = ("score", "speed", "price", "staff")
SLOPES = np.array([0.8, 0.5, 0.2])
POPULATION = 400_000


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("samples", type=int, nargs="?", default=400)
    samples = words.parse_args().samples
    cases = ((3, ICC, False), (10, ICC, False), (3, ICC, True), (1, 0.0, True))
    for answers, icc, binary in cases:
        told(samples, answers, icc, binary=binary)


def told(samples: int, answers: int, icc: float, *, binary: bool) -> None:
    rows, _ = made(POPULATION, answers, icc, seed=0, binary=binary)
    truth = values(drivers(of(rows, None)))
    held = {"each answer alone": [], "customers known": []}
    for seed in range(1, samples + 1):
        rows, party = made(CUSTOMERS, answers, icc, seed=seed, binary=binary)
        for name, groups in zip(held, (None, party), strict=True):
            found = drivers(of(rows, groups), seed=seed)
            inside = [
                (
                    one.low <= truth[one.name][0] <= one.high,
                    one.performance_low <= truth[one.name][1] <= one.performance_high,
                )
                for one in found.drivers
            ]
            held[name].append(np.mean(inside, axis=0))
    kind = "yes or no" if binary else "a score"
    print(f"{CUSTOMERS} customers, {answers} answers each, ICC {icc}, outcome: {kind}")
    for name, inside in held.items():
        shares, means = np.mean(inside, axis=0)
        print(f"  {name:20} limits of shares hold {shares:.1%}, limits of means {means:.1%}")


def made(
    customers: int, answers: int, icc: float, *, seed: int, binary: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Rows of score and ratings, and the group of customers of each."""
    draw = np.random.default_rng(seed)

    def alike(columns: int) -> np.ndarray:
        own = np.repeat(draw.normal(size=(customers, columns)), answers, axis=0)
        return np.sqrt(icc) * own + np.sqrt(1 - icc) * draw.normal(
            size=(customers * answers, columns)
        )

    x = np.clip(np.rint(3.5 + 0.5 * alike(1) + 0.8 * alike(3)), 1, 5)
    y = (x - 3.5) @ SLOPES + 1.2 * alike(1)[:, 0]
    y = (y > 0).astype(float) if binary else np.clip(np.rint(6 + 1.5 * y), 0, 10)
    digits = [hashlib.md5(f"c{one}".encode()).hexdigest()[:2] for one in range(customers)]
    party = np.repeat([int(one, 16) for one in digits], answers)
    return np.column_stack([y, x]), party


def of(rows: np.ndarray, party: np.ndarray | None) -> CrossProducts:
    keyed = rows if party is None else np.column_stack([rows, party])
    cells, times = np.unique(keyed, axis=0, return_counts=True)
    groups = None if party is None else cells[:, -1].astype(np.int64)
    return CrossProducts.of(NAMES, cells[:, : len(NAMES)], times, party=groups)


def values(found: object) -> dict[str, tuple[float, float]]:
    return {one.name: (one.share, one.performance) for one in found.drivers}


if __name__ == "__main__":
    main()
