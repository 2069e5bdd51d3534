"""One spelling for a customer's key, so that files that write it differently can be joined."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir


@dataclass(frozen=True, slots=True)
class KeyRules:
    """What does not matter when two keys are compared; blanks around a key never do.

    Attributes:
        case: capitals do not matter, in e-mail addresses and elsewhere: "Ann@X.com" is "ann@x.com".
        zeros: zeros in front of a key of digits do not matter: "00042" is "42".
    """

    case: bool = True
    zeros: bool = True


def key_of(text: ir.StringValue, rules: KeyRules) -> ir.StringValue:
    """The key by which a customer is found in other files; null where there is none. Portable.

    Args:
        text: customers as a file has them.
        rules: what does not matter.
    """
    key = text.strip()
    if rules.case:
        key = key.lower()
    if rules.zeros:
        shorter = key.re_replace(r"^0+([0-9])", r"\1")
        key = ibis.ifelse(key.re_search(r"^[0-9]+$"), shorter, key)
    return key.nullif("")
