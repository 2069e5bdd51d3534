"""Simulated customers of several groups, who buy and drop out by multiplied rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from cxlib.stats.purchase_patterns import Factor, PurchasePatterns
from cxlib.stats.purchases import Histories
from cxlib.tables.question import Coverage
from tests.bought import simulate

START = {
    "bg-nbd": (0.9, 6.0, 0.8, 2.5),
    "mbg-nbd": (0.9, 6.0, 0.6, 2.5),
    "pareto-nbd": (0.9, 6.0, 0.7, 12.0),
}
"""Parameters of the baseline, times in weeks."""


def moved(model: str, parameters: Sequence[float], buying: float, dropping: float) -> list[float]:
    """The parameters of a group whose log multipliers are `buying` and `dropping`."""
    r, alpha, third, fourth = parameters
    if model == "pareto-nbd":
        return [r, alpha * np.exp(-buying), third, fourth * np.exp(-dropping)]
    return [r, alpha * np.exp(-buying), third * np.exp(dropping), fourth]


def patterns_of(
    groups: Mapping[tuple[str, ...], Histories], columns: Sequence[str]
) -> PurchasePatterns:
    """The statistic of histories whose groups are known."""
    values = [sorted({key[place] for key in groups}) for place in range(len(columns))]
    cells = []
    for key, part in groups.items():
        places = [names.index(one) for names, one in zip(values, key, strict=True)]
        cells.append(np.tile(places, (len(part.n), 1)))
    joined = Histories(
        *(
            np.concatenate([getattr(part, name) for part in groups.values()])
            for name in ("frequency", "recency", "age", "spend", "n")
        )
    )
    return PurchasePatterns(
        factors=tuple(Factor(*one) for one in zip(columns, map(tuple, values), strict=True)),
        cells=np.concatenate(cells).astype(np.int64),
        histories=joined,
        changing=(0,) * len(columns),
        end=date(2025, 12, 31),
        spent=True,
        coverage=Coverage(joined.total, joined.total, ()),
    )


def made(
    rng: np.random.Generator,
    model: str,
    effects: Mapping[str, tuple[float, float, int]],
    *,
    days: int = 500,
) -> PurchasePatterns:
    """One column `plan` of groups with their log multipliers and numbers of customers."""
    groups = {
        (name,): simulate(
            rng, model, moved(model, START[model], *gammas), customers=size, days=days
        )
        for name, (*gammas, size) in effects.items()
    }
    return patterns_of(groups, ["plan"])
