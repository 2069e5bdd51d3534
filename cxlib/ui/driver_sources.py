"""What the Drivers page weighs: columns of the survey, themes of its comments, and other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import streamlit as st

from cxlib.locale.speak import say
from cxlib.models.driver_performance import Performance
from cxlib.stats.after_answer import After, with_departures, with_spending
from cxlib.stats.before_answer import (
    DONE,
    FIRST_REPLY,
    RECENT,
    REOPENED,
    SOLVE,
    WELL,
    ServiceBefore,
    with_service,
)
from cxlib.stats.complete_rows import read_filled
from cxlib.stats.cross_products import DriverTable, read_cross_products
from cxlib.stats.lent import held, lent_numbers
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import score_scales
from cxlib.text.themes import Mentions
from cxlib.ui import commented, load, session
from cxlib.workspace.store import Dataset

F = TypeVar("F", bound=Callable[..., Any])

LEFT, SPENT = "@left", "@spent"
"""Outcomes that stem from another file."""
TICKETS, THEME = "@tickets/", "@theme/"
"""How the drivers begin that stem from tickets and from comments."""
FEWEST = 30
"""Mentions of a theme from which on it can be a driver."""
HALF = 0.5
SERVICE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Ask:
    """Everything that the cross-products depend on.

    Attributes:
        dataset: the survey.
        selection: filters and range of days.
        by: the segment column to compare; None for no comparison.
        outcome: a column, `LEFT` or `SPENT`.
        drivers: columns, and names that begin with `TICKETS` or `THEME`.
        desk: the tickets; None for none.
        after: subscriptions or transactions of the outcome; None for none.
        days: so many days after the answer count for such an outcome.
        comments: how comments are read; None where there are none.
        filled: whether drivers go that more than half of the rows lack.
    """

    dataset: Dataset
    selection: Selection
    by: str | None
    outcome: str
    drivers: tuple[str, ...]
    desk: Dataset | None
    after: Dataset | None
    days: int
    comments: commented.Asked | None
    filled: bool

    def identity(self) -> tuple[object, ...]:
        """The same in parts that a cache can tell apart."""
        files = (self.dataset, self.desk, self.after)
        return (
            *(one and one.key for one in files),
            self.selection,
            self.by,
            self.outcome,
            self.drivers,
            self.days,
            self.comments and self.comments.identity(),
            self.filled,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Cross-products, and what is to be known of their columns.

    Attributes:
        table: sums a group.
        scales: lowest and highest value of drivers.
        measured: drivers whose performance is not their mean.
        few: themes that too few comments mention.
        sparse: drivers that more than half of the rows lack, and were left out for it.
    """

    table: DriverTable
    scales: Mapping[str, tuple[int, int]]
    measured: Mapping[str, Performance]
    few: tuple[str, ...]
    sparse: tuple[str, ...]


def kept(entries: int) -> Callable[[F], F]:
    """Keep what a function of an `Ask` returns for this session, as it is, without a copy."""

    def wrap(function: F) -> F:
        keep = st.cache_resource(
            scope="session",
            show_spinner=False,
            max_entries=entries,
            hash_funcs={Ask: Ask.identity},
        )
        held = keep(function)
        load.KEPT.append(held)
        return cast("F", held)

    return wrap


def name_of(key: str, days: int) -> str:
    """What a reader calls an outcome or a driver; also the name of its column."""
    words = {
        LEFT: say("Left within {days} days", days=days),
        SPENT: say("Spent within {days} days", days=days),
        TICKETS + FIRST_REPLY: say("Tickets: time to first reply"),
        TICKETS + SOLVE: say("Tickets: time to solution"),
        TICKETS + REOPENED: say("Tickets: reopened"),
        TICKETS + RECENT: say("Tickets: how many in {days} days", days=SERVICE_DAYS),
    }
    if key.startswith(THEME):
        return say("Theme: {name}", name=key.removeprefix(THEME))
    return words.get(key, key)


@kept(8)
def found(ask: Ask) -> Found:
    """The cross-products of what is asked, with the columns that other files and comments lend."""
    mentions = _mentions(ask)
    few = tuple(name for name, n in _mentioned(ask, mentions).items() if n < FEWEST)
    drivers = [key for key in ask.drivers if key.removeprefix(THEME) not in few]
    with _opened(ask, drivers, mentions) as source:
        names = {key: name_of(key, ask.days) for key in drivers}
        sparse = _sparse(source, ask, list(names.values()))
        names = {key: name for key, name in names.items() if name not in sparse}
        measured = _measured(names)
        aside = [one.column for one in measured.values()]
        outcome = name_of(ask.outcome, ask.days)
        table = read_cross_products(
            source,
            columns=(outcome, *names.values(), *aside),
            selection=ask.selection,
            by=(ask.by,) if ask.by else (),
        )
        scales = _scales(source, ask.dataset, list(names.values()), measured)
    return Found(table, scales, measured, few, sparse)


