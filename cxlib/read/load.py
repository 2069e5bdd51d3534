"""The one way into the app for a file: its bytes become an `Upload` of text columns."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from cxlib.errors import BadOption
from cxlib.read.contents import Contents
from cxlib.read.delimited import read_delimited
from cxlib.read.encoding import unpacked
from cxlib.read.formats import Format, recognise
from cxlib.read.labelled import read_spss, read_stata
from cxlib.read.parquet import read_parquet
from cxlib.read.records import read_json
from cxlib.read.sink import Sink
from cxlib.read.task import BLOCK, Task
from cxlib.read.upload import Upload
from cxlib.read.workbook import read_workbook, sheet_names

_SCRATCH = ".reading-"
_ABANDONED = 24 * 3600

_READERS: dict[Format, Callable[[Task, Sink], Contents]] = {
    Format.CSV: read_delimited,
    Format.PARQUET: read_parquet,
    Format.JSON: read_json,
    Format.SPSS: read_spss,
    Format.STATA: read_stata,
}


def read_file(
    path: Path,
    *,
    name: str,
    into: Path,
    sheet: str | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Upload:
    """Read a file of any supported format into one Parquet file of text columns.

    The file `<digest>.text.parquet` appears in `into` in one step, when all is read; rejected
    rows, if any, stand beside it in `<digest>.rejected.parquet` (columns line, reason, text).

    Args:
        path: the file.
        name: its name as the analyst knows it.
        into: folder for the result; created if absent.
        sheet: sheet of a workbook; None for the first visible one with data.
        progress: called now and then with the fraction done.
        cancelled: asked now and then whether to stop.

    Returns:
        What was read; `rows` counts the data records of the file, header and blank lines aside.

    Raises:
        UnreadableFile: the file is empty, damaged, protected, or of no supported format.
        BadOption: there is no such sheet.
        Cancelled: `cancelled` said so.
    """
    into.mkdir(parents=True, exist_ok=True)
    _sweep(into)
    folder = into / f"{_SCRATCH}{uuid4().hex}"
    folder.mkdir()
    try:
        task = Task(path, name, folder, progress, cancelled)
        digest = _digest(task.part(0, 0.1), sheet)
        sink = Sink(folder)
        try:
            contents = _contents(task.part(0.1, 1), sink, sheet)
        finally:
            sink.close()
        _demand_rows(task, sink, contents)
        task.tick(1)
        return _kept(into, digest, name, sink, contents)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sheets(path: Path, *, name: str = "") -> tuple[str, ...]:
    """The sheets of a workbook; none for any other format.

    Raises:
        UnreadableFile: the file is empty, damaged, protected, or of no supported format.
    """
    task = Task(path, name or path.name, path.parent)
    _demand_file(task)
    return sheet_names(task) if recognise(task) is Format.XLSX else ()


def rejected_path(upload: Upload) -> Path | None:
    """The Parquet file of all rejected rows (line, reason, text); None if there are none."""
    return _rejected_path(upload.path.parent, upload.digest) if upload.rejected else None


def _rejected_path(into: Path, digest: str) -> Path:
    return into / f"{digest}.rejected.parquet"


def _contents(task: Task, sink: Sink, sheet: str | None) -> Contents:
    kind = recognise(task)
    if kind is Format.GZIP:
        task = unpacked(task.part(0, 0.2)).part(0, 1)
        kind = recognise(task)
        if kind is Format.GZIP:
            raise task.unreadable("is compressed twice. Unpack it once, then upload that.")
    if kind is Format.XLSX:
        return read_workbook(task, sink, sheet)
    if sheet is not None:
        raise BadOption(f"'{task.shown}' is not a workbook, so it has no sheet '{sheet}'.")
    return _READERS[kind](task, sink)


def _digest(task: Task, sheet: str | None) -> str:
    _demand_file(task)
    total, done = max(1, task.path.stat().st_size), 0
    digest = hashlib.sha256()
    with task.path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            done += len(block)
            task.tick(done / total)
    if sheet is not None:
        digest.update(b"\0" + sheet.encode())
    return digest.hexdigest()


def _demand_file(task: Task) -> None:
    if not task.path.is_file():
        raise task.unreadable("does not exist or is not a file. Check the name and the folder.")


def _demand_rows(task: Task, sink: Sink, contents: Contents) -> None:
    if sink.accepted:
        return
    width = len(contents.columns)
    rejected = sink.rejected()
    if rejected:
        (line, _), *_ = rejected[0].examples
        raise task.unreadable(
            f"has no row that could be read: the header names {width} columns, and all "
            f"{sink.log.rows:,} rows were rejected (line {line}: {rejected[0].reason}). "
            "Check the delimiter and the header."
        )
    found = "has a header but no rows of data" if width else "holds no rows of data"
    raise task.unreadable(f"{found}. Check the export, then upload it again.")


def _kept(into: Path, digest: str, name: str, sink: Sink, contents: Contents) -> Upload:
    """Move the finished files to their names; the text file last, so that it is never alone."""
    beside = _rejected_path(into, digest)
    if sink.log.rows:
        sink.log.path.replace(beside)
    else:
        beside.unlink(missing_ok=True)
    path = into / f"{digest}.text.parquet"
    sink.path.replace(path)
    return Upload(
        name=name,
        path=path,
        columns=contents.columns,
        rows=sink.accepted + sink.log.rows,
        rejected=sink.rejected(),
        digest=digest,
        format=contents.format.value,
        sheet=contents.sheet,
        sheets=contents.sheets,
        labels=contents.labels,
        titles=contents.titles,
        notes=contents.notes,
    )


def _sweep(into: Path) -> None:
    """Remove what readings that were killed left behind."""
    oldest = time.time() - _ABANDONED
    for folder in into.glob(f"{_SCRATCH}*"):
        with suppress(FileNotFoundError):  # another reading may have just finished
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)
