"""What the analyst decided about a file's columns; frozen, and remembered for the next file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Dict
from dataclasses import asdict, dataclass, replace
from typing import Any

from cxlib.columns.choices import CHOICES
from cxlib.columns.kinds import KINDS, FileKind

HIDE, HASH = "hide", "hash"
"""What is done with a personal column: no cell is shown, or a keyed hash of each."""

AMBIGUOUS = "?"
"""Date format of a column that reads as day/month and as month/day: nothing is read until told."""
EXCEL = "excel"
"""Date format of a column of Excel's day numbers."""
UNIX = "unix"
"""Date format of a column of seconds since 1970."""
UNIX_MS = "unix-ms"
"""Date format of a column of milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one column is read, where that differs from the default.

    Attributes:
        date_format: strptime format of its dates (date part first, a time may follow); "" for ISO;
            `AMBIGUOUS` where the order of day and month has to be chosen first; `EXCEL`, `UNIX`
            and `UNIX_MS` for dates that are counted.
        scale: lowest and highest valid score; None for the role's default.
        blanks: cells that mean "no answer" besides empty ones, such as ("11", "N/A").
        reversed: whether a low score is the good one.
        decimal: "," where the comma is the decimal mark, "." where the point is.
        score: for a column that counts the answers of one score: that score.
    """

    date_format: str = ""
    scale: tuple[int, int] | None = None
    blanks: tuple[str, ...] = ()
    reversed: bool = False
    decimal: str = "."
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A question of a long survey as a column of its own: `answer` where `question` is `value`.

    Attributes:
        name: the name of the new column.
        answer: the column that holds the answers to all questions.
        question: the column that names the question of each row.
        value: the question.
    """

    name: str
    answer: str
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """The kind of a file and the column that bears each role.

    Attributes:
        kind: a name in `cxlib.columns.kinds.KINDS`.
        roles: (role, column) pairs in the order of the kind's roles; a role that allows several
            columns may stand more than once.
        readings: (column, Reading) pairs; a column without one is read by the defaults.
        splits: questions of a long survey that are columns of their own here.
        choices: (name, option) pairs of `cxlib.columns.choices` that differ from the usual.
        personal: (column, `HIDE` or `HASH`) pairs of columns whose cells are shown to nobody.
    """

    kind: str
    roles: tuple[tuple[str, str], ...]
    readings: tuple[tuple[str, Reading], ...] = ()
    splits: tuple[Split, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    personal: tuple[tuple[str, str], ...] = ()

    @property
    def file_kind(self) -> FileKind:
        """The kind's entry."""
        return KINDS[self.kind]

    def column(self, role: str) -> str | None:
        """The (first) column that bears `role`, or None."""
        return next((column for name, column in self.roles if name == role), None)

    def columns(self, role: str) -> tuple[str, ...]:
        """All columns that bear `role`."""
        return tuple(column for name, column in self.roles if name == role)

    def reading(self, column: str) -> Reading:
        """How `column` is read."""
        return next((how for name, how in self.readings if name == column), Reading())

    def missing(self) -> tuple[str, ...]:
        """Roles of the nearest sufficient set that no column bears; empty when complete."""
        have = {role for role, _ in self.roles}
        gaps = sorted((sorted(need - have) for need in self.file_kind.needs), key=len)
        return tuple(gaps[0]) if gaps else ()

    def with_role(self, role: str, column: str | None) -> Mapping:
        """A copy in which `role` is borne by `column` alone, or by none."""
        kept = [pair for pair in self.roles if pair[0] != role]
        added = kept if column is None else [*kept, (role, column)]
        order = [one.name for one in self.file_kind.roles]
        return replace(self, roles=tuple(sorted(added, key=lambda pair: order.index(pair[0]))))

    def with_reading(self, column: str, reading: Reading) -> Mapping:
        """A copy in which `column` is read that way."""
        others = tuple(pair for pair in self.readings if pair[0] != column)
        return replace(self, readings=(*others, (column, reading)))

    def choice(self, name: str) -> str:
        """What was chosen of `cxlib.columns.choices.CHOICES`, or the usual option."""
        usual = CHOICES[name].usual
        return next((option for choice, option in self.choices if choice == name), usual)

    def with_choice(self, name: str, option: str) -> Mapping:
        """A copy with this choice; the usual option leaves no trace."""
        others = tuple(pair for pair in self.choices if pair[0] != name)
        chosen = () if option == CHOICES[name].usual else ((name, option),)
        return replace(self, choices=tuple(sorted((*others, *chosen))))

    def with_personal(self, column: str, how: str | None) -> Mapping:
        """A copy in which `column` is hidden (`HIDE`), hashed (`HASH`) or shown (None)."""
        others = tuple(pair for pair in self.personal if pair[0] != column)
        marked = ((column, how),) if how else ()
        return replace(self, personal=tuple(sorted((*others, *marked))))

    def to_data(self) -> dict[str, object]:
        """Plain data for the catalogue."""
        return {
            "kind": self.kind,
            "roles": [list(pair) for pair in self.roles],
            "readings": [[column, asdict(how)] for column, how in self.readings],
            "splits": [asdict(one) for one in self.splits],
            "choices": [list(pair) for pair in self.choices],
            "personal": [list(pair) for pair in self.personal],
        }

    @classmethod
    def from_data(cls, data: Dict[str, object]) -> Mapping:
        """The mapping that `to_data` wrote."""
        text = json.loads(json.dumps(data))
        return cls(
            kind=text["kind"],
            roles=_pairs(text["roles"]),
            readings=tuple((column, _reading(how)) for column, how in text["readings"]),
            splits=tuple(Split(**one) for one in text.get("splits", ())),
            choices=_pairs(text.get("choices", ())),
            personal=_pairs(text.get("personal", ())),
        )

    @property
    def digest(self) -> str:
        """A short content hash: equal mappings have equal digests."""
        return hashlib.sha256(json.dumps(self.to_data(), sort_keys=True).encode()).hexdigest()[:16]


def _pairs(data: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((left, right) for left, right in data)


def _reading(how: Dict[str, Any]) -> Reading:
    scale = how["scale"]
    given = {"scale": tuple(scale) if scale else None, "blanks": tuple(how["blanks"])}
    return Reading(**(dict(how) | given))
