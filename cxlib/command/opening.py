"""From a request to a typed source: read, recognised, overridden, typed; files gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cxlib.columns.dates import check_format
from cxlib.columns.fitting import blank_codes
from cxlib.columns.guess import (
    Guess,
    RoleGuess,
    apply_overrides,
    drafted,
    guess,
    guess_roles,
)
from cxlib.columns.kinds import KINDS, Type
from cxlib.columns.mapping import Mapping
from cxlib.columns.profile import Profile, read_profile
from cxlib.columns.typed import typed
from cxlib.command.asked import Asked, select
from cxlib.command.options import Request
from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.errors import BadMapping
from cxlib.read.load import read_file
from cxlib.read.upload import Upload
from cxlib.tables.source import Source

SURE = 0.75
"""From here on a guess is taken for sure."""
MONEY = {"amount", "quantity", "price"}
"""Roles of transactions that not every answer needs; the commands that do ask for them."""


@contextmanager
def ask_source(
    request: Request, kinds: Sequence[str] = (), *, score: str | None = None
) -> Iterator[Asked]:
    """Open a request's source for as long as the block runs.

    Args:
        request: what is asked.
        kinds: the kinds of file that the command answers from, the usual one first; none for any.
        score: the score role that the request's scale and direction speak of.
    """
    if request.workspace is not None:
        from cxlib.command.kept import ask_kept

        with ask_kept(request, kinds) as asked:
            yield asked
        return
    if request.engine is not None:
        from cxlib.command.engines import ask_engine

        with ask_engine(request, kinds, score) as asked:
            yield asked
        return
    with scratch_folder() as folder:
        path = Path(request.source)
        upload = read_file(path, name=path.name, into=folder, sheet=request.sheet)
        with engine_of(folder) as cursor:
            yield typed_file(recognise(request, kinds, score, upload, cursor), cursor)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with TemporaryDirectory(prefix="cxlib-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()


@contextmanager
def engine_of(folder: Path) -> Iterator[Cursor]:
    """The embedded engine over one folder."""
    root = open_locked([folder], scratch=folder / "scratch")
    try:
        yield cursor(root)
    finally:
        root.close()


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a request's source seems to be, with the overrides."""

    request: Request
    upload: Upload
    profile: Profile
    guess: Guess
    mapping: Mapping

    def asked(self, source: Source) -> Asked:
        """The source with what is asked of it."""
        by = tuple(source.column(name) for name in self.request.by)
        return Asked(
            self.request,
            self.upload,
            self.profile,
            self.guess,
            source,
            select(source, self.request),
            by,
        )


def recognise(
    request: Request, kinds: Sequence[str], score: str | None, upload: Upload, cursor: Cursor
) -> Recognised:
    """Tell what a file of text is, and read the columns as the request says."""
    profile = read_profile(cursor.read_parquet(upload.path), upload.columns)
    found = guess(profile, name=upload.name, titles=upload.titles, labels=upload.labels)
    named = [role for role, _ in request.roles]
    mapping = _recognised(found, profile, upload, kinds, named)
    mapping = apply_overrides(mapping, request.roles, upload.columns, profile)
    mapping = _read_as(mapping, request, profile, score)
    # Who runs a command has the file itself; its ids are what an answer is joined back by.
    return Recognised(request, upload, profile, found, replace(mapping, personal=()))


def typed_file(found: Recognised, cursor: Cursor) -> Asked:
    """The typed file of an upload beside it, and what is asked of it."""
    upload = found.upload
    text = cursor.read_parquet(upload.path)
    file = upload.path.with_name("typed.parquet")
    typed(text, found.mapping, labels=upload.labels).to_parquet(file)
    return found.asked(
        Source(
            table=cursor.read_parquet(file),
            mapping=found.mapping,
            name=upload.name,
            columns=upload.columns,
            rows=upload.rows,
            rejected=tuple((one.reason, one.rows) for one in upload.rejected),
        )
    )


def _recognised(
    found: Guess, profile: Profile, upload: Upload, kinds: Sequence[str], named: list[str]
) -> Mapping:
    """The guess, as one of the kinds that the command answers from."""
    if not kinds or found.kind in kinds:
        return found.mapping
    fits = [kind for kind in kinds if all(KINDS[kind].role(role) for role in named)]
    kind = (fits or list(kinds))[0]
    roles = guess_roles(profile, kind, titles=upload.titles)
    _refuse_other(found, kind, roles, named, upload.name)
    return drafted(kind, [(one.role, one.column) for one in roles], profile)


def _refuse_other(
    found: Guess, kind: str, roles: Sequence[RoleGuess], named: Sequence[str], name: str
) -> None:
    """Refuse a file that is surely of another kind and hardly has the roles that are needed."""
    known = {role.name for role in KINDS[found.kind].roles}
    sure = {one.role: one.confidence for one in roles}
    needs = [need - MONEY or need for need in KINDS[kind].needs]
    fits = max(min(sure.get(role, 0.0) for role in need) for need in needs)
    if set(named) - known or found.confidence < SURE or fits >= SURE:
        return
    raise BadMapping(
        f"'{name}' looks like {KINDS[found.kind].title.lower()}, not like "
        f"{KINDS[kind].title.lower()}. If it is, name the columns with --map role=COLUMN; the "
        f"roles are {', '.join(role.name for role in KINDS[kind].roles)}."
    )


def _read_as(mapping: Mapping, request: Request, profile: Profile, score: str | None) -> Mapping:
    """With the date format, the scale and the direction that the request names."""
    if request.date_format:
        form = check_format(request.date_format)
        for role, column in mapping.roles:
            known = mapping.file_kind.role(role)
            if known is not None and known.type is Type.MOMENT:
                reading = replace(mapping.reading(column), date_format=form)
                mapping = mapping.with_reading(column, reading)
    asked = mapping.column(score) if score else None
    if asked is None:
        return mapping
    reading = mapping.reading(asked)
    if request.scale:
        blanks = blank_codes(profile.column(asked), request.scale)
        reading = replace(reading, scale=request.scale, blanks=blanks)
    if request.low_is_good:
        reading = replace(reading, reversed=True)
    return mapping.with_reading(asked, reading)
