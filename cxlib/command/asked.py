"""A source as a command sees it: typed, with the filters resolved against its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from cxlib.columns.guess import Guess
from cxlib.columns.mapping import AMBIGUOUS
from cxlib.columns.profile import Profile
from cxlib.command.answer import Rows
from cxlib.command.options import Request
from cxlib.errors import AmbiguousDates, BadOption
from cxlib.read.upload import Upload
from cxlib.stats.groups import BLANK
from cxlib.tables.filter_text import parse_filter
from cxlib.tables.filters import Filter, conditions, typed_as
from cxlib.tables.linked import segment_name
from cxlib.tables.question import Coverage
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import SEGMENT, Source

SHOWN = 12
"""Values that an error lists."""
MOST = 40
"""Values of a column for which models are fitted one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One opened source and what is asked of it.

    Attributes:
        request: the options that commands share.
        upload: the file as text.
        profile: what its columns hold.
        guess: what was recognised, before the overrides.
        source: the typed table, after them.
        selection: the filters, with columns as the file spells them.
        by: the columns of --by, as the file spells them.
    """

    request: Request
    upload: Upload
    profile: Profile
    guess: Guess
    source: Source
    selection: Selection
    by: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What reading the file noticed."""
        return self.upload.notes

    @property
    def needs_days(self) -> bool:
        """Whether the filters or the periods need the day of a row."""
        request = self.request
        return request.period is not None or request.since is not None or request.until is not None

    def require_days(self, *roles: str) -> None:
        """Check that the dates of some roles can be read.

        Raises:
            AmbiguousDates: a column of theirs reads as day/month and as month/day.
        """
        for role in roles:
            column = self.source.mapping.column(role)
            if column is None:
                continue
            if self.source.mapping.reading(column).date_format == AMBIGUOUS:
                raise AmbiguousDates(
                    f"The dates in '{column}' read as day/month and as month/day. Say which with "
                    '--date-format "%d/%m/%Y" or --date-format "%m/%d/%Y".'
                )

    def dated(self, *roles: str) -> tuple[str, ...]:
        """The roles, where days are needed."""
        return roles if self.needs_days else ()

    def columns(self, *roles: str) -> dict[str, str]:
        """Role to column, for those of the roles that a column bears."""
        found = {role: self.source.mapping.column(role) for role in roles}
        return {role: column for role, column in found.items() if column is not None}

    def rows(self, coverage: Coverage) -> Rows:
        """The source and where its rows went."""
        return Rows(self.source.name, coverage)


def values_of(source: Source, column: str) -> tuple[str, ...]:
    """The values of a column, in order; a blank cell is the value `BLANK`.

    Raises:
        BadOption: there are more than `MOST` of them.
    """
    cell = source.table[source.segment(column)].fill_null(BLANK)
    values = source.table.select(value=cell).distinct().order_by("value").limit(MOST + 1)
    found: list[str] = values.to_pyarrow()["value"].to_pylist()
    if len(found) > MOST:
        raise BadOption(
            f"'{column}' has more than {MOST} values; this command fits a model for each. Choose "
            "another --by, or keep some values with --where or --filter."
        )
    return tuple(found)


def select(source: Source, request: Request) -> Selection:
    """The filters of a request.

    Raises:
        ColumnMissing: a filter names a column that is not there.
        BadOption: a filter cannot be read or names a value that no row has, or the days run
            backwards.
    """
    if request.segment and not request.workspace:
        raise BadOption(
            "--segment names a segment that was saved in the app, so it needs --workspace too. "
            "For a file, say the same with --filter."
        )
    saved = tuple(Condition(segment_name(one), (one,)) for one in request.segment)
    where = (*_conditions(source, request.where), *_filters(source, request.filter), *saved)
    return Selection(where, request.since, request.until)


def _filters(source: Source, texts: Sequence[str]) -> tuple[Filter, ...]:
    """One filter a text; the texts that a column is compared with have to be there."""
    found = tuple(parse_filter(text, source.columns) for text in texts)
    for condition in (one for filter_ in found for one in conditions(filter_)):
        if condition.op in ("is", "is not") and typed_as(source, condition.column) is None:
            _check_values(source, condition.column, condition.values, option="--filter")
    return found


def _conditions(source: Source, pairs: Sequence[tuple[str, str]]) -> tuple[Condition, ...]:
    """One condition a column; its values are alternatives."""
    wanted: dict[str, list[str]] = {}
    for left, right in pairs:
        column, value = _split(source, left, right)
        wanted.setdefault(column, []).append(value or BLANK)
    for column, values in wanted.items():
        _check_values(source, column, values, option="--where")
    return tuple(
        Condition(column, tuple(dict.fromkeys(values))) for column, values in wanted.items()
    )


def _split(source: Source, left: str, right: str) -> tuple[str, str]:
    """Column and value; a column's name may hold an equals sign itself."""
    parts = f"{left}={right}".split("=")
    for place in range(1, len(parts)):
        column = "=".join(parts[:place]).strip()
        if column in source.columns:
            return column, "=".join(parts[place:]).strip()
    return source.column(left), right


def _check_values(source: Source, column: str, values: Sequence[str], *, option: str) -> None:
    cell = source.table[SEGMENT + column].fill_null(BLANK)
    has = source.table.select(value=cell).distinct()
    found = has.filter(has.value.isin(values)).to_pyarrow()["value"].to_pylist()
    for value in values:
        if value in found:
            continue
        known = has.order_by("value").limit(500).to_pyarrow()["value"].to_pylist()
        near = get_close_matches(value, known, n=1)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        shown = ", ".join(one[:30] for one in known[:SHOWN])
        shown += ", ..." if len(known) > SHOWN else ""
        raise BadOption(f"No row has {column} = '{value}' ({option}).{hint} There are: {shown}.")
