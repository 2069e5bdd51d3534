"""Roles that were named outright, on top of what was guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from cxlib.columns.column import Column, Profile
from cxlib.columns.drafting import with_readings
from cxlib.columns.fitting import counted_format, reading_of
from cxlib.columns.kinds import KINDS, Type
from cxlib.columns.mapping import Mapping
from cxlib.columns.naming import column_named
from cxlib.errors import BadMapping


def apply_overrides(
    mapping: Mapping,
    overrides: Sequence[tuple[str, str]],
    columns: Sequence[str],
    profile: Profile,
) -> Mapping:
    """The mapping with roles that were named outright; an empty column takes a role away.

    The kind becomes one that knows all the roles named; roles of the old kind that the new one
    does not know are dropped.

    Args:
        mapping: the guess.
        overrides: (role, column) pairs.
        columns: the file's columns.
        profile: what they hold.

    Raises:
        BadMapping: no kind knows a role, no kind knows all of them, or no cell of a column can be
            read in its role.
        ColumnMissing: the file has no such column.
    """
    roles = [role.strip() for role, _ in overrides]
    kind = _kind_for(mapping.kind, roles)
    splits = mapping.splits if kind == mapping.kind else ()
    chosen = replace(mapping, kind=kind, roles=(), splits=splits)
    known = {role.name for role in chosen.file_kind.roles}
    every = (*columns, *(one.name for one in profile.extra))
    given = {role: column_named(role, name, every) for role, name in overrides if name.strip()}
    taken = set(given.values())
    for role, column in mapping.roles:
        if role in known and role not in roles and column not in taken:
            chosen = _added(chosen, role, column)
    for role, column in given.items():
        _check_cells(chosen, role, profile.column(column))
        chosen = _added(chosen.with_role(role, None), role, column)
        kind_role = chosen.file_kind.role(role)
        if kind_role is not None:
            chosen = chosen.with_reading(column, reading_of(kind_role, profile.column(column)))
    return with_readings(_one_way(chosen, set(given)), profile)


def _kind_for(kind: str, roles: Sequence[str]) -> str:
    """The kind itself where it knows the roles, else the first that does."""
    every = {role.name for one in KINDS.values() for role in one.roles}
    for role in roles:
        if role not in every:
            near = get_close_matches(role, sorted(every), n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise BadMapping(
                f"There is no role '{role}'.{hint} The roles are {', '.join(sorted(every))}."
            )
    for one in (kind, *KINDS):
        if set(roles) <= {role.name for role in KINDS[one].roles}:
            return one
    raise BadMapping(
        f"No kind of file has all of the roles {', '.join(dict.fromkeys(roles))}; name roles of "
        "one kind."
    )


def _added(mapping: Mapping, role: str, column: str) -> Mapping:
    order = [one.name for one in mapping.file_kind.roles]
    pairs = (*mapping.roles, (role, column))
    return replace(mapping, roles=tuple(sorted(pairs, key=lambda pair: order.index(pair[0]))))


def _one_way(mapping: Mapping, given: set[str]) -> Mapping:
    """Where one way of saying how long or how much was named, the guess of the other goes."""
    for named, others in (
        ({"duration", "churned"}, ("started", "ended", "observed")),
        ({"started", "ended"}, ("duration", "churned")),
        ({"amount"}, ("quantity", "price")),
        ({"quantity", "price"}, ("amount",)),
    ):
        if named & given and not set(others) & given:
            for role in others:
                mapping = mapping.with_role(role, None)
    return mapping


def _check_cells(mapping: Mapping, role: str, column: Column) -> None:
    kind_role = mapping.file_kind.role(role)
    if kind_role is None or not column.filled:
        return
    holds = {
        Type.NUMBER: (column.numbers.readable, "numbers"),
        Type.MONEY: (column.numbers.readable, "numbers"),
        Type.MOMENT: (len(column.dates) or counted_format(column), "dates"),
        Type.FLAG: (column.flags, "yes or no"),
    }
    readable, what = holds.get(kind_role.type, (1, ""))
    if not readable:
        examples = ", ".join(f"'{value}'" for value in column.examples[:2])
        raise BadMapping(
            f"{role}: column '{column.name}' holds no {what} (for example {examples}). "
            "Choose another column for it."
        )
