"""Labels of comments by group and period, as counts that every test of a net score can read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts
from cxlib.text.analysis import Analysis
from cxlib.text.language import OTHER
from cxlib.text.shares import BLAME, MIDDLE, PRAISE

LANGUAGE = "language"
"""The column of the groups of `language_cube`."""


def label_cube(analysis: Analysis) -> dict[Group, ScoreCounts]:
    """Comments in blame, neutral and in praise, of the total, each value, period, and both.

    They stand on the answers of a 0-10 scale that NPS counts as detractors, passives and
    promoters, so that net sentiment has NPS's interval, test and control limits.
    """
    label = analysis.label
    return {
        group: label_counts(label[places]) for group, places in analysis.comments.groups().items()
    }


def language_cube(analysis: Analysis) -> dict[Group, ScoreCounts]:
    """The same by language (en, id, ms, other), with the total."""
    label = analysis.label
    names = np.array(analysis.languages.names, object)[analysis.which]
    found = {TOTAL: label_counts(label)}
    for name in sorted(set(names.tolist()), key=lambda one: (one == OTHER, one)):
        found[Group(LANGUAGE, name)] = label_counts(label[names == name])
    return found


def label_counts(label: NDArray[np.int8]) -> ScoreCounts:
    """Labels as answers of a 0-10 scale.

    Args:
        label: -1, 0 or 1, shape (comments,).
    """
    by_label: Mapping[int, int] = {BLAME: -1, MIDDLE: 0, PRAISE: 1}
    return ScoreCounts.plain(
        int((label == by_label[place]).sum()) if place in by_label else 0 for place in range(11)
    )
