"""Themes of a group of comments: how often, how felt, and beside which score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.text.impact import Impact, measure_impact
from cxlib.text.sentiment import Floats
from cxlib.text.themes import Mentions


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme.

    Attributes:
        theme: its name.
        n: comments that mention it.
        share: of all comments of the group, a fraction; None without any.
        net: mentions in praise less mentions in blame, in points of its mentions; None without any.
        positive: comments that praise it; `negative` those that blame it.
        negative: comments that blame it.
        impact: how the score goes together with it; None without scores.
        praised: the same for the comments that praise it.
        blamed: the same for the comments that blame it.
    """

    theme: str
    n: int
    share: float | None
    net: float | None
    positive: int
    negative: int
    impact: Impact | None = None
    praised: Impact | None = None
    blamed: Impact | None = None


def theme_rows(
    mentions: Mentions,
    score: Floats | None = None,
    *,
    segments: Sequence[NDArray[np.int64]] = (),
    level: float = 0.95,
) -> tuple[ThemeRow, ...]:
    """One row a theme, in the taxonomy's order; themes that nobody mentions are left out.

    Args:
        mentions: the themes of the group's comments.
        score: what is averaged, without NaN, shape (comments,); None for none.
        segments: codes that the adjusted effect holds equal.
        level: confidence level.
    """
    flags, polarity = mentions.flags, mentions.polarity
    seen = np.flatnonzero(flags.any(axis=0))
    flags, polarity = flags[:, seen], polarity[:, seen]
    counts, praise, blame = flags.sum(axis=0), polarity > 0, polarity < 0
    impacts: list[tuple[Impact | None, ...]] = [(None, None, None)] * len(seen)
    if score is not None and len(seen):
        whole = measure_impact(score, flags, segments=segments, level=level)
        both = measure_impact(
            score, np.concatenate([praise, blame], axis=1), segments=segments, level=level
        )
        impacts = list(zip(whole, both[: len(seen)], both[len(seen) :], strict=True))
    good, bad = praise.sum(axis=0).tolist(), blame.sum(axis=0).tolist()
    return tuple(
        ThemeRow(
            theme=mentions.names[theme],
            n=n,
            share=n / len(flags),
            net=100 * (good[place] - bad[place]) / n,
            positive=good[place],
            negative=bad[place],
            impact=impacts[place][0],
            praised=impacts[place][1],
            blamed=impacts[place][2],
        )
        for place, (theme, n) in enumerate(zip(seen.tolist(), counts.tolist(), strict=True))
    )
