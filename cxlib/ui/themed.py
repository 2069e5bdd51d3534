"""Themes of the comments in view by one of three lists, counted once for each view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.text.emerging import Change, compare_themes
from cxlib.text.taxonomy import Taxonomy
from cxlib.text.theme_limits import SegmentThemes, themes_by_segment
from cxlib.text.theme_table import ThemeRow, theme_rows
from cxlib.text.theme_trend import ThemeTrend, theme_trends
from cxlib.text.themes import Mentions
from cxlib.text.together import Pair, pairs_of
from cxlib.text.word_counts import mentions_of
from cxlib.ui import commented, head, load, theme_names
from cxlib.ui.commented import Asked

IN_USE, PILLARS, EMOTIONS = "in use", "pillars", "emotions"
"""The lists by which themes can be told: those in use, and two that the package has besides."""


@dataclass(frozen=True, slots=True, eq=False)
class Themed:
    """Themes of the comments in view.

    Attributes:
        mentions: themes by comment.
        rows: each theme that is mentioned, without the score.
        scored: the same of the comments that have a score, with impacts; empty without scores.
        comments: how many comments there are.
    """

    mentions: Mentions
    rows: tuple[ThemeRow, ...]
    scored: tuple[ThemeRow, ...]
    comments: int


def taxonomy_of(asked: Asked, lists: str) -> Taxonomy:
    """The themes of one of the lists."""
    if lists == PILLARS:
        return theme_names.pillars()
    return theme_names.emotions() if lists == EMOTIONS else asked.taxonomy


@commented.kept(6)
def themed(asked: Asked, lists: str, level: float) -> Themed:
    """Count themes by one of the lists, and hold the score against them."""
    analysis = commented.analysis_of(asked)
    mentions = _mentions(asked, lists)
    comments = analysis.comments
    codes = comments.codes
    scored: tuple[ThemeRow, ...] = ()
    if codes is not None and not np.isnan(codes).all():
        places = np.flatnonzero(~np.isnan(codes))
        segments = [_codes(cells)[places] for cells in comments.segments.values()]
        scored = theme_rows(mentions.taken(places), codes[places], segments=segments, level=level)
    return Themed(mentions, theme_rows(mentions), scored, comments.n)


@commented.kept(6)
def trends(asked: Asked, lists: str) -> tuple[ThemeTrend, ...]:
    """Control charts of the themes; none without dates."""
    comments = commented.analysis_of(asked).comments
    last = _last_day(asked)
    if comments.period is None or asked.period is None or last is None:
        return ()
    found = _mentions(asked, lists)
    return theme_trends(found, comments.period, length=asked.period, last_day=last)


@commented.kept(20)
def emerging(asked: Asked, lists: str, start: date, level: float) -> tuple[Change, ...]:
    """The themes of the period that begins on a day, against all periods before it."""
    comments = commented.analysis_of(asked).comments
    if comments.period is None:
        return ()
    days = comments.period.cast(pa.date32()).to_numpy(zero_copy_only=False)
    first = np.datetime64(start)
    found = _mentions(asked, lists)
    return compare_themes(found.names, found.flags, days == first, days < first, level=level)


@commented.kept(6)
def by_segment(asked: Asked, lists: str, level: float) -> tuple[SegmentThemes, ...]:
    """The themes of each value of the column that the page compares by; none without one."""
    comments = commented.analysis_of(asked).comments
    if asked.by is None or not comments.segments:
        return ()
    cells = next(iter(comments.segments.values()))
    return themes_by_segment(_mentions(asked, lists), cells, level=level)


@commented.kept(6)
def together(asked: Asked, lists: str, level: float) -> tuple[Pair, ...]:
    """Which themes stand together."""
    return pairs_of(_mentions(asked, lists), level=level)


def untagged(found: Themed, texts: pa.Array, *, most: int) -> list[str]:
    """Some comments that mention no theme, spread over the file, equal ones once."""
    places = np.flatnonzero(~found.mentions.flags.any(axis=1))
    distinct = list(dict.fromkeys(texts.take(pa.array(places)).to_pylist()))
    step = max(1, len(distinct) // most)
    return distinct[::step][:most]


def with_theme(found: Themed, theme: str) -> NDArray[np.int64]:
    """The places of the comments that mention a theme."""
    names: Sequence[str] = found.mentions.names
    if theme not in names:
        return np.zeros(0, np.int64)
    return np.flatnonzero(found.mentions.flags[:, names.index(theme)])


@commented.kept(6)
def _mentions(asked: Asked, lists: str) -> Mentions:
    analysis = commented.analysis_of(asked)
    if lists == IN_USE:
        return analysis.themes()
    return mentions_of(analysis, taxonomy_of(asked, lists))


def _codes(cells: pa.Array) -> NDArray[np.int64]:
    encoded = cells.dictionary_encode().indices
    found: NDArray[np.int64] = encoded.to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _last_day(asked: Asked) -> date | None:
    """The last day in view; None without dates."""
    bounds = load.days(asked.dataset, head.TIME[asked.dataset.kind])
    if bounds is None:
        return None
    until = asked.selection.until
    return bounds[1] if until is None else min(until, bounds[1])
