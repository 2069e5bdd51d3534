"""What nobody should write and everybody does: each is read, none is lost, nothing crashes."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

import cxlib.text.tokens as cutting
from cxlib.text.analysis import Options, analyse
from cxlib.text.export import comment_rows
from tests.text.reading import analysed, comments_of, felt, scores

BAD = {
    "empty": "",
    "blank": " \t ",
    "not a number": "NaN",
    "none": "None",
    "only emoji": "😀😍",
    "only punctuation": "?!...,,,---",
    "only digits": "1234567",
    "arabic": "لا أعرف",
    "chinese": "东西还没有到",
    "thai": "ไม่รู้",
    "chinese with a word": "服务 good",
    "10,000 letters": "x" * 10_000,
    "10,000 signs of words": "not good " * 1_111,
    "nul bytes": "ok\x00bad",
    "control signs": "\x01\x02good\x1f",
    "zero width": "\u200b\u200d",
    "right to left": "\u202egood\u202c",
    "lone modifiers": "\ufe0f\U0001f3fd",
    "html": "<b>good</b><script>alert('x')</script>",
    "markdown": "**good** _bad_ `x` [a](b)",
    "formula": "=SUM(A1:A9)",
    "accents": "naïve café Ünïcode",
    "a letter": "a",
    "lines": 'say "hello" to, the; team\r\nsecond line',
}


def test_each_gets_a_row_with_a_score_within_bounds():
    read = analysed(list(BAD.values()))
    assert np.isfinite(read.score).all()
    assert np.abs(read.score).max() <= 1
    assert len(list(comment_rows(read))) == len(BAD)


@pytest.mark.parametrize("name", ["empty", "blank", "only punctuation", "only digits", "arabic",
                                  "chinese", "thai", "zero width", "10,000 letters"])  # fmt: skip
def test_what_cannot_be_read_is_neutral_uncovered_and_of_no_language(name):
    read = analysed([BAD[name]])
    assert (read.score[0], read.label[0], read.covered[0]) == (0, 0, False)
    assert read.language == ["other"]


@pytest.mark.parametrize("name", ["only emoji", "chinese with a word", "right to left", "html"])
def test_what_can_be_read_among_it_is(name):
    assert analysed([BAD[name]]).label.tolist() == [1]


def test_the_words_around_a_nul_byte_are_apart():
    assert felt([BAD["nul bytes"]])[1].words == ("ok", "bad")


@pytest.mark.parametrize("size", [1, 3, 7])
def test_wherever_the_parts_are_cut_the_answer_is_the_same(size, monkeypatch):
    texts = [*BAD.values(), "tidak bagus", "great service, slow app :(", "x best langsung"] * 3
    whole = analysed(texts)
    monkeypatch.setattr(cutting, "CHUNK", size)
    parts = analysed(texts)
    assert np.array_equal(parts.score, whole.score)
    assert np.array_equal(parts.themes().flags, whole.themes().flags)
    assert parts.language == whole.language
    assert parts.words() == whole.words()


def test_an_array_that_begins_elsewhere_is_read_from_there():
    texts = ["skip!", "good!!", "bad?", "tidak bagus"]
    whole = analysed(texts[1:])
    comments = comments_of(texts[1:])
    shifted = pa.array(texts, pa.large_string()).slice(1)
    moved = analyse(type(comments)(**{name: getattr(comments, name) for name in (
        "row", "score", "points", "segments", "period", "customer", "hidden", "column", "coverage"
    )} | {"text": shifted}), Options())  # fmt: skip
    assert moved.score.tolist() == whole.score.tolist()


def test_all_in_capitals_and_all_alike():
    loud = analysed(["GREAT SERVICE", "TERRIBLE STAFF", "OK"] * 5)
    assert (
        loud.score.tolist()
        == analysed(["great service", "terrible staff", "ok"] * 5).score.tolist()
    )
    alike = analysed(["good"] * 50)
    assert (alike.tokens.n, len(set(alike.score.tolist()))) == (1, 1)
    assert analysed(["東西"] * 50).label.tolist() == [0] * 50


def test_a_negator_reaches_no_further_than_its_clause():
    apart, joined = scores("bagus. tidak rusak", "bagus tidak rusak")
    assert apart > 0
    assert joined > 0
    assert scores("tidak. bagus")[0] > 0 > scores("tidak bagus")[0]
    assert scores("tidak, bagus")[0] > 0
