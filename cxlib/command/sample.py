"""`sample`: the sample data, written into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from cxlib.command.answer import Answer, Rows, write
from cxlib.command.options import JSON
from cxlib.command.sample_files import copy_samples
from cxlib.command.shown import Table
from cxlib.tables.question import Coverage


@click.command("sample")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@JSON
def sample(folder: Path, *, as_json: bool) -> None:
    """Write the sample data of a made-up company into a folder, to try the commands on."""
    files = [str(path) for path in copy_samples(folder)]
    answer = Answer(
        command="sample",
        sources=(Rows(str(folder), Coverage(0, 0, ())),),
        columns={},
        options={},
        results=tuple({"group": {}, "period": None, "file": file} for file in files),
        tables=(Table("Files written", ("",), tuple((file,) for file in files)),),
    )
    write(answer, as_json=as_json)
