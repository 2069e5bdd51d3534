"""Charts of sentiment: numbers as plain counting has them, titles that claim what is tested."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import numpy as np
import pytest
from pptx import Presentation

from cxlib.charts.feedback import (
    labels_chart,
    learning_table,
    method_names,
    net_by_language,
    net_by_segment,
    net_over_time,
    sentiment_method,
    strength_chart,
    words_chart,
)
from cxlib.charts.feedback_quotes import LONGEST, MOST, Quote, quote_slides
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.charts.tabular import tabular
from cxlib.export.csv_text import to_csv
from cxlib.export.slides import write_deck
from cxlib.export.spec import SlideSpec
from cxlib.metrics.scored import score_nps
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts
from cxlib.text.label_cube import label_counts, language_cube
from cxlib.text.learning import Learning
from cxlib.text.shares import Balance, count_balance
from tests.text.reading import analysed

LOOK = Look("Net sentiment", "comments.csv", "", 0.95)


def labels(positive: int, neutral: int, negative: int) -> ScoreCounts:
    return label_counts(np.repeat([1, 0, -1], [positive, neutral, negative]).astype(np.int8))


def balance(positive: int, neutral: int, negative: int) -> Balance:
    label = np.repeat([1, 0, -1], [positive, neutral, negative]).astype(np.int8)
    return count_balance(label, label != 0, label < -1)


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's limits written out (Wilson 1927; z = 1.959964)."""
    z, p = 1.959963984540054, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return middle - half, middle + half


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((60, 10, 30), "More praise than blame: net sentiment +30.0"),
        ((30, 10, 60), "More blame than praise: net sentiment −30.0"),
        ((11, 10, 9), "Neither praise nor blame proves to prevail: net sentiment +6.7"),
        ((2, 0, 0), "Neither praise nor blame proves to prevail: net sentiment +100.0"),
    ],
)
def test_a_title_claims_what_the_interval_shows(counts: tuple[int, int, int], title: str) -> None:
    found = balance(*counts)
    proven = found.low is not None and found.high is not None
    claimed = proven and (found.low > 0 or found.high < 0)
    chart = labels_chart(found, LOOK, method="lexicon")
    assert ("proves" not in chart.title) == claimed
    if counts[0] > 2:
        assert chart.title == title
    point = chart.series[0].points[0]
    assert (point.low, point.high) == pytest.approx(wilson(counts[0], sum(counts)))


def test_segments_and_languages_are_tested_against_the_rest() -> None:
    cube = {
        TOTAL: labels(200, 20, 80),
        Group("region", "West"): labels(150, 10, 20),
        Group("region", "East"): labels(50, 10, 60),
    }
    chart = net_by_segment(score_nps(cube, level=0.95), "region", LOOK, method="lexicon")
    assert chart.labels == ("West", "East")
    assert [p.y for p in chart.series[0].points] == pytest.approx([100 * 130 / 180, -100 / 12])
    assert "West leads" in chart.title
    assert chart.axis.title == "Net sentiment (points)"
    assert "Benjamini" in chart.method
    found = analysed(["great staff"] * 40 + ["pelayanan buruk sekali"] * 40 + ["ok"] * 3)
    chart = net_by_language(score_nps(language_cube(found), level=0.95), LOOK, method="lexicon")
    assert chart.labels[:2] == ("English", "Indonesian")
    assert chart.keys[:2] == ("en", "id")


def test_time_has_limits_by_the_number_of_comments() -> None:
    months = [date(2024, month, 1) for month in range(1, 11)]
    cube = {Group(None, None, one): labels(60, 10, 30) for one in months}
    cube[Group(None, None, months[7])] = labels(5, 10, 85)
    options = TrendOptions(period="month", last_day=date(2024, 10, 31), limits="p")
    chart = net_over_time(trends(cube, options)[0], options, LOOK, method="lexicon")
    assert chart.title == "Net sentiment: a signal in Aug 2024"
    assert [p.y for p in chart.series[0].points] == pytest.approx([30.0] * 7 + [-80.0] + [30.0] * 2)


def test_limits_stay_within_what_net_sentiment_can_be() -> None:
    months = [date(2024, month, 1) for month in range(1, 11)]
    cube = {Group(None, None, one): labels(60, 10, 30) for one in months}
    cube[Group(None, None, months[4])] = labels(1, 0, 0)
    options = TrendOptions(period="month", last_day=date(2024, 10, 31), limits="p")
    chart = net_over_time(trends(cube, options)[0], options, LOOK, method="lexicon")
    assert [one.points[4].y for one in chart.series] == [100.0, 100.0, -100.0]


def test_strength_and_words_are_counted() -> None:
    found = analysed(["slow", "absolutely terrible awful horrible", "great", "It came", "easy ok"])
    chart = strength_chart(found, LOOK)
    drawn = sum(p.y or 0 for series in chart.series for p in series.points)
    assert drawn == int((found.label != 0).sum())
    words = {name: int(flags.sum()) for name, flags in found.emotions().items()}
    chart = words_chart(words, 5, LOOK)
    assert chart.labels[0] == "Ease"
    assert chart.series[0].points[0].y == pytest.approx(1 / 5)
    assert "not what was felt" in chart.notes[0]


def test_a_learned_label_is_warned_about_and_a_listed_one_is_not() -> None:
    label = np.zeros(80, np.int8)
    quality = {"lexicon": 0.5, "hybrid": 0.71, "model": 0.64}
    chart = learning_table(Learning("hybrid", quality, 80, label.astype(float), label), LOOK)
    assert method_names()["hybrid"] in chart.title
    assert any("circle" in note for note in chart.notes)
    assert [row[1] for row in chart.table.rows] == [0.5, 0.71, 0.64]
    assert [row[2] for row in chart.table.rows] == ["no", "yes", "no"]
    plain = learning_table(Learning("lexicon", quality, 80, label.astype(float), label), LOOK)
    assert not plain.notes
    few = learning_table(Learning("lexicon", {}, 12, label.astype(float), label), LOOK)
    assert "12 comments have a score" in few.notes[0]
    assert len({sentiment_method(one) for one in method_names()}) == 3


def test_quotes_are_native_text_cut_and_split_over_slides() -> None:
    texts = ["=1+1", "<b>x</b>", "long " * 200, "ok", "five", "six", "seven"]
    quotes = [Quote("comments.csv", row, text, "rating 2") for row, text in enumerate(texts, 1)]
    charts = quote_slides(quotes)
    assert [len(chart.table.rows) for chart in charts] == [MOST, 1]
    assert all(thaw(freeze(chart)) == chart for chart in charts)
    assert len(charts[0].table.rows[2][1]) <= LONGEST + 2
    out = BytesIO()
    write_deck([SlideSpec(one, one.title) for one in charts], title="Quotes", out=out)
    slides = Presentation(BytesIO(out.getvalue())).slides
    cells = [
        cell.text
        for shape in slides[0].shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert "“<b>x</b>”" in cells
    assert f"“{charts[0].table.rows[2][1][1:]}" in cells
    assert tabular(charts[1]).rows == (("rating 2", "“seven”"),)
    assert "“=1+1”" in to_csv(charts[0])
    assert "'=SUM" in to_csv(quote_slides([Quote("a", 1, "ok", "=SUM(A1)")])[0])
