"""The only exceptions that a reader sees: what was needed, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class CxError(Exception):
    """A sentence for an analyst; any other exception is a bug and stays a traceback."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class UnreadableFile(CxError):
    """The file is empty, damaged, protected, or not in a format that is read here."""


class BadMapping(CxError):
    """A role was given a column that cannot bear it, or a role or kind that does not exist."""


class BadOption(CxError):
    """An option is outside its range or contradicts another."""


class AmbiguousDates(CxError):
    """A date column reads both as day/month and as month/day."""


class EngineProblem(CxError):
    """The database could not be opened, or refused or stopped a query."""


class Cancelled(CxError):
    """The analyst stopped the work."""


class ColumnMissing(CxError, KeyError):
    """A column that was asked for is not in the table."""

    def __init__(self, role: str, column: str, has: Iterable[str]) -> None:
        """Name the role, the column, and what the table has, closest names first."""
        names = list(has)
        near = get_close_matches(column, names, n=3, cutoff=0.6)
        shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        super().__init__(
            f"The {role} column '{column}' is not in this table.{hint} It has: {shown}."
        )


class NotEnoughData(CxError):
    """The selection holds fewer rows than the method needs."""

    def __init__(self, what: str, *, have: int, need: int, unit: str, hint: str) -> None:
        """Say what needs how many of which unit, how many there are, and what to do."""
        units = unit if need == 1 else f"{unit}s"
        super().__init__(f"{what} needs at least {need} {units}; this selection has {have}. {hint}")
