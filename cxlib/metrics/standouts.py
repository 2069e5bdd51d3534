"""What stands out for certain among many signals and many comparisons, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from cxlib.metrics.alerts import Alert, Alerts
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.measured import Estimate, Measure
from cxlib.stats.groups import Group

RATE = 0.10
"""Share of false ones among what is said to stand out (false discovery rate)."""
SIGMAS = 3.0
"""Standard deviations from the centre to a limit."""
FARTHEST = 1e-300


@dataclass(frozen=True, slots=True)
class Contrast:
    """A group of customers against all others in its column.

    Attributes:
        measure: what was compared.
        group: whose it is.
        estimate: of the group; total: of all customers.
        p_value: of no difference from the others; None where it could not be tested.
    """

    measure: Measure
    group: Group
    estimate: Estimate
    total: float
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Standout:
    """One thing that stands out: a signal over time, or a group against the others.

    Attributes:
        found: which of the two.
        p_adjusted: after Benjamini-Hochberg over everything that was looked at.
        sigmas: how far it is from nothing, in standard deviations; for the order.
    """

    found: Alert | Contrast
    p_adjusted: float
    sigmas: float

    @property
    def key(self) -> str:
        """The measure that it speaks of."""
        return (self.found.series if isinstance(self.found, Alert) else self.found).measure.key

    @property
    def fresh(self) -> bool:
        """Whether it is a signal that the period before did not give."""
        return isinstance(self.found, Alert) and self.found.fresh

    @property
    def steady(self) -> bool:
        """Whether it is a steady rise or fall, which has been so for long."""
        return isinstance(self.found, Alert) and self.found.series.drift is not None


def standouts(
    watched: Alerts, contrasts: Sequence[Contrast], *, most: int = 3, rate: float = RATE
) -> tuple[Standout, ...]:
    """What stands out: new signals first, then by strength; one a measure while others have any.

    What rises or falls steadily comes last, since it is a signal every time and is no news.

    All series watched and all groups compared are one family of tests, so that noise alone seldom
    gives a single sentence, however many are looked at.

    Args:
        watched: the signals, with the p-values of all series.
        contrasts: every group that was compared, those that do not differ included.
        most: how many are told.
        rate: false discovery rate.

    Source:
        Benjamini & Hochberg, JRSS B 57(1), 1995.
    """
    signals = [one for one in watched.found if one.p_value <= 1]
    others = list(watched.p_values)
    for one in signals:
        others.remove(one.p_value)
    p = [*(one.p_value for one in signals), *(one.p_value for one in contrasts), *others]
    known: list[Alert | Contrast] = [*signals, *contrasts]
    found = [
        Standout(one, after, _sigmas(one))
        for one, after in zip(known, benjamini_hochberg(p), strict=False)
        if after is not None and after <= rate
    ]
    return _spread(sorted(found, key=lambda one: (one.steady, not one.fresh, -one.sigmas)), most)


def _sigmas(one: Alert | Contrast) -> float:
    if isinstance(one, Alert):
        return max(SIGMAS * one.strength, _z(one.p_value))
    return _z(one.p_value or 0.0)


def _z(p: float) -> float:
    return -NormalDist().inv_cdf(max(p, FARTHEST) / 2)


def _spread(ranked: Iterable[Standout], most: int) -> tuple[Standout, ...]:
    """The first of each measure, then the rest."""
    first: list[Standout] = []
    rest: list[Standout] = []
    seen: set[str] = set()
    for one in ranked:
        (rest if one.key in seen else first).append(one)
        seen.add(one.key)
    return tuple([*first, *rest][:most])
