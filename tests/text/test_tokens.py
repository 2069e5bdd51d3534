"""Words, sentences and clauses, whatever stands in the comments."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cxlib.text.tokens as cutting
from cxlib.text.tokens import as_written, tokenise
from tests.text.reading import arrow


def words_of(texts: list[str]) -> list[list[str]]:
    tokens = tokenise(arrow(texts))
    written = [as_written(word) for word in tokens.words]
    return [
        [written[code] for code in tokens.codes[begin:end]]
        for begin, end in zip(tokens.starts[:-1], tokens.starts[1:], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("  ", []),
        ("…?!", []),
        ("Good, fast;cheap.", ["Good", "fast", "cheap"]),
        ("ok\x00bad\x1fworse", ["ok", "bad", "worse"]),
        ("don’t", ["don't"]),
        ("great :) thanks", ["great", ":)", "thanks"]),
        ("8:00 (today)", ["8", "00", "today"]),
        ("baik-baik, bagus2", ["baik-baik", "bagus2"]),
        ("<b>nice</b> **really**", ["b", "nice", "b", "really"]),
    ],
)
def test_a_comment_is_cut_into_words(text, words):
    assert words_of([text]) == [words]


def test_commas_part_clauses_and_full_stops_sentences():
    tokens = tokenise(arrow(["a b, c. d", "", "e"]))
    assert tokens.starts.tolist() == [0, 4, 4, 5]
    assert tokens.sentences.tolist() == [0, 3, 4, 5]
    assert tokens.clauses.tolist() == [0, 2, 3, 4, 5]


def test_a_sliced_array_is_read_from_where_it_begins():
    whole = pa.array(["skip me", "read, this", "and that :("])
    assert words_of(whole.slice(1).to_pylist()) == words_of(["read, this", "and that :("])
    sliced = tokenise(whole.slice(1))
    assert sliced.starts.tolist() == [0, 2, 5]


def test_no_comments_give_no_tokens():
    tokens = tokenise(arrow([]))
    assert (tokens.n, len(tokens.codes), tokens.words) == (0, 0, ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12), st.integers(1, 4))
def test_the_size_of_the_parts_changes_nothing(texts, size):
    whole = tokenise(arrow(texts))
    before = cutting.CHUNK
    cutting.CHUNK = size
    try:
        parts = tokenise(arrow(texts))
    finally:
        cutting.CHUNK = before
    for tokens in (parts, whole):
        assert len(set(tokens.words)) == len(tokens.words)
    assert [parts.words[one] for one in parts.codes] == [whole.words[one] for one in whole.codes]
    for name in ("starts", "sentences", "clauses"):
        assert np.array_equal(getattr(parts, name), getattr(whole, name)), name
    assert set(whole.starts) <= set(whole.sentences) <= set(whole.clauses)


def cut_plainly(text):
    """The same rule letter by letter: ASCII signs, U+2000 to U+203F and no-break spaces part."""
    words = [""]
    for sign in text.replace("’", "'").replace("‘", "'"):
        general = "\u2000" <= sign <= "\u203f" and sign != "\u200d"
        parts = general or sign == "\u00a0" or sign == "\x7f"
        if sign.isascii() and not sign.isalnum() and sign not in "'-_@#&":
            parts = True
        words = [*words, ""] if parts else [*words[:-1], words[-1] + sign]
    return [word for word in words if word]


SIGNS = [
    *"abcdefgh&#-@'é東 \u00a0’‘“—…\u200d👍\x00\x7f,.!", "longerword", "eightcha", "ninechars"
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join), max_size=6))
def test_words_are_those_of_a_plain_loop(texts):
    assert words_of(texts) == [cut_plainly(text) for text in texts]


def test_every_emoticon_is_one_word():
    for face in cutting.FACES:
        assert words_of([f"so {face}", face, f"ok. {face} yes"]) == [
            ["so", face],
            [face],
            ["ok", face, "yes"],
        ]
