"""A presentation as one HTML file that needs nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, BinaryIO

from babel.dates import format_date
from plotly.offline import get_plotlyjs

from cxlib.charts.chart import Cell, Kind, Table
from cxlib.charts.draw import draw, plotly_config
from cxlib.charts.palette import Theme
from cxlib.charts.tabular import tabular
from cxlib.charts.words import cell, footer, told
from cxlib.export.page_parts import PLAYER, POLICY, STYLE
from cxlib.export.spec import SlideSpec, need_something
from cxlib.locale.speak import current, say

_MOST_ROWS = 300
_THEMES: tuple[Theme, Theme] = ("light", "dark")


def write_page(
    slides: Sequence[SlideSpec], title: str, out: BinaryIO | Path, *, made: date | None = None
) -> None:
    """Write a standalone page: charts to point at, light or dark as the reader's system is.

    Args:
        slides: charts with the analyst's titles and comments.
        title: of the page.
        out: a path or an open binary file.
        made: the day under the title; None for today.

    Raises:
        BadOption: there are no slides.
    """
    need_something(slides)
    page = _page(slides, title, made or date.today()).encode("utf-8", "replace")
    if isinstance(out, Path):
        out.write_bytes(page)
    else:
        out.write(page)


def _page(slides: Sequence[SlideSpec], title: str, day: date) -> str:
    figures: dict[str, Any] = {}
    sections = [_section(spec, f"chart{place}", figures) for place, spec in enumerate(slides)]
    stamp = str(format_date(day, "d MMMM yyyy", locale=current()))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{current()}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>",
            f"<header><h1>{escape(title)}</h1><p>{escape(stamp)}</p></header><main>",
            *sections,
            "</main>",
            f"<script>{_inline(get_plotlyjs())}</script>",
            f'<script type="application/json" id="figures">{_json(figures)}</script>',
            f"<script>{PLAYER}</script></body></html>",
        ]
    )


def _section(spec: SlideSpec, name: str, figures: dict[str, Any]) -> str:
    """One slide; its figure, if it has one, goes into `figures` under `name`."""
    chart = spec.chart
    parts = [f"<h2>{escape(spec.heading)}</h2>", _paragraph("soft", chart.subtitle)]
    parts.append(_paragraph("comment", spec.comment.strip()))
    if chart.kind is Kind.TABLE:
        parts.append(_table(chart.table) if chart.table is not None else "")
    else:
        drawn = {theme: draw(chart, theme=theme) for theme in _THEMES}
        figures[name] = {theme: json.loads(figure.to_json()) for theme, figure in drawn.items()}
        figures[name]["config"] = plotly_config(chart)
        tall = drawn["light"].layout.height
        said = escape(told(chart))
        parts.append(
            f'<div class="chart" id="{name}" role="img" aria-label="{said}" '
            f'style="height:{tall}px"></div>'
        )
    if chart.below is not None:
        parts.append(_table(chart.below))
    parts += [_paragraph("note", note) for note in chart.notes]
    parts += [_details(say("Method"), _paragraph("", chart.method)) if chart.method else ""]
    if chart.kind is not Kind.TABLE:
        parts.append(_details(say("Table"), _table(tabular(chart))))
    parts.append(_paragraph("soft small", footer(chart)))
    return "<section>" + "\n".join(part for part in parts if part) + "</section>"


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""


def _details(summary: str, body: str) -> str:
    return f"<details><summary>{escape(summary)}</summary>{body}</details>"


def _table(table: Table) -> str:
    head = "".join(
        f"<th{_side(form)}>{escape(name)}</th>"
        for name, form in zip(table.columns, table.forms, strict=True)
    )
    rows = "".join(_row(row, table.forms) for row in table.rows[:_MOST_ROWS])
    rest = ""
    if len(table.rows) > _MOST_ROWS:
        rest = _paragraph(
            "note", say("First {shown} of {all} rows.", shown=_MOST_ROWS, all=len(table.rows))
        )
    body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="scroll"><table>{body}</table></div>{rest}'


def _row(row: Sequence[Cell], forms: Sequence[str]) -> str:
    cells = (
        f"<td{_side(form)}>{escape(cell(value, form))}</td>"
        for value, form in zip(row, forms, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _side(form: str) -> str:
    return ' class="number"' if form else ""


def _json(figures: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(figures, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _inline(library: str) -> str:
    """The drawing library; the addresses in it (credits) are spelled as JavaScript escapes."""
    safe = library.replace("</script", "<\\/script")
    return safe.replace('href="http', 'href="\\x68ttp').replace('src="http', 'src="\\x68ttp')
