"""Charts that Hypothesis makes up: any kind, unknown values, hostile names."""

from __future__ import annotations

from hypothesis import strategies as st

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series, Table

NAMES = st.sampled_from(
    (
        "Web", "", "=1+1", "@SUM(A1)", "+49 30", "-5", "<b>bold</b>", "a!B1", "Sheet1!$A$1", "2024",
        "007", "x\x00\x0b\x1f", "\ud800", "]]>&amp;", "%{x}", "$x^2$", "Pelanggan " * 12, "日本語",
        "'", "[1:2]*?/\\", "</script>",
    )
)  # fmt: skip
NUMBERS = st.one_of(
    st.floats(-1e9, 1e9, allow_nan=False), st.sampled_from((0.0, -0.0, 1.0, 1e-9, -100.0))
)
SERIES = {Kind.TABLE: st.just(0), Kind.WATERFALL: st.just(2)}
FORMS = st.sampled_from(("+.1f", ".1%", ",.0f", ".2f"))


@st.composite
def points(draw: st.DrawFn, *, across: bool) -> Point:
    y = draw(st.none() | NUMBERS)
    ends = draw(st.none() | st.tuples(NUMBERS, NUMBERS))
    low, high = (None, None) if ends is None else (min(ends), max(ends))
    return Point(
        y,
        low,
        high,
        draw(st.none() | st.integers(0, 10**6)),
        draw(NUMBERS) if across else None,
        draw(st.booleans()),
        draw(NAMES),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(list(Kind)))
    across = kind in (Kind.STEPS, Kind.SCATTER)
    count = draw(st.integers(0, 6))
    labels = () if across else tuple(draw(NAMES) for _ in range(count))
    table = draw(tables()) if kind is Kind.TABLE else None
    series = tuple(
        Series(
            draw(NAMES),
            tuple(draw(points(across=across)) for _ in range(count)),
            draw(st.sampled_from(("", "good", "bad", "neutral", "accent", "muted"))),
            draw(st.booleans()),
            draw(st.booleans()),
        )
        for _ in range(draw(SERIES.get(kind, st.integers(1, 3))))
    )
    return Chart(
        kind,
        draw(NAMES),
        labels=labels if kind is not Kind.TABLE else (),
        series=series,
        axis=Axis(draw(NAMES), form=draw(FORMS), log=draw(st.booleans())),
        x_axis=Axis(draw(NAMES), form=",.0f", log=draw(st.booleans())) if across else None,
        subtitle=draw(NAMES),
        method=draw(NAMES),
        source=draw(NAMES),
        n=draw(st.none() | st.integers(0, 10**7)),
        level=draw(st.sampled_from((None, 0.9, 0.95))),
        lines=tuple(Line(draw(NUMBERS), draw(NAMES), draw(st.booleans())) for _ in range(2)),
        below=draw(st.none() | tables()),
        table=table,
        click=draw(st.sampled_from(("", "period", "channel", "cell"))),
        by_row=draw(st.booleans()),
        notes=(draw(NAMES),),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows = draw(st.lists(st.tuples(NAMES, st.none() | NUMBERS), max_size=4))
    return Table((draw(NAMES), draw(NAMES)), tuple(rows), ("", draw(FORMS)))
