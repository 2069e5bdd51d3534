"""The rows behind a number, as the file has them."""

from __future__ import annotations

import ibis.expr.types as ir

from cxlib.tables.question import Question
from cxlib.tables.source import SEGMENT

ROW = "row"


def rows_of(question: Question, *, limit: int) -> ir.Table:
    """The first rows that a question uses, every cell as text, with their row number. Lazy.

    Args:
        question: the rows used and left out.
        limit: the most rows to give.
    """
    kept = question.kept.order_by(ROW).limit(limit)
    cells = {name: kept[SEGMENT + name] for name in question.source.columns if name != ROW}
    return kept.select(kept[ROW], **cells)


def dropped_rows(question: Question, *, limit: int) -> ir.Table:
    """The first rows that a question leaves out, with the reason of each. Lazy."""
    dropped = question.dropped.order_by(ROW).limit(limit)
    cells = {
        name: dropped[SEGMENT + name]
        for name in question.source.columns
        if name not in (ROW, "reason")
    }
    return dropped.select(dropped[ROW], dropped.reason, **cells)
