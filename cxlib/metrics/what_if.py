"""What it would bring if some customers stayed like those of another group, less its cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from cxlib.errors import BadOption


@dataclass(frozen=True, slots=True)
class Sized:
    """A number with its limits; limits are None where they are unknown or there is none."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A programme for a group of customers, a share of whom it moves.

    Attributes:
        customers: customers of the group; the programme is for all of them.
        fee: what a customer pays a unit of time.
        longer: units of time that a moved customer stays longer within the window, with limits.
        cost: what the programme costs a customer of the group, moved or not; 0 for nothing.
    """

    customers: int
    fee: float
    longer: Sized
    cost: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what is no amount of money."""
        if not (isfinite(self.cost) and self.cost >= 0):
            raise BadOption(f"The cost is {self.cost:g}; it has to be a number from 0 on.")


def gain(asked: WhatIf, fraction: float) -> Sized:
    """Money gained if a fraction moves: customers x (fraction x fee x time longer - cost).

    Args:
        asked: the programme.
        fraction: share of the customers that comes to stay like the other group, 0 to 1.

    Returns:
        Money of all customers within the window; limits are those of the time, the fee is taken
        as it is.

    Raises:
        BadOption: the fraction is not within 0 to 1.
    """
    return _each(worth(asked, fraction), lambda one: asked.customers * (one - asked.cost))


def worth(asked: WhatIf, fraction: float) -> Sized:
    """What may be spent on each customer of the group at most: fraction x fee x time longer.

    Raises:
        BadOption: the fraction is not within 0 to 1.
    """
    if not 0 <= fraction <= 1:
        raise BadOption(f"The share moved is {fraction:g}; it has to be within 0 and 1.")
    return _each(asked.longer, lambda one: fraction * asked.fee * one)


def break_even(asked: WhatIf) -> Sized:
    """The fraction that has to move for the programme to pay for itself: cost / (fee x time).

    Returns:
        At least 0; above 1 where not even all customers would pay for it. None where moved
        customers do not stay longer; the upper limit is None where they may not.
    """
    value, low, high = asked.longer.value, asked.longer.low, asked.longer.high
    # Who stays longer needs fewer to move, so the limits change sides.
    return Sized(_needed(asked, value), _needed(asked, high), _needed(asked, low))


def _needed(asked: WhatIf, longer: float | None) -> float | None:
    if longer is None or longer * asked.fee <= 0:
        return None
    return asked.cost / (asked.fee * longer)


def _each(of: Sized, turn: Callable[[float], float]) -> Sized:
    low, value, high = (None if one is None else turn(one) for one in (of.low, of.value, of.high))
    return Sized(value, low, high)
