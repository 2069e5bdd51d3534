"""`segments`: RFM segments, their size and what they bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.files import write_csv
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.shown import Column, Table, number, percent, results_table, text, whole
from cxlib.metrics.rfm import rfm_grades, rfm_segments
from cxlib.stats.groups import TOTAL
from cxlib.stats.purchases import MONEY
from cxlib.stats.rfm import RfmCounts, read_rfm

HEAD = (
    "customer", "recency", "frequency", "monetary",
    "recency_score", "frequency_score", "monetary_score", "segment",
)  # fmt: skip


@command(
    *READING,
    *FILTERS,
    BY,
    click.option(
        "--customers", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
        help="Write one row a customer into this CSV file.",
    ),
    kinds=("transactions",),
)  # fmt: skip
def segments(asked: Asked, *, customers: Path | None) -> Answer:
    """RFM segments: customers graded by how lately, how often and for how much they buy.

    Recency runs to --until, by default to the last order; later rows do not count.
    """
    asked.source.require("customer", "ordered", "amount")
    asked.require_days("ordered")
    book = read_rfm(
        asked.source,
        selection=asked.selection,
        by=asked.by,
        customers=customers is not None,
    )
    results = tuple(
        group_fields(group) | _fields(asdict(one))
        for group, counts in in_order(book.counts).items()
        for one in rfm_segments(counts)
    )
    if customers is not None:
        write_csv(customers, HEAD, _rows(book.counts[TOTAL]))
    return Answer(
        command="segments",
        sources=(asked.rows(book.coverage),),
        columns=asked.columns("customer", "ordered", "amount", "quantity", "price", "order"),
        options={"until": book.end, "customers": customers},
        results=results,
        tables=(_table(results),),
        notes=asked.notes,
    )


def _fields(segment: Result) -> Result:
    return {"segment": segment.pop("name"), **segment}


def _table(results: tuple[Result, ...]) -> Table:
    columns = (
        Column("segment", text("segment")),
        Column("customers", whole("n")),
        Column("share", percent("share")),
        Column("days since", number("recency", 0)),
        Column("orders", number("frequency", 1)),
        Column("mean money", number("monetary")),
        Column("revenue", whole("revenue")),
    )
    return results_table(results, columns, title="RFM segments")


def _rows(counts: RfmCounts) -> Iterator[tuple[object, ...]]:
    grades = rfm_grades(counts)
    numbers = (
        counts.recency.tolist(),
        counts.frequency.tolist(),
        (counts.money / MONEY).tolist(),
        grades.recency.tolist(),
        grades.frequency.tolist(),
        grades.money.tolist(),
    )
    return zip(counts.customers or (), *numbers, grades.segment, strict=True)
