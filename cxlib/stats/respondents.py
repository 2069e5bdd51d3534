"""Facts about who answered, which the reader of a score should know."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.engine import portable
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers


@dataclass(frozen=True, slots=True)
class Respondents:
    """Who stands behind the answers to one question.

    Attributes:
        repeated: customers with more than one answer; None where customers are not known.
        answers: the answers of those customers; None likewise.
        lightest: smallest survey weight; None without weights.
        heaviest: largest survey weight; None without weights.
    """

    repeated: int | None
    answers: int | None
    lightest: float | None
    heaviest: float | None


def read_respondents(
    source: Source, *, score: str, selection: Selection = EVERYTHING, dated: bool = False
) -> Respondents:
    """Count the customers who answered several times, and find the range of the weights.

    Args:
        source: a survey.
        score: the score's role.
        selection: filters and range of days.
        dated: whether rows without a readable day are left out.
    """
    kept = answers(source, score=score, selection=selection, dated=dated).kept
    repeated = total = lightest = heaviest = None
    if source.has("customer"):
        known = kept.filter(kept.customer.notnull())
        each = known.group_by("customer").agg(n=portable.count())
        several = each.filter(each.n > 1)
        found = several.agg(customers=portable.count(), answers=several.n.sum()).to_pyarrow()
        repeated, total = found["customers"][0].as_py(), int(found["answers"][0].as_py() or 0)
    if source.mapping.column("weight") is not None:
        weight = kept.weight.cast("float64")
        found = kept.agg(low=weight.min(), high=weight.max()).to_pyarrow()
        lightest, heaviest = found["low"][0].as_py(), found["high"][0].as_py()
    return Respondents(repeated, total, lightest, heaviest)
