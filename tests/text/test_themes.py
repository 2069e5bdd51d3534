"""Themes: taxonomies as written, mentions by their words, feelings by the clause."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.text.taxonomy import (
    parse_taxonomy,
    read_taxonomy,
    standard_emotions,
    standard_themes,
)
from cxlib.text.themes import CLAUSE, NEAR, find_themes
from tests.text.hotel import hotel_figures
from tests.text.reading import analysed, felt, macro_f1

YAML = """
# own themes
delivery: [deliver*, "on time", kurir]
'price':   # money
  - cheap
  - [mahal, pric*,
     overpriced]
app: crash*
"""


def test_a_taxonomy_is_yaml_or_json():
    expected = (
        ("delivery", ("deliver*", "on time", "kurir")),
        ("price", ("cheap", "mahal", "pric*", "overpriced")),
        ("app", ("crash*",)),
    )
    assert parse_taxonomy(YAML).themes == expected
    json = '{"delivery": ["Deliver*", "on  time", "kurir"], "app": "crash*"}'
    assert parse_taxonomy(json).themes == (expected[0], expected[2])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("just words", "Line 1 of"),
        ("a: [x]\n  ?", "Line 2 of"),
        ("a: [x, y\nb: [z]", "Line"),
        ('{"a": 1}', "Line 1 of"),
        ('{"a": ', "Line 1 of"),
        ("a:\nb: [x]", "Theme 'a' has no words"),
        ("", "There are no themes"),
    ],
)
def test_what_is_no_taxonomy_is_refused_in_words(text, said):
    with pytest.raises(BadOption, match=said):
        parse_taxonomy(text)


def test_a_taxonomy_that_is_not_there(tmp_path):
    with pytest.raises(BadOption, match="cannot be opened"):
        read_taxonomy(tmp_path / "none.yaml")


def test_the_lists_of_the_package_can_be_read():
    names = standard_themes().names
    assert {"delivery", "price", "staff", "app", "quality", "waiting", "ease", "refund"} <= {*names}
    assert {"communication", "cleanliness"} <= {*names}
    assert {"joy", "anger", "effort"} <= {*standard_emotions().names}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Delivered late", ["delivery"]),
        ("it came ON TIME", ["delivery"]),
        ("on, time", []),
        ("kurirnya ramah", ["delivery"]),
        ("kurirku", ["delivery"]),
        ("cheaper", []),
        ("PRICING!", ["price"]),
        ("the app crashed on delivery", ["delivery", "app"]),
        ("", []),
    ],
)
def test_words_phrases_and_beginnings(text, found):
    feelings, tokens, _ = felt([text])
    mentions = find_themes(tokens, feelings, parse_taxonomy(YAML))
    assert [n for n, hit in zip(mentions.names, mentions.flags[0], strict=True) if hit] == found


def test_each_theme_feels_as_its_clause_does():
    themes = parse_taxonomy("food: [food, makanan]\nstaff: [staff, pelayan]\nprice: [price, harga]")
    texts = [
        "The food was great, the staff was rude",
        "makanannya enak tapi pelayannya jutek",
        "great food but the price",
        "food staff price",
    ]
    feelings, tokens, _ = felt(texts)
    mentions = find_themes(tokens, feelings, themes)
    assert mentions.polarity[0].tolist() == [1, -1, 0]
    assert mentions.polarity[1].tolist() == [1, -1, 0]
    assert mentions.basis[0].tolist() == [CLAUSE, CLAUSE, 0]
    assert mentions.basis[2, 2] == NEAR
    assert mentions.polarity[3].tolist() == [0, 0, 0]
    assert mentions.covered == 1.0
    assert mentions.together()[0].tolist() == [4, 3, 2]


def test_emotions_and_effort_by_their_words():
    read = analysed(["I am so angry 😡", "ribet banget, harus berkali kali telpon", "terima kasih"])
    felt_ = {name: flags.tolist() for name, flags in read.emotions().items()}
    assert felt_["anger"] == [True, False, False]
    assert felt_["effort"] == [False, True, False]
    assert felt_["gratitude"] == [False, False, True]


def test_hotel_reviews_against_their_labels(shared_data):
    f1, covered, right = hotel_figures(shared_data)
    assert f1 >= 0.85
    assert covered >= 0.60
    assert right >= 0.88


def test_macro_f1_of_this_house_is_that_of_the_tests():
    from cxlib.text.learning import macro_f1 as ours

    truth, said = np.array([0, 0, 1, 2, 2, 2]), np.array([0, 1, 1, 2, 0, 2])
    # By hand: 2*1/(2+2), 2*1/(1+2), 2*2/(3+2).
    assert ours(truth, said) == pytest.approx((0.5 + 2 / 3 + 0.8) / 3)
    assert macro_f1(truth.tolist(), said.tolist()) == pytest.approx(ours(truth, said))
