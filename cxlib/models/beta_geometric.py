"""BG/NBD and MBG/NBD: gamma purchase rates; after a purchase a customer may drop out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaln, digamma, gammaln

from cxlib.models.odds import log_one_plus
from cxlib.models.quadrature import SHARP, beta_rule, chebyshev, rule_sizes
from cxlib.models.tuples import Tuples
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True)
class BetaGeometric:
    """A customer buys at a rate ~ Gamma(r, alpha) and drops out with probability ~ Beta(a, b).

    The two models differ in one thing: in MBG/NBD a customer may also drop out right after the
    first purchase, in BG/NBD only after a repeat purchase. With k chances to drop out so far,
    k = x in BG/NBD and k = x + 1 in MBG/NBD, all formulas are the same.

    Attributes:
        name: "bg-nbd" or "mbg-nbd".
        first: chances to drop out that the first purchase gives, 0 or 1.

    Source:
        BG/NBD: Fader, Hardie and Lee, Marketing Science 24(2), 2005.
        MBG/NBD: Batislam, Denizel and Filiztekin, International Journal of Research in
        Marketing 24(3), 2007.
    """

    name: str
    first: int
    parameters: tuple[str, str, str, str] = ("r", "alpha", "a", "b")
    timed: tuple[int, ...] = (1,)
    whole_units: bool = False

    def likelihood(self, tuples: Tuples) -> BoundBetaGeometric:
        """The model bound to `tuples`."""
        return BoundBetaGeometric(tuples, tuples.xs + self.first)

    def future(
        self, theta: Real, x: Real, age: Real, times: Real, weights: Real, *, sharp: float = SHARP
    ) -> Real:
        """Weighted sums of expected purchases of customers alive; see `PurchaseProcess.future`.

        Alive, the drop-out probability p is Beta(a, b + k) and the rate Gamma(r + x, alpha + T):
        E[Y(t)] is the mean over p of (1 - (1 + p t / (alpha + T))^-(r + x)) / p. The published
        form has a - 1 as divisor and a Gauss hypergeometric function; this one has no exception.

        Source:
            Fader, Hardie and Lee 2005, equation 10, without its P(alive).
        """
        r, alpha, a, b = np.exp(theta)
        sizes = rule_sizes(times[-1] / (alpha + age), sharp)
        out = np.empty((x.size, weights.shape[1]))
        for size in np.unique(sizes):
            here = np.flatnonzero(sizes == size)
            xs, row = np.unique(x[here], return_inverse=True)
            ages, column = np.unique(age[here], return_inverse=True)
            start, to_ages = chebyshev(alpha + ages, sharp)
            until, to_times = chebyshev(start.min() + times, sharp)
            drop, mass = beta_rule(a, b + xs + self.first, int(size))
            reach = ((until - start.min()) / start[:, None])[..., None]
            grid = np.empty((xs.size, ages.size, weights.shape[1]))
            for place, p in enumerate(drop):
                bought = -np.expm1(-(r + xs[place]) * np.log1p(reach * p)) @ (mass[place] / p)
                grid[place] = to_ages @ (bought @ (to_times.T @ weights))
            out[here] = grid[row, column]
        return out

    def fresh(self, theta: Real, times: Real) -> Real:
        """Repeat purchases expected of a new customer up to each of `times`.

        Source:
            BG/NBD: Fader, Hardie and Lee 2005, equation 9, as the mean over p it comes from.
        """
        r, alpha, a, b = np.exp(theta)
        alive = b / (a + b) if self.first else 1.0
        reach = times / alpha
        size = int(rule_sizes(reach.max(initial=0.0, keepdims=True))[0])
        drop, mass = beta_rule(a, np.array([b + self.first]), size)
        bought = -np.expm1(-r * np.log1p(reach[:, None] * drop[0]))
        return np.asarray(alive * (bought @ (mass[0] / drop[0])), float)

    def pmf(self, theta: Real, time: float, up_to: int) -> Real:
        """Probability of 0, 1, ..., `up_to` repeat purchases up to `time`.

        Source:
            Fader, Hardie and Lee 2005, equation 8.
        """
        r, alpha, a, b = np.exp(theta)
        x = np.arange(up_to + 1.0)
        chances = x + self.first
        share = time / (alpha + time)
        exactly = np.exp(
            gammaln(r + x)
            - gammaln(r)
            - gammaln(x + 1)
            - r * np.log1p(time / alpha)
            + np.where(x > 0, x * np.log(share) if share > 0 else -np.inf, 0.0)
        )
        at_least = np.where(x > 0, betainc(np.maximum(x, 1), r, share), 1.0)
        stayed = np.exp(betaln(a, b + chances) - betaln(a, b))
        left = np.exp(betaln(a + 1, b + np.maximum(chances, 1) - 1) - betaln(a, b))
        return np.asarray(stayed * exactly + np.where(chances > 0, left * at_least, 0.0), float)


@dataclass(frozen=True, slots=True, eq=False)
class BoundBetaGeometric:
    """BG/NBD or MBG/NBD bound to tuples; `chances` are those to drop out, shape (X,)."""

    tuples: Tuples
    chances: Real

    def value(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log-likelihood and its gradient in log parameters.

        Source:
            Fader, Hardie and Lee 2005, section 7, with log(e^A3 + e^A4) = A3 + log(1 + e^d).
        """
        t = self.tuples
        r, alpha, a, b = np.exp(theta)
        log_end, fall, odds = self._odds(theta)
        either = log_one_plus(odds)
        gone = n * np.exp(odds - either)
        buys = (r + t.xs)[t.x]
        by_x, gone_by_x = t.by_frequency(n), t.by_frequency(gone)
        total = by_x.sum()
        counts = gammaln(r + t.xs) - gammaln(r) + r * theta[1]
        stays = betaln(a, b + self.chances) - betaln(a, b)
        value = by_x @ (counts + stays) + n @ (either - buys * log_end)
        both = digamma(a + b) - digamma(a + b + self.chances)
        steps = np.where(self.chances > 0, b + self.chances - 1, 1.0)
        inverse = 1 / (alpha + t.times)
        pull = gone * inverse[t.last] + (n - gone) * inverse[t.end]
        gradient = np.array(
            [
                by_x @ (digamma(r + t.xs) - digamma(r) + theta[1]) + gone @ fall - n @ log_end,
                total * r / alpha - buys @ pull,
                by_x @ both + gone_by_x.sum() / a,
                by_x @ (both + digamma(b + self.chances) - digamma(b)) - (gone_by_x / steps).sum(),
            ]
        )
        return float(value), gradient * np.array([r, alpha, a, b])

    def each(self, theta: Real) -> Real:
        """Log-likelihood of one customer with each tuple, shape (K,)."""
        t = self.tuples
        r, _, a, b = np.exp(theta)
        log_end, _, odds = self._odds(theta)
        counts = gammaln(r + t.xs) - gammaln(r) + r * theta[1]
        stays = betaln(a, b + self.chances) - betaln(a, b)
        return np.asarray(
            (counts + stays)[t.x] + log_one_plus(odds) - (r + t.xs)[t.x] * log_end, float
        )

    def alive(self, theta: Real) -> Real:
        """P(alive | x, t_x, T); exactly 1 without a chance to drop out (BG/NBD, x = 0).

        Source:
            Fader and Hardie, Computing P(alive) Using the BG/NBD Model, note 021, 2008.
        """
        return np.asarray(np.exp(-log_one_plus(self._odds(theta)[2])), float)

    def _odds(self, theta: Real) -> tuple[Real, Real, Real]:
        """log(alpha + T), log((alpha + T) / (alpha + t_x)), log odds of a drop-out at t_x."""
        t = self.tuples
        r, alpha, _, b = np.exp(theta)
        logs = np.log(alpha + t.times)
        log_end = logs[t.end]
        fall = log_end - logs[t.last]
        steps = np.where(self.chances > 0, b + self.chances - 1, 1.0)
        base = np.where(self.chances > 0, theta[2] - np.log(steps), -np.inf)
        return log_end, fall, base[t.x] + (r + t.xs)[t.x] * fall


BG_NBD = BetaGeometric("bg-nbd", first=0)
MBG_NBD = BetaGeometric("mbg-nbd", first=1)
