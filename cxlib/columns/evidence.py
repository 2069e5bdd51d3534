"""What the cells of many columns read as, counted by one query over their distinct values."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cxlib.columns.dates import iso_text, moment_of
from cxlib.columns.duck import stage
from cxlib.columns.numbers import CURRENCY, as_number
from cxlib.columns.scores import as_flag
from cxlib.columns.wording import NOTHING

_LONG = 48
"""Cells longer than this are neither numbers nor dates."""

_MONTH = "[A-Za-z]{3,9}[.]?"
_SEPARATOR = "[-/., ]+"
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = "(?:[A-Za-z]{3,9}[,.]? +)?"
_SHAPES = {
    "ymd": "^[12][0-9]{3}[-/][0-9]{1,2}[-/][0-9]{1,2}",
    "year": "^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}(?:[^0-9]|$)",
    "short": "^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}(?:[^0-9.]|$)",
    "eight": "^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$",
    "points": "^[12][0-9]{3}[.][0-9]{1,2}[.][0-9]{1,2}",
    "day": f"^{_WEEKDAY}{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}[0-9]{{4}}",
    "days": f"^{_WEEKDAY}{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}[0-9]{{2}}(?:[^0-9]|$)",
    "month": f"^{_WEEKDAY}{_MONTH} {_DAY},? +[0-9]{{4}}",
    "mail": f"^{_WEEKDAY}{_MONTH} {_DAY} [0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}} [+-][0-9]{{4}} "
    "[0-9]{4}$",
}
"""Shapes of written dates; a cell belongs to the first that fits."""

FORMATS: dict[str, tuple[str, ...]] = {
    "ymd": ("",),
    "year": ("%d/%m/%Y", "%m/%d/%Y"),
    "short": ("%d/%m/%y", "%m/%d/%y"),
    "eight": ("%Y%m%d",),
    "points": ("%Y.%m.%d",),
    "day": ("%d %b %Y",),
    "days": ("%d %b %y",),
    "month": ("%b %d %Y",),
    "mail": ("%a %b %d %H:%M:%S %z %Y",),
}
"""The formats in which the cells of each shape may be read."""


def readings(values: ir.Table) -> ir.Table:
    """One row a column: how many cells read as number, date, yes/no or nothing. Lazy.

    Args:
        values: a row for each column and distinct value: `column`, `value`, and `n`, its cells.
    """
    short = values.value.length() <= _LONG
    values = stage(values, small=ibis.ifelse(short, values.value.lower(), None))
    digits = ibis.ifelse(values.small.re_search("[0-9]"), values.value, None)
    values = stage(values, cell=digits)
    values = stage(values, shape=_shape(values.cell))
    undated = values["shape"].isnull() | (values["shape"] == "eight")
    figure = ibis.ifelse(undated, values.cell, None)
    values = stage(
        values,
        point=as_number(figure, "."),
        comma=as_number(figure, ","),
        iso=_as_iso(values, 0),
        other_iso=_as_iso(values, 1),
        currency=figure.upper().re_extract(CURRENCY, 0).nullif(""),
    )
    values = stage(values, moment=moment_of(values.iso, ""), other=moment_of(values.other_iso, ""))
    return values.group_by("column").agg(
        examined=values.n.sum(), **_words(values), **_numbers(values), **_dates(values)
    )


def _shape(cell: ir.StringValue) -> ir.StringValue:
    """The shape of date a cell has; plain numbers are spared the patterns."""
    number = cell.try_cast("float64").notnull() & (cell.length() != 8)
    return ibis.ifelse(
        number, None, ibis.cases(*((cell.re_search(one), name) for name, one in _SHAPES.items()))
    )


def _as_iso(values: ir.Table, place: int) -> ir.StringValue:
    """ISO text by the first or the second format of each cell's shape."""
    shape = values["shape"]
    return ibis.cases(
        *(
            (shape == name, iso_text(values.cell, formats[place]))
            for name, formats in FORMATS.items()
            if len(formats) > place
        )
    )


def _words(values: ir.Table) -> dict[str, ir.Value]:
    n = values.n
    nothing = values.small.isin(sorted(NOTHING))
    number = values.point.notnull() | values.comma.notnull()
    return {
        "worded": n.sum(where=values.value.re_search(r"\pL")),
        "flags": n.sum(where=as_flag(values.small).notnull()),
        "nothing": n.sum(where=nothing),
        "currency": values.currency.min(where=number),
        "other_currency": values.currency.max(where=number),
    }


def _numbers(values: ir.Table) -> dict[str, ir.Value]:
    point, comma, n = values.point, values.comma, values.n
    unsure = (point != comma) & point.notnull() & comma.notnull()
    found: dict[str, ir.Value] = {
        "zeros": n.sum(where=values.cell.re_search("^0[0-9]+$")),
        "unsure": n.sum(where=unsure),
        "hundreds": n.sum(where=unsure & values.cell.re_search("00[^0-9]*$")),
    }
    for name, number in (("point", point), ("comma", comma)):
        found[name] = n.sum(where=number.notnull())
        found[f"{name}_whole"] = n.sum(where=number % 1 == 0)
        found[f"{name}_lowest"] = number.min()
        found[f"{name}_highest"] = number.max()
    return found


def _dates(values: ir.Table) -> dict[str, ir.Value]:
    found: dict[str, ir.Value] = {}
    for name, formats in FORMATS.items():
        for place, moment in enumerate((values.moment, values.other)[: len(formats)]):
            here = (values["shape"] == name) & moment.notnull()
            timed = here & (moment != moment.truncate("D"))
            found[f"{name}{place}"] = values.n.sum(where=here)
            found[f"{name}{place}_first"] = moment.min(where=here)
            found[f"{name}{place}_last"] = moment.max(where=here)
            found[f"{name}{place}_timed"] = values.n.sum(where=timed)
    return found
