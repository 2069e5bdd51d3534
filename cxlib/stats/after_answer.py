"""What a customer did in the days after an answer, as a column of the survey.

The clock starts at the answer (the landmark): only who was a customer then counts, and what came
before it says nothing about what follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules
from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.asked import last_day
from cxlib.stats.follow_up import USUAL_KEYS
from cxlib.stats.lent import GAP, keyed_answers, lent
from cxlib.tables.contracts import contracts
from cxlib.tables.linked import key_column
from cxlib.tables.orders import orders
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class After:
    """What to look for after an answer.

    Attributes:
        name: the new column.
        days: so many days from the answer on.
        rules: how customers are matched.
    """

    name: str
    days: int = 180
    rules: KeyRules = USUAL_KEYS


def with_departures(survey: Source, outcomes: Source, asked: After) -> Source:
    """The survey with a column that is 1 where the customer left within the days after the answer.

    It is 0 where a contract that ran at the answer is known to have run on for all these days. Who
    was watched for less without having left (censored) has no value, as who was no customer then.

    Args:
        survey: answers with customers and moments, on the engine of `outcomes`.
        outcomes: subscriptions with customer, started and ended.
        asked: the column and the days.

    Raises:
        BadOption: a role is missing, or the subscriptions have durations instead of dates.

    Source:
        Anderson, Cain & Gelber, Journal of Clinical Oncology 1(11), 1983 (the landmark).
    """
    outcomes.require("customer")
    terms = contracts(outcomes)
    if terms.observed is None:
        raise BadOption(
            f"'{outcomes.name}' needs started and ended: the clock starts at the answer, so that "
            "durations alone do not do. Choose these columns on the Data page."
        )
    given = keyed_answers(survey, asked.rules)
    ran = terms.stays
    right = ran.select(
        other=key_column(replace(outcomes, table=ran), asked.rules),
        begun=ran.started.date(),
        stayed=ran.duration.cast("int64"),
        event=ran.event,
    )
    both = given.join(right.filter(right.other.notnull()), given.key == right.other)
    values = _departed(both, given, asked)
    late = values.day > ibis.literal(terms.observed)
    why = ibis.cases(
        (
            late,
            say("answered after {day}, up to which customers were watched", day=terms.observed),
        ),
        (
            values.matched.isnull(),
            say("the customer has no usable row in {name}", name=outcomes.name),
        ),
        (values.running == 0, say("no customer at the time of the answer")),
        else_=say("watched for fewer than {days} days after the answer", days=asked.days),
    )
    values = values.select("row", **{asked.name: values.left, GAP + asked.name: why})
    return lent(survey, values, (asked.name,), otherwise=_unknown())


def _departed(both: ir.Table, given: ir.Table, asked: After) -> ir.Table:
    """Each answer with `left`, `running` (0 or 1) and `matched`; null where it has no contract."""
    after = both.stayed - portable.days_between(both.begun, both.day)
    both = both.mutate(after=after)
    still = (both.after > 0) | ((both.after == 0) & (both.event == 0))
    running = (both.begun <= both.day) & still
    gone = running & (both.event == 1) & (both.after <= asked.days)
    stayed = running & ~gone & (both.after >= asked.days)
    each = both.mutate(
        runs=portable.flag(running), gone=portable.flag(gone), stayed=portable.flag(stayed)
    )
    per_answer = each.group_by(matched=each.row).agg(
        running=each.runs.sum(), gone=each.gone.sum(), stayed=each.stayed.max()
    )
    table = given.left_join(per_answer, given.row == per_answer.matched)
    left = ibis.cases(
        (table.stayed == 1, 0),
        ((table.running > 0) & (table.gone == table.running), 1),
        else_=None,
    )
    return table.mutate(left=left)


def with_spending(survey: Source, shop: Source, asked: After) -> Source:
    """The survey with a column of what the customer spent in the days after the answer.

    Only customers who had bought by the day of the answer count, and only answers after which the
    orders cover all the days; who then bought nothing spent 0.

    Args:
        survey: answers with customers and moments, on the engine of `shop`.
        shop: transactions with customers and amounts.
        asked: the column and the days.

    Raises:
        BadOption: a role is missing.
    """
    last = last_day(shop, "ordered")
    given = keyed_answers(survey, asked.rules)
    kept = orders(shop).kept
    key = key_column(replace(shop, table=kept), asked.rules)
    bought = kept.select(other=key, ordered=kept.day, amount=kept.amount)
    bought = bought.filter(bought.other.notnull())
    joined = given.left_join(bought, given.key == bought.other)
    joined = joined.mutate(after=portable.days_between(joined.day, joined.ordered))
    inside = (joined.after > 0) & (joined.after <= asked.days)
    joined = joined.mutate(money=ibis.ifelse(inside, joined.amount, 0))
    each = joined.group_by("row", "day").agg(
        first=joined.after.min(), money=joined.money.sum().cast("int64")
    )
    covered = portable.days_between(each.day, ibis.literal(last)) >= asked.days
    known = covered & (each["first"] <= 0).fill_null(False)
    why = ibis.cases(
        (each["first"].isnull(), say("the customer has no usable row in {name}", name=shop.name)),
        (each["first"] > 0, say("had not bought anything by the answer")),
        else_=say("watched for fewer than {days} days after the answer", days=asked.days),
    )
    spent = ibis.ifelse(known, each.money.cast("float64") / MONEY, None)
    values = each.select("row", **{asked.name: spent, GAP + asked.name: why})
    return lent(survey, values, (asked.name,), otherwise=_unknown())


def _unknown() -> str:
    return say("the customer or the moment of the answer is not known")
