"""Drafts of themes: what is refused, what comes back from YAML, counts, contexts, and a trial."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.text.analysis import Options
from cxlib.text.contexts import LONGEST, sentences_with
from cxlib.text.draft import check_draft, split_words, taxonomy_text
from cxlib.text.impact import measure_impact
from cxlib.text.pillars import standard_pillars
from cxlib.text.taxonomy import (
    Taxonomy,
    parse_taxonomy,
    standard_emotions,
    standard_themes,
)
from cxlib.text.theme_limits import effect_of
from cxlib.text.trial import try_sentence
from cxlib.text.word_counts import count_words, mentions_of
from tests.text.reading import analysed

words = st.text("abz é'-*0", min_size=1, max_size=12).map(lambda w: " ".join(w.split()))


def test_the_lists_of_the_package_are_in_order_and_come_back_from_yaml():
    for lists in (standard_themes(), standard_emotions(), standard_pillars()):
        assert [one for one in check_draft(lists.themes) if one.serious] == []
        assert parse_taxonomy(taxonomy_text(dict(lists.themes))) == lists
    assert standard_pillars().names == ("personalisation", "ease", "speed", "empathy")


@given(
    st.dictionaries(
        st.sampled_from(["a", "it's", "on", "No way"]),
        st.lists(words.filter(bool), min_size=1, max_size=4),
        min_size=1,
    )
)
def test_what_is_written_as_yaml_comes_back(themes):
    plain = Taxonomy(tuple((name, tuple(dict.fromkeys(held))) for name, held in themes.items()))
    assert parse_taxonomy(taxonomy_text(dict(plain.themes))) == plain


@pytest.mark.parametrize(
    ("themes", "said"),
    [
        ([], "no theme"),
        ([("a", ["x"]), ("A", ["y"])], "Two themes"),
        ([("", ["x"])], "no name"),
        ([("a", [])], "no words"),
        ([("a", [" "])], "no words"),
        ([("a: b", ["x"])], "without quotes"),
        ([("a", ["*ship"])], "only at the end"),
        ([("a", ["ship**"])], "only at the end"),
        ([("a", ["s*"])], "letters stand before"),
        ([("a", ["good. bad"])], "cut at such signs"),
        ([("a", ["one two three four five six seven"])], "up to 6 words"),
        ([(str(n), ["x"]) for n in range(61)], "60 are read"),
    ],
)
def test_what_cannot_be_kept_is_said(themes, said):
    serious = [one.text for one in check_draft(themes) if one.serious]
    assert any(said in text for text in serious), serious


def test_a_word_in_two_themes_is_told_and_allowed():
    (found,) = check_draft([("a", ["late"]), ("b", ["late", "slow"])])
    assert not found.serious
    assert "late (a, b)" in found.text


def test_words_are_split_at_commas_and_lines():
    assert split_words(" Late,  on  time;\nlate\n,") == ("late", "on time")
    assert split_words("") == ()


def test_words_are_counted_by_comment():
    found = analysed(
        ["late late", "late delivery", "delivered on time", "Kirimnya LAMA", "late late"]
    )
    counts = count_words(found, ["late", "deliver*", "on time", "kirim", "nowhere", "late"])
    assert counts == {"late": 3, "deliver*": 2, "on time": 1, "kirim": 1, "nowhere": 0}
    assert count_words(found, []) == {}


def test_counts_of_single_words_equal_those_of_a_theme_of_one_word():
    texts = ["slow app", "fast courier", "app app crash", "kurir cepat", "on time", "not on time"]
    found = analysed(texts * 3)
    wanted = ["app", "cepat*", "on time", "courier"]
    counts = count_words(found, wanted)
    for word in wanted:
        alone = mentions_of(found, Taxonomy(((word, (word,)),)))
        assert counts[word] == alone.flags.sum()


def test_sentences_hold_the_term_and_no_personal_details():
    found = analysed(["Nice. The parcel was late! Call 0812-3456-7890, late again", "late", "late"])
    places = [place for place, _ in sentences_with(found, "late")]
    texts = [text for _, text in sentences_with(found, "late")]
    assert places == [0, 1]
    assert texts == ["The parcel was late!", "late"]
    long = analysed(["word " * 200 + "needle " + "word " * 200])
    ((_, text),) = sentences_with(long, "needle")
    assert "needle" in text
    assert len(text) <= LONGEST + 2
    assert sentences_with(found, " ") == ()
    assert "0812" not in str(sentences_with(found, "again"))


def test_a_sentence_is_read_as_all_comments_are():
    mine = Options(taxonomy=Taxonomy((("parcel", ("parcel",)), ("app", ("app",)))))
    found = try_sentence("Terrible parcel, but the app is great. Mail a@b.com", mine)
    assert found.themes == (("parcel", -1), ("app", 1))
    assert dict(found.hits)["great"] > 0 > dict(found.hits)["Terrible"]
    assert "a@b.com" not in found.text
    own = try_sentence("zonkers service", Options(words=(("zonkers", -3.0),)))
    assert own.label == -1
    nothing = try_sentence("...", mine)
    assert (nothing.words, nothing.label, nothing.themes) == ((), 0, ())


def test_the_difference_is_got_back_from_the_removal():
    rng = np.random.default_rng(2)
    flags = rng.random((300, 1)) < 0.3
    score = rng.normal(7, 2, 300) - 2 * flags[:, 0]
    (impact,) = measure_impact(score, flags)
    having, lacking = score[flags[:, 0]], score[~flags[:, 0]]
    error = np.sqrt(having.var() / len(having) + lacking.var() / len(lacking))
    gap = having.mean() - lacking.mean()
    found = effect_of(impact, "difference")
    assert found.value == pytest.approx(gap)
    assert (found.low, found.high) == pytest.approx(
        (gap - 1.959964 * error, gap + 1.959964 * error)
    )
    assert effect_of(impact, "adjusted") == impact.adjusted
    assert effect_of(None, "removal").value is None
