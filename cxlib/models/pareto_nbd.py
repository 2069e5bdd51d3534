"""Pareto/NBD: gamma purchase rates, and gamma drop-out rates that run all the time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, gammaln

from cxlib.models.odds import log_one_plus
from cxlib.models.quadrature import SHARP
from cxlib.models.spans import Spans
from cxlib.models.tuples import Tuples
from cxlib.stats.purchases import Real

NODES, MASS = np.polynomial.legendre.leggauss(6)
LADDER = 1.06 ** np.arange(-237.0, 1)
"""Steps of 6 % over six decades: no cell of time is longer than 6 % of the time before it."""


TINY = 1e-280


@dataclass(frozen=True, slots=True)
class ParetoNbd:
    """A customer buys at a rate ~ Gamma(r, alpha) and drops out at a rate ~ Gamma(s, beta).

    Source:
        Schmittlein, Morrison and Colombo, Management Science 33(1), 1987; equations below are
        those of Fader and Hardie, A Note on Deriving the Pareto/NBD Model, note 009, 2005.
    """

    name: str = "pareto-nbd"
    parameters: tuple[str, str, str, str] = ("r", "alpha", "s", "beta")
    timed: tuple[int, ...] = (1, 3)
    whole_units: bool = False

    def likelihood(self, tuples: Tuples) -> BoundParetoNbd:
        """The model bound to `tuples`."""
        edges = np.union1d(tuples.times, LADDER * tuples.times.max())
        edges = np.union1d(edges, [0.0])
        middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
        when = (middle[:, None] + half[:, None] * NODES).ravel()
        cell = np.searchsorted(edges, tuples.times)
        # From t_x on the density falls by (T / t_x)^x at most; long falls are cut into blocks.
        steps = np.log1p(tuples.times / tuples.times[tuples.times > 0].min())
        block = tuples.xs[tuples.x] * steps[tuples.last] // 400
        spans = Spans.of(tuples, cell, middle.size, block.astype(np.intp))
        return BoundParetoNbd(tuples, spans, edges, when, (half[:, None] * MASS).ravel())

    def future(
        self,
        theta: Real,
        x: Real,
        age: Real,
        times: Real,
        weights: Real,
        *,
        sharp: float = SHARP,  # noqa: ARG002
    ) -> Real:
        """Weighted sums of expected purchases of customers alive; see `PurchaseProcess.future`.

        Source:
            Fader and Hardie, note 009, equation 41, without its P(alive).
        """
        r, alpha, s, beta = np.exp(theta)
        ages, place = np.unique(age, return_inverse=True)
        active = _active(s, beta + ages[:, None], times) @ weights
        return np.asarray(((r + x) / (alpha + age))[:, None] * active[place], float)

    def fresh(self, theta: Real, times: Real) -> Real:
        """Repeat purchases expected of a new customer up to each of `times`.

        Source:
            Fader and Hardie, note 009, equation 27.
        """
        r, alpha, s, beta = np.exp(theta)
        return np.asarray(r / alpha * _active(s, beta, times), float)

    def pmf(self, theta: Real, time: float, up_to: int) -> Real:
        """Probability of 0, 1, ..., `up_to` repeat purchases up to `time`.

        Source:
            The definition: negative binomial counts up to the time of dropping out, averaged
            over that time by quadrature.
        """
        r, alpha, s, beta = np.exp(theta)
        x = np.arange(up_to + 1.0)
        if time == 0:
            return np.asarray(x == 0, float)
        edges = np.concatenate([[0.0], LADDER * time])
        middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
        when = np.append((middle[:, None] + half[:, None] * NODES).ravel(), time)
        leaves = s / (beta + when) * np.exp(-s * np.log1p(when / beta))
        leaves[:-1] *= (half[:, None] * MASS).ravel()
        leaves[-1] = np.exp(-s * np.log1p(time / beta))
        constant = gammaln(r + x) - gammaln(r) - gammaln(x + 1)
        grows = np.log(when) - np.log(alpha + when)
        counts = constant[:, None] + x[:, None] * grows - r * np.log1p(when / alpha)
        return np.asarray(np.exp(counts) @ leaves, float)


@dataclass(frozen=True, slots=True, eq=False)
class BoundParetoNbd:
    """Pareto/NBD bound to tuples.

    Attributes:
        tuples: the histories.
        spans: from the last purchase to the end, on the cells between `edges`.
        edges: where cells of time begin and end, shape (C + 1,).
        when: nodes of the quadrature over the time of dropping out, shape (6 C,).
        width: their weights, shape (6 C,).
    """

    tuples: Tuples
    spans: Spans
    edges: Real
    when: Real
    width: Real

    def value(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log-likelihood and its gradient in log parameters.

        A customer was active until T, or dropped out at some u from t_x to T; the integral over u
        of (alpha + u)^-(r + x) (beta + u)^-(s + 1) is a Gauss-Legendre sum on cells of time.

        Source:
            Fader and Hardie, note 009, equation 18, before its integral is written as 2F1.
        """
        t, spans = self.tuples, self.spans
        r, alpha, s, beta = np.exp(theta)
        odds, stayed, mass, density = self._odds(theta)
        either = log_one_plus(odds)
        gone = np.exp(odds - either)
        by_x, total = t.by_frequency(n), n.sum()
        counts = gammaln(r + t.xs) - gammaln(r)
        value = by_x @ counts + n @ (stayed + either) + total * (r * theta[1] + s * theta[3])
        left = np.divide(n * gone, mass, out=np.zeros(n.size), where=mass > TINY)
        pull = density * np.repeat(spans.covering(left), NODES.size, axis=1)
        at, buys = pull.sum(axis=0), (r + t.xs)[spans.row_x] @ pull
        stay = np.bincount(t.end, n * (1 - gone), t.times.size)
        stay_buys = np.bincount(t.end, n * (1 - gone) * (r + t.xs)[t.x], t.times.size)
        gradient = np.array(
            [
                total * theta[1]
                + by_x @ (digamma(r + t.xs) - digamma(r))
                - stay @ np.log(alpha + t.times)
                - at @ np.log(alpha + self.when),
                total * r / alpha
                - stay_buys @ (1 / (alpha + t.times))
                - buys @ (1 / (alpha + self.when)),
                total * theta[3]
                + n @ gone / s
                - stay @ np.log(beta + t.times)
                - at @ np.log(beta + self.when),
                total * s / beta
                - s * (stay @ (1 / (beta + t.times)))
                - (s + 1) * (at @ (1 / (beta + self.when))),
            ]
        )
        return float(value), gradient * np.array([r, alpha, s, beta])

    def each(self, theta: Real) -> Real:
        """Log-likelihood of one customer with each tuple, shape (K,)."""
        t = self.tuples
        r, _, s, _ = np.exp(theta)
        odds, stayed, _, _ = self._odds(theta)
        counts = gammaln(r + t.xs) - gammaln(r) + r * theta[1] + s * theta[3]
        return np.asarray(counts[t.x] + stayed + log_one_plus(odds), float)

    def alive(self, theta: Real) -> Real:
        """P(alive | x, t_x, T).

        Source:
            Fader and Hardie, note 009, equation 36, by quadrature.
        """
        return np.asarray(np.exp(-log_one_plus(self._odds(theta)[0])), float)

    def _odds(self, theta: Real) -> tuple[Real, Real, Real, Real]:
        """Log odds of having dropped out, log-density of staying, mass; density on the nodes."""
        t, spans = self.tuples, self.spans
        r, alpha, s, beta = np.exp(theta)
        log_a, log_b = np.log(alpha + self.when), np.log(beta + self.when)
        begin = self.edges[spans.row_start]
        buys = (r + t.xs)[spans.row_x]
        base = -buys * np.log(alpha + begin) - (s + 1) * np.log(beta + begin)
        power = -buys[:, None] * log_a - ((s + 1) * log_b + base[:, None])
        # Before the row's first cell nothing is needed, and the power would overflow.
        density = np.exp(np.minimum(power, 0)) * self.width
        mass = spans.between(density.reshape(buys.size, spans.cells, -1).sum(axis=2))
        log_end_a, log_end_b = np.log(alpha + t.times), np.log(beta + t.times)
        stayed = -(r + t.xs)[t.x] * log_end_a[t.end] - s * log_end_b[t.end]
        with np.errstate(divide="ignore"):
            left = theta[2] + np.log(mass) + base[spans.row]
        return left - stayed, stayed, mass, density


PARETO_NBD = ParetoNbd()


def _active(s: float, until: Real, times: Real) -> Real:
    """Expected time as a customer within `times`, alive now with drop-out rate Gamma(s, until)."""
    logs = np.log1p(times / until)
    if abs(s - 1) < 1e-9:
        return np.asarray(until * logs, float)
    return np.asarray(until * -np.expm1(-(s - 1) * logs) / (s - 1), float)