@contextmanager
def _opened(ask: Ask, drivers: list[str], mentions: Mentions | None) -> Iterator[Source]:
    """The survey with its lent columns, valid inside the block."""
    wanted = [one for one in load.using(ask.selection, ask.by) if one not in ask.dataset.columns]
    around = session.around()
    backend = session.open_cursor()
    try:
        plain = open_source(ask.dataset, backend, using=wanted, around=around if wanted else None)
        source = plain
        service = {
            key.removeprefix(TICKETS): name_of(key, ask.days)
            for key in drivers
            if key.startswith(TICKETS)
        }
        if service and ask.desk is not None:
            asked = ServiceBefore(service, days=SERVICE_DAYS, rules=around.rules)
            source = with_service(source, open_source(ask.desk, backend), asked)
        if mentions is not None and ask.comments is not None:
            source = _with_themes(source, ask, drivers, mentions)
        if ask.outcome in (LEFT, SPENT) and ask.after is not None:
            after = After(name_of(ask.outcome, ask.days), ask.days, around.rules)
            lend = with_departures if ask.outcome == LEFT else with_spending
            source = lend(source, open_source(ask.after, backend), after)
        yield held(source, plain)
    finally:
        backend.disconnect()


def _mentions(ask: Ask) -> Mentions | None:
    """The themes of the comments, where one of them is a driver."""
    if ask.comments is None or not any(key.startswith(THEME) for key in ask.drivers):
        return None
    return commented.analysis_of(ask.comments).themes()


def _mentioned(ask: Ask, mentions: Mentions | None) -> dict[str, int]:
    """How many comments mention each theme that is a driver."""
    wanted = [key.removeprefix(THEME) for key in ask.drivers if key.startswith(THEME)]
    if mentions is None:
        return dict.fromkeys(wanted, 0)
    counts = dict(zip(mentions.names, mentions.flags.sum(axis=0).tolist(), strict=True))
    return {name: counts.get(name, 0) for name in wanted}


def _with_themes(source: Source, ask: Ask, drivers: list[str], mentions: Mentions) -> Source:
    """The survey with 1 for each theme that a comment mentions, and for each that it spares."""
    columns = {}
    for key in drivers:
        if key.startswith(THEME):
            place = mentions.names.index(key.removeprefix(THEME))
            told = mentions.flags[:, place]
            name = name_of(key, ask.days)
            columns[name] = told
            columns[name + DONE] = told & (mentions.polarity[:, place] >= 0)
    if not columns or ask.comments is None:
        return source
    rows = commented.analysis_of(ask.comments).comments.row
    return lent_numbers(source, rows, columns, otherwise=say("no comment"))


def _sparse(source: Source, ask: Ask, names: list[str]) -> tuple[str, ...]:
    """Drivers that more than half of the rows in view lack, where these are to go."""
    if not ask.filled:
        return ()
    shares = read_filled(source, columns=names, selection=ask.selection)
    return tuple(name for name in names if shares.get(name, 1.0) < HALF)


def _measured(names: Mapping[str, str]) -> dict[str, Performance]:
    """Drivers whose performance is a share: of prompt replies, of mentions without blame."""
    found = {}
    for key, name in names.items():
        if key.startswith((TICKETS, THEME)):
            of = name if key.startswith(THEME) else None
            found[name] = Performance(name + DONE, of)
    return found


def _scales(
    source: Source, dataset: Dataset, names: list[str], measured: Mapping[str, Performance]
) -> dict[str, tuple[int, int]]:
    """Scales of scores; where shares stand beside other columns, what these hold is their scale."""
    scales = score_scales(source, [name for name in names if name in dataset.columns])
    if not measured:
        return scales
    scales |= dict.fromkeys(measured, (0, 1))
    profile = load.understand(dataset.upload).profile
    for name in names:
        if name not in scales:
            numbers = profile.column(name).numbers
            if numbers.lowest is not None and numbers.highest is not None:
                scales[name] = (int(numbers.lowest), int(-(-numbers.highest // 1)))
    return scales


def with_notes(ask: Ask, found: Found) -> tuple[str, ...]:
    """What is to be said of the columns that stem from elsewhere."""
    notes = []
    if ask.outcome == LEFT:
        notes.append(
            say(
                "The clock starts at the answer: 1 where the customer left within {days} days, 0 "
                "where the customer is known to have stayed that long. Who was watched for less "
                "is left out, as who was no customer then.",
                days=ask.days,
            )
        )
    if ask.outcome == SPENT:
        notes.append(
            say(
                "Spent from the day after the answer on, by customers who had bought by then; 0 "
                "counts. A few large amounts can sway R2.",
            )
        )
    if any(key.startswith(TICKETS) for key in ask.drivers):
        notes.append(
            say(
                "Service times are the logarithm of the hours of the customer's last ticket in the "
                "{days} days before the answer.",
                days=SERVICE_DAYS,
            )
        )
    return (*notes, *_gone(found))


def performance_notes(ask: Ask) -> tuple[str, ...]:
    """How the performance of themes and of service is measured."""
    notes = []
    if any(key.startswith(TICKETS) for key in ask.drivers):
        notes.append(
            say(
                "Performance of service: the share replied to within {reply} hours, solved within "
                "{solve} hours, not reopened, without any ticket.",
                reply=WELL[FIRST_REPLY],
                solve=WELL[SOLVE],
            )
        )
    if any(key.startswith(THEME) for key in ask.drivers):
        notes.append(say("Performance of a theme: the share of its mentions that do not blame it."))
    return tuple(notes)


def _gone(found: Found) -> list[str]:
    """Drivers that were left out, by name."""
    notes = []
    if found.few:
        notes.append(
            say(
                "Left out, with fewer than {n} mentions: {themes}.",
                n=FEWEST,
                themes=", ".join(found.few),
            )
        )
    if found.sparse:
        notes.append(
            say(
                "Left out, with no answer in more than half of the rows: {drivers}.",
                drivers=", ".join(found.sparse),
            )
        )
    return notes
