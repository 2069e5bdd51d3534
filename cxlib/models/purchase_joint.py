"""One likelihood of a purchase model over kinds of customers whose parameters are tied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cxlib.errors import Cancelled
from cxlib.models.purchase_design import PurchaseDesign
from cxlib.models.purchase_process import Likelihood, PurchaseProcess
from cxlib.models.tuples import Tuples, distinct_tuples
from cxlib.stats.purchases import Histories, Real, Whole

BASE = 4
"""Parameters that every kind of customers shares."""
ACTS: dict[str, tuple[tuple[int, float], tuple[int, float]]] = {
    "bg-nbd": ((1, -1.0), (2, 1.0)),
    "mbg-nbd": ((1, -1.0), (2, 1.0)),
    "pareto-nbd": ((1, -1.0), (3, -1.0)),
}
"""The parameter on which the effects act and the sign: for buying, then for dropping out."""


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """Tuples of g kinds of customers, and how their parameters follow from the shared vector.

    Attributes:
        process: the formulas.
        tuples: the histories of each kind, g of them.
        maps: from the shared vector phi to the log parameters of each kind, shape (g, 4, P). Phi
            has the four log parameters of the usual customers, the effects on buying, and those
            on dropping out.
        bound: the likelihood of each kind; None where it is 1 whatever the parameters, because
            nobody was watched for a day yet.
        cancelled: asked at each evaluation whether to stop.
    """

    process: PurchaseProcess
    tuples: tuple[Tuples, ...]
    maps: Real
    bound: tuple[Likelihood | None, ...]
    cancelled: Callable[[], bool] | None = None

    def value(self, phi: Real) -> tuple[float, Real]:
        """Log-likelihood and its gradient in phi, shape (P,).

        Raises:
            Cancelled: `cancelled` said so.
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled("The fit was stopped.")
        total, gradient = 0.0, np.zeros(phi.size)
        for to_theta, bound, tuples in zip(self.maps, self.bound, self.tuples, strict=True):
            if bound is not None:
                value, slope = bound.value(to_theta @ phi, tuples.n)
                total += value
                gradient += slope @ to_theta
        return total, gradient

    def scaled(self, factor: float) -> Joint:
        """The same with all times multiplied by `factor`."""
        tuples = tuple(one.scaled(factor) for one in self.tuples)
        return replace(self, tuples=tuples, bound=_bound(self.process, tuples))

    @property
    def longest(self) -> float:
        """The longest time."""
        return max(float(one.times.max()) for one in self.tuples)

    @property
    def purchases(self) -> float:
        """Repeat purchases of all customers."""
        return sum(float(one.n @ one.xs[one.x]) for one in self.tuples)


def joint(
    process: PurchaseProcess,
    histories: Histories,
    design: PurchaseDesign,
    *,
    unit: float,
    dropping: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> Joint:
    """The tied likelihood of the kinds of customers of a design.

    The rate of buying is multiplied by exp(gamma' x): alpha exp(-gamma' x). So is the rate of
    dropping out in Pareto/NBD: beta exp(-gamma' x). In BG/NBD and MBG/NBD the odds a / b of the
    mean chance to drop out after a purchase are: a exp(gamma' x), and b is shared.

    Fader and Hardie give b effects of its own. A common factor of a and b leaves the mean chance
    as it is and changes only how much customers differ, of which short histories say little; with
    one set of effects the answer is one multiplier with a meaning.

    Args:
        process: BG/NBD, MBG/NBD or Pareto/NBD.
        histories: in days, shape (k,).
        design: which pattern each of them has.
        unit: days in the unit of time.
        dropping: whether there are effects on dropping out.
        cancelled: asked at each evaluation whether to stop.

    Source:
        Fader & Hardie, Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD
        models, note 019, 2007.
    """
    order = np.argsort(design.pattern, kind="stable")
    ends = np.cumsum(np.bincount(design.pattern, minlength=len(design.x)))
    kinds = np.split(order, ends[:-1])
    tuples = tuple(distinct_tuples(_rows(histories, rows), unit)[0] for rows in kinds)
    maps = effect_maps(ACTS[process.name][: 1 + dropping], design.x)
    return Joint(process, tuples, maps, _bound(process, tuples), cancelled)


def effect_maps(acts: Sequence[tuple[int, float]], x: Real) -> Real:
    """From phi to the log parameters of each pattern, shape (g, 4, 4 + acts p).

    Args:
        acts: for each set of effects the parameter on which it acts, and the sign.
        x: terms of the patterns, shape (g, p).
    """
    kinds, terms = x.shape
    maps = np.zeros((kinds, BASE, BASE + len(acts) * terms))
    maps[:, range(BASE), range(BASE)] = 1.0
    for turn, (place, sign) in enumerate(acts):
        begin = BASE + turn * terms
        maps[:, place, begin : begin + terms] += sign * x
    return maps


def _rows(histories: Histories, rows: Whole) -> Histories:
    return Histories(
        histories.frequency[rows],
        histories.recency[rows],
        histories.age[rows],
        histories.spend[rows],
        histories.n[rows],
    )


def _bound(process: PurchaseProcess, tuples: Sequence[Tuples]) -> tuple[Likelihood | None, ...]:
    # The integral of Pareto/NBD needs a span of time; before any has passed everybody is there.
    waits = process.name == "pareto-nbd"
    return tuple(
        None if waits and not one.times.any() else process.likelihood(one) for one in tuples
    )
