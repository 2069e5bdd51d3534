"""Customers who buy, spend and drop out by models whose parameters are known."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cxlib.stats.purchases import MONEY, Histories  # noqa: E402

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

CDNOW = {
    "bg-nbd": (0.243, 4.414, 0.793, 2.426),
    "mbg-nbd": (0.525, 6.183, 0.891, 1.614),
    "pareto-nbd": (0.553, 10.578, 0.606, 11.669),
}
"""Published estimates for CDNOW, in weeks."""
DONORS = (1.204, 0.750, 0.657, 2.783)
"""The same of BG/BB for yearly donations."""
SPENDING = (6.25, 3.74, 15.44)
"""The same of Gamma-Gamma for CDNOW, in dollars."""
WEEK = 7


@dataclass(frozen=True)
class Lived:
    """Days from the first purchase: the process of each customer, drawn once."""

    rate: Real
    ends: Real
    chances: Real


def lives(
    rng: np.random.Generator, model: str, parameters: Sequence[float], customers: int
) -> Lived:
    """Purchase rates a day, days until drop-out, and purchases until drop-out."""
    r, alpha, third, fourth = parameters
    rate = rng.gamma(r, 1 / alpha, customers) / WEEK
    never = np.full(customers, np.inf)
    if model == "pareto-nbd":
        ends = WEEK * rng.exponential(1 / rng.gamma(third, 1 / fourth, customers))
        return Lived(rate, ends, never)
    drop = np.maximum(rng.beta(third, fourth, customers), 1e-12)
    last = np.ceil(np.log(rng.random(customers)) / np.log1p(-np.minimum(drop, 1 - 1e-12)))
    return Lived(rate, never, last - (model == "mbg-nbd"))


def buyers(
    rng: np.random.Generator,
    model: str,
    parameters: Sequence[float],
    ages: Whole,
    ahead: int = 0,
    *,
    merged: bool = True,
) -> Histories:
    """Histories in whole days; purchases of the `ahead` days after are the holdout.

    As files have them, the first purchase is at any time of its day, and purchases of one day are
    one purchase. Where they are not `merged`, every purchase counts and only t_x is rounded to
    days: then the model is exactly true.

    Args:
        rng: random numbers.
        model: bg-nbd, mbg-nbd or pareto-nbd.
        parameters: those of the model, in weeks.
        ages: days from the first purchase to the end of the observation, one a customer.
        ahead: days of the holdout.
        merged: whether purchases of a day are one, and days are those of the calendar.
    """
    lived = lives(rng, model, parameters, ages.size)
    began = rng.random(ages.size) if merged else np.zeros(ages.size)
    end = ages + float(merged)
    now, count = began.copy(), np.zeros(ages.size)
    day, last = np.zeros(ages.size, np.int64), np.zeros(ages.size, np.int64)
    x, later = np.zeros(ages.size, np.int64), np.zeros(ages.size, np.int64)
    here = np.flatnonzero(lived.chances > 0)
    while here.size:
        with np.errstate(divide="ignore"):
            now[here] += rng.exponential(1 / lived.rate[here])
        there = (now[here] < end[here] + ahead) & (now[here] - began[here] < lived.ends[here])
        here = here[there]
        count[here] += 1
        on = (now[here] + (0 if merged else 0.5)).astype(np.int64)
        new = on > day[here] if merged else np.ones(here.size, bool)
        day[here] = on
        inside = new & (now[here] < end[here])
        x[here] += inside
        last[here] = np.where(inside, on, last[here])
        later[here] += new & ~inside
        here = here[count[here] < lived.chances[here]]
    return Histories(x, last, ages, spent(rng, x), np.ones(ages.size, np.int64), later)


def spent(rng: np.random.Generator, x: Whole, parameters: Sequence[float] = SPENDING) -> Whole:
    """Sums of the amounts of x purchases by Gamma-Gamma, in 1/10,000 of the currency."""
    p, q, v = parameters
    scale = 1 / rng.gamma(q, 1 / v, x.size)
    sums = np.where(x > 0, rng.gamma(p * np.maximum(x, 1)) * scale, 0.0)
    return np.maximum(np.rint(sums * MONEY), x > 0).astype(np.int64)


def donors(rng: np.random.Generator, parameters: Sequence[float], ages: Whole) -> Histories:
    """Histories of BG/BB in whole opportunities."""
    alpha, beta, gamma, delta = parameters
    buys, drop = rng.beta(alpha, beta, ages.size), rng.beta(gamma, delta, ages.size)
    there = rng.geometric(np.maximum(drop, 1e-12)) - 1
    x, last = np.zeros(ages.size, np.int64), np.zeros(ages.size, np.int64)
    for turn in range(1, int(ages.max()) + 1):
        bought = (turn <= np.minimum(ages, there)) & (rng.random(ages.size) < buys)
        x += bought
        last = np.where(bought, turn, last)
    return Histories(x, last, ages, np.zeros_like(x), np.ones_like(x))


def joined(rng: np.random.Generator, customers: int, *, weeks: int = 39, within: int = 12) -> Whole:
    """Ages in days of customers who came in the first weeks of the observation."""
    end = weeks * WEEK
    return end - rng.integers(0, within * WEEK, customers)
