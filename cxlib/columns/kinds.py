"""The kinds of file and their roles, as data: a new kind is a new entry here, not a new branch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxlib.locale.speak import say


class Type(StrEnum):
    """What a role's cells are read as."""

    TEXT = "text"
    KEY = "key"  # an identifier: text, with a trailing ".0" from spreadsheets removed
    MOMENT = "moment"  # a date or a date with time
    SCORE = "score"  # a whole number on a scale
    NUMBER = "number"
    MONEY = "money"
    FLAG = "flag"  # yes or no


@dataclass(frozen=True, slots=True)
class Role:
    """A meaning that a column can bear.

    `scale` is the default scale of a SCORE; `several` allows more than one column.
    """

    name: str
    type: Type
    scale: tuple[int, int] | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its roles, and which of them it cannot do without.

    `needs` is a list of alternatives; each alternative is a set of roles that together suffice.
    """

    name: str
    title: str
    roles: tuple[Role, ...]
    needs: tuple[frozenset[str], ...]

    def role(self, name: str) -> Role | None:
        """The role of that name, or None."""
        return next((role for role in self.roles if role.name == name), None)


def _kind(name: str, title: str, roles: tuple[Role, ...], *needs: str) -> FileKind:
    return FileKind(name, title, roles, tuple(frozenset(need.split()) for need in needs))


KINDS: dict[str, FileKind] = {
    kind.name: kind
    for kind in (
        _kind(
            "survey",
            "Survey answers",
            (
                Role("answered", Type.MOMENT),
                Role("nps", Type.SCORE, (0, 10)),
                Role("csat", Type.SCORE, (1, 5)),
                Role("ces", Type.SCORE, (1, 7)),
                Role("rating", Type.SCORE, several=True),
                Role("customer", Type.KEY),
                Role("comment", Type.TEXT),
                Role("weight", Type.NUMBER),
                Role("touchpoint", Type.TEXT),
                Role("channel", Type.TEXT),
                Role("invited", Type.MOMENT),
                Role("response", Type.KEY),
                Role("count", Type.NUMBER),
                Role("counts", Type.NUMBER, several=True),
                Role("question", Type.TEXT),
                Role("answer", Type.TEXT),
            ),
            "nps",
            "csat",
            "ces",
            "rating",
            "counts",
        ),
        _kind(
            "transactions",
            "Transactions",
            (
                Role("customer", Type.KEY),
                Role("ordered", Type.MOMENT),
                Role("amount", Type.MONEY),
                Role("quantity", Type.NUMBER),
                Role("price", Type.MONEY),
                Role("order", Type.KEY),
                Role("product", Type.TEXT),
            ),
            "customer ordered amount",
            "customer ordered quantity price",
        ),
        _kind(
            "subscriptions",
            "Subscriptions",
            (
                Role("customer", Type.KEY),
                Role("started", Type.MOMENT),
                Role("ended", Type.MOMENT),
                Role("observed", Type.MOMENT),
                Role("entered", Type.MOMENT),
                Role("duration", Type.NUMBER),
                Role("churned", Type.FLAG),
                Role("plan", Type.TEXT),
                Role("fee", Type.MONEY),
                Role("reason", Type.TEXT),
            ),
            "customer started ended",
            "customer duration churned",
        ),
        _kind(
            "events",
            "Events",
            (
                Role("customer", Type.KEY),
                Role("happened", Type.MOMENT),
                Role("event", Type.TEXT),
                Role("session", Type.KEY),
                Role("shown", Type.NUMBER),
                Role("clicked", Type.NUMBER),
            ),
            "customer happened",
        ),
        _kind(
            "tickets",
            "Support tickets",
            (
                Role("created", Type.MOMENT),
                Role("ticket", Type.KEY),
                Role("customer", Type.KEY),
                Role("first_replied", Type.MOMENT),
                Role("solved", Type.MOMENT),
                Role("reopened", Type.NUMBER),
                Role("channel", Type.TEXT),
                Role("category", Type.TEXT),
                Role("group", Type.TEXT),
                Role("changed", Type.MOMENT),
                Role("status", Type.TEXT),
            ),
            "created",
            "ticket changed status",
        ),
        _kind(
            "comments",
            "Comments",
            (
                Role("text", Type.TEXT),
                Role("customer", Type.KEY),
                Role("written", Type.MOMENT),
                Role("rating", Type.SCORE),
                Role("source", Type.TEXT),
            ),
            "text",
        ),
        _kind(
            "customers",
            "Customer list",
            (Role("customer", Type.KEY),),
            "customer",
        ),
    )
}


def kind_names() -> dict[str, str]:
    """The kinds of file in the reader's language, by name."""
    return {
        "survey": say("Survey answers"),
        "transactions": say("Transactions"),
        "subscriptions": say("Subscriptions"),
        "events": say("Events"),
        "tickets": say("Support tickets"),
        "comments": say("Comments"),
        "customers": say("Customer list"),
    }
