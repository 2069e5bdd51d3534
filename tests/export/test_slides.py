"""Presentations: native, editable, in order, and with the numbers of the screen."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.data import to_data
from cxlib.charts.ratios import drawable
from cxlib.charts.spans import value_span
from cxlib.errors import BadOption
from cxlib.export.native_lines import has_band
from cxlib.export.slides import SlideSpec, write_deck
from tests.charts.gallery import (
    cohorts,
    gallery,
    gappy_trend,
    hazard_curve,
    hazard_ratios,
    interval_apart,
    league,
    negative_trend,
    nps_by_segment,
    nps_trend,
    ratios_of_two,
    score_bridge,
    survival_curves,
    three_lines,
)
from tests.charts.moves import bar_ends
from tests.charts.strange import charts
from tests.export.office import (
    behind,
    drawn,
    native_charts,
    numbers_in,
    out_of_order,
    texts,
)

DAY = date(2026, 6, 1)
NATIVE = {n: c for n, c in gallery().items() if c.kind not in (Kind.HEAT, Kind.TABLE)}


@cache
def deck_of(*names: str) -> Any:
    return written([SlideSpec(gallery()[name], "", "") for name in names or gallery()])


def written(slides: list[SlideSpec], **options: Any) -> Any:
    return Presentation(BytesIO(blob_of(slides, **options)))


def blob_of(slides: list[SlideSpec], **options: Any) -> bytes:
    out = BytesIO()
    write_deck(slides, title="Airport", out=out, **{"made": DAY} | options)
    return out.getvalue()


def one(chart: Chart) -> Any:
    return written([SlideSpec(chart, "", "")]).slides[0]


def chart_of(chart: Chart) -> Any:
    return next(shape.chart for shape in one(chart).shapes if shape.has_chart)


def test_one_wide_slide_a_chart_with_its_title_in_a_real_placeholder():
    deck = deck_of()
    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    assert len(deck.slides) == len(gallery())
    for slide, chart in zip(deck.slides, gallery().values(), strict=True):
        assert slide.shapes.title.placeholder_format.type == PP_PLACEHOLDER.TITLE
        assert slide.shapes.title.text_frame.text == chart.title


def test_charts_and_tables_are_native_and_described():
    deck = deck_of()
    for slide, chart in zip(deck.slides, gallery().values(), strict=True):
        shapes = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert shapes
        assert not [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
        described = [s.element.xpath(".//p:cNvPr")[0].get("descr") or "" for s in shapes]
        assert any(text.startswith(chart.title) for text in described)


def added_up(chart: Chart) -> list[float]:
    """What a drawing may hold beside the chart's numbers and their differences."""
    if chart.axis.log:
        return [value_span(drawable(chart))[1]]  # the end of the axis, where numbers stand
    if chart.kind is not Kind.WATERFALL:
        return []
    points = {place: p for one in chart.series for place, p in enumerate(one.points) if p.y}
    bars = [(points[place], start, end) for place, start, end in bar_ends(chart)]
    limits = [start + limit for p, start, _ in bars for limit in (p.low, p.high) if limit]
    return [*limits, *(end for _, *ends in bars for end in ends)]


@pytest.mark.parametrize("name", NATIVE)
def test_what_is_drawn_is_embedded_and_comes_from_the_chart(name: str):
    _, chart = native_charts(deck_of(name))[0]
    shown, kept = np.array(drawn(chart)), np.array(behind(chart))
    said = np.array(numbers_in([to_data(NATIVE[name]), added_up(NATIVE[name])]))
    differences = np.unique(np.round(np.subtract.outer(said[:500], said[:500]).ravel(), 12))
    assert len(shown)
    for value in np.unique(shown):
        assert np.isclose(kept, value, rtol=1e-9, atol=1e-12).any()
        if not np.isclose(said, value, rtol=1e-9, atol=1e-12).any():
            assert np.isclose(differences, value, rtol=1e-9, atol=1e-9).any()


@pytest.mark.parametrize("name", NATIVE)
def test_every_value_of_the_chart_is_drawn(name: str):
    _, chart = native_charts(deck_of(name))[0]
    shown = np.array(drawn(chart))
    if NATIVE[name].kind is Kind.WATERFALL:
        return  # its bars are looked at below
    for point in (p for s in drawable(NATIVE[name]).series for p in s.points if p.y is not None):
        assert np.isclose(shown, point.y, rtol=1e-12, atol=1e-15).any()


