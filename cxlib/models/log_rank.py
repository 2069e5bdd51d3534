"""Whether groups of customers leave at different rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from cxlib.errors import NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class VersusRest:
    """One group against all the others together.

    Attributes:
        group: the group.
        observed: customers of the group who left.
        expected: how many would have left if all groups left at the common rate at every time.
        p_value: two-sided log-rank p-value; None where the group was never at risk together with
            others while somebody left.
        p_adjusted: the p-value adjusted for the number of groups (Benjamini-Hochberg).
    """

    group: Group
    observed: int
    expected: float
    p_value: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True)
class LogRank:
    """The log-rank test over all groups.

    Attributes:
        statistic: chi-square distributed if all groups leave at the same rate.
        degrees: degrees of freedom, one less than the groups that bear on the question.
        p_value: how often groups that do not differ would give at least this statistic.
        groups: each group against the others, in the order given.
    """

    statistic: float
    degrees: int
    p_value: float
    groups: tuple[VersusRest, ...]


def log_rank(groups: Mapping[Group, Lives]) -> LogRank:
    """Compare the departures of two or more groups over the whole follow-up.

    The test has power where one group leaves faster throughout. Where the curves cross, early
    and late differences cancel, and a large p-value does not show that the groups are alike.

    Args:
        groups: event tables of groups without common customers, in one unit of time.

    Returns:
        The test, and each group against the rest.

    Raises:
        NotEnoughData: fewer than two groups were at risk together when somebody left.

    Source:
        Mantel, Cancer Chemotherapy Reports 50(3), 1966; for more than two groups and ties Peto &
        Peto, Journal of the Royal Statistical Society A 135(2), 1972.
    """
    events, at_risk = _tables(list(groups.values()))
    observed = events.sum(axis=1)
    expected, covariance = _expectation(events, at_risk)
    bearing = np.diag(covariance) > 0
    if bearing.sum() < 2:
        raise NotEnoughData(
            "A log-rank test",
            have=int(bearing.sum()),
            need=2,
            unit="group",
            hint="It counts groups that were watched together while somebody left. Compare others.",
        )
    surplus = observed - expected
    free = np.flatnonzero(bearing)[:-1]
    weights = np.linalg.pinv(covariance[np.ix_(free, free)], hermitian=True)
    statistic = float(surplus[free] @ weights @ surplus[free])
    p = [
        float(stats.chi2.sf(gap**2 / variance, 1)) if variance > 0 else None
        for gap, variance in zip(surplus, np.diag(covariance), strict=True)
    ]
    return LogRank(
        statistic=statistic,
        degrees=len(free),
        p_value=float(stats.chi2.sf(statistic, len(free))),
        groups=tuple(
            VersusRest(group, lives.deaths, float(due), raw, adjusted)
            for (group, lives), due, raw, adjusted in zip(
                groups.items(), expected, p, benjamini_hochberg(p), strict=True
            )
        ),
    )


def _tables(lives: list[Lives]) -> tuple[Real, Real]:
    """Departures, and customers at risk just before, per group and time of a departure."""
    times = np.unique(
        [d for one in lives for d, e in zip(one.durations, one.events, strict=True) if e]
    )
    events = np.zeros((len(lives), len(times)))
    at_risk = np.zeros_like(events)
    for row, one in enumerate(lives):
        durations = np.asarray(one.durations)
        left = np.asarray(one.events, dtype=float)
        places = np.searchsorted(times, durations[left > 0])
        events[row, places] = left[left > 0]
        still = np.append(np.cumsum((left + np.asarray(one.censored))[::-1])[::-1], 0.0)
        at_risk[row] = still[np.searchsorted(durations, times, side="left")]
    return events, at_risk


def _expectation(events: Real, at_risk: Real) -> tuple[Real, Real]:
    """Expected departures per group, and the covariance of the observed ones, given the margins."""
    left, watched = events.sum(axis=0), at_risk.sum(axis=0)
    share = at_risk / watched
    ties = np.divide(watched - left, watched - 1, out=np.zeros_like(left), where=watched > 1)
    spread = left * ties
    covariance = np.diag(share @ spread) - (share * spread) @ share.T
    # Rounding leaves traces where a group was always alone at risk.
    alone = np.diag(covariance) <= 1e-9 * np.maximum(share @ spread, 1e-300)
    covariance[alone, :] = 0.0
    covariance[:, alone] = 0.0
    return share @ left, covariance
