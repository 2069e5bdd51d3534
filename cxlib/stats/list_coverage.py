"""Which customers of a list answered a survey at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.columns.keys import KeyRules
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.asked import segments_of
from cxlib.stats.groups import Group
from cxlib.stats.invitations import YES_NO, answered_any
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.tables.linked import KEY, key_column, repeated_customers, usable
from cxlib.tables.question import Coverage, Question, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

FOUND = "answered key"


@dataclass(frozen=True, slots=True)
class ListCoverage:
    """Customers of a list by whether they answered.

    Attributes:
        counts: customers of the list who did not (0) and who did (1) answer, by group.
        outside: customers who answered and are not in the list.
        coverage: rows of the survey used and left out.
    """

    counts: dict[Group, ScoreCounts]
    outside: int
    coverage: Coverage


def read_list_coverage(
    source: Source,
    customers: Source,
    rules: KeyRules,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
) -> ListCoverage:
    """Find the customers of a list among those who answered.

    Args:
        source: a survey that knows its customers.
        customers: a list with one row a customer, on the same engine.
        rules: what does not matter when two keys are compared.
        selection: filters and range of days of the survey.
        by: columns of the list, each on its own.

    Raises:
        BadOption: the list has a customer several times, or one of the two knows no customers.
    """
    customers.require("customer")
    problem = repeated_customers(customers, rules)
    if problem:
        raise BadOption(problem)
    time = "answered" if selection.dated else None
    silent = [(~answered_any(source), say("no question is answered"))]
    question = ask(source, selection, roles=["customer"], time=time, rules=silent)
    table = question.table.mutate(**{FOUND: key_column(source, rules)})
    kept = Question(source, table).kept
    keys = kept.filter(kept[FOUND].notnull()).select(FOUND).distinct()
    every = usable(customers.table.mutate(**{KEY: key_column(customers, rules)}))
    listed = every.filter(every[KEY].notnull())
    joined = listed.left_join(keys, listed[KEY] == keys[FOUND])
    marked = joined.mutate(score=portable.flag(joined[FOUND].notnull()).cast("int64"))
    counts: dict[Group, ScoreCounts] = {}
    for column, segment in segments_of(customers, by):
        query = score_counts(marked, by=segment)
        counts |= read_score_counts(query, column=column, low=YES_NO[0], high=YES_NO[1])
    outside = keys.anti_join(listed, keys[FOUND] == listed[KEY]).count().to_pyarrow().as_py()
    return ListCoverage(counts, int(outside), read_coverage(question))
