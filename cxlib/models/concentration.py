"""How unevenly value is spread over customers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True, eq=False)
class Concentration:
    """A Lorenz curve, the most valuable customers first.

    Attributes:
        customers: share of the customers, from 0 to 1, shape (points,).
        value: share of the value that they hold, from 0 to 1, shape (points,).
        top_tenth: share of the value held by the most valuable tenth of the customers.
        gini: 0 where all are worth the same, towards 1 where one holds everything.
    """

    customers: Real
    value: Real
    top_tenth: float
    gini: float


def concentration(values: Real, n: Real, *, points: int = 101) -> Concentration | None:
    """Lorenz curve of `values`, none below 0; None where they sum to 0.

    Args:
        values: value of a customer, shape (k,).
        n: customers with each value, shape (k,).
        points: points of the curve, evenly spaced over the customers.

    Source:
        Lorenz, Publications of the American Statistical Association 9(70), 1905; drawn from the
        top down. Customers within a group of equal value are interpolated, which is exact.
    """
    values, n = np.asarray(values, float), np.asarray(n, float)
    order = np.argsort(-values, kind="stable")
    held = np.concatenate([[0.0], np.cumsum((n * values)[order])])
    people = np.concatenate([[0.0], np.cumsum(n[order])])
    if not held[-1] > 0:
        return None
    held, people = held / held[-1], people / people[-1]
    below = float(np.diff(people) @ (held[1:] + held[:-1])) / 2
    grid = np.linspace(0, 1, points)
    return Concentration(
        customers=grid,
        value=np.interp(grid, people, held),
        top_tenth=float(np.interp(0.1, people, held)),
        gini=2 * below - 1,
    )


def top_share(values: Real, n: Real, *, share: float = 0.1) -> float | None:
    """Share of the value held by the most valuable `share` of the customers; None where it is 0.

    The same as on the Lorenz curve of `concentration`, several times faster: only the upper end
    is put in order.

    Args:
        values: value of a customer, none below 0, shape (k,).
        n: customers with each value, at least 1, shape (k,).
        share: of the customers, above 0 and at most 1.
    """
    total, wanted = float(n @ values), share * float(n.sum())
    if not total > 0:
        return None
    # Each row holds at least one customer, so that so many rows are enough.
    below = max(0, values.size - int(np.ceil(wanted)) - 1)
    top = np.argpartition(values, below)[below:]
    top = top[np.argsort(-values[top])]
    people, held = np.cumsum(n[top]), np.cumsum(n[top] * values[top])
    return float(np.interp(wanted, np.append(0.0, people), np.append(0.0, held))) / total
