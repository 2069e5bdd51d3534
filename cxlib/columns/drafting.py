"""From roles to a mapping: how each column is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxlib.columns.column import Profile
from cxlib.columns.fitting import blank_codes, reading_of
from cxlib.columns.layout import Run, counted, rating_runs, score_named
from cxlib.columns.mapping import Mapping, Reading
from cxlib.columns.personal import personal_columns


def drafted(kind: str, roles: Sequence[tuple[str, str]], profile: Profile) -> Mapping:
    """A mapping of these (role, column) pairs, with how each column is read and who it tells of."""
    mapping = with_readings(Mapping(kind, tuple(roles)), profile)
    return replace(mapping, personal=personal_columns(profile, mapping.columns("customer")))


def with_readings(mapping: Mapping, profile: Profile) -> Mapping:
    """The mapping with a reading worked out for every column that has none yet.

    Questions of a long survey that bear a role become columns of the mapping.
    """
    asked = {one.name for one in profile.splits}
    if not mapping.splits and any(column in asked for _, column in mapping.roles):
        mapping = replace(mapping, splits=profile.splits)
    known = {column for column, _ in mapping.readings}
    scores = _scores(mapping.columns("counts"))
    runs = rating_runs(profile.columns) if mapping.column("rating") else {}
    for name, column in mapping.roles:
        role = mapping.file_kind.role(name)
        if role is None or column in known:
            continue
        how = reading_of(role, profile.column(column))
        if name == "counts":
            how = replace(how, score=scores[column].score, scale=scores[column].scale)
        if name == "rating" and column in runs:
            how = _of_run(profile, column, runs[column])
        mapping = mapping.with_reading(column, how)
    return mapping


def _of_run(profile: Profile, column: str, run: Run) -> Reading:
    return Reading(scale=run.scale, blanks=blank_codes(profile.column(column), run.scale))


def _scores(names: Sequence[str]) -> dict[str, Reading]:
    """The score that each column counts the answers of, by its name alone in a partial set."""
    found = counted(names)
    if found is None:
        return {name: Reading(score=score_named(name)) for name in names}
    return {name: Reading(score=found.scores.get(name), scale=found.scale) for name in names}
