"""Choices that change which rows count, as data: what the usual option is and what others mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about the rows of a file that an analyst may take differently.

    Attributes:
        name: how a mapping names it.
        kinds: kinds of file that it concerns; none for all.
        options: the options by name, the usual one first.
    """

    name: str
    kinds: tuple[str, ...]
    options: tuple[str, ...]

    @property
    def usual(self) -> str:
        """The option where nothing was chosen."""
        return self.options[0]

    def concerns(self, kind: str) -> bool:
        """Whether files of that kind have this choice."""
        return not self.kinds or kind in self.kinds


KEEP, DROP, LATEST, OWN, JOIN = "keep", "drop", "latest", "own", "join"

CHOICES: dict[str, Choice] = {
    one.name: one
    for one in (
        # Rows whose cells all equal those of an earlier row.
        Choice("duplicates", (), (KEEP, DROP)),
        # Order lines that a cancelled order (C and digits) or a negative sum takes back.
        Choice("cancelled", ("transactions",), (DROP, KEEP)),
        Choice("refunds", ("transactions",), (DROP, KEEP)),
        # Order lines at a price of zero: gifts and samples, or corrections.
        Choice("zero", ("transactions",), (KEEP, DROP)),
        # Order lines without a customer: left out, or each order a customer of its own.
        Choice("guests", ("transactions",), (DROP, OWN)),
        # Several answers of one customer: all count, or the latest alone.
        Choice("repeats", ("survey",), (KEEP, LATEST)),
        # Contracts of one customer that follow on one another: each by itself, or as one stay.
        Choice("stays", ("subscriptions",), (KEEP, JOIN)),
    )
}
