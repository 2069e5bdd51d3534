"""What could tell who wrote a comment, taken out before anything else sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

HINT = (
    r"(?i)@|[(\[{]at[)\]}]| (?:at|dot) [\w-]+ dot |://|www\.|\d[\d .()/+-]{4,}\d"
    r"|\.(?:com|net|org|co|id|my|io|me|info|biz|ee|gl|ly)\b"
    r"|\b(?:ig|insta|instagram|twitter|tiktok|telegram|fb) ?[:=]"
)
"""Only comments with one of these can hold anything to hide."""
_EDGE, _END = r"(^|[^\w+])", r"($|[^\w-])"
PATTERNS: dict[str, tuple[str, str]] = {
    "link": (
        r"(?i)\b(?:https?|ftp|whatsapp)://[^\s<>\"]+|\bwww\.[^\s<>\"]+"
        r"|\b(?:wa\.me|t\.me|bit\.ly|goo\.gl|linktr\.ee|s\.id|tinyurl\.com)/[^\s<>\"]+",
        "[hidden-link]",
    ),
    "email": (
        r"(?i)[\w.!#$%&'*+/=?^`{|}~-]+ ?(?:@|\(at\)|\[at\]|\{at\}| at ) ?"
        r"(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*(?: ?\(dot\) ?| ?\[dot\] ?| ?\{dot\} ?| dot )[a-z]{2,}"
        r"(?:(?:\.| dot )[a-z]{2,})?)"
        r"|[\w.!#$%&'*+/=?^`{|}~-]+ ?(?:@|\(at\)|\[at\]|\{at\}) ?"
        r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}",
        "[hidden-email]",
    ),
    "site": (
        r"(?i)\b[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.(?:com|net|org|co\.id|com\.my|my|id|io|info"
        r"|biz)(?:/[^\s<>\"]*)?\b",
        "[hidden-link]",
    ),
    "account": (
        rf"{_EDGE}[A-Z]{{2}}\d{{2}}(?: ?[A-Z0-9]{{4}}){{3,7}}(?: ?[A-Z0-9]{{1,3}})?{_END}",
        r"\1[hidden-number]\2",
    ),
    "card": (
        rf"{_EDGE}(?:\d{{4}}[ .-]?\d{{4}}[ .-]?\d{{4}}[ .-]?\d{{4}}(?:[ .-]?\d{{1,3}})?"
        r"|3[47]\d{2}[ .-]?\d{6}[ .-]?\d{5}|\d{6}[ -]\d{2}[ -]\d{4}"
        rf"|\d{{2}}\.?\d{{3}}\.?\d{{3}}\.\d-?\d{{3}}\.?\d{{3}}|\d{{13,19}}){_END}",
        r"\1[hidden-number]\2",
    ),
    "phone": (
        rf"{_EDGE}(?:(?:\+ ?\d{{1,3}}|\(\+?\d{{1,3}}\)|00\d{{2}}|6[02][ .-]?\(?\d)"
        r"(?:[ .()/-]{0,2}\d){6,12}"
        rf"|(?:\(0\d{{1,3}}\)(?:[ .-]{{0,2}}\d){{5,10}}|0\d(?:[ .()/-]{{0,2}}\d){{7,12}})){_END}",
        r"\1[hidden-phone]\2",
    ),
    "id": (rf"{_EDGE}(?:\d[ -]?){{11}}\d{_END}", r"\1[hidden-number]\2"),
    "handle": (
        r"(^|[^\w@.])@[A-Za-z0-9_][\w.]{1,29}"
        r"|(?i)(\b(?:ig|insta|instagram|twitter|tiktok|telegram|fb) ?[:=] ?)@?\w[\w.]{2,29}",
        r"\1\2[hidden-handle]",
    ),
}
"""Kind to pattern (RE2) and what stands in its place, in the order they are looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Redacted:
    """Comments without personal details.

    Attributes:
        texts: the comments, shape (comments,).
        changed: whether anything was taken out of each.
        counts: kind to comments in which it was found.
    """

    texts: pa.Array
    changed: np.ndarray[tuple[int], np.dtype[np.bool_]]
    counts: Mapping[str, int]


def redact(texts: pa.Array) -> Redacted:
    """Take out e-mails, links, telephone, card, account and identity numbers, and handles.

    Names of people and addresses of streets are not recognised. Numbers with 12 digits or more are
    taken for personal, also where they are order numbers.

    Args:
        texts: a string array without nulls.
    """
    large = texts.cast(pa.large_string())
    suspect = pc.match_substring_regex(large, HINT)
    places = np.flatnonzero(suspect.to_numpy(zero_copy_only=False))
    changed = np.zeros(len(large), bool)
    counts = dict.fromkeys(("email", "link", "card", "phone", "id", "handle"), 0)
    told = {"site": "link", "account": "card"}
    if not places.size:
        return Redacted(large, changed, counts)
    found = large.take(pa.array(places))
    for kind, (pattern, instead) in PATTERNS.items():
        new = found
        for _ in range(2 if instead.startswith("\\1") else 1):
            new = pc.replace_substring_regex(new, pattern, instead)
        hit = pc.not_equal(new, found).to_numpy(zero_copy_only=False)
        counts[told.get(kind, kind)] += int(hit.sum())
        changed[places[hit]] = True
        found = new
    return Redacted(pc.replace_with_mask(large, suspect, found), changed, counts)
