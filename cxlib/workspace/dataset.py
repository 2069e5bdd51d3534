"""A kept dataset: an uploaded file, the mapping it is read by, and its typed Parquet file."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from cxlib.columns.mapping import Mapping
from cxlib.columns.typed import typed
from cxlib.engine.embedded import Cursor
from cxlib.read.upload import Upload

TYPED_VERSION = 1
"""Raised when the typed projection changes, so that typed files are made anew."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """An uploaded file under a name, with the mapping it is read by.

    `file` is the typed Parquet file: it follows from the upload and the mapping, and is never
    changed. `key` identifies its content, so that results can be kept for as long as it stays.
    """

    id: str
    name: str
    upload: Upload
    mapping: Mapping

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
        """Content key: same bytes, same mapping, same key."""
        return self.file.stem

    @property
    def kind(self) -> str:
        """The kind of file."""
        return self.mapping.kind

    @property
    def _stem(self) -> str:
        return f"{self.upload.digest[:24]}-{self.mapping.digest}"


def typed_file(dataset: Dataset, cursor: Cursor) -> Path:
    """The dataset's typed file, made where it is not there yet.

    It appears in one step: it is written beside and renamed into place. Those of earlier versions
    go then.
    """
    if not dataset.file.exists():
        part = dataset.file.with_suffix(f".{secrets.token_hex(4)}.part")
        text = cursor.read_parquet(dataset.upload.path)
        try:
            table = typed(text, dataset.mapping, labels=dataset.upload.labels)
            table.to_parquet(part, compression="zstd")
            part.replace(dataset.file)
        finally:
            part.unlink(missing_ok=True)
        for one in dataset.versions:
            if one != dataset.file:
                one.unlink(missing_ok=True)
    return dataset.file
