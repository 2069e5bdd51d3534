"""Word lists: what each word says of a feeling, and how it bends the words around it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from io import StringIO

import numpy as np
from numpy.typing import NDArray

from cxlib.text.tokens import FACES, as_written

MIXED, ENGLISH, INDONESIAN, MALAY, MIXED_MALAY = 0, 1, 2, 3, 4
"""How a comment is read: by the lists of one language, or by English and one of the others."""
SIDES = (MIXED, ENGLISH, INDONESIAN, MALAY, MIXED_MALAY)
WITH_ENGLISH = (MIXED, ENGLISH, MIXED_MALAY)
FEELING, NEGATOR, STRENGTH, AFTER, CONTRAST = 1, 2, 4, 8, 16
FLAGS = {
    "feeling": FEELING,
    "negator": NEGATOR,
    "stronger": STRENGTH,
    "weaker": STRENGTH,
    "after": AFTER | STRENGTH,
    "contrast": CONTRAST,
}
ENDINGS = ("nya", "lah", "kah", "pun", "ku", "mu", "ny", "la")
SHORTEST = 4
"""Letters that a word keeps when an ending is taken off."""
LONGEST_PHRASE = 4
BOOST = 0.293
RUN = re.compile(r"(.)\1{2,}")
_REPEATED = re.compile(r"(\w{3,})(?:-\1|2|\"2)")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Entries as rows of arrays; entry 0 says nothing.

    Attributes:
        places: word or phrase (words with spaces between) to its entry.
        values: how an entry feels, -4 to 4, shape (sides, entries).
        boosts: how it strengthens a neighbour, shape (sides, entries).
        flags: what it is, as bits, shape (sides, entries).
        emoji: how each emoji feels.
        spellings: written form to the usual word.
    """

    places: Mapping[str, int]
    values: NDArray[np.float32]
    boosts: NDArray[np.float32]
    flags: NDArray[np.uint8]
    emoji: Mapping[str, float]
    spellings: Mapping[str, str]

    def entry(self, word: str) -> int:
        """The entry of a word in lower case, also where it is drawn out, doubled or suffixed."""
        found = self.places.get(word)
        if found is None:
            found = next((self.places[one] for one in variants(word) if one in self.places), 0)
        if not found and (usual := self.spellings.get(word)):
            found = self.places.get(usual, 0)
        return self.places["not"] if not found and word.endswith("n't") else found

    def emoji_value(self, word: str) -> tuple[str, float]:
        """The word without its emoji, and what they add up to."""
        if word.isascii():
            return word, 0.0
        value = sum(self.emoji.get(one, 0.0) for one in word)
        bare = "".join(one for one in word if one not in self.emoji).strip("\ufe0f\u200d")
        return bare, value


