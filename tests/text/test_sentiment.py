"""The rules of VADER, by its own analyser and by hand, and the lists of three languages."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from cxlib.text.lexicon import MIXED_MALAY, _vader, build, list_version, read_list, standard
from cxlib.text.sentiment import labels_of
from tests.text.reading import felt, macro_f1, scores

LABELS = {-1: "negative", 0: "neutral", 1: "positive"}


@pytest.mark.parametrize(
    "text",
    [
        "VADER is smart, handsome, and funny.",
        "VADER is smart, handsome, and funny!",
        "VADER is very smart, handsome, and funny.",
        "VADER is VERY SMART, handsome, and FUNNY.",
        "VADER is VERY SMART, handsome, and FUNNY!!!",
        "VADER is not smart, handsome, nor funny.",
        "The book was good.",
        "The book was kind of good.",
        "The plot was good, but the characters are uncompelling and the dialog is not great.",
        "Today SUX!",
        "Make sure you :) or :D today!",
        "There are no problems here",
        "I don't hate it",
    ],
)
def test_equal_to_the_analyser_of_vader(text):
    # The sentences are those of VADER's own demonstration, and three more of the same kind.
    lexicon = build(*_vader())
    expected = SentimentIntensityAnalyzer().polarity_scores(text)["compound"]
    found = felt([text], language="en", lexicon=lexicon)[0].score[0]
    assert found == pytest.approx(expected, abs=0.03)


def test_agrees_with_vader_on_english_comments(shared_data):
    rows = []
    for part in ("train", "valid"):
        with (shared_data / "nusax_senti" / f"english_{part}.csv").open(encoding="utf-8") as file:
            rows += [row["text"] for row in csv.DictReader(file)]
    peer = SentimentIntensityAnalyzer()
    expected = np.array([peer.polarity_scores(text)["compound"] for text in rows])
    found = felt(rows, language="en", lexicon=build(*_vader()))[0].score
    assert np.corrcoef(expected, found)[0, 1] >= 0.97
    assert (labels_of(expected) == labels_of(found)).mean() >= 0.97


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("kurang bagus", -1),
        ("tidak mengecewakan", 1),
        ("bukan main bagus", 1),
        ("tidak ada masalah", 1),
        ("tdk ada masalah", 1),
        ("x best langsung", -1),
        ("bagus. tidak rusak", 1),
        ("tidak, bagus", 1),
        ("lewat gila barang sampai, dah seminggu tunggu", -1),
        ("sedap giler makanan kat kedai ni", 1),
        ("teruk la servis korang", -1),
        ("brg ok, seller pun laju", 1),
        ("takde masalah, berbaloi beli", 1),
        ("tak boleh harap langsung", -1),
        ("buang duit je", -1),
        ("mantuuuul bangettt", 1),
        ("bagus-bagus barangnya", 1),
        ("bagus2 semua", 1),
        ("Nothing! Superb", 1),
        ("the app is slow and buggy", -1),
        ("👍👍", 0),
        ("kecewa 😡", -1),
        ("servis hampeh, lembap macam siput", -1),
        ("tak jujur, janji doang", -1),
        ("penghantaran pantas, terbaek", 1),
        ("dulu lebih bagus", -1),
        ("di tempat lain lebih murah", -1),
        ("takde hal, menjimatkan masa", 1),
        ("asyik lewat je barang ni", -1),
        ("tidak bisa dipercaya", -1),
        ("used to be better", -1),
    ],
)
def test_reads_the_idiom(text, sign):
    assert labels_of(np.array(scores(text)))[0] == sign


def test_boosters_stand_before_and_after():
    plain, before, after, less = scores("ini bagus", "sangat bagus", "bagus sekali", "agak bagus")
    assert less < plain < before
    assert plain < after


def test_the_second_part_counts_more_after_a_contrast():
    first, second = scores(
        "makanannya enak tapi pelayanannya buruk", "pelayanannya buruk tapi makanannya enak"
    )
    assert first < 0 < second


def test_words_that_mean_something_else_in_another_language():
    # percuma: in vain in Indonesian, free of charge in Malay.
    assert scores("pengirimannya percuma dong, gak bisa dipake", language="id")[0] < 0
    assert scores("penghantaran percuma", language="ms")[0] > 0
    # lewat: by way of in Indonesian, late in Malay; the other words of the comment decide.
    assert scores("saya pesan lewat aplikasi ini")[0] == 0
    assert scores("lewat sangat, dah seminggu tunggu korang")[0] < 0
    # senang: happy in Indonesian, easy in Malay.
    happy, easy = scores("senang", language="id") + scores("senang", language="ms")
    assert happy > easy > 0


def test_comments_in_two_languages_are_read_by_the_lists_of_the_one_they_lean_to():
    malay = "the parcel was lewat la, korang punya service memang very lambat"
    languages = felt([malay])[2]
    assert languages.sides.tolist() == [MIXED_MALAY]
    assert scores("the postage is percuma, kat kedai ni memang very best")[0] > 0


@pytest.mark.parametrize(
    "text",
    ["", " ", "12345", "?!...", "东西还没有到", "ไม่รู้", "لا أعرف", "x" * 10_000, "\x00", "\u200b"],
)
def test_nothing_readable_is_neutral_and_not_covered(text):
    feelings, _, _ = felt([text])
    assert (feelings.score[0], feelings.hits[0]) == (0.0, 0)


def test_all_capitals_are_no_shouting():
    loud, quiet = scores("GREAT SERVICE", "great service")
    assert loud == quiet
    shouted, calm = scores("GREAT service", "great service")
    assert shouted > calm


def test_mixed_feelings_and_their_strength():
    feelings, _, _ = felt(["good food, terrible staff", "good food", "the table"])
    assert feelings.mixed.tolist() == [True, False, False]
    assert feelings.strength[0] > feelings.strength[1] > feelings.strength[2] == 0


def test_many_or_few_at_a_time_makes_no_difference():
    texts = ["tidak bagus", "I love it!", "", "pantas dan murah", "not bad :)"] * 40
    whole = felt(texts)[0].score
    alone = [scores(text)[0] for text in texts[:5]]
    assert whole[:5].tolist() == alone
    assert np.array_equal(whole, np.tile(whole[:5], 40))


def test_the_lists_are_well_formed():
    for name in ("indonesian_malay.csv", "english.csv"):
        rows = read_list(name)
        keys = [(row["word"], row["kind"], row["language"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for row in rows:
            assert row["word"] == row["word"].strip().lower()
            assert row["kind"] != "feeling" or -4 <= float(row["value"]) <= 4
    malay = [row for row in read_list("indonesian_malay.csv") if row["kind"] == "feeling"]
    assert len(malay) > 2_000
    assert list_version("indonesian_malay.csv") == "2, 2026-11-22"
    assert set(standard().spellings.values()).isdisjoint(standard().spellings)


@pytest.mark.parametrize(("part", "least"), [("valid", 0.70), ("train", 0.72)])
def test_indonesian_reviews_against_their_labels(shared_data, part, least):
    # SmSA (Purwarianti & Crisdayanti 2019), human labels; nothing was trained.
    lines = (shared_data / "smsa_id" / f"{part}_preprocess.tsv").read_text("utf-8").splitlines()
    texts, truth = zip(*(line.rsplit("\t", 1) for line in lines), strict=True)
    said = [LABELS[one] for one in labels_of(felt(texts)[0].score).tolist()]
    assert macro_f1(truth, said) >= least
