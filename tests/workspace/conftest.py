"""A workspace in a temporary folder, with one cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.tables.opened import open_source
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.store import Workspace

NPS = Mapping("survey", (("nps", "score"),))
CSAT = Mapping("survey", (("csat", "score"),))
SURVEY = "score,plan\n9,a\n3,b\n5,\n"


@dataclass
class House:
    """A folder, its catalogue and its engine."""

    folder: Path
    catalogue: Engine
    cursor: Cursor

    def workspace(self, owner: str = "ann") -> Workspace:
        return Workspace(self.catalogue, self.folder, owner=owner)

    def file(self, text: str = SURVEY, name: str = "survey.csv") -> Path:
        path = self.folder.parent / name
        path.write_text(text)
        return path

    def dataset(self, workspace: Workspace, text: str = SURVEY, **options) -> Dataset:
        upload = workspace.add_upload(self.file(text), name=options.pop("name", "survey.csv"))
        mapping = options.pop("mapping", NPS)
        return workspace.add_dataset(upload, mapping, cursor=self.cursor, **options)

    def scores(self, dataset: Dataset, role: str = "nps") -> list:
        table = open_source(dataset, self.cursor).table
        return table.order_by("row")[role].to_pyarrow().to_pylist()

    def names(self, pattern: str = "*") -> list[str]:
        return sorted(path.name for path in self.folder.glob(f"*/{pattern}"))


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    folder = tmp_path / "workspace"
    folder.mkdir()
    catalogue = open_catalogue(sqlite_url(folder))
    root = open_locked([folder], scratch=tmp_path / "scratch")
    yield House(folder, catalogue, cursor(root))
    catalogue.dispose()
    root.close()
