"""Which comments are listed and where their words stand: as plain Python over the texts has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.metrics.nps import nps
from cxlib.stats.groups import TOTAL, Group
from cxlib.text.analysis import Analysis, analyse
from cxlib.text.label_cube import label_cube, language_cube
from cxlib.text.listing import (
    BLAMED_HIGH,
    FEELINGS,
    PRAISED_LOW,
    Wanted,
    against_score,
    found_places,
    in_order,
    runs_against,
    score_classes,
)
from cxlib.text.lit import lit_words
from tests.text.reading import comments_of

TEXTS = (
    "Great staff, very friendly",
    "terrible delivery and rude staff",
    "The lamp is next to my window",
    "Good price. Terrible delivery",
    "pelayanan ramah dan cepat",
    "pengiriman lambat sekali, kecewa",
    "Great staff, very friendly",
)
SCORES = (10, 9, 7, 3, 2, 1, float("nan"))
REGIONS = ("West", "East", "West", "East", "West", "(blank)", "East")
MONTHS = (1, 1, 1, 2, 2, 3, 3)


def talk() -> Analysis:
    comments = replace(
        comments_of(TEXTS, SCORES, points=True),
        segments={"region": pa.array(REGIONS)},
        period=pa.array([date(2024, month, 1) for month in MONTHS]),
    )
    return analyse(comments)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted(), range(7)),
        (Wanted(words="GREAT staff"), [0, 6]),
        (Wanted(words='"good price"'), [3]),
        (Wanted(words='"staff great"'), []),
        (Wanted(theme="delivery"), [1, 3, 5]),
        (Wanted(theme="no such theme"), []),
        (Wanted(feeling="neutral"), [2]),
        (Wanted(feeling="mixed"), [3]),
        (Wanted(theme="price", feeling="positive"), [3]),
        (Wanted(theme="delivery", feeling="positive"), []),
        (Wanted(segment="West"), [0, 2, 4]),
        (Wanted(segment="(blank)"), [5]),
        (Wanted(band="high"), [0, 1]),
        (Wanted(band="middle"), [2]),
        (Wanted(band="low"), [3, 4, 5]),
        (Wanted(against=BLAMED_HIGH), [1]),
        (Wanted(against=PRAISED_LOW), [4]),
        (Wanted(language="id"), [4, 5]),
        (Wanted(period="2024-02-01"), [3, 4]),
        (Wanted(segment="East", band="high", period="2024-01-01"), [1]),
    ],
)
def test_all_that_is_asked_has_to_hold(wanted: Wanted, places: list[int]) -> None:
    assert found_places(talk(), wanted).tolist() == list(places)


def test_nothing_is_found_by_what_the_comments_do_not_have() -> None:
    bare = analyse(comments_of(TEXTS))
    for wanted in (
        Wanted(band="low"),
        Wanted(against=BLAMED_HIGH),
        Wanted(segment="West"),
        Wanted(period="2024-01-01"),
    ):
        assert not found_places(bare, wanted).size
    assert score_classes(bare) is None
    assert not against_score(bare).any()


def test_orders_are_those_of_plain_sorting() -> None:
    found = talk()
    score, strength = found.score.tolist(), found.strength.tolist()
    places = np.arange(7)
    assert in_order(found, places, "negative").tolist() == sorted(range(7), key=score.__getitem__)
    assert in_order(found, places, "positive").tolist() == sorted(range(7), key=lambda i: -score[i])
    assert in_order(found, places, "strong").tolist() == sorted(
        range(7), key=lambda i: -strength[i]
    )
    days = np.array([3, 1, 2, 9, 9, 5, 4])
    assert in_order(found, places, "new", days).tolist() == [3, 4, 5, 6, 0, 2, 1]
    assert in_order(found, places[::2], "file").tolist() == [0, 2, 4, 6]


def test_disagreement_goes_by_the_word_lists_not_by_what_was_learned() -> None:
    """Where a model says what the score says, the words still tell."""
    found = talk()
    learned = replace(
        found,
        learned=type("Told", (), {"label": np.array([1] * 7, np.int8), "score": np.ones(7)})(),
    )
    assert against_score(learned).tolist() == against_score(found).tolist()
    assert against_score(found).tolist() == [0, 1, 0, 0, -1, 0, 0]


@pytest.mark.parametrize(("high", "against"), [("great staff", False), ("rude staff", True)])
def test_scores_that_run_against_the_words_are_doubted(high: str, against: bool) -> None:
    low = "rude staff" if high == "great staff" else "great staff"
    texts = [f"{high} {k}" for k in range(40)] + [f"{low} {k}" for k in range(40)]
    assert runs_against(analyse(comments_of(texts, [5.0] * 40 + [1.0] * 40))) == against
    few = analyse(comments_of([*texts[:10], *texts[70:]], [5.0] * 10 + [1.0] * 10))
    assert not runs_against(few)
    assert not runs_against(analyse(comments_of(texts)))


def test_the_cube_counts_labels_as_plain_counting_does() -> None:
    found = talk()
    cube = label_cube(found)
    told = Counter(zip(REGIONS, MONTHS, found.label.tolist(), strict=True))
    for (region, month, label), n in told.items():
        counts = cube[Group("region", region, date(2024, month, 1))].counts
        assert counts[{-1: 0, 0: 7, 1: 10}[label]] == n
    assert sum(one.total for group, one in cube.items() if group.column and group.period) == 7
    net = 100 * found.label.mean()
    assert nps(cube[TOTAL]).score == pytest.approx(net)
    by_language = language_cube(found)
    assert sum(one.total for group, one in by_language.items() if group != TOTAL) == 7


@pytest.mark.parametrize(
    ("text", "lit"),
    [
        ("Good, GOOD and bad", ["Good", "GOOD", "bad"]),
        ("tidak mengecewakan. ribuan terima kasih!", ["tidak mengecewakan", "ribuan terima kasih"]),
        ("it’s great :) <b>awful</b>", ["great", ":)", "awful"]),
        ("😊😊 ok", ["😊😊", "ok"]),
        ("", []),
        ("...!!!", []),
        ("这家店很好", []),
        ("=1+1 terrible", ["terrible"]),
    ],
)
def test_the_words_that_made_the_score_are_found_in_the_text(text: str, lit: list[str]) -> None:
    found = analyse(comments_of(["bad bad", text]))
    assert [text[one.start : one.end] for one in lit_words(found, 1)] == lit


@given(
    st.lists(
        st.text(alphabet="goodbad teruk :)!.,’'<>&\x00\n😊=", max_size=60), min_size=1, max_size=8
    )
)
@settings(max_examples=60, deadline=None)
def test_lit_stretches_are_apart_and_add_up_to_what_the_lists_say(texts: list[str]) -> None:
    found = analyse(comments_of(texts))
    shown = found.comments.text.to_pylist()
    for place, text in enumerate(shown):
        lit = lit_words(found, place)
        assert all(0 <= one.start < one.end <= len(text) for one in lit)
        assert all(a.end <= b.start for a, b in pairwise(lit))
        which = found.which[place]
        hits = found.feelings.hits[which]
        assert len(lit) <= hits
        words = dict(found.words()[place])
        for one in lit:
            if len(words) < 12:
                assert text[one.start : one.end].replace("’", "'") in words
        if hits == len(lit):
            total = sum(one.value for one in lit)
            places = found.feelings.places
            begin, end = found.tokens.starts[which], found.tokens.starts[which + 1]
            here = (places >= begin) & (places < end)
            assert total == pytest.approx(found.feelings.values[here].sum())


def test_feelings_are_the_labels() -> None:
    found = talk()
    for name, label in FEELINGS.items():
        places = found_places(found, Wanted(feeling=name))
        assert places.tolist() == np.flatnonzero(found.label == label).tolist()


def test_where_a_low_answer_is_good_classes_are_turned_and_means_are_not() -> None:
    texts = ["great friendly staff"] * 20 + ["rude staff"] * 20 + ["a lamp"]
    scores = [1.0] * 20 + [5.0] * 20 + [float("nan")]
    found = analyse(replace(comments_of(texts, scores), turned=6))
    classes = score_classes(found)
    assert classes is not None
    assert classes.tolist() == [2] * 20 + [0] * 20 + [-1]
    assert not runs_against(found)
    assert not against_score(found).any()
    assert np.array_equal(found.comments.codes, scores, equal_nan=True)
    points = replace(comments_of(texts, [0.0, 10.0] * 20 + [3.0], points=True), turned=10)
    assert points.codes is not None
    assert points.codes.tolist() == [100, -100] * 20 + [0]
