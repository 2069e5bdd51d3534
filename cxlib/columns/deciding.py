"""Which kind a file is: what speaks for each kind, and how sure the likeliest is."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence

from cxlib.columns.column import Profile
from cxlib.columns.kinds import KINDS, FileKind
from cxlib.columns.offering import RoleGuess
from cxlib.columns.vocabulary import words

TELLING: dict[str, dict[str, float]] = {
    "survey": {
        "nps": 0.5,
        "csat": 0.3,
        "ces": 0.4,
        "answered": 0.05,
        "weight": 0.1,
        "counts": 0.5,
        "count": 0.2,
        "question": 0.3,
        "response": 0.1,
    },
    "transactions": {
        "amount": 0.25,
        "quantity": 0.15,
        "price": 0.15,
        "order": 0.25,
        "product": 0.1,
    },
    "subscriptions": {"ended": 0.35, "churned": 0.3, "plan": 0.15, "fee": 0.1, "started": 0.1},
    "events": {"event": 0.35, "session": 0.35, "happened": 0.1, "shown": 0.1},
    "tickets": {
        "ticket": 0.45,
        "first_replied": 0.3,
        "solved": 0.3,
        "reopened": 0.2,
        "group": 0.1,
        "category": 0.05,
        "changed": 0.2,
        "status": 0.2,
    },
    "comments": {"text": 0.35, "written": 0.05, "source": 0.05, "rating": 0.1},
    "customers": {"customer": 0.05},
}
"""How much a role, where a column bears it for certain, speaks for the kind."""
PLAIN, PLAIN_LEAD = 0.8, 0.5
"""What speaks for a kind where nothing more need be said, and the lead that leaves no doubt."""
WEAK = 0.5
"""A required role less sure than this makes the kind no surer."""
BESIDE_SCORES = 0.45
"""What speaks against a file of comments where each stands beside a score of a survey."""
FILE_WORDS = {
    "survey": "survey surveys survei tinjauan nps csat responses feedback delighted kepuasan",
    "transactions": "transactions transaction orders sales retail purchases transaksi pesanan "
    "penjualan jualan charges",
    "subscriptions": "subscriptions subscription contracts churn langganan memberships",
    "events": "events event log usage clicks activity kejadian",
    "tickets": "tickets ticket support cases incidents tiket helpdesk conversations aduan keluhan",
    "comments": "comments reviews review ulasan komentar komen verbatims",
    "customers": "customers accounts clients users pelanggan members contacts kontak",
}
"""Words in a file's name that hint at its kind."""


def decided(
    found: Dict[str, Sequence[RoleGuess]], profile: Profile, name: str
) -> tuple[tuple[str, float], ...]:
    """The kinds, likeliest first: how sure the first is, what speaks for each of the others.

    Args:
        found: the roles that the columns would bear in each kind.
        profile: what the columns hold.
        name: the file's name.
    """
    scores = {kind: _score(KINDS[kind], roles, profile, name) for kind, roles in found.items()}
    if _scored(found.get("survey", ())):
        scores["comments"] = scores.get("comments", 0.0) - BESIDE_SCORES
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, second = ranked[0], ranked[1]
    met = _met(KINDS[best], {one.role: one.confidence for one in found[best]})
    sure = _sure(scores[best], scores[second], met)
    others = tuple((kind, min(1.0, max(0.0, scores[kind]))) for kind in ranked[1:])
    return (best, sure), *others


def _score(kind: FileKind, roles: Sequence[RoleGuess], profile: Profile, name: str) -> float:
    """How much speaks for a kind: its needs met, telling roles, and the file's name."""
    sure = _surest(roles)
    met = _met(kind, sure)
    if met == 0.0:
        return 0.0
    telling = sum(
        weight * sure[role] for role, weight in TELLING[kind.name].items() if role in sure
    )
    hint = 0.15 if set(words(name)) & set(FILE_WORDS[kind.name].split()) else 0.0
    return 0.5 * met + telling + hint + _shape(kind.name, sure, roles, profile)


def _scored(roles: Sequence[RoleGuess]) -> bool:
    """Whether a score of a survey is plain: comments beside it are its comments."""
    sure = _surest(roles)
    return max(sure.get("nps", 0.0), sure.get("ces", 0.0)) >= 0.8 or sure.get("csat", 0.0) >= 0.9


def _surest(roles: Sequence[RoleGuess]) -> dict[str, float]:
    sure: dict[str, float] = {}
    for one in roles:
        sure[one.role] = max(one.confidence, sure.get(one.role, 0.0))
    return sure


def _met(kind: FileKind, sure: Dict[str, float]) -> float:
    """How sure the least sure of the required roles is; 0 where one is missing."""
    return max((min(sure.get(role, 0.0) for role in need) for need in kind.needs), default=0.0)


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
    if kind == "survey" and not {"nps", "csat", "ces", "counts"} & set(sure):
        return -0.05 if [one.role for one in roles].count("rating") > 2 else -0.25
    return 0.0


def _sure(best: float, second: float, met: float) -> float:
    """Confidence from the lead over the runner-up, what speaks for the best, and its needs."""
    if best <= 0:
        return 0.1
    lead = min(1.0, (best - max(second, 0.0)) / best / PLAIN_LEAD)
    strength = min(1.0, best / PLAIN)
    sure = (0.55 + 0.45 * lead) * (0.3 + 0.7 * strength) * (0.35 + 0.65 * met)
    return round(min(0.99, max(0.1, sure), met if met < WEAK else 1.0), 3)
