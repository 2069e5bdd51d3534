"""What the analyst keeps stays as it is, and goes when it is deleted."""

from __future__ import annotations

import hashlib
import os
import time

import pytest

from cxlib.columns.mapping import Mapping
from cxlib.errors import BadOption
from cxlib.workspace import dataset as datasets
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Workspace
from tests.workspace.conftest import CSAT, NPS, SURVEY


def prints(house) -> dict[str, str]:
    files = house.folder.glob("*/*.parquet")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_dataset_holds_the_rows_of_its_file(house):
    made = house.dataset(house.workspace())
    assert house.scores(made) == [9, 3, 5]
    assert (made.name, made.kind, made.upload.rows) == ("survey.csv", "survey", 3)


def test_files_never_change(house):
    workspace = house.workspace()
    made = house.dataset(workspace)
    before = prints(house)
    house.scores(made)
    house.dataset(workspace, name="again.csv")
    workspace.rename(made, "renamed")
    assert prints(house) == before
    assert len(before) == 2


def test_a_file_uploaded_again_is_recognised_by_its_content(house):
    workspace = house.workspace()
    one = workspace.add_upload(house.file(), name="march.csv")
    other = workspace.add_upload(house.file(name="copy.csv"), name="copy.csv")
    assert (one.digest, one.path, one.columns) == (other.digest, other.path, other.columns)
    assert [upload.name for upload in workspace.waiting()] == ["copy.csv"]
    changed = workspace.add_upload(house.file(SURVEY + "1,a\n"), name="march.csv")
    assert changed.digest != one.digest
    assert len(workspace.waiting()) == 2


def test_names_are_made_unique(house):
    workspace = house.workspace()
    made = [house.dataset(workspace) for _ in range(3)]
    assert [one.name for one in made] == ["survey.csv", "survey.csv (2)", "survey.csv (3)"]
    assert len({one.id for one in made}) == 3
    assert len({one.file for one in made}) == 1


def test_another_mapping_makes_another_file_and_drops_the_old_one(house):
    workspace = house.workspace()
    made = house.dataset(workspace)
    changed = workspace.remap(made, CSAT, cursor=house.cursor)
    assert changed.key != made.key
    assert (changed.id, changed.name) == (made.id, made.name)
    assert house.scores(changed, "csat") == [None, 3, 5]
    assert house.names("*.typed.parquet") == [changed.file.name]
    assert workspace.datasets() == (changed,)
    assert workspace.remap(changed, CSAT, cursor=house.cursor) == changed
    assert changed.file.exists()


def test_the_old_file_stays_where_another_dataset_reads_it(house):
    workspace = house.workspace()
    one, other = house.dataset(workspace), house.dataset(workspace)
    workspace.remap(one, CSAT, cursor=house.cursor)
    assert house.scores(other) == [9, 3, 5]


def test_rename(house):
    workspace = house.workspace()
    one, other = house.dataset(workspace), house.dataset(workspace)
    assert workspace.rename(one, "  March ").name == "March"
    assert {made.name for made in workspace.datasets()} == {"March", other.name}
    assert workspace.rename(other, other.name) == other
    with pytest.raises(BadOption, match=r"another one is called 'March'\. Choose another"):
        workspace.rename(other, "March")
    with pytest.raises(BadOption, match=r"this one is empty\. Choose a name"):
        workspace.rename(other, "  ")


def test_deleting_the_last_dataset_of_a_file_deletes_its_files(house):
    workspace = house.workspace()
    one, other = house.dataset(workspace), house.dataset(workspace, mapping=CSAT)
    waiting = workspace.add_upload(house.file("score\n1\n", "waiting.csv"), name="waiting.csv")
    workspace.delete(one)
    assert house.scores(other, "csat") == [None, 3, 5]
    assert house.names("*.typed.parquet") == [other.file.name]
    workspace.delete(other)
    assert workspace.datasets() == ()
    assert workspace.waiting() == (waiting,)
    assert house.names() == [waiting.path.name]


def test_a_waiting_file_can_be_discarded_and_a_used_one_cannot(house):
    workspace = house.workspace()
    made = house.dataset(workspace)
    waiting = workspace.add_upload(house.file("score\n1\n", "waiting.csv"), name="waiting.csv")
    workspace.discard(waiting)
    workspace.discard(made.upload)
    assert workspace.waiting() == ()
    assert house.scores(made) == [9, 3, 5]


def test_the_mapping_of_a_header_is_remembered(house):
    workspace = house.workspace()
    columns = ("score", "plan")
    assert workspace.remembered(columns) is None
    made = house.dataset(workspace)
    assert workspace.remembered(columns) == NPS
    workspace.remap(made, CSAT, cursor=house.cursor)
    assert workspace.remembered(columns) == CSAT
    assert workspace.remembered(("plan", "score")) is None
    workspace.delete(made)
    assert workspace.remembered(columns) == CSAT


