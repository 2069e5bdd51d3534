"""What a command answers: the same object as JSON for programs and as tables for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import click

from cxlib.command.shown import Table, lines, p_words
from cxlib.tables.question import Coverage

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """One source and where its rows went."""

    name: str
    coverage: Coverage

    def to_data(self) -> Result:
        """As the contract has it: rows = used + the sum of those left out."""
        left_out = [{"reason": reason, "rows": rows} for reason, rows in self.coverage.left_out]
        return {
            "name": self.name,
            "rows": self.coverage.rows,
            "used": self.coverage.used,
            "left_out": left_out,
        }

    def words(self) -> list[str]:
        """For people: a sentence, and a line for each reason."""
        cover = self.coverage
        out = [f"{self.name}: {cover.used:,} of {cover.rows:,} rows used"]
        out += [f"  {rows:,} left out: {reason}" for reason, rows in cover.left_out]
        return out


@dataclass(frozen=True, slots=True)
class Answer:
    """One command's answer.

    Attributes:
        command: its name.
        sources: what it was computed from; one, or several where the command takes several.
        columns: role to column, for the roles that were used.
        options: what was asked for, defaults included.
        results: one object a group and period.
        tables: the results for people.
        tests: tests over several groups.
        notes: sentences on what to be careful about.
    """

    command: str
    sources: tuple[Rows, ...]
    columns: Mapping[str, str]
    options: Mapping[str, object]
    results: tuple[Result, ...]
    tables: tuple[Table, ...]
    tests: tuple[Result, ...] = ()
    notes: tuple[str, ...] = ()

    def to_json(self) -> str:
        """One JSON object; what is not a number is null."""
        rows = [one.to_data() for one in self.sources]
        whole = {
            "command": self.command,
            "source": rows[0] if len(rows) == 1 else rows,
            "columns": dict(self.columns),
            "options": dict(self.options),
            "results": self.results,
            "tests": self.tests,
            "notes": list(dict.fromkeys(self.notes)),
        }
        return json.dumps(plain(whole), ensure_ascii=False, allow_nan=False)

    def to_text(self) -> str:
        """Tables for people, with the rows used and the notes underneath."""
        blocks = [lines(table) for table in self.tables if table.rows]
        blocks.append([_test_words(test) for test in self.tests])
        blocks.append([line for one in self.sources if one.coverage.rows for line in one.words()])
        blocks.append([f"Note: {note}" for note in dict.fromkeys(self.notes)])
        return "\n\n".join("\n".join(block) for block in blocks if block)


def _test_words(test: Result) -> str:
    """A test for people: what was compared, the statistic and the p-value."""
    place = [test[name] for name in ("column", "reason", "period") if test.get(name) is not None]
    where = f" by {', '.join(map(str, place))}" if place else ""
    degrees = f" with {test['degrees']} degrees of freedom" if "degrees" in test else ""
    return (
        f"{test['name'].capitalize()} test{where}: {test['statistic']:.2f}{degrees}, "
        f"p {p_words(test['p_value'])}"
    )


def write(answer: Answer, *, as_json: bool) -> None:
    """Put an answer on standard output."""
    click.echo(answer.to_json() if as_json else answer.to_text())


def plain(value: Any) -> Any:
    """`value` as JSON knows it: no dates, paths, tuples or numpy values, and null for NaN."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value
