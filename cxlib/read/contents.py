"""What a reader found in a file, besides the rows that went to the sink."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxlib.read.formats import Format


@dataclass(frozen=True, slots=True)
class Contents:
    """Columns and remarks; the fields are those of `cxlib.read.upload.Upload`."""

    columns: tuple[str, ...]
    format: Format
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
