"""Two groups of customers to compare, whatever column or saved segment they come from.

Each side is a segment that is not saved: a filter of the dataset it is known from. So it splits
that dataset row by row, and every other one by the customer's key.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from cxlib.engine import portable
from cxlib.locale.speak import say
from cxlib.tables.filter_text import filter_text
from cxlib.tables.filters import AllOf, Condition, Filter
from cxlib.tables.linked import Neighbourhood, segment_name
from cxlib.tables.selection import Selection
from cxlib.tables.source import BLANK, OTHERS, SEGMENT, Source
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.segments import SavedSegment


@dataclass(frozen=True, slots=True)
class Sides:
    """Two groups without common members: what is in both is in neither.

    Attributes:
        one: the first group.
        other: the second; None for all who are not in the first.
    """

    one: SavedSegment
    other: SavedSegment | None

    @property
    def column(self) -> str:
        """The column that says on which side a row is; blank where on neither, or on both."""
        if self.other is None:
            return segment_name(self.one.name)
        return segment_name(self.one.name, self.other.name)

    @property
    def values(self) -> tuple[str, str]:
        """The values of that column."""
        return self.one.name, OTHERS if self.other is None else self.other.name

    @property
    def names(self) -> tuple[str, str]:
        """What to call the two."""
        return self.one.name, say("everyone else") if self.other is None else self.other.name

    @property
    def selection(self) -> Selection:
        """The rows of either side."""
        return Selection((Condition(self.column, self.values),))

    @property
    def homes(self) -> frozenset[str]:
        """The ids of the datasets that the sides are known from."""
        return frozenset(one.dataset for one in (self.one, self.other) if one is not None)

    def around(self, near: Neighbourhood) -> Neighbourhood:
        """The neighbourhood in which the sides are segments like those that were saved."""
        sides = tuple(one for one in (self.one, self.other) if one is not None)
        kept = tuple(one for one in near.segments if one not in sides)
        return replace(near, segments=(*kept, *sides))

    def split(self, dataset: Dataset, near: Neighbourhood) -> bool:
        """Whether a dataset can be split: it is the sides' own, or the customer's key leads to it.

        Args:
            dataset: which one.
            near: the neighbourhood without the sides.
        """
        known = {one.name for one in self.around(near).segments_of(dataset)}
        return {one.name for one in (self.one, self.other) if one is not None} <= known


def value_side(dataset: Dataset, column: str, value: str, near: Neighbourhood) -> SavedSegment:
    """The rows of a dataset with one value of a column."""
    return _side(f"{column}: {value}", dataset, Condition(column, (value,)), near)


def other_values(dataset: Dataset, column: str, value: str, near: Neighbourhood) -> SavedSegment:
    """The rows of a dataset with another known value of a column."""
    different: Filter = Condition(column, (value,), "is not")
    if value != BLANK:
        different = AllOf((different, Condition(column, (), "is not blank")))
    return _side(say("everyone else"), dataset, different, near)


def read_overlap(source: Source, sides: Sides) -> int:
    """Rows of a source that are on both sides, and so on neither.

    Args:
        source: opened with the columns of both sides, `segment_name` of each.
        sides: the two groups.
    """
    if sides.other is None:
        return 0
    cells = [
        source.table[SEGMENT + segment_name(one.name)] == one.name
        for one in (sides.one, sides.other)
    ]
    both = portable.flag((cells[0] & cells[1]).fill_null(False))
    return int(source.table.agg(n=both.sum()).to_pyarrow()["n"][0].as_py() or 0)


def overlap_columns(sides: Sides) -> tuple[str, ...]:
    """The columns with which `read_overlap` wants its source opened."""
    if sides.other is None:
        return ()
    return segment_name(sides.one.name), segment_name(sides.other.name)


def _side(name: str, dataset: Dataset, where: Filter, near: Neighbourhood) -> SavedSegment:
    """A segment that is not saved, under a name that no saved one bears."""
    name, text = name.replace("|", "/"), filter_text(where)
    taken = {one.name for one in near.segments}
    while name in taken:
        name += " "
    return SavedSegment(name, dataset.id, text)


@contextmanager
def held(plain: Source, split: Source, sides: Sides) -> Iterator[Source]:
    """A source with its sides found once, for many questions inside the block.

    Args:
        plain: the source without the columns of the sides, on the same engine.
        split: the source with them, which joins other datasets.
        sides: the two groups.
    """
    names = [SEGMENT + one for one in (sides.column, *overlap_columns(sides))]
    known = split.table.select("row", *names).cache()
    try:
        table = plain.table.left_join(known, "row").select(*plain.table.columns, *names)
        yield replace(plain, table=table, columns=split.columns)
    finally:
        known.release()