@pytest.mark.parametrize("name", [n for n, c in NATIVE.items() if c.kind is Kind.WATERFALL])
def test_stacked_columns_reach_from_start_to_end_of_each_step(name: str):
    space = native_charts(deck_of(name))[0][1].element
    stacks = {place: [0.0, 0.0] for place, _, _ in bar_ends(NATIVE[name])}
    seen: dict[int, list[tuple[float, float]]] = {place: [] for place in stacks}
    for series in space.xpath("//c:barChart/c:ser"):
        for point in series.xpath("./c:val//c:pt"):
            place, value = int(point.get("idx")), float(point[0].text)
            side = int(value < 0)  # what is below zero is stacked downwards
            before = stacks[place][side]
            stacks[place][side] += value
            if not series.xpath("./c:spPr/a:noFill"):
                seen[place].append((before, before + value))
    for place, start, end in bar_ends(NATIVE[name]):
        ends = [end for part in seen[place] for end in part]
        assert (min(ends), max(ends)) == pytest.approx((min(start, end), max(start, end)))


def test_numbers_of_a_waterfall_bear_the_sign_of_their_step():
    labels = chart_of(score_bridge()).element.xpath("//c:lineChart//c:dLbl//a:t")
    said = [label.text for label in labels]
    assert said == ["+12.5", "−9.5", "−14.2", "+6.5", "+15.0", "+10.2", "Target"]


def test_a_ratio_axis_is_logarithmic_and_has_marks_but_no_bars():
    space = chart_of(hazard_ratios()).element
    scale = space.xpath("//c:valAx/c:scaling")[0]
    ends = [float(scale.xpath(f"./c:{name}/@val")[0]) for name in ("logBase", "min", "max")]
    assert ends == [2.0, 0.125, 8.0]
    assert len(space.xpath("//c:ser")) == len(space.xpath("//c:ser/c:spPr/a:noFill"))
    marks = space.xpath("//c:ser[c:errBars/c:errValType/@val='percentage']")
    values = [float(v.text) for mark in marks for v in mark.xpath("./c:val//c:pt/c:v")]
    assert values == [p.y for p in hazard_ratios().series[0].points]  # the faint one comes last


def test_two_series_of_ratios_have_a_row_each():
    space = chart_of(ratios_of_two()).element
    names = [v.text for v in space.xpath("//c:ser[1]/c:cat//c:pt/c:v")]
    assert names[:2] == ["Monthly contract · Alone", "Monthly contract · Together"]
    assert len(names) == 8
    assert all(value > 0 for value in drawn(chart_of(ratios_of_two())))


def test_single_points_refer_to_two_cells_beside_lines_which_have_two():
    spots = tuple(
        Series(name, (Point(y, y - 0.1, y + 0.1, x=y, x_low=y - 0.2, x_high=y + 0.2),))
        for name, y in (("delivery", 0.3), ("price", 0.7))
    )
    lines = (Line(0.5, "mean"), Line(0.4, "mean of x", vertical=True))
    chart = Chart(Kind.SCATTER, "Map", series=spots, x_axis=Axis("x"), lines=lines)
    for one, needed in ((chart, {"2"}), (replace(chart, lines=()), {"1"})):
        space = chart_of(one).element
        counts = space.xpath("//c:xVal//c:ptCount/@val | //c:yVal//c:ptCount/@val")
        assert set(counts) == needed  # LibreOffice leaves out one cell beside series of several
        assert len(space.xpath("//c:ser[.//c:errBars]//c:yVal//c:pt")) == 4


def test_smooth_curves_have_their_points_and_stairs_have_corners():
    stair, model, ahead = chart_of(hazard_curve()).element.xpath("//c:ser")[:3]
    count = [len(ser.xpath("./c:yVal//c:pt")) for ser in (stair, model, ahead)]
    points = [len(series.points) for series in hazard_curve().series]
    assert count == [2 * points[0] - 1, points[1], points[2]]
    dashes = [ser.xpath("./c:spPr/a:ln/a:prstDash/@val") for ser in (model, ahead)]
    assert dashes == [["solid"], ["dash"]]


def test_the_end_of_a_curve_that_rests_on_few_is_drawn_faint():
    chart = gallery()["thin_curves"]
    space = chart_of(chart).element
    by_name = {}
    for ser in space.xpath("//c:ser"):
        by_name.setdefault(ser.xpath("./c:tx//c:v")[0].text, ser)
    thin = next(p for p in chart.series[0].points if p.hollow)
    strong = by_name["Promoters"].xpath("./c:yVal//c:pt/c:v")
    faint = by_name["Promoters: drawn faint"].xpath("./c:yVal//c:pt/c:v")
    assert float(strong[-1].text) == float(faint[0].text) == thin.y


