"""Groups as the sentences of a note name them."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.locale.speak import say
from cxlib.stats.groups import Group

SHOWN = 5
"""Groups that a note names before it only counts the others."""


def group_name(group: Group) -> str:
    """The group's value, its period, or both."""
    period = group.period.isoformat() if group.period is not None else None
    return ", ".join(part for part in (group.value, period) if part) or say("All")


def first_few(names: Sequence[str]) -> str:
    """The first names, and how many there are besides."""
    shown = ", ".join(names[:SHOWN])
    rest = len(names) - SHOWN
    return say("{names} and {rest} more", names=shown, rest=rest) if rest > 0 else shown
