"""Charts of clicks: what is clicked of what was shown, with limits that respect customers."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Table
from cxlib.charts.compared import Compared, Measure, compared_bars
from cxlib.charts.scores import Look, p_text
from cxlib.charts.visits import MOST_ROWS, limits
from cxlib.charts.words import UNKNOWN
from cxlib.locale.speak import say
from cxlib.metrics.click_rate import GroupRate
from cxlib.stats.groups import TOTAL


def click_bars(rates: Sequence[GroupRate], look: Look, *, column: str | None) -> Chart:
    """Clicked of shown for every group of a column, with limits that respect customers.

    Args:
        rates: rates of the total and of the groups.
        look: names and level.
        column: the segment column; None for the total alone.
    """
    measure = Measure(
        say("Click-through"), Axis(say("Clicked of shown"), low=0, form=".1%"), click_method()
    )
    total = next(one for one in rates if one.group == TOTAL)
    groups = [one for one in rates if one.group.column == column] if column else [total]
    return compared_bars(
        [_compared(one) for one in groups],
        measure,
        look,
        column=column,
        total=_compared(total),
    )


def click_method() -> str:
    """How click rates and their limits are computed, with the sources."""
    return say(
        "Clicked divided by shown. Showings to the same customer are alike, so the limits are "
        "Wilson's (1927) at the number of showings divided by the design effect (Kish, 1965), with "
        "the variance of a ratio of sums over customers (Cochran, 1977). A group is tested "
        "against all other groups of the column by the same variance; p-values are adjusted by "
        "Benjamini and Hochberg. n is the times shown."
    )


def click_table(rates: Sequence[GroupRate], look: Look, *, column: str | None) -> Chart:
    """Shown, clicked, both intervals and the test for every group, as a table."""
    rows = [one for one in rates if one.group.column in (None, column)]
    rows.sort(key=lambda one: (not one.group.is_total, -(one.rate.shown if one.rate else 0)))
    columns = (
        say("Group"),
        say("Shown"),
        say("Clicked"),
        say("Customers"),
        say("Click-through"),
        say("Interval by customers"),
        say("Interval by showings"),
        say("Design effect"),
        say("Adjusted p"),
    )
    total = next(one for one in rates if one.group == TOTAL)
    return Chart(
        kind=Kind.TABLE,
        title=say("Clicks in numbers"),
        subtitle=look.subtitle(),
        method=click_method(),
        source=look.source,
        n=total.rate.shown if total.rate else None,
        level=look.level,
        table=Table(
            columns,
            tuple(_click_row(one) for one in rows[: MOST_ROWS + 1]),
            ("", ",d", ",d", ",d", ".2%", "", "", ",.2f", ""),
        ),
        notes=(
            say(
                "The interval by showings takes every showing for a customer of its own, and is "
                "too narrow where customers click alike each time."
            ),
        ),
    )


def _compared(one: GroupRate) -> Compared:
    rate = one.rate
    if rate is None:
        return Compared(one.group.label, Point(None), one.p_adjusted)
    point = Point(rate.share, rate.clustered_low, rate.clustered_high, rate.shown)
    return Compared(one.group.label, point, one.p_adjusted)


def _click_row(one: GroupRate) -> tuple[Cell, ...]:
    name = one.group.label if one.group.column else say("All customers")
    rate = one.rate
    if rate is None:
        return (name, None, None, None, None, UNKNOWN, UNKNOWN, None, UNKNOWN)
    return (
        name,
        rate.shown,
        rate.clicked,
        rate.customers,
        rate.share,
        limits(rate.clustered_low, rate.clustered_high, ".2%"),
        limits(rate.low, rate.high, ".2%"),
        rate.design_effect,
        p_text(one.p_adjusted),
    )
