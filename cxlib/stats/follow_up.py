"""What service has to do with scores: contacts after a low score, scores after a slow reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import BusinessHours
from cxlib.columns.keys import KeyRules
from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, scale_of
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives, life_counts
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.stats.waits import folded
from cxlib.tables.hours import seconds
from cxlib.tables.linked import key_column
from cxlib.tables.question import Coverage, Question, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.tables.surveys import answers
from cxlib.tables.ticket_log import is_log
from cxlib.tables.tickets import tickets

USUAL_KEYS = KeyRules()
BAND = "reply band"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Low scores, and how long until the customer's next ticket.

    Attributes:
        lives: durations in hours; an "event" is a ticket, a low score without one is censored at
            the last moment of the tickets.
        unwatched: low scores given after that moment.
        coverage: answers used and left out; those used are low or not.
    """

    lives: Lives
    unwatched: int
    coverage: Coverage


def read_follow_up(
    source: Source,
    desk: Source,
    *,
    score: str,
    at_most: int,
    selection: Selection = EVERYTHING,
    rules: KeyRules = USUAL_KEYS,
) -> FollowUp:
    """Time from a low score to the customer's next ticket, if there was one.

    The closed-loop rate within a time is 1 minus the survival at that time.

    Args:
        source: a survey with customers and moments, on the engine of `desk`.
        desk: tickets with customers.
        score: the score's role.
        at_most: the highest score that is low.
        selection: filters and range of days of the answers.
        rules: how customers are matched.

    Raises:
        NotEnoughData: there is no low score, or none before the last ticket.
    """
    given, coverage = _keyed_answers(source, score, selection, rules)
    contacts = tickets(desk)
    asked = replace(desk, table=contacts.table)
    opened = contacts.table.select(key=key_column(asked, rules), contact=contacts.table.created)
    low = given.filter(given.score <= at_most)
    watched = low.filter(low.moment <= ibis.literal(contacts.seen))
    unwatched = int(low.count().to_pyarrow().as_py() - watched.count().to_pyarrow().as_py())
    found = folded(life_counts(next_contacts(watched, opened, seen=contacts.seen)), None)
    if Group() not in found:
        raise NotEnoughData(
            "A closed-loop rate", have=0, need=1, unit="low score", hint=first_reason(coverage)
        )
    return FollowUp(found[Group()], unwatched, coverage)


def next_contacts(given: ir.Table, contacts: ir.Table, *, seen: datetime) -> ir.Table:
    """Each answer with the time to the customer's next contact: `duration`, `event`. Lazy.

    Args:
        given: `row`, `key`, `moment`.
        contacts: `key`, `contact`.
        seen: the last moment of the contacts, up to which the others were watched.
    """
    known = contacts.filter(contacts.key.notnull())
    joined = given.left_join(
        known, [given.key == known.key, known.contact >= given.moment], rname="{name}_2"
    )
    each = joined.group_by("row", "moment").agg(next=joined.contact.min())
    end = ibis.ifelse(each.next.notnull(), each.next, ibis.literal(seen))
    waited = (seconds(end) - seconds(each.moment)).cast("float64")
    return each.mutate(duration=waited, event=portable.flag(each.next.notnull()))


@dataclass(frozen=True, slots=True)
class ReplyBands:
    """Answers by how long the customer had waited for the reply before.

    Attributes:
        counts: a histogram for each band, from the quickest; bands without answers are absent. A
            band is the number of `edges` that the wait reached.
        edges: hours between the bands, ascending.
        scale: lowest and highest valid score.
        unmatched: valid answers without such a ticket in the days before.
        coverage: answers used and left out.
    """

    counts: dict[int, ScoreCounts]
    edges: tuple[float, ...]
    scale: tuple[int, int]
    unmatched: int
    coverage: Coverage


