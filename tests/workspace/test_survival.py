"""A workspace survives killed processes and serves several threads at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from cxlib.engine.embedded import cursor
from tests.house import ROOT
from tests.workspace.conftest import NPS, SURVEY

LOAD = """
import os, pathlib, signal, sys
from cxlib.columns.mapping import Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.records import Records
from cxlib.workspace.store import Workspace

folder, file, moment = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner="ann")

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def progress(done):
    if moment == "reading" and done > 0.5:
        die()

upload = workspace.add_upload(file, name="big.csv", progress=progress)
if moment == "typing":
    pathlib.Path.replace = die
if moment == "keeping":
    Records.insert = die
root = open_locked([folder], scratch=folder / "scratch")
workspace.add_dataset(upload, Mapping("survey", (("nps", "score"),)), cursor=cursor(root))
"""


@pytest.mark.parametrize("moment", ["reading", "typing", "keeping"])
def test_a_killed_load_leaves_nothing_half_written(house, moment):
    workspace = house.workspace()
    made = house.dataset(workspace)
    big = house.file("score,plan\n" + "9,a\n7,b\n" * 50_000, "big.csv")
    command = [sys.executable, "-c", LOAD, str(house.folder), str(big), moment]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    # What was there is there, and nothing else is offered.
    assert workspace.datasets() == (made,)
    assert house.scores(made) == [9, 3, 5]
    # Every file with a final name is whole.
    for path in house.folder.glob("ann/*.parquet"):
        assert house.cursor.read_parquet(path).count().to_pyarrow().as_py() in (3, 100_000)
    # The same load can be done again.
    upload = workspace.add_upload(big, name="big.csv")
    again = workspace.add_dataset(upload, NPS, cursor=house.cursor)
    assert len(house.scores(again)) == 100_000


def test_threads_add_the_same_file_at_once(house):
    workspace, start = house.workspace(), Barrier(6)
    path = house.file()
    root = house.cursor.con

    def add(_: int):
        own = cursor(root)
        start.wait()
        upload = workspace.add_upload(path, name="survey.csv")
        return workspace.add_dataset(upload, NPS, cursor=own)

    with ThreadPoolExecutor(6) as threads:
        made = list(threads.map(add, range(6)))
    names = ["survey.csv", *(f"survey.csv ({k})" for k in range(2, 7))]
    assert sorted(one.name for one in made) == names
    assert sorted(one.name for one in workspace.datasets()) == names
    assert {one.file for one in made} == {made[0].file}
    assert house.names("*.part") == []


def test_threads_work_on_their_own_files_at_once(house):
    workspace = house.workspace()
    root = house.cursor.con
    files = [house.file(SURVEY + "10,c\n" * k, f"file{k}.csv") for k in range(6)]

    def work(k: int) -> list[int]:
        own, lengths = cursor(root), []
        for _ in range(4):
            made = workspace.add_dataset(
                workspace.add_upload(files[k], name=f"file{k}.csv"), NPS, cursor=own
            )
            workspace.save_slides([{"thread": k}])
            lengths.append(own.read_parquet(made.file).count().to_pyarrow().as_py())
            workspace.delete(made)
        return lengths

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(work, range(6))) == [[3 + k] * 4 for k in range(6)]
    assert (workspace.datasets(), workspace.waiting()) == ((), ())
    assert house.names() == []
    assert len(workspace.slides()) == 1
