"""Contracts whose customers differ in their chance to leave: shifted beta-geometric (sBG)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.models.renewal_likelihood import beta_survival, find_peak, remarks
from cxlib.models.renewals import Renewals

BLOCK = 10_000
"""Terms of a discounted sum that are added at a time."""


@dataclass(frozen=True, slots=True)
class SbgFit:
    """A fitted sBG model: each customer's churn per period is constant; over customers it is beta.

    Attributes:
        alpha: first parameter of the beta distribution of churn.
        beta: second parameter; the mean churn of the first period is alpha / (alpha + beta).
        alpha_se: standard error; None where alpha alone is not determined.
        beta_se: standard error; None where beta alone is not determined.
        log_likelihood: the highest log-likelihood.
        n: number of customers.
        periods: periods observed; later ones are projected.
        covariance: covariance of log alpha and log beta, shape (2, 2); None where the data do not
            determine them.
        notes: what to know when reading the fit.
    """

    alpha: float
    beta: float
    alpha_se: float | None
    beta_se: float | None
    log_likelihood: float
    n: int
    periods: int
    covariance: tuple[tuple[float, ...], ...] | None
    notes: tuple[str, ...]

    @property
    def parameters(self) -> dict[str, float]:
        """The parameters by name."""
        return {"alpha": self.alpha, "beta": self.beta}

    @property
    def aic(self) -> float:
        """Akaike's information criterion: lower is better, on the same customers."""
        return 2 * len(self.parameters) - 2 * self.log_likelihood

    def survival(self, periods: float) -> float:
        """Share still there after a number of periods, a fraction."""
        return float(beta_survival([periods], self.alpha, self.beta)[0])

    def retention_rate(self, period: int) -> float:
        """Share of those there at the beginning of a period (from 1 on) who stay.

        It rises from period to period although no customer's own chance changes: those likely to
        leave go first.
        """
        if period < 1:
            raise BadOption(f"Periods count from 1; {period} was asked for.")
        made = self.beta + (period - 1)
        return made / (self.alpha + made)

    def expected_residual(self, renewal: int, *, discount: float) -> float:
        """Discounted payments to come from a customer whose n-th renewal decision is due (DERL).

        The payment due with that renewal counts undiscounted, if the customer makes it.

        Args:
            renewal: the decision that is due, from 1 on; `renewal` - 1 have been made.
            discount: rate per period, above 0 (undiscounted, the sum need not be finite).

        Returns:
            A number of payments; times the margin of a period it is money.

        Raises:
            BadOption: `renewal` is below 1 or `discount` not above 0.

        Source:
            Fader & Hardie, Marketing Science 29(1), 2010: (beta + n - 1) / (alpha + beta + n - 1)
            times 2F1(1, beta + n; alpha + beta + n; 1 / (1 + d)). The series of 2F1 is summed here,
            because library functions fail where alpha and beta are large.
        """
        if renewal < 1:
            raise BadOption(f"Renewals count from 1; {renewal} was asked for.")
        if not 0 < discount < np.inf:
            raise BadOption(
                f"The discount is {discount:g} a period; the expected lifetime needs one above 0."
            )
        total, last, first = 0.0, 1.0 + discount, renewal
        while last > 1e-13 * total * discount:
            made = self.beta + np.arange(first - 1, first - 1 + BLOCK)
            terms = last * np.cumprod(made / (self.alpha + made) / (1 + discount))
            total, last, first = total + float(terms.sum()), float(terms[-1]), first + BLOCK
        return total

    def expected_lifetime(self, *, discount: float) -> float:
        """Discounted payments of a new customer, the first one included (DEL).

        Args:
            discount: rate per period, above 0.

        Source:
            Fader & Hardie, Marketing Science 29(1), 2010: 2F1(1, beta; alpha + beta; 1 / (1 + d)).
        """
        return 1 + self.expected_residual(1, discount=discount) / (1 + discount)


def fit_sbg(renewals: Renewals) -> SbgFit:
    """Fit an sBG model by maximum likelihood, each customer with the own follow-up.

    Args:
        renewals: departures per period, and customers still there per number of whole periods;
            cohorts of different age may be pooled.

    Raises:
        NotEnoughData: nobody left, or nobody was at risk in a second period.

    Source:
        Fader & Hardie, How to project customer retention, Journal of Interactive Marketing 21(1),
        2007: P(T = 1) = alpha / (alpha + beta), P(T = t) = P(T = t - 1) (beta + t - 2) /
        (alpha + beta + t - 1), S(t) = B(alpha, beta + t) / B(alpha, beta).
    """
    renewals.require("An sBG model", periods=2)
    peak = find_peak(renewals, shaped=False)
    alpha_se, beta_se, _ = peak.standard_errors
    rising = say(
        "Retention rises from period to period because customers likely to leave go first; no "
        "customer becomes more loyal in this model."
    )
    return SbgFit(
        alpha=peak.parameters[0],
        beta=peak.parameters[1],
        alpha_se=alpha_se,
        beta_se=beta_se,
        log_likelihood=peak.log_likelihood,
        n=renewals.n,
        periods=len(renewals.lost),
        covariance=tuple(row[:2] for row in peak.covariance[:2]) if peak.covariance else None,
        notes=(*(() if peak.ends else (rising,)), *remarks(peak, renewals)),
    )
