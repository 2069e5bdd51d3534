"""From a kept dataset to the source that questions are asked of."""

from __future__ import annotations

from collections.abc import Iterable

from cxlib.engine.embedded import Cursor
from cxlib.tables.linked import Neighbourhood, with_columns
from cxlib.tables.source import Source
from cxlib.workspace.dataset import Dataset, typed_file


def open_source(
    dataset: Dataset,
    cursor: Cursor,
    *,
    using: Iterable[str] = (),
    around: Neighbourhood | None = None,
) -> Source:
    """Bind a dataset's typed file to one cursor; valid as long as the cursor is.

    Args:
        dataset: what to open.
        cursor: the engine.
        using: columns that are asked for, which may be borrowed ones and saved segments.
        around: what other datasets lend; None for the file's own columns only.
    """
    source = Source(
        table=cursor.read_parquet(typed_file(dataset, cursor)),
        mapping=dataset.mapping,
        name=dataset.name,
        columns=dataset.columns,
        rows=dataset.rows,
        rejected=dataset.rejected,
    )
    if around is None:
        return source

    def opened(other: Dataset, names: Iterable[str], near: Neighbourhood) -> Source:
        return open_source(other, cursor, using=names, around=near)

    return with_columns(source, dataset, using, around=around, opened=opened)
