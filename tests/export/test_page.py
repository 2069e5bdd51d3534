"""The standalone page: complete, offline, and deaf to markup in names."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.data import to_data
from cxlib.errors import BadOption
from cxlib.export.page import write_page
from cxlib.export.spec import SlideSpec
from tests.charts.gallery import gallery, league, nps_by_segment, three_lines

DAY = date(2026, 6, 1)
HOSTILE = "</script><img src=x onerror=alert(1)>"


class Outline(HTMLParser):
    """Tags, headings and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def page_of(*slides: SlideSpec, title: str = "Airport") -> str:
    out = BytesIO()
    write_page(slides, title, out, made=DAY)
    return out.getvalue().decode()


@pytest.fixture(scope="module")
def whole() -> str:
    return page_of(*(SlideSpec(chart, "") for chart in gallery().values()))


def test_a_section_a_chart_and_a_figure_for_all_but_tables(whole: str):
    outline = Outline(whole)
    assert outline.tags.count("section") == outline.tags.count("h2") == len(gallery())
    figures = json.loads(re.findall(r'id="figures">(.*?)</script>', whole, re.S)[0])
    assert len(figures) == sum(chart.kind is not Kind.TABLE for chart in gallery().values())
    assert all(set(figure) == {"light", "dark", "config"} for figure in figures.values())
    line = figures["chart0"]["dark"]["data"][-1]
    assert line["y"] == to_data(gallery()["nps_trend"])["series"][0]["values"]


def test_nothing_is_loaded_from_elsewhere(whole: str):
    assert Outline(whole).addresses == []
    assert not re.findall(r'(?:src|href)="(https?://[^"]+)"', whole)
    assert "default-src 'none'" in whole


def test_names_are_text():
    labels = (HOSTILE, *nps_by_segment().labels[1:])  # a click returns labels as they are
    named = replace(nps_by_segment(), labels=labels)
    page = page_of(SlideSpec(named, HOSTILE, HOSTILE), SlideSpec(three_lines(), ""), title=HOSTILE)
    assert "img" not in Outline(page).tags
    assert Outline(page).tags.count("script") == 3
    assert "Crew &amp;" in page or "Crew \\u0026" in page


def test_comment_method_numbers_and_source_are_there():
    page = page_of(SlideSpec(nps_by_segment(), "Terminal G leads", "Look\nhere"))
    for text in (
        "Terminal G leads",
        "Look\nhere",
        nps_by_segment().method,
        "n = 6,309",
        "1 June 2026",
    ):
        assert text in page
    assert page.count("<tr>") == 6


def test_a_table_is_a_table():
    page = page_of(SlideSpec(league(), ""))
    assert page.count("<tr>") == 41
    assert 'figures">{}<' in page


def test_writes_to_a_path(tmp_path: Path):
    write_page([SlideSpec(league(), "")], "x", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_no_slides_is_an_error():
    with pytest.raises(BadOption, match="at least one chart"):
        write_page([], "x", BytesIO())
