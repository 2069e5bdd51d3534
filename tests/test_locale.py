"""Every text for readers is a literal, and has its translations with the same fields."""

from __future__ import annotations

import ast

import pytest

from cxlib.locale import id as indonesian
from cxlib.locale import ms as malay
from cxlib.locale.speak import LANGUAGES, choose, current, say
from tests.house import tree_of
from tests.spoken import fields, spoken

CATALOGUES = {"id": indonesian.TEXTS, "ms": malay.TEXTS}


def test_every_text_is_a_literal():
    assert spoken().unclear == []


def test_fields_are_filled_by_name():
    wrong = [text for text in spoken().texts if not all(map(str.isidentifier, fields(text)))]
    assert wrong == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_text_is_translated(language):
    missing = {t: places for t, places in spoken().texts.items() if t not in CATALOGUES[language]}
    shown = "\n".join(f"{places[0]}: {text}" for text, places in missing.items())
    assert not missing, f"{len(missing)} texts have no entry in locale/{language}.py:\n{shown}"


@pytest.mark.parametrize("language", CATALOGUES)
def test_translations_keep_the_fields(language):
    catalogue = CATALOGUES[language]
    assert {text: new for text, new in catalogue.items() if fields(text) != fields(new)} == {}


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_catalogues_hold_nothing_that_is_not_said(language):
    assert CATALOGUES[language].keys() - spoken().texts.keys() == set()


def test_the_collector_sees_what_it_should(tmp_path, monkeypatch):
    file = tmp_path / "page.py"
    file.write_text(
        'say("plain")\nspeak.say("in {place}", place=1)\nsay("two " "parts")\n'
        "say(TITLE)\nsay(f'{a}')\nunsay('no')\n"
    )
    monkeypatch.setattr("tests.spoken.name_of", lambda path: path.name)
    tree_of.cache_clear()
    found = spoken([file])
    assert list(found.texts) == ["plain", "in {place}", "two parts"]
    assert found.unclear == ["page.py:4", "page.py:5"]
    assert isinstance(tree_of(file), ast.Module)


@pytest.fixture
def chosen(request):
    before = current()
    yield choose
    choose(before)


def test_says_it_in_the_chosen_language(chosen, monkeypatch):
    monkeypatch.setitem(indonesian.TEXTS, "{n} answers", "{n} jawaban")
    assert say("{n} answers", n=3) == "3 answers"
    chosen("id")
    assert current() == "id"
    assert say("{n} answers", n=3) == "3 jawaban"
    assert say("nowhere {translated}", translated="yes") == "nowhere yes"


def test_text_without_values_keeps_its_braces():
    assert say("a {b} c") == "a {b} c"


def test_an_unknown_language_is_a_bug():
    with pytest.raises(ValueError, match="there are en, id, ms"):
        choose("xx")
    assert set(LANGUAGES) == {"en", *CATALOGUES}
