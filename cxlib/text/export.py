"""Comments as rows of a file: redacted, and harmless in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from cxlib.text.analysis import Analysis
from cxlib.text.themes import Mentions

ROWS_HEAD = (
    "row", "label", "score", "language", "covered", "words", "themes", "strength", "mixed", "text"
)  # fmt: skip
LABELS = {-1: "negative", 0: "neutral", 1: "positive"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip().startswith(FORMULA_STARTS) else text


def comment_rows(analysis: Analysis) -> Iterator[tuple[object, ...]]:
    """One row a comment, as `ROWS_HEAD` names its cells."""
    themes = theme_cells(analysis.mentions)
    which = analysis.which.tolist()
    words = ["; ".join(word for word, _ in one) for one in analysis.words()]
    return zip(
        analysis.comments.row.tolist(),
        (LABELS[one] for one in analysis.label.tolist()),
        analysis.score.tolist(),
        analysis.language,
        ("true" if one else "false" for one in analysis.covered.tolist()),
        (harmless(one) for one in words),
        (themes[one] for one in which),
        analysis.strength.tolist(),
        ("true" if one else "false" for one in analysis.mixed.tolist()),
        (harmless(one) for one in analysis.comments.text.to_pylist()),
        strict=True,
    )


def theme_cells(mentions: Mentions) -> list[str]:
    """`name:label` of the themes of each comment, joined by semicolons."""
    names = [harmless(name) for name in mentions.names]
    found: list[list[str]] = [[] for _ in range(len(mentions.flags))]
    for comment, theme in zip(*mentions.flags.nonzero(), strict=True):
        label = LABELS[int(mentions.polarity[comment, theme])]
        found[comment].append(f"{names[theme]}:{label}")
    return [";".join(one) for one in found]
