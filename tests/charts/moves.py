"""Waterfalls, ratios and fitted curves, realistic and awkward."""

from __future__ import annotations

from dataclasses import replace
from math import exp

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series


def _waterfall(rows: tuple[tuple[str, float | None, float | None], ...]) -> tuple[Series, Series]:
    return (
        Series("Level", tuple(Point(level) for _, level, _ in rows)),
        Series("Change", tuple(Point(step) for _, _, step in rows)),
    )


def bar_ends(chart: Chart) -> list[tuple[int, float, float]]:
    """(place, start, end) of each bar of a waterfall, by adding the steps up one by one."""
    levels, steps = ([p.y for p in one.points] for one in chart.series)
    found: list[tuple[int, float, float]] = []
    for place, (level, step) in enumerate(zip(levels, steps, strict=True)):
        before = found[-1][2] if found else 0.0
        if level is not None:
            found.append((place, 0.0, level))
        elif step is not None:
            found.append((place, before, before + step))
    return found


def revenue_bridge() -> Chart:
    rows = (
        ("January", 412_300.0, None), ("New customers", None, 61_450.0),
        ("Expansion", None, 38_900.0), ("Contraction", None, -12_750.0),
        ("Lost customers", None, -54_200.0), ("June", 445_700.0, None),
    )  # fmt: skip
    return Chart(
        Kind.WATERFALL,
        "New customers outweigh those lost",
        labels=tuple(name for name, _, _ in rows),
        series=_waterfall(rows),
        axis=Axis("Monthly recurring revenue (USD)", form=",.0f"),
        subtitle="January to June 2025",
        source="subscriptions",
        n=3_412,
    )


def score_bridge() -> Chart:
    """Through zero and back, with limits, long names, an unfinished step and an unknown one."""
    steps = (
        Point(None), Point(-9.5, -12.0, -7.1, 610), Point(-14.25, -18.0, -10.0, 340),
        Point(6.5, 2.0, 11.0, 120, hollow=True), Point(None), Point(15.0, 11.0, 19.5, 980),
        Point(None),
    )  # fmt: skip
    levels = (Point(12.5, 9.0, 16.0, 2_746), *(Point(None),) * 5, Point(10.25, 6.0, 14.5, 2_810))
    return Chart(
        Kind.WATERFALL,
        "The score fell below zero and came back",
        labels=(
            "First half", "Waiting at the security checkpoint", "Cleanliness of the rest rooms",
            "Wi-Fi", "Unknown theme", "Staff at the information counters", "Second half",
        ),
        series=(Series("NPS", levels, "neutral"), Series("Change", steps)),
        axis=Axis("NPS (points)", form="+.1f"),
        subtitle="Change by theme",
        source="airport survey",
        n=5_556,
        level=0.95,
        lines=(Line(5.0, "Target"),),
        click="theme",
        notes=("Pale bars rest on fewer than 200 answers.",),
    )  # fmt: skip


def debt_bridge() -> Chart:
    """Wholly below zero."""
    rows = (("Start", -40.0, None), ("Worse", None, -20.0), ("Better", None, 35.0),
            ("End", -25.0, None))  # fmt: skip
    return replace(
        revenue_bridge(), title="Below zero", labels=tuple(r[0] for r in rows),
        series=_waterfall(rows), axis=Axis("Net customers", form="+,.0f"),
    )  # fmt: skip


def hazard_ratios() -> Chart:
    rows = (
        ("Monthly contract", 3.92, 3.31, 4.64), ("Electronic check", 1.41, 1.24, 1.61),
        ("No online security or backup service", 1.74, 1.49, 2.03),
        ("Paperless billing", 1.07, 0.9, 1.27),
        ("Senior citizen", 0.98, 0.85, 1.13), ("Partner in the household", 0.63, 0.55, 0.72),
        ("Two-year contract", 0.24, 0.17, 0.33), ("Fibre and phone", 0.9, None, None),
    )  # fmt: skip
    points = tuple(
        Point(y, low, high, 7_043 if low else 31, hollow=low is None) for _, y, low, high in rows
    )
    return Chart(
        Kind.INTERVALS,
        "A monthly contract goes with four times the risk of leaving",
        labels=tuple(row[0] for row in rows),
        series=(Series("Hazard ratio", points),),
        axis=Axis("Hazard ratio (logarithmic axis)", form=".2f", log=True),
        subtitle="Against the reference of each factor",
        method="Cox (1972): proportional hazards with Efron's ties.",
        source="subscriptions",
        n=7_043,
        level=0.95,
        lines=(Line(1.0, "No difference"),),
    )


