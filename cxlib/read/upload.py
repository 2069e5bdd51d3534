"""What reading a file gives: text columns on disk, and where every row went."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rejected:
    """Rows that could not be read at all, by reason; `examples` are (line, text) pairs."""

    reason: str
    rows: int
    examples: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as text: every cell a string or null, nothing interpreted yet.

    The Parquet file at `path` has the columns `row` (int64: the row of the source, from 1, header
    not counted) and one string column for each name in `columns`, in order. Cells are trimmed;
    empty cells are null.

    Attributes:
        name: file name as the analyst knows it.
        path: the Parquet file of text columns.
        columns: unique column names, in the order of the file.
        rows: rows read: those in the Parquet file and those rejected.
        rejected: rows that are not in the Parquet file, by reason.
        digest: sha256 of the uploaded bytes (with the sheet's name, where one was chosen).
        format: "csv", "xlsx", "parquet", "json", "spss" or "stata".
        sheet: the sheet that was read; "" elsewhere.
        sheets: all sheets of the workbook.
        labels: for each labelled column, code to label (SPSS and Stata).
        titles: for each titled column, its long name (SPSS, Stata and Qualtrics).
        notes: sentences on what was noticed: encoding, delimiter, renamed columns.
    """

    name: str
    path: Path
    columns: tuple[str, ...]
    rows: int
    rejected: tuple[Rejected, ...]
    digest: str
    format: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
