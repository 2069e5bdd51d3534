"""Refitting a model to customers drawn anew, starting from the fit to all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from scipy.optimize import minimize

from cxlib.models.maximum import ascend, information
from cxlib.stats.purchases import Real

CLOSE = 0.05
"""Length of the last step, in standard errors; what is left after it is far smaller."""
WILD = 5.0
"""A first step longer than this many standard errors is not trusted."""
WIDEST = 2.0
"""No log parameter is taken to be less sure than this, however flat the likelihood."""
ROAM = 5.0


class Counted(Protocol):
    """A log-likelihood for changing counts."""

    def __call__(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log parameters and customers per row to the log-likelihood and its gradient."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Refit:
    """A model that is refitted to changed counts of the same rows.

    Attributes:
        objective: log-likelihood and gradient at log parameters, for given counts.
        theta: log parameters of the fit to all customers, shape (p,).
        low: lowest log parameters, shape (p,).
        high: highest log parameters, shape (p,); equal to `low` where the fit is pinned.
        spread: root of the covariance, shape (p, free): at theta + spread z the likelihood of
            redrawn customers is nearly -|z - z0|^2 / 2, so its gradient is the step to z0.
    """

    objective: Counted
    theta: Real
    low: Real
    high: Real
    spread: Real

    @classmethod
    def of(cls, objective: Counted, theta: Real, n: Real, *, low: float | Real = -np.inf) -> Refit:
        """Prepare from the fit `theta` to counts `n`.

        A parameter that the likelihood presses against the edge of its range stays there.
        """
        every = [True] * theta.size
        square = information(partial(objective, n=n), theta, every)
        certain = np.maximum(np.diag(square), WIDEST**-2)
        free = np.abs(objective(theta, n)[1]) < 0.1 * np.sqrt(certain)
        values, axes = np.linalg.eigh(square[np.ix_(free, free)])
        spread = np.zeros((theta.size, values.size))
        spread[free] = axes / np.sqrt(np.maximum(values, WIDEST**-2))
        lowest = np.where(free, np.maximum(theta - ROAM, low), theta)
        return cls(objective, theta, lowest, np.where(free, theta + ROAM, theta), spread)

    def __call__(self, n: Real) -> Real:
        """Log parameters at the maximum for counts `n`: Newton, else quasi-Newton steps."""
        theta, before = self.theta, 2 * WILD
        for _ in range(8):
            step = self.spread.T @ self.objective(theta, n)[1]
            size = float(np.linalg.norm(step))
            if not size < before / 2:
                theta = self._search(n)
                break
            theta = theta + self.spread @ step
            if size < CLOSE:
                break
            before = size
        if self._inside(theta):
            return theta
        bounds = list(zip(self.low.tolist(), self.high.tolist(), strict=True))
        return ascend(partial(self.objective, n=n), self.theta, bounds)[0]

    def _search(self, n: Real) -> Real:
        """The same where the likelihood of the redrawn customers is not nearly quadratic."""

        def descent(z: Real) -> tuple[float, Real]:
            theta = self.theta + self.spread @ z
            if not self._inside(theta):
                return np.inf, z
            value, gradient = self.objective(theta, n)
            return -value, -self.spread.T @ gradient

        start = np.zeros(self.spread.shape[1])
        end = minimize(descent, start, jac=True, method="BFGS", options={"gtol": CLOSE / 5})
        return np.asarray(self.theta + self.spread @ end.x, float)

    def _inside(self, theta: Real) -> bool:
        return bool((self.low <= theta).all() and (theta <= self.high).all())
