"""Comments as a slide: who says it, and what was said, with personal details taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Chart, Kind, Table
from cxlib.charts.words import shorten
from cxlib.locale.speak import say

LONGEST = 280
"""Characters of a quote; longer ones are cut, with an ellipsis."""
MOST = 6
"""Quotes on one slide."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A comment as it is shown to others.

    Attributes:
        source: name of the dataset; `row` the comment's row in it.
        row: from 1.
        text: the comment, redacted.
        about: score, segment, day and the like in words; never who wrote it.
    """

    source: str
    row: int
    text: str
    about: str


def quote_slides(quotes: Sequence[Quote]) -> tuple[Chart, ...]:
    """Quotes as tables, at most `MOST` on each."""
    return tuple(_slide(quotes[start : start + MOST]) for start in range(0, len(quotes), MOST))


def _slide(quotes: Sequence[Quote]) -> Chart:
    rows = tuple((one.about, f"“{shorten(one.text, LONGEST)}”") for one in quotes)
    sources = dict.fromkeys(one.source for one in quotes)
    return Chart(
        kind=Kind.TABLE,
        title=say("What customers say"),
        table=Table((say("Beside it"), say("Comment")), rows, ("", "")),
        method=say(
            "Comments chosen by hand, not drawn at random: they illustrate and prove nothing. "
            "E-mail addresses, links, telephone, card and identity numbers and handles were taken "
            "out; names of people are not recognised."
        ),
        source=", ".join(sources),
    )
