"""One name, three formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from cxlib.errors import BadOption
from cxlib.export.deck import write
from cxlib.export.spec import SlideSpec
from tests.charts.gallery import cohorts, nps_trend

SLIDES = (SlideSpec(nps_trend(), "Up again", "Keep the lanes open."), SlideSpec(cohorts(), ""))
DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("suffix", "start"), [(".pptx", b"PK"), (".XLSX", b"PK"), (".html", b"<!doctype")]
)
def test_the_suffix_chooses_the_format(tmp_path: Path, suffix: str, start: bytes):
    out = tmp_path / f"deck{suffix}"
    write(SLIDES, "Airport", out, made=DAY)
    assert out.read_bytes().startswith(start)


def test_titles_and_comments_reach_every_format(tmp_path: Path):
    for suffix in (".pptx", ".xlsx", ".html"):
        write(SLIDES, "Airport", tmp_path / f"deck{suffix}", made=DAY)
    deck = Presentation(str(tmp_path / "deck.pptx"))
    assert [s.shapes.title.text_frame.text for s in deck.slides] == ["Up again", cohorts().title]
    sheet = load_workbook(tmp_path / "deck.xlsx")["Up again"]
    assert "Keep the lanes open." in {row[0].value for row in sheet.iter_rows(max_col=1)}
    assert "Keep the lanes open." in (tmp_path / "deck.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["deck.pdf", "deck"])
def test_another_suffix_is_refused_by_name(tmp_path: Path, name: str):
    with pytest.raises(BadOption, match=rf"\.pptx, \.xlsx, \.html; '{name}' ends in '"):
        write(SLIDES, "Airport", tmp_path / name)
    assert not (tmp_path / name).exists()
