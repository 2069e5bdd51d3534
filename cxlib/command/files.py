"""Files that a command writes beside its answer."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from cxlib.errors import BadOption


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file; what is unknown is an empty cell.

    Raises:
        BadOption: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(head)
            writer.writerows(rows)
    except OSError as problem:
        raise BadOption(
            f"'{path}' cannot be written ({problem.strerror}). Name a file in a folder that exists."
        ) from problem
