"""Comments cut once into words and clauses; everything that reads words starts from here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]

CHUNK = 100_000
"""Comments that one pass cuts; it bounds the memory."""
SPACE, CLAUSE = 32, 10
KEPT = "'-_@#&,"
ENDS = ".;!?\n\r"
_FACE = 0xE000
"""Emoticons become single characters from here on, in Unicode's private range."""
FACES = tuple(
    ":) :-) =) :] :-] :D :-D =D xD XD ;) ;-) ;D :P :-P :p :-p =P <3 ^_^ ^^ :* :-* :') :'-) "
    ":( :-( =( :[ :-[ :/ :-/ :\\ :-\\ :| :-| :'( :'-( >:( >:-( D: :@ :-@ :c :< </3 -_- T_T".split()
)
_FACE_HINT = r"[:;=][-'_^]?[\]\[()DPp/\\|*3@c]|[xX]D|<3|\^_?\^|-_-|T_T|D:"
_FACE_AT = re.compile(
    r"(?<![^\s.,!?])(" + "|".join(map(re.escape, sorted(FACES, key=len, reverse=True)))
    + r")(?![\w/])"
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Comments as codes of words.

    Attributes:
        codes: the word of each token, shape (tokens,), an index into `words`.
        starts: where each comment begins among the tokens, and the end, shape (comments + 1,).
        sentences: where sentences begin, and the end; each comment begins one.
        clauses: where clauses begin, and the end; commas part clauses, not sentences.
        words: the distinct words as written, in the order met.
    """

    codes: Codes
    starts: Ints
    sentences: Ints
    clauses: Ints
    words: tuple[str, ...]

    @property
    def n(self) -> int:
        """Number of comments."""
        return len(self.starts) - 1

    def comment_of(self, places: Ints) -> Ints:
        """The comment in which each of some token places stands."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def clause_of(self, places: Ints) -> Ints:
        """The clause in which each of some token places stands."""
        return np.searchsorted(self.clauses, places, side="right") - 1

    def totals(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum over each comment's words of what a table says of them.

        Args:
            table: shape (words, k).

        Returns:
            Shape (comments, k).
        """
        ones = np.ones(len(self.codes), np.float32)
        counts = sparse.csr_matrix((ones, self.codes, self.starts), (self.n, len(self.words)))
        found: NDArray[np.float64] = np.asarray(counts @ table)
        return found


def tokenise(texts: pa.Array) -> Tokens:
    """Cut comments at spaces and punctuation into words, sentences and clauses.

    An emoticon becomes one word; an emoji stays where it stands. Control characters separate.

    Args:
        texts: a string array without nulls, any offset.
    """
    known: dict[str, int] = {}
    codes = [np.zeros(0, np.int32)]
    cuts: tuple[list[Ints], ...] = tuple([np.zeros(1, np.int64)] for _ in range(3))
    for part in _parts(texts):
        found, words, *ends = _cut(part)
        numbers = (known.setdefault(word, len(known)) for word in words)
        codes.append(np.fromiter(numbers, np.int32, len(words))[found])
        base = cuts[0][-1][-1]
        for cut, end in zip(cuts, ends, strict=True):
            cut.append(end + base)
    starts, sentences, clauses = (np.concatenate(cut) for cut in cuts)
    return Tokens(np.concatenate(codes), starts, sentences, clauses, tuple(known))


def _parts(texts: pa.Array) -> Iterator[pa.Array]:
    large = texts.cast(pa.large_string())
    for start in range(0, len(large), CHUNK):
        yield pa.concat_arrays([large.slice(start, CHUNK), large.slice(0, 0)])


def _cut(texts: pa.Array) -> tuple[Codes, list[str], Ints, Ints, Ints]:
    """Codes and words of one part, and where its comments, sentences and clauses end."""
    plain = pc.replace_substring(_with_faces(texts), ",", " , ")
    _, offsets, data = plain.buffers()
    raw = data.to_pybytes() if data is not None else b""
    spaced = pa.LargeStringArray.from_buffers(
        len(plain), offsets, pa.py_buffer(raw.translate(_table())), offset=plain.offset
    )
    sentences = pc.split_pattern(spaced, "\n")
    words = pc.ascii_split_whitespace(sentences.flatten())
    encoded = words.flatten().dictionary_encode()
    found = encoded.dictionary.to_pylist()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    ends = words.offsets.to_numpy().astype(np.int64)
    last = ends[sentences.offsets.to_numpy()][1:]
    comma = np.fromiter((word == "," for word in found), bool, len(found))[codes]
    gone = np.fromiter((word in ("", ",") for word in found), bool, len(found))[codes]
    place = np.concatenate([[0], np.cumsum(~gone)])
    parts = _distinct(place[ends], len(codes))
    clauses = _distinct(np.concatenate([place[np.flatnonzero(comma)], place[ends]]), len(codes))
    return codes[~gone], found, place[last], parts, clauses


def _distinct(ends: Ints, most: int) -> Ints:
    """The distinct places above 0, ascending."""
    mark = np.zeros(most + 1, bool)
    mark[ends] = True
    return np.flatnonzero(mark[1:]) + 1


@cache
def _table() -> bytes:
    """What each byte becomes: itself, a space, or the end of a clause."""
    table = bytearray(range(256))
    table[:33] = bytes([SPACE]) * 33
    for code in range(33, 128):
        if not (chr(code).isalnum() or chr(code) in KEPT):
            table[code] = SPACE
    for end in ENDS:
        table[ord(end)] = CLAUSE
    return bytes(table)


def _with_faces(texts: pa.Array) -> pa.Array:
    """Emoticons as single characters between spaces, and curly apostrophes straight."""
    plain = texts
    for curly in "’‘":
        plain = pc.replace_substring(plain, curly, "'")
    found = pc.match_substring_regex(plain, _FACE_HINT)
    places = np.flatnonzero(found.to_numpy(zero_copy_only=False))
    if not places.size:
        return plain
    new = [_FACE_AT.sub(_face, text) for text in plain.take(places).to_pylist()]
    return pc.replace_with_mask(plain, found, pa.array(new, pa.large_string()))


def _face(match: re.Match[str]) -> str:
    return f" {chr(_FACE + FACES.index(match.group()))} "


def as_written(word: str) -> str:
    """A word for a reader: the emoticon itself where it stands for one."""
    place = ord(word) - _FACE if len(word) == 1 else -1
    return FACES[place] if 0 <= place < len(FACES) else word


def lowered(tokens: Tokens) -> list[str]:
    """The distinct words in lower case."""
    return [word.lower() for word in tokens.words]
