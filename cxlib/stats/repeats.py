"""Customers who answer several times, and how much alike their answers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np

from cxlib.engine import portable
from cxlib.stats.asked import scale_of, segments_of
from cxlib.stats.customer_sums import Answered, CustomerSums
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.once import ScoreQuestion, of_each_customer, weight_of
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.source import Source
from cxlib.tables.surveys import spread

MOST = 3_000_000
"""Answers of customers with several beyond which they are not held against each other."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Who answered more than once, and how much alike their answers are.

    Attributes:
        sums: by group; empty where no customer is known to have answered twice, where each counts
            once, and where there are more than `MOST` such answers.
        customers: customers who answered, an unknown one for each answer without; None where
            customers are not known.
        repeated: customers with more than one answer; None likewise.
    """

    sums: dict[Group, CustomerSums] = field(default_factory=dict)
    customers: int | None = None
    repeated: int | None = None


def answers_by_customer(
    kept: ir.Table, *, by: Sequence[str] = (), period: str | None = None
) -> ir.Table:
    """Answers of customers with more than one, by customer, group and score. Lazy.

    Customers are numbered, so that their keys stay where they are.

    Args:
        kept: columns `customer`, `score`, `weight` and `count` (optional), `day` where `period`
            is given, and the segment columns.
        by: the table's names of segment columns.
        period: the length of a period; None for the whole time.

    Returns:
        Columns `number` (int64, from 0), `v0`, `v1`, ... (text), `period` (date), `score` and `n`
        (int64), `mine` and `squares` (float64): sums of the weights and of their squares.
    """
    known = kept.filter(kept.customer.notnull())
    times = known["count"] if "count" in known.columns else portable.flag(known.score.notnull())
    each = known.group_by("customer").agg(answers=times.sum())
    several = each.filter(each.answers > 1)
    numbered = several.select(
        "customer",
        number=ibis.row_number().over(ibis.window(order_by=several.customer)).cast("int64"),
    )
    keys: dict[str, ir.Value] = {f"v{k}": known[name].fill_null(BLANK) for k, name in enumerate(by)}
    if period is not None:
        keys["period"] = portable.period_start(known.day, period)
    weight = weight_of(known)
    sums = known.group_by(customer=known.customer, **keys, score=known.score).agg(
        n=times.sum().cast("int64"),
        mine=(weight * times).sum().cast("float64"),
        squares=(weight * weight * times).sum().cast("float64"),
    )
    return sums.join(numbered, "customer").drop("customer")


def read_answered(table: ir.Table, keys: Sequence[str], scale: tuple[int, int]) -> Answered | None:
    """Run `answers_by_customer`; None for more than `MOST` rows."""
    rows = table.limit(MOST + 1).to_pyarrow()
    if rows.num_rows > MOST:
        return None
    groups = []
    for name in keys:
        cells = rows[name].combine_chunks().dictionary_encode()
        groups.append((cells.indices.to_numpy().astype(np.int64), cells.dictionary.to_pylist()))
    return Answered(
        customer=rows["number"].to_numpy(),
        score=rows["score"].to_numpy() - scale[0],
        mine=rows["mine"].to_numpy(),
        squares=rows["squares"].to_numpy(),
        n=rows["n"].to_numpy().astype(float),
        groups=tuple(groups),
        scores=scale[1] - scale[0] + 1,
    )


def read_repeats(
    source: Source, asked: ScoreQuestion, counts: Mapping[Group, ScoreCounts]
) -> Repeats:
    """The sums by which limits and tests respect customers who answered several times.

    Args:
        source: a survey.
        asked: the question.
        counts: its histograms.
    """
    if not source.has("customer") or TOTAL not in counts:
        return Repeats()
    kept = spread(source, asked.rows(source).kept)
    columns = segments_of(source, asked.by)
    scale = scale_of(source, asked.score)
    total = counts[TOTAL].total
    if asked.how == "latest":
        several = read_answered(answers_by_customer(kept), [], scale)
        return Repeats({}, total, several.customers) if several else Repeats()
    customers = repeated = None
    sums: dict[Group, CustomerSums] = {}
    for period in asked.periods:
        table = of_each_customer(kept, how=asked.how, period=period)
        by = [segment for _, segment in columns if segment is not None]
        keys = [*(f"v{place}" for place in range(len(by))), *(["period"] if period else [])]
        found = read_answered(answers_by_customer(table, by=by, period=period), keys, scale)
        if found is None:
            return Repeats()
        if period is None:
            repeated = found.customers
            customers = total - round(float(found.n.sum())) + repeated
        if not repeated:
            break
        for place, (column, _) in enumerate(columns):
            sums |= _of_column(found, counts, column, place - 1, dated=period is not None)
    return Repeats(sums, customers, repeated)


def _of_column(
    found: Answered,
    counts: Mapping[Group, ScoreCounts],
    column: str | None,
    place: int,
    *,
    dated: bool,
) -> dict[Group, CustomerSums]:
    """The sums of the groups of one column, or of the total."""
    wanted = {
        _key(group): group
        for group in counts
        if group.column == column and (group.period is not None) == dated
    }
    places = [*([] if column is None else [place]), *([len(found.groups) - 1] if dated else [])]
    sums = found.sums(
        places,
        {key: counts[group] for key, group in wanted.items()},
        total=counts[TOTAL].total,
        compared=not dated,
    )
    return {wanted[key]: one for key, one in sums.items()}


def _key(group: Group) -> tuple[Any, ...]:
    value = () if group.column is None else (group.value,)
    return (*value, *(() if group.period is None else (group.period,)))
