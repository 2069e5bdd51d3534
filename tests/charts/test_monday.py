"""The words of the Monday page: units, signals with their beginning, tables and slides."""

from __future__ import annotations

from datetime import date

from cxlib.charts.chart import Kind
from cxlib.charts.measures import about, names, step_limits, step_words, value_words, why
from cxlib.charts.monday import (
    league_table,
    nothing_words,
    standout_method,
    standout_table,
    standout_words,
    state_words,
    target_words,
)
from cxlib.charts.scores import Look
from cxlib.charts.signals import alert_words
from cxlib.charts.store import freeze, thaw
from cxlib.charts.trends import signal_chart
from cxlib.metrics.alerts import alerts
from cxlib.metrics.measured import Estimate, Measure, SeriesOptions, measured
from cxlib.metrics.measures import MEASURES
from cxlib.metrics.standouts import Contrast, standouts
from cxlib.stats.groups import Group
from tests.metrics.test_alerts import STEADY

LOOK = Look("", "tickets.csv", "", 0.95)
UNITS = {"points": 30.0, "share": 0.3, "ratio": 1.1, "count": 300.0, "money": 3000.0, "hours": 3.0}


def series(key, values, **more):
    found = {
        date(2025 + place // 12, place % 12 + 1, 1): Estimate(v, 0.9 * v, 1.1 * v, 50)
        for place, v in enumerate(values)
    }
    last = date(2025 + len(values) // 12, len(values) % 12 + 1, 1)
    options = SeriesOptions(period="month", last_day=last, **more)
    return measured(MEASURES[key], found, options)


def test_every_measure_has_a_name_and_a_definition():
    assert set(names()) == set(MEASURES)
    assert len({about(key) for key in MEASURES}) >= len(MEASURES) - 4


def test_values_and_changes_bear_their_unit():
    said = {}
    for key in ("nps", "churn", "sales", "reply"):
        unit = UNITS[MEASURES[key].unit]
        found = series(key, [unit] * 11 + [unit * 1.5])
        said[key] = (value_words(found, found.last.value), step_words(found, found.step))
        assert " to " in step_limits(found, found.step)
    assert said == {
        "nps": ("+45.0", "+15.0"),
        "churn": ("45.0%", "+15.0 pp"),
        "sales": ("4,500", "+50.0%"),
        "reply": ("4.5 h", "+1.5 h"),
    }
    assert step_limits(series("mrr", [100.0, 120.0]), series("mrr", [100.0, 120.0]).step) == ""


def test_signals_say_why_and_since_when():
    run = series("solve", [*STEADY, *[32.5] * 8])
    assert why(run) == "8 in a row above the centre since Jan 2026"
    jump = series("solve", [*STEADY, 60])
    assert why(jump).startswith("above the upper limit of ")
    assert why(jump).count(";") == 0
    assert state_words(series("solve", STEADY)) == "Noise"
    assert state_words(series("solve", [30.0])) == "Too few periods"
    assert target_words(series("solve", STEADY, target=40)) == "Target 40.0 h: met"


def test_what_stands_out_is_a_slide():
    loud = series("solve", [*STEADY, 60])
    watched = alerts([loud, series("orders", STEADY)])
    differs = Contrast(
        Measure("nps", "points"), Group("region", "East"), Estimate(9, 5, 13, 90), 25.0, 1e-9
    )
    found = standouts(watched, [differs])
    told = [standout_words(one, names()) for one in found]
    assert told[0].startswith(
        "Median time to solve, Jan 2026: 60.0 h (54.0 to 66.0, n = 50), where 32.8 h is usual: "
    )
    assert told[1] == "NPS, region: East: +9.0 (5.0 to 13.0, n = 90), below the +25.0 overall"
    chart = standout_table(found, names(), LOOK, standout_method(watched, 1))
    assert chart.kind is Kind.TABLE
    assert chart.table.rows[0][:4] == ("Median time to solve", "All", "60.0 h", "32.8 h")
    assert chart.table.rows[1][:4] == ("NPS", "region: East", "+9.0", "+25.0")
    assert thaw(freeze(chart)) == chart
    quiet = alerts([series("orders", STEADY)])
    assert nothing_words(quiet).startswith("Nothing stands out")
    assert standout_table((), names(), LOOK, "").title == "Nothing stands out"
    assert nothing_words(alerts([])).startswith("No measure has the 8 finished periods")


def test_a_steady_rise_is_no_news():
    rising = series("mrr", [1000.0 + 50 * k + 7 * (-1) ** k for k in range(24)])
    assert rising.signals
    assert rising.drift == "rises"
    (alert,) = alerts([rising]).found
    told = alert_words(alert, name="MRR")
    assert told.startswith("MRR, Dec 2026: 2,143 (")
    assert "; rises steadily, by 50 a period (Mann-Kendall, p < 0.001)" in told
    assert state_words(rising) == "Rises steadily, by 50 a period"
    chart = signal_chart(rising, Look("MRR", "t", "", 0.95))
    assert chart.title == "MRR: rises steadily, by 50 a period"
    assert "no news" in chart.notes[0]
    assert league_table([("MRR", rising)], LOOK).table.rows[0][5] == "Rises steadily"

    level = series("orders", [*STEADY, *(one + 40 for one in STEADY)])
    assert level.test.p_value < 0.01
    assert level.signals
    assert level.drift is None
    quiet = [100.0 + k for k in range(23)]
    assert series("orders", [*quiet, 60.0]).drift is None
    ranked = standouts(alerts([rising, series("solve", [*STEADY, 60])]), [])
    assert [one.key for one in ranked] == ["solve", "mrr"]


def test_the_table_has_a_line_for_each_measure():
    shown = [("Tickets", series("tickets", [*STEADY, 60])), ("Orders", series("orders", STEADY))]
    chart = league_table(shown, LOOK)
    assert chart.title == "2 measures, 1 with a signal"
    assert [row[0] for row in chart.table.rows] == ["Tickets", "Orders"]
    assert chart.table.rows[0] == ("Tickets", "60", "54 to 66", 50, "+100.0%", "Signal")
    aimed = league_table([("Tickets", series("tickets", STEADY, target=1000.0))], LOOK)
    assert aimed.table.rows[0][-1] == "met"
    assert chart.subtitle.startswith("Jan 2026 · Dec 2025 · 95%")
    assert thaw(freeze(chart)) == chart


def test_a_chart_has_no_limit_beyond_what_can_be():
    shares = [0.01, 0.05, 0.01, 0.06, 0.02, 0.05, 0.01, 0.06, 0.02]
    chart = signal_chart(series("reopened", shares), Look("Reopened", "t", "", 0.95))
    assert all(line.at >= 0 for line in chart.lines)
    few = signal_chart(series("reopened", shares[:1]), Look("Reopened", "t", "", 0.95))
    assert few.title == "Reopened: too few finished periods for limits"


def test_a_baseline_is_named_and_marked():
    span = (date(2025, 1, 1), date(2025, 6, 30))
    chart = signal_chart(series("orders", STEADY, baseline=span), Look("Orders", "t", "", 0.95))
    assert any("Jan 2025 to Jun 2025 (baseline)" in note for note in chart.notes)
    assert [line.at for line in chart.lines if line.vertical] == [5]
