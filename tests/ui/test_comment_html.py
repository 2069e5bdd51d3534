"""A comment as HTML: what is read is what was written, and nothing of a file becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.text.lit import Lit
from cxlib.ui.comment_html import comment_html

TAGS = {"div", "span", "mark", "b"}


class Read(HTMLParser):
    """The text and tags of a page, as a browser takes them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><b onclick="x">',
        "![x](http://example.org/a.png) **bold** $x$",
        "&lt;b&gt; &amp; &#60;",
        "</div></div><h1>",
        "=1+1",
    ],
)
def test_markup_of_a_file_stays_text(text: str) -> None:
    page = comment_html(text, [Lit(0, 2, -1.0)], [(text, 1)], [text], theme="light")
    read = Read(page)
    assert set(read.tags) <= TAGS
    assert read.names <= {"dir", "style", "title"}
    assert read.text.count(text) == 3


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=8))
def test_every_character_is_shown_once_and_in_order(text: str, cuts: list[int]) -> None:
    ends = sorted({min(cut, len(text)) for cut in cuts})
    lit = [Lit(a, b, 1.0 - 2 * (a % 2)) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    page = comment_html(text, lit, [], [], theme="dark")
    plain = "".join(" " if (ord(c) < 32 and c not in "\t\n") or ord(c) == 127 else c for c in text)
    assert Read(page).text == plain
    assert Read(page).tags.count("mark") == len(lit)


def test_praise_and_blame_differ_without_colours() -> None:
    page = comment_html("good bad", [Lit(0, 4, 2.0), Lit(5, 8, -2.5)], [], [], theme="light")
    assert page.count("solid") == 1
    assert page.count("dashed") == 1
    assert 'title="+2.0"' in page
    assert 'title="−2.5"' in page
