"""What the files of a folder are taken for: right, asked about or wrong.

    python benchmarks/guessing.py FOLDER

Prints a line a file: verdict, kind, confidence, and the roles that the kind cannot do without.
Files whose truth is written down in the tests are judged; of the others it says "asked" where the
analyst would be asked, else "taken".
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cxlib.columns.guess import Guess, guess
from cxlib.columns.kinds import KINDS
from cxlib.columns.profile import read_profile
from cxlib.engine.embedded import cursor, open_locked
from cxlib.errors import CxError
from cxlib.read.load import read_file
from tests.columns.test_calibration import ASKED, judge
from tests.columns.truth import REAL

DOCUMENTS = {".md", ".enc"}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    folder = words.parse_args().folder.resolve()
    verdicts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in DOCUMENTS:
            verdicts[tell(path, path.relative_to(folder).as_posix())] += 1
    print(", ".join(f"{n} {verdict}" for verdict, n in verdicts.most_common()))


def tell(path: Path, name: str) -> str:
    """Print what a file is taken for, and return the verdict."""
    try:
        found = recognise(path)
    except CxError as error:
        print(f"{'refused':8} {name}: {error}")
        return "refused"
    verdict = verdict_of(found, name)
    needed = {role for need in KINDS[found.kind].needs for role in need}
    roles = [f"{one.role}={one.column}" for one in found.roles if one.role in needed]
    shown = ", ".join(roles[:6])
    print(f"{verdict:8} {name}: {found.kind} {found.confidence:.2f} ({shown})", flush=True)
    return verdict


def recognise(path: Path) -> Guess:
    """Read a file and guess what it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        upload = read_file(path, name=path.name, into=folder)
        root = open_locked([folder], scratch=folder / "scratch")
        try:
            profile = read_profile(cursor(root).read_parquet(upload.path), upload.columns)
        finally:
            root.close()
        return guess(profile, name=upload.name, titles=upload.titles, labels=upload.labels)


def verdict_of(found: Guess, name: str) -> str:
    """Right, asked or wrong where the truth is known; else asked or taken."""
    for path, kind, roles in REAL:
        if name.endswith(path):
            truth = {column: set(said.split("|")) for column, said in roles.items()}
            return judge(found, name, kind, truth).verdict
    unsure = found.confidence < ASKED or bool(found.mapping.missing())
    return "asked" if unsure else "taken"


if __name__ == "__main__":
    main()