def ratios_of_two() -> Chart:
    """Two series on a ratio axis, with values that such an axis cannot hold."""
    base = hazard_ratios()
    first = base.series[0].points[:4]
    other = (*(replace(p, y=(p.y or 1) * 0.8) for p in first[:3]), Point(0.0, -1.0, 2.0, 12))
    return replace(
        base, title="Adjusted and not", labels=base.labels[:4],
        series=(Series("Alone", first, "muted"), Series("Together", other, "accent")),
        lines=(Line(1.0, "No difference"), Line(0.0, "Nothing")),
    )  # fmt: skip


def orders_by_spend() -> Chart:
    """A cloud on two ratio axes, with an x that such an axis cannot hold."""
    points = tuple(Point(0.4 * 1.35**i, n=50, x=3.0 * 2.1**i if i else -1.0) for i in range(12))
    return Chart(
        Kind.SCATTER,
        "Those who spend more order more",
        series=(Series("Customer", points),),
        axis=Axis("Orders a year", form=",.1f", log=True),
        x_axis=Axis("Spend (USD)", form=",.0f", log=True),
        source="transactions",
        n=12,
        lines=(Line(1.0, "One a year"), Line(100.0, "USD 100", vertical=True)),
    )


def hazard_curve() -> Chart:
    """A fitted curve with its extrapolation, beside a stair."""

    def fitted(month: float) -> float:
        return 0.034 * exp(-month / 14) + 0.006

    seen = tuple(Point(fitted(m), fitted(m) * 0.8, fitted(m) * 1.2, x=m / 1) for m in range(25))
    ahead = tuple(
        Point(fitted(m), fitted(m) * (1 - m / 90), fitted(m) * (1 + m / 90), x=m / 1)
        for m in range(24, 37)
    )
    stair = tuple(Point(fitted(m) * (1.1 - m % 2 / 5), n=900 - 30 * m, x=m / 1) for m in range(25))
    return Chart(
        Kind.STEPS,
        "The risk of leaving falls with time",
        series=(
            Series("Observed", stair, "muted"),
            Series("Model", seen, "accent", smooth=True),
            Series("Model, beyond the data", ahead, "accent", dashed=True, smooth=True),
        ),
        axis=Axis("Leaving, a month", form=".1%"),
        x_axis=Axis("Months since start", form=",.0f"),
        source="subscriptions",
        n=7_043,
        level=0.95,
        lines=(Line(24, "Last seen", vertical=True),),
    )


def thin_curves(base: Chart, *, few: int) -> Chart:
    """The curves of `base`, thin where fewer than `few` customers are watched."""
    series = tuple(
        replace(s, points=tuple(replace(p, hollow=(p.n or 0) < few) for p in s.points))
        for s in base.series
    )
    return replace(base, title="Few are watched to the end", series=series)


def grid_by_row() -> Chart:
    names = ("Rows with large values", "Rates", "Alike", "Signed")
    values = (
        (1_200.0, 1_900.0, 3_100.0, 2_500.0), (0.12, 0.4, None, 0.9), (5.0, 5.0, 5.0, 5.0),
        (-2.0, 0.0, 1.5, 4.0),
    )  # fmt: skip
    rows = tuple(
        Series(name, tuple(Point(y, n=40, hollow=place == 3) for place, y in enumerate(row)))
        for name, row in zip(names, values, strict=True)
    )
    return Chart(
        Kind.HEAT,
        "Segments by what they do",
        labels=("Champions", "Loyal", "At risk", "New"),
        series=rows,
        axis=Axis("Measure", form=",.2f"),
        subtitle="Each row is shaded from its lowest to its highest value",
        source="transactions",
        n=640,
        click="cell",
        by_row=True,
    )
