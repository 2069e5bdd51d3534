"""Customers fallen silent where no contract says who left: threshold, shares, false alarms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.shares import share_difference, wilson
from cxlib.models.crossing import FEW
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.stats.gaps import MOST_ACTIVE, OWN_GAPS, Gaps
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts

PERCENTILE = 0.95
PERCENTILES = (0.8, 0.9, 0.95, 0.99)
DAYS = (7, 14, 30, 60, 90, 120, 180, 365)
RULES = ("open", "ended")
"""How the percentile of gaps is found: with open gaps as censored, or of ended gaps alone."""
ROUNDING = 1e-10


@dataclass(frozen=True, slots=True)
class Threshold:
    """Days of silence after which a customer counts as inactive.

    Attributes:
        days: inactive is who has been silent for more than so many days.
        rule: "open", "ended" (see `threshold_of`) or "given".
        percentile: share of the gaps that end by then, of those that end; None where it was given.
        within: days up to which the data show how long gaps last; None without a percentile.
        ending: share of gaps that end within those days, by Kaplan-Meier; None likewise.
    """

    days: int
    rule: str
    percentile: float | None = None
    within: int | None = None
    ending: float | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `n` as a fraction with Wilson's limits; all None of nothing."""

    count: int
    n: int
    share: float | None
    low: float | None
    high: float | None

    @classmethod
    def of(cls, count: int, n: int, level: float) -> Share:
        """The share of some among all."""
        if not n:
            return cls(count, n, None, None, None)
        return cls(count, n, count / n, *wilson(count / n, n, level=level))


@dataclass(frozen=True, slots=True)
class SilentAt:
    """What one threshold says.

    Attributes:
        threshold: the threshold.
        silent: customers silent beyond it at the end of the data, of those watched for longer.
        too_new: customers first seen too late to be silent that long, in no share.
        returned: gaps that were longer and yet ended, of all gaps that grew longer. These alarms
            are known to be false; the true share is higher, since more may still come back.
        back: share of the gaps that grew longer whose customer came back within as many days
            again, by Kaplan-Meier, open gaps counted fairly; None where gaps were not watched so
            long. Limits take gaps as independent.
        back_low: lower limit; back_high: upper limit; None where unknown.
    """

    threshold: Threshold
    silent: Share
    too_new: int
    returned: Share
    back: float | None
    back_low: float | None
    back_high: float | None


@dataclass(frozen=True, slots=True)
class GroupSilence:
    """Silence of one group.

    Attributes:
        group: the group.
        at: what the threshold says of it.
        own: customers silent for longer than their own longest gap, among those with at least
            three ended gaps.
        curve: share whose last active day before a lasting silence is still to come, by days
            since the first; None where nobody was watched for longer than the threshold.
        p_value: share silent against the other groups of the column (N-1 chi-square); None for
            the total.
        p_adjusted: the same, adjusted for the number of groups (Benjamini-Hochberg).
    """

    group: Group
    at: SilentAt
    own: Share
    curve: SurvivalCurve | None
    p_value: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True)
class Silence:
    """Silence of every group under one threshold, in the order given.

    Attributes:
        threshold: the threshold, the same for all groups.
        groups: the groups.
        sensitivity: what other thresholds would say of the total, by days.
        gap_curve: share of gaps that last longer, by days, Kaplan-Meier of the total.
        notes: what limits the reading.
    """

    threshold: Threshold
    groups: tuple[GroupSilence, ...]
    sensitivity: tuple[SilentAt, ...]
    gap_curve: SurvivalCurve
    notes: tuple[str, ...]

    @property
    def total(self) -> GroupSilence:
        """The whole selection."""
        return next(one for one in self.groups if one.group == TOTAL)


def threshold_of(gaps: Gaps, *, percentile: float = PERCENTILE, rule: str = "open") -> Threshold:
    """The days by which most gaps have ended, of those that do end.

    Most customers who have left leave an open gap behind, and long gaps are more often still open
    when the data end. The percentile of ended gaps alone ("ended") is therefore too short. With
    "open", gaps still open are censored: Kaplan-Meier gives F(t), the share of gaps that end by t,
    and the threshold is the first day with F(t) >= percentile F(w), where w is the last day on
    which at least ten gaps are watched. What never ends lies above F(w) and does not count.
    Customers with short gaps have more of them, so the percentile is one of gaps, not of customers.

    Args:
        gaps: gaps of all customers in view.
        percentile: share of the ending gaps that shall have ended, strictly between 0 and 1.
        rule: "open" or "ended".

    Raises:
        NotEnoughData: no gap has ended: nobody was active on two days.
        BadOption: the percentile is out of range, or there is no such rule.

    Source:
        Open gaps: Pena, Strawderman & Hollander, Journal of the American Statistical Association
        96(456), 2001 (gaps of one renewal process pooled). Share that never ends: Maller & Zhou,
        Biometrika 79(4), 1992.
    """
    if not 0 < percentile < 1:
        raise BadOption(f"The percentile is {percentile:g}; it has to lie between 0 and 1.")
    if rule not in RULES:
        raise BadOption(f"There is no rule '{rule}' for a threshold; choose {', '.join(RULES)}.")
    if not gaps.ended_gaps:
        hint = "Widen the dates or drop a filter, or name the days of a threshold yourself."
        raise NotEnoughData(
            "A threshold from the data", have=0, need=1, unit="customer who came back", hint=hint
        )
    if rule == "ended":
        return _of_ended(gaps, percentile)
    return _from_curve(kaplan_meier(gaps.lives), percentile)


