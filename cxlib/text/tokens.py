"""Comments cut once into words and clauses; everything that reads words starts from here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]

CHUNK = 50_000
"""Comments that one pass cuts; it bounds the memory."""
LETTER, SPACE, COMMA, END = 4, 1, 2, 3
"""What parts words, as bytes below every byte of a word; a sentence ends, a comma, or neither."""
KEPT = "'-_@#&"
ENDS = ".;!?\n\r"
WIDE = 8
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(WIDE + 1)], np.uint64)
_EACH_ENDS = pa.scalar("", pa.large_string()), pa.scalar("\n", pa.large_string())
_STAYING = np.array([0x8D, 0x98, 0x99], np.uint8)
_FACE = 0xE000
"""Emoticons become single characters from here on, in Unicode's private range."""
FACES = tuple(
    ":) :-) =) :] :-] :D :-D =D xD XD ;) ;-) ;D :P :-P :p :-p =P <3 ^_^ ^^ :* :-* :') :'-) "
    ":( :-( =( :[ :-[ :/ :-/ :\\ :-\\ :| :-| :'( :'-( >:( >:-( D: :@ :-@ :c :< </3 -_- T_T".split()
)
_FACE_AT = re.compile(
    r"(?<![^\s.,!?])(" + "|".join(map(re.escape, sorted(FACES, key=len, reverse=True)))
    + r")(?![\w/])"
)  # fmt: skip
_EYES = bytes(chr(code) in ":;=<^_D" for code in range(256))
"""Signs of which one is among the first two of every emoticon."""
_BEGINS = np.zeros((256, 256), bool)
_BEGINS[tuple(np.array([[ord(sign) for sign in face[:2]] for face in FACES]).T)] = True


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Comments as codes of words.

    Attributes:
        codes: the word of each token, shape (tokens,), an index into `words`.
        starts: where each comment begins among the tokens, and the end, shape (comments + 1,).
        sentences: where sentences begin, and the end; each comment begins one.
        clauses: where clauses begin, and the end; commas part clauses, not sentences.
        words: the distinct words as written.
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
        yield large.slice(start, CHUNK)


def _cut(texts: pa.Array) -> tuple[Codes, list[str], Ints, Ints, Ints]:
    """Codes and words of one part, and where its comments, sentences and clauses end."""
    raw, rows = _joined(texts)
    if (suspect := _near_faces(raw, rows)).size:
        raw, rows = _joined(_with_faces(texts, suspect))
    cut = _separated(raw)
    signs = np.frombuffer(cut, np.uint8)
    inside = signs >= LETTER
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begins = np.ascontiguousarray(edges[::2])
    codes, words = _encoded(cut, edges)
    last = np.searchsorted(begins, rows[1:])
    sentences = np.searchsorted(begins, np.flatnonzero(signs == END))
    commas = np.searchsorted(begins, np.flatnonzero(signs == COMMA))
    parts = _distinct([sentences], len(codes))
    clauses = _distinct([sentences, commas], len(codes))
    return codes, [_straight(word) for word in words], last, parts, clauses


def _encoded(cut: bytes, edges: Ints) -> tuple[Codes, list[str]]:
    """The words between pairs of edges as codes, and the distinct ones.

    Words of up to eight bytes are told apart as whole numbers, several times as fast as strings.
    """
    if not len(edges):
        return np.zeros(0, np.int32), []
    lengths = edges[1::2] - edges[::2]
    short, long = np.flatnonzero(lengths <= WIDE), np.flatnonzero(lengths > WIDE)
    windows: NDArray[np.uint64] = np.ndarray((len(cut) - WIDE + 1,), "<u8", cut, strides=(1,))
    keys = pa.array(windows[edges[2 * short]] & _MASKS[lengths[short]]).dictionary_encode()
    words = [word.decode() for word in keys.dictionary.to_numpy().view(f"S{WIDE}").tolist()]
    segments = pa.LargeStringArray.from_buffers(
        len(edges) - 1, pa.py_buffer(edges), pa.py_buffer(cut)
    )
    names = segments.take(pa.array(2 * long)).dictionary_encode()
    codes = np.empty(len(lengths), np.int32)
    codes[short] = keys.indices.to_numpy()
    codes[long] = names.indices.to_numpy() + len(words)
    return codes, words + names.dictionary.to_pylist()


