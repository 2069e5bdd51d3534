"""Writes the sample company's files: `python sample_data/make.py [FOLDER]`, default this folder."""

from __future__ import annotations

import sys
from pathlib import Path

from maker.files import make_files


def main() -> None:
    """Write every file, the same bytes each time."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make_files().items():
        (folder / name).write_bytes(content)
        rows = content.count(b"\n") - 1
        print(f"{name:20} {rows:7,} rows  {len(content) / 1e6:5.2f} MB")


if __name__ == "__main__":
    main()