def _of_ended(gaps: Gaps, percentile: float) -> Threshold:
    ended = np.cumsum([n for _, n in gaps.ended])
    place = int(np.searchsorted(ended, percentile * ended[-1] * (1 - ROUNDING)))
    return Threshold(gaps.ended[place][0], "ended", percentile)


def _from_curve(curve: SurvivalCurve, percentile: float) -> Threshold:
    came_back = 1 - np.asarray(curve.survival)
    enough = np.flatnonzero(np.asarray(curve.at_risk) >= FEW)
    last = int(enough[-1]) if enough.size and came_back[enough[-1]] > 0 else len(curve.times) - 1
    ending = float(came_back[last])
    place = int(np.flatnonzero(came_back >= percentile * ending - ROUNDING)[0])
    days = int(curve.times[place])
    return Threshold(days, "open", percentile, int(curve.times[last]), ending)


def silence_of(
    gaps: Mapping[Group, Gaps],
    threshold: Threshold,
    *,
    percentiles: Sequence[float] = PERCENTILES,
    level: float = 0.95,
) -> Silence:
    """Customers inactive under a threshold, for every group, and how much hangs on the threshold.

    Args:
        gaps: gaps per group; the total has to be among them.
        threshold: what `threshold_of` chose, or one given.
        percentiles: percentiles of gaps whose thresholds stand in the table of other thresholds.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the threshold is below 1 day, or the level is out of range.
    """
    if threshold.days < 1:
        raise BadOption(f"The threshold is {threshold.days} days; it has to be at least 1.")
    curve = kaplan_meier(gaps[TOTAL].lives, level=level)
    p_values = _against_rest(gaps, threshold.days)
    groups = tuple(
        GroupSilence(
            group,
            silent_at(one, threshold, level=level),
            _own(one, level),
            _curve(one, threshold.days, level),
            *p_values.get(group, (None, None)),
        )
        for group, one in gaps.items()
    )
    others = _others(gaps[TOTAL], curve, percentiles, threshold)
    table = tuple(silent_at(gaps[TOTAL], other, level=level) for other in others)
    return Silence(threshold, groups, table, curve, _notes(gaps[TOTAL], threshold))


def silent_at(gaps: Gaps, threshold: Threshold, *, level: float = 0.95) -> SilentAt:
    """What one threshold says of one group."""
    days = threshold.days
    silent, returned = gaps.silent(days), gaps.ended_after(days)
    after = gaps.beyond(days)
    row = kaplan_meier(after, level=level).at(days) if after.n else None
    back, low, high = None, None, None
    if row is not None and row.survival is not None:
        back = 1 - row.survival
        low = None if row.high is None else 1 - row.high
        high = None if row.low is None else 1 - row.low
    return SilentAt(
        threshold,
        Share.of(silent, gaps.watched(days), level),
        gaps.customers - gaps.watched(days),
        Share.of(returned, returned + silent, level),
        back,
        low,
        high,
    )


def _own(gaps: Gaps, level: float) -> Share:
    """Customers silent for longer than their own longest gap, among those with enough gaps."""
    known = [(beyond, n) for active, _, beyond, n in gaps.usual if active > OWN_GAPS]
    return Share.of(sum(n for beyond, n in known if beyond), sum(n for _, n in known), level)


def _curve(gaps: Gaps, days: int, level: float) -> SurvivalCurve | None:
    lives = gaps.until_silent(days)
    return kaplan_meier(lives, level=level) if lives.n else None


def _others(
    gaps: Gaps, curve: SurvivalCurve, percentiles: Sequence[float], chosen: Threshold
) -> list[Threshold]:
    """Usual thresholds within the data, and those of the percentiles, by days."""
    longest = max((span + rest for span, rest, _ in gaps.spans), default=0)
    found = {days: Threshold(days, "given") for days in DAYS if days < longest}
    if gaps.ended_gaps:
        for percentile in percentiles:
            one = _from_curve(curve, percentile)
            found[one.days] = one
    found[chosen.days] = chosen
    return [found[days] for days in sorted(found)]


def _against_rest(
    gaps: Mapping[Group, Gaps], days: int
) -> dict[Group, tuple[float | None, float | None]]:
    """Each value's share silent against the other values of its column: p and adjusted p."""
    found: dict[Group, tuple[float | None, float | None]] = {}
    for column in dict.fromkeys(g.column for g in gaps if g.column is not None):
        counts = {
            group: ScoreCounts.plain((one.watched(days) - one.silent(days), one.silent(days)))
            for group, one in gaps.items()
            if group.column == column
        }
        p: list[float | None] = []
        for group, mine in counts.items():
            others = [one for name, one in counts.items() if name != group]
            p.append(share_difference(mine, reduce(add, others), box=(1, 1)) if others else None)
        found |= dict(zip(counts, zip(p, benjamini_hochberg(p), strict=True), strict=True))
    return found


def _notes(gaps: Gaps, threshold: Threshold) -> tuple[str, ...]:
    notes = []
    new = gaps.customers - gaps.watched(threshold.days)
    if new:
        notes.append(
            say(
                "{new} of {n} customers were first seen in the last {days} days, too late to be "
                "silent for longer; they are left out of the shares.",
                new=f"{new:,}",
                n=f"{gaps.customers:,}",
                days=threshold.days,
            )
        )
    if gaps.customers and new == gaps.customers:
        notes.append(say("No customer was watched for longer than the threshold."))
    return tuple(notes)


def active_class(active: int) -> str:
    """Active days of a customer as text; the last class stands for more too."""
    return f"{active}+" if active >= MOST_ACTIVE else str(active)
