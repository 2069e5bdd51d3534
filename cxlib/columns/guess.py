"""What a file is and what its columns mean, guessed from names and values, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass

from cxlib.columns.arranging import guess_roles
from cxlib.columns.asking import Question, questions, scale_warning
from cxlib.columns.column import Profile
from cxlib.columns.deciding import decided
from cxlib.columns.drafting import drafted, with_readings
from cxlib.columns.kinds import KINDS
from cxlib.columns.mapping import Mapping
from cxlib.columns.naming import column_named
from cxlib.columns.offering import LEAST, RoleGuess
from cxlib.columns.overriding import apply_overrides

__all__ = [
    "LEAST",
    "Guess",
    "Question",
    "RoleGuess",
    "apply_overrides",
    "column_named",
    "drafted",
    "guess",
    "guess_roles",
    "questions",
    "scale_warning",
    "with_readings",
]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be.

    Attributes:
        kind: the likeliest kind of file.
        confidence: how sure that is, 0 to 1.
        roles: roles and the columns that seem to bear them.
        mapping: the same as a mapping, with how each column is read, the questions of a long
            survey and the personal columns.
        questions: what the analyst has to decide.
        others: the other kinds with their confidence, likeliest first.
    """

    kind: str
    confidence: float
    roles: tuple[RoleGuess, ...]
    mapping: Mapping
    questions: tuple[Question, ...]
    others: tuple[tuple[str, float], ...] = ()


def guess(
    profile: Profile,
    *,
    name: str,
    titles: Dict[str, str] | None = None,
    labels: Dict[str, Dict[str, str]] | None = None,
) -> Guess:
    """Guess the kind of a file and the roles of its columns.

    Args:
        profile: what the columns hold.
        name: the file's name, which may hint at the kind.
        titles: long names of columns (SPSS, Stata).
        labels: labels of coded answers by column.
    """
    del labels
    found = {kind: guess_roles(profile, kind, titles=titles or {}) for kind in KINDS}
    (best, confidence), *others = decided(found, profile, name)
    roles = found[best]
    mapping = drafted(best, [(one.role, one.column) for one in roles], profile)
    return Guess(
        kind=best,
        confidence=confidence,
        roles=roles,
        mapping=mapping,
        questions=questions(mapping, profile),
        others=tuple(others),
    )
