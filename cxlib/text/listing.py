"""Which comments to list, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cxlib.metrics.nps import nps, nps_difference
from cxlib.text.analysis import Analysis
from cxlib.text.label_cube import label_counts
from cxlib.text.language import NAMES
from cxlib.text.learning import FEWEST_EACH, classes_of
from cxlib.text.sentiment import labels_of
from cxlib.text.tokens import Ints

Flags = NDArray[np.bool_]

FEELINGS = {"negative": -1, "neutral": 0, "positive": 1}
MIXED = "mixed"
BANDS = ("low", "middle", "high")
BLAMED_HIGH, PRAISED_LOW = "high score, blame", "low score, praise"
ORDERS = ("negative", "positive", "strong", "new", "file")
SURE = 0.001
"""A column of scores is doubted only where chance explains so little."""
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which comments to list; an empty text asks for nothing, and all that is asked has to hold.

    Attributes:
        words: words that a comment has to hold, case-blind; "a phrase" in quotes.
        theme: a theme it mentions.
        feeling: negative, neutral, positive or mixed; with a theme, what it feels about that.
        segment: a value of the segment column that the comments were read with.
        band: low, middle or high score.
        against: `BLAMED_HIGH` or `PRAISED_LOW`, by the word lists, which do not know the score.
        language: en, id, ms or other.
        period: first day of a period, as yyyy-mm-dd.
    """

    words: str = ""
    theme: str = ""
    feeling: str = ""
    segment: str = ""
    band: str = ""
    against: str = ""
    language: str = ""
    period: str = ""

    def without(self, *names: str) -> Wanted:
        """A copy that does not ask for these."""
        return replace(self, **dict.fromkeys(names, ""))


def found_places(analysis: Analysis, wanted: Wanted) -> Ints:
    """The places of the comments that are asked for, in the order of the file."""
    keep = np.ones(analysis.comments.n, bool)
    for asked, flags in (
        (wanted.words, _with_words),
        (wanted.theme or wanted.feeling, _felt),
        (wanted.segment, _in_segment),
        (wanted.band, _in_band),
        (wanted.against, _against),
        (wanted.language, _in_language),
        (wanted.period, _in_period),
    ):
        if asked:
            keep &= flags(analysis, wanted)
    return np.flatnonzero(keep)


def against_score(analysis: Analysis) -> NDArray[np.int8]:
    """1 where a high score stands beside words of blame, -1 where a low one beside praise, else 0.

    By the word lists also where a model learned from the scores, since that would go round in a
    circle.
    """
    found = np.zeros(analysis.comments.n, np.int8)
    classes = score_classes(analysis)
    if classes is not None:
        label = labels_of(analysis.lexicon_score)
        found[(classes == 2) & (label < 0)] = 1
        found[(classes == 0) & (label > 0)] = -1
    return found


def score_classes(analysis: Analysis) -> NDArray[np.int64] | None:
    """0, 1, 2 for a bad, middle or good score beside each comment, -1 for none; None without any.

    Where the mapping says that a low answer is good the score is turned round first. A 0-10 score
    is cut as NPS is (0-6, 7-8, 9-10), one from 1 to 5 at 3, any other in thirds.
    """
    content = analysis.comments.content
    return None if content is None else classes_of(content, points=analysis.comments.points)


def runs_against(analysis: Analysis) -> bool:
    """Whether low scores stand beside praise and high ones beside blame, beyond chance.

    A low answer is then the good one, as in "1 = very good", or the column is no score.
    """
    classes = score_classes(analysis)
    if classes is None:
        return False
    label = labels_of(analysis.lexicon_score)
    low, high = label_counts(label[classes == 0]), label_counts(label[classes == 2])
    if min(low.total, high.total) < FEWEST_EACH:
        return False
    p_value = nps_difference(low, high)
    return p_value is not None and p_value < SURE and nps(high).score < nps(low).score


def in_order(
    analysis: Analysis, places: Ints, order: str, days: NDArray[np.int64] | None = None
) -> Ints:
    """Some places in an order of `ORDERS`; equal ones stay in the order of the file.

    Args:
        analysis: comments read.
        places: which of them.
        order: most negative, most positive, strongest or newest first, or as in the file.
        days: a number that grows with the day of each comment, shape (comments,).
    """
    if order == "new" and days is not None:
        return places[np.argsort(-days[places], kind="stable")]
    keys = {
        "negative": analysis.score,
        "positive": -analysis.score,
        "strong": -analysis.strength,
    }
    return places[np.argsort(keys[order][places], kind="stable")] if order in keys else places


def _with_words(analysis: Analysis, wanted: Wanted) -> Flags:
    """All words, in the distinct texts first."""
    encoded = analysis.comments.text.dictionary_encode()
    texts, codes = encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False)
    keep = np.ones(len(texts), bool)
    for phrase, word in _TERM.findall(wanted.words):
        hit = pc.match_substring(texts, phrase or word, ignore_case=True)
        keep &= hit.to_numpy(zero_copy_only=False)
    return np.asarray(keep[codes], bool)


def _felt(analysis: Analysis, wanted: Wanted) -> Flags:
    flags = np.ones(analysis.comments.n, bool)
    label: NDArray[np.int8] = analysis.label
    mentions = analysis.mentions
    if wanted.theme:
        if wanted.theme not in mentions.names:
            return ~flags
        theme = mentions.names.index(wanted.theme)
        flags = mentions.flags[analysis.which, theme]
        label = mentions.polarity[analysis.which, theme]
    if wanted.feeling == MIXED:
        return np.asarray(flags & analysis.mixed)
    return flags & (label == FEELINGS[wanted.feeling]) if wanted.feeling else flags


def _in_segment(analysis: Analysis, wanted: Wanted) -> Flags:
    flags = np.zeros(analysis.comments.n, bool)
    for cells in analysis.comments.segments.values():
        flags |= _equal(cells, wanted.segment)
    return flags


def _in_band(analysis: Analysis, wanted: Wanted) -> Flags:
    classes = score_classes(analysis)
    if classes is None:
        return np.zeros(analysis.comments.n, bool)
    return np.asarray(classes == BANDS.index(wanted.band))


def _against(analysis: Analysis, wanted: Wanted) -> Flags:
    side = 1 if wanted.against == BLAMED_HIGH else -1
    return np.asarray(against_score(analysis) == side)


def _in_language(analysis: Analysis, wanted: Wanted) -> Flags:
    found = analysis.languages.code == NAMES.index(wanted.language)
    return np.asarray(found[analysis.which])


def _in_period(analysis: Analysis, wanted: Wanted) -> Flags:
    if analysis.comments.period is None:
        return np.zeros(analysis.comments.n, bool)
    return _equal(analysis.comments.period, date.fromisoformat(wanted.period))


def _equal(cells: pa.Array, value: object) -> Flags:
    hit = pc.equal(cells, pa.scalar(value, cells.type)).fill_null(False)
    return np.asarray(hit.to_numpy(zero_copy_only=False), bool)
