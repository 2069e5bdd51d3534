"""How long customers stayed after an answer: answers and contracts joined on the customer's key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules
from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.groups import BLANK, Group
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import contracts
from cxlib.tables.linked import KEY, key_column
from cxlib.tables.question import Coverage, Question, Rule, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

PROMOTER, PASSIVE, DETRACTOR = "promoter", "passive", "detractor"
EXPERIENCES = (PROMOTER, PASSIVE, DETRACTOR)


@dataclass(frozen=True, slots=True)
class Stay:
    """Customers of one experience, from their answer on.

    Attributes:
        lives: departures and censorings by days since the answer.
        fee: sum of their known fees, in the currency; None where none is known.
        fees: customers whose fee is known.
    """

    lives: Lives
    fee: float | None
    fees: int

    @property
    def mean_fee(self) -> float | None:
        """Mean of the known fees; None without any."""
        return self.fee / self.fees if self.fee is not None and self.fees else None


@dataclass(frozen=True, slots=True)
class LandmarkTable:
    """Stays by group and experience, and where the rows of both files went.

    Attributes:
        stays: (group, experience) to stay; those without customers are absent.
        observed: the day up to which customers were watched.
        answers: rows of the survey used and left out.
        contracts: rows of the outcomes used and left out.
    """

    stays: dict[tuple[Group, str], Stay]
    observed: date
    answers: Coverage
    contracts: Coverage

    def in_units(self, days: float) -> dict[tuple[Group, str], Stay]:
        """The stays with durations in a unit of so many days."""
        return {key: replace(one, lives=one.lives.scaled(days)) for key, one in self.stays.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """The join, lazily.

    Attributes:
        answers: all rows of the survey, those without a usable contract left out by reason.
        outcomes: all rows of the outcomes, likewise.
        chosen: one row a customer: `experience`, `after` (days), `event`, `day`, `fee`, and the
            segment columns of the survey.
        observed: the day up to which customers were watched.
    """

    answers: Question
    outcomes: Question
    chosen: ir.Table
    observed: date


def landmarks(
    survey: Source,
    outcomes: Source,
    *,
    selection: Selection = EVERYTHING,
    observed: date | None = None,
    rules: KeyRules | None = None,
) -> Landmarks:
    """Each customer once: the first answer given while a contract ran, and what came after.

    The clock starts at the answer: what a customer stayed before it says nothing about the answer,
    and who had left by then could not have answered differently.

    Args:
        survey: answers with nps, customer and answered.
        outcomes: subscriptions with customer, started and ended, on the same engine.
        selection: filters on the survey.
        observed: the day up to which customers were watched; None for the last date in the
            outcomes.
        rules: what does not matter when customers are compared.

    Raises:
        BadOption: a role is missing, or the outcomes have durations instead of dates.

    Source:
        Anderson, Cain & Gelber, Journal of Clinical Oncology 1(11), 1983 (the landmark).
    """
    keys = rules or KeyRules()
    survey.require("nps", "customer", "answered")
    outcomes.require("customer")
    if not (outcomes.has("started") and outcomes.has("ended")):
        raise BadOption(
            f"'{outcomes.name}' needs started and ended: the clock starts at the answer, so that "
            "durations alone do not do. Choose the columns with --outcomes-map ROLE=COLUMN."
        )
    terms = contracts(outcomes, observed=observed)
    cut_off = terms.observed
    if cut_off is None:
        raise ValueError("contracts with dates have a cut-off day")
    unknown: list[Rule] = [
        (outcomes.table.customer_problem.notnull(), outcomes.table.customer_problem)
    ]
    lived = _also(terms.question, unknown)
    asked = ask(survey, selection, roles=["nps", "customer"], time="answered")
    said = asked.kept.mutate(**{KEY: key_column(replace(survey, table=asked.kept), keys)})
    ran = lived.kept.mutate(**{KEY: key_column(replace(outcomes, table=lived.kept), keys)})
    pairs = _pairs(said, ran, fee="fee" in outcomes.table.columns)
    running = pairs.filter(pairs.running == 1)
    window = ibis.window(
        group_by=running[KEY],
        order_by=[running.day, running.row, ibis.desc(running.after), running.contract],
    )
    ranked = running.mutate(place=ibis.row_number().over(window))
    chosen = ranked.filter(ranked.place == 0)
    return Landmarks(
        answers=_answered(asked, pairs, chosen, (outcomes.name, cut_off)),
        outcomes=_contracted(lived, pairs, chosen),
        chosen=chosen,
        observed=cut_off,
    )


def stay_counts(chosen: ir.Table, *, by: str | None = None, period: str | None = None) -> ir.Table:
    """Departures, censorings and fees by experience and days since the answer. Lazy.

    Args:
        chosen: one row a customer, as `landmarks` gives.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year of the answer; None for the whole time.
    """
    keys: dict[str, ir.Value] = {"experience": chosen.experience, "after": chosen.after}
    if by is not None:
        keys["value"] = chosen[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(chosen.day, period)
    left = chosen.event.cast("int64")
    return chosen.group_by(**keys).agg(
        events=left.sum(),
        censored=(1 - left).sum(),
        fee=chosen.fee.sum().cast("int64"),
        fees=chosen.fee.count(),
    )


def read_landmarks(
    survey: Source,
    outcomes: Source,
    *,
    selection: Selection = EVERYTHING,
    observed: date | None = None,
    by: Sequence[str] = (),
    period: str | None = None,
) -> LandmarkTable:
    """Run the join and count.

    Args:
        survey: answers.
        outcomes: subscriptions, on the same engine.
        selection: filters on the survey.
        observed: the day up to which customers were watched; None for the last date.
        by: segment columns of the survey, each on its own.
        period: groups by the period of the answer as well.
    """
    joined = landmarks(survey, outcomes, selection=selection, observed=observed)
    return read_joined(joined, by=by, period=period)


def read_joined(
    joined: Landmarks, *, by: Sequence[str] = (), period: str | None = None
) -> LandmarkTable:
    """Count a join that is made already.

    Args:
        joined: answers and contracts.
        by: segment columns of the survey, each on its own.
        period: groups by the period of the answer as well.
    """
    survey = joined.answers.source
    stays: dict[tuple[Group, str], Stay] = {}
    segments: list[tuple[str | None, str | None]] = [(None, None)]
    segments += [(one, survey.segment(one)) for one in map(survey.column, by)]
    for column, segment in segments:
        rows = stay_counts(joined.chosen, by=segment, period=period).to_pyarrow().to_pylist()
        stays |= _folded(rows, column)
    return LandmarkTable(
        stays,
        joined.observed,
        read_coverage(joined.answers),
        read_coverage(joined.outcomes),
    )


def _also(question: Question, rules: Sequence[Rule]) -> Question:
    """The question with further reasons to leave rows out."""
    table = question.table
    reason = ibis.cases((table.reason.notnull(), table.reason), *rules, else_=None)
    return Question(question.source, table.mutate(reason=reason))


def _pairs(said: ir.Table, ran: ir.Table, *, fee: bool) -> ir.Table:
    """Every answer with every contract of its customer."""
    right = ran.select(
        other=ran[KEY],
        contract=ran.row,
        begun=ran.started.date(),
        stayed=ran.duration.cast("int64"),
        event=ran.event,
        fee=ran.fee if fee else ibis.null("int64"),
    )
    both = said.join(right, said[KEY] == right.other)
    both = both.mutate(
        after=both.stayed - portable.days_between(both.begun, both.day),
        experience=ibis.cases((both.nps >= 9, PROMOTER), (both.nps >= 7, PASSIVE), else_=DETRACTOR),
    )
    still = (both.after > 0) | ((both.after == 0) & (both.event == 0))
    return both.mutate(
        begun_by_then=portable.flag(both.begun <= both.day),
        running=portable.flag((both.begun <= both.day) & still),
    )


def _answered(
    asked: Question, pairs: ir.Table, chosen: ir.Table, watched: tuple[str, date]
) -> Question:
    """The survey's rows, each without a usable contract left out by reason."""
    name, cut_off = watched
    per_answer = pairs.group_by(answer=pairs.row).agg(
        begun_by_then=pairs.begun_by_then.max(), running=pairs.running.max()
    )
    used = chosen.select(used=chosen.row)
    table = asked.table
    table = table.left_join(per_answer, table.row == per_answer.answer)
    table = table.left_join(used, table.row == used.used)
    reason = ibis.cases(
        (table.reason.notnull(), table.reason),
        (table.used.notnull(), None),
        (
            table.day > ibis.literal(cut_off),
            say("answered after {day}, up to which customers were watched", day=cut_off),
        ),
        (table.answer.isnull(), say("the customer has no usable row in {name}", name=name)),
        (table.begun_by_then == 0, say("the contract had not begun at the answer")),
        (table.running == 0, say("no longer a customer after the answer")),
        else_=say("an earlier answer of the customer counts"),
    )
    return Question(asked.source, table.mutate(reason=reason))


