"""How many comments praise and blame, with the interval of the net share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import NotEnoughData
from cxlib.metrics.nps import nps
from cxlib.stats.scores import ScoreCounts

BLAME, MIDDLE, PRAISE = 0, 7, 10
"""Answers of a 0-10 scale that stand for the three labels, so that net is computed as NPS is."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Comments by label.

    Attributes:
        n: comments.
        positive: comments that praise; neutral and negative likewise.
        neutral: comments that do neither.
        negative: comments that blame.
        net: share of praise less share of blame, in points from -100 to 100.
        low: lower limit in points (adjusted Wald, as for NPS).
        high: upper limit in points.
        covered: fraction of comments with a word of the lists.
        mixed: comments that do both.
    """

    n: int
    positive: int
    neutral: int
    negative: int
    net: float
    low: float | None
    high: float | None
    covered: float
    mixed: int


def count_balance(
    label: NDArray[np.int8],
    covered: NDArray[np.bool_],
    mixed: NDArray[np.bool_],
    *,
    level: float = 0.95,
) -> Balance:
    """Count labels.

    Args:
        label: -1, 0 or 1, shape (comments,).
        covered: whether a word of the lists is in each.
        mixed: whether each both praises and blames.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: there is no comment.
    """
    if not len(label):
        raise NotEnoughData(
            "Sentiment", have=0, need=1, unit="comment", hint="Widen the dates or drop a filter."
        )
    negative, neutral, positive = (int((label == one).sum()) for one in (-1, 0, 1))
    counts = np.zeros(11, int)
    counts[[BLAME, MIDDLE, PRAISE]] = negative, neutral, positive
    found = nps(ScoreCounts.plain(counts.tolist()), level=level)
    return Balance(
        n=len(label),
        positive=positive,
        neutral=neutral,
        negative=negative,
        net=found.score,
        low=found.low,
        high=found.high,
        covered=float(covered.mean()),
        mixed=int(mixed.sum()),
    )
