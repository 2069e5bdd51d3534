"""What is wrong, or worth a look, in themes that an analyst is writing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxlib.locale.speak import say

MOST_THEMES = 60
MOST_WORDS = 500
LONGEST_NAME = 60
SHORTEST_BEGIN = 2
"""Letters that have to stand before a *."""
LONGEST_PHRASE = 6
_PARTS = re.compile(r"[,;\n\r]+")
_PLAIN = re.compile(r"[^\W\d_][\w \-]*\*?")
_MEANT = ("yes", "no", "on", "off", "true", "false", "null", "y", "n")
_SIGNS = ':#[]{};"*|'
_WRONG = re.compile(r"[.!?:()\[\]{}\"/\\|<>]")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a draft.

    Attributes:
        theme: which theme; empty for the whole list.
        text: what it is and what to do.
        serious: whether the draft cannot be kept like that.
    """

    theme: str
    text: str
    serious: bool = True


def split_words(text: str) -> tuple[str, ...]:
    """The words of a theme from text with commas or lines between, in lower case, each once."""
    parts = (" ".join(part.lower().split()) for part in _PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def check_draft(themes: Sequence[tuple[str, Sequence[str]]]) -> tuple[Finding, ...]:
    """Look for what cannot be kept and what is probably not meant.

    Args:
        themes: names and words, in order; names may repeat.

    Returns:
        What is serious first.
    """
    found: list[Finding] = []
    if not themes:
        found.append(Finding("", say("There is no theme in the list. Add one.")))
    if len(themes) > MOST_THEMES:
        found.append(
            Finding(
                "",
                say(
                    "There are {n} themes; {most} are read at most.",
                    n=len(themes),
                    most=MOST_THEMES,
                ),
            )
        )
    found += _names([name for name, _ in themes])
    for name, words in themes:
        found += _words(name, words)
    found += _shared(dict(themes))
    return tuple(sorted(found, key=lambda one: not one.serious))


def _names(names: Sequence[str]) -> list[Finding]:
    found = []
    seen: set[str] = set()
    for name in names:
        if not name.strip():
            found.append(Finding("", say("A theme has no name. Give it one.")))
        elif len(name) > LONGEST_NAME or any(sign in name for sign in _SIGNS):
            text = say(
                "A name has up to {most} characters, without quotes, brackets, : ; # or *.",
                most=LONGEST_NAME,
            )
            found.append(Finding(name, text))
        elif name.casefold() in seen:
            text = say("Two themes have this name. Rename one, or put their words together.")
            found.append(Finding(name, text))
        seen.add(name.casefold())
    return found


def _words(name: str, words: Sequence[str]) -> list[Finding]:
    if not any(word.strip() for word in words):
        return [Finding(name, say("The theme has no words. Write some, or remove the theme."))]
    found = [Finding(name, text) for word in words if (text := _word(word))]
    if len(words) > MOST_WORDS:
        text = say("There are {n} words; {most} are read at most.", n=len(words), most=MOST_WORDS)
        found.append(Finding(name, text))
    return found


def _word(word: str) -> str:
    """What is wrong with a word; empty where nothing is."""
    parts = word.split()
    if any("*" in part.rstrip("*") or part.endswith("**") for part in parts):
        return say("'{word}': a * stands only at the end of a word, as in deliver*.", word=word)
    if any(part.endswith("*") and len(part) <= SHORTEST_BEGIN for part in parts):
        return say(
            "'{word}': at least {n} letters stand before a *, else it finds nearly everything.",
            word=word,
            n=SHORTEST_BEGIN,
        )
    if len(parts) > LONGEST_PHRASE:
        return say("'{word}': a phrase has up to {n} words.", word=word, n=LONGEST_PHRASE)
    if len(parts) > 1 and _WRONG.search(word):
        return say(
            "'{word}': comments are cut at such signs, so that this is never found. Write words "
            "only.",
            word=word,
        )
    return ""


def _shared(themes: Mapping[str, Sequence[str]]) -> list[Finding]:
    """Words that stand in several themes, which is allowed."""
    owners: dict[str, list[str]] = {}
    for name, words in themes.items():
        for word in words:
            owners.setdefault(word, []).append(name)
    twice = {word: names for word, names in owners.items() if len(names) > 1}
    if not twice:
        return []
    shown = "; ".join(f"{word} ({', '.join(names)})" for word, names in list(twice.items())[:5])
    text = say(
        "{n} words stand in several themes, and count in each: {shown}", n=len(twice), shown=shown
    )
    return [Finding("", text, serious=False)]


def taxonomy_text(themes: Mapping[str, Sequence[str]]) -> str:
    """Themes as YAML, the reverse of `parse_taxonomy`.

    Args:
        themes: names, without double quotes, and words.
    """
    lines = []
    for name, words in themes.items():
        head = name if _is_plain(name) else f'"{name}"'
        lines.append(f"{head}: [{', '.join(map(_quoted, words))}]\n")
    return "".join(lines)


def _quoted(word: str) -> str:
    return word if _is_plain(word) else "'" + word.replace("'", "''") + "'"


def _is_plain(word: str) -> bool:
    """Whether a word means itself in YAML without quotes."""
    return bool(_PLAIN.fullmatch(word)) and word not in _MEANT
