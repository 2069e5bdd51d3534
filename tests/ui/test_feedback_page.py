"""The Feedback page: every tab on the sample, comments found and quoted, and strange comments."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlib.charts.feedback_quotes import Quote
from cxlib.columns.mapping import Mapping, Reading
from cxlib.engine.embedded import cursor, open_locked
from cxlib.ui.commented import tab_labels
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start

ODD = (
    "😊😊😊",
    "...!!!???",
    "x" * 10_000,
    "good " * 2_000,
    "SEMUA HURUF BESAR BAGUS SEKALI",
    "這家店很好",
    "บริการดีมาก",
    "خدمة ممتازة",
    "<script>alert(1)</script> <b>great</b> <img src=x onerror=alert(1)>",
    "![x](http://example.org/a.png) **bold** $x^2$ [a](javascript:alert(1))",
    "=1+1",
    "@SUM(A1)",
    "call +62 811 2345 6789 or a.b@c.com",
    "\u202eevil",
)


COMMENTS = Mapping(
    "comments",
    (("text", "text"), ("written", "written_at"), ("rating", "rating"), ("source", "source")),
)


def placed(folder: Path, name: str, rows: list[list[object]], mapping: Mapping) -> None:
    """Put a file with its mapping into the workspace of a folder; its first row is the header."""
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner=LOCAL)
    upload = workspace.add_upload(file, name=name)
    engine = cursor(open_locked([folder], scratch=folder / "scratch"))
    workspace.add_dataset(upload, mapping, cursor=engine)
    engine.disconnect()


def on_tab(app: AppTest, name: str) -> AppTest:
    app.session_state["feedback_tabs"] = tab_labels()[name]
    return settled(app.run())


def shown(app: AppTest) -> list[str]:
    """The comments on screen, as HTML."""
    return [one.proto.body for one in app.main.get("html")]


def titles(app: AppTest) -> set[str]:
    found = (one.value for one in app.markdown if one.value.startswith("**"))
    return {title.strip("*").replace("\\", "") for title in found}


def found(app: AppTest) -> int:
    said = next(title for title in titles(app) if title.endswith(" comments"))
    return int(said.split()[0].replace(",", ""))


def test_every_tab_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "feedback")
    assert {"Comments", "Net sentiment", "Negative", "Mixed"} <= set(metrics(app))
    assert any(one.value.find("Personal details taken out") > 0 for one in app.caption)
    for name in tab_labels():
        on_tab(app, name)
        assert not sentences(app), name
    on_tab(app, "feel")
    assert any("praise" in title for title in titles(app))
    assert any(title.startswith("Net sentiment by source") for title in titles(app))
    app.session_state["feedback_method"] = "learned"
    settled(app.run())
    assert any(title.startswith("Learned from scores") for title in titles(app))
    assert not sentences(app)


def test_comments_are_found_and_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "feedback")
    on_tab(app, "comments")
    everything = found(app)
    assert everything == int(metrics(app)["Comments"].replace(",", ""))
    assert len(shown(app)) == 10
    settled(app.text_input(key="say_words").set_value("hidden-email").run())
    assert 0 < found(app) < everything
    assert all("[hidden-email]" in one for one in shown(app))
    settled(app.selectbox(key="say_feeling").set_value("negative").run())
    settled(app.selectbox(key="say_band").set_value("low").run())
    assert 0 < found(app) < 17
    settled(next(b for b in app.button if (b.key or "").startswith("quote_")).click().run())
    quotes: tuple[Quote, ...] = app.session_state["_quotes"]
    assert "hidden-email" in quotes[0].text
    assert "@" not in quotes[0].text
    settled(app.button(key="quotes_add").click().run())
    opened(app, "presentation")
    assert [one.value for one in app.text_input if one.key != "deck_title"] == [
        "What customers say"
    ]
    opened(app, "feedback")
    on_tab(app, "comments")
    settled(app.text_input(key="say_words").set_value("no such word at all").run())
    assert not shown(app)
    assert any("No comment fits" in one.value for one in app.caption)
    settled(app.button(key="say_clear").click().run())
    assert found(app) == everything


def test_a_file_of_pictures_can_be_looked_at_before_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(start(tmp_path, monkeypatch), "data")
    rows = "".join(f"{'😀😡👍'[k % 3] * 2},{1 + k % 5}\n" for k in range(80))
    file = ("pictures.csv", f"comment,rating\n{rows}".encode(), "text/csv")
    settled(app.file_uploader[0].set_value([file]).run())
    assert any("pictures" in one.value for one in app.markdown)


def test_standard_themes_are_named_in_the_reader_s_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[list[object]] = [[f"great staff {k}"] for k in range(40)]
    placed(tmp_path, "c.csv", [["text"], *rows], Mapping("comments", (("text", "text"),)))
    app = on_tab(opened(start(tmp_path, monkeypatch), "feedback"), "comments")
    assert "staff" in app.selectbox(key="say_theme").options
    settled(app.selectbox(key="say_theme").set_value("staff").run())
    app.session_state["lang"] = "id"
    settled(app.run())
    themes = app.selectbox(key="say_theme")
    assert "staf" in themes.options
    assert "staff" not in themes.options
    assert len(shown(app)) == 10


@pytest.mark.parametrize("texts", [ODD, ("Same comment, nice",) * 60, ("😊",) * 40, ("...",) * 40])
def test_strange_comments_are_shown_as_text(
    texts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[list[object]] = [["written_at", "rating", "text", "source"]]
    for place, text in enumerate(texts * 3):
        source = "<b>A</b>" if place % 2 else "=B"
        rows.append([f"2024-0{place % 6 + 1}-11", place % 5 + 1, text, source])
    placed(tmp_path, "comments.csv", rows, COMMENTS)
    app = opened(start(tmp_path, monkeypatch), "feedback")
    for name in ("feel", "comments"):
        on_tab(app, name)
        assert not sentences(app), name
    settled(app.selectbox(key="say_order").set_value("new").run())
    page = "".join(shown(app))
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>A" not in page


def test_a_survey_with_comments_will_do_and_one_without_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ("very good staff", "terribly slow delivery", "the parcel came on a rainy Monday")
    rows: list[list[object]] = [
        [one % 11, "East" if one % 2 else "West", f"{said[one % 3]} {one}"] for one in range(80)
    ]
    scored = Mapping("survey", (("nps", "nps"),))
    placed(tmp_path, "plain.csv", [["nps", "region"], *(row[:2] for row in rows)], scored)
    app = opened(start(tmp_path, monkeypatch), "feedback")
    assert not app.metric
    assert any("survey with a column" in one.value for one in app.markdown)
    spoken = Mapping("survey", (("nps", "nps"), ("comment", "comment")))
    placed(tmp_path, "spoken.csv", [["nps", "region", "comment"], *rows], spoken)
    settled(app.run())
    assert metrics(app)["Comments"] == "80"
    assert app.selectbox(key="survey_data").options == ["spoken.csv"]
    on_tab(app, "feel")
    assert any(title == "No trend yet" for title in titles(app))
    assert not sentences(app)


def test_scores_of_which_a_low_one_is_good_are_turned_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {1: "great friendly staff", 5: "rude and terribly slow"}
    rows: list[list[object]] = [
        [1 + 4 * (k % 2), f"{said[1 + 4 * (k % 2)]} {k}"] for k in range(80)
    ]
    plain = Mapping("comments", (("text", "text"), ("rating", "answer")))
    turned = plain.with_reading("answer", Reading(scale=(1, 5), reversed=True))
    placed(tmp_path, "plain.csv", [["answer", "text"], *rows], plain)
    placed(tmp_path, "turned.csv", [["answer", "text"], *rows], turned)
    app = opened(start(tmp_path, monkeypatch), "feedback")
    app.session_state["comments_data"] = "plain.csv"
    settled(app.run())
    assert any("stand beside praise" in one for one in sentences(app))
    app.session_state["comments_data"] = "turned.csv"
    on_tab(app, "comments")
    assert not sentences(app)
    settled(app.selectbox(key="say_band").set_value("low").run())
    assert found(app) == 40
    assert all("rude" in one for one in shown(app))
    assert all("answer 5" in one for one in shown(app))
