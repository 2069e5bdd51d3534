"""Charts of every kind with realistic and with awkward content, drawn in many tests."""

from __future__ import annotations

from math import exp, sin, sqrt

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series, Table
from tests.charts.moves import (
    debt_bridge,
    grid_by_row,
    hazard_curve,
    hazard_ratios,
    orders_by_spend,
    ratios_of_two,
    revenue_bridge,
    score_bridge,
    thin_curves,
)
from tests.charts.trends import (
    FREE_NPS_AXIS,
    METHOD,
    MONTHS,
    control_chart,
    gappy_trend,
    negative_trend,
    nps_trend,
    three_lines,
)

NPS_AXIS = Axis("NPS (points)", -100, 100, "+.0f")
SHARE_AXIS = Axis("Share of customers", 0, 1, ".0%")


def survival(name: str, rate: float, n: int, *, months: int = 24) -> Series:
    points = [Point(1.0, 1.0, 1.0, n, 0.0)]
    for month in range(1, months + 1):
        y = exp(-rate * month) * 0.94
        half = 1.96 * sqrt(y * (1 - y) / n) * (1 + month / 18)
        left = max(1, round(n * y * (1 - month / (months + 4))))
        points.append(Point(y, max(0.0, y - half), min(1.0, y + half), left, float(month)))
    return Series(name, tuple(points))


def survival_curves(groups: int = 2) -> Chart:
    names = ("Promoters", "Passives", "Detractors", "No answer", "Unknown")
    tones = ("good", "neutral", "bad", "", "")
    series = tuple(
        Series(name, survival(name, 0.012 + 0.018 * place, 620 - 110 * place).points, tone)
        for place, (name, tone) in enumerate(zip(names[:groups], tones, strict=False))
    )
    at = (0, 6, 12, 18, 24)
    risk = Table(
        ("At risk", *(str(moment) for moment in at)),
        tuple((s.name, *(s.points[moment].n for moment in at)) for s in series),
        ("", *(",d" for _ in at)),
    )
    return Chart(
        Kind.STEPS,
        "Promoters stay twice as long as detractors",
        series=series,
        axis=Axis("Customers still active", 0, 1, ".0%"),
        x_axis=Axis("Months since the answer", form=",.0f"),
        subtitle="Kaplan-Meier, clock started at the answer",
        method="Kaplan-Meier estimate; limits on the log-log scale. "
        "Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002.",
        source="survey and subscriptions",
        n=sum(s.points[0].n or 0 for s in series),
        level=0.95,
        below=risk,
    )


def one_curve() -> Chart:
    return Chart(
        Kind.STEPS,
        "Half of all tickets are solved within 26 hours",
        series=(survival("Open", 0.027, 1_500, months=72),),
        axis=Axis("Still open", 0, 1, ".0%"),
        x_axis=Axis("Hours since created", form=",.0f"),
        subtitle="Open tickets are counted as not yet solved",
        source="tickets",
        n=1_500,
        level=0.95,
        lines=(Line(24, "SLA 24 h", vertical=True), Line(0.5, "Median")),
    )


SEGMENTS = (
    "International Terminal, Boarding Area G", "Terminal 1, Boarding Area B", "Terminal 2",
    "International Terminal, Boarding Area A", "Terminal 3, Boarding Area F", "Remote stand",
    "Terminal 3, Boarding Area E", "Terminal 1, Boarding Area C (temporary, under construction)",
    "General aviation", "Cargo", "Premium lounge", "Family lane", "Self-service check-in",
    "Counter check-in", "Online check-in", "Bus from car park", "Rail link", "Taxi rank",
    "Rental cars", "=HYPERLINK(\"http://example.com\")",
)  # fmt: skip


def nps_by_segment(count: int = 5) -> Chart:
    points = []
    for place in range(count):
        y = 62 - 6.6 * place
        n = 2_746 // (place + 1) + 8
        half = 196 / sqrt(n)
        points.append(Point(y, y - half, y + 0.93 * half, n, hollow=n < 160))
    return Chart(
        Kind.INTERVALS,
        "NPS by boarding area",
        labels=SEGMENTS[:count],
        series=(Series("NPS", tuple(points)),),
        axis=FREE_NPS_AXIS,
        subtitle="May 2017, best first",
        method=METHOD,
        source="airport survey",
        n=sum(p.n or 0 for p in points),
        level=0.95,
        lines=(Line(39.8, "All +39.8"),),
        click="boarding area",
        notes=("Pale bars rest on fewer than 160 answers.",),
    )


def interval_apart() -> Chart:
    """Intervals that miss their value, a value without limits, and no value at all."""
    points = (
        Point(100.0, 93.9, 98.5, 41),
        Point(12.0, None, None, 3),
        Point(None, None, None, 0),
        Point(-31.0, -48.0, -12.0, 60),
        Point(-100.0, -97.0, -70.0, 9, hollow=True),
    )
    return Chart(
        Kind.INTERVALS,
        "Small groups, wide intervals",
        labels=("A", "B", "C", "D", "E"),
        series=(Series("NPS", points),),
        axis=NPS_AXIS,
        subtitle="NPS by team",
        method=METHOD,
        source="survey",
        n=113,
        level=0.95,
    )


