"""Datasets as immutable, content-addressed Parquet files beside a small catalogue."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import Cursor
from cxlib.errors import BadOption
from cxlib.read.load import read_file
from cxlib.read.upload import Upload
from cxlib.workspace.catalogue import DATASETS, HEADERS, KEPT, LOADS, SLIDES, UPLOADS, now
from cxlib.workspace.dataset import Dataset as Dataset
from cxlib.workspace.dataset import Load, typed_file
from cxlib.workspace.records import Records
from cxlib.workspace.shelf import Shelf

SEGMENTS, SETTINGS = "segments", "settings"
"""Shelves whose content answers may rest on."""
SECRETS, SECRET = "secrets", "pseudonym key"
LOCAL = "local"
"""The owner of the one workspace of an app that listens on its own machine alone."""

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
        self._records = Records(catalogue, self.folder, owner=owner)
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
        self._records.put(UPLOADS, {"digest": upload.digest}, {"about": about, "added": now()})
        return upload

    def add_dataset(
        self, upload: Upload, mapping: Mapping, *, cursor: Cursor, name: str | None = None
    ) -> Dataset:
        """Type an upload by a mapping and keep it; remembers the mapping for this header.

        The name is made unique by a number where another dataset has it.
        """
        wanted = name or Path(upload.name).name
        load = Load(upload, now())
        dataset = Dataset(secrets.token_hex(6), wanted, (load,), mapping, self.secret)
        typed_file(dataset, cursor)
        while True:
            taken = {one.name for one in self._records.datasets()}
            dataset = replace(dataset, name=_unique(wanted, taken))
            try:
                self._records.insert(dataset)
                break
            except IntegrityError:
                # Another session may have taken the name since it was looked up.
                if dataset.name not in {one.name for one in self._records.datasets()}:
                    raise
        self.remember(upload.columns, mapping)
        return dataset

    def remap(self, dataset: Dataset, mapping: Mapping, *, cursor: Cursor) -> Dataset:
        """The same dataset read by another mapping.

        Raises:
            BadOption: it was deleted meanwhile.
        """
        self._check_there(dataset)
        changed = replace(dataset, mapping=mapping)
        typed_file(changed, cursor)
        self._records.update(dataset, {"mapping": mapping.to_data(), "changed": now()})
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
            self._records.update(dataset, {"name": wanted})
        except IntegrityError as error:
            raise BadOption(
                f"A dataset needs a name of its own; another one is called '{wanted}'. "
                "Choose another name."
            ) from error
        return replace(dataset, name=wanted)

    def delete(self, dataset: Dataset) -> None:
        """Forget a dataset; its files go too, unless another dataset uses them."""
        self._records.delete(dataset)
        self._sweep(dataset)

    def append(self, dataset: Dataset, upload: Upload, *, cursor: Cursor) -> Dataset:
        """The same dataset with the rows of a further file.

        Rows that an earlier file has already are left out, and so are those of earlier files that
        this one has anew; each has its reason.

        Raises:
            BadOption: the file lacks a column that is in use, or is part of the dataset already.
        """
        _check_further(dataset, upload)
        changed = replace(dataset, loads=(*dataset.loads, Load(upload, now())))
        return self._with_loads(dataset, changed, cursor)

    def remove_load(self, dataset: Dataset, place: int, *, cursor: Cursor) -> Dataset:
        """The same dataset without one of its files; the last one cannot be taken away.

        Args:
            dataset: a dataset of several files.
            place: which of its `loads`, from 0.
            cursor: where the typed file is made.

        Raises:
            BadOption: it is the only one, or has a column that is in use and no other has.
            IndexError: there is no such place.
        """
        dataset.loads[place]
        if place < 0:
            raise IndexError(f"Files are counted from 0, not {place}.")
        left = (*dataset.loads[:place], *dataset.loads[place + 1 :])
        if not left:
            raise BadOption(
                f"'{dataset.name}' needs a file, and this is its only one. Delete the dataset "
                "instead."
            )
        return self._with_loads(dataset, replace(dataset, loads=left), cursor)

    def waiting(self) -> tuple[Upload, ...]:
        """Files that were read but are not a dataset yet, oldest first."""
        used = self._records.uploads_in_use()
        query = self._all(UPLOADS.c.about).where(UPLOADS.c.digest.not_in(used))
        with self._catalogue.connect() as connection:
            found = [
                self._records.upload(about)
                for about in connection.scalars(query.order_by(UPLOADS.c.added))
            ]
        return tuple(one for one in found if one.path.exists())

    def discard(self, upload: Upload) -> None:
        """Forget a waiting file, with its text; one that a dataset uses stays."""
        if upload.digest not in self._records.uploads_in_use():
            self._remove_upload(upload.digest)

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, oldest first; one whose files are gone is left out."""
        there = [
            one
            for one in self._records.datasets()
            if one.file.exists() or all(load.upload.path.exists() for load in one.loads)
        ]
        context = self._context(there)
        return tuple(replace(one, secret=self.secret, context=context) for one in there)

    @cached_property
    def secret(self) -> str:
        """The key of the pseudonyms of this owner's customers; made once, shown nowhere."""
        made = {"value": secrets.token_hex(32)}
        return str(self.shelf(SECRETS).keep_first(SECRET, made)["value"])

    def shelf(self, name: str) -> Shelf:
        """Small things kept by name, such as saved segments."""
        return Shelf(self._catalogue, owner=self.owner, name=name)

    def remember(self, columns: Iterable[str], mapping: Mapping) -> None:
        """Keep the mapping for the next file with the same header."""
        values = {"mapping": mapping.to_data(), "changed": now()}
        self._records.put(HEADERS, {"header": _header(columns)}, values)

    def remembered(self, columns: Iterable[str]) -> Mapping | None:
        """The mapping last used for a file with this header, or None."""
        with self._catalogue.connect() as connection:
            query = self._all(HEADERS.c.mapping).where(HEADERS.c.header == _header(columns))
            mapping = connection.scalar(query)
        return Mapping.from_data(mapping) if mapping else None

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
            for table in (SLIDES, HEADERS, KEPT, LOADS, DATASETS, UPLOADS):
                connection.execute(delete(table).where(table.c.owner == self.owner))
        shutil.rmtree(self.folder, ignore_errors=True)

    def _with_loads(self, old: Dataset, new: Dataset, cursor: Cursor) -> Dataset:
        self._check_there(old)
        _check_columns(new)
        typed_file(new, cursor)
        if not self._records.set_loads(old, new):
            raise BadOption(
                f"'{old.name}' was changed meanwhile, in another window. Look at it again and "
                "repeat what you did."
            )
        self._sweep(old)
        return new

    def _check_there(self, dataset: Dataset) -> None:
        if dataset.id not in {one.id for one in self._records.datasets()}:
            raise BadOption(f"'{dataset.name}' was deleted meanwhile. Upload its file again.")

    def _context(self, datasets: Iterable[Dataset]) -> str:
        """A hash of what answers may rest on besides a dataset's own file."""
        lists = [[one.id, one.name, one.file.stem] for one in datasets]
        kept = [self.shelf(name).all() for name in (SEGMENTS, SETTINGS)]
        said = json.dumps([lists, kept], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def _sweep(self, gone: Dataset) -> None:
        """Delete the files of a dataset that is gone, as far as no other dataset uses them."""
        left = self._records.datasets()
        if gone.file not in {one.file for one in left}:
            for file in gone.versions:
                file.unlink(missing_ok=True)
        used = self._records.uploads_in_use()
        for digest in set(gone.digests) - used:
            self._remove_upload(digest)

    def _all(self, column: Any) -> Any:
        return select(column).where(column.table.c.owner == self.owner)

    def _remove_upload(self, digest: str) -> None:
        with self._catalogue.begin() as connection:
            connection.execute(
                delete(UPLOADS).where(UPLOADS.c.owner == self.owner, UPLOADS.c.digest == digest)
            )
        for file in self.folder.glob(f"{digest}.*"):
            file.unlink(missing_ok=True)


def _remove_abandoned(folder: Path) -> None:
    """Delete what processes that were killed while writing left behind."""
    oldest = time.time() - ABANDONED.total_seconds()
    for part in folder.glob("*.part"):
        if part.stat().st_mtime < oldest:
            part.unlink(missing_ok=True)


def _check_further(dataset: Dataset, upload: Upload) -> None:
    if upload.digest in dataset.digests:
        raise BadOption(
            f"'{upload.name}' is part of '{dataset.name}' already. Choose another file."
        )
    lacking = _lacking(dataset.mapping, upload.columns)
    if lacking:
        raise BadOption(
            f"'{upload.name}' cannot be added to '{dataset.name}': it lacks {lacking}. Upload it "
            "on its own, or rename its columns first."
        )


def _check_columns(dataset: Dataset) -> None:
    lacking = _lacking(dataset.mapping, dataset.columns)
    if lacking:
        raise BadOption(
            f"'{dataset.name}' uses {lacking}, which none of the files that are left has. Choose "
            "other columns first, or keep the file."
        )


def _lacking(mapping: Mapping, columns: Iterable[str]) -> str:
    """The columns that a mapping uses and that are not there, for an error; empty if none."""
    split = {name for one in mapping.splits for name in (one.answer, one.question)}
    made = {one.name for one in mapping.splits}
    have = {name.casefold() for name in columns}
    wanted = ({column for _, column in mapping.roles} | split) - made
    return ", ".join(sorted(name for name in wanted if name.casefold() not in have)[:5])


def _header(columns: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(columns).encode()).hexdigest()


def _unique(name: str, taken: set[str]) -> str:
    chosen, number = name, 2
    while chosen in taken:
        chosen, number = f"{name} ({number})", number + 1
    return chosen
