"""Examples of the queries about who answered, and how carefully."""

from __future__ import annotations

from dataclasses import replace

import ibis

from cxlib.columns.keys import KeyRules
from cxlib.stats import (
    answer_times,
    blanks,
    invitations,
    list_coverage,
    margins,
    straight_lines,
)
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import SEGMENT, Source

SOME = Selection((Condition("plan", ("free", "Team")),))


def invited(source: Source) -> Source:
    """The survey with the day of each invitation."""
    day = {"invited": source.table.answered, "invited_problem": ibis.null("string")}
    return replace(source, table=source.table.mutate(**day))


def rated(source: Source):
    """Rows with three ratings of one scale and a score."""
    table = source.table
    cells = {f"r{k}": (table.row + k).cast("float64") for k in range(3)}
    return table.mutate(score=table.nps, **cells)


TABLES = {
    "straight_lines.rating_patterns": lambda s: (
        straight_lines.rating_patterns(rated(s.survey), ["r0", "r1", "r2"], scale=(1, 5), by=by)
        for by in (None, SEGMENT + "plan")
    ),
    "answer_times.time_counts": lambda s: iter(
        [answer_times.time_counts(answer_times.timed(s.survey, column="nps").kept)]
    ),
    "blanks.blank_counts": lambda s: iter(
        [blanks.blank_counts(s.survey, s.survey.table, ["nps", "plan"])]
    ),
}
READS = {
    "straight_lines.read_straight_lines": lambda s: iter(
        [
            straight_lines.read_straight_lines(
                s.survey,
                ratings=["nps", "plan", "region"],
                scale=(0, 10),
                score="nps",
                selection=SOME,
                by="plan",
            )
        ]
    ),
    "answer_times.read_answer_times": lambda s: iter(
        [answer_times.read_answer_times(s.survey, column="nps", selection=SOME)]
    ),
    "answer_times.read_quick": lambda s: iter(
        [answer_times.read_quick(s.survey, column="nps", below=4, score="nps", by="plan")]
    ),
    "blanks.read_blanks": lambda s: iter(
        [blanks.read_blanks(s.survey, columns=["nps", "plan"], selection=SOME)]
    ),
    "invitations.read_invited": lambda s: iter(
        [invitations.read_invited(invited(s.survey), by=["plan"], period="week")]
    ),
    "invitations.read_delays": lambda s: iter(
        [invitations.read_delays(invited(s.survey), score="nps", selection=SOME)]
    ),
    "list_coverage.read_list_coverage": lambda s: iter(
        [
            list_coverage.read_list_coverage(
                s.survey, s.subscriptions, KeyRules(), selection=SOME, by=["plan"]
            )
        ]
    ),
    "margins.read_cells": lambda s: iter(
        [margins.read_cells(s.survey, score="nps", columns=["plan", "region"])]
    ),
}
