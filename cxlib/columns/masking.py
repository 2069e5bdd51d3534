"""Personal cells: hidden, or replaced by a keyed hash that says no more than "the same person"."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cxlib.columns.duck import sha256
from cxlib.columns.mapping import HASH, HIDE, Mapping

HIDDEN = "(hidden)"
"""What a reader sees of a hidden cell."""
LENGTH = 16
"""Characters of a pseudonym: 64 bits, so that a million people hardly ever share one."""


def pseudonym(text: ir.StringValue, secret: str) -> ir.StringValue:
    """A keyed hash of a cell; null stays null, and different cells have different pseudonyms.

    Without the secret nobody can find out whose it is by hashing all likely names.

    Args:
        text: trimmed cells.
        secret: the workspace's own; never shown.

    Source:
        Krawczyk, Bellare & Canetti, HMAC, RFC 2104, 1997 (the nested form).
    """
    inner = sha256(ibis.literal(secret) + "|inner|" + text)
    return sha256(ibis.literal(secret) + "|outer|" + inner).substr(0, LENGTH)


def masked(cell: ir.StringValue, how: str | None, secret: str) -> ir.StringValue:
    """A cell as it may be shown."""
    if how == HIDE:
        return ibis.ifelse(cell.notnull(), HIDDEN, None)
    return pseudonym(cell, secret) if how == HASH else cell


def how_shown(mapping: Mapping, column: str) -> str | None:
    """`HIDE`, `HASH`, or None for a column that is shown."""
    return next((how for name, how in mapping.personal if name == column), None)
