"""Lists of themes and of words that an analyst keeps, with their earlier versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from cxlib.errors import BadOption
from cxlib.workspace.catalogue import now
from cxlib.workspace.store import Workspace

Sort = Literal["theme lists", "own words"]
"""Which shelf a list stands on: themes with their words, or words with how they feel."""
Entries = Mapping[str, Sequence[Any]]
"""Name of an entry to what it holds, as plain data: a theme's words; a word's valence and note."""
THEMES: Sort = "theme lists"
WORDS: Sort = "own words"
IN_USE = "lists in use"
VERSIONS = 20
"""Versions of a list that are kept, the newest ones."""
LONGEST = 60


class Conflict(BadOption):
    """Somebody else changed the same entries meanwhile; `entries` names them."""

    def __init__(self, entries: Sequence[str]) -> None:
        """Say which entries two sessions changed.

        Args:
            entries: their names.
        """
        self.entries = tuple(entries)
        named = ", ".join(f"'{one}'" for one in self.entries[:5])
        super().__init__(
            f"Somebody else changed {named} after you opened the list, so nothing was saved. Take "
            "over the other version, or save yours over it: both stay among the versions."
        )


@dataclass(frozen=True, slots=True)
class Version:
    """A list as it was saved once.

    Attributes:
        number: from 1.
        saved: when, in UTC.
        entries: what it held, in order.
    """

    number: int
    saved: datetime
    entries: dict[str, list[Any]]


def list_names(workspace: Workspace, sort: Sort) -> tuple[str, ...]:
    """The names of the lists of a sort."""
    return tuple(sorted({key.rpartition("|")[0] for key in workspace.shelf(sort).all()}))


def versions(workspace: Workspace, sort: Sort, name: str) -> tuple[Version, ...]:
    """The versions of a list that are kept, the newest first; none where there is no such list."""
    found = [
        Version(
            int(key.rpartition("|")[2]),
            datetime.fromisoformat(kept["saved"]),
            {entry: list(held) for entry, held in kept["entries"]},
        )
        for key, kept in workspace.shelf(sort).all().items()
        if key.rpartition("|")[0] == name
    ]
    return tuple(sorted(found, key=lambda one: -one.number))


def save_list(
    workspace: Workspace, sort: Sort, name: str, wanted: Entries, *, was: Entries | None
) -> Version:
    """Keep a new version of a list; what others changed meanwhile in other entries is kept too.

    A version is only ever added, never written over, so that of two sessions that save at once the
    second sees what the first did.

    Args:
        workspace: where it is kept.
        sort: which lists.
        name: the list's name; a new one makes a list.
        wanted: the entries as they are to be.
        was: the entries that the analyst began with; None makes a list of a new name.

    Raises:
        Conflict: somebody else changed an entry meanwhile that is changed here in another way.
        BadOption: the name cannot be one, or is taken.
    """
    _check(workspace, sort, name, new=was is None)
    shelf = workspace.shelf(sort)
    while True:
        known = versions(workspace, sort, name)
        there = known[0].entries if known else was or {}
        merged = merge(wanted, was or {}, there)
        if known and list(merged.items()) == list(there.items()):
            return known[0]
        number, saved = (known[0].number if known else 0) + 1, now()
        content = {"saved": saved.isoformat(), "entries": [[k, v] for k, v in merged.items()]}
        kept = shelf.keep_first(_key(name, number), content)
        if kept == content:
            for old in known[VERSIONS - 1 :]:
                shelf.remove(_key(name, old.number))
            return Version(number, saved, merged)


def merge(wanted: Entries, was: Entries, there: Entries) -> dict[str, list[Any]]:
    """What an analyst changed since `was`, on top of what stands there now.

    Args:
        wanted: the entries as the analyst wants them.
        was: the entries as the analyst found them.
        there: the entries as they are now.

    Returns:
        The entries in the wanted order, then those that others added.

    Raises:
        Conflict: both changed the same entry, each in another way.
    """

    def of(entries: Entries, name: str) -> list[Any] | None:
        return list(entries[name]) if name in entries else None

    names = dict.fromkeys([*wanted, *was])
    mine = [name for name in names if of(wanted, name) != of(was, name)]
    clash = [n for n in mine if of(there, n) not in (of(was, n), of(wanted, n))]
    if clash:
        raise Conflict(clash)
    found: dict[str, list[Any]] = {}
    for name in wanted:
        held = of(wanted, name) if name in mine else of(there, name)
        if held is not None:
            found[name] = held
    for name in there:
        if name not in names:
            found[name] = list(there[name])
    return found


def delete_list(workspace: Workspace, sort: Sort, name: str) -> None:
    """Forget a list with all its versions."""
    shelf = workspace.shelf(sort)
    for version in versions(workspace, sort, name):
        shelf.remove(_key(name, version.number))


def list_in_use(workspace: Workspace) -> str | None:
    """The theme list that was chosen last; None for the standard themes."""
    kept = workspace.shelf(IN_USE).get(THEMES)
    name = kept["name"] if kept else None
    return name if name in list_names(workspace, THEMES) else None


def use_list(workspace: Workspace, name: str | None) -> None:
    """Remember which theme list is used; None for the standard themes."""
    workspace.shelf(IN_USE).put(THEMES, {"name": name})


def _check(workspace: Workspace, sort: Sort, name: str, *, new: bool) -> None:
    if not name.strip() or name != name.strip() or len(name) > LONGEST or "|" in name:
        raise BadOption(
            f"A list needs a name of 1 to {LONGEST} characters without |; this one is "
            f"'{name[:LONGEST]}'. Choose another name."
        )
    for other in list_names(workspace, sort):
        if (new or other != name) and other.casefold() == name.casefold():
            raise BadOption(f"There is a list '{other}' already. Choose another name.")


def _key(name: str, number: int) -> str:
    return f"{name}|{number:06d}"
