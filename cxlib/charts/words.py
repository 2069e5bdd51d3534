"""Numbers, intervals and names as a reader sees them on a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cxlib.charts.chart import Cell, Chart, Kind, Point, Series
from cxlib.locale.speak import current, say

UNKNOWN = "–"
_COMMA_LANGUAGES = ("id",)


def decimal_comma() -> bool:
    """Whether the reader's language writes 1.234,5 for 1,234.5."""
    return current() in _COMMA_LANGUAGES


def number(value: float | None, form: str) -> str:
    """`value` in a Python format, with a real minus sign and the reader's separators."""
    if value is None:
        return UNKNOWN
    text = format(value, form).replace("-", "−")
    if text[:1] in ("−", "+") and not any(digit in text for digit in "123456789"):
        text = text[1:]  # what is written as zero has no sign
    return text.translate(str.maketrans(",.", ".,")) if decimal_comma() else text


def count(value: int) -> str:
    """A whole number with thousands separators."""
    return number(value, ",d")


def cell(value: Cell, form: str) -> str:
    """A table cell as text; an empty `form` leaves text alone, and None is a dash."""
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return value
    return number(value, form or (",d" if isinstance(value, int) else ",.2f"))


def level_text(level: float | None) -> str:
    """A confidence level as "95%"; empty where there is none."""
    return "" if level is None else number(100 * level, "g") + "%"


def interval(point: Point, form: str) -> str:
    """The limits as "37.2 to 42.4"; empty where they are unknown."""
    if point.low is None or point.high is None:
        return ""
    unsigned = form.lstrip("+")
    low, high = number(point.low, unsigned), number(point.high, unsigned)
    return say("{low} to {high}", low=low, high=high)


def beside(point: Point, form: str) -> str:
    """The value and its n on one line, for the end of a bar."""
    value = number(point.y, form)
    return value if point.n is None else say("{value}  n {n}", value=value, n=count(point.n))


def shorten(text: str, most: int) -> str:
    """`text` in one line of at most `most` characters, the cut marked by an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def shorten_all(texts: Sequence[str], most: int) -> tuple[str, ...]:
    """Each text in at most `most` characters; those whose cut looks alike lose their middle."""
    cut = [shorten(text, most) for text in texts]
    alike = {short for short, times in Counter(cut).items() if times > 1}
    return tuple(
        _middle(text, most) if short in alike else short
        for text, short in zip(texts, cut, strict=True)
    )


def _middle(text: str, most: int) -> str:
    line = " ".join(text.split())
    head = (most - 1) // 2
    return (
        line if len(line) <= most else f"{line[:head].rstrip()}…{line[head + 1 - most :].lstrip()}"
    )


def legend_needed(chart: Chart) -> bool:
    """Whether the series have to be told apart by a legend."""
    if chart.kind in (Kind.HEAT, Kind.TABLE, Kind.WATERFALL) or len(chart.series) < 2:
        return False
    return not (chart.kind is Kind.SCATTER and all(len(s.points) == 1 for s in chart.series))


def point_name(chart: Chart, series: Series, place: int) -> str:
    """What a point is called: its label, else the name of a series that has one point."""
    if chart.labels:
        return chart.labels[place]
    alone = chart.kind is Kind.SCATTER and len(series.points) == 1
    return series.name if alone else ""


def point_form(chart: Chart, place: int) -> str:
    """The format of the numbers of the series at `place`: steps of a waterfall bear their sign."""
    form = chart.axis.form
    signed = chart.kind is Kind.WATERFALL and place > 0
    return f"+{form.lstrip('+')}" if signed else form


def footer(chart: Chart) -> str:
    """Source, n and confidence level in one line, for under a chart."""
    parts = []
    if chart.source:
        parts.append(say("Source: {source}.", source=chart.source))
    if chart.n is not None:
        parts.append(say("n = {n}.", n=count(chart.n)))
    if chart.level is not None and chart.has_limits:
        parts.append(say("{level} confidence intervals.", level=level_text(chart.level)))
    return " ".join(parts)


def told(chart: Chart) -> str:
    """The chart in one or two sentences, for readers who cannot see it."""
    said = _moves_told(chart) if chart.kind is Kind.WATERFALL else _extremes_told(chart)
    parts = (chart.title, chart.subtitle, said)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _moves_told(chart: Chart) -> str:
    """Every level and step of a waterfall in order."""
    known = [
        (label, place, series.points[row].y)
        for row, label in enumerate(chart.labels)
        for place, series in enumerate(chart.series[:2])
    ]
    return "; ".join(
        f"{label} {number(y, point_form(chart, place))}"
        for label, place, y in known
        if y is not None
    )


def _extremes_told(chart: Chart) -> str:
    """Lowest and highest value, and where they are, of the first series or of each curve."""
    curves = chart.kind is Kind.STEPS and chart.x_axis is not None
    told_of = chart.series if curves else chart.series[:1]
    if not chart.labels and not curves:
        return ""
    return "; ".join(filter(None, (_range_told(chart, series) for series in told_of)))


def _range_told(chart: Chart, series: Series) -> str:
    known = [
        (point.y, _where(chart, point, place))
        for place, point in enumerate(series.points)
        if point.y is not None
    ]
    if not known:
        return ""
    low, where_low = min(known, key=lambda pair: pair[0])
    high, where_high = max(known, key=lambda pair: pair[0])
    return say(
        "{name}: from {low} ({where_low}) to {high} ({where_high})",
        name=series.name,
        low=number(low, chart.axis.form),
        high=number(high, chart.axis.form),
        where_low=where_low,
        where_high=where_high,
    )


def _where(chart: Chart, point: Point, place: int) -> str:
    """The label of a point, else its place on the x axis with the axis' name."""
    if chart.labels:
        return chart.labels[place] if place < len(chart.labels) else ""
    form = chart.x_axis.form if chart.x_axis is not None else ",g"
    title = chart.x_axis.title if chart.x_axis is not None else ""
    return f"{title} {number(point.x, form)}".strip()
