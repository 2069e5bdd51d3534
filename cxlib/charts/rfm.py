"""RFM segments as charts: size, what they bring, and who moved between two days."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.rfm import SEGMENTS, RfmFlow, RfmSegment


def segment_words(name: str) -> str:
    """A segment as a reader knows it."""
    names = {
        "Champions": say("Champions"),
        "Loyal": say("Loyal"),
        "Potential loyalists": say("Potential loyalists"),
        "New": say("New"),
        "Promising": say("Promising"),
        "Need attention": say("Need attention"),
        "About to sleep": say("About to sleep"),
        "Cannot lose them": say("Cannot lose them"),
        "At risk": say("At risk"),
        "Hibernating": say("Hibernating"),
        "": say("(not yet a customer)"),
    }
    return names[name]


def rfm_method() -> str:
    """How customers are graded."""
    return say(
        "Customers are graded 1 to 5 by how lately they bought, how many orders and how much; "
        "equal values share the mean of their ranks, so that no tie is split by the order of the "
        "file. Segments follow from the grades of recency and frequency."
    )


def segment_shares(found: Sequence[RfmSegment], look: Look) -> Chart:
    """Share of the customers and share of the revenue of each segment."""
    revenue = sum(one.revenue for one in found)
    top = max(found, key=lambda one: one.revenue)
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "{segment}: {share} of the customers bring {part} of the revenue",
            segment=segment_words(top.name),
            share=number(top.share, ".0%"),
            part=number(top.revenue / revenue if revenue else None, ".0%"),
        ),
        labels=tuple(segment_words(one.name) for one in found),
        series=(
            Series(say("Customers"), tuple(Point(one.share, n=one.n) for one in found), "muted"),
            Series(
                say("Revenue"),
                tuple(Point(one.revenue / revenue if revenue else None) for one in found),
                "accent",
            ),
        ),
        axis=Axis(say("Share of all"), 0, None, ".0%"),
        subtitle=look.selection,
        method=rfm_method(),
        source=look.source,
        n=sum(one.n for one in found),
    )


def segment_table(found: Sequence[RfmSegment], look: Look) -> Chart:
    """Size, means and revenue of each segment."""
    rows: list[tuple[Cell, ...]] = [
        (
            segment_words(one.name),
            one.n,
            one.share,
            one.recency,
            one.frequency,
            one.monetary,
            one.revenue,
        )
        for one in found
    ]
    columns = (
        say("Segment"),
        say("Customers"),
        say("Share of customers"),
        say("Days since the last order"),
        say("Orders"),
        say("Spent"),
        say("Revenue"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("RFM segments"),
        subtitle=look.selection,
        method=rfm_method(),
        source=look.source,
        n=sum(one.n for one in found),
        table=Table(columns, tuple(rows), ("", ",d", ".1%", ",.0f", ",.1f", ",.2f", ",.0f")),
    )


def flows(found: RfmFlow, look: Look, *, before: str, after: str) -> Chart:
    """Where the customers of each segment are by the later day: shares of each row."""
    names = [name for name, _, _ in SEGMENTS]
    sizes = {name: sum(found.moved.get((name, to), 0) for to in names) for name in ("", *names)}
    rows = [name for name in (*names, "") if sizes[name]]
    series = tuple(
        Series(
            f"{segment_words(name)} ({count(sizes[name])})",
            tuple(
                Point(
                    found.moved.get((name, to), 0) / sizes[name],
                    n=found.moved.get((name, to), 0),
                )
                for to in names
            ),
        )
        for name in rows
    )
    stayed = sum(found.moved.get((name, name), 0) for name in names)
    known = sum(sizes[name] for name in names)
    return Chart(
        kind=Kind.HEAT,
        title=say(
            "{share} of the customers stayed in their segment",
            share=number(stayed / known if known else None, ".0%"),
        ),
        labels=tuple(segment_words(name) for name in names),
        series=series,
        axis=Axis(say("Share of the row"), 0, 1, ".0%"),
        x_axis=Axis(say("Rows: {before}; columns: {after}", before=before, after=after)),
        subtitle=look.selection,
        method=rfm_method()
        + " "
        + say(
            "Each row is a segment on the first day, each cell the share of its customers who are "
            "in the column's segment on the second. Grades are ranks of the day, so customers "
            "also move because others did."
        ),
        source=look.source,
        n=known + sizes[""],
    )
