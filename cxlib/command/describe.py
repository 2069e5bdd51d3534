"""`describe`: what a file is, and what its columns hold."""

from __future__ import annotations

from cxlib.columns.guess import questions
from cxlib.columns.masking import HIDDEN
from cxlib.columns.profile import Column as Profiled
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.options import READING
from cxlib.command.running import command
from cxlib.command.shown import UNKNOWN, Table
from cxlib.tables.question import Coverage

MOST = 0.9
"""Share of the cells that have to read as a type for a column to be of it."""
EXAMPLES, EXAMPLE = 3, 24
"""Examples that people see, and characters of each."""


@command(*READING)
def describe(asked: Asked) -> Answer:
    """What a file is: its kind, its columns, and the role that each seems to bear."""
    mapping, guess = asked.source.mapping, asked.guess
    personal = {column for column, _ in (*guess.mapping.personal, *mapping.personal)}
    known = {(one.role, one.column): one for one in guess.roles}
    roles = [
        {
            "role": role,
            "column": column,
            "confidence": known[role, column].confidence if (role, column) in known else 1.0,
            "why": known[role, column].why if (role, column) in known else "chosen with --map",
        }
        for role, column in mapping.roles
    ]
    result: Result = {
        "group": {},
        "period": None,
        "kind": mapping.kind,
        "confidence": guess.confidence,
        "roles": roles,
        "columns": [_column(one, personal) for one in asked.profile.columns],
    }
    return Answer(
        command="describe",
        sources=(asked.rows(_coverage(asked)),),
        columns=dict(reversed(mapping.roles)),
        options={},
        results=(result,),
        tables=_tables(result),
        notes=(*asked.notes, *(one.text for one in questions(mapping, asked.profile))),
    )


def type_of(column: Profiled) -> str:
    """What most cells of a column are: a date, a number, yes or no, or text."""
    if not column.filled:
        return "blank"
    if any(column.share(one.readable) >= MOST for one in column.dates):
        return "date"
    if column.share(column.flags) >= MOST and column.worded > 0:
        return "yes or no"
    numbers = column.numbers
    if column.share(numbers.readable) < MOST or numbers.leading_zeros:
        return "text"
    return "whole number" if numbers.whole == numbers.readable else "number"


def _column(column: Profiled, personal: set[str]) -> Result:
    """What a column holds; examples of personal ones are not shown."""
    return {
        "name": column.name,
        "type": type_of(column),
        "filled": column.filled,
        "distinct": column.distinct,
        "examples": (HIDDEN,) if column.name in personal else column.examples,
    }


def _coverage(asked: Asked) -> Coverage:
    """The rows that were read as cells, and those that could not be."""
    upload = asked.upload
    lost = tuple((one.reason, one.rows) for one in upload.rejected)
    return Coverage(upload.rows, upload.rows - sum(rows for _, rows in lost), lost)


def _tables(result: Result) -> tuple[Table, ...]:
    roles = tuple(
        (one["role"], one["column"], f"{one['confidence']:.0%}", one["why"])
        for one in result["roles"]
    )
    columns = tuple(
        (
            one["name"],
            one["type"],
            f"{one['filled']:,}",
            f"{one['distinct']:,}",
            ", ".join(value[:EXAMPLE] for value in one["examples"][:EXAMPLES]) or UNKNOWN,
        )
        for one in result["columns"]
    )
    title = f"{result['kind']} ({result['confidence']:.0%} sure)"
    return (
        Table(title, ("role", "column", "confidence", "why"), roles, left=True),
        Table("Columns", ("column", "type", "filled", "distinct", "examples"), columns, left=True),
    )
