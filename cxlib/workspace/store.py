"""Datasets as immutable, content-addressed Parquet files beside a small catalogue."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select, update

from cxlib.columns.mapping import Mapping
from cxlib.columns.typed import typed
from cxlib.engine.embedded import Cursor
from cxlib.errors import BadOption
from cxlib.read.load import read_file
from cxlib.read.upload import Rejected, Upload
from cxlib.workspace.catalogue import DATASETS, HEADERS, SLIDES, UPLOADS, now

TYPED_VERSION = 1
"""Raised when the typed projection changes, so that older files are made anew."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """An uploaded file under a name, with the mapping it is read by.

    `file` is the typed Parquet file, made anew when the mapping changes; `key` identifies its
    content, so that results can be kept for as long as it stays the same.
    """

    id: str
    name: str
    upload: Upload
    mapping: Mapping
    file: Path

    @property
    def key(self) -> str:
        """Content key: same bytes, same mapping, same key."""
        return self.file.stem

    @property
    def kind(self) -> str:
        """The kind of file."""
        return self.mapping.kind


class Workspace:
    """One owner's uploads, datasets, remembered mappings and slides."""

    def __init__(self, catalogue: Engine, folder: Path, *, owner: str) -> None:
        """Open the owner's part of a catalogue; files live in `folder` / `owner`."""
        self._catalogue = catalogue
        self.owner = owner
        self.folder = folder / owner
        self.folder.mkdir(parents=True, exist_ok=True)

    def add_upload(
        self,
        path: Path,
        *,
        name: str,
        sheet: str | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Upload:
        """Read a file into the workspace; a file that was read before is recognised by content."""
        upload = read_file(
            path, name=name, into=self.folder, sheet=sheet, progress=progress, cancelled=cancelled
        )
        about = asdict(upload) | {"path": ""}
        with self._catalogue.begin() as connection:
            if self._row(connection, UPLOADS, digest=upload.digest) is None:
                row = {"digest": upload.digest, "name": name, "about": about, "added": now()}
                connection.execute(insert(UPLOADS).values(owner=self.owner, **row))
        return upload

    def add_dataset(
        self, upload: Upload, mapping: Mapping, *, cursor: Cursor, name: str | None = None
    ) -> Dataset:
        """Type an upload by a mapping and keep it; remembers the mapping for this header.

        The name is made unique by a number where another dataset has it.
        """
        file = self._write_typed(upload, mapping, cursor)
        with self._catalogue.begin() as connection:
            taken = set(connection.scalars(self._all(DATASETS.c.name)))
            chosen = _unique(name or Path(upload.name).name, taken)
            dataset = Dataset(secrets.token_hex(6), chosen, upload, mapping, file)
            connection.execute(
                insert(DATASETS).values(
                    owner=self.owner,
                    id=dataset.id,
                    name=chosen,
                    digest=upload.digest,
                    mapping=mapping.to_data(),
                    file=file.name,
                    changed=now(),
                )
            )
        self.remember(upload.columns, mapping)
        return dataset

    def remap(self, dataset: Dataset, mapping: Mapping, *, cursor: Cursor) -> Dataset:
        """The same dataset read by another mapping."""
        file = self._write_typed(dataset.upload, mapping, cursor)
        values = {"mapping": mapping.to_data(), "file": file.name, "changed": now()}
        self._update(dataset, values)
        self.remember(dataset.upload.columns, mapping)
        self._sweep(dataset)
        return replace(dataset, mapping=mapping, file=file)

    def rename(self, dataset: Dataset, name: str) -> Dataset:
        """The same dataset under another name.

        Raises:
            BadOption: the name is empty, or another dataset has it.
        """
        wanted = name.strip()
        others = {one.name for one in self.datasets() if one.id != dataset.id}
        if not wanted or wanted in others:
            found = "it is empty" if not wanted else f"another dataset is called '{wanted}'"
            raise BadOption(f"A dataset needs a name of its own; {found}. Choose another name.")
        self._update(dataset, {"name": wanted})
        return replace(dataset, name=wanted)

    def delete(self, dataset: Dataset) -> None:
        """Forget a dataset; its files go too, unless another dataset uses them."""
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(DATASETS).where(DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
            )
        self._sweep(dataset)

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, oldest first; one whose file is gone is left out."""
        with self._catalogue.connect() as connection:
            query = (
                select(DATASETS, UPLOADS.c.about)
                .join(UPLOADS)
                .where(DATASETS.c.owner == self.owner)
                .order_by(DATASETS.c.changed, DATASETS.c.id)
            )
            rows = connection.execute(query).mappings().all()
        found = [
            Dataset(
                row["id"],
                row["name"],
                self._upload(row["about"]),
                Mapping.from_data(row["mapping"]),
                self.folder / row["file"],
            )
            for row in rows
        ]
        return tuple(one for one in found if one.file.exists())

    def remember(self, columns: Iterable[str], mapping: Mapping) -> None:
        """Keep the mapping for the next file with the same header."""
        key = {"owner": self.owner, "header": _header(columns)}
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(HEADERS).where(*(HEADERS.c[name] == value for name, value in key.items()))
            )
            values = key | {"mapping": mapping.to_data(), "changed": now()}
            connection.execute(insert(HEADERS).values(**values))

    def remembered(self, columns: Iterable[str]) -> Mapping | None:
        """The mapping last used for a file with this header, or None."""
        with self._catalogue.connect() as connection:
            row = self._row(connection, HEADERS, header=_header(columns))
        return Mapping.from_data(row["mapping"]) if row else None

    def save_slides(self, slides: Iterable[dict[str, Any]]) -> None:
        """Keep the presentation: plain data, one dictionary a slide, in order."""
        with self._catalogue.begin() as connection:
            connection.execute(delete(SLIDES).where(SLIDES.c.owner == self.owner))
            for place, slide in enumerate(slides):
                connection.execute(
                    insert(SLIDES).values(owner=self.owner, place=place, slide=slide)
                )

    def slides(self) -> list[dict[str, Any]]:
        """The presentation as it was last saved."""
        with self._catalogue.connect() as connection:
            query = self._all(SLIDES.c.slide).order_by(SLIDES.c.place)
            return list(connection.scalars(query))

    def _write_typed(self, upload: Upload, mapping: Mapping, cursor: Cursor) -> Path:
        file = self.folder / f"{upload.digest[:24]}-{mapping.digest}-{TYPED_VERSION}.typed.parquet"
        if not file.exists():
            part = file.with_suffix(f".{secrets.token_hex(4)}.part")
            text = cursor.read_parquet(upload.path)
            try:
                typed(text, mapping, labels=upload.labels).to_parquet(part, compression="zstd")
                part.replace(file)
            finally:
                part.unlink(missing_ok=True)
        return file

    def _sweep(self, gone: Dataset) -> None:
        """Delete the files of a dataset that is gone, as far as no other dataset uses them."""
        left = self.datasets()
        if gone.file.name not in {one.file.name for one in left}:
            gone.file.unlink(missing_ok=True)
        if gone.upload.digest in {one.upload.digest for one in left}:
            return
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(UPLOADS).where(
                    UPLOADS.c.owner == self.owner, UPLOADS.c.digest == gone.upload.digest
                )
            )
        for file in self.folder.glob(f"{gone.upload.digest}.*"):
            file.unlink(missing_ok=True)

    def _upload(self, about: dict[str, Any]) -> Upload:
        rejected = tuple(
            Rejected(one["reason"], one["rows"], tuple(map(tuple, one["examples"])))
            for one in about["rejected"]
        )
        whole = about | {
            "path": self.folder / f"{about['digest']}.text.parquet",
            "columns": tuple(about["columns"]),
            "rejected": rejected,
            "sheets": tuple(about["sheets"]),
            "notes": tuple(about["notes"]),
        }
        return Upload(**whole)

    def _update(self, dataset: Dataset, values: dict[str, Any]) -> None:
        with self._catalogue.begin() as connection:
            connection.execute(
                update(DATASETS)
                .where(DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
                .values(**values)
            )

    def _all(self, column: Any) -> Any:
        return select(column).where(column.table.c.owner == self.owner)

    def _row(self, connection: Any, table: Any, **key: str) -> Any:
        conditions = [table.c.owner == self.owner, *(table.c[k] == v for k, v in key.items())]
        return connection.execute(select(table).where(*conditions)).mappings().first()


def _header(columns: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(columns).encode()).hexdigest()


def _unique(name: str, taken: set[str]) -> str:
    chosen, number = name, 2
    while chosen in taken:
        chosen, number = f"{name} ({number})", number + 1
    return chosen
