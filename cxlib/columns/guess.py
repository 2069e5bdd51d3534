"""What a file is and what its columns mean, guessed from names and values, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from cxlib.columns.fitting import cells_fit, reading_of
from cxlib.columns.kinds import KINDS, FileKind, Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping
from cxlib.columns.profile import Column, Profile
from cxlib.columns.vocabulary import fit, words
from cxlib.errors import BadMapping, ColumnMissing
from cxlib.locale.speak import say

LEAST = 0.35
"""A role is given a column only from this confidence on."""
TELLING: dict[str, dict[str, float]] = {
    "survey": {"nps": 0.5, "csat": 0.3, "ces": 0.4, "answered": 0.05, "weight": 0.1},
    "transactions": {
        "amount": 0.25,
        "quantity": 0.15,
        "price": 0.15,
        "order": 0.25,
        "product": 0.1,
    },
    "subscriptions": {"ended": 0.35, "churned": 0.3, "plan": 0.15, "fee": 0.1, "started": 0.1},
    "events": {"event": 0.35, "session": 0.35, "happened": 0.1, "shown": 0.1},
    "tickets": {"ticket": 0.45, "first_replied": 0.3, "solved": 0.3, "reopened": 0.2},
    "comments": {"text": 0.35, "written": 0.05, "source": 0.05},
    "customers": {"customer": 0.05},
}
"""How much a role, where a column bears it for certain, speaks for the kind."""
FILE_WORDS = {
    "survey": "survey surveys survei tinjauan nps csat responses feedback",
    "transactions": "transactions transaction orders sales retail purchases transaksi pesanan",
    "subscriptions": "subscriptions subscription contracts churn langganan memberships",
    "events": "events event log usage clicks activity kejadian",
    "tickets": "tickets ticket support cases incidents tiket helpdesk",
    "comments": "comments reviews review ulasan komentar komen verbatims",
    "customers": "customers accounts clients users pelanggan members",
}


@dataclass(frozen=True, slots=True)
class RoleGuess:
    """A role that a column seems to bear; `confidence` 0 to 1, `why` a sentence."""

    role: str
    column: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a column that the analyst has to decide or confirm."""

    role: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be.

    Attributes:
        kind: the likeliest kind of file.
        confidence: how sure that is, 0 to 1.
        roles: roles and the columns that seem to bear them.
        mapping: the same as a mapping, with how each column is read.
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
    scores = {kind: _score(KINDS[kind], roles, profile, name) for kind, roles in found.items()}
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best = ranked[0]
    confidence = _sure(scores[best], scores[ranked[1]])
    roles = found[best]
    mapping = with_readings(Mapping(best, tuple((one.role, one.column) for one in roles)), profile)
    return Guess(
        kind=best,
        confidence=confidence,
        roles=roles,
        mapping=mapping,
        questions=questions(mapping, profile),
        others=tuple((kind, min(1.0, max(0.0, scores[kind]))) for kind in ranked[1:]),
    )


def guess_roles(profile: Profile, kind: str, *, titles: Dict[str, str]) -> tuple[RoleGuess, ...]:
    """The columns that seem to bear the roles of a kind; each column bears one role at most."""
    offers = []
    for place, role in enumerate(KINDS[kind].roles):
        for order, column in enumerate(profile.columns):
            one = _offer(role, column, titles.get(column.name, ""), profile)
            if one is not None:
                offers.append((-one.confidence, place, order, one))
    offers.sort(key=lambda offer: offer[:3])
    taken: set[str] = set()
    filled: set[str] = set()
    chosen: list[RoleGuess] = []
    for _, place, _, one in offers:
        several = KINDS[kind].roles[place].several
        if one.column in taken or (one.role in filled and not several):
            continue
        taken.add(one.column)
        filled.add(one.role)
        chosen.append(one)
    order_of = {role.name: i for i, role in enumerate(KINDS[kind].roles)}
    names = profile.names
    chosen.sort(key=lambda one: (order_of[one.role], names.index(one.column)))
    return _without_doubles(tuple(chosen), kind)


def with_readings(mapping: Mapping, profile: Profile) -> Mapping:
    """The mapping with a reading worked out for every column that has none yet."""
    known = {column for column, _ in mapping.readings}
    for name, column in mapping.roles:
        role = mapping.file_kind.role(name)
        if role is not None and column not in known:
            mapping = mapping.with_reading(column, reading_of(role, profile.column(column)))
    return mapping


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
    chosen = Mapping(_kind_for(mapping.kind, roles), (), mapping.readings)
    known = {role.name for role in chosen.file_kind.roles}
    given = {role: column_named(role, name, columns) for role, name in overrides if name.strip()}
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


