"""Charts of survey quality claim in their titles what the tests have shown, and draw."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from cxlib.charts import answering, careless, raking, sample_size
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.charts.tabular import tabular
from cxlib.export.csv_text import to_csv
from cxlib.metrics.change import nps_change
from cxlib.metrics.nps import nps
from cxlib.metrics.raking import rake, weighted_counts
from cxlib.metrics.response import homogeneity, yes_shares
from cxlib.stats.answer_times import AnswerTimes
from cxlib.stats.blanks import Asked, Blanks
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.invitations import Delays
from cxlib.stats.margins import Cells
from cxlib.stats.scores import ScoreCounts
from cxlib.stats.straight_lines import FEW, HIGHEST, MIXED, SAME, StraightLines
from cxlib.tables.question import Coverage

LOOK = Look("Response rate", "asked.csv", "", 0.95)
NPS = Look("NPS", "asked.csv", "", 0.95)
GOOD = ScoreCounts.plain([5, 0, 0, 0, 0, 0, 5, 10, 20, 40, 120])
# 160 promoters and 10 detractors of 200: +75; 50 and 80 of 160: -18.75.
BAD = ScoreCounts.plain([60, 0, 0, 0, 0, 0, 20, 10, 20, 20, 30])


def cube(**groups):
    found = {Group("plan", name): ScoreCounts.plain(pair) for name, pair in groups.items()}
    total = next(iter(found.values()))
    for one in list(found.values())[1:]:
        total += one
    return found | {TOTAL: total}


def test_a_rate_names_only_what_differs_for_certain():
    part = answering.invited_part()
    counts = cube(Starter=(800, 100), Family=(300, 300))
    groups = [one for group, one in counts.items() if group.column]
    chart = answering.share_by_group(yes_shares(counts), "plan", LOOK, part, homogeneity(groups))
    assert "stands out" in chart.title
    assert chart.labels == ("Family", "Starter")
    assert chart.axis.title == "Share of invitations answered"
    assert any("1 degrees of freedom, p < 0.001" in note for note in chart.notes)
    assert "1 to 1" not in chart.method + chart.axis.title
    same = answering.share_by_group(yes_shares(cube(a=(50, 50), b=(51, 49))), "plan", LOOK, part)
    assert same.title == "Response rate by plan: no proven difference"
    draw(chart, theme="light")
    rough = homogeneity([ScoreCounts.plain(pair) for pair in ((3, 1), (2, 2))])
    small = answering.share_by_group(
        yes_shares(cube(a=(3, 1), b=(2, 2))), "plan", LOOK, part, rough
    )
    assert any("only roughly right" in note for note in small.notes)


def test_the_rate_over_time():
    counts = {TOTAL: ScoreCounts.plain([90, 30])}
    for month, pair in ((1, (40, 20)), (2, (50, 10))):
        counts[Group(period=date(2025, month, 1))] = ScoreCounts.plain(pair)
    chart = answering.share_over_time(
        yes_shares(counts), LOOK, answering.invited_part(), period="month", last=date(2025, 2, 10)
    )
    assert [point.y for point in chart.series[0].points] == pytest.approx([1 / 3, 1 / 6])
    assert chart.series[0].points[1].hollow
    assert any("may still be answered" in note for note in chart.notes)
    draw(chart, theme="light")


def test_the_table_of_groups_adjusts_over_all_columns():
    counts = cube(Starter=(800, 100), Family=(300, 300))
    counts |= {Group("city", "A"): ScoreCounts.plain([550, 200])}
    counts |= {Group("city", "B"): ScoreCounts.plain([550, 200])}
    chart = answering.under_represented(yes_shares(counts), ["plan", "city"], LOOK)
    assert chart.title == "Groups that answer less often than the rest: 1"
    assert [row[:2] for row in chart.table.rows] == [("plan", "Starter"), ("plan", "Family")]
    none = answering.under_represented(yes_shares(cube(a=(5, 5), b=(5, 5))), ["plan"], LOOK)
    assert none.title == "No group answers more or less often for certain"


@pytest.mark.parametrize(
    ("early", "late", "words", "hint"),
    [
        (GOOD, BAD, "NPS: late answers are 93.8 lower", "is lower than"),
        (BAD, GOOD, "NPS: late answers are 93.8 higher", "is higher than"),
        (GOOD, GOOD, "NPS: no proven difference between early and late answers", ""),
    ],
)
def test_early_and_late(early, late, words, hint):
    chart = answering.early_late(nps_change(early, late), NPS, cut=3)
    assert chart.title == words
    assert chart.labels == ("Early (up to day 3)", "Late (after day 3)")
    assert len(chart.notes) == (2 if hint else 1)
    assert hint in chart.notes[-1]
    draw(chart, theme="light")


def test_waves_are_bands_of_days_that_hold_answers():
    few = ScoreCounts.plain([1] * 11)
    delays = Delays({0: GOOD, 2: GOOD, 3: BAD, 40: few}, (0, 10), Coverage(611, 611, ()))
    names = answering.wave_names(delays)
    assert names == [("Same day", 0, 0), ("Days 2 to 3", 2, 3), ("Day 31 and later", 31, None)]
    results = [(name, nps(delays.between(first, last))) for name, first, last in names]
    chart = answering.waves(delays, results, NPS)
    assert [point.hollow for point in chart.series[0].points] == [False, False, True]
    assert chart.n == 2 * 200 + 160 + 11
    draw(chart, theme="light")


def test_straight_lines_say_how_many_are_at_the_top():
    rows = {MIXED: 80, HIGHEST: 15, SAME: 5, FEW: 7}
    found = StraightLines({TOTAL: rows}, {}, (1, 5), Coverage(107, 107, ()))
    chart = careless.pattern_shares(found, NPS)
    assert chart.title == "20.0% of the answers rate everything alike"
    assert [point.y for point in chart.series[0].points] == [0.2, 0.15, 0.05, 0.0]
    assert chart.n == 100
    assert "75% of the straight answers give the highest rating" in chart.notes[0]
    assert chart.notes[1] == "Not counted, with fewer than 3 ratings: 7."
    draw(chart, theme="light")
    empty = StraightLines({TOTAL: {FEW: 3}}, {}, (1, 5), Coverage(3, 3, ()))
    assert careless.pattern_shares(empty, NPS).title == "No answer has enough ratings"


def test_the_score_without_them():
    every = GOOD + BAD
    parts = [("All answers", nps(every)), ("Without them", nps(GOOD)), ("Straight", nps(BAD))]
    chart = careless.without_them(parts, NPS, method="how", p="p = 0.012")
    assert chart.title == "NPS without them: +75.0, with all: +33.3"
    assert "p = 0.012" in chart.notes[0]
    draw(chart, theme="light")


def test_times_are_drawn_with_their_limit():
    times = AnswerTimes((10.0, 60.0, 90.0, 5000.0), (2, 10, 8, 1), Coverage(21, 21, ()))
    chart = careless.time_chart(times, 60.0, 20.0, NPS, "seconds")
    assert sum(point.y for point in chart.series[0].points) == 21
    assert chart.series[0].points[-1].y == 1
    assert chart.lines[0].name == "Limit 20"
    draw(chart, theme="light")


def test_the_question_left_out_most_often():
    questions = (Asked("nps", 95, 5, 0), Asked("comment", 30, 60, 10))
    chart = careless.blank_chart(Blanks(questions, Coverage(100, 100, ())), NPS)
    assert chart.title == "comment is left out most often (70%)"
    assert chart.labels == ("comment", "nps")
    assert any("Codes for no answer" in note for note in chart.notes)
    full = careless.blank_chart(Blanks((Asked("nps", 9, 0, 0),), Coverage(9, 9, ())), NPS)
    assert full.title == "Every question is answered by everybody"
    draw(chart, theme="light")


@pytest.fixture
def cells():
    counts = np.zeros((2, 11), np.int64)
    counts[0, 10], counts[1, 0] = 80, 20
    values = (("=East", "West"),)
    return Cells(("region",), values, np.array([[0], [1]]), counts, (0, 10), 4, Coverage(9, 9, ()))


def test_weights_and_their_file(cells):
    found = rake(cells, {"region": {"=East": 0.5, "West": 0.5}})
    plain, weighted = (
        nps(weighted_counts(cells, np.ones(2))),
        nps(weighted_counts(cells, found.weights)),
    )
    chart = raking.weighted_score(plain, weighted, NPS)
    assert chart.title == "NPS weighted: 0.0, unweighted: +60.0"
    draw(chart, theme="light")
    margins = raking.margin_chart(found, cells, NPS)
    assert margins.title == "=East has 80% of the answers and should have 50%"
    assert any("4 answers have a blank" in note for note in margins.notes)
    assert tabular(margins).rows
    draw(margins, theme="light")
    table = raking.weight_table(found, cells)
    assert table.rows == (("=East", 80, pytest.approx(0.625)), ("West", 20, pytest.approx(2.5)))
    trimmed = raking.margin_chart(
        rake(cells, {"region": {"=East": 0.5, "West": 0.5}}, cap=2), cells, NPS
    )
    assert any(note.startswith("Trimmed: 20 answers") for note in trimmed.notes)


def test_precision():
    chart = sample_size.precision_chart(1.0, NPS, points=True, population=None, have=385)
    assert chart.labels[:2] == ("50", "100")
    rows = {row[0]: row[1:] for row in chart.below.rows}
    assert rows["5"] == (1537, 6280)
    marked = [point for point in chart.series[0].points if point.hollow]
    assert [point.n for point in marked] == [385]
    draw(chart, theme="light")
    share = sample_size.precision_chart(0.25, NPS, points=False, population=1000, have=None)
    assert {row[0]: row[1] for row in share.below.rows}["5%"] == 278
    assert share.labels[-1] == "800"
    assert "Half-width" in to_csv(share)
