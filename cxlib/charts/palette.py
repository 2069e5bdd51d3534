"""Colours by meaning, for light and dark paper, and what can be read on what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxlib.charts.chart import Chart, Kind, Series

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, each as `#RRGGBB`.

    Attributes:
        paper: the background the chart lies on (charts themselves are transparent).
        ink: text and whiskers.
        soft: secondary text: axis labels, n.
        grid: lines that only guide the eye.
        accent: the one colour that says "look here".
        good, bad, neutral, muted: the tones of a series.
        categories: ten colours for series without a tone, in order.
        ramp: ten steps from little to much.
        swing: ten steps from bad through the middle to good.
        poles: ten steps from less through the middle to more, where neither is good.
    """

    paper: str
    ink: str
    soft: str
    grid: str
    accent: str
    good: str
    bad: str
    neutral: str
    muted: str
    categories: tuple[str, ...]
    ramp: tuple[str, ...]
    swing: tuple[str, ...]
    poles: tuple[str, ...]


LIGHT = Palette(
    paper="#FFFFFF",
    ink="#1B2430",
    soft="#5B6673",
    grid="#E3E8EE",
    accent="#2456A6",
    good="#2E8B72",
    bad="#C0564B",
    neutral="#8A94A0",
    muted="#8794AB",
    categories=(
        "#2456A6", "#E07A1F", "#2E8B72", "#B4436C", "#6C5BA7",
        "#8A8D91", "#B58E1C", "#1C8CA8", "#A0522D", "#4B5563",
    ),
    ramp=(
        "#EEF4FB", "#D6E4F5", "#B9D1ED", "#98BBE3", "#76A3D7",
        "#558BC9", "#3C74B8", "#2A5FA3", "#1D4A86", "#123463",
    ),
    swing=(
        "#8E2F2F", "#B5524A", "#D07F72", "#E5B0A5", "#F4DDD7",
        "#DFEAE6", "#B4D3C9", "#82B7A6", "#4F957F", "#1F6F58",
    ),
    poles=(
        "#8A4B08", "#B36B1E", "#CF9150", "#E3B98A", "#F3DFC8",
        "#DCE7F5", "#B9D1ED", "#85AEDD", "#4C80C0", "#1D4A86",
    ),
)  # fmt: skip

DARK = Palette(
    paper="#0F1620",
    ink="#E6EBF2",
    soft="#A3AEBB",
    grid="#2A3645",
    accent="#6EA0F0",
    good="#4CB797",
    bad="#E0675A",
    neutral="#8E99A6",
    muted="#7688A4",
    categories=(
        "#6EA0F0", "#F2A25C", "#5FC2A4", "#DE7FA2", "#A697DE",
        "#A9AFB6", "#E0C25B", "#58BBD4", "#D49A7A", "#94A3B8",
    ),
    ramp=(
        "#18273B", "#1E3450", "#254267", "#2D5180", "#376199",
        "#4473B2", "#5686C8", "#6E9BDB", "#8BB1EA", "#ADC9F5",
    ),
    swing=(
        "#F08A7E", "#D4695D", "#A6524A", "#72403E", "#3F3135",
        "#24383C", "#2A5650", "#34806F", "#45A98C", "#6FD0B2",
    ),
    poles=(
        "#F2B266", "#D18F45", "#A06E38", "#6F5235", "#3F3731",
        "#23334B", "#2A4A75", "#3A69A5", "#5C90D6", "#8FBAF3",
    ),
)  # fmt: skip

PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK}


def tone(palette: Palette, series: Series, place: int, *, alone: bool) -> str:
    """The colour of a series: by its tone, else the accent where it is alone, else by its place."""
    named = {
        "good": palette.good,
        "bad": palette.bad,
        "neutral": palette.neutral,
        "accent": palette.accent,
        "muted": palette.muted,
    }
    if series.tone in named:
        return named[series.tone]
    return palette.accent if alone else palette.categories[place % len(palette.categories)]


def series_colours(chart: Chart, palette: Palette) -> tuple[str, ...]:
    """One colour a series, in order."""
    alone = len(chart.series) == 1
    return tuple(tone(palette, s, place, alone=alone) for place, s in enumerate(chart.series))


def mix(colour: str, paper: str, share: float) -> str:
    """`colour` laid on `paper` at `share` (0-1) of its strength, as an opaque colour."""
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in pairs)


def band(colour: str, *, bands: int = 1) -> str:
    """The fill of an interval band in its line's colour, as `rgba(...)`; fainter among many."""
    share = 0.16 if bands <= 3 else 0.1
    red, green, blue = _channels(colour)
    return f"rgba({red}, {green}, {blue}, {share})"


def shade(steps: Sequence[str], place: float) -> str:
    """The colour at `place` (0-1, clipped) of a ramp, mixed between its two nearest steps."""
    at = min(1.0, max(0.0, place)) * (len(steps) - 1)
    lower = min(int(at), len(steps) - 2)
    return mix(steps[lower + 1], steps[lower], at - lower)


@dataclass(frozen=True, slots=True)
class HeatScale:
    """How values become fills: a ramp from `low` to `high`, diverging where signs differ."""

    steps: tuple[str, ...]
    low: float
    high: float

    def colour(self, value: float) -> str:
        """The fill of a cell with that value."""
        return shade(self.steps, self.place(value))

    def place(self, value: float) -> float:
        """How far along the scale a value lies, from 0 to 1; one half where all are the same."""
        wide = self.high - self.low
        return (value - self.low) / wide if wide > 0 else 0.5


def heat_scale(chart: Chart, palette: Palette) -> HeatScale:
    """The scale of a HEAT chart: its axis range, else its data; zero in the middle of signed data.

    Raises:
        ValueError: the chart is of another kind.
    """
    if chart.kind is not Kind.HEAT:
        raise ValueError(f"A heat scale belongs to a heat chart, not to '{chart.kind}'.")
    known = [p.y for s in chart.series for p in s.points if p.y is not None] or [0.0]
    low = chart.axis.low if chart.axis.low is not None else min(known)
    high = chart.axis.high if chart.axis.high is not None else max(known)
    if low < 0 < high:
        reach = max(-low, high)
        return HeatScale(palette.poles if chart.poles else palette.swing, -reach, reach)
    return HeatScale(palette.ramp, low, high)


def heat_scales(chart: Chart, palette: Palette) -> tuple[HeatScale, ...]:
    """The scale of each row of a HEAT chart: its own where rows are shaded one by one.

    Raises:
        ValueError: the chart is of another kind.
    """
    shared = heat_scale(chart, palette)
    return tuple(_row_scale(s, palette) if chart.by_row else shared for s in chart.series)


def _row_scale(series: Series, palette: Palette) -> HeatScale:
    known = [point.y for point in series.points if point.y is not None] or [0.0]
    return HeatScale(palette.ramp, min(known), max(known))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 (the same) to 21 (black on white).

    Source: W3C, Web Content Accessibility Guidelines 2.1, 2018, "contrast ratio".
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """The text colour, dark or white, that reads best on `fill`."""
    return max("#FFFFFF", LIGHT.ink, key=lambda ink: contrast(ink, fill))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
