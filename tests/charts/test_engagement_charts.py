"""Charts of activity, comings and goings, sessions and clicks hold exactly what was counted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.clicks import click_bars, click_table
from cxlib.charts.draw import draw
from cxlib.charts.engagement import (
    MOST_DAYS,
    Active,
    active_by_group,
    active_days_chart,
    active_lines,
    activity_table,
    spans_of,
    stickiness_line,
    weekday_bars,
)
from cxlib.charts.engagement_score import score_bars, verdict
from cxlib.charts.lifecycle import lifecycle_chart, quick_ratio_line
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.charts.visits import (
    events_per_session,
    minutes_text,
    session_lengths,
    session_table,
    visits_by_group,
    visits_per_customer,
)
from cxlib.metrics.click_rate import group_rates
from cxlib.metrics.engagement import ActiveDay
from cxlib.metrics.engagement_score import ScoreBand, ScoreCheck
from cxlib.metrics.lifecycle import Moves
from cxlib.metrics.shares import wilson
from cxlib.stats.clicks import ClickSums
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.habits import Habits
from cxlib.stats.sessions import SessionCounts
from cxlib.tables.question import Coverage

LOOK = Look("Engagement", "events.csv", "", 0.95)
T = date(2024, 1, 1)
MOVES = (
    Moves(date(2024, 1, 1), 10, 0, 0, None, None, True),
    Moves(date(2024, 2, 1), 4, 6, 0, 4, 1.0, True),
    Moves(date(2024, 3, 1), 2, 5, 3, 5, 1.0, False),
)


def day(place, dau=3, wau=5, mau=12):
    known = place >= 29
    share = dau / mau if known else None
    return ActiveDay(
        T + timedelta(place), dau, wau if place >= 6 else None, mau if known else None, share
    )


def active(days=40, **numbers):
    return Active(20, tuple(day(place, **numbers) for place in range(days)), MOVES)


def values(chart, place=0):
    return [point.y for point in chart.series[place].points]


def test_lines_hold_every_day_and_leave_unknown_windows_out():
    chart = active_lines(active(), LOOK)
    assert (chart.kind, len(chart.labels), chart.n) == (Kind.LINE, 40, 20)
    mau, wau, dau = (values(chart, place) for place in range(3))
    assert dau == [3] * 40
    assert wau == [None] * 6 + [5] * 34
    assert mau == [None] * 29 + [12] * 11
    sticky = stickiness_line(active(), LOOK)
    assert values(sticky) == [None] * 29 + [0.25] * 11
    assert sticky.lines[0].at == pytest.approx(0.25)
    assert "25.0%" in sticky.title


def test_long_series_are_drawn_by_whole_weeks_and_say_so():
    days = tuple(day(place, dau=place % 7) for place in range(1000))
    spans = spans_of(days)
    assert {len(one) for one in spans} == {7}
    assert spans[-1][-1] == days[-1]
    assert {(b[-1].day - a[-1].day).days for a, b in pairwise(spans)} == {7}
    chart = active_lines(Active(20, days, MOVES), LOOK)
    assert len(chart.labels) == 1000 // 7
    assert set(values(chart, 2)) == {3.0}  # no weekday stands for its week
    assert set(values(stickiness_line(Active(20, days, MOVES), LOOK))) >= {None, 0.25}
    assert "7 days" in chart.notes[0]
    assert not active_lines(active(MOST_DAYS), LOOK).notes
    assert len(spans_of(active(4000).days)) <= MOST_DAYS


def test_dormant_customers_stand_below_zero_and_the_open_period_is_hollow():
    chart = lifecycle_chart(active(), LOOK, period="month")
    assert chart.kind is Kind.HISTOGRAM
    assert [values(chart, place) for place in range(4)] == [
        [10, 4, 2],
        [0, 6, 5],
        [0, 0, 3],
        [None, -4, -5],
    ]
    assert [point.hollow for point in chart.series[0].points] == [False, False, True]
    assert chart.notes
    ratio = quick_ratio_line(active(), LOOK, period="month")
    assert values(ratio) == [None, 1.0, 1.0]
    assert [point.n for point in ratio.series[0].points] == [None, 8, 10]
    assert ratio.title.startswith("Feb 2024: 1.00")
    many = Active(20, (), tuple(Moves(T, 1, 2, 3, 4, 1.0, True) for _ in range(17)))
    assert lifecycle_chart(many, LOOK, period="month").kind is Kind.LINE


def test_active_days_count_all_days_and_say_who_was_away():
    chart = active_days_chart([(1, 8), (3, 2)], LOOK, window=7, customers=20)
    assert values(chart) == [0.8, 0, 0.2, 0, 0, 0, 0]
    first = chart.series[0].points[0]
    assert (first.n, first.low, first.high) == (8, *map(pytest.approx, wilson(0.8, 10)))
    assert (chart.n, chart.labels[-1]) == (10, "7")
    assert "10 of 20 customers" in chart.notes[0]


def test_groups_have_their_lines_and_rows():
    found = {TOTAL: active(), Group("plan", "a"): active(dau=1), Group("plan", "b"): active(mau=6)}
    chart = active_by_group(found, LOOK, column="plan")
    assert [series.name for series in chart.series] == ["a", "b"]
    assert values(chart, 1)[-1] == 6
    table = activity_table(found, LOOK, column="plan").table
    assert table.rows[0][:6] == ("All customers", 20, 3, 5, 12, pytest.approx(0.25))
    assert table.rows[1][0] == "a"
    assert table.rows[1][6:] == (4, 6, 0, 4, 1.0)


SESSIONS = SessionCounts(
    np.array([0, 30, 90, 600, 4000, 0]), np.array([1, 2, 2, 7, 30, 3]), np.array([4, 1, 2, 1, 1, 1])
)


def test_sessions_of_one_event_are_unknown_and_not_zero():
    chart = session_lengths(SESSIONS, LOOK)
    assert values(chart) == pytest.approx([0.2, 0.2, 0, 0.1, 0, 0.1, 0.4])
    assert [point.hollow for point in chart.series[0].points] == [False] * 6 + [True]
    assert chart.labels == ("< 1", "1–3", "3–10", "10–30", "30–60", "60+", "not known")
    assert "4 of 10 sessions (40.0%)" in chart.notes[0]
    events = events_per_session(SESSIONS, LOOK)
    assert dict(zip(events.labels, values(events), strict=True)) == pytest.approx(
        {"1": 0.4, "2": 0.3, "3": 0.1, "4": 0, "5": 0, "6–10": 0.1, "11–20": 0, "21+": 0.1}
    )


def test_visits_have_limits_where_there_is_more_than_one_customer():
    visits = {TOTAL: [(1, 3), (4, 1)], Group("plan", "a"): [(1, 3)], Group("plan", "b"): [(4, 1)]}
    assert values(visits_per_customer(visits[TOTAL], LOOK))[:4] == [0.75, 0, 0, 0.25]
    chart = visits_by_group(visits, LOOK, column="plan")
    assert (chart.labels, values(chart)) == (("b", "a"), [4, 1])
    assert [point.low for point in chart.series[0].points] == [None, 1]
    assert chart.title == "Sessions a customer by plan"
    sessions = {TOTAL: SESSIONS, Group("plan", "a"): SESSIONS}
    row = session_table(sessions, visits, LOOK, column="plan").table.rows[0]
    assert row[:4] == ("All customers", 10, 4, 1.75)
    # Type 7 of 0, 30, 90, 90, 600, 4000 seconds: 45, 90 and 472.5.
    assert row[6:] == ("1.5 (0.8 to 7.9)", 0.4, pytest.approx(5.0))


def test_times_are_written_in_the_unit_that_fits():
    assert [minutes_text(s) for s in (42, 90, 9000, 400_000)] == [
        "42 s",
        "1.5 min",
        "2.5 h",
        "4.6 days",
    ]


ALIKE = ClickSums(100, 1000, 100, 12_000.0, 180.0, 1200.0)
KEEN = ClickSums(100, 1000, 300, 12_000.0, 1100.0, 3600.0)


def clicks(other):
    return group_rates({TOTAL: ALIKE + other, Group("plan", "a"): ALIKE, Group("plan", "b"): other})


def test_click_bars_have_the_limits_of_customers_and_claim_what_is_proven():
    rates = clicks(KEEN)
    chart = click_bars(rates, LOOK, column="plan")
    assert (chart.labels, values(chart), chart.click) == (("b", "a"), [0.3, 0.1], "plan")
    points = {one.group.value: one.rate for one in rates}
    limits = [(point.low, point.high) for point in chart.series[0].points]
    assert limits == [(points[v].clustered_low, points[v].clustered_high) for v in "ba"]
    assert chart.lines[0].at == pytest.approx(0.2)
    assert chart.title == "Click-through by plan: b leads (30.0%), a trails (10.0%)"
    calm = click_bars(clicks(ALIKE), LOOK, column="plan")
    assert calm.title == "Click-through by plan: no proven difference"
    assert click_bars(rates, LOOK, column=None).title == "Click-through: 20.0%"
    row = click_table(rates, LOOK, column="plan").table.rows[0]
    assert row[:5] == ("All customers", 2000, 400, 200, 0.2)


def check(low, high, value=0.6):
    bands = (ScoreBand(0, 40, 10, 0.25, 0.14, 0.4), ScoreBand(20, 5, 4, 0.8, 0.38, 0.96))
    return ScoreCheck(bands, value, low, high)


def test_the_score_is_said_to_predict_only_where_its_interval_says_so():
    habits = Habits((), 28, 14, T, Coverage(1, 1, ()))
    chart = score_bars(check(0.55, 0.65), habits, LOOK)
    assert (chart.labels, values(chart), chart.n) == (("20", "0"), [0.8, 0.25], 45)
    assert [point.hollow for point in chart.series[0].points] == [True, False]
    assert chart.lines[0].at == pytest.approx(14 / 45)
    assert chart.title == "A higher score goes with coming back (concordance 0.60)"
    assert "does not tell" in verdict(check(0.45, 0.65))
    assert "staying away" in verdict(check(0.3, 0.45, 0.4))
    assert "cannot be checked" in verdict(check(None, None, None))


def test_weekdays_begin_on_monday_and_count_their_weeks():
    chart = weekday_bars(active(16), LOOK)
    assert chart.labels[0] == "Monday"
    first = active(16).days[0].day.weekday()
    assert [point.n for point in chart.series[0].points][first] == 3
    assert sum(point.n for point in chart.series[0].points) == chart.n == 16
    assert all(point.low <= point.y <= point.high for point in chart.series[0].points)


def test_every_chart_is_drawn_and_kept():
    found = {TOTAL: active(), Group("plan", "a"): active()}
    for chart in (
        active_lines(active(), LOOK),
        lifecycle_chart(active(), LOOK, period="month"),
        quick_ratio_line(active(), LOOK, period="month"),
        weekday_bars(active(), LOOK),
        active_by_group(found, LOOK, column="plan"),
        session_lengths(SESSIONS, LOOK),
        click_bars(clicks(KEEN), LOOK, column="plan"),
    ):
        assert draw(chart, theme="dark").data
        assert thaw(freeze(chart)) == chart
