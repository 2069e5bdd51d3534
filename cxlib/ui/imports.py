"""From an uploaded file to a dataset, or to a question that the analyst has to answer first."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cxlib.columns.guess import Guess, drafted, guess, guess_roles, with_readings
from cxlib.columns.mapping import AMBIGUOUS, Mapping
from cxlib.columns.profile import Profile, read_profile
from cxlib.engine.embedded import Cursor
from cxlib.errors import CxError
from cxlib.read.upload import Upload
from cxlib.ui.jobs import Progress
from cxlib.workspace.store import Dataset, Workspace

CHUNK = 1 << 20
UNSURE = 0.5
"""Below this confidence the analyst is asked what kind of file it is."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was read.

    Attributes:
        upload: the file as text columns.
        dataset: the dataset made of it; None while the analyst has to decide something.
        again: whether the same file was here before.
        remembered: whether its mapping stems from an earlier file with the same header.
    """

    upload: Upload
    dataset: Dataset | None
    again: bool
    remembered: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """What an upload seems to be."""

    profile: Profile
    guess: Guess

    def mapping_as(self, kind: str) -> Mapping:
        """The guess of the roles as if the file were of this kind."""
        if kind == self.guess.mapping.kind:
            return self.guess.mapping
        roles = guess_roles(self.profile, kind, titles={})
        return drafted(kind, [(one.role, one.column) for one in roles], self.profile)

    def with_readings(self, draft: Mapping) -> Mapping:
        """The draft with a reading for every column that has none yet."""
        return with_readings(draft, self.profile)


def understand(upload: Upload, cursor: Cursor) -> Understood:
    """Profile an upload's columns and guess their meaning."""
    profile = read_profile(cursor.read_parquet(upload.path), upload.columns)
    guessed = guess(profile, name=upload.name, titles=upload.titles, labels=upload.labels)
    return Understood(profile, guessed)


def spool(file: BinaryIO, name: str, folder: Path) -> Path:
    """Copy an uploaded file to disk in chunks, under a name that ends like its own."""
    folder.mkdir(parents=True, exist_ok=True)
    suffix = "".join(Path(name).suffixes[-2:])[-16:]
    handle, path = tempfile.mkstemp(suffix=suffix, prefix="upload-", dir=folder)
    with os.fdopen(handle, "wb") as target:
        shutil.copyfileobj(file, target, CHUNK)
    return Path(path)


def file_key(name: str, size: int, identity: str) -> str:
    """A key for the work on one uploaded file."""
    return hashlib.sha256(f"{name}|{size}|{identity}".encode()).hexdigest()[:16]


def arrive(
    workspace: Workspace,
    cursor: Callable[[], Cursor],
    path: Path,
    name: str,
    progress: Progress,
    *,
    sheet: str | None = None,
    spooled: bool = True,
) -> Arrival:
    """Read a file, understand it, and keep it as a dataset where nothing is left to decide.

    Runs in the background: it does not touch Streamlit. A spooled file is deleted at the end; one
    that was named by its path stays.
    """
    upload = _read(workspace, path, name, progress, sheet=sheet, spooled=spooled)
    backend = cursor()
    try:
        return _settle(workspace, backend, upload, progress)
    finally:
        backend.disconnect()


def append(
    workspace: Workspace,
    cursor: Callable[[], Cursor],
    dataset: Dataset,
    path: Path,
    name: str,
    progress: Progress,
) -> Dataset:
    """Read a further file of a dataset and add its rows. Runs in the background."""
    upload = _read(workspace, path, name, progress, sheet=None, spooled=True)
    backend = cursor()
    try:
        return workspace.append(dataset, upload, cursor=backend)
    except CxError:
        workspace.discard(upload)
        raise
    finally:
        backend.disconnect()


def _read(
    workspace: Workspace,
    path: Path,
    name: str,
    progress: Progress,
    *,
    sheet: str | None,
    spooled: bool,
) -> Upload:
    try:
        return workspace.add_upload(
            path,
            name=name,
            sheet=sheet,
            progress=lambda done: progress.report(0.8 * done),
            cancelled=progress.cancelled,
        )
    finally:
        if spooled:
            path.unlink(missing_ok=True)


def _settle(workspace: Workspace, backend: Cursor, upload: Upload, progress: Progress) -> Arrival:
    """Make a dataset of an upload that leaves nothing open."""
    earlier = [one for one in workspace.datasets() if upload.digest in one.digests]
    kept = workspace.remembered(upload.columns)
    if earlier:
        return Arrival(upload, earlier[-1], again=True, remembered=kept is not None)
    guess = None if kept else understand(upload, backend).guess
    mapping = guess.mapping if guess else kept
    progress.report(0.9)
    dataset = None
    unsure = guess is not None and guess.confidence < UNSURE
    if mapping is not None and not unsure and not is_open(mapping):
        dataset = workspace.add_dataset(upload, mapping, cursor=backend)
    return Arrival(upload, dataset, again=False, remembered=kept is not None)


def is_open(mapping: Mapping) -> bool:
    """Whether the analyst has to decide something before the file can be used."""
    unclear = any(mapping.reading(column).date_format == AMBIGUOUS for _, column in mapping.roles)
    return unclear or bool(mapping.missing())
