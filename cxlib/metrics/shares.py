"""Share of good answers (top box) and mean of a rating: CSAT, CES and any other scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy import special

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import t_of, z_of
from cxlib.metrics.repeats import effective_answers, mean_effect
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.scores import ScoreCounts

CSAT_BOX = {
    (1, 3): (3, 3),
    (1, 4): (3, 4),
    (1, 5): (4, 5),
    (1, 7): (6, 7),
    (1, 10): (8, 10),
    (0, 10): (8, 10),
}
CES_BOX = {
    (1, 3): (3, 3),
    (1, 4): (3, 4),
    (1, 5): (4, 5),
    (1, 7): (5, 7),
    (1, 10): (8, 10),
    (0, 10): (8, 10),
}


@dataclass(frozen=True, slots=True)
class BoxScore:
    """The share of answers inside a box of the scale, and the mean.

    Attributes:
        share: fraction of answers in the box, 0 to 1.
        low: lower limit of the share; high: upper limit.
        box: lowest and highest score that count as good.
        scale: lowest and highest valid score.
        mean: mean score in raw codes; mean_low, mean_high: its limits, None for one answer,
            and where it is not known how much alike customers' answers are in the mean.
        n: answers; n_eff: effective answers (Kish), equal to `n` without weights, divided by the
            design effect of the share where that is known.
        counts: answers per score, lowest first.
        customers: who gave the answers; None where that was not asked.
        design_effect: of the share: how much less the answers tell than as many customers would,
            1 at least; None likewise.
    """

    share: float
    low: float
    high: float
    box: tuple[int, int]
    scale: tuple[int, int]
    mean: float
    mean_low: float | None
    mean_high: float | None
    n: int
    n_eff: float
    counts: tuple[int, ...]
    customers: int | None = None
    design_effect: float | None = None


def default_box(
    scale: tuple[int, int], boxes: dict[tuple[int, int], tuple[int, int]], *, reversed_scale: bool
) -> tuple[int, int]:
    """The scores that count as good on `scale`; mirrored where a low score is the good one.

    Raises:
        BadOption: no rule is agreed for this scale, so that the box has to be named.
    """
    if scale not in boxes:
        known = ", ".join(f"{low}-{high}" for low, high in boxes)
        raise BadOption(
            f"No box is agreed for the scale {scale[0]}-{scale[1]} (there is one for {known}). "
            "Name the good scores, for example --box 4-5."
        )
    low, high = boxes[scale]
    return (sum(scale) - high, sum(scale) - low) if reversed_scale else (low, high)


def box_score(
    scores: ScoreCounts,
    *,
    box: tuple[int, int],
    level: float = 0.95,
    customers: CustomerSums | None = None,
) -> BoxScore:
    """Share of answers in `box` with a Wilson interval, and the mean with a t interval.

    With survey weights, and where customers answered several times, the interval is Wilson's at the
    effective number of answers.

    Args:
        scores: answers on the scale `scores.low` to `scores.high`.
        box: lowest and highest good score, both included.
        level: confidence level, a fraction strictly between 0 and 1.
        customers: sums of the same answers; None counts each answer as another customer's.

    Raises:
        NotEnoughData: no answers.
        BadOption: the box lies outside the scale, or the level out of range.

    Source:
        Wilson, JASA 22, 1927; Brown, Cai & DasGupta, Statistical Science 16(2), 2001.
    """
    z_of(level)
    if not scores.low <= box[0] <= box[1] <= scores.high:
        raise BadOption(
            f"The box {box[0]}-{box[1]} does not lie on the scale {scores.low}-{scores.high}."
        )
    if scores.total == 0 or scores.weight <= 0:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("This score", have=0, need=1, unit="answer", hint=hint)
    share = scores.weight_between(*box) / scores.weight
    effect = None if customers is None else mean_effect(scores, customers, box_hits(scores, box))
    n = scores.n_eff if effect is None else effective_answers(scores, effect, level)
    low, high = wilson(share, n, level=level)
    mean, mean_low, mean_high = _mean(scores, level, customers)
    return BoxScore(
        share=share,
        low=low,
        high=high,
        box=box,
        scale=(scores.low, scores.high),
        mean=mean,
        mean_low=mean_low,
        mean_high=mean_high,
        n=scores.total,
        n_eff=scores.n_eff / (1.0 if effect is None else effect.size),
        counts=scores.counts,
        customers=None if customers is None else customers.customers,
        design_effect=None if effect is None else effect.size,
    )


def box_hits(scores: ScoreCounts, box: tuple[int, int]) -> tuple[int, ...]:
    """1 for each score of the scale that lies in the box, else 0."""
    return tuple(int(box[0] <= one <= box[1]) for one in range(scores.low, scores.high + 1))


def wilson(share: float, n: float, *, level: float = 0.95) -> tuple[float, float]:
    """Wilson's limits of a share of `n` (possibly effective) answers, within 0 and 1.

    Source:
        Wilson, JASA 22, 1927.
    """
    z = z_of(level)
    spread = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / spread
    half = z / spread * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0.0 if share == 0 else centre - half), (1.0 if share == 1 else centre + half)


def share_difference(one: ScoreCounts, other: ScoreCounts, *, box: tuple[int, int]) -> float | None:
    """Two-sided p-value of two independent shares being equal; None without answers in either.

    N-1 chi-square; Fisher's exact test where an expected count is below 1. With weights, the
    chi-square on effective counts.

    Source:
        Campbell, Statistics in Medicine 26, 2007.
    """
    if min(one.weight, other.weight) <= 0:
        return None
    table = []
    for scores in (one, other):
        good = scores.weight_between(*box) / scores.weight * scores.n_eff
        table.append((good, scores.n_eff - good))
    n = sum(map(sum, table))
    columns = [sum(row[i] for row in table) for i in (0, 1)]
    if min(columns) == 0:
        return 1.0
    expected = [[sum(row) * column / n for column in columns] for row in table]
    if min(map(min, expected)) < 1 and not (one.weighted or other.weighted):
        return _fisher(table)
    chi = sum(
        (cell - want) ** 2 / want
        for row, wants in zip(table, expected, strict=True)
        for cell, want in zip(row, wants, strict=True)
    )
    return float(special.chdtrc(1, chi * (n - 1) / n))


def _fisher(table: list[tuple[float, float]]) -> float:
    from scipy.stats import fisher_exact  # slow to import, and seldom needed

    return float(fisher_exact(np.array(table).round().astype(np.int64)).pvalue)


def _mean(
    scores: ScoreCounts, level: float, customers: CustomerSums | None
) -> tuple[float, float | None, float | None]:
    values = range(scores.low, scores.high + 1)
    mean = sum(v * w for v, w in zip(values, scores.weights, strict=True)) / scores.weight
    n = degrees = scores.n_eff
    other = customers is not None and customers.worth not in (None, tuple(values))
    if scores.total < 2 or n <= 1 or other:
        return mean, None, None
    spread = sum(w * (v - mean) ** 2 for v, w in zip(values, scores.weights, strict=True))
    variance = spread / scores.weight * n / (n - 1) / n
    if customers is not None:
        variance *= mean_effect(scores, customers, values).size
        degrees = min(n, customers.customers)
    if degrees <= 1:
        return mean, None, None
    half = t_of(level, degrees - 1) * sqrt(variance)
    return mean, mean - half, mean + half
