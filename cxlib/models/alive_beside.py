"""Silence beside a purchase model: who is silent, and who is likely to be gone."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.models.purchase_model import PurchaseFit, p_alive
from cxlib.stats.purchases import Histories

LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class AliveBeside:
    """The same customers by a threshold of silence and by a purchase model.

    Attributes:
        model: the purchase model.
        days: the threshold.
        n: customers.
        alive: expected share still customers, the mean of P(alive), a fraction.
        not_silent: share not silent beyond the threshold.
        agree: share of customers on whom both agree, P(alive) of at least one half being alive.
        counts: customers by silent (no, yes) and P(alive) of at least one half (no, yes).
        alive_if_silent: mean P(alive) of the silent; None without any.
        alive_if_not: mean P(alive) of the others; None without any.
        notes: whether the fit can be trusted, in sentences.
    """

    model: str
    days: int
    n: int
    alive: float
    not_silent: float
    agree: float
    counts: tuple[tuple[int, int], tuple[int, int]]
    alive_if_silent: float | None
    alive_if_not: float | None
    notes: tuple[str, ...]


def alive_beside(fit: PurchaseFit, histories: Histories, days: int) -> AliveBeside:
    """Compare silence beyond so many days with P(alive) of a fitted purchase model.

    A threshold is the same for everybody; the model weighs the silence against how often the
    customer used to buy. Where they disagree, the model calls silent customers alive who buy
    seldom, and customers gone who bought often and have lately stopped.

    Args:
        fit: a fitted model in continuous time. Not BG/NBD, which takes customers without a repeat
            purchase to be alive however long they have been silent.
        histories: in days, shape (k,), with at least one customer.
        days: the threshold.

    Source:
        P(alive): Schmittlein, Morrison & Colombo, Management Science 33(1), 1987, and the source of
        the model.
    """
    chance = p_alive(fit, histories)
    silent = histories.age - histories.recency > days
    likely = chance >= LIKELY
    n = histories.n

    def customers(some: bool, alive: bool) -> int:
        return int(n[(silent == some) & (likely == alive)].sum())

    def mean(some: bool) -> float | None:
        whose = n * (silent == some)
        return float(whose @ chance / whose.sum()) if whose.sum() else None

    not_silent = (customers(False, False), customers(False, True))
    fallen = (customers(True, False), customers(True, True))
    total = histories.total
    return AliveBeside(
        model=fit.model,
        days=days,
        n=total,
        alive=float(n @ chance / total),
        not_silent=sum(not_silent) / total,
        agree=(not_silent[1] + fallen[0]) / total,
        counts=(not_silent, fallen),
        alive_if_silent=mean(True),
        alive_if_not=mean(False),
        notes=fit.notes,
    )
