"""A chart of the words that mark some comments off from others."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.normal import z_of
from cxlib.text.keyness import FEWEST, PRIOR, SURE, Key

MOST_BARS = 20


def keyword_chart(keys: Sequence[Key], group: str, other: str, look: Look) -> Chart:
    """Words of one group of comments with how many times the odds of the other, surest first.

    Args:
        keys: what the group uses more.
        group: the group in words.
        other: the other group in words.
        look: names and level.

    Raises:
        NotEnoughData: no word marks the group off.
    """
    if not keys:
        hint = say("Compare larger groups of comments.")
        what = say("A word that marks comments off ({group})", group=group)
        raise NotEnoughData(what, have=0, need=1, unit="word", hint=hint)
    shown = keys[:MOST_BARS]
    return Chart(
        kind=Kind.INTERVALS,
        title=f"{group}: {', '.join(repr(key.term) for key in shown[:3])}",
        labels=tuple(key.term for key in shown),
        series=(Series(say("Odds ratio"), tuple(_point(key, look.level) for key in shown)),),
        axis=Axis(say("Odds of the word, against: {other}", other=other), form=",.1f", log=True),
        subtitle=look.subtitle(),
        method=say(
            "Comments that have a word or a pair of words, as odds against the other group, with "
            "an informative Dirichlet prior of {prior} comments (Monroe, Colaresi and Quinn, "
            "Political Analysis, 2008). Words in fewer than {few} comments are left out, and shown "
            "are those with |z| from {z} on; p-values are adjusted over all words by Benjamini and "
            "Hochberg.",
            prior=number(PRIOR, ",.0f"),
            few=FEWEST,
            z=number(SURE, ".0f"),
        ),
        source=look.source,
        n=None,
        level=look.level,
        lines=(Line(1.0, say("As often")),),
        click="term",
    )


def _point(key: Key, level: float) -> Point:
    """The odds ratio; its standard error is the log odds by its z."""
    half = z_of(level) * abs(key.log_odds / key.z)
    note = say(
        "in {share} of these, {other} of the other comments; z = {z}, adjusted p = {p}",
        share=number(key.share, ".1%"),
        other=number(key.share_other, ".1%"),
        z=number(key.z, ".1f"),
        p=p_text(key.p_adjusted),
    )
    low, high = exp(key.log_odds - half), exp(key.log_odds + half)
    return Point(exp(key.log_odds), low, high, key.n, note=note)
