"""How often the 95 % intervals of purchase models hold the truth, in samples whose truth is known.

    python benchmarks/coverage_purchases.py [SAMPLES] [MODELS] [SIZES]

MODELS and SIZES are separated by commas.

Customers come within 12 of 39 weeks and buy by the published estimates of CDNOW (donors: six
yearly occasions). "exact" samples follow the model to the letter, "days" are counted in calendar
days as files are. Prints, for each interval, the share of samples (or of customers) whose interval
holds the truth, with the Monte Carlo error of that share; `!` marks shares outside 93 to 97 %,
`?` those that may only be so by chance.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.buyers import CDNOW, DONORS, SPENDING, WEEK, buyers, donors, joined  # noqa: E402
from benchmarks.coverage import mark  # noqa: E402
from cxlib.metrics.normal import z_of  # noqa: E402
from cxlib.models.bootstrap import Draws, ValueInterval, value_interval  # noqa: E402
from cxlib.models.customer_value import ValueEstimate, customer_value  # noqa: E402
from cxlib.models.gamma_gamma import SpendFit, fit_spend  # noqa: E402
from cxlib.models.purchase_fit import fit_purchases  # noqa: E402
from cxlib.models.purchase_model import PurchaseFit  # noqa: E402
from cxlib.stats.purchases import Histories  # noqa: E402

SAMPLES = 200
REFITS = 100
AHEAD = 39
SIZES = (500, 2_000)
MODELS = (*CDNOW, "bg-bb")
Z = z_of(0.95)
Held = Iterator[tuple[str, float | None]]
"""Name of an interval, and whether it holds the truth; None where there is no interval."""


def sample(rng: np.random.Generator, model: str, n: int, *, merged: bool) -> Histories:
    """Customers of a model whose parameters are known."""
    if model == "bg-bb":
        return donors(rng, DONORS, np.full(n, 6))
    return buyers(rng, model, CDNOW[model], joined(rng, n), AHEAD * WEEK, merged=merged)


def truth_of(fit: PurchaseFit, spend: SpendFit | None) -> tuple[PurchaseFit, SpendFit | None]:
    """The same models with the parameters that drew the customers."""
    planted = DONORS if fit.model == "bg-bb" else CDNOW[fit.model]
    names = [name for name, _ in fit.parameters]
    true = replace(fit, parameters=tuple(zip(names, planted, strict=True)), no_dropout=False)
    p, q, v = SPENDING
    return true, spend and replace(spend, p=p, q=q, v=v, mean=p * v / (q - 1))


def wald(fit: PurchaseFit | SpendFit, planted: tuple[float, ...], names: list[str]) -> Held:
    """Parameters, by limits in logs."""
    if fit.log_covariance is None:
        yield from ((name, None) for name in names)
        return
    errors = np.sqrt(np.diag(fit.log_covariance))
    apart = np.abs(fit.theta - np.log(planted)) <= Z * errors
    yield from zip(names, apart.astype(float).tolist(), strict=True)


def values(value: ValueEstimate, true: ValueEstimate, limits: ValueInterval) -> Held:
    """Totals, and the mean share over customers."""
    low, high = limits.purchases_low, limits.purchases_high
    yield "expected purchases, total", float(low <= true.total_purchases <= high)
    if limits.total_low is None or limits.low is None or true.clv is None:
        return
    assert limits.total_high is not None
    assert limits.high is not None
    yield "expected value, total", float(limits.total_low <= (true.total or 0) <= limits.total_high)
    inside = (limits.low <= true.clv) & (true.clv <= limits.high)
    again = value.p_alive < 1
    yield "expected value, a customer", float(inside.mean())
    yield "... who bought again", float(inside[again].mean()) if again.any() else None


def checked(rng: np.random.Generator, model: str, n: int, *, merged: bool) -> Held:
    """One sample: every interval, and whether it holds the truth."""
    rows = sample(rng, model, n, merged=merged)
    fit = fit_purchases(rows, model=model, unit_days=WEEK)
    spend = fit_spend(rows) if rows.spend.any() else None
    true, true_spend = truth_of(fit, spend)
    yield from wald(fit, tuple(value for _, value in true.parameters), list(dict(fit.parameters)))
    if spend is not None:
        yield from wald(spend, SPENDING, ["spend p", "spend q", "spend v"])
    ahead = 5 if model == "bg-bb" else AHEAD
    terms = {"horizon": ahead, "discount": 0.1 if spend else 0.0, "margin": 1.0}
    value = customer_value(fit, spend, rows, **terms)
    told = customer_value(true, true_spend, rows, **terms)
    limits = value_interval(value, rows, draws=Draws(refits=REFITS))
    yield from values(value, told, limits)


def main() -> None:
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    chosen = sys.argv[2].split(",") if len(sys.argv) > 2 else MODELS
    sizes = [int(n) for n in sys.argv[3].split(",")] if len(sys.argv) > 3 else SIZES
    for n in sizes:
        for model in chosen:
            for merged in (False,) if model == "bg-bb" else (False, True):
                rng = np.random.default_rng([n, int(merged), MODELS.index(model)])
                held: dict[str, list[float | None]] = {}
                for _ in range(samples):
                    for name, inside in checked(rng, model, n, merged=merged):
                        held.setdefault(name, []).append(inside)
                print(f"\n{model}, {'days' if merged else 'exact'}, n = {n:,}", flush=True)
                for name, found in held.items():
                    show(name, found)


def show(name: str, found: list[float | None]) -> None:
    """Share held, its Monte Carlo error, and samples without an interval."""
    known = np.array([one for one in found if one is not None])
    share, error = known.mean(), known.std() / np.sqrt(known.size)
    without = f"  {len(found) - known.size} without" if known.size < len(found) else ""
    print(f"{name:34}{share:8.1%}{mark(share, known.size)} +- {error:.1%}{without}", flush=True)


if __name__ == "__main__":
    main()