def read_reply_bands(
    source: Source,
    desk: Source,
    *,
    score: str,
    edges: Sequence[float] = (1, 4, 24, 72),
    days: int = 14,
    measure: str = "first_reply",
    hours: BusinessHours | None = None,
    statuses: Statuses = DEFAULT_STATUSES,
    rules: KeyRules = USUAL_KEYS,
) -> ReplyBands:
    """Scores by the reply time of the customer's last ticket before the answer.

    An association: quick and slow tickets differ in more than their speed.

    Args:
        source: a survey with customers and moments, on the engine of `desk`.
        desk: tickets with customers and first replies.
        score: the score's role.
        edges: hours between the bands, ascending.
        days: an answer belongs to a ticket replied to at most so many days before.
        measure: first_reply or solve.
        hours: when the team works, for business hours.
        statuses: which statuses of a log mean what.
        rules: how customers are matched.

    Raises:
        BadOption: the tickets do not tell when that wait ended.
        NotEnoughData: no answer has such a ticket before it.
    """
    role = {"first_reply": "first_replied", "solve": "solved"}[measure]
    if not (measure == "solve" and is_log(desk)):
        desk.require(role)
    given, coverage = _keyed_answers(source, score, EVERYTHING, rules)
    asked = tickets(desk, hours=hours, statuses=statuses)
    waits = asked.waits(measure)
    over = waits.filter(waits.event == 1)
    replies = over.select(
        key=key_column(replace(desk, table=over), rules),
        ended=over[role],
        waited=over.duration,
    )
    matched = replied_before(given, replies, days=days)
    band = sum((portable.flag(matched.waited >= edge * 3600) for edge in edges), ibis.literal(0))
    matched = matched.mutate(**{BAND: band.cast("string")})
    low, high = scale_of(source, score)
    cube = read_score_counts(score_counts(matched, by=BAND), column=BAND, low=low, high=high)
    counts = {int(group.value or 0): one for group, one in sorted(cube.items(), key=_value)}
    found = sum(one.total for one in counts.values())
    if not found:
        raise NotEnoughData(
            "Scores by reply time",
            have=0,
            need=1,
            unit="answer after a reply",
            hint="Check that both files name customers alike, or allow more days between the two.",
        )
    total = int(given.count().to_pyarrow().as_py())
    return ReplyBands(counts, tuple(edges), (low, high), total - found, coverage)


def replied_before(given: ir.Table, replies: ir.Table, *, days: int) -> ir.Table:
    """Each answer with the wait of the last ticket that ended in the days before it. Lazy.

    Args:
        given: `row`, `key`, `moment`, `score`.
        replies: `key`, `ended`, `waited`.
        days: the most days between the two.

    Returns:
        `row`, `score` and `waited` of the answers that have such a ticket.
    """
    known = replies.filter(replies.key.notnull())
    near = given.moment <= known.ended + ibis.interval(days=days)
    joined = given.inner_join(
        known, [given.key == known.key, known.ended <= given.moment, near], rname="{name}_2"
    )
    back = ibis.window(group_by=joined.row, order_by=[joined.ended.desc(), joined.waited])
    ranked = joined.mutate(rank=ibis.row_number().over(back))
    return ranked.filter(ranked.rank == 0).select("row", "score", "waited")


def _keyed_answers(
    source: Source, score: str, selection: Selection, rules: KeyRules
) -> tuple[ir.Table, Coverage]:
    """`row`, `key`, `moment`, `score` of the answers with a customer, and where the rows went."""
    source.require("customer")
    asked = answers(source, score=score, selection=selection, dated=True)
    unknown = asked.table.customer_problem.notnull() & asked.table.reason.isnull()
    reason = ibis.ifelse(unknown, asked.table.customer_problem, asked.table.reason)
    question = Question(source, asked.table.mutate(reason=reason))
    kept = question.kept
    key = key_column(replace(source, table=kept), rules)
    found = kept.select("row", key=key, moment=kept.answered, score=kept.score)
    return found, read_coverage(question)


def _value(pair: tuple[Group, ScoreCounts]) -> int:
    return int(pair[0].value or 0)
