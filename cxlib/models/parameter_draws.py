"""Parameters of both models as other samples of customers would have told them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cxlib.models.customer_value import ValueEstimate
from cxlib.models.gamma_gamma import LOWEST_Q, SpendFit, SpendLikelihood, unknown_mean
from cxlib.models.purchase_process import Likelihood
from cxlib.models.refits import Refit
from cxlib.models.sandwich import normal_draws, robust_root, scores, well_known
from cxlib.models.tuples import Places
from cxlib.models.value_draws import Rows
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """One draw.

    Attributes:
        theta: logs of the four parameters of purchases.
        spend: logs of p, q and v; None without a spend model.
        typical: mean amount of the customers drawn, in the currency.
    """

    theta: Real
    spend: Real | None
    typical: float

    def amounts(self, xs: Real) -> tuple[Real, float]:
        """What a customer is expected to spend, as amount[x] (base + spent so far)."""
        if self.spend is None:
            raise ValueError("There is no spend model.")
        p, q, v = np.exp(self.spend).tolist()
        known = p / (p * np.maximum(xs, 1) + q - 1)
        return np.where(xs > 0, known, unknown_mean(p, q, v, self.typical) / v), v


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Both models, ready to be refitted.

    Attributes:
        rows: the histories.
        bound: the purchase model bound to their tuples.
        buy: its refits.
        spend: the spend model; None where there is none.
    """

    rows: Rows
    bound: Likelihood
    buy: Refit
    spend: SpendRefit | None

    @classmethod
    def of(cls, value: ValueEstimate, rows: Rows) -> Fitted:
        """Prepare from the fits behind an estimate."""
        bound = value.fit.process.likelihood(rows.tuples)
        buy = Refit.of(bound.value, value.fit.theta, rows.tuples.n)
        spend = None if value.spend_fit is None else SpendRefit.of(value.spend_fit, rows)
        return cls(rows, bound, buy, spend)

    def refitted(self, rng: np.random.Generator) -> Iterator[Parameters]:
        """Refits to customers drawn anew, without end."""
        rows = self.rows
        customer = np.repeat(np.arange(rows.n.size), rows.n.astype(np.int64))
        while True:
            drawn = customer[rng.integers(0, customer.size, customer.size)]
            counts = np.bincount(drawn, minlength=rows.n.size).astype(float)
            theta = self.buy(np.asarray(np.bincount(rows.place, counts), float))
            if self.spend is None:
                yield Parameters(theta, None, 0.0)
            else:
                n = counts[rows.paid]
                yield Parameters(theta, self.spend.refit(n), self.spend.typical(n))

    def normal(self, rng: np.random.Generator, draws: int) -> Iterator[Parameters] | None:
        """Draws from the normal distribution that refits approach as customers become many.

        None where a parameter is not known so well, or sits at the edge of its range: there
        refits say more.
        """
        root = self._root()
        if root is None:
            return None
        steps = normal_draws(rng, draws, root.shape[1]) @ root.T
        thetas = self.buy.theta + steps[:, :4]
        if self.spend is None:
            return (Parameters(theta, None, 0.0) for theta in thetas)
        typical = self.spend.typical(self.rows.n[self.rows.paid])
        spends = self.spend.refit.theta + steps[:, 4:]
        if not (spends >= self.spend.refit.low).all():
            return None
        pairs = zip(thetas, spends, strict=True)
        return (Parameters(theta, spend, typical) for theta, spend in pairs)

    def _root(self) -> Real | None:
        """Root of the covariance of all log parameters together, shape (4 or 7, free)."""
        tuples, own = self.rows.tuples, scores(self.bound.each, self.buy)
        square = own.T @ (tuples.n[:, None] * own)
        spread = self.buy.spread
        if self.spend is not None:
            # Both models see the same customers, so their errors may go together.
            other, n = self.spend.scores(), self.rows.n[self.rows.paid]
            both = own[self.rows.place[self.rows.paid]].T @ (n[:, None] * other)
            square = np.block([[square, both], [both.T, other.T @ (n[:, None] * other)]])
            also = self.spend.refit.spread
            if also.shape[1] < also.shape[0]:
                return None
            off = np.zeros((spread.shape[0], also.shape[1]))
            below = np.zeros((also.shape[0], spread.shape[1]))
            spread = np.block([[spread, off], [below, also]])
        root = robust_root(spread, square)
        return root if well_known(root) else None


@dataclass(frozen=True, slots=True, eq=False)
class SpendRefit:
    """The spend model on the paying ones of the customers.

    Attributes:
        bound: its likelihood.
        refit: its refits.
        means: mean amount of each paying history, in the currency.
    """

    bound: SpendLikelihood
    refit: Refit
    means: Real

    @classmethod
    def of(cls, fit: SpendFit, rows: Rows) -> SpendRefit:
        """Prepare from the fit to all customers."""
        paid: Places = rows.paid
        x = rows.tuples.xs[rows.tuples.x[rows.place[paid]]]
        bound = SpendLikelihood.of(x, rows.spent[paid])
        lowest = np.array([-np.inf, LOWEST_Q, -np.inf])
        refit = Refit.of(bound.value, fit.theta, rows.n[paid], low=lowest)
        return cls(bound, refit, rows.spent[paid] / x)

    def scores(self) -> Real:
        """Gradient of the log-likelihood of each paying history, shape (rows, 3)."""
        return scores(self.bound.each, self.refit)

    def typical(self, n: Real) -> float:
        """Mean of the means of `n` customers a paying history."""
        return float(n @ self.means) / max(float(n.sum()), 1.0)
