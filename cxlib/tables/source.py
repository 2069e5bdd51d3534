"""A typed table with its mapping: what every question starts from."""

from __future__ import annotations

from dataclasses import dataclass

import ibis.expr.types as ir

from cxlib.columns.mapping import Mapping
from cxlib.columns.naming import column_named
from cxlib.errors import BadOption

SEGMENT = "c:"
"""Prefix of the columns that hold the cells of the file as text."""
SAVED = "segment: "
"""How the column begins that says whether a row is in a saved segment."""
OTHERS = "(others)"
"""The value of rows that are not in a saved segment."""
BLANK = "(blank)"
"""The label of a segment whose cell is empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A typed table, the mapping it was made with, and the rows that never became cells.

    Attributes:
        table: columns `row`, `<role>` and `<role>_problem` for each mapped role, and
            `c:<column>` (text) for each column of the file.
        mapping: which column bears which role.
        name: the dataset's name.
        columns: the file's columns, in order.
        rows: rows read, those of the table and those rejected.
        rejected: rows that could not be read as cells, (reason, rows) pairs.
    """

    table: ir.Table
    mapping: Mapping
    name: str
    columns: tuple[str, ...]
    rows: int
    rejected: tuple[tuple[str, int], ...] = ()

    def column(self, name: str) -> str:
        """A column as the file names it; spaces around and capitals do not matter.

        Raises:
            ColumnMissing: the file has no such column.
        """
        return column_named("segment", name, self.columns)

    def segment(self, column: str) -> str:
        """The table's name for a column of the file as text.

        Raises:
            ColumnMissing: the file has no such column.
        """
        return SEGMENT + self.column(column)

    def has(self, role: str) -> bool:
        """Whether the typed table bears `role`; `amount` may stem from quantity and price."""
        return role in self.table.columns

    def require(self, *roles: str) -> None:
        """Check that the table bears these roles.

        Raises:
            BadOption: naming the first role that no column bears, and how to give it one.
        """
        for role in roles:
            if not self.has(role):
                shown = ", ".join(self.columns[:12]) + (", ..." if len(self.columns) > 12 else "")
                raise BadOption(
                    f"No column of '{self.name}' is known as '{role}'. Choose one on the Data "
                    f"page, or with --map {role}=COLUMN; it has: {shown}."
                )
