"""Groups as results name them, and the order they come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from cxlib.command.answer import Result
from cxlib.stats.groups import Group

V = TypeVar("V")

SHOWN = 5
"""Groups that a note names before it only counts the others."""


def group_fields(group: Group) -> Result:
    """`group` and `period` of a result: {} and None for the total."""
    named = {} if group.column is None else {group.column: group.value}
    return {"group": named, "period": group.period}


def in_order(groups: Mapping[Group, V]) -> dict[Group, V]:
    """The total first, then its periods, then each column's values and their periods."""
    return {group: groups[group] for group in sorted(groups, key=_place)}


def _place(group: Group) -> tuple[str, str, str]:
    return (group.column or "", group.value or "", str(group.period or ""))


def group_name(group: Group) -> str:
    """A group for a note: its value, its period, or both."""
    parts = [group.value or "", group.period.isoformat() if group.period else ""]
    return " ".join(part for part in parts if part) or "All"


def group_notes(notes: Mapping[Group, Sequence[str]]) -> list[str]:
    """The total's notes as they are, then what only some groups say, with their names."""
    total = [note for group, said in notes.items() if group.is_total for note in said]
    whose: dict[str, list[str]] = {}
    for group, said in notes.items():
        for note in said:
            if note not in total:
                whose.setdefault(note, []).append(group_name(group))
    return [*total, *(f"{first_names(names)}: {note}" for note, names in whose.items())]


def first_names(names: Sequence[str]) -> str:
    """The first few names, and how many there are besides."""
    rest = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + rest
