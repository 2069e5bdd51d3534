"""Text to scores: "9", "9.0", "10 - Extremely likely", "5 stars", "Very satisfied".

The patterns are shared by the query and by Python (`read_score`), so that both read alike.
"""

from __future__ import annotations

import re

import ibis
import ibis.expr.types as ir

from cxlib.columns.wording import NO, STEPS, YES

_NUMBER = r"([+-]?[0-9]{1,4})(?:[.,]0+)?"
_UNIT = r"(?i:stars?|bintang|points?|poin|mata|★|⭐)"
_LEAD = rf"^{_NUMBER}\s*(?:$|{_UNIT}$|[-–—:=.|]\s*[^0-9\s-].*$|[(\[][^0-9]+[)\]]$)"
_TAIL = rf"^[^0-9]*[A-Za-z][^0-9]*?(?:[-–—:=(\[]\s*){_NUMBER}\s*[)\]]?$"
_LEAD_PYTHON, _TAIL_PYTHON = re.compile(_LEAD, re.ASCII), re.compile(_TAIL, re.ASCII)


def as_score(text: ir.StringValue, scale: tuple[int, int] | None) -> ir.IntegerValue:
    """The whole number each cell stands for (int64), NULL where there is none or it is off scale.

    "7.5" is no score. Anchors, stars and, on the scales 1-5 and 1-7, words are read.

    Args:
        text: trimmed cells.
        scale: lowest and highest valid score; None where every whole number is valid.
    """
    lead, tail = text.re_extract(_LEAD, 1), text.re_extract(_TAIL, 1)
    score = ibis.coalesce(lead.nullif(""), tail.nullif("")).try_cast("int64")
    if scale is None:
        return score
    valid = ibis.ifelse(score.between(*scale), score, None)
    steps = STEPS.get(scale)
    if not steps:
        return valid
    return ibis.coalesce(valid, text.lower().cases(*steps.items()).cast("int64"))


def read_score(text: str, scale: tuple[int, int] | None) -> int | None:
    """The score of one cell, exactly as `as_score` reads it."""
    found = _LEAD_PYTHON.search(text) or _TAIL_PYTHON.search(text)
    score = int(found[1]) if found else None
    if scale is None:
        return score
    if score is not None and scale[0] <= score <= scale[1]:
        return score
    return STEPS.get(scale, {}).get(text.lower())


def as_flag(text: ir.StringValue) -> ir.IntegerValue:
    """1 where a cell says yes (or that the customer left), 0 where it says no, NULL elsewhere."""
    small = text.lower()
    yes, no = ((small.isin(sorted(words)), value) for words, value in ((YES, 1), (NO, 0)))
    return ibis.cases(yes, no).cast("int64")


def read_flag(text: str) -> int | None:
    """Yes or no of one cell, exactly as `as_flag` reads it."""
    small = text.lower()
    return 1 if small in YES else 0 if small in NO else None
