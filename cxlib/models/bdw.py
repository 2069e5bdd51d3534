"""Contracts whose customers differ, and change with time: beta-discrete-Weibull (BdW)."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.errors import BadOption
from cxlib.models.renewal_likelihood import beta_retention, beta_survival, find_peak, remarks
from cxlib.models.renewals import Renewals


@dataclass(frozen=True, slots=True)
class BdwFit:
    """A fitted BdW model: sBG, with a churn that moves with each customer's time.

    Attributes:
        alpha: first parameter of the beta distribution of the first period's churn.
        beta: second parameter.
        c: how time acts: each customer's churn rises if above 1, falls if below; 1 is sBG.
        alpha_se: standard error; None where alpha alone is not determined.
        beta_se: standard error; None where beta alone is not determined.
        c_se: standard error; None where c is not determined.
        log_likelihood: the highest log-likelihood.
        n: number of customers.
        periods: periods observed; later ones are projected.
        covariance: covariance of log alpha, log beta and log c, shape (3, 3); None where the data
            do not determine them.
        notes: what to know when reading the fit.
    """

    alpha: float
    beta: float
    c: float
    alpha_se: float | None
    beta_se: float | None
    c_se: float | None
    log_likelihood: float
    n: int
    periods: int
    covariance: tuple[tuple[float, ...], ...] | None
    notes: tuple[str, ...]

    @property
    def parameters(self) -> dict[str, float]:
        """The parameters by name."""
        return {"alpha": self.alpha, "beta": self.beta, "c": self.c}

    @property
    def aic(self) -> float:
        """Akaike's information criterion: lower is better, on the same customers."""
        return 2 * len(self.parameters) - 2 * self.log_likelihood

    def survival(self, periods: float) -> float:
        """Share still there after a number of periods, a fraction."""
        return float(beta_survival([periods], self.alpha, self.beta, self.c)[0])

    def retention_rate(self, period: int) -> float:
        """Share of those there at the beginning of a period (from 1 on) who stay."""
        if period < 1:
            raise BadOption(f"Periods count from 1; {period} was asked for.")
        return beta_retention(period, self.alpha, self.beta, self.c)


def fit_bdw(renewals: Renewals) -> BdwFit:
    """Fit a BdW model by maximum likelihood, each customer with the own follow-up.

    Three parameters need more data than sBG's two: with few customers or periods prefer sBG.

    Args:
        renewals: departures per period, and customers still there per number of whole periods.

    Raises:
        NotEnoughData: nobody left, or nobody was at risk in a third period.

    Source:
        Fader, Hardie, Liu, Davin & Steenburgh, "How to project customer retention" revisited,
        Journal of Interactive Marketing 43, 2018: S(t) = B(alpha, beta + t^c) / B(alpha, beta).
    """
    renewals.require("A BdW model", periods=3)
    peak = find_peak(renewals, shaped=True)
    alpha_se, beta_se, c_se = peak.standard_errors
    alpha, beta, c = peak.parameters
    return BdwFit(
        alpha=alpha,
        beta=beta,
        c=c,
        alpha_se=alpha_se,
        beta_se=beta_se,
        c_se=c_se,
        log_likelihood=peak.log_likelihood,
        n=renewals.n,
        periods=len(renewals.lost),
        covariance=peak.covariance,
        notes=remarks(peak, renewals),
    )
