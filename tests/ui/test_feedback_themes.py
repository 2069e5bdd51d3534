"""Themes, Discover and Word lists on the sample data: every part, and lists that are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlib.engine.embedded import cursor, open_locked
from cxlib.ui import imports
from cxlib.ui.feeling_words import SAID
from cxlib.ui.jobs import Progress
from cxlib.ui.theme_draft import CLASH
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from cxlib.workspace.word_lists import THEMES, WORDS, save_list, versions
from tests.ui.test_pages import opened, sentences, settled, start
from tests.ui.test_service_page import shown

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"


def feedback(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "comments.csv") -> AppTest:
    """The page on one of the sample files."""
    app = start(folder, monkeypatch)
    with (SAMPLES / name).open("rb") as file:
        path = imports.spool(file, name, folder)
    root = open_locked([folder], scratch=folder / "aside")
    imports.arrive(kept(folder), lambda: cursor(root), path, name, Progress())
    return opened(app, "feedback")


def tab(app: AppTest, name: str, **chosen: object) -> AppTest:
    app.session_state["feedback_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith(f" {name}")
    )
    for key, value in chosen.items():
        app.session_state[key] = value
    return settled(app.run())


def kept(folder: Path) -> Workspace:
    return Workspace(open_catalogue(sqlite_url(folder)), folder, owner=LOCAL)


def captions(app: AppTest) -> str:
    return " ".join(one.value for one in app.caption)


def test_every_part_of_the_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = feedback(tmp_path, monkeypatch)
    assert "Themes in numbers" in shown(app)
    assert "comments mention a theme" in captions(app)
    expected = {
        "impact": "Where the score is lost",
        "time": "signal",
        "together": "stand together",
    }
    for part, words in expected.items():
        tab(app, "Themes", theme_part=part)
        assert not sentences(app), part
        assert any(words in title for title in shown(app)), (part, shown(app))
    for lists in ("pillars", "emotions"):
        for part in ("overview", *expected):
            tab(app, "Themes", theme_part=part, theme_lists=lists)
            assert not sentences(app), (lists, part)
            assert shown(app)


def test_late_delivery_costs_points_in_the_survey(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample's survey has a planted effect of late deliveries on NPS."""
    app = feedback(tmp_path, monkeypatch, "survey.csv")
    tab(app, "Themes", theme_part="impact", theme_measure="adjusted")
    title = next(title for title in shown(app) if title.startswith("Where the score is lost"))
    assert "waiting" in title


def test_words_become_a_theme_in_one_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = feedback(tmp_path, monkeypatch)
    tab(app, "Discover")
    assert {"Words into themes"} <= shown(app)
    terms = app.multiselect(key="discover_words").options
    settled(app.multiselect(key="discover_words").select(terms[0]).select(terms[1]).run())
    assert list(app.dataframe[-1].value.columns) == ["Word", "Sentence"]
    settled(app.text_input(key="discover_name").set_value("lateness").run())
    settled(app.button(key="discover_make").click().run())
    assert any("lateness" in one.value for one in app.success)
    (version,) = versions(kept(tmp_path), THEMES, "My themes")
    assert version.entries["lateness"] == terms[:2]
    assert "delivery" in version.entries
    settled(app.multiselect(key="discover_words").select(terms[2]).run())
    settled(app.selectbox(key="discover_into").select("lateness").run())
    settled(app.button(key="discover_add").click().run())
    newest = versions(kept(tmp_path), THEMES, "My themes")[0]
    assert newest.entries["lateness"] == terms[:3]
    for sides in ("feeling", "period", "segment", "language"):
        tab(app, "Discover", discover_sides=sides)
        assert not sentences(app), sides


def test_themes_are_changed_counted_and_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = feedback(tmp_path, monkeypatch)
    tab(app, "Word lists")
    area = next(one for one in app.text_area if one.label.startswith("Words"))
    settled(area.set_value("kurir*, *wrong").run())
    assert "only at the end of a word" in captions(app).replace("\\", "")
    assert app.button(key="list_save").disabled
    area = next(one for one in app.text_area if one.label.startswith("Words"))
    settled(area.set_value("kurir*, qqqq").run())
    assert "1 of 2 words find nothing" in captions(app)
    settled(app.button(key="list_save").click().run())
    (version,) = versions(kept(tmp_path), THEMES, "My themes")
    assert version.entries["delivery"] == ["kurir*", "qqqq"]

    # Somebody else changes the same theme while this session does.
    theirs = {**version.entries, "delivery": ["paket"]}
    area = next(one for one in app.text_area if one.label.startswith("Words"))
    settled(area.set_value("kurir*").run())
    save_list(kept(tmp_path), THEMES, "My themes", theirs, was=version.entries)
    settled(app.button(key="list_save").click().run())
    assert any("delivery" in one for one in sentences(app))
    assert CLASH in app.session_state
    settled(app.button(key="clash_True").click().run())
    assert not sentences(app)
    words = [one.entries["delivery"] for one in versions(kept(tmp_path), THEMES, "My themes")]
    assert words == [["kurir*"], ["paket"], ["kurir*", "qqqq"]]


def test_a_sentence_is_tried_on_ones_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = feedback(tmp_path, monkeypatch)
    save_list(kept(tmp_path), WORDS, "own words", {"zonkers": [-3.0, "ours"]}, was=None)
    tab(app, "Word lists", lists_part="feelings")
    settled(app.text_input(key="trial_text_words").set_value("a zonkers parcel").run())
    assert any(one.value.startswith("**negative**") for one in app.markdown)
    assert "zonkers" in captions(app)
    assert SAID not in app.session_state
