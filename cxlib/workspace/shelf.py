"""Small things an analyst keeps by name: saved segments, settings, targets."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from cxlib.workspace.catalogue import KEPT, now

Content = dict[str, Any]


class Shelf:
    """Plain data by name, of one owner and one sort of thing."""

    def __init__(self, catalogue: Engine, *, owner: str, name: str) -> None:
        """Open a shelf; it exists as soon as something is put on it.

        Args:
            catalogue: what `open_catalogue` gives.
            owner: whose things.
            name: the sort of thing, such as "segments".
        """
        self._catalogue = catalogue
        self._mine = (KEPT.c.owner == owner, KEPT.c.shelf == name)
        self._key = {"owner": owner, "shelf": name}

    def all(self) -> dict[str, Content]:
        """Everything on the shelf, by name, in the order of the names."""
        query = select(KEPT.c.name, KEPT.c.content).where(*self._mine).order_by(KEPT.c.name)
        with self._catalogue.connect() as connection:
            return {row.name: row.content for row in connection.execute(query)}

    def get(self, name: str) -> Content | None:
        """What stands under a name, or None."""
        return self.all().get(name)

    def put(self, name: str, content: Content) -> None:
        """Keep plain data under a name, over what stood there."""
        values = {"content": content, "changed": now()}
        here = (*self._mine, KEPT.c.name == name)
        with self._catalogue.begin() as connection:
            # The update comes first, because it locks the catalogue for the insert.
            if not connection.execute(update(KEPT).where(*here).values(**values)).rowcount:
                connection.execute(insert(KEPT).values(**self._key, name=name, **values))

    def keep_first(self, name: str, content: Content) -> Content:
        """Keep plain data under a name unless something stands there; returns what stands there."""
        values = {"content": content, "changed": now()}
        try:
            with self._catalogue.begin() as connection:
                connection.execute(insert(KEPT).values(**self._key, name=name, **values))
        except IntegrityError:
            # Another session was first, or it has stood there for long.
            return self.get(name) or content
        return content

    def remove(self, name: str) -> None:
        """Forget what stands under a name."""
        with self._catalogue.begin() as connection:
            connection.execute(delete(KEPT).where(*self._mine, KEPT.c.name == name))
