"""What the guess calls 90 % sure is right nine times in ten: real files, and exports in small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from cxlib.columns.guess import Guess, guess
from cxlib.columns.kinds import KINDS
from tests.columns.exports import TUNED, Export
from tests.columns.held_out import HELD
from tests.columns.truth import REAL
from tests.columns.unseen import UNSEEN

ASKED = 0.5
"""Below this confidence the analyst is asked."""


@dataclass(frozen=True)
class Told:
    """What was said of one file, beside what is true."""

    name: str
    confidence: float
    right: bool
    asked: bool
    roles: tuple[tuple[float, bool, str], ...]

    @property
    def verdict(self) -> str:
        return "right" if self.right else "asked" if self.asked else "wrong"


def judge(found: Guess, name: str, kind: str, roles: dict[str, set[str]]) -> Told:
    """A guess against the truth: its kind, and the roles that the kind cannot do without."""
    needed = {role for need in KINDS[found.kind].needs for role in need}
    borne = [(one, one.role in roles.get(one.column, set())) for one in found.roles]
    complete = not found.mapping.missing()
    right = found.kind == kind and complete and all(ok for one, ok in borne if one.role in needed)
    asked = found.confidence < ASKED or not complete
    kept = tuple((one.confidence, ok, f"{one.role}={one.column}") for one, ok in borne)
    return Told(name, found.confidence, right, asked, kept)


def reliability(pairs: Sequence[tuple[float, bool]]) -> str:
    """Share right by confidence."""
    lines = []
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.0)):
        inside = [ok for sure, ok in pairs if low <= sure < high or sure == high == 1.0]
        share = f"{sum(inside) / len(inside):.0%}" if inside else "-"
        lines.append(f"{low:.1f}-{high:.1f}: {share} of {len(inside)}")
    return "; ".join(lines)


def right_of_sure(pairs: Sequence[tuple[float, bool]]) -> float:
    sure = [ok for confidence, ok in pairs if confidence >= 0.9]
    assert len(sure) >= 10
    return sum(sure) / len(sure)


def shown(told: Sequence[Told]) -> str:
    wrong = [
        f"{one.name}: {one.verdict} {one.confidence:.2f} {one.roles}"
        for one in told
        if not one.right
    ]
    roles = [(sure, ok) for one in told for sure, ok, _ in one.roles]
    files = [(one.confidence, one.right) for one in told]
    return "\n".join([f"files {reliability(files)}", f"roles {reliability(roles)}", *wrong])


@pytest.fixture
def tell(profile):
    def made(export: Export) -> Told:
        found = guess(profile(export.cells), name=export.name)
        return judge(found, export.name, export.kind, export.roles)

    return made


@pytest.mark.parametrize("exports", [TUNED, HELD, UNSEEN], ids=["tuned", "held out", "unseen"])
def test_exports_are_recognised_or_asked_about(tell, exports):
    told = [tell(export) for export in exports]
    text = shown(told)
    of_a_kind = sum(bool(export.kind) for export in exports)
    assert sum(one.right for one in told) >= 0.9 * of_a_kind, text
    assert sum(one.verdict == "wrong" for one in told) <= 0.1 * len(told), text


def test_what_is_sure_is_right(tell):
    told = [tell(export) for export in (*TUNED, *HELD, *UNSEEN)]
    assert right_of_sure([(one.confidence, one.right) for one in told]) >= 0.9, shown(told)
    roles = [(sure, ok) for one in told for sure, ok, _ in one.roles]
    assert right_of_sure(roles) >= 0.9, shown(told)


def test_real_files_are_right_or_asked_about(shared_data, profile_file):
    told = []
    for path, kind, roles in REAL:
        found = guess(profile_file(shared_data / path), name=path.split("/")[-1])
        truth = {column: set(said.split("|")) for column, said in roles.items()}
        told.append(judge(found, path, kind, truth))
    assert not [one.name for one in told if one.verdict == "wrong"], shown(told)
    assert sum(one.right for one in told) >= 24, shown(told)
    assert right_of_sure([(one.confidence, one.right) for one in told]) >= 0.9, shown(told)