def column_named(role: str, name: str, columns: Sequence[str]) -> str:
    """The file's column of that name; capitals matter only where two columns differ by them.

    Raises:
        ColumnMissing: there is none.
    """
    wanted = name.strip()
    if wanted in columns:
        return wanted
    alike = [one for one in columns if one.casefold() == wanted.casefold()]
    if len(alike) == 1:
        return alike[0]
    raise ColumnMissing(role, wanted, columns)


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
        Type.MOMENT: (sum(one.readable for one in column.dates), "dates"),
        Type.FLAG: (column.flags, "yes or no"),
    }
    readable, what = holds.get(kind_role.type, (1, ""))
    if not readable:
        examples = ", ".join(f"'{value}'" for value in column.examples[:2])
        raise BadMapping(
            f"{role}: column '{column.name}' holds no {what} (for example {examples}). "
            "Choose another column for it."
        )


def questions(mapping: Mapping, profile: Profile) -> tuple[Question, ...]:
    """What the analyst has to decide about a mapping."""
    found = []
    for name, column in mapping.roles:
        how = mapping.reading(column)
        if how.date_format == AMBIGUOUS:
            text = say(
                "The dates in {column} read as day/month and as month/day: which is it?",
                column=column,
            )
            found.append(Question(name, column, text))
        warning = scale_warning(profile.column(column), name)
        if warning:
            found.append(Question(name, column, warning))
        if how.blanks and name in ("nps", "csat", "ces"):
            codes = ", ".join(how.blanks[:4])
            text = say("{column}: {codes} is taken for no answer.", column=column, codes=codes)
            found.append(Question(name, column, text))
    return tuple(found)


def scale_warning(column: Column, role: str) -> str | None:
    """A sentence where a column offered as NPS looks like a scale of 1-10 or 1-5, else None."""
    numbers = column.numbers
    if role != "nps" or numbers.readable < 100 or not column.top:
        return None
    counts: dict[int, int] = {}
    for value, n in column.top:
        text = value.split(".")[0]
        if text.isdigit():
            counts[int(text)] = counts.get(int(text), 0) + n
    zeros, ones = counts.get(0, 0), counts.get(1, 0)
    valid = [score for score in counts if 0 <= score <= 10]
    if zeros or not valid:
        return None
    top = max(valid)
    if top == 10 and not ones:
        return None
    scale = 5 if top <= 5 else 7 if top <= 7 else 10
    return say(
        "{column} looks like a scale of 1-{top}, not 0-10 (no 0 in {n} answers): NPS is asked from "
        "0 to 10.",
        column=column.name,
        top=scale,
        n=sum(counts.values()),
    )


def _offer(role: Role, column: Column, title: str, profile: Profile) -> RoleGuess | None:
    by_name, phrase = fit(column.name, role.name)
    by_title, title_phrase = fit(title, role.name) if title else (0.0, "")
    if by_title > by_name:
        by_name, phrase = by_title, title_phrase
    cells, reason = cells_fit(role, column, profile.rows)
    confidence = by_name * cells
    if by_name == 0.0 or confidence < LEAST:
        return None
    why = say("named like “{phrase}”; {reason}", phrase=phrase, reason=reason)
    return RoleGuess(role.name, column.name, round(min(0.99, confidence), 3), why)


def _without_doubles(roles: tuple[RoleGuess, ...], kind: str) -> tuple[RoleGuess, ...]:
    """An amount makes quantity and price needless only where it is at least as sure as they are."""
    if kind != "transactions":
        return roles
    sure = {one.role: one.confidence for one in roles}
    parts = min(sure.get("quantity", 0.0), sure.get("price", 0.0))
    if "amount" in sure and parts > sure["amount"]:
        return tuple(one for one in roles if one.role != "amount")
    return roles


def _score(kind: FileKind, roles: Sequence[RoleGuess], profile: Profile, name: str) -> float:
    """How much speaks for a kind: its needs met, telling roles, and the file's name."""
    sure = {one.role: one.confidence for one in roles}
    met = max((min(sure.get(role, 0.0) for role in need) for need in kind.needs), default=0.0)
    if met == 0.0:
        return 0.0
    telling = sum(
        weight * sure[role] for role, weight in TELLING[kind.name].items() if role in sure
    )
    hint = 0.15 if set(words(name)) & set(FILE_WORDS[kind.name].split()) else 0.0
    return 0.5 * met + telling + hint + _shape(kind.name, sure, roles, profile)


def _shape(
    kind: str, sure: Dict[str, float], roles: Sequence[RoleGuess], profile: Profile
) -> float:
    """What the rows say: a customer list has one row a customer, comments have long text."""
    columns = {one.role: profile.column(one.column) for one in roles}
    if kind == "customers":
        key = columns["customer"]
        return 0.05 if key.filled and key.distinct == key.filled else -0.35
    if kind == "comments":
        return 0.3 if columns["text"].words >= 4 else -0.3
    if kind == "events" and "event" not in sure and "session" not in sure:
        return -0.2
    if kind == "tickets" and not {"ticket", "solved", "first_replied"} & set(sure):
        return -0.4
    if kind == "survey" and not {"nps", "csat", "ces"} & set(sure):
        return -0.25
    return 0.0


def _sure(best: float, second: float) -> float:
    """Confidence from the lead over the runner-up and from how much speaks for the best."""
    if best <= 0:
        return 0.1
    lead = (best - second) / best
    return round(min(0.99, max(0.2, 0.45 + 0.35 * min(1.0, best) + 0.35 * lead)), 3)
