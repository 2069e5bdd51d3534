"""Column names that every later room can rely on: filled, clean, unique."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS
from cxlib.read.task import Task

MOST_COLUMNS = 5000
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_SHOWN = 5


def clean_names(raw: Sequence[str | None], task: Task) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Unique, filled column names and notes on those that had to change.

    Names are compared without regard to case, because DuckDB does. The name "row" belongs to the
    row number beside the columns.

    Raises:
        UnreadableFile: there are more columns than can be handled.
    """
    if len(raw) > MOST_COLUMNS:
        raise task.unreadable(
            f"has {len(raw):,} columns; at most {MOST_COLUMNS:,} can be read. "
            "Keep the columns you need and upload it again."
        )
    plain = [_CONTROL.sub(" ", name or "").strip(BLANKS) for name in raw]
    busy = {name.casefold() for name in plain} | {"row"}
    used = {"row"}
    names: list[str] = []
    for position, name in enumerate(plain, start=1):
        wanted = name or f"column {position}"
        key = wanted.casefold()
        if key in used or (not name and key in busy):
            wanted = _free(wanted, busy)
        used.add(wanted.casefold())
        busy.add(wanted.casefold())
        names.append(wanted)
    changed = [(old, new) for old, new in zip(plain, names, strict=True) if old != new]
    unnamed = [new for old, new in changed if not old]
    renamed = [new for old, new in changed if old]
    return tuple(names), tuple(_notes(unnamed, renamed))


def numbered(width: int) -> list[str]:
    """Names for columns that have none."""
    return [f"column {position}" for position in range(1, width + 1)]


def titled(columns: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    """The long name of each column that has one other than its name."""
    pairs = zip(columns, titles, strict=False)
    clean = ((name, _CONTROL.sub(" ", title).strip(BLANKS)) for name, title in pairs)
    return {name: title for name, title in clean if title and title != name}


def _free(name: str, busy: set[str]) -> str:
    if name.casefold() == "row" and "row (column)" not in busy:
        return f"{name} (column)"
    n = 2
    while f"{name} ({n})".casefold() in busy:
        n += 1
    return f"{name} ({n})"


def _notes(unnamed: list[str], renamed: list[str]) -> Iterable[str]:
    if unnamed:
        yield say("Columns without a name were named: {names}.", names=_listed(unnamed))
    if renamed:
        yield say(
            "Columns whose name was taken were renamed: {names}.",
            names=_listed(renamed),
        )


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}, ... ({len(names)})"
