"""Lists of customers that the app itself made, such as clusters, kept as datasets.

Each is a snapshot: a customer list like an uploaded one, so that every page can filter and compare
by it. Saved again under its name it replaces what stood there, and what refers to it goes on.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import Cursor
from cxlib.errors import NotEnoughData
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.store import Workspace

SHELF = "customer lists"
CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class MadeList:
    """A customer list that was made here.

    Attributes:
        dataset: the list, which the analyst may have renamed.
        name: the name it was saved under.
        made: when it was saved last (UTC).
        origin: what it was made from, in words.
        column: the column that says each customer's group.
        customers: how many it holds.
    """

    dataset: Dataset
    name: str
    made: datetime
    origin: str
    column: str
    customers: int


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What a list is to be called and to say of itself.

    Attributes:
        name: the dataset's name.
        column: the column of the groups.
        origin: what it is made from, in words.
        masked: how customers are masked where the list is shown: `HIDE`, `HASH` or None.
    """

    name: str
    column: str
    origin: str
    masked: str | None = None


def save_list(
    workspace: Workspace, cursor: Cursor, groups: Dict[str, str], plan: ListPlan
) -> MadeList:
    """Keep a list of customers as a dataset, in place of the one that was made under its name.

    Args:
        workspace: whose.
        cursor: where the typed file is made.
        groups: each customer, as the files write it, to its group; each customer once.
        plan: names and masking.

    Raises:
        NotEnoughData: there is no customer.
    """
    if not groups:
        raise NotEnoughData(
            "A customer list", have=0, need=1, unit="customer", hint="Widen the filters."
        )
    mapping = Mapping("customers", ((CUSTOMER, CUSTOMER),))
    mapping = mapping.with_personal(CUSTOMER, plan.masked)
    path = workspace.folder / f"list-{secrets.token_hex(6)}.part"
    names = sorted(groups)
    table = pa.table({CUSTOMER: names, plan.column: [groups[name] for name in names]})
    try:
        pq.write_table(table, path)
        upload = workspace.add_upload(path, name=f"{plan.name}.parquet")
    finally:
        path.unlink(missing_ok=True)
    before = next((one for one in made_lists(workspace) if one.name == plan.name), None)
    if before is None:
        dataset = workspace.add_dataset(upload, mapping, cursor=cursor, name=plan.name)
    else:
        dataset = before.dataset
        if upload.digest not in dataset.digests:
            both = workspace.append(dataset, upload, cursor=cursor)
            dataset = workspace.remove_load(both, 0, cursor=cursor)
        if dataset.mapping != mapping:
            dataset = workspace.remap(dataset, mapping, cursor=cursor)
    made = datetime.now(UTC)
    about = {
        "name": plan.name,
        "made": made.isoformat(timespec="seconds"),
        "origin": plan.origin,
        "column": plan.column,
        "customers": len(names),
    }
    workspace.shelf(SHELF).put(dataset.id, about)
    return MadeList(dataset, plan.name, made, plan.origin, plan.column, len(names))


def made_lists(workspace: Workspace) -> tuple[MadeList, ...]:
    """The lists that were made here and still are there, oldest dataset first."""
    kept = workspace.shelf(SHELF).all()
    return tuple(
        MadeList(
            one,
            kept[one.id]["name"],
            datetime.fromisoformat(kept[one.id]["made"]),
            kept[one.id]["origin"],
            kept[one.id]["column"],
            kept[one.id]["customers"],
        )
        for one in workspace.datasets()
        if one.id in kept
    )
