"""BG/BB: at each whole unit of time a customer may buy, and may drop out before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import betaln, digamma, gammaln

from cxlib.models.odds import log_one_plus
from cxlib.models.quadrature import SHARP
from cxlib.models.spans import Spans
from cxlib.models.tuples import Places, Tuples
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True)
class BgBb:
    """A customer buys with probability ~ Beta(alpha, beta), drops out with ~ Beta(gamma, delta).

    Time is counted in opportunities: x = units after the first with a purchase, t_x = the last
    of them, T = n = all units after the first. P(alive) is at the next opportunity, n + 1.

    Source:
        Fader, Hardie and Shang, Marketing Science 29(6), 2010.
    """

    name: str = "bg-bb"
    parameters: tuple[str, str, str, str] = ("alpha", "beta", "gamma", "delta")
    timed: tuple[int, ...] = ()
    whole_units: bool = True

    def likelihood(self, tuples: Tuples) -> BoundBgBb:
        """The model bound to `tuples`, whose times are whole numbers."""
        cells = int(tuples.times.max(initial=0))
        whole = tuples.times.astype(np.intp)
        return BoundBgBb(tuples, whole, Spans.of(tuples, whole, cells, tuples.last))

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
            Fader, Hardie and Shang 2010, equation 13, summed opportunity by opportunity.
        """
        alpha, beta, _, _ = np.exp(theta)
        ages, place = np.unique(age, return_inverse=True)
        still = self._still(theta, ages, int(times[-1]))
        active = np.cumsum(still / still[:, :1], axis=1)[:, times.astype(np.intp) - 1] @ weights
        rate = (alpha + x) / (alpha + beta + age)
        return np.asarray(rate[:, None] * active[place], float)

    def fresh(self, theta: Real, times: Real) -> Real:
        """Repeat purchases expected of a new customer in the first `times` opportunities.

        Source:
            Fader, Hardie and Shang 2010, summed opportunity by opportunity.
        """
        alpha, beta, _, _ = np.exp(theta)
        whole = np.floor(times).astype(np.intp)
        still = self._still(theta, np.zeros(1), max(1, int(whole.max(initial=0))))[0]
        bought = np.concatenate([[0.0], np.cumsum(still)])
        return np.asarray(alpha / (alpha + beta) * bought[whole], float)

    def pmf(self, theta: Real, time: float, up_to: int) -> Real:
        """Probability of 0, 1, ..., `up_to` repeat purchases in `time` opportunities.

        Source:
            Fader, Hardie and Shang 2010, equation 7.
        """
        alpha, beta, gamma, delta = np.exp(theta)
        x, j = np.arange(up_to + 1)[:, None], np.arange(int(time) + 1)
        spare = np.maximum(j - x, 0)
        ways = -betaln(x + 1, spare + 1) - np.log(x + spare + 1)
        buys = ways + betaln(alpha + x, beta + spare) - betaln(alpha, beta)
        leaves = betaln(gamma + 1, delta + j) - betaln(gamma, delta)
        leaves[-1] = betaln(gamma, delta + j[-1]) - betaln(gamma, delta)
        return np.asarray(np.where(j >= x, np.exp(buys + leaves), 0.0).sum(axis=1), float)

    def _still(self, theta: Real, age: Real, ahead: int) -> Real:
        """P(alive at opportunity age + 1, ..., age + ahead), shape (ages, ahead)."""
        _, _, gamma, delta = np.exp(theta)
        j = age[:, None] + np.arange(1, ahead + 1)
        return np.asarray(np.exp(betaln(gamma, delta + j) - betaln(gamma, delta)), float)


