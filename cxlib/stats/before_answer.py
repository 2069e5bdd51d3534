"""What a customer's tickets were like in the days before an answer, as columns of the survey."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import ibis
import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules
from cxlib.engine import portable
from cxlib.locale.speak import say
from cxlib.stats.follow_up import USUAL_KEYS, replied_before
from cxlib.stats.lent import GAP, keyed_answers, lent
from cxlib.tables.linked import key_column
from cxlib.tables.source import Source
from cxlib.tables.tickets import MEASURES, Tickets, tickets

FIRST_REPLY, SOLVE, REOPENED, RECENT = "first_reply", "solve", "reopened", "recent"
SERVICE = (FIRST_REPLY, SOLVE, REOPENED, RECENT)
WELL = {FIRST_REPLY: 24, SOLVE: 72}
"""Hours up to which a wait counts as done well."""
SHORTEST = 1 / 60
"""Hours below which waits are taken as alike, so that their logarithm stays finite."""
DONE = " (done well)"
"""How the column is called that measures how well something was done, after the driver."""


@dataclass(frozen=True, slots=True)
class ServiceBefore:
    """What to take from the tickets.

    Attributes:
        names: measure (of `SERVICE`) to the name of its column.
        days: only what happened in so many days before the answer counts.
        rules: how customers are matched.
    """

    names: Mapping[str, str]
    days: int = 90
    rules: KeyRules = USUAL_KEYS


def measures_of(desk: Source) -> tuple[str, ...]:
    """The measures of `SERVICE` that a file of tickets can give."""
    if not desk.has("customer") or not desk.has("created"):
        return ()
    roles = {FIRST_REPLY: "first_replied", SOLVE: "solved", REOPENED: "reopened"}
    found = [one for one, role in roles.items() if desk.has(role)]
    if REOPENED in found and SOLVE not in found:
        found.remove(REOPENED)
    return (*found, RECENT)


def with_service(survey: Source, desk: Source, asked: ServiceBefore) -> Source:
    """The survey with what the tickets before each answer were like.

    `first_reply` and `solve` are the natural logarithm of the hours that the customer's last ticket
    waited whose wait ended in the days before the answer; `reopened` is 1 where the last solved one
    was, else 0; `recent` counts the tickets created in those days. Beside each stands a column with
    the same name and ` (done well)`: 1 where the wait was short (24 hours for the reply, 72 to the
    solution), nothing was reopened, no ticket was created.

    Args:
        survey: answers with customers and moments, on the engine of `desk`.
        desk: tickets with customers.
        asked: what to take.
    """
    given = keyed_answers(survey, asked.rules).mutate(score=ibis.literal(0))
    book = tickets(desk)
    makers: dict[str, Callable[[], ir.Table]] = {
        FIRST_REPLY: partial(_waited, book, desk, asked, FIRST_REPLY),
        SOLVE: partial(_waited, book, desk, asked, SOLVE),
        REOPENED: partial(_reopened, book, desk, asked),
    }
    for measure, name in asked.names.items():
        if measure == RECENT:
            values = _recent(given, book, desk, asked)
        else:
            ended = makers[measure]()
            last = replied_before(given, ended, days=asked.days)
            values = _named(last, measure, name)
        survey = lent(survey, values, (name, name + DONE), otherwise=_no_ticket(measure, asked))
    return survey


def _named(last: ir.Table, measure: str, name: str) -> ir.Table:
    """The last wait as the driver, and whether it was done well."""
    if measure == REOPENED:
        return last.select("row", **{name: last.waited, name + DONE: 1 - last.waited})
    hours = last.waited / 3600
    floored = ibis.ifelse(hours < SHORTEST, SHORTEST, hours)
    well = portable.flag(hours <= WELL[measure])
    return last.select("row", **{name: floored.ln(), name + DONE: well})


def _waited(book: Tickets, desk: Source, asked: ServiceBefore, measure: str) -> ir.Table:
    """Waits that are over: `key`, `ended`, `waited` (seconds)."""
    waits = book.waits(measure)
    over = waits.filter(waits.event == 1)
    key = key_column(replace(desk, table=over), asked.rules)
    return over.select(key=key, ended=over[MEASURES[measure]], waited=over.duration)


def _reopened(book: Tickets, desk: Source, asked: ServiceBefore) -> ir.Table:
    """Solved tickets of which is known whether they were reopened: 1 or 0 as `waited`."""
    table = book.table.filter(book.table.solved.notnull() & book.table.reopened.notnull())
    key = key_column(replace(desk, table=table), asked.rules)
    return table.select(key=key, ended=table.solved, waited=portable.flag(table.reopened > 0))


def _recent(given: ir.Table, book: Tickets, desk: Source, asked: ServiceBefore) -> ir.Table:
    """Tickets created in the days before each answer, where the file covers these days."""
    name = asked.names[RECENT]
    key = key_column(replace(desk, table=book.table), asked.rules)
    opened = book.table.select(other=key, created=book.table.created, opened=book.table.day)
    first = opened.opened.min().to_pyarrow().as_py()
    back = portable.days_between(opened.opened, given.day)
    near = (back >= 0) & (back <= asked.days) & (opened.created <= given.moment)
    joined = given.left_join(opened, [given.key == opened.other, near])
    counted = joined.group_by("row", "day").agg(tickets=joined.other.count())
    begun = portable.days_between(ibis.literal(first), counted.day) >= asked.days
    covered = begun & (counted.day <= ibis.literal(book.seen_day))
    known = ibis.ifelse(covered, counted.tickets, None)
    why = ibis.literal(say("the tickets do not cover the {days} days before it", days=asked.days))
    none = ibis.ifelse(covered, portable.flag(counted.tickets == 0), None)
    return counted.select("row", **{name: known, name + DONE: none, GAP + name: why})


def _no_ticket(measure: str, asked: ServiceBefore) -> str:
    if measure == RECENT:
        return say("the customer or the moment of the answer is not known")
    words = {
        FIRST_REPLY: say("no ticket was replied to in the {days} days before", days=asked.days),
        SOLVE: say("no ticket was solved in the {days} days before", days=asked.days),
        REOPENED: say("no ticket was solved in the {days} days before", days=asked.days),
    }
    return words[measure]
