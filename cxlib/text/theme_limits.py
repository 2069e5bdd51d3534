"""The limits of a theme's share and of its net sentiment, for the whole and by segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa

from cxlib.metrics.nps import nps
from cxlib.metrics.shares import wilson
from cxlib.stats.scores import ScoreCounts
from cxlib.text.emerging import Change, compare_themes
from cxlib.text.impact import Effect, Impact
from cxlib.text.shares import BLAME, MIDDLE, PRAISE
from cxlib.text.theme_table import ThemeRow
from cxlib.text.themes import Mentions

Measure = Literal["removal", "difference", "adjusted"]
"""What is said of the score: without the comments, against the others, all themes held equal."""
MOST_VALUES = 12
"""Values of a segment that are compared, those with most comments."""


@dataclass(frozen=True, slots=True)
class Span:
    """A value with its limits; None where unknown."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SegmentThemes:
    """How often one value of a segment mentions each theme.

    Attributes:
        value: the segment's value.
        n: its comments.
        changes: each theme against the other comments.
    """

    value: str
    n: int
    changes: tuple[Change, ...]


def share_limits(row: ThemeRow, comments: int, *, level: float = 0.95) -> Span:
    """The share of comments that mention a theme, a fraction, with Wilson's limits.

    Args:
        row: the theme.
        comments: how many comments there are.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    if row.share is None or not comments:
        return Span(None, None, None)
    return Span(row.share, *wilson(row.share, comments, level=level))


def net_limits(row: ThemeRow, *, level: float = 0.95) -> Span:
    """Praise less blame in points of a theme's mentions, with limits as for NPS.

    Args:
        row: the theme; its mentions are the answers, neutral where neither is said.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    counts = np.zeros(11, int)
    counts[[BLAME, MIDDLE, PRAISE]] = (
        row.negative,
        row.n - row.positive - row.negative,
        row.positive,
    )
    found = nps(ScoreCounts.plain(counts.tolist()), level=level)
    return Span(found.score, found.low, found.high)


def themes_by_segment(
    mentions: Mentions, cells: pa.Array, *, level: float = 0.95
) -> tuple[SegmentThemes, ...]:
    """Each of the largest values of a segment against all other comments.

    Args:
        mentions: the themes of the comments.
        cells: the segment's value of each comment, no null, shape (comments,).
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        One entry a value, the one with most comments first; p-values are adjusted within a value.
    """
    encoded = cells.dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    values: Sequence[str] = encoded.dictionary.to_pylist()
    sizes = np.bincount(codes, minlength=len(values))
    found = []
    for place in np.argsort(-sizes, kind="stable")[:MOST_VALUES].tolist():
        inside = codes == place
        changes = compare_themes(mentions.names, mentions.flags, inside, ~inside, level=level)
        found.append(SegmentThemes(values[place], int(sizes[place]), changes))
    return tuple(found)


def effect_of(impact: Impact | None, measure: Measure) -> Effect:
    """One of the effects of a theme on the score, in the score's unit.

    The removal effect is the share times the difference between comments with and without the
    theme, and its limits are those of the difference times the share; so the difference is got
    back by dividing.

    Args:
        impact: the theme beside the score; None without scores.
        measure: which effect.
    """
    if impact is None:
        return Effect()
    if measure != "difference":
        return impact.adjusted if measure == "adjusted" else impact.removal
    found, share = impact.removal, impact.share
    if not share or found.value is None or found.low is None or found.high is None:
        return Effect()
    values = (found.value / share, found.low / share, found.high / share)
    return Effect(*values, found.p_value, found.p_adjusted)
