"""The options that commands share, and the request they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import click

from cxlib.command.values import Amount, Day, Pair, Span
from cxlib.engine.portable import PERIODS

F = TypeVar("F", bound=Callable[..., Any])
Option = Callable[[F], F]

LEVEL = 0.95

JSON: Option[Any] = click.option(
    "--json", "as_json", is_flag=True, help="One JSON object instead of tables."
)
READING: tuple[Option[Any], ...] = (
    click.option(
        "--map",
        "roles",
        type=Pair("ROLE", "COLUMN"),
        multiple=True,
        help="Which column bears a role; repeatable. ROLE= with nothing after it removes a guess.",
    ),
    click.option(
        "--date-format",
        default="",
        metavar="FORMAT",
        help="How dates are written, such as %d/%m/%Y, where they are ambiguous.",
    ),
    click.option("--sheet", metavar="NAME", help="The sheet of a workbook; the first with data."),
    click.option(
        "--engine",
        metavar="URL",
        help="Where SOURCE is a table: duckdb:///FILE, a folder of Parquet files, "
        "postgres://user@host/database, spark://host:port, local[2] or sc://host:port.",
    ),
    click.option(
        "--workspace",
        metavar="FOLDER",
        help="SOURCE is a dataset that the app keeps in this folder.",
    ),
    JSON,
)
"""How the source is read, and how the answer is written."""

FILTERS: tuple[Option[Any], ...] = (
    click.option(
        "--where",
        type=Pair("COLUMN", "VALUE"),
        multiple=True,
        help="Keep these rows; repeatable: columns must all hold, values of one column are "
        "alternatives.",
    ),
    click.option(
        "--filter",
        metavar="TEXT",
        multiple=True,
        help="Keep the rows for which this holds, written like SQL's WHERE: \"region = 'North' and "
        "(nps >= 9 or comment contains 'slow')\"; repeatable: all must hold.",
    ),
    click.option(
        "--segment",
        metavar="NAME",
        multiple=True,
        help="Keep the rows of a segment saved in the app (with --workspace); repeatable.",
    ),
    click.option("--since", type=Day(), help="First day kept."),
    click.option("--until", type=Day(), help="Last day kept."),
)
BY: Option[Any] = click.option(
    "--by", metavar="COLUMN", multiple=True, help="Results for each value of a column; repeatable."
)
PERIOD: Option[Any] = click.option(
    "--period", type=click.Choice(PERIODS), help="Results for each period."
)
CONFIDENCE: Option[Any] = click.option(
    "--level",
    type=Amount(low=0, high=1, open_ends=True, like="such as 0.95."),
    default=LEVEL,
    show_default=True,
    help="Confidence level of the intervals.",
)
SCALE: Option[Any] = click.option("--scale", type=Span(), help="Lowest and highest valid answer.")
REVERSED: Option[Any] = click.option(
    "--reversed",
    "low_is_good",
    is_flag=True,
    help="A low answer is the good one; without --box the usual box is mirrored.",
)
USUAL = (*READING, *FILTERS, BY, PERIOD, CONFIDENCE)


@dataclass(frozen=True, slots=True)
class Request:
    """What every command is told; options that a command does not have keep their defaults."""

    source: str
    roles: tuple[tuple[str, str], ...] = ()
    date_format: str = ""
    sheet: str | None = None
    engine: str | None = None
    as_json: bool = False
    where: tuple[tuple[str, str], ...] = ()
    filter: tuple[str, ...] = ()
    workspace: str | None = None
    segment: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    by: tuple[str, ...] = ()
    period: str | None = None
    level: float = LEVEL
    scale: tuple[int, int] | None = None
    low_is_good: bool = False
