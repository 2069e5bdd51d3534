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
    if chart.kind in (Kind.HEAT, Kind.TABLE) or len(chart.series) < 2:
        return False
    return not (chart.kind is Kind.SCATTER and all(len(s.points) == 1 for s in chart.series))


def point_name(chart: Chart, series: Series, place: int) -> str:
    """What a point is called: its label, else the name of a series that has one point."""
    if chart.labels:
        return chart.labels[place]
    alone = chart.kind is Kind.SCATTER and len(series.points) == 1
    return series.name if alone else ""


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
    parts = [chart.title, chart.subtitle]
    first = chart.series[0] if chart.series and chart.labels else None
    known = [] if first is None else [
        (point.y, label) for label, point in zip(chart.labels, first.points, strict=False)
        if point.y is not None
    ]  # fmt: skip
    if first is not None and known:
        (low, where_low), (high, where_high) = min(known), max(known)
        parts.append(
            say(
                "{name}: from {low} ({where_low}) to {high} ({where_high})",
                name=first.name,
                low=number(low, chart.axis.form),
                high=number(high, chart.axis.form),
                where_low=where_low,
                where_high=where_high,
            )
        )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
