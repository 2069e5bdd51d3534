"""Everything that a dataset can tell of each value of a column, as statistics to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxlib.stats.amount_sums import AMOUNTS, AmountSums, read_amount_sums
from cxlib.stats.asked import read_life_table, read_score_cube
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.stats.once import ScoreQuestion
from cxlib.stats.repeats import read_repeats
from cxlib.stats.scores import ScoreCounts
from cxlib.stats.waits import read_waits
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import score_roles
from cxlib.tables.tickets import MEASURES

Statistic = ScoreCounts | Lives | AmountSums
STAYING = "staying"
MOST_SCORES = 12
"""Score questions of a survey that are read."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One measure of a dataset by the values of a column.

    Attributes:
        measure: a score's role, `staying`, `first_reply`, `solve`, or what `AmountBook` names.
        groups: a statistic a value of the column; times in months, those of waits in hours.
        scale: lowest and highest score; None for others.
        reversed: whether a low score is the good one.
        dated: whether times of customers are months; else they are in the unit of the file.
        several: customers in several groups, who are in none; None where rows are counted.
        customers: for scores, sums of the answers by customer; empty where nobody answered twice.
    """

    measure: str
    groups: dict[str, Statistic] = field(default_factory=dict)
    scale: tuple[int, int] | None = None
    reversed: bool = False
    dated: bool = True
    several: int | None = None
    customers: dict[str, CustomerSums] = field(default_factory=dict)


def measures_of(source: Source) -> tuple[str, ...]:
    """What a dataset can be asked, by its kind and the roles that its columns bear."""
    kind = source.mapping.kind
    if kind == "survey":
        return score_roles(source.mapping)[:MOST_SCORES]
    if kind == "subscriptions":
        paid = source.has("fee") and source.has("customer")
        return (STAYING, "fee") if paid else (STAYING,)
    if kind == "tickets":
        ends = tuple(name for name, role in MEASURES.items() if source.has(role))
        told = source.has("solved") and source.has("reopened")
        return (*ends, "reopened") if told else ends
    if kind == "transactions":
        return ("spend", "orders") if source.has("amount") else ("orders",)
    return AMOUNTS.get(kind, ())


def read_measure(
    source: Source, *, measure: str, by: str, selection: Selection = EVERYTHING
) -> tuple[Counted, ...]:
    """Count one measure by a column; measures that come with the same query come with it.

    Args:
        source: any kind of file but comments and lists of customers.
        measure: one of `measures_of`.
        by: the column that splits it.
        selection: filters and range of days.

    Raises:
        NotEnoughData: no row can be used.
    """
    if measure in score_roles(source.mapping):
        return (_score(source, measure, by, selection),)
    if measure == STAYING:
        return (_staying(source, by, selection),)
    if measure in MEASURES:
        return _waits(source, by, selection)
    book = read_amount_sums(source, by=by, selection=selection)
    return tuple(
        Counted(name, dict(groups), several=book.several) for name, groups in book.sums.items()
    )


def read_all_measures(
    source: Source, *, by: str, selection: Selection = EVERYTHING
) -> tuple[Counted, ...]:
    """Count everything that a dataset can be asked, by a column.

    Args:
        source: any kind of file; comments and lists of customers give nothing.
        by: the column that splits it.
        selection: filters and range of days.

    Raises:
        NotEnoughData: no row can be used.
    """
    asked = measures_of(source)
    found: dict[str, Counted] = {}
    for measure in asked:
        if measure not in found:
            read = read_measure(source, measure=measure, by=by, selection=selection)
            found |= {one.measure: one for one in read}
    return tuple(found[measure] for measure in asked if measure in found)


def _score(source: Source, measure: str, by: str, selection: Selection) -> Counted:
    cube = read_score_cube(source, score=measure, selection=selection, by=(by,))
    repeats = read_repeats(source, ScoreQuestion(measure, selection, (by,)), cube.counts)
    return Counted(
        measure,
        _by_value(cube.counts),
        cube.scale,
        cube.reversed,
        customers={
            group.value: one for group, one in repeats.sums.items() if group.value is not None
        },
    )


def _staying(source: Source, by: str, selection: Selection) -> Counted:
    table = read_life_table(source, selection=selection, by=(by,))
    return Counted(STAYING, _by_value(table.in_units(UNITS["month"])), dated=table.dated)


def _waits(source: Source, by: str, selection: Selection) -> tuple[Counted, ...]:
    found = read_waits(source, selection=selection, by=(by,)).lives
    return tuple(Counted(one, _by_value(found[one])) for one in found if one in MEASURES)


def _by_value(cube: Mapping[Group, Statistic]) -> dict[str, Statistic]:
    return {group.value: one for group, one in cube.items() if group.value is not None}
