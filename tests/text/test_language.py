"""The language of comments."""

from __future__ import annotations

import csv

import pytest

from cxlib.errors import BadOption
from cxlib.text.lexicon import ENGLISH, INDONESIAN, MALAY, MIXED
from tests.text.reading import felt


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The staff were friendly", "en"),
        ("barangnya bagus banget gak nyesel", "id"),
        ("kedai ni memang best, tak rugi datang", "ms"),
        ("东西还没有到", "other"),
        ("ไม่รู้", "other"),
        ("لا أعرف", "other"),
        ("", "other"),
        ("12 34", "other"),
    ],
)
def test_the_language_of_a_comment(text, language):
    assert felt([text])[2].names == [language]


def test_two_languages_in_one_comment_are_read_by_all_lists():
    text = "the delivery was very fast tapi barang yang sampai tidak sesuai dengan pesanan saya"
    languages = felt([text])[2]
    assert languages.mixed[0]
    assert languages.sides[0] == MIXED


def test_each_is_read_by_its_own_lists():
    texts = ["I was not happy with it", "tidak bagus banget dong", "tak best langsung kedai ni"]
    assert felt(texts)[2].sides.tolist() == [ENGLISH, INDONESIAN, MALAY]


def test_a_language_can_be_given():
    assert felt(["apa saja"], language="ms")[2].names == ["ms"]
    with pytest.raises(BadOption, match="'fr'; there are en, id, ms and auto"):
        felt(["bon"], language="fr")


def test_translations_are_told_apart(shared_data):
    # NusaX: the same texts in English and in Indonesian.
    for name, good in (("english", {"en"}), ("indonesian", {"id", "ms"})):
        path = shared_data / "nusax_senti" / f"{name}_valid.csv"
        with path.open(encoding="utf-8") as file:
            texts = [row["text"] for row in csv.DictReader(file)]
        names = felt(texts)[2].names
        assert sum(one in good for one in names) / len(names) >= 0.95
