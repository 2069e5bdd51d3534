"""Text from files and analysts, made safe to stand inside Streamlit's Markdown."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")


def plain(text: object) -> str:
    """`text` with every Markdown mark escaped, on one line: it shows as it was written."""
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))
