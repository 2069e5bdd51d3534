"""A kept dataset: files of the same columns, the mapping they are read by, and the typed file."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from pathlib import Path

import ibis
import ibis.expr.types as ir

from cxlib.columns.mapping import Mapping
from cxlib.columns.problems import CELL
from cxlib.columns.row_rules import LOAD
from cxlib.columns.typed import typed
from cxlib.engine.embedded import Cursor
from cxlib.read.upload import Upload

TYPED_VERSION = 2
"""Raised when the typed projection changes, so that typed files are made anew."""


@dataclass(frozen=True, slots=True)
class Load:
    """A file that a dataset was loaded from, and when (UTC)."""

    upload: Upload
    added: datetime = field(compare=False)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Uploaded files of the same columns under one name, with the mapping they are read by.

    `file` is the typed Parquet file: it follows from the uploads and the mapping, and is never
    changed. `key` identifies its content, so that results can be kept for as long as it stays.

    Attributes:
        id: what identifies the dataset in its workspace.
        name: what the analyst calls it.
        loads: the files, in the order in which they were added.
        mapping: how they are read.
        secret: the key of the pseudonyms in personal columns.
        context: a hash of everything else that answers may rest on: saved segments, and the
            customer lists whose columns can split this dataset.
    """

    id: str
    name: str
    loads: tuple[Load, ...]
    mapping: Mapping
    secret: str = field(default="", repr=False, compare=False)
    context: str = field(default="", compare=False)

    @property
    def upload(self) -> Upload:
        """The first file, whose columns are those of all."""
        return self.loads[0].upload

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of all files, in order of appearance; capitals do not tell two apart."""
        found: dict[str, str] = {}
        for load in self.loads:
            for name in load.upload.columns:
                found.setdefault(name.casefold(), name)
        return tuple(found.values())

    @property
    def rows(self) -> int:
        """Rows read, of all files."""
        return sum(one.upload.rows for one in self.loads)

    @property
    def rejected(self) -> tuple[tuple[str, int], ...]:
        """Rows that could not be read as cells, (reason, rows) pairs over all files."""
        counts: Counter[str] = Counter()
        for load in self.loads:
            counts.update({one.reason: one.rows for one in load.upload.rejected})
        return tuple(counts.items())

    @property
    def file(self) -> Path:
        """The typed Parquet file, which `typed_file` makes."""
        return self.upload.path.with_name(f"{self._stem}-{TYPED_VERSION}.typed.parquet")

    @property
    def versions(self) -> tuple[Path, ...]:
        """The typed files that are there, those of earlier versions of the projection too."""
        return tuple(self.upload.path.parent.glob(f"{self._stem}-*.typed.parquet"))

    @property
    def key(self) -> str:
        """What answers rest on: the same dataset, bytes, mapping and context have the same key."""
        return f"{self.id}-{self.file.stem}-{self.context}"

    @property
    def kind(self) -> str:
        """The kind of file."""
        return self.mapping.kind

    @property
    def digests(self) -> tuple[str, ...]:
        """The content hashes of the files."""
        return tuple(one.upload.digest for one in self.loads)

    @property
    def _stem(self) -> str:
        digest = self.digests[0]
        if len(self.loads) > 1:
            digest = hashlib.sha256("".join(self.digests).encode()).hexdigest()
        return f"{digest[:24]}-{self.mapping.digest}"


def typed_file(dataset: Dataset, cursor: Cursor) -> Path:
    """The dataset's typed file, made where it is not there yet.

    It appears in one step: it is written beside and renamed into place. Those of earlier versions
    go then.
    """
    if not dataset.file.exists():
        part = dataset.file.with_suffix(f".{secrets.token_hex(4)}.part")
        labels = reduce(lambda one, other: one | other, (x.upload.labels for x in dataset.loads))
        try:
            table = typed(
                _text(dataset, cursor),
                dataset.mapping,
                labels=labels,
                secret=dataset.secret,
                shared=_shared(dataset),
            )
            table.to_parquet(part, compression="lz4")
            part.replace(dataset.file)
        finally:
            part.unlink(missing_ok=True)
        for one in dataset.versions:
            if one != dataset.file:
                one.unlink(missing_ok=True)
    return dataset.file


def _text(dataset: Dataset, cursor: Cursor) -> ir.Table:
    """The cells of one file; of several, `c:` and the name, with the file's number as `load`.

    Rows are numbered through.
    """
    if len(dataset.loads) == 1:
        return cursor.read_parquet(dataset.upload.path)
    before, parts = 0, []
    for place, load in enumerate(dataset.loads):
        table = cursor.read_parquet(load.upload.path)
        own = {name.casefold(): name for name in load.upload.columns}
        cells = {
            CELL + name: table[own[name.casefold()]]
            if name.casefold() in own
            else ibis.null("string")
            for name in dataset.columns
        }
        number = (table.row + before).cast("int64")
        parts.append(table.select(row=number, **{LOAD: ibis.literal(place, "int64")}, **cells))
        before += load.upload.rows
    return reduce(lambda one, other: one.union(other), parts)


def _shared(dataset: Dataset) -> list[str] | None:
    """The columns that all of several files have; None for one file."""
    if len(dataset.loads) == 1:
        return None
    each = [{name.casefold() for name in load.upload.columns} for load in dataset.loads]
    return [name for name in dataset.columns if all(name.casefold() in one for one in each)]