@pytest.mark.parametrize("name", NATIVE)
def test_elements_stand_in_the_order_of_the_schema(name: str):
    # PowerPoint offers to repair files in which they do not.
    _, chart = native_charts(deck_of(name))[0]
    assert out_of_order(chart.part.blob) == []


@pytest.mark.parametrize("name", NATIVE)
def test_interval_lengths_are_never_negative(name: str):
    _, chart = native_charts(deck_of(name))[0]
    lengths = chart.element.xpath("//c:plus//c:v | //c:minus//c:v")
    assert all(float(length.text) >= 0 for length in lengths)


def test_a_whisker_starts_at_the_lower_limit_where_the_interval_misses_the_value():
    points = interval_apart().series[0].points
    space = chart_of(interval_apart()).element
    low = space.xpath("//c:ser[c:errBars]//c:val//c:pt/c:v")
    length = space.xpath("//c:ser/c:errBars/c:plus//c:pt/c:v")
    ends = [
        (float(a.text), float(a.text) + float(b.text)) for a, b in zip(low, length, strict=True)
    ]
    limits = [(p.low, p.high) for p in points if p.low is not None]
    assert np.ravel(ends) == pytest.approx(np.ravel(limits))
    assert not space.xpath("//c:minus")


def test_numbers_stand_right_of_everything_that_is_drawn():
    space = chart_of(interval_apart()).element
    carriers = {}
    for series in space.xpath("//c:ser"):
        values = {p.get("idx"): float(p[0].text) for p in series.xpath(".//c:val//c:pt")}
        for label in series.xpath(".//c:dLbl[c:tx]"):
            place = label.xpath("./c:idx/@val")[0]
            carriers[int(place)] = values[place]
    points = interval_apart().series[0].points
    for place, at in carriers.items():
        ends = [v for v in (points[place].y, points[place].high) if v is not None]
        assert at == max(0.0, *ends)
    assert sorted(carriers) == [0, 1, 3, 4]  # the unknown value has no number


def test_a_band_is_drawn_below_zero_too():
    # Areas are stacked algebraically: base + length is the upper limit whatever the signs.
    chart = negative_trend()
    assert has_band(chart)
    base, length = chart_of(chart).element.xpath("//c:areaChart/c:ser")
    value = lambda ser: [float(v.text) for v in ser.xpath("./c:val//c:pt/c:v")]  # noqa: E731
    points = chart.series[0].points
    assert value(base) == pytest.approx([p.low for p in points])
    assert np.add(value(base), value(length)) == pytest.approx([p.high for p in points])
    assert base.xpath("./c:spPr/a:noFill")


def test_lines_with_gaps_or_companions_have_whiskers_instead():
    alone = replace(nps_trend(), labels=("May",), series=(Series("NPS", (Point(4.0, 1.0, 7.0),)),))
    assert not has_band(gappy_trend())
    assert not has_band(alone)
    assert float(chart_of(alone).element.xpath("//c:errBars/c:plus//c:pt/c:v")[0].text) == 6
    gappy = chart_of(gappy_trend()).element
    assert gappy.xpath("//c:dispBlanksAs/@val") == ["gap"]
    assert len(gappy.xpath("//c:ser[1]/c:val//c:pt")) == 21  # three of 24 months are unknown
    assert len(chart_of(three_lines()).element.xpath("//c:errBars")) == 3


def test_only_the_series_themselves_are_in_the_legend():
    space = chart_of(three_lines()).element
    assert space.xpath("//c:legendEntry/c:idx/@val") == ["3", "4", "5"]
    assert not chart_of(nps_trend()).has_legend


def test_long_curves_are_thinned_but_keep_their_ends():
    points = tuple(Point(1 - i / 4000, x=float(i)) for i in range(3_001))
    chart = replace(survival_curves(1), series=(Series("All", points),), below=None)
    stair = [float(v.text) for v in chart_of(chart).element.xpath("//c:xVal//c:pt/c:v")]
    assert len(stair) < 1_200
    assert (stair[0], stair[-1]) == (0, 3_000)
    gaps = np.diff(stair)
    assert gaps.max() <= 0.005 * 3_000


def test_customers_at_risk_stand_under_the_chart():
    slide = one(survival_curves(2))
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == ["Promoters", "620", "426", "288", "168",
                                                           "62"]  # fmt: skip


