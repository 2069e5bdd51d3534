"""Cohorts in view: who came back when, whether newer customers do better, and who they are."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxlib.charts import cohorts as charts
from cxlib.charts.chart import Chart
from cxlib.charts.cohort_trends import cohort_trend
from cxlib.charts.retention import unit_name
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.cohort_trend import CohortTrend, cohort_trends
from cxlib.metrics.cohorts import Cell, Cohort, mean_row
from cxlib.metrics.periods import period_label
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.stats.cohort_grid import WINDOWS, Clock, CohortGrid, Rule
from cxlib.stats.groups import TOTAL
from cxlib.tables.contracts import UNITS
from cxlib.ui import card, cohort_customers, coverage, head, load
from cxlib.ui.cohort_view import FURTHEST, Asked, counted
from cxlib.ui.head import View
from cxlib.ui.stay_controls import cut_off_now, records_from_now
from cxlib.ui.staying import lives_of

REACH = {"day": 14, "week": 12, "month": 12}
EDGES = {"day": "1,3,7,14,30", "week": "1,2,4,8,13", "month": "1,3,6,12"}
PERIODS = tuple(WINDOWS)


def tab(view: View) -> None:
    """Draw the cohorts of a dataset of contracts, purchases or events."""
    asked = Asked(view, _grid(view), _end(view))
    book = counted(view.dataset, view.selection, asked.grid, asked.end)
    coverage.line(book.coverage, key="cohorts")
    _future(book.end, contracts=asked.contracts)
    whole = asked.table()
    rows = _range(whole)
    by_row = st.toggle(say("Shade each row by itself"), value=True, key="cohort_by_row")
    heat = charts.cohort_heat(rows, asked.look, by_row=by_row)
    clicked = card.show(heat, key="cohort_heat")
    below = st.container()
    drawn = _chosen(rows, asked.grid)
    with head.cards():
        card.show(charts.cohort_curves(drawn, asked.look), key="cohort_curves")
        card.show(_beside(asked, rows), key="cohort_beside")
    _trend(asked, rows, whole[0].start)
    if clicked:
        with below:
            cohort_customers.panel(asked, rows[-charts.MOST_ROWS :], clicked)


def _grid(view: View) -> CohortGrid:
    """The controls, in one row."""
    rules = {
        Rule.ON: say("In the period"),
        Rule.ON_OR_AFTER: say("In it or later"),
        Rule.BRACKET: say("Between two edges"),
    }
    clocks = {Clock.CALENDAR: say("Calendar"), Clock.OWN: say("Each customer's own")}
    names = {"day": say("Day"), "week": say("Week"), "month": say("Month")}
    with st.container(horizontal=True, vertical_alignment="bottom", key="cohort_controls"):
        period = st.segmented_control(
            say("Period"),
            PERIODS,
            default="month",
            required=True,
            key="cohort_period",
            bind="query-params",
            format_func=names.__getitem__,
        )
        period = period or "month"
        rule = st.selectbox(
            say("Counts as active"),
            [rule.value for rule in Rule],
            key="cohort_rule",
            bind="query-params",
            format_func=lambda one: rules[Rule(one)],
            width=180,
        )
        clock = st.segmented_control(
            say("Clock"),
            [clock.value for clock in Clock],
            default=Clock.CALENDAR.value,
            required=True,
            key="cohort_clock",
            bind="query-params",
            format_func=lambda one: clocks[Clock(one)],
            help=say(
                "By the calendar a day ends at midnight and a month on its last day. On a "
                "customer's own clock a day is 24 hours, a week 7 days and a month 30 days from "
                "the first moment on."
            ),
        )
        offsets = _offsets(period, Rule(rule))
        unit = _unit(view)
    return CohortGrid(period, offsets, Rule(rule), Clock(clock or Clock.CALENDAR.value), unit)


def _offsets(period: str, rule: Rule) -> tuple[int, ...]:
    if rule is not Rule.BRACKET:
        reach = st.number_input(
            say("How many periods on"),
            1,
            FURTHEST,
            REACH[period],
            key=f"cohort_reach_{period}",
            width=150,
        )
        return tuple(range(1, int(reach) + 1))
    text = st.text_input(
        say("Edges"),
        EDGES[period],
        key=f"cohort_edges_{period}",
        width=150,
        help=say("1,3,6 means: from 1 up to, not including, 3, and from 3 up to 6."),
    )
    parts = [one.strip() for one in text.split(",")]
    if not all(one.isdecimal() and len(one) < 5 for one in parts) or len(parts) > FURTHEST:
        raise BadOption(
            f"The edges are '{text}'; they have to be at most {FURTHEST} whole numbers with commas "
            "between them, such as 1,3,6,12."
        )
    return tuple(int(one) for one in parts)


def _unit(view: View) -> str:
    """The unit of durations, where contracts have no end."""
    mapping = view.dataset.mapping
    if view.dataset.kind != "subscriptions" or mapping.column("ended"):
        return "month"
    chosen = st.selectbox(
        say("Unit of the durations"),
        list(UNITS),
        index=list(UNITS).index("month"),
        key="cohort_unit",
        bind="query-params",
        format_func=unit_name,
        width=150,
    )
    return chosen or "month"


def _end(view: View) -> date | None:
    """For contracts the last day of the file, if it has come; the range of days is of starts."""
    if view.dataset.kind != "subscriptions":
        return None
    roles = ("started", "ended", "observed", "entered")
    borne = [role for role in roles if view.dataset.mapping.column(role)]
    if "ended" not in borne:
        return None
    days = [found[1] for role in borne if (found := load.days(view.dataset, role))]
    if not days:
        return None
    return cut_off_now(view) or min(max(days), date.today())


def _future(end: date, *, contracts: bool) -> None:
    if end > date.today() and not contracts:
        st.warning(
            say(
                "The data end on {day}, which is still to come: until then everybody seems "
                "silent. End the date range earlier.",
                day=end,
            ),
            icon=":material/event_busy:",
        )


def _range(rows: tuple[Cohort, ...]) -> tuple[Cohort, ...]:
    """The cohorts from one to another, chosen by the analyst."""
    if len(rows) < 3:
        return rows
    starts = [row.start for row in rows]
    period = st.session_state.get("cohort_period") or "month"
    key = f"cohort_range_{period}"
    kept = st.session_state.get(key)
    if kept is not None and not all(one in starts for one in kept):
        del st.session_state[key]
    first, last = st.select_slider(
        say("Cohorts"),
        starts,
        value=(starts[0], starts[-1]),
        key=key,
        format_func=lambda one: period_label(one, period),
    )
    return tuple(row for row in rows if first <= row.start <= last)


def _chosen(rows: tuple[Cohort, ...], grid: CohortGrid) -> tuple[Cohort, ...]:
    """The cohorts whose curves are drawn: some spread over the range, or those chosen."""
    usual = charts.spread_out(rows)
    known = {row.start: row for row in rows[-100:]} | {row.start: row for row in usual}
    key = f"cohort_lines_{grid.period}"
    if any(one not in known for one in st.session_state.get(key, [])):
        del st.session_state[key]
    picked = st.multiselect(
        say("Cohorts to lay over each other"),
        sorted(known),
        key=key,
        max_selections=charts.MOST_CURVES,
        format_func=lambda one: period_label(one, grid.period),
        placeholder=say("Oldest, newest and some between"),
    )
    return tuple(known[one] for one in sorted(picked)) or usual


def _beside(asked: Asked, rows: tuple[Cohort, ...]) -> Chart:
    """The mean share beside the survival curve, or what comes nearest to one."""
    kept = {row.start for row in rows}

    def mean(rule: Rule) -> tuple[Cell, ...]:
        there = [row for row in asked.table(rule) if row.start in kept]
        return mean_row(there, level=asked.view.level)

    if not asked.contracts:
        return charts.curve_beside_later(mean(Rule.ON), mean(Rule.ON_OR_AFTER), asked.look)
    view, grid = asked.view, asked.grid
    table = lives_of(view.dataset, view.selection, None, asked.end, records_from_now(view))
    days = float(grid.window) if grid.clock is Clock.OWN else UNITS[grid.period]
    lives = table.lives[TOTAL].scaled(days if table.dated else days / UNITS[grid.unit])
    curve = kaplan_meier(lives, level=view.level)
    return charts.curve_beside_survival(mean(Rule.ON), curve, asked.look)


def _trend(asked: Asked, rows: tuple[Cohort, ...], first: date) -> None:
    """Whether newer cohorts do better at the distance that the analyst chooses.

    The first cohort of purchases or events holds older customers, too, and is not tested.
    """
    lows = [low for low, _ in asked.grid.cells]
    key = "cohort_trend_at"
    if st.session_state.get(key) not in (None, *lows):
        del st.session_state[key]
    look = asked.look
    offset = st.selectbox(
        say("Did newer cohorts improve at"),
        lows,
        key=key,
        format_func=lambda low: f"{look.unit} {look.label(low)}",
        width=220,
    )
    tested = [row for row in rows if asked.contracts or row.start != first]
    trends = cohort_trends(tested, period=asked.grid.period, level=asked.view.level)
    untested = CohortTrend(offset, ())
    trend = next((one for one in trends if one.offset == offset), untested)
    card.show(cohort_trend(rows, trend, look), key="cohort_trend")
