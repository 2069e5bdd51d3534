"""Gamma-Gamma: what a customer spends on a purchase day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.special import digamma, gammaln
from threadpoolctl import threadpool_limits

from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.maximum import Maximum, maximise
from cxlib.models.tuples import Places
from cxlib.stats.purchases import MONEY, Histories, Real

NAMES = ("p", "q", "v")
ENOUGH = 10
CORRELATED = 0.3
LOWEST_Q = float(np.log(1.01))
BOUNDS = ((-6.0, 9.0), (LOWEST_Q, 9.0), (-9.0, 12.0))
"""Of log p, log q and log v, with amounts scaled to a mean of 1; q above 1, for a finite mean."""
START = np.log([4.0, 3.0, 0.5])


@dataclass(frozen=True, slots=True)
class SpendFit:
    """Gamma-Gamma fitted by maximum likelihood; amounts in the currency.

    Attributes:
        p: shape of the amounts of one customer.
        q: shape of the spread between customers, above 1.
        v: scale of the spread between customers, in the currency.
        standard_errors: of p, q, v; None where the data do not give them.
        log_covariance: covariance of their logs; None likewise.
        log_likelihood: at the maximum.
        n: customers fitted: those with a repeat purchase and a positive mean amount.
        left_out: customers with a repeat purchase whose amounts sum to 0 or less.
        correlation: between frequency and mean amount, which the model takes to be 0; None where
            one of them does not vary.
        mean: amount expected of a customer nothing is known of: p v / (q - 1), or the mean of
            the customers' means where q sits at the edge of its range.
        notes: whether the fit can be trusted, in sentences.
    """

    p: float
    q: float
    v: float
    standard_errors: tuple[float, ...] | None
    log_covariance: tuple[tuple[float, ...], ...] | None
    log_likelihood: float
    n: int
    left_out: int
    correlation: float | None
    mean: float
    notes: tuple[str, ...]

    @property
    def theta(self) -> Real:
        """Logs of p, q, v."""
        return np.log([self.p, self.q, self.v])


@dataclass(frozen=True, slots=True, eq=False)
class SpendLikelihood:
    """Gamma-Gamma bound to repeat purchases, ordered by frequency.

    Attributes:
        xs: distinct numbers of repeat purchase days, shape (X,).
        begins: first row of each of them, shape (X,).
        spend: sum of the amounts of the repeat days of each row, above 0, shape (k,).
        logs: logs of the mean amounts, shape (k,).
    """

    xs: Real
    begins: Places
    spend: Real
    logs: Real

    @classmethod
    def of(cls, x: Real, spend: Real) -> SpendLikelihood:
        """Bind rows of frequency, ascending, and spend, both above 0."""
        xs, begins = np.unique(x, return_index=True)
        return cls(xs, begins, spend, np.log(spend / x))

    def value(self, theta: Real, n: Real) -> tuple[float, Real]:
        """Log-likelihood with `n` customers a row, and its gradient in log p, log q, log v.

        Source:
            Fader and Hardie, The Gamma-Gamma Model of Monetary Value, note 025, 2013, eq. 1a.
        """
        p, q, v = np.exp(theta)
        x, px = self.xs, p * self.xs
        base = v + self.spend
        count = self._by_x(n)
        mean_logs, base_logs = self._by_x(n * self.logs), self._by_x(n * np.log(base))
        inverse = self._by_x(n / base)
        own = gammaln(px + q) - gammaln(px) - gammaln(q) + q * theta[2] + px * np.log(x)
        value = count @ own + (px - 1) @ mean_logs - (px + q) @ base_logs
        grow = digamma(px + q)
        gradient = np.array(
            [
                count @ (x * (grow - digamma(px) + np.log(x))) + x @ (mean_logs - base_logs),
                count @ (grow - digamma(q) + theta[2]) - base_logs.sum(),
                count.sum() * q / v - (px + q) @ inverse,
            ]
        )
        return float(value), gradient * np.array([p, q, v])

    def each(self, theta: Real) -> Real:
        """Log-likelihood of one customer of each row, shape (k,)."""
        p, q, v = np.exp(theta)
        x, px = self.xs, p * self.xs
        rows = np.diff(np.append(self.begins, self.spend.size))
        own = gammaln(px + q) - gammaln(px) - gammaln(q) + q * theta[2] + px * np.log(x)
        return np.asarray(
            np.repeat(own, rows)
            + np.repeat(px - 1, rows) * self.logs
            - np.repeat(px + q, rows) * np.log(v + self.spend),
            float,
        )

    def _by_x(self, amounts: Real) -> Real:
        return np.asarray(np.add.reduceat(amounts, self.begins), float)


def fit_spend(histories: Histories) -> SpendFit:
    """Fit the amounts of repeat purchase days by maximum likelihood.

    Args:
        histories: shape (k,). Rows with a repeat purchase and a positive spend are used; the
            first purchase day is not part of `spend`.

    Returns:
        The fit. Where all customers spend nearly the same, p and q run to the edge of their range
        and expected amounts are still right; the notes say so.

    Raises:
        NotEnoughData: fewer than 10 customers can be used.

    Source:
        Colombo and Jiang, Journal of Interactive Marketing 13(3), 1999; Fader and Hardie,
        note 025, 2013.
    """
    used = paid_rows(histories)
    n = histories.n[used].astype(float)
    count = int(n.sum())
    if count < ENOUGH:
        raise NotEnoughData(
            "The spend model",
            have=count,
            need=ENOUGH,
            unit="paying repeat buyer",
            hint="Widen the dates or drop a filter.",
        )
    x, mean = histories.frequency[used].astype(float), histories.mean_value[used]
    typical = float(np.average(mean, weights=n))
    bound = SpendLikelihood.of(x, x * mean / typical)
    with threadpool_limits(1, "blas"):
        top = maximise(partial(bound.value, n=n), [START], BOUNDS)
    p, q, v = np.exp(top.theta).tolist()
    v *= typical
    spread = top.covariance
    errors = None if spread is None else np.array([p, q, v]) * np.sqrt(np.diag(spread))
    correlation = _correlation(x, mean, n)
    return SpendFit(
        p=p,
        q=q,
        v=v,
        standard_errors=None if errors is None else tuple(errors.tolist()),
        log_covariance=None if spread is None else tuple(map(tuple, spread.tolist())),
        log_likelihood=top.log_likelihood - count * float(np.log(typical)),
        n=count,
        left_out=histories.repeaters - count,
        correlation=correlation,
        mean=unknown_mean(p, q, v, typical),
        notes=_notes(top, correlation, histories.repeaters - count),
    )


def expected_spend(fit: SpendFit, histories: Histories) -> Real:
    """Amount expected of each customer on a future purchase day, in the currency.

    A customer's own mean, drawn towards the mean of all: the less, the more purchases are known.
    Amounts that sum to less than 0 count as 0.

    Args:
        fit: a fitted model.
        histories: shape (k,).

    Returns:
        Shape (k,), above 0.

    Source:
        Fader and Hardie, note 025, 2013, equation 5.
    """
    x, spend = histories.frequency, np.maximum(histories.spend, 0) / MONEY
    own = fit.p * (fit.v + spend) / (fit.p * x + fit.q - 1)
    return np.asarray(np.where(x > 0, own, fit.mean), float)


def unknown_mean(p: float, q: float, v: float, typical: float) -> float:
    """Amount expected of a customer nothing is known of; `typical` where the model has no mean."""
    return p * v / (q - 1) if np.log(q) > LOWEST_Q + 1e-3 else typical


def paid_rows(histories: Histories) -> Places:
    """Rows that tell what customers spend, by frequency: repeat purchases, a positive sum."""
    paid = np.flatnonzero((histories.frequency > 0) & (histories.spend > 0))
    return paid[np.argsort(histories.frequency[paid], kind="stable")]


def _correlation(x: Real, mean: Real, n: Real) -> float | None:
    spread = np.cov(x, mean, aweights=n, ddof=0)
    scale = float(np.sqrt(spread[0, 0] * spread[1, 1]))
    return float(spread[0, 1]) / scale if scale > 1e-12 * abs(float(mean.max())) else None


def _notes(top: Maximum, correlation: float | None, left_out: int) -> tuple[str, ...]:
    notes = []
    if not top.converged:
        notes.append(say("The search for the spend model did not settle; its values are rough."))
    if top.edge[1] and top.theta[1] < 1:
        notes.append(
            say(
                "A few customers spend so much more than the rest that the model has no mean; "
                "customers without a repeat purchase get the mean of those with one."
            )
        )
    elif any(top.edge):
        notes.append(say("Customers hardly differ in what they spend, or each hardly varies."))
    if correlation is not None and abs(correlation) > CORRELATED:
        notes.append(
            say(
                "Frequency and amount are correlated ({correlation}); the model takes them as "
                "independent, so values of the most frequent buyers are biased.",
                correlation=f"{correlation:.2f}",
            )
        )
    if left_out:
        notes.append(
            say(
                "{n} repeat buyers whose amounts sum to 0 or less are not in the spend model.",
                n=left_out,
            )
        )
    return tuple(notes)
