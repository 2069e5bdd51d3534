"""What customers buy in the shop: BG/NBD occasions, gamma-gamma amounts.

The shop is open to all who ever signed up, subscribed or not, so that purchases end by the
model's own silent dropout and not by the end of a subscription.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import gamma

from maker.clock import (
    DAY,
    DAYS,
    Floats,
    Ints,
    in_fasting_month,
    in_peak,
    minutes_of_day,
    stream,
    weekday,
)
from maker.people import People
from maker.truths import BG_NBD, SPEND

BUYERS = 0.94  # share of customers who ever order in the shop
HOURS = (1, 0, 0, 0, 0, 1, 3, 7, 9, 8, 7, 6, 8, 7, 5, 5, 5, 5, 6, 9, 11, 10, 7, 3)
PRODUCTS = (  # category, price of one, weight at its usual amount
    ("Coffee beans", 16.0, 1.0, 34.0),
    ("Snacks & pantry", 9.0, 0.35, 22.0),
    ("Mugs & glassware", 18.0, 0.45, 40.0),
    ("Kitchen & table", 32.0, 0.4, 62.0),
    ("Brewing gear", 68.0, 0.5, 95.0),
    ("Gift sets", 55.0, 0.2, 75.0),
)


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders by time: customer position, minute, amount, category, quantity."""

    customer: Ints
    minute: Ints
    amount: Floats
    category: list[str]
    quantity: Ints


def _shop_time() -> Floats:
    """Weeks of shopping lived through by the start of each day: weekends and seasons run faster."""
    days = np.arange(DAYS)
    pace = np.array((0.95, 0.94, 0.95, 0.97, 1.02, 1.12, 1.05))[weekday(days)]
    pace *= np.where(in_peak(days), 1.10, 1.0) * np.where(in_fasting_month(days), 1.08, 1.0)
    return np.concatenate(([0.0], np.cumsum(pace / pace.mean()))) / 7.0


def _purchase_days(rng: np.random.Generator, first: int, clock: Floats) -> list[int]:
    """The days of one customer's orders: exponential gaps until a coin says stop.

    A second order on one day moves to the next, so that days count what the model counts.
    """
    rate = rng.gamma(BG_NBD["r"], 1.0 / BG_NBD["alpha"])
    quits = rng.beta(BG_NBD["a"], BG_NBD["b"])
    now, days = float(clock[first] + rng.random() * (clock[first + 1] - clock[first])), [first]
    while True:
        now += rng.exponential(1.0 / rate)
        day = max(int(np.searchsorted(clock, now, side="right")) - 1, days[-1] + 1)
        if day >= DAYS:
            return days
        days.append(day)
        if rng.random() < quits:
            return days


def _categories(rng: np.random.Generator, amounts: Floats) -> tuple[list[str], Ints]:
    """What such an amount buys; chosen after the amount, so that amounts keep their law."""
    usual = np.log([product[3] for product in PRODUCTS])
    weight = np.array([product[2] for product in PRODUCTS])
    fit = weight * np.exp(-0.5 * ((np.log(amounts)[:, None] - usual) / 0.6) ** 2) + 1e-6
    edges = np.cumsum(fit / fit.sum(axis=1, keepdims=True), axis=1)
    chosen = (rng.random(len(amounts))[:, None] > edges[:, :-1]).sum(axis=1)
    price = np.array([product[1] for product in PRODUCTS])[chosen]
    quantity = np.rint(amounts / price * rng.uniform(0.7, 1.2, len(amounts))).astype(int)
    return [PRODUCTS[i][0] for i in chosen], np.clip(quantity, 1, 24)


def make_orders(people: People) -> Orders:
    """All orders of two years."""
    rng = stream("orders")
    clock = _shop_time()
    buys = rng.random(len(people.ids)) < BUYERS
    customer: list[int] = []
    days: list[int] = []
    for position in np.flatnonzero(buys):
        first = int(people.signup[position])
        dates = _purchase_days(rng, first, clock)
        customer += [int(position)] * len(dates)
        days += dates
    who = np.array(customer)
    minute = np.array(days) * DAY + minutes_of_day(rng, HOURS, len(days))
    # A customer's mean is p / nu, and nu is Gamma(q, v): a high rank is a low nu.
    nu = gamma.ppf(1.0 - people.spend_rank, SPEND["q"]) / SPEND["v"]
    amount = np.maximum(np.round(rng.gamma(SPEND["p"], 1.0 / nu[who]), 2), 1.0)
    order = np.lexsort((who, minute))
    category, quantity = _categories(rng, amount[order])
    return Orders(who[order], minute[order], amount[order], category, quantity)
