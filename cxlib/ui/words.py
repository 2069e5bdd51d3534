"""Text from files and analysts, made safe to stand inside Streamlit's Markdown."""

from __future__ import annotations

import re

from cxlib.locale.speak import say

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")


def plain(text: object) -> str:
    """`text` with every Markdown mark escaped, on one line: it shows as it was written."""
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))


def number(value: float | None, form: str) -> str:
    """A number in a Python format such as "+.1f" or ".1%"; an en dash where it is unknown."""
    return "–" if value is None else format(value, form)


def interval(low: float | None, high: float | None, form: str) -> str:
    """Limits for a reader, such as 37.2 to 42.4; or that they are not known."""
    if low is None or high is None:
        return say("not known")
    return say("{low} to {high}", low=number(low, form), high=number(high, form))
