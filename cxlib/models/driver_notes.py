"""What to be careful about with drivers, in words."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cxlib.locale.speak import say
from cxlib.models.importance import ORDERS
from cxlib.stats.cross_products import CrossProducts

THIN = 100
"""Complete answers under which a result is called rough."""
HIGH_VIF = 10
LITTLE = 0.02
"""R2 under which the drivers are said to explain next to nothing."""
FEW_PARTIES = 30
"""Groups of customers under which limits that rest on them are called rough."""


def notes_on(
    products: CrossProducts,
    inflation: Mapping[str, float],
    *,
    r2: float,
    linear: bool,
    orders_error: float | None,
) -> tuple[str, ...]:
    """What a reader of the shares should know.

    Args:
        products: complete rows of the outcome and the drivers.
        inflation: driver to its variance inflation.
        r2: explained share of the outcome's variance or deviance.
        linear: whether a linear regression explains an outcome of two values.
        orders_error: largest standard error of a share that stems from sampling orders, or None.
    """
    notes = []
    if products.n < THIN:
        notes.append(
            say("Fewer than {n} complete answers: shares and their order are rough.", n=THIN)
        )
    if r2 < LITTLE:
        notes.append(
            say(
                "The drivers together explain only {share} of the outcome: the shares are shares "
                "of very little.",
                share=f"{r2:.1%}",
            )
        )
    high = [f"{name} ({vif:.0f})" for name, vif in inflation.items() if vif > HIGH_VIF]
    if high:
        notes.append(
            say(
                "Some drivers say nearly the same as others, so that the sign of their effect is "
                "unsure; variance inflation: {drivers}.",
                drivers=", ".join(high),
            )
        )
    notes += _of_customers(products)
    if linear:
        notes.append(
            say("The outcome has two values, and R2 is that of a linear regression on it.")
        )
    if orders_error is not None:
        notes.append(
            say(
                "Averaged over {n} sampled orders of the drivers; this gives no share a standard "
                "error above {points} points.",
                n=f"{ORDERS:,}",
                points=f"{100 * orders_error:.2f}",
            )
        )
    return tuple(notes)


def map_notes_on(*, mixed: bool) -> tuple[str, ...]:
    """How performance is compared, where that is not by the mean answers as they are."""
    if not mixed:
        return ()
    return (say("The drivers have different scales; the map compares places on the scale."),)


def _of_customers(products: CrossProducts) -> list[str]:
    if products.party is None:
        return []
    notes = [
        say(
            "{n} customers answered more than once. The limits take the answers of a customer "
            "together: they tell less than as many customers would.",
            n=f"{products.repeated:,}",
        )
    ]
    if len(np.unique(products.party)) < FEW_PARTIES:
        notes.append(say("The answers stem from few customers, so that the limits are rough."))
    return notes
