"""The rows, columns and files of a dataset as tables and downloads."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.chart import Cell, Table
from cxlib.charts.words import UNKNOWN, cell, count, number, shorten
from cxlib.columns.column import Column
from cxlib.columns.kinds import Type
from cxlib.columns.mapping import Mapping
from cxlib.columns.masking import HIDDEN, how_shown
from cxlib.columns.row_rules import EARLIER_FILE, LATER_FILE, LOAD
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.stats.quality import Quality, main_question
from cxlib.tables.question import Coverage
from cxlib.tables.rows import ROW, dropped_rows, rows_of
from cxlib.ui import card, session
from cxlib.ui.imports import Understood
from cxlib.workspace.store import Dataset

MOST_ROWS = 500_000
"""Rows of one download."""
EXAMPLES, LONGEST = 3, 48


def left_out(dataset: Dataset, question: str, coverage: Coverage) -> None:
    """Why rows are left out, and both sides as files."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{say('Rows left out')}**")
        if coverage.left_out:
            rows = tuple((why, n, percent(n / coverage.rows)) for why, n in coverage.left_out)
            names = (say("Reason"), say("Rows"), say("Share of all"))
            table = Table(names, rows, ("", ",d", ".1%"))
            card.table(table, key=f"left_out_table_{dataset.id}")
        else:
            st.caption(f":material/check_circle: {say('Every row is used.')}")
        st.space("stretch")
        with st.container(horizontal=True, gap="small"):
            _download(dataset, question, left_out=False)
            _download(dataset, question, left_out=True)


def _download(dataset: Dataset, question: str, *, left_out: bool) -> None:
    """A file that is made when it is asked for."""
    name = "left-out" if left_out else "used"
    st.download_button(
        say("Rows left out (CSV)") if left_out else say("Rows used (CSV)"),
        data=lambda: rows_to_csv(cells(dataset, question, left_out=left_out)),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"quality_{name}_{dataset.id}",
        help=say("At most {n} rows.", n=count(MOST_ROWS)),
    )


def cells(dataset: Dataset, name: str, *, left_out: bool) -> dict[str, list[object]]:
    """The rows that a main question uses or leaves out; of several files, with the file of each.

    Args:
        dataset: whose rows.
        name: one of the dataset's main questions.
        left_out: whether those left out, with their reason.
    """
    with session.opened(dataset) as source:
        question = main_question(source, name)
        chosen = dropped_rows if left_out else rows_of
        found: dict[str, list[object]] = chosen(question, limit=MOST_ROWS).to_pyarrow().to_pydict()
        if LOAD not in source.table.columns:
            return found
        part = question.dropped if left_out else question.kept
        places = part.order_by(ROW).limit(MOST_ROWS).select(LOAD).to_pyarrow()[LOAD].to_pylist()
    files = [one.upload.name for one in dataset.loads]
    added = [f"{one.added:%Y-%m-%d %H:%M} UTC" for one in dataset.loads]
    origin: dict[str, list[object]] = {
        "from_file": [files[place] for place in places],
        "loaded_at": [added[place] for place in places],
    }
    return origin | {column: found[column] for column in found if column not in origin}


def columns(dataset: Dataset, quality: Quality, known: Understood) -> None:
    """What each column holds; personal cells are not shown."""
    mapping = dataset.mapping
    roles: dict[str, list[str]] = {}
    for role, name in mapping.roles:
        roles.setdefault(name, []).append(role)
    seen = {one.name: one for one in known.profile.columns}
    found: dict[str, list[object]] = {place: [] for place in "crtfde"}
    for one in quality.columns:
        column = seen.get(one.column, Column(one.column))
        found["c"].append(one.column)
        found["r"].append(", ".join(roles.get(one.column, ())))
        found["t"].append(_type(mapping, column))
        found["f"].append(one.filled / quality.rows if quality.rows else None)
        found["d"].append(UNKNOWN if one.distinct is None else count(one.distinct))
        found["e"].append(_examples(mapping, column))
    st.markdown(f"#### {say('Columns')}", anchors=False)
    config = st.column_config
    st.dataframe(
        found,
        hide_index=True,
        key=f"quality_columns_{dataset.id}",
        column_config={
            "c": config.TextColumn(say("Column"), pinned=True),
            "r": config.TextColumn(say("Role")),
            "t": config.TextColumn(say("Type")),
            "f": config.ProgressColumn(say("Filled"), format="percent", min_value=0, max_value=1),
            "d": config.Column(say("Distinct"), alignment="right"),
            "e": config.TextColumn(say("Examples"), width="medium"),
        },
    )


def _type(mapping: Mapping, column: Column) -> str:
    """What a column's cells are: by its role, else by what most of them look like."""
    borne = {name: role for role, name in mapping.roles}
    role = mapping.file_kind.role(borne[column.name]) if column.name in borne else None
    if role is not None:
        return _type_words()[role.type]
    if not column.filled:
        return say("blank")
    dates = max((one.readable for one in column.dates), default=0)
    looks = (
        (column.flags, Type.FLAG),
        (dates, Type.MOMENT),
        (column.numbers.readable, Type.NUMBER),
    )
    likely = next((kind for cells, kind in looks if column.share(cells) > 0.9), Type.TEXT)
    return _type_words()[likely]


def _type_words() -> dict[Type, str]:
    return {
        Type.TEXT: say("text"),
        Type.KEY: say("key"),
        Type.MOMENT: say("date"),
        Type.SCORE: say("score"),
        Type.NUMBER: say("number"),
        Type.MONEY: say("money"),
        Type.FLAG: say("yes or no"),
    }


def _examples(mapping: Mapping, column: Column) -> str:
    if how_shown(mapping, column.name):
        return HIDDEN
    return " · ".join(shorten(one, LONGEST) for one in column.examples[:EXAMPLES])


def loads(dataset: Dataset, quality: Quality) -> None:
    """Which file brought which rows, and when."""
    known = {(place, reason): n for place, reason, n in quality.loads}
    names = [say("File"), say("Added (UTC)"), say("Rows"), say("Already there"), say("Replaced")]
    rows: list[list[Cell]] = [
        [
            one.upload.name,
            f"{one.added:%Y-%m-%d %H:%M}",
            one.upload.rows,
            known.get((place, EARLIER_FILE), 0),
            known.get((place, LATER_FILE), 0),
        ]
        for place, one in enumerate(dataset.loads)
    ]
    wide = len(names) if len(rows) > 1 else 3
    forms = ("", "", ",d", ",d", ",d")[:wide]
    table = Table(tuple(names[:wide]), tuple(tuple(row[:wide]) for row in rows), forms)
    st.markdown(f"#### {say('Files')}", anchors=False)
    card.table(table, key=f"quality_loads_{dataset.id}")


def percent(share: float | None) -> str:
    """A share of the rows; what is not nothing is not written as 0."""
    if share is not None and 0 < share < 0.001:
        return "<" + number(0.1, ".1f") + "%"
    return cell(share, ".1%")
