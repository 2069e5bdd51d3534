"""Comments out of a source, and all about them: groups, scores, duplicates, rows for a file."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.stats.groups import TOTAL, Group
from cxlib.text.analysis import analyse
from cxlib.text.export import ROWS_HEAD, comment_rows, harmless
from cxlib.text.shares import count_balance
from cxlib.text.theme_table import theme_rows
from tests.text.reading import analysed, comments_of

ODD = [
    "",
    "😀😍",
    "...",
    "!!!???",
    "good " * 2_500,
    "bad\x00good",
    "GREAT SERVICE GREAT SERVICE",
    "东西还没有到",
    "<b>good</b> <script>alert(1)</script>",
    "**bold** _bad_ [link](http://example.com)",
    "=HYPERLINK(1)",
    "\u200b\u200d",
    "naïve café Ünïcode",
]


def test_whatever_is_written_is_read():
    read = analysed(ODD)
    assert len(read.score) == len(ODD)
    assert np.abs(read.score).max() <= 1
    rows = list(comment_rows(read))
    assert [row[0] for row in rows] == list(range(1, len(ODD) + 1))
    assert all(len(row) == len(ROWS_HEAD) for row in rows)
    assert rows[10][-1] == "'=HYPERLINK(1)"
    assert "example.com" not in rows[9][-1]


def test_one_comment_repeated_is_read_once_and_counted_often():
    read = analyse(comments_of(["the staff was rude"] * 500, [1.0] * 500))
    assert read.tokens.n == 1
    assert (read.label == -1).all()
    (row,) = theme_rows(read.themes(), read.comments.codes)
    assert (row.theme, row.n, row.net, row.impact.removal.value) == ("staff", 500, -100.0, None)


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@a", "\t=1", " =1"])
def test_formulas_are_made_harmless(text):
    assert harmless(text) == f"'{text}"
    assert harmless("a=1") == "a=1"


def test_the_words_behind_a_score_come_strongest_first():
    read = analysed(["pengiriman lambat sekali, kecewa", "tidak ada masalah, ok :)", "meja"])
    first, second, third = [[word for word, _ in one] for one in read.words()]
    assert first == ["kecewa", "lambat"]
    assert set(second) == {"tidak ada masalah", "ok", ":)"}
    assert third == []


def test_the_balance_is_counted_as_nps_is():
    label = np.array([1] * 6 + [0] * 3 + [-1], np.int8)
    found = count_balance(label, label != 0, np.zeros(10, bool))
    assert (found.n, found.positive, found.neutral, found.negative) == (10, 6, 3, 1)
    assert found.net == pytest.approx(50)
    # Adjusted Wald by hand: 3/4 added to each end, 3 to n (Rocks 2016).
    p, d = 6.75 / 13, 1.75 / 13
    half = 1.959964 * np.sqrt((p + d - (p - d) ** 2) / 13)
    assert (found.low, found.high) == pytest.approx(
        (100 * (p - d - half), 100 * (p - d + half)), rel=1e-5
    )
    assert found.covered == pytest.approx(0.7)


def test_a_0_to_10_score_is_averaged_as_points():
    read = comments_of(["a"] * 4, [10, 8, 3, np.nan], points=True)
    assert read.codes[:3].tolist() == [100, 0, -100]
    assert np.isnan(read.codes[3])
    assert list(read.groups()) == [TOTAL]
    assert Group() == TOTAL
