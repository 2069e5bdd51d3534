"""Whether groups of customers leave at different rates: the log-rank test and its relatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import chi2_beyond
from cxlib.models.at_risk import at_risk
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]


class Weighting(StrEnum):
    """Which departures a test listens to most."""

    LOG_RANK = "log-rank"  # all alike
    WILCOXON = "wilcoxon"  # by the customers at risk: early ones (Gehan, Breslow)
    TARONE_WARE = "tarone-ware"  # by their square root: early ones, less so
    PETO = "peto"  # by the share still there: early ones, whatever the censoring
    FLEMING_HARRINGTON = "fleming-harrington"  # by S^p (1 - S)^q: early or late ones


@dataclass(frozen=True, slots=True)
class Weights:
    """A test of the log-rank family.

    Attributes:
        kind: how departures are weighed.
        p: of Fleming-Harrington, the power of the share still there; above 0 for early departures.
        q: of Fleming-Harrington, the power of the share gone; above 0 for late departures.
    """

    kind: Weighting = Weighting.LOG_RANK
    p: float = 0.0
    q: float = 1.0

    def __post_init__(self) -> None:
        """Refuse powers below 0."""
        if not all(isfinite(one) and one >= 0 for one in (self.p, self.q)):
            raise BadOption(
                f"The powers of a Fleming-Harrington test are {self.p:g} and {self.q:g}; they have "
                "to be numbers from 0 on, such as 0 and 1 for late departures."
            )


EVEN = Weights()


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
    """The log-rank test over all groups, or one of its relatives.

    Attributes:
        statistic: chi-square distributed if all groups leave at the same rate.
        degrees: degrees of freedom, one less than the groups that bear on the question.
        p_value: how often groups that do not differ would give at least this statistic.
        groups: each group against the others, in the order given.
        weights: which test of the family.
    """

    statistic: float
    degrees: int
    p_value: float
    groups: tuple[VersusRest, ...]
    weights: Weights = EVEN


def log_rank(groups: Mapping[Group, Lives], *, weights: Weights = EVEN) -> LogRank:
    """Compare the departures of two or more groups over the whole follow-up.

    The log-rank test has power where one group leaves faster throughout. Where the curves cross,
    early and late differences cancel, and a large p-value does not show that the groups are alike.
    A test with weights has power where its weights are large; it has to be chosen before the data
    are seen, or the p-value means less than it says.

    Args:
        groups: event tables of groups without common customers, in one unit of time.
        weights: which test of the family.

    Returns:
        The test, and each group against the rest.

    Raises:
        NotEnoughData: fewer than two groups were at risk together when somebody left.

    Source:
        Mantel, Cancer Chemotherapy Reports 50(3), 1966; for more than two groups and ties Peto &
        Peto, Journal of the Royal Statistical Society A 135(2), 1972. Weights: Gehan, Biometrika
        52(1), 1965; Breslow, Biometrika 57(3), 1970; Tarone & Ware, Biometrika 64(1), 1977; Peto &
        Peto, 1972; Fleming & Harrington, Communications in Statistics A 10(8), 1981.
    """
    events, watched = _tables(list(groups.values()))
    weight = _weight(weights, events.sum(axis=0), watched.sum(axis=0))
    expected = _expected(events, watched)
    covariance = _covariance(events, watched, weight)
    bearing = np.diag(covariance) > 0
    if bearing.sum() < 2:
        raise NotEnoughData(
            "A log-rank test",
            have=int(bearing.sum()),
            need=2,
            unit="group",
            hint="It counts groups that were watched together while somebody left. Compare others.",
        )
    surplus = ((events - expected) * weight).sum(axis=1)
    free = np.flatnonzero(bearing)[:-1]
    inverse = np.linalg.pinv(covariance[np.ix_(free, free)], hermitian=True)
    statistic = float(surplus[free] @ inverse @ surplus[free])
    p = [
        chi2_beyond(gap**2 / variance, 1) if variance > 0 else None
        for gap, variance in zip(surplus, np.diag(covariance), strict=True)
    ]
    return LogRank(
        statistic=statistic,
        degrees=len(free),
        p_value=chi2_beyond(statistic, len(free)),
        groups=tuple(
            VersusRest(group, lives.deaths, float(due), raw, adjusted)
            for (group, lives), due, raw, adjusted in zip(
                groups.items(), expected.sum(axis=1), p, benjamini_hochberg(p), strict=True
            )
        ),
        weights=weights,
    )


def _tables(lives: list[Lives]) -> tuple[Real, Real]:
    """Departures, and customers at risk just before, per group and time of a departure."""
    times = np.unique(
        [d for one in lives for d, e in zip(one.durations, one.events, strict=True) if e]
    )
    events = np.zeros((len(lives), len(times)))
    watched = np.zeros_like(events)
    for row, one in enumerate(lives):
        durations, left = np.asarray(one.durations), np.asarray(one.events, dtype=float)
        events[row, np.searchsorted(times, durations[left > 0])] = left[left > 0]
        watched[row] = at_risk(one, times)
    return events, watched


def _weight(weights: Weights, left: Real, watched: Real) -> Real:
    """The weight of each time of a departure, from all groups together; the largest is 1."""
    ones = np.ones_like(left)
    if weights.kind is Weighting.LOG_RANK or not left.size:
        return ones
    if weights.kind is Weighting.PETO:
        return np.cumprod(1 - left / (watched + 1), dtype=np.float64)
    if weights.kind is Weighting.FLEMING_HARRINGTON:
        still = np.cumprod(np.append(1.0, 1 - left / watched))[:-1]
        weight: Real = still**weights.p * (1 - still) ** weights.q
        return weight
    share: Real = watched / watched.max()
    return share if weights.kind is Weighting.WILCOXON else np.sqrt(share)


def _expected(events: Real, watched: Real) -> Real:
    """Departures of each group at each time if all groups left at the common rate."""
    due: Real = watched / watched.sum(axis=0) * events.sum(axis=0)
    return due


def _covariance(events: Real, watched: Real, weight: Real) -> Real:
    """Covariance of the weighted departures, given how many left and were at risk at each time."""
    left, all_watched = events.sum(axis=0), watched.sum(axis=0)
    share = watched / all_watched
    stayed = all_watched - left
    ties = np.divide(stayed, all_watched - 1, out=np.zeros_like(left), where=all_watched > 1)
    spread = left * ties * weight**2
    covariance: Real = np.diag(share @ spread) - (share * spread) @ share.T
    # Rounding leaves traces where a group was always alone at risk.
    alone = np.diag(covariance) <= 1e-9 * np.maximum(share @ spread, 1e-300)
    covariance[alone, :] = 0.0
    covariance[:, alone] = 0.0
    return covariance
