"""Which rows a statistic speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxlib.tables.source import BLANK as BLANK


@dataclass(frozen=True, slots=True)
class Group:
    """One slice of a table: a value of a column, a period, both, or the total.

    Attributes:
        column: the segment column, as the file names it; None for no segment.
        value: the segment's value, as text in the file; None for no segment.
        period: first day of the period; None for the whole time.
    """

    column: str | None = None
    value: str | None = None
    period: date | None = None

    @property
    def is_total(self) -> bool:
        """Whether this is the whole selection."""
        return self.column is None and self.period is None

    @property
    def label(self) -> str:
        """The name to show for the segment's value."""
        return self.value if self.value is not None else "All"


TOTAL = Group()
