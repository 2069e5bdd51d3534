"""Cells as text: values of other formats spelled out, and the blanks around text taken off."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

BLANKS = " \t\n\r\x0b\x0c\x1a\u00a0\ufeff"
"""Trimmed from both ends of a cell: ASCII white space, no-break space, byte order mark."""

# A cell needs trimming only if its first or last byte is one of these: control characters and the
# space, and the bytes that begin or end the UTF-8 forms of the no-break space and the mark.
_FIRST = np.zeros(256, dtype=np.bool_)
_FIRST[[*range(33), 0xC2, 0xEF]] = True
_LAST = np.zeros(256, dtype=np.bool_)
_LAST[[*range(33), 0xA0, 0xBF]] = True


def cell_text(value: object) -> str | None:
    """`value` as an analyst would type it; None for an empty cell.

    Whole numbers have no decimal point, dates and times are ISO, yes and no are "true" and
    "false", a duration is hours:minutes:seconds.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return _duration(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def number_text(value: float) -> str | None:
    """A number to the 15 digits that a spreadsheet keeps; None if it is none."""
    if value != value:
        return None
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    shown = format(value, ".15g")
    return format(Decimal(shown), "f") if 1e-9 < abs(value) < 1e21 else shown


def _duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds % 3600 // 60:02}:{seconds % 60:02}"


def text_array(values: list[str | None]) -> pa.Array:
    """An Arrow column of text; halves of broken character pairs become a question mark."""
    try:
        return pa.array(values, pa.string())
    except UnicodeEncodeError:
        whole = [one and one.encode("utf-8", "replace").decode("utf-8") for one in values]
        return pa.array(whole, pa.string())


def trimmed(column: pa.Array) -> pa.Array:
    """The text column without blanks at both ends of its cells, and null where nothing is left."""
    if column.null_count == len(column):
        return column
    starts, ends, data = _layout(column)
    filled = ends > starts
    if not filled.all():
        starts, ends = starts[filled], ends[filled]
    if _FIRST[data[starts]].any() or _LAST[data[ends - 1]].any():
        column = pc.utf8_trim(column, characters=BLANKS)
    elif len(column) - len(starts) == column.null_count:
        return column
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)


def _layout(
    column: pa.Array,
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """Where each cell starts and ends, and the bytes of all cells."""
    _, offsets, data = column.buffers()
    edges = np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column) + 1]
    return edges[:-1], edges[1:], np.frombuffer(data if data is not None else b"", np.uint8)
