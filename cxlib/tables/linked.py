"""Columns that a dataset borrows from others by the customer's key, and saved segments as columns.

A borrowed column is named like `customers: city`, a saved segment like `segment: Promoters`; every
question, filter and comparison can use them as if the file had them. A join never multiplies rows:
a customer list with the same customer twice lends nothing, and a segment only says who is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

import ibis
import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules, key_of
from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.columns.typed import RAW
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.filter_text import parse_filter
from cxlib.tables.filters import conditions, holds
from cxlib.tables.source import OTHERS, SAVED, SEGMENT, Source
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.segments import SavedSegment

KEY = "customer key"
"""Name of the joined tables' key column; no column of a typed table is called so."""
VERSUS = " | "


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A column of a customer list, as other datasets see it."""

    name: str
    dataset: str
    column: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the datasets of a workspace can lend each other.

    Attributes:
        datasets: all datasets.
        segments: all saved segments.
        rules: what does not matter when customers are compared.
    """

    datasets: tuple[Dataset, ...] = ()
    segments: tuple[SavedSegment, ...] = ()
    rules: KeyRules = field(default_factory=KeyRules)

    def lent_to(self, dataset: Dataset) -> tuple[Borrowed, ...]:
        """The columns of customer lists that can split this dataset."""
        if dataset.mapping.column("customer") is None:
            return ()
        found = []
        for one in self.datasets:
            if one.kind == "customers" and one.id != dataset.id:
                key = one.mapping.column("customer")
                name = self._short(one)
                columns = (column for column in one.columns if column != key)
                found += [Borrowed(f"{name}: {column}", one.id, column) for column in columns]
        return tuple(found)

    def _short(self, dataset: Dataset) -> str:
        """The name of a customer list without its ending, where that tells it from the others."""
        short = PurePath(dataset.name).stem
        alike = [
            one
            for one in self.datasets
            if one.kind == "customers" and PurePath(one.name).stem.casefold() == short.casefold()
        ]
        taken = len(alike) > 1 or f"{short}: ".casefold() == SAVED
        return dataset.name if taken else short

    def names_for(self, dataset: Dataset) -> tuple[str, ...]:
        """All columns that this dataset can borrow, saved segments among them."""
        saved = (segment_name(one.name) for one in self.segments_of(dataset))
        return (*(one.name for one in self.lent_to(dataset)), *saved)

    def without(self, segment: SavedSegment) -> Neighbourhood:
        """The same without a segment, so that none can be made of itself."""
        left = tuple(one for one in self.segments if one.name != segment.name)
        return replace(self, segments=left)

    def segments_of(self, dataset: Dataset) -> tuple[SavedSegment, ...]:
        """The saved segments that can be asked of this dataset."""
        keyed = {one.id for one in self.datasets if one.mapping.column("customer") is not None}
        return tuple(
            one
            for one in self.segments
            if one.dataset == dataset.id or {one.dataset, dataset.id} <= keyed
        )


Opened = Callable[[Dataset, Iterable[str], Neighbourhood], Source]
"""Opens a dataset on the same engine, with some of the columns that others lend it."""


def with_columns(
    source: Source,
    dataset: Dataset,
    names: Iterable[str],
    *,
    around: Neighbourhood,
    opened: Opened,
) -> Source:
    """The source with those of the named columns that stem from other datasets or saved segments.

    Args:
        source: the opened dataset.
        dataset: which one it is.
        names: columns that are asked for; names of the file's own columns are passed over.
        around: what can be lent.
        opened: opens another dataset on the same engine.

    Raises:
        BadOption: a customer list has a customer more than once, so that rows would multiply.
    """
    wanted = [one for one in dict.fromkeys(names) if one not in source.columns]
    lent = {one.name: one for one in around.lent_to(dataset)}
    lists: dict[str, list[Borrowed]] = {}
    for name in wanted:
        if name in lent:
            lists.setdefault(lent[name].dataset, []).append(lent[name])
        elif name.startswith(SAVED):
            source = _with_segment(source, dataset, name, around, opened)
    by_id = {one.id: one for one in around.datasets}
    for owner, columns in lists.items():
        # A saved segment brings the columns that its filter names.
        lacking = [one for one in columns if one.name not in source.columns]
        if lacking:
            other = opened(by_id[owner], (), around)
            source = _with_attributes(source, other, lacking, around.rules)
    return source


def segment_name(*segments: str) -> str:
    """The column that says whether a row is in a saved segment, or in which of two."""
    return SAVED + VERSUS.join(segments)


def key_column(source: Source, rules: KeyRules) -> ir.StringValue:
    """The key by which a row's customer is found in other datasets; null where not known."""
    table = source.table
    return key_of(table[RAW] if RAW in table.columns else table.customer, rules)


