"""Any old text as UTF-8, in blocks: the file itself where it is that already, else a copy."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from charset_normalizer import from_bytes

from cxlib.locale.speak import say
from cxlib.read.formats import HEAD, utf16
from cxlib.read.task import BLOCK, Task

MOST_UNPACKED = 20 << 30
"""Bytes that a compressed file may unpack to."""

_SAMPLE = 64 << 10
_UTF8_MARK = codecs.BOM_UTF8
_REPLACEMENT = "\ufffd"
_TITLES = {"cp1252": "Windows-1252", "utf_8": "UTF-8"}
_NOT_WESTERN = (
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp874",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)


@dataclass(frozen=True, slots=True)
class Plain:
    """UTF-8 text in a file, from byte `start` on; `notes` say what it was before."""

    path: Path
    start: int
    notes: tuple[str, ...] = ()


def unpacked(task: Task, *, most: int = MOST_UNPACKED) -> Task:
    """The task on an unpacked copy of a gzip file.

    Raises:
        UnreadableFile: the file is damaged, or unpacks to more than `most` bytes.
    """
    path, size, written = task.folder / "unpacked", max(1, task.path.stat().st_size), 0
    with task.path.open("rb") as packed, gzip.open(packed) as source, path.open("wb") as target:
        try:
            while block := source.read(BLOCK):
                written += len(block)
                if written > most:
                    raise task.unreadable(
                        f"unpacks to more than {most / (1 << 30):.3g} GB, which is not read here. "
                        "Split it, or upload it as Parquet."
                    )
                target.write(block)
                task.tick(packed.tell() / size)
        except (EOFError, OSError, zlib.error) as error:
            raise task.unreadable(
                "is a damaged or incomplete gzip file. Compress or download it again."
            ) from error
    return task.at(path)


def plain_text(task: Task) -> Plain:
    """The text of the file as UTF-8.

    Raises:
        UnreadableFile: the file holds NUL characters, so it is not text.
    """
    with task.path.open("rb") as file:
        head = file.read(HEAD)
    wide = utf16(head)
    if wide is not None:
        return _rewritten(task.part(0, 1), wide)
    start = len(_UTF8_MARK) if head.startswith(_UTF8_MARK) else 0
    if _is_utf8(task.part(0, 0.5)):
        return Plain(task.path, start)
    return _rewritten(task.part(0.5, 1), _old_encoding(task.path))


def _blocks(task: Task) -> Iterator[bytes]:
    size, done = max(1, task.path.stat().st_size), 0
    with task.path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
            done += len(block)
            task.tick(done / size)


def _is_utf8(task: Task) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    pending, done = False, 0
    for block in _blocks(task):
        _refuse_nul(block, done, task)
        done += len(block)
        if pending or not block.isascii():
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                return False
            pending = bool(decoder.getstate()[0])
    return not pending


def _refuse_nul(block: bytes, before: int, task: Task) -> None:
    place = block.find(0)
    if place >= 0:
        raise task.unreadable(
            f"holds a NUL character (byte {before + place + 1:,}), so it is damaged or not text. "
            "Export it again as CSV in UTF-8."
        )


def _old_encoding(path: Path) -> str:
    """The encoding of text that is not UTF-8: Windows-1252 unless clearly something else."""
    good, bad = _utf8_characters(path)
    if good > 10 * bad:
        return "utf_8"
    sample = _high_lines(path)
    high = [byte > 127 for byte in sample]
    pairs = sum(one and other for one, other in pairwise(high))
    if pairs <= 0.5 * sum(high):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=list(_NOT_WESTERN)).best()
    return best.encoding if best is not None else "cp1252"


def _utf8_characters(path: Path) -> tuple[int, int]:
    """Characters beyond ASCII that are good UTF-8, and places that are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            text = decoder.decode(block)
            broken = text.count(_REPLACEMENT)
            bad += broken
            good += len(text) - len(text.encode("ascii", "ignore")) - broken
    return good, bad + len(decoder.decode(b"", final=True))


def _high_lines(path: Path) -> bytes:
    """Lines that hold bytes beyond ASCII, up to the sample's size."""
    kept: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE and (line := file.readline(_SAMPLE)):
            if not line.isascii():
                kept.append(line)
                size += len(line)
    return b"".join(kept)[:_SAMPLE]


def _rewritten(task: Task, encoding: str) -> Plain:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    path, lost, done = task.folder / "plain.txt", 0, 0
    with path.open("wb") as target:
        for block in _blocks(task):
            text = decoder.decode(block)
            lost += text.count(_REPLACEMENT)
            written = text.encode("utf-8", "replace")
            _refuse_nul(written, done, task)
            done += len(written)
            target.write(written)
        text = decoder.decode(b"", final=True)
        target.write(text.encode())
        lost += text.count(_REPLACEMENT)
    title = _TITLES.get(encoding, encoding.replace("_", "-").upper())
    notes = [say("The text is in the {encoding} encoding.", encoding=title)]
    if lost:
        notes.append(say("Characters that could not be read, shown as \ufffd: {n}.", n=f"{lost:,}"))
    with path.open("rb") as file:
        start = len(_UTF8_MARK) if file.read(len(_UTF8_MARK)) == _UTF8_MARK else 0
    return Plain(path, start, tuple(notes))
