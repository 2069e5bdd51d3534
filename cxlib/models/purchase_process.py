"""What every purchase model offers to fitting and predicting."""

from __future__ import annotations

from typing import Protocol

from cxlib.models.quadrature import SHARP
from cxlib.models.tuples import Tuples
from cxlib.stats.purchases import Real


class Likelihood(Protocol):
    """A model bound to a set of tuples."""

    def value(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log-likelihood with `n` customers a tuple (K,), and its gradient in log parameters."""
        ...

    def each(self, theta: Real) -> Real:
        """Log-likelihood of one customer with each tuple, shape (K,)."""
        ...

    def alive(self, theta: Real) -> Real:
        """Probability that a customer with each tuple is still a customer, shape (K,)."""
        ...


class PurchaseProcess(Protocol):
    """A model of purchases with drop-out; `theta` is always the four logs of its parameters."""

    @property
    def name(self) -> str:
        """How the model is called in options and results."""
        ...

    @property
    def parameters(self) -> tuple[str, str, str, str]:
        """Names of the parameters; the last two govern drop-out."""
        ...

    @property
    def timed(self) -> tuple[int, ...]:
        """Places of the parameters that are lengths of time."""
        ...

    @property
    def whole_units(self) -> bool:
        """Whether time runs in whole units, one opportunity each."""
        ...

    def likelihood(self, tuples: Tuples) -> Likelihood:
        """The model bound to `tuples`."""
        ...

    def future(
        self, theta: Real, x: Real, age: Real, times: Real, weights: Real, *, sharp: float = SHARP
    ) -> Real:
        """Weighted sums of what customers who are alive are expected to buy.

        Args:
            theta: log parameters.
            x: frequencies, shape (m,).
            age: ages T, shape (m,).
            times: lengths of the coming time, ascending, above 0, shape (h,).
            weights: one column a wanted sum, shape (h, j).
            sharp: relative errors stay near e^-sharp where the sums are not closed forms.

        Returns:
            Shape (m, j): sum over h of weights[h] E[Y(times[h]) | x, T, alive].
        """
        ...

    def fresh(self, theta: Real, times: Real) -> Real:
        """Repeat purchases expected of a new customer up to each of `times`, shape (h,)."""
        ...

    def pmf(self, theta: Real, time: float, up_to: int) -> Real:
        """Probability of 0, 1, ..., `up_to` repeat purchases up to `time`."""
        ...
