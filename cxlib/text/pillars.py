"""Four sides of an experience that comments speak of: personalisation, ease, speed, empathy."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from cxlib.text.taxonomy import Taxonomy, parse_taxonomy


@cache
def standard_pillars() -> Taxonomy:
    """Lists of words of the four pillars, in English, Indonesian and Malay.

    They tell that a comment speaks of a side of the experience; whether it does so in praise or in
    blame is told clause by clause, as for themes.
    """
    text = (files("cxlib.text") / "pillars.yaml").read_text(encoding="utf-8")
    return parse_taxonomy(text, name="the pillars")
