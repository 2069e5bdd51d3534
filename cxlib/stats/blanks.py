"""Questions left blank: item non-response, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Coverage, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    Attributes:
        column: its column.
        answered: rows with an answer that can be used.
        blank: rows with an empty cell.
        unusable: rows with a code for no answer, or something that is none.
    """

    column: str
    answered: int
    blank: int
    unusable: int

    @property
    def rows(self) -> int:
        """Rows that were looked at."""
        return self.answered + self.blank + self.unusable


@dataclass(frozen=True, slots=True)
class Blanks:
    """Every question that was asked for, in order, and the rows it rests on."""

    questions: tuple[Asked, ...]
    coverage: Coverage


def blank_counts(source: Source, kept: ir.Table, columns: Sequence[str]) -> ir.Table:
    """One row: `rows`, and for each column the filled (`f0`) and usable cells (`u0`). Lazy.

    Args:
        source: a survey.
        kept: its rows to count.
        columns: columns of the file.
    """
    sums: dict[str, ir.Value] = {"rows": portable.count()}
    for place, column in enumerate(columns):
        sums[f"f{place}"] = kept[source.segment(column)].count()
        sums[f"u{place}"] = portable.flag(_usable(source, kept, column)).sum()
    return kept.agg(**sums)


def read_blanks(
    source: Source, *, columns: Sequence[str], selection: Selection = EVERYTHING
) -> Blanks:
    """Count the blank cells of each question, over rows that answer any of them; one query.

    Args:
        source: a survey.
        columns: the questions.
        selection: filters and range of days.

    Raises:
        BadOption: no question is named.
        ColumnMissing: the file has no such column.
    """
    names = tuple(dict.fromkeys(map(source.column, columns)))
    if not names:
        raise BadOption("Blank answers need at least one question. Choose one or more columns.")
    nothing = ~ibis.or_(*(_usable(source, source.table, one) for one in names))
    time = "answered" if selection.dated else None
    rules = [(nothing, say("none of the questions is answered"))]
    question = ask(source, selection, roles=[], time=time, rules=rules)
    row = blank_counts(source, question.kept, names).to_pyarrow().to_pylist()[0]
    rows, found = row["rows"], []
    for place, name in enumerate(names):
        filled, usable = row[f"f{place}"], int(row[f"u{place}"] or 0)
        found.append(Asked(name, usable, rows - filled, filled - usable))
    return Blanks(tuple(found), read_coverage(question))


def _usable(source: Source, table: ir.Table, column: str) -> ir.BooleanValue:
    known = typed_as(source, column)
    return table[source.segment(column) if known is None else known[0]].notnull() & (
        ibis.literal(True) if known is None else table[f"{known[0]}_problem"].isnull()
    )
