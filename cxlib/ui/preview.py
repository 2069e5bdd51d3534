"""The first rows as a mapping reads them, and what it would leave out."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from cxlib.charts.words import count
from cxlib.columns.mapping import Mapping
from cxlib.columns.typed import typed
from cxlib.errors import CxError
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.read.upload import Upload
from cxlib.stats.purchases import MONEY
from cxlib.tables.question import ask, read_coverage
from cxlib.tables.rows import dropped_rows
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.source import Source
from cxlib.ui import session
from cxlib.ui.words import plain

ROWS = 6
MIDNIGHT = time(0, 0)
MOST = 200_000
FIRST = 20_000


def show(upload: Upload, mapping: Mapping, *, key: str) -> None:
    """Draw the preview of one file under a mapping that may not be in use yet."""
    if not mapping.roles:
        return
    with st.skeleton(height=260):
        try:
            cells, unread = _look(upload, mapping)
        except CxError as problem:
            st.warning(plain(problem), icon=":material/info:")
            return
    st.caption(say("The first rows as they would be read"))
    st.dataframe(cells, hide_index=True, key=f"preview_{key}", height="content")
    for role, n, reason in unread:
        st.caption(
            f":material/info: {plain(role)}: {count(n)} · {plain(reason)}",
        )
    st.download_button(
        say("Rows that cannot be used (CSV)"),
        data=lambda: rows_to_csv(left_out(upload, mapping)),
        file_name="left-out.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"left_out_{key}",
    )


def needed_roles(mapping: Mapping) -> list[str]:
    """The roles of the first sufficient set that the mapping fills, or all that it has."""
    have = {role for role, _ in mapping.roles}
    for need in mapping.file_kind.needs:
        if need <= have:
            return sorted(need - {"ended"})
    return sorted(have)


def left_out(upload: Upload, mapping: Mapping) -> dict[str, list[object]]:
    """The rows that the kind's main question cannot use, with their reason."""
    backend = session.open_cursor()
    try:
        source = _source(upload, mapping, backend.read_parquet(upload.path))
        roles = [role for role in needed_roles(mapping) if source.has(role)]
        question = ask(source, EVERYTHING, roles=roles)
        found: dict[str, list[object]] = dropped_rows(question, limit=MOST).to_pyarrow().to_pydict()
        return found
    finally:
        backend.disconnect()


def _look(
    upload: Upload, mapping: Mapping
) -> tuple[dict[str, list[object]], list[tuple[str, int, str]]]:
    """The first rows by role, and for each role the problems in the first rows of the file."""
    backend = session.open_cursor()
    try:
        text = backend.read_parquet(upload.path)
        source = _source(upload, mapping, text.filter(text.row <= FIRST))
        table = source.table
        names = [one for one in table.columns if one != "row" and f"{one}_problem" in table.columns]
        money = [one for one in ("amount", "price", "fee") if one in names]
        read = table.mutate(**{one: table[one] / MONEY for one in money}) if money else table
        head = read.select("row", *names).order_by("row").limit(ROWS).to_pyarrow()
        problems = []
        for name in names:
            for reason, n in read_coverage(ask(source, EVERYTHING, roles=[name])).left_out:
                problems.append((name, n, reason))
        return {name: _shown(column) for name, column in head.to_pydict().items()}, problems
    finally:
        backend.disconnect()


def _shown(cells: list[object]) -> list[object]:
    """Cells for a reader: days without a clock where none has one, blanks empty."""
    moments = [cell for cell in cells if isinstance(cell, datetime)]
    if moments and all(cell.time() == MIDNIGHT for cell in moments):
        return [cell.date() if isinstance(cell, datetime) else "" for cell in cells]
    return ["" if cell is None else str(cell) for cell in cells]


def _source(upload: Upload, mapping: Mapping, text) -> Source:  # type: ignore[no-untyped-def]
    table = typed(text, mapping, labels=upload.labels, secret=session.workspace().secret)
    rejected = tuple((one.reason, one.rows) for one in upload.rejected)
    return Source(table, mapping, upload.name, upload.columns, upload.rows, rejected)
