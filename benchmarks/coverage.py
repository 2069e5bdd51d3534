"""How often the 95 % intervals of retention hold the truth, in samples whose truth is known.

    python benchmarks/coverage.py [SAMPLES]

Customers leave by an exponential and by two Weibull laws, and are watched for min(uniform on 0 to
40 months, 30 months). Times are exact, or counted in whole months as many files have them: a
departure in the month begun, a customer still there for the months completed. Prints a line for
each interval and number of customers, with the share of samples whose interval holds the truth;
`!` marks shares outside 93 to 97 %, and `?` those that may only be so by chance.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, inf, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.stats import binom

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cxlib.metrics.normal import z_of  # noqa: E402
from cxlib.metrics.shares import wilson  # noqa: E402
from cxlib.models.kaplan_meier import SurvivalAt, SurvivalCurve, kaplan_meier  # noqa: E402
from cxlib.models.rmst import rmst  # noqa: E402
from cxlib.stats.lives import Lives  # noqa: E402

Real = NDArray[np.float64]
Limits = tuple[float | None, float | None]

SIZES = (50, 300, 2_000)
SAMPLES = 1_000
TIMES = (3, 12, 24)
TAU = 24.0
LEAVES, WATCHED = 40.0, 30.0
LOW, HIGH = 0.93, 0.97
Z = z_of(0.95)


@dataclass(frozen=True)
class Law:
    """Departures after a Weibull time; a shape of 1 is exponential."""

    name: str
    scale: float
    shape: float = 1.0

    def draw(self, rng: np.random.Generator, n: int) -> Real:
        """Times of `n` customers, months."""
        return self.scale * rng.weibull(self.shape, n)

    def survival(self, time: float) -> float:
        """Share still there."""
        return float(np.exp(-((time / self.scale) ** self.shape)))

    def median(self, *, whole: bool) -> float:
        """When half have left; the month in which they have, where months are counted."""
        exact = self.scale * np.log(2) ** (1 / self.shape)
        return float(ceil(exact) if whole else exact)

    def mean(self, *, whole: bool) -> float:
        """Mean time before `TAU`."""
        if whole:
            return sum(self.survival(k) for k in range(int(TAU)))
        return float(quad(self.survival, 0, TAU)[0])


LAWS = (
    Law("exponential", 12.0),
    Law("Weibull 0.7", 16.0, 0.7),
    Law("Weibull 1.6", 12.0, 1.6),
)


def sample(law: Law, n: int, rng: np.random.Generator, *, whole: bool) -> Lives:
    """Customers of a law, some of whom are still there when last seen."""
    stay = law.draw(rng, n)
    seen = np.minimum(rng.uniform(0, LEAVES, n), WATCHED)
    if whole:
        stay, seen = np.ceil(stay), np.floor(seen)
    left = stay <= seen
    rows = zip(np.minimum(stay, seen).tolist(), left.tolist(), strict=True)
    return Lives.of((time, int(gone), int(not gone)) for time, gone in rows)


def median_limits(curve: SurvivalCurve) -> Limits:
    """Limits of the median; what the curve does not reach is later than all follow-up."""
    low = curve.longest if curve.median_low is None else curve.median_low
    return low, inf if curve.median_high is None else curve.median_high


def mean_limits(curve: SurvivalCurve) -> dict[str, Limits]:
    """Limits of the restricted mean as the app gives them, and by transforms of mean / tau."""
    if not curve.reaches(TAU):
        return {}
    found = rmst(curve, tau=TAU)
    share, se = found.value / TAU, sqrt(found.variance) / TAU
    if se == 0 or not 0 < share < 1:
        return {"mean to 24": (None, None)}
    log_log, logit = np.log(-np.log(share)), np.log(share / (1 - share))
    step = Z * se / (share * -np.log(share))
    turn = Z * se / (share * (1 - share))
    return {
        "mean to 24": (found.low, found.high),
        "  plain normal": (TAU * (share - Z * se), TAU * (share + Z * se)),
        "  by log(-log) of mean / 24": (
            TAU * float(np.exp(-np.exp(log_log + step))),
            TAU * float(np.exp(-np.exp(log_log - step))),
        ),
        "  by logit of mean / 24": (
            TAU / (1 + float(np.exp(turn - logit))),
            TAU / (1 + float(np.exp(-turn - logit))),
        ),
    }


def difference_limits(one: SurvivalAt, other: SurvivalAt) -> dict[str, Limits]:
    """Limits of the difference of two curves at a time: from their own limits, and Wald's."""
    if None in (one.low, one.high, other.low, other.high):
        return {"difference at 12": (None, None)}
    gap = one.survival - other.survival
    below = sqrt((one.survival - one.low) ** 2 + (other.high - other.survival) ** 2)
    above = sqrt((one.high - one.survival) ** 2 + (other.survival - other.low) ** 2)
    wald = Z * sqrt(spread(one) + spread(other))
    return {
        "difference at 12": (gap - below, gap + above),
        "  plain normal": (gap - wald, gap + wald),
    }


