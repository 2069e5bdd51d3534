"""Lines over two years of months: rising, below zero, with gaps, with limits, in company."""

from __future__ import annotations

from math import sin

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series

MONTHS = tuple(
    f"{month} {year}"
    for year in (2024, 2025)
    for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun",
                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)  # fmt: skip
METHOD = (
    "Share of promoters (9-10) less share of detractors (0-6), in points. Interval: adjusted "
    "Wald. Source: Rocks, The American Statistician 70(4), 2016."
)
FREE_NPS_AXIS = Axis("NPS (points)", form="+.1f")


def trend(level: float = 30.0, *, missing: bool = False) -> Series:
    """24 monthly scores around `level`, the last one unfinished."""
    points = []
    for month in range(24):
        y = level + 0.7 * month + 5 * sin(month * 1.3)
        half = 4.2 + 1.5 * sin(month)
        n = 400 + 13 * month
        unfinished = month == 23
        gone = missing and month in (7, 8, 15)
        points.append(
            Point(None) if gone else
            Point(y, y - half, y + 0.9 * half, n, hollow=unfinished,
                  note="Unfinished: the data end on 12 December." if unfinished else "")
        )  # fmt: skip
    return Series("NPS", tuple(points))


def nps_trend() -> Chart:
    return Chart(
        Kind.LINE,
        "NPS has risen since the spring of 2024",
        labels=MONTHS,
        series=(trend(),),
        axis=FREE_NPS_AXIS,
        subtitle="Monthly, all respondents, January 2024 to December 2025",
        method=METHOD,
        source="airport survey",
        n=13_188,
        level=0.95,
        click="period",
        keys=tuple(f"{2024 + i // 12}-{i % 12 + 1:02d}-01" for i in range(24)),
        notes=("December 2025 is unfinished: the data end on the 12th.",),
    )


def negative_trend() -> Chart:
    return Chart(
        Kind.LINE,
        "NPS climbs out of the red",
        labels=MONTHS,
        series=(trend(-14.0),),
        axis=FREE_NPS_AXIS,
        subtitle="Monthly, all respondents",
        method=METHOD,
        source="airport survey",
        n=13_188,
        level=0.95,
        lines=(Line(2.0, "Target +2"),),
    )


def gappy_trend() -> Chart:
    return Chart(
        Kind.LINE,
        "Three months without answers",
        labels=MONTHS,
        series=(trend(-6.0, missing=True),),
        axis=FREE_NPS_AXIS,
        subtitle="Monthly, segment Lounge",
        method=METHOD,
        source="airport survey",
        n=4_188,
        level=0.9,
    )


def control_chart() -> Chart:
    points = tuple(
        Point(31 + 4 * sin(2.1 * i) + (9 if i == 17 else 0), n=300,
              note="Above the upper limit." if i == 17 else "")
        for i in range(24)
    )  # fmt: skip
    return Chart(
        Kind.LINE,
        "One signal in two years, in June 2025",
        labels=MONTHS,
        series=(Series("NPS", points),),
        axis=FREE_NPS_AXIS,
        subtitle="XmR limits on monthly values",
        source="airport survey",
        n=7_200,
        lines=(
            Line(39.1, "Upper limit 39.1"),
            Line(31.0, "Centre 31.0"),
            Line(22.9, "Lower limit 22.9"),
            Line(32.0, "Target 32"),
        ),
    )


def three_lines() -> Chart:
    names = ("Business travellers", "Leisure", "Crew & <b>staff</b>")
    many = tuple(
        Series(name, trend(level).points, dashed=name == "Leisure")
        for name, level in zip(names, (-20, 8, 30), strict=True)
    )
    return Chart(
        Kind.LINE,
        "Business travellers stay behind",
        labels=MONTHS,
        series=many,
        axis=FREE_NPS_AXIS,
        subtitle="NPS a month by reason for travel",
        method=METHOD,
        source="airport survey",
        n=13_188,
        level=0.95,
    )