def test_a_restart_finds_everything(house):
    workspace = house.workspace()
    made = house.dataset(workspace)
    workspace.save_slides([{"title": "one"}])
    waiting = workspace.add_upload(house.file("score\n1\nx\n"), name="waiting.csv")
    again = open_catalogue(sqlite_url(house.folder))
    restarted = Workspace(again, house.folder, owner="ann")
    assert restarted.datasets() == (made,)
    assert restarted.waiting() == (waiting,)
    assert restarted.remembered(made.upload.columns) == NPS
    assert restarted.slides() == [{"title": "one"}]
    assert house.scores(restarted.datasets()[0]) == [9, 3, 5]
    again.dispose()


def test_what_was_rejected_is_kept_with_the_file(house):
    upload = house.workspace().add_upload(house.file("a,b\n1,2\n1,2,3\n"), name="ragged.csv")
    (kept,) = house.workspace().waiting()
    assert kept == upload
    assert kept.rows == 2
    assert kept.rejected[0].rows == 1


def test_owners_see_nothing_of_each_other(house):
    ann, bob = house.workspace("ann"), house.workspace("bob")
    made = house.dataset(ann)
    ann.save_slides([{"title": "ann's"}])
    assert (bob.datasets(), bob.waiting(), bob.slides()) == ((), (), [])
    assert bob.remembered(made.upload.columns) is None
    theirs = house.dataset(bob)
    assert theirs.name == made.name
    assert theirs.file != made.file
    bob.delete(theirs)
    bob.delete(made)
    assert ann.datasets() == (made,)
    assert house.scores(made) == [9, 3, 5]


@pytest.mark.parametrize("owner", ["", "..", "a/b", "/etc", "a b", "x" * 65, "ann@example.org"])
def test_an_owner_names_a_folder_and_no_path(house, owner):
    with pytest.raises(ValueError, match="cannot name an owner's folder"):
        house.workspace(owner)


def test_slides_keep_their_order_and_are_replaced_as_a_whole(house):
    workspace = house.workspace()
    slides = [{"title": f"slide {k}", "chart": {"rows": [[1, None, "é"]]}} for k in range(12)]
    workspace.save_slides(slides)
    assert workspace.slides() == slides
    workspace.save_slides(iter(slides[::-1][:3]))
    assert workspace.slides() == slides[::-1][:3]
    workspace.save_slides([])
    assert workspace.slides() == []


def test_a_new_version_of_the_typed_table_is_made_when_it_is_opened(house, monkeypatch):
    workspace = house.workspace()
    old = house.dataset(workspace).file
    monkeypatch.setattr(datasets, "TYPED_VERSION", datasets.TYPED_VERSION + 1)
    (made,) = workspace.datasets()
    assert made.file != old
    assert house.scores(made) == [9, 3, 5]
    assert house.names("*.typed.parquet") == [made.file.name]
    monkeypatch.setattr(datasets, "TYPED_VERSION", datasets.TYPED_VERSION + 1)
    workspace.delete(workspace.datasets()[0])
    assert house.names() == []


def test_a_dataset_without_its_files_is_not_offered(house):
    workspace = house.workspace()
    made = house.dataset(workspace)
    made.file.unlink()
    assert house.scores(workspace.datasets()[0]) == [9, 3, 5]
    made.file.unlink()
    made.upload.path.unlink()
    assert workspace.datasets() == ()
    workspace.delete(made)


def test_parts_of_killed_processes_go_after_a_day(house):
    folder = house.workspace().folder
    old, new = folder / "a.typed.1.part", folder / "b.typed.2.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000,) * 2)
    house.workspace()
    assert house.names("*.part") == [new.name]


def test_forgetting_leaves_nothing_of_the_owner(house):
    ann, bob = house.workspace("ann"), house.workspace("bob")
    kept = house.dataset(bob)
    made = house.dataset(ann)
    ann.add_upload(house.file("score\n1\n"), name="waiting.csv")
    ann.save_slides([{"title": "one"}])
    ann.forget()
    assert not ann.folder.exists()
    assert (ann.datasets(), ann.waiting(), ann.slides()) == ((), (), [])
    assert ann.remembered(made.upload.columns) is None
    assert bob.datasets() == (kept,)


def test_a_mapping_survives_the_catalogue(house):
    mapping = Mapping("survey", (("nps", "score"), ("channel", "plan")))
    made = house.dataset(house.workspace(), mapping=mapping)
    assert house.workspace().datasets()[0].mapping == mapping == made.mapping