def _contracted(lived: Question, pairs: ir.Table, chosen: ir.Table) -> Question:
    """The outcomes' rows, each that no answer is followed by left out by reason."""
    per_contract = pairs.group_by(met=pairs.contract).agg(running=pairs.running.max())
    used = chosen.select(used=chosen.contract)
    table = lived.table
    table = table.left_join(per_contract, table.row == per_contract.met)
    table = table.left_join(used, table.row == used.used)
    reason = ibis.cases(
        (table.reason.notnull(), table.reason),
        (table.used.notnull(), None),
        (table.met.isnull(), say("the customer has no usable answer")),
        (table.running == 0, say("did not run at the time of an answer")),
        else_=say("the customer counts with another contract"),
    )
    return Question(lived.source, table.mutate(reason=reason))


def _folded(rows: list[dict[str, Any]], column: str | None) -> dict[tuple[Group, str], Stay]:
    """Rows to stays, whole time and by period."""
    found: dict[tuple[Group, str], list[dict[str, Any]]] = {}
    for row in rows:
        value = row.get("value")
        for group in {Group(column, value), Group(column, value, row.get("period"))}:
            found.setdefault((group, row["experience"]), []).append(row)
    return {key: _stay(members) for key, members in found.items()}


def _stay(rows: list[dict[str, Any]]) -> Stay:
    fees = sum(row["fees"] for row in rows)
    return Stay(
        lives=Lives.of((float(row["after"]), row["events"], row["censored"]) for row in rows),
        fee=sum(row["fee"] or 0 for row in rows) / MONEY if fees else None,
        fees=fees,
    )