def usable(table: ir.Table) -> ir.Table:
    """The rows that are not left out of everything."""
    return table.filter(table[ROW_PROBLEM].isnull()) if ROW_PROBLEM in table.columns else table


def repeated_customers(source: Source, rules: KeyRules) -> str | None:
    """Why a customer list cannot lend its columns; None where every customer has one row."""
    each = _keyed(source, rules).group_by(KEY).agg(n=portable.count())
    several = each.filter(each.n > 1).count().to_pyarrow().as_py()
    if not several:
        return None
    return (
        f"'{source.name}' needs one row a customer to lend its columns, and {several:,} customers "
        "have several, so rows would multiply. Drop its duplicates on the Data page, or upload a "
        "list without them."
    )


def _keyed(source: Source, rules: KeyRules) -> ir.Table:
    """The usable rows with a known customer, with their key."""
    keyed = usable(source.table.mutate(**{KEY: key_column(source, rules)}))
    return keyed.filter(keyed[KEY].notnull())


def _with_attributes(
    source: Source, other: Source, columns: Sequence[Borrowed], rules: KeyRules
) -> Source:
    problem = repeated_customers(other, rules)
    if problem:
        raise BadOption(problem)
    keyed = _keyed(other, rules)
    cells = {SEGMENT + one.name: keyed[SEGMENT + one.column] for one in columns}
    return _joined(source, keyed.select(**{KEY: keyed[KEY]}, **cells), list(cells), rules)


def _with_segment(
    source: Source,
    dataset: Dataset,
    name: str,
    around: Neighbourhood,
    opened: Opened,
) -> Source:
    """A column with the names of the segments a row is in; of two, rows in both are blank."""
    saved = {one.name: one for one in around.segments_of(dataset)}
    parts = name.removeprefix(SAVED).split(VERSUS)
    unknown = [one for one in parts if one not in saved]
    if unknown:
        shown = ", ".join(saved) or say("none")
        raise BadOption(
            f"'{source.name}' has no saved segment '{unknown[0]}'. It can use: {shown}."
        )
    flags = []
    for part in parts:
        source = _with_flag(source, dataset, saved[part], around, opened)
        flags.append(source.table[_flag(part)])
    if len(parts) == 1:
        cell = ibis.cases((flags[0] == 1, parts[0]), (flags[0] == 0, OTHERS))
    else:
        alone = [one == 1 for one in flags]
        cell = ibis.cases(
            (alone[0] & ~alone[1].fill_null(False), parts[0]),
            (alone[1] & ~alone[0].fill_null(False), parts[1]),
        )
    table = source.table.mutate(**{SEGMENT + name: cell}).drop(*map(_flag, dict.fromkeys(parts)))
    return replace(source, table=table, columns=(*source.columns, name))


def _flag(segment: str) -> str:
    return f"in segment {segment}"


def _with_flag(
    source: Source,
    dataset: Dataset,
    segment: SavedSegment,
    around: Neighbourhood,
    opened: Opened,
) -> Source:
    """1 for rows in a saved segment, 0 for others, null for rows without a known customer."""
    flag = _flag(segment.name)
    if flag in source.table.columns:
        return source
    home = next(one for one in around.datasets if one.id == segment.dataset)
    rest = around.without(segment)
    where = parse_filter(segment.text, (*home.columns, *rest.names_for(home)))
    using = [one.column for one in conditions(where)]
    if home.id == dataset.id:
        source = with_columns(source, dataset, using, around=rest, opened=opened)
        kept = portable.flag(holds(source, source.table, where))
        return replace(source, table=source.table.mutate(**{flag: kept}))
    other = opened(home, using, rest)
    table = usable(other.table)
    kept = table.filter(holds(other, table, where))
    keyed = kept.select(**{KEY: key_column(replace(other, table=kept), around.rules)})
    members = keyed.filter(keyed[KEY].notnull()).distinct()
    members = members.mutate(**{flag: ibis.literal(1, "int8")})
    joined = _joined(source, members, [flag], around.rules, named=False)
    known = key_column(joined, around.rules).notnull()
    said = ibis.ifelse(known, joined.table[flag].fill_null(0), None)
    return replace(joined, table=joined.table.mutate(**{flag: said}))


def _joined(
    source: Source, right: ir.Table, cells: list[str], rules: KeyRules, *, named: bool = True
) -> Source:
    """The source with columns of a table that has each key once."""
    left = source.table.mutate(**{KEY: key_column(source, rules)})
    right = right.rename(**{f"other {KEY}": KEY})
    joined = left.left_join(right, left[KEY] == right[f"other {KEY}"])
    table = joined.select(*source.table.columns, *cells)
    names = tuple(one.removeprefix(SEGMENT) for one in cells) if named else ()
    return replace(source, table=table, columns=(*source.columns, *names))
