"""Whether a score moved because groups moved, or because other groups answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

Real = NDArray[np.float64]
Worth = Callable[[int], float]
"""What an answer counts for: 100, 0, -100 for NPS; 1 or 0 for a share of good answers."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A part of the change with its limits, in the unit of the score."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Part:
    """What one group brought to the change.

    Attributes:
        group: the group.
        share_before: its share of the answers before; share_after: after.
        share_after: its share of the answers after.
        score_before: its score before; None where nobody of it answered.
        score_after: its score after, likewise.
        mix: what the change of its share brought.
        rate: what the change of its score brought.
        n_before: answers before; n_after: after.
        n_after: answers after.
    """

    group: Group
    share_before: float
    share_after: float
    score_before: float | None
    score_after: float | None
    mix: float
    rate: float
    n_before: int
    n_after: int


@dataclass(frozen=True, slots=True)
class MixRate:
    """The change of a score, split in two.

    Attributes:
        change: the whole change; mix: by who answered; rate: by how groups score.
        mix: the part that comes from other shares of the groups.
        rate: the part that comes from other scores of the groups.
        parts: what each group brought, the largest first.
        against_all: whether the score moved one way, and every group that answered both times
            the other way (Simpson's paradox).
    """

    change: Amount
    mix: Amount
    rate: Amount
    parts: tuple[Part, ...]
    against_all: bool


def mix_rate(
    before: Mapping[Group, ScoreCounts],
    after: Mapping[Group, ScoreCounts],
    *,
    worth: Worth,
    level: float = 0.95,
) -> MixRate:
    """Split the change of a mean into the change of shares and the change of scores.

    The mix holds each group's score at its mean of the two times, the rate each share likewise, so
    that the two add up to the change without a rest. A group without answers at one time has its
    score of the other time there: all that it brings is mix.

    Args:
        before: histograms of the groups of one column, without a total.
        after: likewise, of the later time.
        worth: what an answer counts for.
        level: confidence level of the limits, by the delta method (answers as drawn at random).

    Raises:
        NotEnoughData: one of the times has no answers.

    Source:
        Kitagawa, Journal of the American Statistical Association 50(272), 1955.
    """
    groups = [one for one in dict.fromkeys((*before, *after)) if not one.is_total]
    cells = [_cells([side.get(one) for one in groups], worth) for side in (before, after)]
    for side, name in zip(cells, ("before", "after"), strict=True):
        if side.answers.sum() <= 0:
            hint = "Choose another time, or filter less."
            raise NotEnoughData(
                f"The change of a score (the time {name})", have=0, need=1, unit="answer", hint=hint
            )
    first, second = cells
    mean_0 = np.where(first.answers > 0, first.mean, second.mean)
    mean_1 = np.where(second.answers > 0, second.mean, mean_0)
    share_0, share_1 = first.shares, second.shares
    score, shift = (mean_0 + mean_1) / 2, mean_1 - mean_0
    whole = (float(share_0 @ mean_0), float(share_1 @ mean_1))
    mix = (share_1 - share_0) * (score - sum(whole) / 2)
    rate = (share_0 + share_1) / 2 * shift
    apart, share = (share_1 - share_0) / 2, (share_0 + share_1) / 2
    z = z_of(level)

    def amount(value: float, by_share: tuple[Real, Real], by_mean: tuple[Real, Real]) -> Amount:
        half = z * sqrt(first.variance(by_share[0], by_mean[0])
                        + second.variance(by_share[1], by_mean[1]))  # fmt: skip
        return Amount(value, value - half, value + half)

    both = (first.answers > 0) & (second.answers > 0)
    return MixRate(
        change=amount(whole[1] - whole[0], (-mean_0, mean_1), (-share_0, share_1)),
        mix=amount(float(mix.sum()), (-score, score), (apart, apart)),
        rate=amount(float(rate.sum()), (shift / 2, shift / 2), (-share, share)),
        parts=_parts(groups, (first, second), (mix, rate)),
        against_all=_against_all(whole[1] - whole[0], shift[both]),
    )


def _parts(
    groups: Sequence[Group], cells: tuple[_Cells, _Cells], brought: tuple[Real, Real]
) -> tuple[Part, ...]:
    """What each group brought, the largest first."""
    (first, second), (mix, rate) = cells, brought
    return tuple(
        Part(
            group=groups[i],
            share_before=float(first.shares[i]),
            share_after=float(second.shares[i]),
            score_before=float(first.mean[i]) if first.answers[i] > 0 else None,
            score_after=float(second.mean[i]) if second.answers[i] > 0 else None,
            mix=float(mix[i]),
            rate=float(rate[i]),
            n_before=int(first.answers[i]),
            n_after=int(second.answers[i]),
        )
        for i in np.argsort(-np.abs(mix + rate), kind="stable")
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Groups at one time: answers, effective answers, means and variances of one answer."""

    answers: Real
    weights: Real
    effective: Real
    mean: Real
    spread: Real

    @property
    def shares(self) -> Real:
        found: Real = self.weights / self.weights.sum()
        return found

    def variance(self, by_share: Real, by_mean: Real) -> float:
        """Variance of a sum whose derivatives by shares and by means are given."""
        shares, known = self.shares, self.effective > 0
        squares = float((self.weights[known] ** 2 / self.effective[known]).sum())
        size = float(self.weights.sum()) ** 2 / squares
        drift = float(shares @ by_share**2 - (shares @ by_share) ** 2) / size
        noise = by_mean[known] ** 2 * self.spread[known] / self.effective[known]
        return max(0.0, drift) + float(noise.sum())


def _cells(counts: Sequence[ScoreCounts | None], worth: Worth) -> _Cells:
    rows = np.array([_row(one, worth) for one in counts], float).reshape(-1, 5)
    return _Cells(*rows.T)


def _row(one: ScoreCounts | None, worth: Worth) -> tuple[float, ...]:
    """Answers, weight, effective answers, mean and variance of a group; zeros without answers."""
    if one is None or one.weight <= 0:
        return (0.0,) * 5
    values = np.array([worth(one.low + place) for place in range(len(one.counts))])
    shares = np.array(one.weights) / one.weight
    mean = float(shares @ values)
    spread = max(0.0, float(shares @ values**2) - mean**2)
    return (float(one.total), one.weight, one.n_eff, mean, spread)


def _against_all(change: float, shifts: Real) -> bool:
    if len(shifts) < 2 or change == 0:
        return False
    return bool(np.all(shifts * change < 0))


def nps_worth(score: int) -> float:
    """Points of one answer: 100 for 9 and 10, 0 for 7 and 8, -100 below."""
    if score >= 9:
        return 100.0
    return 0.0 if score >= 7 else -100.0


def box_worth(box: tuple[int, int]) -> Worth:
    """1 for an answer in the box, 0 for others."""
    return lambda score: float(box[0] <= score <= box[1])
