"""What is shown of one comment, on the page and in a file."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from cxlib.charts.feedback import feeling_names, language_names
from cxlib.charts.words import count, number, shorten
from cxlib.locale.speak import say
from cxlib.text.export import LABELS, harmless
from cxlib.text.lit import lit_words
from cxlib.text.tokens import Ints
from cxlib.ui import card, commented
from cxlib.ui.comment_html import comment_html
from cxlib.ui.commented import Talk

FIRST_DAY = date(1970, 1, 1)
LONGEST = 60
"""Characters of a segment's value beside a comment."""


def shown(talk: Talk, place: int) -> str:
    """One comment of the view as HTML for `st.html`."""
    analysis = talk.analysis
    which = int(analysis.which[place])
    mentions = analysis.mentions
    themes = [
        (mentions.names[one], int(mentions.polarity[which, one]))
        for one in np.flatnonzero(mentions.flags[which]).tolist()
    ]
    return comment_html(
        analysis.comments.text[place].as_py(),
        lit_words(analysis, place),
        themes,
        facts(talk, place, scored=True),
        theme=card.theme(),
    )


def facts(talk: Talk, place: int, *, scored: bool) -> list[str]:
    """What stands beside a comment: score, segment and day, never who wrote it.

    Args:
        talk: the comments of the view.
        place: which of them.
        scored: whether its sentiment, language and row are told as well.
    """
    analysis, comments = talk.analysis, talk.analysis.comments
    names = feeling_names()
    found = []
    if scored:
        value = number(float(analysis.score[place]), "+.2f")
        found.append(f"{names[LABELS[int(analysis.label[place])]]} {value}")
        if analysis.mixed[place]:
            found.append(names["mixed"].lower())
    score = written_scores(talk, np.array([place]))
    if score and score[0] is not None:
        found.append(f"{talk.asked.score} {score[0]:g}")
    found += [shorten(str(cells[place].as_py()), LONGEST) for cells in comments.segments.values()]
    if talk.period is not None:
        found.append(_day(talk, place).isoformat())
    if scored:
        found.append(language_names()[analysis.languages.names[int(analysis.which[place])]])
        found.append(say("row {row}", row=count(int(comments.row[place]))))
    return found


def _day(talk: Talk, place: int) -> date:
    return FIRST_DAY + timedelta(int(commented.days_of(talk.asked)[place]))


def written_scores(talk: Talk, places: Ints) -> list[float | None]:
    """The scores beside some comments as they stand in the file; empty where there are none."""
    score = talk.analysis.comments.score
    if score is None:
        return []
    return [None if np.isnan(one) else float(one) for one in score[places]]


def csv_columns(talk: Talk, places: Ints) -> dict[str, list[object]]:
    """Comments column by column, redacted, and harmless in a spreadsheet."""
    analysis, comments = talk.analysis, talk.analysis.comments
    here = places.tolist()
    words, mentions = analysis.words(), analysis.mentions
    which = analysis.which[places].tolist()
    themes = [
        "; ".join(f"{mentions.names[t]}:{LABELS[int(mentions.polarity[w, t])]}" for t in found)
        for w in which
        for found in [np.flatnonzero(mentions.flags[w]).tolist()]
    ]
    columns: dict[str, list[object]] = {
        "row": comments.row[places].tolist(),
        "text": [harmless(one) for one in comments.text.take(places).to_pylist()],
        "label": [LABELS[one] for one in analysis.label[places].tolist()],
        "score": [round(one, 4) for one in analysis.score[places].tolist()],
        "strength": [round(one, 4) for one in analysis.strength[places].tolist()],
        "mixed": analysis.mixed[places].tolist(),
        "language": [analysis.languages.names[one] for one in which],
        "words": [harmless("; ".join(word for word, _ in words[one])) for one in here],
        "themes": [harmless(one) for one in themes],
    }
    if comments.score is not None:
        columns[f"beside: {talk.asked.score}"] = [*written_scores(talk, places)]
    for column, cells in comments.segments.items():
        columns[f"segment: {column}"] = [harmless(one) for one in cells.take(places).to_pylist()]
    if talk.period is not None:
        days = commented.days_of(talk.asked)[places].tolist()
        columns["day"] = [(FIRST_DAY + timedelta(one)).isoformat() for one in days]
    return columns