def variants(word: str) -> Iterator[str]:
    """Simpler spellings of a word, nearest first."""
    bare = word.strip("'-_#@")
    forms = [bare]
    if RUN.search(bare):
        forms += [RUN.sub(r"\1", bare), RUN.sub(r"\1\1", bare)]
    if "-" in bare or bare.endswith("2"):
        forms += [one.group(1) for form in forms[:2] if (one := _REPEATED.fullmatch(form))]
    yield from forms
    for form in forms:
        if form.endswith(ENDINGS):
            for ending in ENDINGS:
                if form.endswith(ending) and len(form) - len(ending) >= SHORTEST:
                    yield form.removesuffix(ending).rstrip("-")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a word list: a word, its kind, its value and the sides that read it."""

    word: str
    kind: str
    value: float
    sides: tuple[int, ...]


def build(lines: Sequence[Line], emoji: Mapping[str, float]) -> Lexicon:
    """A lexicon of lines; a later line of the same word and side stands above an earlier one."""
    places: dict[str, int] = {}
    for line in lines:
        places.setdefault(line.word, len(places) + 1)
    shape = (len(SIDES), len(places) + 1)
    values, boosts = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    flags = np.zeros(shape, np.uint8)
    for line in lines:
        at = (list(line.sides), places[line.word])
        flags[at] |= FLAGS[line.kind]
        if line.kind == "feeling":
            values[at] = line.value
        elif line.value:
            boosts[at] = line.value
    flags[(values == 0) & ((flags & FEELING) > 0)] &= ~np.uint8(FEELING)
    return Lexicon(places, values, boosts, flags, dict(emoji), spellings())


def overridden(lexicon: Lexicon, words: Mapping[str, float]) -> Lexicon:
    """A lexicon in which some words feel otherwise, on every side, also as they are abbreviated.

    Args:
        lexicon: the lists.
        words: word, phrase (words with spaces between) or emoji to its value, -4 to 4; 0 says
            nothing.
    """
    emoji = {**lexicon.emoji, **{word: value for word, value in words.items() if _is_sign(word)}}
    forms = {word: value for word, value in words.items() if word not in emoji}
    for written, usual in lexicon.spellings.items():
        if usual in words and written in lexicon.places:
            forms.setdefault(written, words[usual])
    places = dict(lexicon.places)
    for word in forms:
        places.setdefault(word, len(places) + 1)
    more = ((0, 0), (0, len(places) + 1 - lexicon.flags.shape[1]))
    values, boosts = np.pad(lexicon.values, more), np.pad(lexicon.boosts, more)
    flags = np.pad(lexicon.flags, more)
    for word, value in forms.items():
        values[:, places[word]], boosts[:, places[word]] = value, 0
        flags[:, places[word]] = FEELING if value else 0
    return Lexicon(places, values, boosts, flags, emoji, lexicon.spellings)


def _is_sign(word: str) -> bool:
    """Whether a word is one character that is no letter, such as an emoji."""
    return len(word) == 1 and not word.isascii() and not word.isalnum()


@cache
def standard() -> Lexicon:
    """The lists of the package: VADER's English, and our own English, Indonesian and Malay.

    Source:
        English words, emoji and degree words: vaderSentiment 3.3.2 (Hutto & Gilbert, VADER, ICWSM
        2014). All others are in `words/*.csv`.
    """
    lines, emoji = _vader()
    lines += _listed("english.csv", {"": WITH_ENGLISH})
    id_sides, ms_sides = (MIXED, INDONESIAN), (MALAY, MIXED_MALAY)
    sides = {"": (*id_sides, *ms_sides), "id": id_sides, "ms": ms_sides}
    return build([*lines, *_listed("indonesian_malay.csv", sides)], emoji)


@cache
def spellings() -> Mapping[str, str]:
    """Written forms, such as abbreviations, to the usual word."""
    return {row["written"]: row["word"] for row in read_list("spellings.csv")}


def read_list(name: str) -> list[dict[str, str]]:
    """The rows of a word list of the package; its first line says which version it is."""
    text = (files("cxlib.text") / "words" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text.partition("\n")[2])))


def list_version(name: str) -> str:
    """The version of a word list of the package, such as `2, 2026-11-22`."""
    text = (files("cxlib.text") / "words" / name).read_text(encoding="utf-8")
    return text.partition(":")[0].removeprefix("# version ")


def _listed(name: str, sides: Mapping[str, tuple[int, ...]]) -> list[Line]:
    return [
        Line(row["word"], row["kind"], float(row["value"] or 0), sides[row["language"]])
        for row in read_list(name)
    ]


def _vader() -> tuple[list[Line], dict[str, float]]:
    vader = import_module("vaderSentiment.vaderSentiment")

    both = WITH_ENGLISH
    faces = {face.lower() for face in FACES}
    folder = files("vaderSentiment")
    values = {}
    for row in (folder / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, value = row.split("\t")[:2]
        values[word] = float(value)
    emoji = {}
    for row in (folder / "emoji_utf8_lexicon.txt").read_text(encoding="utf-8").splitlines():
        sign, words = row.split("\t")[:2]
        emoji[sign] = sum(values.get(word.lower(), 0.0) for word in words.split())
    lines = [
        Line(word, "feeling", value, SIDES if word in faces else both)
        for word, value in values.items()
        if word not in vader.BOOSTER_DICT
    ]
    special = {"yeah right": -2.0, **vader.SPECIAL_CASES}
    lines += [Line(word, "feeling", float(value), both) for word, value in special.items()]
    lines += [Line(word, "negator", 0.0, both) for word in vader.NEGATE]
    lines += [Line(word, "contrast", 0.0, both) for word in ("but",)]
    for word, boost in vader.BOOSTER_DICT.items():
        lines.append(Line(word, "stronger" if boost > 0 else "weaker", boost, both))
    return lines, {sign: value for sign, value in emoji.items() if len(sign) == 1}


def face_or_word(word: str) -> str:
    """The key under which a written word or an emoticon is looked up."""
    return as_written(word).lower()
