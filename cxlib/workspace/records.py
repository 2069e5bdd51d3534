"""Between the catalogue's rows and the values of this room."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, delete, insert, select, update

from cxlib.columns.mapping import Mapping
from cxlib.read.upload import Rejected, Upload
from cxlib.workspace.catalogue import DATASETS, LOADS, UPLOADS, now
from cxlib.workspace.dataset import Dataset, Load


class Records:
    """One owner's part of the catalogue."""

    def __init__(self, catalogue: Engine, folder: Path, *, owner: str) -> None:
        """Open it.

        Args:
            catalogue: what `open_catalogue` gives.
            folder: the owner's folder.
            owner: whose rows.
        """
        self.catalogue = catalogue
        self.folder = folder
        self.owner = owner

    def datasets(self) -> tuple[Dataset, ...]:
        """The datasets of the catalogue, oldest first, whether or not their files are there."""
        query = (
            select(DATASETS, UPLOADS.c.about, UPLOADS.c.added)
            .join(UPLOADS)
            .where(DATASETS.c.owner == self.owner)
            .order_by(DATASETS.c.changed, DATASETS.c.id)
        )
        with self.catalogue.connect() as connection:
            rows = connection.execute(query).mappings().all()
            further = self._further(connection)
        return tuple(
            Dataset(
                row["id"],
                row["name"],
                (Load(self.upload(row["about"]), _utc(row["added"])), *further.get(row["id"], ())),
                Mapping.from_data(row["mapping"]),
            )
            for row in rows
        )

    def uploads_in_use(self) -> set[str]:
        """The digests of the files that any dataset reads."""
        return {digest for one in self.datasets() for digest in one.digests}

    def insert(self, dataset: Dataset) -> None:
        """Write a new dataset of one file."""
        with self.catalogue.begin() as connection:
            connection.execute(
                insert(DATASETS).values(
                    owner=self.owner,
                    id=dataset.id,
                    name=dataset.name,
                    digest=dataset.upload.digest,
                    mapping=dataset.mapping.to_data(),
                    changed=now(),
                )
            )

    def update(self, dataset: Dataset, values: dict[str, Any]) -> None:
        """Write values of a dataset."""
        mine = (DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
        with self.catalogue.begin() as connection:
            connection.execute(update(DATASETS).where(*mine).values(**values))

    def set_loads(self, old: Dataset, dataset: Dataset) -> bool:
        """Write the files that a dataset is loaded from, over those it had.

        Returns:
            Whether they were written; False where they are not those of `old` any more.
        """
        mine = (DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
        values = {"digest": dataset.upload.digest, "changed": now()}
        with self.catalogue.begin() as connection:
            # The update comes first, because it locks the catalogue for the comparison.
            same = DATASETS.c.digest == old.upload.digest
            if not connection.execute(
                update(DATASETS).where(*mine, same).values(**values)
            ).rowcount:
                return False
            kept = self._further(connection).get(dataset.id, ())
            if tuple(one.upload.digest for one in kept) != old.digests[1:]:
                connection.rollback()
                return False
            connection.execute(delete(LOADS).where(*self._loads_of(dataset)))
            for place, load in enumerate(dataset.loads[1:], 1):
                key = {"owner": self.owner, "dataset": dataset.id, "place": place}
                about = {"digest": load.upload.digest, "added": load.added}
                connection.execute(insert(LOADS).values(**key, **about))
        return True

    def delete(self, dataset: Dataset) -> None:
        """Forget a dataset; its uploads stay."""
        with self.catalogue.begin() as connection:
            connection.execute(delete(LOADS).where(*self._loads_of(dataset)))
            connection.execute(
                delete(DATASETS).where(DATASETS.c.owner == self.owner, DATASETS.c.id == dataset.id)
            )

    def put(self, table: Table, key: dict[str, str], values: dict[str, Any]) -> None:
        """Write a row, over the one that has its key."""
        whole = {"owner": self.owner} | key
        same = [table.c[name] == value for name, value in whole.items()]
        with self.catalogue.begin() as connection:
            # The update comes first, because it locks the catalogue for the insert.
            if not connection.execute(update(table).where(*same).values(**values)).rowcount:
                connection.execute(insert(table).values(**whole, **values))

    def upload(self, about: dict[str, Any]) -> Upload:
        """The upload that the catalogue describes."""
        rejected = tuple(
            Rejected(one["reason"], one["rows"], tuple(map(tuple, one["examples"])))
            for one in about["rejected"]
        )
        whole = about | {
            "path": self.folder / f"{about['digest']}.text.parquet",
            "columns": tuple(about["columns"]),
            "rejected": rejected,
            "sheets": tuple(about["sheets"]),
            "notes": tuple(about["notes"]),
        }
        return Upload(**whole)

    def _loads_of(self, dataset: Dataset) -> tuple[Any, ...]:
        return LOADS.c.owner == self.owner, LOADS.c.dataset == dataset.id

    def _further(self, connection: Any) -> dict[str, tuple[Load, ...]]:
        """The files of each dataset after the first."""
        query = (
            select(LOADS.c.dataset, LOADS.c.added, UPLOADS.c.about)
            .join(UPLOADS)
            .where(LOADS.c.owner == self.owner)
            .order_by(LOADS.c.dataset, LOADS.c.place)
        )
        found: dict[str, tuple[Load, ...]] = {}
        for dataset, added, about in connection.execute(query).all():
            found[dataset] = (*found.get(dataset, ()), Load(self.upload(about), _utc(added)))
        return found


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
