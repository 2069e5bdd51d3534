"""From a kept dataset to the source that questions are asked of."""

from __future__ import annotations

from cxlib.engine.embedded import Cursor
from cxlib.tables.source import Source
from cxlib.workspace.dataset import Dataset, typed_file


def open_source(dataset: Dataset, cursor: Cursor) -> Source:
    """Bind a dataset's typed file to one cursor; valid as long as the cursor is."""
    return Source(
        table=cursor.read_parquet(typed_file(dataset, cursor)),
        mapping=dataset.mapping,
        name=dataset.name,
        columns=dataset.columns,
        rows=dataset.rows,
        rejected=dataset.rejected,
    )
