"""A dataset of a workspace as the source of a command, with all that the pages know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cxlib.columns.guess import guess
from cxlib.columns.kinds import KINDS
from cxlib.columns.profile import read_profile
from cxlib.command.asked import Asked, select
from cxlib.command.options import Request
from cxlib.engine.embedded import cursor, open_locked
from cxlib.errors import BadMapping, BadOption
from cxlib.tables.filter_text import parse_filter
from cxlib.tables.filters import conditions
from cxlib.tables.linked import Neighbourhood, segment_name
from cxlib.tables.opened import open_source
from cxlib.tables.source import SAVED
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.segments import key_rules, saved_segments
from cxlib.workspace.store import LOCAL, Workspace


@contextmanager
def ask_kept(request: Request, kinds: Sequence[str]) -> Iterator[Asked]:
    """Open a dataset of the request's workspace for as long as the block runs.

    Args:
        request: what is asked; its source is the name of a dataset.
        kinds: the kinds of file that the command answers from; none for any.

    Raises:
        BadOption: no such workspace or dataset, or options that its mapping has settled.
        BadMapping: the dataset is of another kind.
    """
    _check_settled(request)
    workspace = _workspace(Path(request.workspace or ""))
    around = Neighbourhood(workspace.datasets(), saved_segments(workspace), key_rules(workspace))
    dataset = _dataset(around, request, kinds)
    with TemporaryDirectory(prefix="cxlib-", ignore_cleanup_errors=True) as scratch:
        root = open_locked([workspace.folder], scratch=Path(scratch).resolve())
        try:
            engine = cursor(root)
            text = engine.read_parquet(dataset.upload.path)
            profile = read_profile(text, dataset.upload.columns)
            found = guess(profile, name=dataset.upload.name, titles=dataset.upload.titles)
            using = _named(dataset, around.names_for(dataset), request)
            source = open_source(dataset, engine, using=using, around=around)
            by = tuple(source.column(name) for name in request.by)
            yield Asked(
                request, dataset.upload, profile, found, source, select(source, request), by
            )
        finally:
            root.close()


def _check_settled(request: Request) -> None:
    settled = {
        "--map": request.roles,
        "--date-format": request.date_format,
        "--sheet": request.sheet,
        "--engine": request.engine,
        "--scale": request.scale,
        "--reversed": request.low_is_good,
    }
    given = [option for option, value in settled.items() if value]
    if given:
        raise BadOption(
            f"{given[0]} does not go with --workspace: how a dataset is read is chosen on its "
            "Data page. Leave it out, or name the file itself as SOURCE."
        )


def _workspace(folder: Path) -> Workspace:
    if not (folder / "catalogue.sqlite").is_file():
        raise BadOption(
            f"There is no workspace in '{folder}' (--workspace). Name the folder that the app "
            "keeps its data in; without other settings it is .workspace where the app was started."
        )
    whole = folder.resolve()
    return Workspace(open_catalogue(sqlite_url(whole)), whole, owner=LOCAL)


def _dataset(around: Neighbourhood, request: Request, kinds: Sequence[str]) -> Dataset:
    named = {one.name: one for one in around.datasets}
    dataset = named.get(request.source)
    if dataset is None:
        shown = ", ".join(named) or "none"
        raise BadOption(f"The workspace has no dataset '{request.source}'. It has: {shown}.")
    if kinds and dataset.kind not in kinds:
        wanted = " or ".join(KINDS[kind].title.lower() for kind in kinds)
        raise BadMapping(
            f"'{dataset.name}' holds {KINDS[dataset.kind].title.lower()}; this command needs "
            f"{wanted}. Name another dataset."
        )
    return dataset


def _named(dataset: Dataset, names: Sequence[str], request: Request) -> list[str]:
    """The borrowed columns and saved segments that the options mention."""
    known = {name.casefold(): name for name in names}
    filters = (parse_filter(text, (*dataset.columns, *names)) for text in request.filter)
    said = [*request.by, *(left for left, _ in request.where)]
    said += [one.column for where in filters for one in conditions(where)]
    said += [segment_name(one) for one in request.segment]
    pairs = [one for one in said if one.startswith(SAVED)]
    return [
        known[one.strip().casefold()] for one in said if one.strip().casefold() in known
    ] + pairs
