"""Which columns look like ratings, so that they may explain an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.columns.column import Column
from cxlib.columns.kinds import Type
from cxlib.columns.mapping import Mapping
from cxlib.columns.profile import Profile

FEWEST, MOSTLY, HALF = 3, 0.9, 0.5
"""Different values of a rating, the share of its cells that are whole, and of rows that answer."""


FEWEST_ROLES = 2
"""Ratings with a role from which on the others are left aside."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Columns that look like ratings.

    Attributes:
        chosen: those that vary and that at least half of the rows answer.
        sparse: those that are mostly blank.
    """

    chosen: tuple[str, ...]
    sparse: tuple[str, ...]


def rating_columns(
    mapping: Mapping, profile: Profile, names: Sequence[str], *, outcome: str
) -> Ratings:
    """The columns that look like ratings and vary, but the outcome and personal columns.

    A column that bears the role of a score counts; any other where it holds whole numbers of a
    scale within 0 to 10.

    Args:
        mapping: how the file is read.
        profile: what its cells look like.
        names: the columns to choose from.
        outcome: the column that they are to explain.
    """
    scores = {role.name for role in mapping.file_kind.roles if role.type is Type.SCORE}
    bears = {column: role for role, column in mapping.roles}
    hidden = {column for column, _ in mapping.personal}
    found = [
        one
        for one in map(profile.column, names)
        if one.name != outcome
        and one.name not in hidden
        and one.distinct > 1
        and (bears[one.name] in scores if one.name in bears else _rated(one))
    ]
    sparse = tuple(one.name for one in found if one.filled < HALF * profile.rows)
    return Ratings(tuple(one.name for one in found if one.name not in sparse), sparse)


def usual_drivers(mapping: Mapping, ratings: Ratings) -> Ratings:
    """The ratings to weigh when nobody chose: those with a role where two or more ratings have one.

    Others that only look like ratings may as well be codes: of an age group, of a channel.

    Args:
        mapping: how the file is read.
        ratings: of the file.
    """
    bearing = [column for role, column in mapping.roles if role == "rating"]
    if sum(column in ratings.chosen for column in bearing) < FEWEST_ROLES:
        return ratings
    borne = {column for _, column in mapping.roles}
    return Ratings(
        tuple(name for name in ratings.chosen if name in borne),
        tuple(name for name in ratings.sparse if name in borne),
    )


def _rated(column: Column) -> bool:
    """Whether a column without a role holds whole numbers of a scale within 0 to 10."""
    numbers = column.numbers
    if numbers.lowest is None or numbers.highest is None:
        return False
    within = numbers.lowest >= 0 and numbers.highest <= 10 and FEWEST <= column.distinct <= 11
    return within and column.share(numbers.whole) > MOSTLY


def number_columns(mapping: Mapping, profile: Profile, names: Sequence[str]) -> tuple[str, ...]:
    """The columns that can enter a regression: mostly numbers, or yes and no, that vary.

    Columns about a person and identifiers are left out.
    """
    keys = {mapping.column(role) for role in ("customer", "response", "session", "order", "ticket")}
    hidden = {column for column, _ in mapping.personal} | keys
    return tuple(
        one.name
        for one in map(profile.column, names)
        if one.name not in hidden
        and one.distinct > 1
        and max(one.share(one.numbers.readable), one.share(one.flags)) > MOSTLY
    )