@dataclass(frozen=True, slots=True, eq=False)
class BoundBgBb:
    """BG/BB bound to tuples.

    Attributes:
        tuples: the histories.
        whole: their distinct times as whole numbers, shape (S,).
        spans: from the last purchase to the end; cell j is the drop-out after opportunity j.
    """

    tuples: Tuples
    whole: Places
    spans: Spans

    def value(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log-likelihood and its gradient in log parameters.

        Source:
            Fader, Hardie and Shang 2010.
        """
        t, spans = self.tuples, self.spans
        alpha, beta, gamma, delta = np.exp(theta)
        odds, stayed, mass, density = self._odds(theta)
        either = log_one_plus(odds)
        gone = np.exp(odds - either)
        value = n @ (stayed + either)
        # Customers who were there for exactly j opportunities, by (x, j): lost after, or at end.
        left = np.divide(n * gone, mass, out=np.zeros(n.size), where=mass > 0)
        begins = np.searchsorted(spans.row_x, np.arange(t.xs.size))
        lost = np.zeros((t.xs.size, spans.cells + 1))
        lost[:, :-1] = np.add.reduceat(density * spans.covering(left), begins, axis=0)
        end = t.x * (spans.cells + 1) + self.whole[t.end]
        there = np.bincount(end, n * (1 - gone), lost.size).reshape(lost.shape)
        both, j = lost + there, np.arange(spans.cells + 1.0)
        spare = np.bincount(self._spare().ravel(), both.ravel(), j.size)
        ended, stays = lost.sum(axis=0), there.sum(axis=0)
        trials = (ended + stays) @ (digamma(alpha + beta + j) - digamma(alpha + beta))
        passed = ended @ digamma(gamma + delta + 1 + j) + stays @ digamma(gamma + delta + j)
        passed -= n.sum() * digamma(gamma + delta)
        gradient = np.array(
            [
                both.sum(axis=1) @ (digamma(alpha + t.xs) - digamma(alpha)) - trials,
                spare @ (digamma(beta + j) - digamma(beta)) - trials,
                # digamma(gamma + 1) - digamma(gamma) = 1 / gamma, also where gamma is tiny.
                ended.sum() / gamma - passed,
                (ended + stays) @ (digamma(delta + j) - digamma(delta)) - passed,
            ]
        )
        return float(value), gradient * np.array([alpha, beta, gamma, delta])

    def each(self, theta: Real) -> Real:
        """Log-likelihood of one customer with each tuple, shape (K,)."""
        odds, stayed, _, _ = self._odds(theta)
        return np.asarray(stayed + log_one_plus(odds), float)

    def alive(self, theta: Real) -> Real:
        """P(alive at opportunity n + 1 | x, t_x, n).

        Source:
            Fader, Hardie and Shang 2010, equation A10, one opportunity ahead.
        """
        _, _, gamma, delta = np.exp(theta)
        age = self.tuples.times[self.tuples.end]
        stays = (delta + age) / (gamma + delta + age)
        return np.asarray(np.exp(-log_one_plus(self._odds(theta)[0])) * stays, float)

    def _odds(self, theta: Real) -> tuple[Real, Real, Real, Real]:
        """Log odds of having dropped out, log-density of staying, mass; density on the cells."""
        t, spans = self.tuples, self.spans
        alpha, beta, gamma, delta = np.exp(theta)
        j = np.arange(spans.cells + 1.0)
        bought, idle = _rising(alpha, t.xs), _rising(beta, j)
        buys = bought[:, None] + idle[self._spare()] - _rising(alpha + beta, j)
        active = _rising(delta, j) - _rising(gamma + delta, j)
        end = self.whole[t.end]
        stayed = buys[t.x, end] + active[end]
        # Dropping out after j opportunities: gamma / (gamma + delta + j) times staying for j.
        power = (buys + active + theta[2] - np.log(gamma + delta + j))[spans.row_x]
        base = power[np.arange(spans.row_start.size), spans.row_start]
        density = np.exp(np.minimum(power - base[:, None], 0))[:, :-1]
        mass = spans.between(density)
        with np.errstate(divide="ignore"):
            odds = np.log(mass) + base[spans.row] - stayed
        return odds, stayed, mass, density

    def _spare(self) -> Places:
        """Opportunities let pass by (x, j), shape (X, C + 1); 0 where j < x, which never counts."""
        j = np.arange(self.spans.cells + 1)
        return np.maximum(j - self.tuples.xs[:, None].astype(np.intp), 0)


def _rising(start: float, steps: Real) -> Real:
    """Log of start (start + 1) ... (start + steps - 1)."""
    return np.asarray(gammaln(start + steps) - gammaln(start), float)


BG_BB = BgBb()
