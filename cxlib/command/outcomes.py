"""A second source beside the one of a command: subscriptions that answers are joined to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from cxlib.columns.kinds import KINDS
from cxlib.columns.mapping import AMBIGUOUS
from cxlib.command.asked import Asked
from cxlib.command.opening import ask_source
from cxlib.command.options import Request
from cxlib.errors import ColumnMissing
from cxlib.tables.source import Source

SURVEY, OUTCOMES = "survey", "subscriptions"
JOINED = ("customer", "started", "ended", "observed", "fee")
"""Roles of the outcomes that the join needs."""
FURTHER = ("row", "customer_raw", "row_problem")
Pairs = tuple[tuple[str, str], ...]


def split_roles(roles: Pairs) -> tuple[Pairs, Pairs]:
    """The overrides of the survey, and those that only the outcomes can mean."""
    known = {role.name for role in KINDS[SURVEY].roles}
    other = {role.name for role in KINDS[OUTCOMES].roles} - known
    mine = tuple(pair for pair in roles if pair[0].strip() not in other)
    return mine, tuple(pair for pair in roles if pair[0].strip() in other)


def shared_roles(roles: Pairs) -> Pairs:
    """Overrides that hold for the outcomes too, where these have such a column."""
    return tuple(pair for pair in roles if pair[0].strip() == "customer" and pair[1])


@contextmanager
def open_outcomes(request: Request, roles: Pairs, shared: Pairs) -> Iterator[Asked]:
    """The outcomes; a shared override or a date format counts only where it is needed."""
    named = {role.strip() for role, _ in roles}
    offered = tuple(pair for pair in shared if pair[0].strip() not in named)
    plain = replace(request, roles=roles, date_format="")
    with ask_source(plain, (OUTCOMES,)) as asked:
        fitting = tuple(pair for pair in offered if _has(asked, pair[1]))
        readings = [asked.source.mapping.reading(one) for one in asked.columns(*JOINED).values()]
        unclear = any(one.date_format == AMBIGUOUS for one in readings) and request.date_format
        same = all(asked.source.mapping.column("customer") == one for _, one in fitting)
        if same and not unclear:
            yield asked
            return
    form = request.date_format if unclear else ""
    with ask_source(replace(plain, roles=(*fitting, *roles), date_format=form), (OUTCOMES,)) as two:
        yield two


def _has(asked: Asked, column: str) -> bool:
    try:
        asked.source.column(column)
    except ColumnMissing:
        return False
    return True


def brought(source: Source, to: Source) -> Source:
    """The outcomes' columns of the join as a table of the survey's engine, with nothing else."""
    wanted = [*JOINED, *(f"{role}_problem" for role in JOINED), *FURTHER]
    kept = [name for name in wanted if name in source.table.columns]
    if source.table.get_backend() is to.table.get_backend():
        return replace(source, table=source.table.select(*kept))
    held = source.table.select(*kept).to_pyarrow()
    table = to.table.get_backend().create_table("outcomes", held, temp=True)
    return replace(source, table=table)


def outcome_columns(other: Asked) -> dict[str, str]:
    """Role to column of the outcomes; the customer's there under a name of its own."""
    found = other.columns(*JOINED)
    return {("outcomes customer" if k == "customer" else k): v for k, v in found.items()}
