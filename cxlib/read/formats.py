"""What a file is, told by its bytes first and by its name second."""

from __future__ import annotations

import codecs
import mmap
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from cxlib.read.task import Task

HEAD = 64 << 10


class Format(StrEnum):
    """The formats that are read, as `Upload.format` names them."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"
    SPSS = "spss"
    STATA = "stata"
    GZIP = "gzip"


READ_HERE = "CSV, Excel, Parquet, JSON, SPSS or Stata"

_PARQUET = b"PAR1"
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\x1f\x8b", Format.GZIP),
    (_PARQUET, Format.PARQUET),
    (b"$FL2", Format.SPSS),
    (b"$FL3", Format.SPSS),
    (b"<stata_dta>", Format.STATA),
)
_FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (0, b"SQLite format 3\0", "an SQLite database"),
    (8, b"DUCK", "a DuckDB database"),
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"RIFF", "a sound, film or picture"),
    (0, b"%PDF", "a PDF document"),
    (0, b"{\\rtf", "a rich text document"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a program"),
    (0, b"ARROW1", "an Arrow file"),
    (0, b"PARE", "an encrypted Parquet file"),
    (0, b"\x89HDF", "an HDF5 file"),
    (0, b"Obj\x01", "an Avro file"),
    (0, b"ORC", "an ORC file"),
    (0, b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60", "a SAS data set"),
)
_TEXTUAL = (b"%PDF", b"{\\rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_STATA = range(102, 116)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a")) + b"\x7f"
_CONTROL_SHARE = 0.01
_MARKUP = re.compile(r"<(!doctype|html|table|head|body|meta|\?xml|script|div)\b", re.IGNORECASE)
_JSON = re.compile(r'(\{\s*["}]|\[\s*[{\[\]])')
_JSON_NAMES = (".json", ".ndjson", ".jsonl")
_EXPORT_AGAIN = f"Export it again as {READ_HERE}, then upload that."


def recognise(task: Task) -> Format:
    """The format of the file.

    Raises:
        UnreadableFile: it is empty, protected, or of a kind that is not read here.
    """
    with task.path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise task.unreadable("is empty (0 bytes). Export it again, then upload that.")
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (magic != _PARQUET or not _is_text(head)):
            return kind
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(task)
    if head.startswith(_OLE):
        return _compound(task)
    if _is_old_stata(head, task.name):
        return Format.STATA
    for place, magic, what in _FOREIGN:
        if head.startswith(magic, place) and (magic in _TEXTUAL or not _is_text(head)):
            raise task.unreadable(f"is {what}, which is not read here. {_EXPORT_AGAIN}")
    return _text_kind(head, task)


def _zipped(task: Task) -> Format:
    try:
        with zipfile.ZipFile(task.path) as archive:
            inside = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise task.unreadable(
            "is a damaged or incomplete workbook or ZIP archive. Save or download it again."
        ) from error
    if inside & {"xl/workbook.xml", "xl/workbook.bin"}:
        return Format.XLSX
    if "content.xml" in inside and task.name.lower().endswith(".ods"):
        return Format.XLSX
    if any(name.startswith("word/") for name in inside):
        raise task.unreadable(f"is a Word document, which is not read here. {_EXPORT_AGAIN}")
    raise task.unreadable("is a ZIP archive. Unpack it, then upload the file that is inside.")


def _compound(task: Task) -> Format:
    with (
        task.path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        protected = content.find("EncryptedPackage".encode("utf-16-le")) >= 0
        book = any(content.find(name.encode("utf-16-le")) >= 0 for name in ("Workbook", "Book"))
    if protected:
        raise protected_file(task)
    if book:
        return Format.XLSX
    raise task.unreadable(f"is an old Office file but not a workbook. {_EXPORT_AGAIN}")


def protected_file(task: Task) -> Exception:
    """The error for a workbook with a password."""
    return task.unreadable(
        "is protected by a password, so it cannot be read. "
        "Open it in Excel, save a copy without the password, then upload the copy."
    )


def _is_old_stata(head: bytes, name: str) -> bool:
    return (
        name.lower().removesuffix(".gz").endswith(".dta")
        and len(head) > 3
        and head[0] in _OLD_STATA
        and head[1] in (1, 2)
    )


def _is_text(head: bytes) -> bool:
    """Whether hardly any byte is a control character."""
    return len(head) - len(head.translate(None, _CONTROLS)) <= _CONTROL_SHARE * len(head)


def _text_kind(head: bytes, task: Task) -> Format:
    text = _head_text(head)
    if text is None:
        if not _is_text(head):
            raise task.unreadable(f"is not a table of text: it holds binary data. {_EXPORT_AGAIN}")
        text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    text = text.lstrip("\ufeff \t\r\n")
    if _MARKUP.match(text):
        raise task.unreadable(
            f"is a web page or XML, whatever its name says. Open it in Excel or a browser, "
            f"then save it as {READ_HERE}."
        )
    ending = PurePath(task.name.lower().removesuffix(".gz")).suffix
    if text.startswith(("{", "[")) and (ending in _JSON_NAMES or _JSON.match(text)):
        return Format.JSON
    if ending in _JSON_NAMES and text:
        raise task.unreadable(
            "is named as JSON but does not begin with { or [. "
            "Export an array of records or one record a line."
        )
    return Format.CSV


def _head_text(head: bytes) -> str | None:
    """The head as UTF-16 text where it is that, else None."""
    encoding = utf16(head)
    return None if encoding is None else head.decode(encoding, "replace")


def utf16(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of these first bytes, by their mark or their pattern of zeros."""
    for mark, encoding in (
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return encoding
    pairs = len(head) // 2
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if pairs >= 4 and odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if pairs >= 4 and even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None
