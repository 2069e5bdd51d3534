"""Colours: legible, and the same in every drawing."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Point, Series
from cxlib.charts.palette import (
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    band,
    contrast,
    heat_scale,
    ink_on,
    mix,
    series_colours,
    shade,
    tone,
)
from tests.charts.gallery import cohorts, nps_by_segment, nps_grid, three_lines

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_of_known_pairs():
    # WCAG 2.1: black on white is 21:1, a colour on itself 1:1; #767676 is the well-known
    # lightest grey that passes 4.5:1 on white (4.54).
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#2456A6", "#2456A6") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@BOTH
def test_every_colour_can_be_seen_on_its_paper(palette: Palette):
    # WCAG 2.1, 1.4.11: 3:1 for what carries meaning; 1.4.3: 4.5:1 for text.
    shapes = (*palette.categories, palette.accent, palette.good, palette.bad, palette.neutral,
              palette.muted)  # fmt: skip
    assert min(contrast(colour, palette.paper) for colour in shapes) >= 3
    assert contrast(palette.soft, palette.paper) >= 4.5
    assert contrast(palette.ink, palette.paper) >= 7


@BOTH
def test_text_on_fills_is_legible(palette: Palette):
    tones = (palette.good, palette.bad, palette.neutral, palette.accent)
    fills = (*tones, *palette.ramp, *palette.swing)
    assert min(contrast(ink_on(fill), fill) for fill in fills) >= 4


@BOTH
def test_ten_colours_each(palette: Palette):
    # Streamlit hands Plotly a broken list when there are not exactly ten.
    for colours in (palette.categories, palette.ramp, palette.swing):
        assert len(set(colours)) == 10


def test_themes_are_both_there():
    assert PALETTES == {"light": LIGHT, "dark": DARK}


def test_a_series_is_coloured_by_meaning_then_alone_then_by_place():
    plain, good = Series("a", (Point(1.0),)), Series("b", (Point(1.0),), "good")
    assert tone(LIGHT, good, 0, alone=True) == LIGHT.good
    assert tone(LIGHT, plain, 3, alone=True) == LIGHT.accent
    assert tone(LIGHT, plain, 3, alone=False) == LIGHT.categories[3]
    assert series_colours(three_lines(), DARK) == DARK.categories[:3]


def test_mix_and_band():
    assert mix("#000000", "#FFFFFF", 0.0) == "#FFFFFF"
    assert mix("#000000", "#FFFFFF", 1.0) == "#000000"
    assert mix("#FF0000", "#0000FF", 0.5) == "#800080"
    assert band("#2456A6") == "rgba(36, 86, 166, 0.16)"


def test_shade_ends_and_clips():
    assert shade(LIGHT.ramp, 0) == LIGHT.ramp[0]
    assert shade(LIGHT.ramp, 1) == shade(LIGHT.ramp, 7) == LIGHT.ramp[-1]
    assert shade(LIGHT.ramp, 1 / 9) == LIGHT.ramp[1]


def test_heat_scale_is_symmetric_where_signs_differ():
    signed = heat_scale(nps_grid(), LIGHT)
    assert signed.low == -signed.high
    assert signed.colour(signed.high) == LIGHT.swing[-1]
    shares = heat_scale(cohorts(), LIGHT)
    assert (shares.low, shares.high) == (0, 1)
    assert shares.colour(0.0) == LIGHT.ramp[0]


def test_heat_scale_is_for_heat():
    with pytest.raises(ValueError, match="heat chart"):
        heat_scale(nps_by_segment(), LIGHT)