def test_a_heat_table_has_shaded_cells():
    table = next(shape.table for shape in one(cohorts()).shapes if shape.has_table)
    assert len(table.rows) == 11
    first, empty = table.cell(1, 1), table.cell(10, 9)
    assert first.text == "100%"
    assert str(first.fill.fore_color.rgb) == "123463"
    assert empty.text == ""


def test_rows_of_a_heat_table_are_shaded_each_by_its_own_range():
    table = next(shape.table for shape in one(gallery()["grid_by_row"]).shapes if shape.has_table)
    fills = [
        [str(table.cell(row, column).fill.fore_color.rgb) for column in (1, 2, 3)] for row in (1, 3)
    ]
    assert (fills[0][0], fills[0][2]) == ("EEF4FB", "123463")  # lowest and highest of the row
    assert len(set(fills[1])) == 1  # all alike


def test_what_has_no_room_is_said():
    assert "First 15 of 40 rows." in texts(one(league()))
    many = nps_by_segment(20)
    labels = tuple(f"Segment {i}" for i in range(45))
    points = tuple(Point(float(i)) for i in range(45))
    wide = replace(many, labels=labels, series=(Series("NPS", points),))
    assert "First 30 of 45 rows." in texts(one(wide))


def test_footer_notes_and_speaker_notes():
    slide = one(nps_trend())
    said = texts(slide)
    assert "Source: airport survey. n = 13,188. 95% confidence intervals. 1 June 2026" in said
    assert nps_trend().notes[0] in said
    assert nps_trend().method in slide.notes_slide.notes_text_frame.text


def test_title_and_comment_are_the_analysts():
    slide = written([SlideSpec(nps_trend(), "Up again", "Lanes reopened.\nKeep them.")]).slides[0]
    assert slide.shapes.title.text_frame.text == "Up again"
    assert "Lanes reopened.\nKeep them." in texts(slide)


def test_text_boxes_wrap_and_align_left():
    for shape in one(nps_trend()).shapes:
        if shape.has_text_frame and shape.text_frame.text:
            assert shape.text_frame.word_wrap
            assert {p.alignment for p in shape.text_frame.paragraphs} == {PP_ALIGN.LEFT}


def test_a_cover_only_where_it_is_asked_for():
    slides = [SlideSpec(nps_trend(), "", "")]
    with_cover = written(slides, cover=True, subtitle="May 2017")
    assert len(with_cover.slides) == 2
    assert texts(with_cover.slides[0]).split() == ["Airport", "May", "2017"]
    assert len(written(slides).slides) == 1


def test_reference_lines_over_bars_are_laid_on_the_slide():
    slide = one(nps_by_segment())
    lines = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    assert len(lines) == 1
    assert "All +39.8" in texts(slide)


def test_characters_that_xml_forbids_are_left_out():
    chart = replace(
        nps_by_segment(), title="a\x00b\x0b\ud800", source="\x1f", labels=tuple("\x01bcde")
    )
    slide = written([SlideSpec(chart, "", "c\x07d")]).slides[0]
    assert slide.shapes.title.text_frame.text == "ab"
    assert "cd" in texts(slide)


def test_the_same_charts_make_the_same_bytes():
    slides = [SlideSpec(nps_trend(), "", ""), SlideSpec(cohorts(), "", "")]
    blob = blob_of(slides)
    assert blob == blob_of(slides)
    with zipfile.ZipFile(BytesIO(blob)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_layouts_are_as_wide_as_the_slides():
    deck = deck_of("nps_trend")
    for layout in (deck.slide_master, *deck.slide_layouts):
        assert all(s.left + s.width <= deck.slide_width for s in layout.placeholders)


def test_everything_lies_on_the_slide():
    deck = deck_of()
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_writes_to_a_path(tmp_path: Path):
    write_deck([SlideSpec(nps_trend(), "", "")], title="x", out=tmp_path / "a.pptx")
    assert zipfile.is_zipfile(tmp_path / "a.pptx")


def test_no_slides_is_an_error():
    with pytest.raises(BadOption, match="at least one chart"):
        write_deck([], title="x", out=BytesIO())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_any_chart_becomes_a_slide(chart: Chart):
    deck = written([SlideSpec(chart, "", chart.title)])
    for _, native in native_charts(deck):
        assert out_of_order(native.part.blob) == []
        kept = np.array([*behind(native), 0.0])
        assert all(np.isclose(kept, v, rtol=1e-9, atol=1e-12).any() for v in drawn(native))
        formulas = [f.text for f in native.element.xpath("//c:f")]
        assert all(f.startswith("Data!$") or f.startswith("'Data'!$") for f in formulas)
