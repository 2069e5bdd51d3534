"""The quality of a dataset: what is in it, what is used, and what seems wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cxlib.columns.mapping import Mapping
from cxlib.errors import NotEnoughData
from cxlib.stats.cell_counts import ColumnCells, RoleCells, read_columns, read_roles
from cxlib.stats.coverage_time import TimeCoverage, read_time_coverage, time_role
from cxlib.stats.extremes import Spread, read_spreads
from cxlib.stats.row_checks import (
    Impossible,
    read_choice_rows,
    read_impossible,
    read_key_repeats,
    read_loads,
    read_repeated,
)
from cxlib.tables.activity import activity
from cxlib.tables.contracts import contracts
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, Question, ask, read_coverage
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.source import SEGMENT, Source
from cxlib.tables.surveys import answers, score_roles


@dataclass(frozen=True, slots=True)
class Quality:
    """What is in a dataset and what seems wrong with it.

    Attributes:
        rows: rows read, rejected ones included.
        coverages: rows used and left out by each main question of the kind, (name, coverage).
        columns: every column of the file.
        roles: every role that a column bears.
        spreads: every role that is a number.
        impossible: rows whose dates cannot be right.
        repeated: rows that equal an earlier one; None where hidden columns may tell them apart.
        key: the key that the kind holds once, and the rows beyond the first of each.
        choices: (choice, rows that it concerns) pairs.
        time: the days covered; None without a readable date.
        loads: rows of each file by why they are left out of everything, (file, reason, rows).
    """

    rows: int
    coverages: tuple[tuple[str, Coverage], ...]
    columns: tuple[ColumnCells, ...]
    roles: tuple[RoleCells, ...]
    spreads: tuple[Spread, ...]
    impossible: tuple[Impossible, ...]
    repeated: int | None
    key: tuple[str, int] | None
    choices: tuple[tuple[str, int | None], ...]
    time: TimeCoverage | None
    loads: tuple[tuple[int, str | None, int], ...]

    @property
    def coverage(self) -> Coverage:
        """Rows used and left out by the first main question."""
        return self.coverages[0][1]


def read_quality(source: Source, *, today: date) -> Quality:
    """Count everything that the report of a dataset says; no row leaves the engine.

    Args:
        source: any kind of file.
        today: the newest day on which something can have happened, such as that of the last load.
    """
    repeated = read_repeated(source)
    return Quality(
        rows=source.rows,
        coverages=tuple(_coverages(source)),
        columns=read_columns(source),
        roles=read_roles(source),
        spreads=read_spreads(source),
        impossible=read_impossible(source, today=today),
        repeated=repeated,
        key=read_key_repeats(source),
        choices=read_choice_rows(source, repeated=repeated),
        time=read_time_coverage(source, today=today),
        loads=read_loads(source),
    )


def questions(mapping: Mapping) -> tuple[str, ...]:
    """The names of the main questions of a file: a survey's scores, else the kind alone."""
    return score_roles(mapping) if mapping.kind == "survey" else (mapping.kind,)


def main_question(source: Source, name: str) -> Question:
    """A main question of a file: what its rows are there to answer.

    Args:
        source: any kind of file.
        name: one of `questions`.
    """
    kind = source.mapping.kind
    if kind == "survey":
        return answers(source, score=name)
    if kind == "transactions":
        return orders(source)
    if kind == "subscriptions":
        return _contracts(source)
    if kind == "events":
        return activity(source)
    if kind == "tickets":
        logged = [] if source.has("created") else ["ticket", "status"]
        return ask(source, EVERYTHING, roles=logged, time=time_role(source))
    needed = "text" if kind == "comments" else "customer"
    return ask(source, EVERYTHING, roles=[needed])


def _coverages(source: Source) -> Iterator[tuple[str, Coverage]]:
    """Each question over the columns that it asks for alone: wide files are slow to ask."""
    for name in questions(source.mapping):
        others = {f"rating_{i + 1}" for i in range(len(source.mapping.columns("rating")))} - {name}
        spare = others | {f"{one}_problem" for one in others}
        kept = [one for one in source.table.columns if not one.startswith(SEGMENT)]
        table = source.table.select(*(one for one in kept if one not in spare))
        yield name, read_coverage(main_question(replace(source, table=table), name))


def _contracts(source: Source) -> Question:
    """Without any readable date no contract can be used, and the starts say why."""
    try:
        return contracts(source).question
    except NotEnoughData:
        return ask(source, EVERYTHING, roles=["started"])
