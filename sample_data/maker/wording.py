"""Comments in three languages, put together from the sentences in `phrases`."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

CODES = {"English": "en", "Indonesian": "id", "Malay": "ms"}
BEANS = ("Gayo", "Toraja", "Kintamani", "Flores", "Mandailing", "house blend")
ITEMS = {
    "en": ("mug", "kettle", "grinder", "dripper", "tumbler", "serving tray"),
    "id": ("mug", "ketel", "grinder", "dripper", "tumbler", "nampan"),
    "ms": ("mug", "cerek", "pengisar", "dripper", "tumbler", "dulang"),
}
SHORT = {  # how people type: (what is written, how it is shortened)
    "en": (("and", "&"), ("Please", "Pls")),
    "id": (
        ("tidak", "nggak"),
        ("tidak", "gak"),
        ("tidak", "tdk"),
        ("banget", "bgt"),
        ("sudah", "udah"),
        ("yang", "yg"),
    ),
    "ms": (("yang", "yg"), ("saya", "sy"), ("sangat", "sgt"), ("tak", "x")),
}
EMOJI = {"+": ("👍", "☕", "😊", "❤️", "🙏"), "-": ("😡", "👎", "😞", "🙏")}
POSITIVE = ("delivery", "coffee", "price", "app", "staff", "packaging", "plan", "general")
NEGATIVE = ("coffee", "price", "app", "staff", "packaging", "plan", "general")

Phrases = dict[str, tuple[str, ...]]


def _read(code: str) -> Phrases:
    text = (Path(__file__).parent / "phrases" / f"{code}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            list(found.values())[-1].append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


PHRASES: dict[str, Phrases] = {code: _read(code) for code in ITEMS}


class Writer:
    """Writes sentences of one random stream."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def chance(self, share: float) -> bool:
        """True in that share of calls."""
        return bool(self.rng.random() < share)

    def one(self, options: tuple[str, ...]) -> str:
        """One of the options."""
        return options[int(self.rng.integers(len(options)))]

    def sentence(self, language: str, theme: str, tone: str) -> str:
        """A sentence on a theme; tone is "+", "0" or "-"."""
        code = CODES[language]
        filled = self.one(PHRASES[code][f"{theme} {tone}"]).format(
            days=int(self.rng.integers(3, 8)),
            bean=self.one(BEANS),
            item=self.one(ITEMS[code]),
            email=f"customer{int(self.rng.integers(10, 990))}@example.com",
            phone=f"0812-0000-{int(self.rng.integers(10_000)):04d}",
        )
        return filled[0].upper() + filled[1:]

    def contrast(self, language: str, first: tuple[str, str], second: tuple[str, str]) -> str:
        """A sentence on one theme and tone, "but", and a sentence on another."""
        but = PHRASES[CODES[language]]["but 0"][0]
        start, tail = (self._without(but, language, *about) for about in (first, second))
        if not tail.startswith(("I ", "CS", *BEANS)):
            tail = tail[0].lower() + tail[1:]
        return f"{start.rstrip('.!')}, {but} {tail}"

    def _without(self, word: str, language: str, theme: str, tone: str) -> str:
        """A single sentence that does not hold that word already."""
        while True:
            text = self.sentence(language, theme, tone)
            if f" {word} " not in text and ". " not in text:
                return text

    def typed(self, language: str, text: str, tone: str) -> str:
        """The text as people type it: shortened words, lower case, no full stop, an emoji."""
        if self.chance(0.35):
            for written, short in SHORT[CODES[language]]:
                if self.chance(0.6):
                    text = re.sub(rf"\b{written}\b", short, text)
        if self.chance(0.25) and "@" not in text:
            text = text.lower()
        if self.chance(0.4):
            text = text.removesuffix(".")
        if tone in EMOJI and self.chance(0.06):
            text = f"{text} {self.one(EMOJI[tone])}"
        return text
