"""Datasets as immutable, content-addressed Parquet files beside a small catalogue."""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import Cursor
from cxlib.errors import BadOption
from cxlib.read.load import read_file
from cxlib.read.upload import Rejected, Upload
from cxlib.workspace.catalogue import DATASETS, HEADERS, SLIDES, UPLOADS, now
from cxlib.workspace.dataset import Dataset as Dataset
from cxlib.workspace.dataset import typed_file

ABANDONED = timedelta(days=1)
"""Age at which a part of a file is what a killed process left behind."""


class Workspace:
    """One owner's uploads, datasets, remembered mappings and slides."""

    def __init__(self, catalogue: Engine, folder: Path, *, owner: str) -> None:
        """Open the owner's part of a catalogue; files live in `folder` / `owner`.

        Args:
            catalogue: what `open_catalogue` gives.
            folder: the folder of all owners.
            owner: letters, digits, - and _; it names a folder.
        """
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", owner):
            raise ValueError(f"'{owner}' cannot name an owner's folder.")
        self._catalogue = catalogue
        self.owner = owner
        self.folder = folder / owner
        self.folder.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(self.folder)

    def add_upload(
        self,
        path: Path,
        *,
        name: str,
        sheet: str | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Upload:
        """Read a file into the workspace.

        A file that was read before is recognised by its content: it is kept once, under the name
        it was given last.
        """
        upload = read_file(
            path, name=name, into=self.folder, sheet=sheet, progress=progress, cancelled=cancelled
        )
        about = asdict(upload) | {"path": ""}
        self._put(UPLOADS, {"digest": upload.digest}, {"about": about, "added": now()})
        return upload

    def add_dataset(
        self, upload: Upload, mapping: Mapping, *, cursor: Cursor, name: str | None = None
    ) -> Dataset:
        """Type an upload by a mapping and keep it; remembers the mapping for this header.

        The name is made unique by a number where another dataset has it.
        """
        wanted = name or Path(upload.name).name
        dataset = Dataset(secrets.token_hex(6), wanted, upload, mapping)
        typed_file(dataset, cursor)
        while True:
            taken = {one.name for one in self._entries()}
            dataset = replace(dataset, name=_unique(wanted, taken))
            try:
                self._insert(dataset)
                break
            except IntegrityError:
                # Another session may have taken the name since it was looked up.
                if dataset.name not in {one.name for one in self._entries()}:
                    raise
        self.remember(upload.columns, mapping)
        return dataset

    def remap(self, dataset: Dataset, mapping: Mapping, *, cursor: Cursor) -> Dataset:
        """The same dataset read by another mapping."""
        changed = replace(dataset, mapping=mapping)
        typed_file(changed, cursor)
        self._update(dataset, {"mapping": mapping.to_data(), "changed": now()})
        self.remember(dataset.upload.columns, mapping)
        self._sweep(dataset)
        return changed

    def rename(self, dataset: Dataset, name: str) -> Dataset:
        """The same dataset under another name.

        Raises:
            BadOption: the name is empty, or another dataset has it.
        """
        wanted = name.strip()
        if not wanted:
            raise BadOption("A dataset needs a name of its own; this one is empty. Choose a name.")
        try:
            self._update(dataset, {"name": wanted})
        except IntegrityError as error:
            raise BadOption(
                f"A dataset needs a name of its own; another one is called '{wanted}'. "
                "Choose another name."
            ) from error
        return replace(dataset, name=wanted)

    def delete(self, dataset: Dataset) -> None:
        """Forget a dataset; its files go too, unless another dataset uses them."""
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(DATASETS).where(DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
            )
        self._sweep(dataset)

    def waiting(self) -> tuple[Upload, ...]:
        """Files that were read but are not a dataset yet, oldest first."""
        used = select(DATASETS.c.digest).where(DATASETS.c.owner == self.owner)
        query = self._all(UPLOADS.c.about).where(UPLOADS.c.digest.not_in(used))
        with self._catalogue.connect() as connection:
            found = [
                self._upload(about) for about in connection.scalars(query.order_by(UPLOADS.c.added))
            ]
        return tuple(one for one in found if one.path.exists())

    def discard(self, upload: Upload) -> None:
        """Forget a waiting file, with its text; one that a dataset uses stays."""
        if upload.digest not in {one.upload.digest for one in self._entries()}:
            self._remove_upload(upload.digest)

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, oldest first; one whose files are gone is left out."""
        return tuple(
            one for one in self._entries() if one.file.exists() or one.upload.path.exists()
        )

    def remember(self, columns: Iterable[str], mapping: Mapping) -> None:
        """Keep the mapping for the next file with the same header."""
        values = {"mapping": mapping.to_data(), "changed": now()}
        self._put(HEADERS, {"header": _header(columns)}, values)

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

    def forget(self) -> None:
        """Remove all that the owner keeps: datasets, files, mappings and slides."""
        with self._catalogue.begin() as connection:
            for table in (SLIDES, HEADERS, DATASETS, UPLOADS):
                connection.execute(delete(table).where(table.c.owner == self.owner))
        shutil.rmtree(self.folder, ignore_errors=True)

    def _sweep(self, gone: Dataset) -> None:
        """Delete the files of a dataset that is gone, as far as no other dataset uses them."""
        left = self._entries()
        if gone.file not in {one.file for one in left}:
            for file in gone.versions:
                file.unlink(missing_ok=True)
        if gone.upload.digest not in {one.upload.digest for one in left}:
            self._remove_upload(gone.upload.digest)

    def _remove_upload(self, digest: str) -> None:
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(UPLOADS).where(UPLOADS.c.owner == self.owner, UPLOADS.c.digest == digest)
            )
        for file in self.folder.glob(f"{digest}.*"):
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

    def _entries(self) -> tuple[Dataset, ...]:
        """The datasets of the catalogue, whether or not their files are there."""
        query = (
            select(DATASETS, UPLOADS.c.about)
            .join(UPLOADS)
            .where(DATASETS.c.owner == self.owner)
            .order_by(DATASETS.c.changed, DATASETS.c.id)
        )
        with self._catalogue.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            Dataset(
                row["id"],
                row["name"],
                self._upload(row["about"]),
                Mapping.from_data(row["mapping"]),
            )
            for row in rows
        )

    def _insert(self, dataset: Dataset) -> None:
        with self._catalogue.begin() as connection:
            connection.execute(
                insert(DATASETS).values(
                    owner=self.owner,
                    id=dataset.id,
                    name=dataset.name,
                    digest=dataset.upload.digest,
                    mapping=dataset.mapping.to_data(),
                    changed=now(),
                )
            )

    def _update(self, dataset: Dataset, values: dict[str, Any]) -> None:
        with self._catalogue.begin() as connection:
            connection.execute(
                update(DATASETS)
                .where(DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
                .values(**values)
            )

    def _put(self, table: Table, key: dict[str, str], values: dict[str, Any]) -> None:
        """Write a row, over the one that has its key."""
        whole = {"owner": self.owner} | key
        same = [table.c[name] == value for name, value in whole.items()]
        with self._catalogue.begin() as connection:
            # The update comes first, because it locks the catalogue for the insert.
            if not connection.execute(update(table).where(*same).values(**values)).rowcount:
                connection.execute(insert(table).values(**whole, **values))

    def _all(self, column: Any) -> Any:
        return select(column).where(column.table.c.owner == self.owner)

    def _row(self, connection: Any, table: Any, **key: str) -> Any:
        conditions = [table.c.owner == self.owner, *(table.c[k] == v for k, v in key.items())]
        return connection.execute(select(table).where(*conditions)).mappings().first()


def _remove_abandoned(folder: Path) -> None:
    """Delete what processes that were killed while writing left behind."""
    oldest = time.time() - ABANDONED.total_seconds()
    for part in folder.glob("*.part"):
        if part.stat().st_mtime < oldest:
            part.unlink(missing_ok=True)


def _header(columns: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(columns).encode()).hexdigest()


def _unique(name: str, taken: set[str]) -> str:
    chosen, number = name, 2
    while chosen in taken:
        chosen, number = f"{name} ({number})", number + 1
    return chosen