def spread(at: SurvivalAt) -> float:
    """Greenwood's variance, back from log-log limits."""
    wide = np.log(-np.log(at.low)) - np.log(-np.log(at.high))
    return float((wide / (2 * Z) * at.survival * np.log(at.survival)) ** 2)


def intervals(law: Law, n: int, rng: np.random.Generator, *, whole: bool) -> Iterator[
    tuple[str, Limits, float]
]:  # fmt: skip
    """One sample: each interval's name, its limits and the truth."""
    curve = kaplan_meier(sample(law, n, rng, whole=whole))
    for time in TIMES:
        at = curve.at(time)
        if at.survival is not None:
            yield f"survival at {time}", (at.low, at.high), law.survival(time)
    yield "median", median_limits(curve), law.median(whole=whole)
    for name, limits in mean_limits(curve).items():
        yield name, limits, law.mean(whole=whole)
    rival = LAWS[0]
    at = kaplan_meier(sample(rival, n, rng, whole=whole)).at(12)
    mine = curve.at(12)
    if mine.survival is not None and at.survival is not None:
        truth = law.survival(12) - rival.survival(12)
        for name, limits in difference_limits(mine, at).items():
            yield ("difference at 12" if name[0] == "d" else f"{name} "), limits, truth


def covered(law: Law, n: int, *, whole: bool, samples: int) -> dict[str, tuple[float, int]]:
    """Share of samples whose interval holds the truth, and samples with an interval, by name."""
    rng = np.random.default_rng([n, int(whole), LAWS.index(law)])
    held: dict[str, list[bool]] = {}
    for _ in range(samples):
        for name, (low, high), truth in intervals(law, n, rng, whole=whole):
            if low is not None and high is not None:
                held.setdefault(name, []).append(low - 1e-9 <= truth <= high + 1e-9)
    return {name: (float(np.mean(found)), len(found)) for name, found in held.items()}


def cell_coverage(n: int, share: float, limits: Callable[..., Limits] = wilson) -> float:
    """Chance that the limits of a cohort's cell hold its share: exact, over all counts."""
    counts = np.arange(n + 1)
    inside = [low <= share <= high for low, high in (limits(k / n, n) for k in counts)]
    return float(binom.pmf(counts, n, share)[inside].sum())


def mark(share: float, samples: float) -> str:
    """`!` outside the band, `?` where that may be by chance; blank inside."""
    if LOW <= share <= HIGH:
        return " "
    error = 2 * sqrt(share * (1 - share) / samples)
    return "!" if share + error < LOW or share - error > HIGH else "?"


def main() -> None:
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    for whole in (False, True):
        for law in LAWS:
            print(f"\n{law.name}, {'whole months' if whole else 'exact times'}")
            columns = [covered(law, n, whole=whole, samples=samples) for n in SIZES]
            print(f"{'':34}" + "".join(f"{f'n = {n:,}':>12}" for n in SIZES))
            for name in columns[0]:
                row = [column.get(name, (float("nan"), 0)) for column in columns]
                cells = [f"{share:>11.1%}{mark(share, max(m, 1))}" for share, m in row]
                print(f"{name:34}" + "".join(cells), flush=True)
    print(f"\n{'cohort cell, Wilson':34}" + "".join(f"{f'n = {n:,}':>12}" for n in SIZES))
    for share in (0.05, 0.2, 0.5, 0.9):
        cells = [cell_coverage(n, share) for n in SIZES]
        row = "".join(f"{one:>11.1%}{mark(one, inf)}" for one in cells)
        print(f"{f'share {share:.0%}':34}{row}")
    average = [np.mean([cell_coverage(n, p) for p in np.linspace(0.02, 0.98, 97)]) for n in SIZES]
    row = "".join(f"{one:>11.1%}{mark(one, inf)}" for one in average)
    print(f"{'mean over shares 2 to 98%':34}{row}")


if __name__ == "__main__":
    main()