def _joined(texts: pa.Array) -> tuple[bytes, Ints]:
    """All comments as one text, a line each after an empty one, and where each begins and ends."""
    lines = pc.binary_join_element_wise(texts, *_EACH_ENDS)
    _, offsets, data = lines.buffers()
    rows = np.frombuffer(offsets, np.int64)[lines.offset : lines.offset + len(lines) + 1]
    return b"\n" + data.to_pybytes() + bytes(WIDE), rows + 1


def _distinct(ends: Sequence[Ints], most: int) -> Ints:
    """The distinct places above 0, ascending."""
    mark = np.zeros(most + 1, bool)
    for some in ends:
        mark[some] = True
    return np.flatnonzero(mark[1:]) + 1


def _separated(raw: bytes) -> bytes:
    """Text with what parts words as `SPACE`, `COMMA` or `END`.

    So are the signs of general punctuation (U+2000 to U+203F: dashes, typographic quotes, dots)
    and the no-break space; apostrophes and what joins emoji stay.
    """
    plain = raw.translate(_table())
    signs = np.frombuffer(plain, np.uint8)
    lead, hard = np.flatnonzero(signs == 0xE2), np.flatnonzero(signs == 0xC2)
    if not lead.size and not hard.size:
        return plain
    signs = signs.copy()
    lead = lead[(signs[lead + 1] == 0x80) & ~np.isin(signs[lead + 2], _STAYING)]
    signs[lead] = np.where(signs[lead + 2] == 0xA6, END, SPACE)
    signs[lead + 1] = signs[lead + 2] = SPACE
    hard = hard[signs[hard + 1] == 0xA0]
    signs[hard] = signs[hard + 1] = SPACE
    return signs.tobytes()


def _straight(word: str) -> str:
    """A word with straight apostrophes."""
    return word if word.isascii() else word.replace("’", "'").replace("‘", "'")


@cache
def _table() -> bytes:
    """What each byte becomes: itself, or what parts words."""
    table = bytearray(range(256))
    table[:33] = bytes([SPACE]) * 33
    for code in range(33, 128):
        if not (chr(code).isalnum() or chr(code) in KEPT):
            table[code] = SPACE
    for end in ENDS:
        table[ord(end)] = END
    table[ord(",")] = COMMA
    return bytes(table)


def _near_faces(raw: bytes, rows: Ints) -> Ints:
    """The comments in which two signs stand side by side as an emoticon begins."""
    signs = np.frombuffer(raw, np.uint8)
    eyes = np.flatnonzero(np.frombuffer(raw.translate(_EYES), bool))
    here = signs[eyes]
    found = eyes[_BEGINS[here, signs[eyes + 1]] | _BEGINS[signs[eyes - 1], here]]
    return np.unique(np.searchsorted(rows, found, side="right") - 1)


def _with_faces(texts: pa.Array, places: Ints) -> pa.Array:
    """Emoticons of some comments as single characters between spaces."""
    mask = np.zeros(len(texts), bool)
    mask[places] = True
    new = [_FACE_AT.sub(_face, text) for text in texts.take(pa.array(places)).to_pylist()]
    return pc.replace_with_mask(texts, pa.array(mask), pa.array(new, pa.large_string()))


def _face(match: re.Match[str]) -> str:
    return f" {chr(_FACE + FACES.index(match.group()))} "


def as_written(word: str) -> str:
    """A word for a reader: the emoticon itself where it stands for one."""
    place = ord(word) - _FACE if len(word) == 1 else -1
    return FACES[place] if 0 <= place < len(FACES) else word


def lowered(tokens: Tokens) -> list[str]:
    """The distinct words in lower case."""
    return [word.lower() for word in tokens.words]
