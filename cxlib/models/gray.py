"""Whether groups of customers differ in how many leave for one reason, the others competing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import NotEnoughData
from cxlib.metrics.normal import chi2_beyond
from cxlib.stats.reasons import Leavings

Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gray:
    """Gray's test of one reason over several groups.

    Attributes:
        statistic: chi-square distributed if the incidence of the reason is the same in all groups.
        degrees: degrees of freedom, one less than the groups that bear on the question.
        p_value: how often groups that do not differ would give at least this statistic.
    """

    statistic: float
    degrees: int
    p_value: float


def gray_test(groups: Sequence[Leavings], reason: str) -> Gray:
    """Compare the cumulative incidence of one reason between two or more groups.

    A log-rank test on the hazard of the incidence itself (the subdistribution): who left for
    another reason stays in the count of those who have not left for this one, in the expected
    number. Unlike a log-rank test that takes other reasons as censored, it answers whether the
    share that leaves for this reason differs; a group can differ in it because its customers
    leave for other reasons first. With one reason only it is the log-rank test.

    Args:
        groups: event tables of groups without common customers, in one unit of time.
        reason: the reason compared.

    Raises:
        NotEnoughData: fewer than two groups were at risk together when somebody left for it.

    Source:
        Gray, Annals of Statistics 16(3), 1988, with rho = 0. The variance is the delta method on
        the hazards of all reasons, the hazard of this one at its common value, and takes ties as
        the log-rank test does.
    """
    table = _Tables.of(groups, reason)
    surplus, covariance = table.surplus, table.covariance()
    bearing = np.diag(covariance) > 1e-9 * max(float(np.trace(covariance)), 1e-300)
    if bearing.sum() < 2:
        raise NotEnoughData(
            "Gray's test",
            have=int(bearing.sum()),
            need=2,
            unit="group",
            hint="It counts groups watched together while somebody left for the reason.",
        )
    free = np.flatnonzero(bearing)[:-1]
    weights = np.linalg.pinv(covariance[np.ix_(free, free)], hermitian=True)
    statistic = float(surplus[free] @ weights @ surplus[free])
    return Gray(statistic, len(free), chi2_beyond(statistic, len(free)))


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """Per group (rows) and time of a departure (columns), all of shape (g, k).

    Attributes:
        mine: departures for the reason.
        others: departures for any other reason.
        at_risk: customers still there and watched just before.
        before: share still there just before, by Kaplan-Meier.
        not_yet: share that has not left for the reason just before: 1 less its incidence.
        after: the same just after.
    """

    mine: Real
    others: Real
    at_risk: Real
    before: Real
    not_yet: Real
    after: Real

    @classmethod
    def of(cls, groups: Sequence[Leavings], reason: str) -> _Tables:
        """Align the groups on the times at which anybody left."""
        times = np.unique([d for one in groups for d, why, _ in one.rows if why is not None])
        shape = (len(groups), len(times))
        mine, others, gone = np.zeros(shape), np.zeros(shape), np.zeros((shape[0], shape[1] + 1))
        for place, one in enumerate(groups):
            for duration, why, n in one.rows:
                # Who was last seen between two times was at risk up to the earlier one.
                last = int(np.searchsorted(times, duration, side="right"))
                gone[place, last] += n
                if why is not None:
                    (mine if why == reason else others)[place, last - 1] += n
        at_risk = np.cumsum(gone[:, ::-1], axis=1)[:, ::-1][:, 1:]
        for place, one in enumerate(groups):
            for entered, n in one.late:
                at_risk[place, times <= entered] -= n
        hazard = np.divide(mine + others, at_risk, out=np.zeros(shape), where=at_risk > 0)
        survival = np.cumprod(1 - hazard, axis=1)
        before = np.hstack([np.ones((shape[0], 1)), survival[:, :-1]])
        step = before * np.divide(mine, at_risk, out=np.zeros(shape), where=at_risk > 0)
        after = 1 - np.cumsum(step, axis=1)
        return cls(mine, others, at_risk, before, after + step, after)

    @property
    def expected_set(self) -> Real:
        """Customers that have not left for the reason, as many as were watched would give."""
        out = np.zeros_like(self.at_risk)
        return np.divide(self.at_risk * self.not_yet, self.before, out=out, where=self.watched)

    @property
    def watched(self) -> NDArray[np.bool_]:
        """Whether the group has customers at risk, and its curve is not at 0 yet."""
        found: NDArray[np.bool_] = (self.at_risk > 0) & (self.before > 0)
        return found

    @property
    def surplus(self) -> Real:
        """Departures for the reason less those expected at the common rate, shape (g,)."""
        share = self.expected_set / self.expected_set.sum(axis=0)
        total: Real = (self.mine - share * self.mine.sum(axis=0)).sum(axis=1)
        return total

    def covariance(self) -> Real:
        """Covariance of the surplus if the groups do not differ, shape (g, g).

        To first order the surplus of group g is the sum over groups m and times j of
        C_gm(j) rate_m(j), with C_gm = R_g (1[g = m] - R_m / R). The rate of the incidence,
        h1 S(-) / (1 - F(-)), hangs on the hazards of its own and of all earlier times, and the
        hazards of one group at one time have multinomial covariance.
        """
        risk = self.expected_set
        rate = self.mine.sum(axis=0) / risk.sum(axis=0)
        pooled = self.at_risk.sum(axis=0)
        ties = np.divide(pooled, pooled - 1, out=np.zeros_like(pooled), where=pooled > 1)
        total = np.zeros((len(risk), len(risk)))
        for m in range(len(risk)):
            watched = self.watched[m]
            gradient = self._gradient(m, risk, rate)
            own = np.zeros_like(rate)
            np.divide(rate * self.not_yet[m], self.before[m], out=own, where=watched)
            chances = np.zeros((2, rate.size))
            chances[0] = np.minimum(own, 1.0)
            np.divide(self.others[m], self.at_risk[m], out=chances[1], where=watched)
            each = np.zeros_like(rate)
            np.divide(ties, self.at_risk[m], out=each, where=watched)
            mean = np.einsum("gct,ct->gt", gradient, chances)
            total += np.einsum("gct,hct,ct,t->gh", gradient, gradient, chances, each)
            total -= np.einsum("gt,ht,t->gh", mean, mean, each)
        return total

    def _gradient(self, m: int, risk: Real, rate: Real) -> Real:
        """How the surplus of each group hangs on group m's hazards: (g, this or other, time)."""
        share = risk / risk.sum(axis=0)
        weight = -share * risk[m]
        weight[m] += risk[m]
        later = np.zeros_like(weight)
        open_yet = self.not_yet[m] > 0
        np.divide(weight * rate, self.not_yet[m], out=later, where=open_yet)
        # The sum over later times only: a time's own rate hangs on its own hazard directly.
        ahead = np.cumsum(later[:, ::-1], axis=1)[:, ::-1] - later
        hazard = np.zeros_like(rate)
        left = self.mine[m] + self.others[m]
        np.divide(left, self.at_risk[m], out=hazard, where=self.at_risk[m] > 0)
        common = np.zeros_like(rate)
        np.divide(self.after[m], 1 - hazard, out=common, where=hazard < 1)
        direct = np.zeros_like(weight)
        np.divide(weight, self.not_yet[m], out=direct, where=open_yet)
        other = -ahead * common
        return np.stack([self.before[m] * (direct + ahead) + other, other], axis=1)
