"""Which columns could bear which roles, and how sure that is, column by column."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.columns.column import Column, Profile
from cxlib.columns.fitting import cells_fit
from cxlib.columns.kinds import FileKind, Role
from cxlib.columns.scores import read_score
from cxlib.columns.vocabulary import fits, words
from cxlib.locale.speak import say

LEAST = 0.35
"""A role is given a column only from this confidence on."""
_ROWS_OWN = frozenset(
    "usage event events churn comment review response answer submission row record session "
    "message transaction order invoice line lineitem log activity interaction visit hit feedback "
    "survey entry ticket case conversation payment charge id uuid guid key index no nomor number "
    "num bil "
    "serial unnamed ulasan komentar komen pesanan transaksi baris pertanyaan respons "
    "jawaban".split()
)
"""Words that name what a row is, not whose it is."""
_GENERIC = frozenset({"score", "skor", "likelihood", "nilai", "markah"})


@dataclass(frozen=True, slots=True)
class RoleGuess:
    """A role that a column seems to bear; `confidence` 0 to 1, `why` a sentence."""

    role: str
    column: str
    confidence: float
    why: str


def offers(
    kind: FileKind, columns: Sequence[Column], profile: Profile, titles: Dict[str, str]
) -> list[RoleGuess]:
    """Every role of a kind that one of the columns may bear, the surest first.

    Args:
        kind: the kind of file.
        columns: the columns to look at.
        profile: the file that they belong to.
        titles: long names of columns (SPSS, Stata).
    """
    found = []
    for order, column in enumerate(columns):
        said = _said(column.name, titles.get(column.name, ""))
        for place, role in enumerate(kind.roles):
            one = _offer(role, column, said.get(role.name, (0.0, "")), kind, profile)
            if one is not None:
                found.append((-one.confidence, place, order, one))
    found.sort(key=lambda offer: offer[:3])
    return [one for *_, one in found]


def chosen(kind: FileKind, ranked: Sequence[RoleGuess]) -> list[RoleGuess]:
    """The surest offers such that each column bears one role, and each role one column."""
    taken: set[str] = set()
    filled: set[str] = set()
    kept: list[RoleGuess] = []
    several = {role.name for role in kind.roles if role.several}
    for one in ranked:
        if one.column in taken or (one.role in filled and one.role not in several):
            continue
        taken.add(one.column)
        filled.add(one.role)
        kept.append(one)
    return kept


def is_row_id(column: Column, profile: Profile) -> bool:
    """Whether a column identifies the rows themselves: each value once, and named for the row."""
    have = set(words(column.name))
    alone = column.distinct == column.filled >= 0.9 * profile.rows and profile.rows > 1
    return alone and have <= _ROWS_OWN


def _said(name: str, title: str) -> dict[str, tuple[float, str]]:
    said = dict(fits(name))
    for role, fit in (fits(title) if title else {}).items():
        if fit[0] > said.get(role, (0.0, ""))[0]:
            said[role] = fit
    return said


def _offer(
    role: Role, column: Column, said: tuple[float, str], kind: FileKind, profile: Profile
) -> RoleGuess | None:
    by_name, phrase = said
    if by_name == 0.0:
        return None
    cells, reason = cells_fit(role, column, profile.rows)
    by_name = _with_scale(role, by_name, phrase, column)
    confidence = by_name * cells * _in_place(role, column, kind, profile)
    if confidence < LEAST:
        return None
    why = say("named like “{phrase}”; {reason}", phrase=phrase, reason=reason)
    return RoleGuess(role.name, column.name, round(min(0.99, confidence), 3), why)


def _with_scale(role: Role, by_name: float, phrase: str, column: Column) -> float:
    """A plain "score" is known by its scale: 0 to 10 is likely NPS, 1 to 5 satisfaction."""
    if role.name not in ("nps", "csat") or phrase not in _GENERIC or by_name > 0.6:
        return by_name
    levels = {score for value, _ in column.top if (score := read_score(value, None)) is not None}
    if role.name == "nps":
        full = {0, 10} <= levels <= set(range(11)) and len(levels) >= 6
        return max(by_name, 0.85) if full else by_name
    return by_name


def _in_place(role: Role, column: Column, kind: FileKind, profile: Profile) -> float:
    """What the kind of file and the other rows leave of an offer, 0 to 1."""
    if role.name == "customer":
        return 0.0 if _is_not_whose(column, kind, profile) else 1.0
    if role.name == "response":
        return _once_a_row(column, profile)
    if role.name == "event":
        numbered = column.distinct == column.filled > 20
        return 0.0 if numbered else 1.0
    if role.name == "happened":
        return 1.0 if any(one.timed for one in column.dates) else 0.97
    return 1.0


def _is_not_whose(column: Column, kind: FileKind, profile: Profile) -> bool:
    """Whether a column cannot be the customer: it numbers the rows, or names who wrote them."""
    if set(words(column.name)) & {"author", "reviewer"} and kind.name != "comments":
        return True
    return kind.name not in ("customers", "subscriptions") and is_row_id(column, profile)


def _once_a_row(column: Column, profile: Profile) -> float:
    """A bare "id" numbers the answers only where no value comes twice."""
    alone = column.distinct == column.filled >= 0.9 * profile.rows
    if set(words(column.name)) <= {"id", "no", "number", "uuid", "nomor", "bil"}:
        return 1.4 if alone else 0.0
    return 1.0