def single_bar() -> Chart:
    return Chart(
        Kind.INTERVALS,
        "Customer satisfaction",
        labels=("All",),
        series=(Series("CSAT", (Point(0.8517, 0.8379, 0.8646, 2_746),)),),
        axis=Axis("Satisfied (4-5 of 5)", 0, 1, ".1%"),
        subtitle="Share of 4 and 5",
        source="airport survey",
        n=2_746,
        level=0.95,
    )


def means() -> Chart:
    labels = ("Ease", "Speed", "Staff", "Price")
    first = (4.31, 4.02, 3.77, 2.95)
    series = tuple(
        Series(name, tuple(Point(y + by, y + by - 0.11, y + by + 0.1, 300) for y in first))
        for name, by in (("2016", -0.12), ("2017", 0.0))
    )
    return Chart(
        Kind.INTERVALS,
        "Staff and price weigh on the score",
        labels=labels,
        series=series,
        axis=Axis("Mean of 1-5", 1, 5, ".2f"),
        subtitle="Mean rating by year",
        source="airport survey",
        n=600,
        level=0.95,
    )


def shares_by_segment(count: int = 6) -> Chart:
    labels = SEGMENTS[:count]
    detractors = [0.05 + 0.035 * place for place in range(count)]
    passives = [0.24 + 0.012 * place for place in range(count)]
    n = [2_746 // (place + 1) for place in range(count)]
    rows = (
        ("Detractors", "bad", detractors),
        ("Passives", "neutral", passives),
        ("Promoters", "good", [1 - a - b for a, b in zip(detractors, passives, strict=True)]),
    )
    return Chart(
        Kind.SHARES,
        "Every second passenger is a promoter",
        labels=labels,
        series=tuple(
            Series(name, tuple(Point(y, n=m) for y, m in zip(ys, n, strict=True)), tone)
            for name, tone, ys in rows
        ),
        axis=SHARE_AXIS,
        subtitle="Shares of 0-6, 7-8 and 9-10",
        method=METHOD,
        source="airport survey",
        n=sum(n),
    )


def shares_by_month() -> Chart:
    base = shares_by_segment(12)
    return Chart(
        Kind.SHARES,
        "Detractors have doubled within a year",
        labels=MONTHS[:12],
        series=base.series,
        axis=SHARE_AXIS,
        subtitle="Shares by month",
        source="airport survey",
        n=base.n,
        click="period",
    )


def cohorts() -> Chart:
    rows = []
    for row in range(10):
        points = []
        for month in range(10):
            known = month < 10 - row
            y = (0.55 + 0.02 * row) ** (month / 4)
            points.append(
                Point(y, y * 0.95, min(1.0, y * 1.04), 800 - 31 * row, hollow=month == 9 - row > 0)
                if known else Point(None)
            )  # fmt: skip
        rows.append(Series(f"{MONTHS[row]} (n {800 - 31 * row})", tuple(points)))
    return Chart(
        Kind.HEAT,
        "Newer cohorts stay longer",
        labels=tuple(str(month) for month in range(10)),
        series=tuple(rows),
        axis=Axis("Share still active", 0, 1, ".0%"),
        x_axis=Axis("Months since first purchase"),
        subtitle="Share of customers still active",
        method="Share of the cohort with a purchase in the month.",
        source="transactions",
        n=6_605,
        level=0.95,
        notes=("Faint cells are not complete yet.",),
    )


def nps_grid() -> Chart:
    names = ("Web", "Shop", "Telepon", "Aplikasi seluler")
    rows = tuple(
        Series(name, tuple(Point(60 * sin(1.7 * place + column), n=40) for column in range(4)))
        for place, name in enumerate(names)
    )
    return Chart(
        Kind.HEAT,
        "NPS menurut saluran dan kota",
        labels=("Jakarta", "Surabaya", "Bandung", "Yogyakarta"),
        series=rows,
        axis=Axis("NPS (poin)", form="+.0f"),
        subtitle="Responden kuartal kedua",
        source="survei pelanggan",
        n=640,
    )


def drivers() -> Chart:
    rows = (
        ("Cleanliness", 0.27, 4.12), ("Wayfinding", 0.22, 3.91), ("Security wait", 0.15, 3.60),
        ("Restaurants", 0.12, 3.38), ("Wi-Fi", 0.09, 3.85), ("Art", 0.06, 4.03),
        ("Parking", 0.05, 3.41), ("AirTrain", 0.04, 4.20),
    )  # fmt: skip
    return Chart(
        Kind.SCATTER,
        "Wayfinding and waiting matter most",
        labels=tuple(name for name, _, _ in rows),
        series=(Series("Driver", tuple(Point(y, y - 0.06, y + 0.06, 2_400, x,
                                             x_low=x - 0.012, x_high=x + 0.015)
                                       for _, x, y in rows)),),
        axis=Axis("Mean rating (1-5)", form=".1f"),
        x_axis=Axis("Share of the explained variance", form=".0%"),
        subtitle="Importance and performance of eight drivers",
        method="Averaging over orderings (LMG). Source: Lindeman, Merenda and Gold, 1980.",
        source="airport survey",
        n=2_400,
        level=0.95,
        lines=(Line(3.81, "Mean rating"), Line(0.125, "Mean share", vertical=True)),
    )  # fmt: skip


def cloud() -> Chart:
    points = tuple(
        Point(60 * exp(-i / 700) + 8 * sin(i * 12.9898), n=1, x=(i * 7919 % 2000) / 80)
        for i in range(2_000)
    )
    return Chart(
        Kind.SCATTER,
        "Faster replies, higher scores",
        series=(Series("Ticket", points),),
        axis=Axis("Score", form=".0f"),
        x_axis=Axis("Hours to first reply", form=".0f"),
        source="tickets",
        n=2_000,
    )


def answers() -> Chart:
    counts = (61, 12, 20, 29, 33, 102, 121, 342, 621, 522, 883)
    return Chart(
        Kind.HISTOGRAM,
        "Most answers are 8 or higher",
        labels=tuple(str(score) for score in range(11)),
        series=(Series("Answers", tuple(Point(float(c), n=2_746) for c in counts)),),
        axis=Axis("Answers", form=",.0f"),
        x_axis=Axis("Score"),
        subtitle="Answers by score",
        source="airport survey",
        n=2_746,
    )


def holdout() -> Chart:
    actual = (1203.0, 411.0, 190.0, 82.0, 41.0, 33.0, 12.0, 40.0)
    predicted = (1188.4, 431.2, 201.7, 90.3, 44.8, 25.1, 14.0, 31.9)
    return Chart(
        Kind.HISTOGRAM,
        "The model finds the heavy buyers",
        labels=("0", "1", "2", "3", "4", "5", "6", "7+"),
        series=(
            Series("Actual", tuple(Point(y) for y in actual), "muted"),
            Series("Predicted", tuple(Point(y, y * 0.9, y * 1.1) for y in predicted), "accent"),
        ),
        axis=Axis("Customers", form=",.0f"),
        x_axis=Axis("Purchases in the holdout"),
        subtitle="Holdout of 39 weeks",
        source="transactions",
        n=2_357,
        level=0.9,
    )


def league() -> Chart:
    rows = tuple(
        (f"{SEGMENTS[place % 20]} {place}", 62.4 - 2.1 * place, 400 + place, None)
        for place in range(40)
    )
    return Chart(
        Kind.TABLE,
        "All boarding areas",
        table=Table(("Boarding area", "NPS", "Answers", "Change"), rows,
                    ("", "+.1f", ",d", "+.1f")),
        subtitle="May 2017",
        source="airport survey",
        n=2_746,
    )  # fmt: skip


def indonesian() -> Chart:
    labels = (
        "Pengiriman dan pengemasan", "Layanan pelanggan melalui telepon", "Harga & promosi",
        "Kualitas produk", "Kemudahan aplikasi", "Proses pengembalian barang yang rusak",
    )  # fmt: skip
    impact = (8.4, 3.1, 0.6, -2.2, -6.9, -15.3)
    return Chart(
        Kind.INTERVALS,
        "Pengembalian barang menurunkan NPS paling banyak",
        labels=labels,
        series=(
            Series("Dampak", tuple(Point(y, y - 2.9, y + 3.3, 240) for y in impact)),
        ),
        axis=Axis("Dampak pada NPS (poin)", form="+.1f"),
        subtitle="Komentar Januari hingga Juni 2025",
        source="ulasan pelanggan",
        n=1_440,
        level=0.95,
    )  # fmt: skip


def gallery() -> dict[str, Chart]:
    """Every example by a short name."""
    return {
        "nps_trend": nps_trend(),
        "negative_trend": negative_trend(),
        "gappy_trend": gappy_trend(),
        "control_chart": control_chart(),
        "three_lines": three_lines(),
        "survival_two": survival_curves(2),
        "survival_five": survival_curves(5),
        "one_curve": one_curve(),
        "segments_five": nps_by_segment(5),
        "segments_twenty": nps_by_segment(20),
        "interval_apart": interval_apart(),
        "single_bar": single_bar(),
        "means": means(),
        "shares_by_segment": shares_by_segment(),
        "shares_by_month": shares_by_month(),
        "cohorts": cohorts(),
        "nps_grid": nps_grid(),
        "drivers": drivers(),
        "cloud": cloud(),
        "answers": answers(),
        "holdout": holdout(),
        "league": league(),
        "indonesian": indonesian(),
        "revenue_bridge": revenue_bridge(),
        "score_bridge": score_bridge(),
        "debt_bridge": debt_bridge(),
        "hazard_ratios": hazard_ratios(),
        "ratios_of_two": ratios_of_two(),
        "orders_by_spend": orders_by_spend(),
        "hazard_curve": hazard_curve(),
        "thin_curves": thin_curves(survival_curves(2), few=200),
        "grid_by_row": grid_by_row(),
    }
