"""Themes as lists of words that an analyst can read and change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, product
from pathlib import Path

from cxlib.errors import BadOption
from cxlib.text.lexicon import ENDINGS, RUN, spellings
from cxlib.text.tokens import Tokens, as_written
from cxlib.text.yaml_lists import NotALists, parse_lists

MOST_READINGS = 500
"""Ways in which one phrase with begin* may stand in the comments; the first so many count."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Themes and their words, case-blind.

    Attributes:
        themes: (name, words) pairs; a word may end in * and may be a phrase.
    """

    themes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The themes, in order."""
        return tuple(name for name, _ in self.themes)


@dataclass(frozen=True, slots=True)
class Matches:
    """What a taxonomy finds among distinct words.

    Attributes:
        words: the themes of each distinct word, shape (words,).
        phrases: phrases of words as they are usually written, to a number.
        themes: the themes of each phrase by number.
        usual: the usual spelling of each distinct word, shape (words,).
    """

    words: tuple[tuple[int, ...], ...]
    phrases: Mapping[tuple[str, ...], int]
    themes: tuple[tuple[int, ...], ...]
    usual: tuple[str, ...]


def parse_taxonomy(text: str, *, name: str = "the taxonomy") -> Taxonomy:
    """A taxonomy from YAML or JSON: `theme: [word, begin*, a phrase]`.

    Raises:
        BadOption: the text is something else, or a theme has no words.
    """
    try:
        found = parse_lists(text)
    except NotALists as problem:
        raise BadOption(
            f"Line {problem} of {name} cannot be read. A taxonomy is YAML or JSON with lines such "
            "as `delivery: [deliver*, courier, on time]`."
        ) from problem
    empty = next((theme for theme, words in found.items() if not any(map(str.strip, words))), None)
    if empty is not None or not found:
        what = f"Theme '{empty}' has no words" if found else f"There are no themes in {name}"
        raise BadOption(f"{what}. Write for example `delivery: [deliver*, courier, on time]`.")
    return Taxonomy(
        tuple(
            (theme, tuple(dict.fromkeys(" ".join(word.lower().split()) for word in words)))
            for theme, words in found.items()
        )
    )


def read_taxonomy(path: Path) -> Taxonomy:
    """The taxonomy of a file.

    Raises:
        BadOption: the file cannot be opened, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadOption(
            f"The taxonomy '{path}' cannot be opened. Name a text file in YAML or JSON."
        ) from problem
    return parse_taxonomy(text, name=f"'{path.name}'")


@cache
def standard_themes() -> Taxonomy:
    """The themes of the package, in English, Indonesian and Malay."""
    text = (files("cxlib.text") / "themes.yaml").read_text(encoding="utf-8")
    return parse_taxonomy(text)


@cache
def standard_emotions() -> Taxonomy:
    """Words of emotions, of effort and of ease: what was written, not what was felt."""
    text = (files("cxlib.text") / "emotions.yaml").read_text(encoding="utf-8")
    return parse_taxonomy(text)


def match_words(taxonomy: Taxonomy, tokens: Tokens) -> Matches:
    """Look the words of the themes up among the distinct words of the comments."""
    plain = [as_written(word).lower() for word in tokens.words]
    usual_of = spellings()
    usual = tuple(usual_of.get(word, word) for word in plain)
    forms: dict[str, list[int]] = {}
    for place, (one, other) in enumerate(zip(plain, usual, strict=True)):
        for form in _forms(one, other):
            forms.setdefault(form, []).append(place)
    order = sorted(forms)
    found: list[set[int]] = [set() for _ in plain]
    phrases: dict[tuple[str, ...], set[int]] = {}
    for theme, (_, words) in enumerate(taxonomy.themes):
        for word in words:
            if " " in word:
                phrase = [usual_of.get(one, one) for one in word.split()]
                for reading in _readings(phrase, order):
                    phrases.setdefault(reading, set()).add(theme)
                continue
            for form in _begun(word, order) if word.endswith("*") else _ended(word, usual_of):
                for place in forms.get(form, ()):
                    found[place].add(theme)
    numbers = {reading: number for number, reading in enumerate(phrases)}
    themes = tuple(tuple(sorted(one)) for one in phrases.values())
    return Matches(tuple(tuple(sorted(one)) for one in found), numbers, themes, usual)


def _forms(word: str, usual: str) -> set[str]:
    """The ways in which a distinct word is looked up: as it is, usual, not drawn out, by sign."""
    bare = word.strip("'-_#@")
    forms = {word, bare, usual}
    if not word.isascii():
        forms.update(sign for sign in word if not sign.isalnum())
    if RUN.search(bare):
        forms.update((RUN.sub(r"\1", bare), RUN.sub(r"\1\1", bare)))
    return forms


def _ended(word: str, usual_of: Mapping[str, str]) -> set[str]:
    """A word, its usual spelling, and the word with an ending such as -nya."""
    return {word, usual_of.get(word, word), *(word + end for end in ENDINGS if len(word) > 3)}


def _begun(word: str, order: Sequence[str]) -> Sequence[str]:
    """The forms that begin as `word` does before its *."""
    begin = word.rstrip("*")
    return order[bisect_left(order, begin) : bisect_left(order, begin + "\U0010ffff")]


def _readings(phrase: Sequence[str], order: Sequence[str]) -> list[tuple[str, ...]]:
    """The phrase with each begin* replaced by the forms that do."""
    choices = [_begun(word, order) if word.endswith("*") else (word,) for word in phrase]
    return list(islice(product(*choices), MOST_READINGS))
