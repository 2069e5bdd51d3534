"""One comment as HTML: its own text escaped, the words that made its score lit, and what is beside.

Nothing of a file becomes markup here: every text is escaped before it is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from cxlib.charts.palette import PALETTES, Palette, Theme, band
from cxlib.charts.words import number
from cxlib.text.lit import Lit

TALLEST = "13rem"
"""Longer comments scroll within this height."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SIGNS = {1: "+", 0: "·", -1: "−"}


def comment_html(
    text: str,
    lit: Iterable[Lit],
    themes: Iterable[tuple[str, int]],
    beside: Iterable[str],
    *,
    theme: Theme,
) -> str:
    """A comment for `st.html`.

    Args:
        text: the comment, redacted, as it stands in the file.
        lit: the words that made its score.
        themes: themes it mentions, with -1, 0 or 1 for what it feels about each.
        beside: score, segment, day and the like.
        theme: "light" or "dark".
    """
    palette = PALETTES[theme]
    said = _lit(text, lit, palette)
    chips = "".join(_chip(name, felt, palette) for name, felt in themes)
    facts = " · ".join(_safe(one) for one in beside)
    return (
        '<div style="contain:inline-size">'
        '<div dir="auto" style="white-space:pre-line;overflow-wrap:anywhere;line-height:1.55;'
        f'max-height:{TALLEST};overflow-y:auto;unicode-bidi:isolate">{said}</div>'
        f'<div style="margin-top:.45rem;font-size:.82rem;line-height:1.7;color:{palette.soft}">'
        f"{chips}<span>{facts}</span></div></div>"
    )


def _lit(text: str, lit: Iterable[Lit], palette: Palette) -> str:
    parts = []
    at = 0
    for one in lit:
        if one.start < at:
            continue
        parts += [_safe(text[at : one.start]), _mark(text[one.start : one.end], one, palette)]
        at = one.end
    return "".join([*parts, _safe(text[at:])])


def _mark(text: str, one: Lit, palette: Palette) -> str:
    """A word on its colour; blame is dashed below, so that it shows without colours too."""
    colour, line = (palette.good, "solid") if one.value > 0 else (palette.bad, "dashed")
    return (
        f'<mark title="{number(one.value, "+.1f")}" style="color:inherit;'
        f"background:{band(colour)};border-bottom:2px {line} {colour};"
        f'border-radius:2px;padding:0 1px">{_safe(text)}</mark>'
    )


def _chip(name: str, felt: int, palette: Palette) -> str:
    colour = {1: palette.good, 0: palette.soft, -1: palette.bad}[felt]
    return (
        f'<span style="display:inline-block;border:1px solid {palette.grid};border-radius:999px;'
        f'padding:0 .55em;margin-right:.4em;white-space:nowrap">'
        f'<b style="color:{colour}">{SIGNS[felt]}</b> {_safe(name)}</span>'
    )


def _safe(text: str) -> str:
    return escape(_CONTROL.sub(" ", text), quote=True)
