"""The options that say what is paid, for how long, and how it is discounted."""

from __future__ import annotations

from typing import Any

import click

from cxlib.command.options import Option
from cxlib.command.values import Amount, Count

LONGEST = 10_000
DISCOUNT, MARGIN = 0.1, 1.0
A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}
"""The horizon where none is given: about a year of units."""

HORIZON: Option[Any] = click.option(
    "--horizon", type=Count(most=LONGEST), help="Units of the coming time; about a year of them."
)
YEARLY_DISCOUNT: Option[Any] = click.option(
    "--discount",
    type=Amount(low=0, high=1, like="such as 0.1."),
    default=DISCOUNT,
    show_default=True,
    help="Discount a year, a fraction.",
)


def margin_option(text: str) -> Option[Any]:
    """--margin with its own line of help: a fraction of the amounts, or money a period."""
    above = Amount(low=0, high=1e12, open_ends=True, like="such as 0.3 or 25.")
    return click.option("--margin", type=above, default=MARGIN, show_default=True, help=text)
