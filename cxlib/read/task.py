"""One reading in progress: what is read, where scratch files go, and whether to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from cxlib.errors import Cancelled, UnreadableFile

BLOCK = 4 << 20
"""Bytes read at a time."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file being read.

    Attributes:
        path: the bytes to read: the upload, or its unpacked copy.
        name: file name as the analyst knows it.
        folder: scratch folder of this reading, deleted afterwards.
        progress: told the fraction done.
        cancelled: asked whether to stop.
        low: fraction done when this part of the work begins.
        high: fraction done when it ends.
    """

    path: Path
    name: str
    folder: Path
    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None
    low: float = 0.0
    high: float = 1.0

    def tick(self, done: float) -> None:
        """Report that the fraction `done` of this part is done.

        Raises:
            Cancelled: the analyst stopped the work.
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled(f"Reading '{self.shown}' was stopped; nothing of it was kept.")
        if self.progress is not None:
            self.progress(self.low + (self.high - self.low) * min(max(done, 0.0), 1.0))

    def part(self, low: float, high: float) -> Task:
        """The same task, whose progress runs from `low` to `high` of this one."""
        span = self.high - self.low
        return replace(self, low=self.low + span * low, high=self.low + span * high)

    def at(self, path: Path) -> Task:
        """The same task on another copy of the bytes."""
        return replace(self, path=path)

    @property
    def shown(self) -> str:
        """The name on one line, shortened in the middle when very long."""
        name = " ".join(self.name.split())
        return name if len(name) <= 80 else f"{name[:40]}...{name[-37:]}"

    def unreadable(self, said: str) -> UnreadableFile:
        """The error whose sentence begins with the file's name."""
        return UnreadableFile(f"'{self.shown}' {said}")
