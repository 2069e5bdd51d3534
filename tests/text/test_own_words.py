"""The analyst's own words above the lists."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.text.analysis import Options, analyse
from cxlib.text.lexicon import standard
from cxlib.text.own_words import own_words, parse_words, read_words, with_own_words, words_text
from cxlib.text.sentiment import ALPHA
from tests.text.reading import comments_of, felt


def score(text, *words, language="auto"):
    lexicon = with_own_words(own_words(words))
    return float(felt([text], lexicon=lexicon, language=language)[0].score[0])


def test_a_word_of_ones_own_is_read_in_every_language():
    for language in ("en", "id", "ms", "auto"):
        found = score("zorbo", ("zorbo", 2.0), language=language)
        assert found == pytest.approx(2 / (4 + ALPHA) ** 0.5)  # VADER's x / sqrt(x^2 + 15)


@pytest.mark.parametrize(
    ("text", "words", "sign"),
    [
        ("the phone is cheap", [("cheap", -2.0)], -1),
        ("this is sick", [("sick", 3.0)], 1),
        ("this is sick", [("sick", 0.0)], 0),
        ("Not Cheap at all", [("not cheap", -1.0)], -1),
        ("they went above and beyond", [("above and beyond", 2.5)], 1),
        ("above, and beyond", [("above and beyond", 2.5)], 0),
        ("barang bgs", [("bagus", -3.0)], -1),
        ("bagusnya", [("bagus", -3.0)], -1),
        ("barang bgs", [("bagus", -3.0), ("bgs", 1.0)], 1),
        ("tidak zorbo", [("zorbo", 2.0)], -1),
        ("sangat", [("sangat", 1.0)], 1),
        ("so 👍🏽", [("👍🏽", 3.0)], 1),
        ("love ❤️", [("❤️", -3.0), ("love", 0.0)], -1),
        ("meh :/", [(":/", 2.0), ("meh", 0.0)], 1),
    ],
)
def test_own_words_stand_above_the_lists(text, words, sign):
    found = score(text, *words)
    assert (found > 0) - (found < 0) == sign


def test_the_words_behind_a_score_name_the_own_phrase():
    read = analyse(
        comments_of(["They went above and beyond"]), Options(words=(("above and beyond", 2.5),))
    )
    assert read.words() == [(("above and beyond", 2.5),)]
    assert read.covered.all()


def test_nothing_of_ones_own_leaves_the_lists_and_equal_words_are_kept():
    assert with_own_words(()) is standard()
    assert with_own_words((("a1", 1.0),)) is with_own_words((("a1", 1.0),))
    before = standard().values.copy()
    with_own_words((("good", -4.0),))
    assert (standard().values == before).all()


@pytest.mark.parametrize(
    "text",
    [
        "word,valence\nPantas,1.5\n\nnot cheap,-1\n",
        "pantas;1,5\nnot cheap;-1",
        "\ufeffpantas\t1.5\nnot cheap\t-1\tnote",
    ],
)
def test_a_csv_of_any_kind_is_read(text, tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    assert read_words(path) == (("pantas", 1.5), ("not cheap", -1.0))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There are no words in the word list"),
        ("word,valence\n", "There are no words"),
        ("good,1\nbad", "Line 2 of the word list"),
        ("good,1\nbad,much", "Line 2"),
        ("good,9", "valence of 'good' is 9"),
        ("good,nan", "valence of 'good' is nan"),
        ("...,1", "holds no word"),
        ('"a, b",1', "no phrase that can be looked for"),
        ("one two three four five,1", "at most 4 words"),
    ],
)
def test_what_is_no_list_of_words_is_refused(text, said):
    with pytest.raises(BadOption, match=said):
        parse_words(text)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path):
    with pytest.raises(BadOption, match="cannot be opened"):
        read_words(tmp_path / "absent.csv")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[a-z]{1,9}( [a-z]{1,9}){0,3}", fullmatch=True), st.integers(-8, 8)
        )
    )
)
def test_written_and_read_again_they_are_the_same(pairs):
    words = own_words((word, value / 2) for word, value in pairs)
    assert own_words(words) == words
    if words:
        assert parse_words(words_text(words)) == words
