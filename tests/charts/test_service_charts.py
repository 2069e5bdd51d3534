"""Charts of service: they hold the numbers they are given and claim what a test has shown."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.charts.change import before_after
from cxlib.charts.chart import Kind
from cxlib.charts.desk import busy_hours, flow, queue
from cxlib.charts.follow_up import contact_after_low, score_by_wait
from cxlib.charts.scores import Look
from cxlib.charts.service import differs, hours_text, median_by_group, over_time_since, within_times
from cxlib.metrics.backlog import backlog
from cxlib.metrics.change import nps_change
from cxlib.metrics.scored import score_nps
from cxlib.models.service import service, speed
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts

LOOK = Look("NPS", "desk.csv", "", 0.95)
FAST, SLOW = Group("team", "day"), Group("team", "night")


def waits() -> dict[Group, Lives]:
    fast = Lives.of([(1.0, 30, 0), (2.0, 30, 0), (5.0, 5, 0)])
    slow = Lives.of([(4.0, 10, 0), (9.0, 20, 5), (30.0, 5, 15)])
    return {TOTAL: fast + slow, FAST: fast, SLOW: slow}


def counts(promoters: int, detractors: int) -> ScoreCounts:
    return ScoreCounts.plain((detractors, 0, 0, 0, 0, 0, 0, 10, 0, 0, promoters))


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0.5, "30 min"), (4.0, "4 h"), (3.25, "3.2 h"), (72, "3 days"), (60, "2.5 days"), (None, "–")],
)
def test_lengths_of_time_are_short(hours: float | None, words: str) -> None:
    assert hours_text(hours) == words


def test_the_curve_rises_and_stops_where_little_is_left() -> None:
    found = service({"solve": waits()}, within=[4, 24])
    chart = over_time_since(found.speeds["solve"], LOOK, measure="solve", column="team")
    assert [one.name for one in chart.series] == ["day", "night"]
    assert all(
        a.y <= b.y for one in chart.series for a, b in zip(one.points, one.points[1:], strict=False)
    )
    assert chart.title == "Half of tickets are solved within 2 h"


def test_open_tickets_show_in_the_shares() -> None:
    one = speed(waits()[TOTAL], within=[4, 24])
    chart = within_times(one, LOOK, measure="solve")
    points = chart.series[0].points
    assert [p.y for p in points] == [row.share for row in one.within]
    assert chart.labels == ("within 4 h", "within 24 h")
    # 95 of 100 closed within a day, of 120 tickets.
    assert "95.0%" in chart.notes[0]
    assert "20 open" in chart.notes[0]


def test_a_difference_is_claimed_only_where_tested() -> None:
    apart = service({"solve": waits()})
    chart = median_by_group(apart, LOOK, measure="solve", column="team")
    assert chart.title == "Time to solve differs by team"
    assert chart.labels == ("night", "day")
    same = Lives.of([(1.0, 30, 0), (2.0, 30, 0)])
    alike = service({"solve": {TOTAL: same + same, FAST: same, SLOW: same}})
    chart = median_by_group(alike, LOOK, measure="solve", column="team")
    assert "no proven difference" in chart.title


def test_a_p_value_of_zero_is_a_difference() -> None:
    assert differs(0.0)
    assert not differs(None)
    assert not differs(0.5)


def test_the_queue_adds_up() -> None:
    rows = backlog(
        [(date(2026, 1, 5), date(2026, 1, 1), 4), (date(2026, 1, 20), None, 3)],
        period="month",
        seen=date(2026, 2, 28),
    )
    came = flow(rows, LOOK, period="month")
    assert [[p.y for p in one.points] for one in came.series] == [[7, 0], [4, 0]]
    assert came.title == "3 more tickets came than were solved"
    assert queue(rows, LOOK, period="month").title == "3 tickets are open at the end"


def test_busy_hours_are_a_table_of_the_week() -> None:
    one = speed(Lives.of([(2.0, 20, 0)]))
    chart = busy_hours({(0, 9): one, (4, 11): one}, LOOK, measure="solve")
    assert chart.kind is Kind.HEAT
    assert chart.labels == ("9", "10", "11")
    assert [p.y for p in chart.series[0].points] == [2.0, None, None]
    assert len(chart.series) == 7


def test_quick_replies_are_praised_only_where_tested() -> None:
    bands = {Group("band", "0"): counts(60, 10), Group("band", "2"): counts(20, 40)}
    results = {int(one.group.value or 0): one.result for one in score_nps(bands, level=0.95)}
    quick, slow = bands.values()
    apart = score_by_wait(
        results,
        (1, 4),
        LOOK,
        ends=nps_change(quick, slow),
        measure="first_reply",
        unmatched=3,
        days=14,
    )
    assert apart.title == "NPS is higher after short waits: first reply"
    assert apart.labels == ("under 1 h", "4 h or more")
    alike = score_by_wait(
        results, (1, 4), LOOK, ends=nps_change(quick, quick), measure="solve", unmatched=3, days=14
    )
    assert alike.title == "NPS by length of the wait: time to solve"


def test_contact_after_a_low_score() -> None:
    one = speed(Lives.of([(20.0, 5, 0), (100.0, 0, 15)]), within=[24.0, 72.0])
    chart = contact_after_low(one, LOOK, days=(1, 3), unwatched=2)
    assert chart.labels == ("within a day", "within 3 days")
    assert [p.y for p in chart.series[0].points] == pytest.approx([0.25, 0.25])
    assert "2 low scores" in chart.notes[0]


def test_a_score_that_moved_says_so_and_warns() -> None:
    rose = before_after(nps_change(counts(20, 40), counts(60, 10)), LOOK, days=28)
    assert rose.title.startswith("NPS rose by +")
    assert any("regression to the mean" in note for note in rose.notes)
    same = before_after(nps_change(counts(20, 40), counts(21, 40)), LOOK, days=28)
    assert same.title.startswith("NPS: no proven change")
