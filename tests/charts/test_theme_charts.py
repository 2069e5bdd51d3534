"""Charts of themes hold the numbers they are given and claim only what is proven."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from math import exp

import numpy as np
import pyarrow as pa
import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.keywords import keyword_chart
from cxlib.charts.scores import Look
from cxlib.charts.theme_impact import impact_bars, impact_map, impact_sides
from cxlib.charts.theme_trends import emerging_chart, signals_table, theme_over_time
from cxlib.charts.themes import (
    theme_feelings,
    theme_heat,
    theme_pairs,
    theme_shares,
    themes_table,
)
from cxlib.errors import NotEnoughData
from cxlib.export.csv_text import to_csv
from cxlib.text.emerging import compare_themes
from cxlib.text.keyness import Key
from cxlib.text.theme_limits import themes_by_segment
from cxlib.text.theme_table import theme_rows
from cxlib.text.theme_trend import theme_trends
from cxlib.text.themes import Mentions
from cxlib.text.together import pairs_of
from tests.text.reading import arrow

LOOK = Look("NPS", "survey.csv", "", 0.95)
POINTS = "NPS points"


def mentions(n: int = 600, seed: int = 3) -> tuple[Mentions, np.ndarray]:
    """Delivery is blamed and goes with low scores; staff is praised; rare is mentioned by 12."""
    rng = np.random.default_rng(seed)
    flags = np.column_stack([rng.random(n) < 0.4, rng.random(n) < 0.15, np.arange(n) < 12])
    side = np.column_stack([-np.ones(n), np.ones(n), np.zeros(n)])
    polarity = (flags * side).astype(np.int8)
    score = np.where(flags[:, 0], -60.0, 20.0) + rng.normal(0, 40, n)
    return Mentions(("delivery", "staff", "rare"), flags, polarity, polarity != 0), score


def test_shares_are_those_of_the_rows_and_the_leader_is_named():
    found, _ = mentions()
    rows = theme_rows(found)
    chart = theme_shares(rows, 600, LOOK)
    assert chart.labels == ("delivery", "staff", "rare")
    assert [point.y for point in chart.series[0].points] == [row.share for row in rows]
    assert [point.hollow for point in chart.series[0].points] == [False, False, True]
    assert chart.title.startswith("'delivery' is what comments speak of most")
    tied = [replace(row, n=50, share=50 / 600) for row in rows]
    assert theme_shares(tied, 600, LOOK).title == "What comments speak of"
    draw(chart, theme="light")


def test_feelings_are_named_where_they_are_proven():
    found, _ = mentions()
    rows = theme_rows(found)
    chart = theme_feelings(rows, LOOK)
    assert chart.labels == ("staff", "rare", "delivery")
    assert chart.title == "'staff' is praised most, 'delivery' blamed most"
    even = [replace(row, positive=10, negative=10, net=0.0) for row in rows]
    assert theme_feelings(even, LOOK).title == "How themes are felt about"


def test_the_table_has_the_scores_only_where_there_are_some():
    found, score = mentions()
    plain = themes_table(theme_rows(found), 600, LOOK)
    assert len(plain.table.columns) == 8
    rich = themes_table(theme_rows(found, score), 600, LOOK, scores=(POINTS,))
    assert rich.table.columns[-2:] == ("NPS points with it", "NPS points without it")
    assert rich.table.rows[0][-2] == pytest.approx(score[found.flags[:, 0]].mean())
    assert "delivery" in to_csv(rich)


@pytest.mark.parametrize("measure", ["removal", "difference", "adjusted"])
def test_impacts_name_what_is_proven(measure):
    found, score = mentions()
    rows = theme_rows(found, score)
    bars = impact_bars(rows, measure, POINTS, LOOK)
    assert bars.title.startswith("'delivery' goes together with −")
    assert bars.title.endswith("NPS points")
    assert bars.labels[0] == "delivery"
    assert bars.n == 600
    spots = impact_map(rows, measure, POINTS, LOOK)
    assert spots.title == "Where the score is lost: delivery"
    assert {s.name: s.tone for s in spots.series}["delivery"] == "bad"
    assert spots.series[0].points[0].x == rows[0].share
    sides = impact_sides(rows, measure, POINTS, LOOK)
    assert "Blame for 'delivery'" in sides.title
    for chart in (bars, spots, sides):
        assert any("not shown to be its cause" in note for note in chart.notes)
        draw(chart, theme="light")


def test_noise_is_called_noise():
    found, _ = mentions()
    noise = np.random.default_rng(1).normal(0, 1, 600)
    rows = theme_rows(found, noise)
    assert impact_bars(rows, "removal", "rating", LOOK).title.startswith("No theme provably")
    assert "no theme provably" in impact_map(rows, "removal", "rating", LOOK).title


def test_segments_that_differ_are_in_the_title():
    found, _ = mentions()
    east = np.where(found.flags[:, 1] | (np.arange(600) % 3 == 0), "east", "west")
    chart = theme_heat(themes_by_segment(found, arrow(east.tolist())), "region", LOOK)
    assert chart.kind is Kind.HEAT
    assert "'staff'" in chart.title
    random = arrow(np.random.default_rng(2).choice(["a", "b"], 600).tolist())
    calm = theme_heat(themes_by_segment(found, random), "region", LOOK)
    assert calm.title == "Themes by region: no proven difference"
    with pytest.raises(NotEnoughData, match="at least 2 groups"):
        theme_heat(themes_by_segment(found, arrow(["a"] * 600)), "region", LOOK)
    draw(chart, theme="light")


def test_pairs_are_drawn_on_an_axis_of_factors():
    found, _ = mentions()
    both = found.flags.copy()
    both[:, 1] = both[:, 0] & (np.arange(600) % 2 == 0)
    polarity = np.zeros(both.shape, np.int8)
    pairs = pairs_of(Mentions(found.names, both, polarity, polarity))
    chart = theme_pairs(pairs, LOOK, 600)
    assert chart.axis.log
    assert chart.title.startswith("'delivery' and 'staff' stand together")
    with pytest.raises(NotEnoughData, match="pair"):
        theme_pairs((), LOOK, 600)
    draw(chart, theme="light")


def over_time() -> tuple:
    rng = np.random.default_rng(6)
    code = np.repeat(np.arange(14), 150)
    flags = np.column_stack(
        [rng.random(2100) < np.where(code == 13, 0.35, 0.1), rng.random(2100) < 0.2]
    )
    starts = [date(2025 + m // 12, m % 12 + 1, 1) for m in range(14)]
    nothing = np.zeros(flags.shape, np.int8)
    found = Mentions(("delivery", "staff"), flags, nothing, nothing)
    days = pa.array(np.array(starts)[code], pa.date32())
    return found, code, theme_trends(found, days, length="month", last_day=date(2026, 2, 28))


def test_a_signal_is_told_and_noise_is_not():
    found, code, trends = over_time()
    rising = theme_over_time(trends[0], "month", LOOK)
    assert rising.title == "'delivery' in Feb 2026: above the upper limit"
    assert theme_over_time(trends[1], "month", LOOK).title == "'staff': noise, no signal"
    table = signals_table(trends, "month", LOOK)
    assert table.title == "Feb 2026: a signal for delivery"
    assert table.table.rows[0][0] == "delivery"
    assert [row[1] for row in table.table.rows] == ["yes", "no"]
    assert table.notes[0] == "delivery: above the upper limit."
    changes = compare_themes(found.names, found.flags, code == 13, code < 13)
    chart = emerging_chart(changes, "Feb 2026", LOOK)
    assert chart.title.startswith("'delivery' comes up more in Feb 2026")
    assert chart.series[0].points[0].y == pytest.approx(100 * changes[0].gap)
    calm = compare_themes(found.names, found.flags, code == 12, code < 12)
    assert emerging_chart(calm, "Jan 2026", LOOK).title.startswith("No theme provably")
    with pytest.raises(NotEnoughData):
        signals_table((), "month", LOOK)
    for one in (rising, chart):
        draw(one, theme="light")


def test_words_are_odds_ratios_with_limits():
    key = Key("late", 40, 10, 0.2, 0.05, 1.2, 4.0, 0.001)
    chart = keyword_chart((key,), "Detractors", "Promoters", LOOK)
    (point,) = chart.series[0].points
    assert point.y == pytest.approx(exp(1.2))
    assert point.low == pytest.approx(exp(1.2 - 1.959964 * 0.3))
    assert chart.title == "Detractors: 'late'"
    with pytest.raises(NotEnoughData):
        keyword_chart((), "Detractors", "Promoters", LOOK)
    draw(chart, theme="light")


def test_without_mentions_there_is_no_chart():
    for make in (
        lambda: theme_shares((), 10, LOOK),
        lambda: theme_feelings((), LOOK),
        lambda: impact_bars((), "removal", POINTS, LOOK),
        lambda: impact_sides((), "removal", POINTS, LOOK),
    ):
        with pytest.raises(NotEnoughData):
            make()


def degenerate() -> dict[str, tuple[np.ndarray, np.ndarray | None]]:
    """Whether comments mention each theme, and their scores."""
    rng = np.random.default_rng(8)
    return {
        "one comment": (np.ones((1, 1), bool), np.array([10.0])),
        "one comment, no score": (np.ones((1, 2), bool), None),
        "all the same": (np.ones((50, 2), bool), np.full(50, 7.0)),
        "one theme in all": (np.ones((50, 1), bool), rng.normal(0, 1, 50)),
        "no theme in any": (np.zeros((50, 2), bool), rng.normal(0, 1, 50)),
        "no theme at all": (np.zeros((50, 0), bool), rng.normal(0, 1, 50)),
        "nine mentions": (np.arange(50)[:, None] < 9, rng.normal(0, 1, 50)),
    }


@pytest.mark.parametrize("case", degenerate())
def test_odd_comments_give_a_chart_or_a_sentence(case):
    flags, score = degenerate()[case]
    names = tuple("abc"[: flags.shape[1]])
    found = Mentions(names, flags, flags.astype(np.int8), flags.astype(np.int8))
    n = len(flags)
    rows = theme_rows(found, score)
    days = pa.array([date(2026, 1, 1)] * n, pa.date32())
    trends = theme_trends(found, days, length="month", last_day=date(2026, 1, 31))
    halves = np.arange(n) < n // 2
    makers = (
        lambda: theme_shares(rows, n, LOOK),
        lambda: theme_feelings(rows, LOOK),
        lambda: themes_table(rows, n, LOOK, scores=("rating",)),
        lambda: impact_bars(rows, "removal", "rating", LOOK),
        lambda: impact_map(rows, "difference", "rating", LOOK),
        lambda: impact_sides(rows, "adjusted", "rating", LOOK),
        lambda: theme_heat(themes_by_segment(found, arrow(["x"] * n)), "region", LOOK),
        lambda: theme_pairs(pairs_of(found), LOOK, n),
        lambda: signals_table(trends, "month", LOOK),
        lambda: emerging_chart(compare_themes(names, flags, halves, ~halves), "Jan", LOOK),
    )
    for make in makers:
        with suppress(NotEnoughData):
            chart = make()
            assert chart.title
            assert to_csv(chart)
            if chart.kind is not Kind.TABLE:
                draw(chart, theme="light")


def test_where_a_low_score_is_good_harm_is_a_rise():
    found, score = mentions()
    rows = theme_rows(found, -score)
    chart = impact_map(rows, "difference", "csat", LOOK, low_is_good=True)
    assert chart.title == "Where the score is lost: delivery"
    tones = {one.name: one.tone for one in chart.series}
    assert (tones["delivery"], impact_map(rows, "difference", "csat", LOOK).series[0].tone) == (
        "bad",
        "good",
    )
    bars = impact_bars(rows, "difference", "csat", LOOK, low_is_good=True)
    assert bars.labels[0] == "delivery"
    assert bars.series[0].points[0].y > 0
    sides = impact_sides(rows, "difference", "csat", LOOK, low_is_good=True)
    assert sides.labels[0] == "delivery"
    assert sides.title.startswith("Blame for 'delivery'")


def test_a_rare_theme_does_not_read_as_none():
    rows = theme_rows(mentions()[0])
    assert theme_shares(rows, 600, LOOK).axis.form == ".0%"
    rare = [replace(row, n=2, share=2 / 600) if row.theme == "rare" else row for row in rows]
    assert theme_shares(rare, 600, LOOK).axis.form == ".1%"
