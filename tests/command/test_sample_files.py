"""The sample files can be copied anywhere, and never over an analyst's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxlib.command import sample_files
from cxlib.command.sample_files import copy_samples, sample_folder
from cxlib.errors import BadOption, UnreadableFile


def test_a_new_folder_gets_the_project_files_byte_for_byte(tmp_path: Path) -> None:
    written = copy_samples(tmp_path / "new" / "folder")
    assert [path.name for path in written] == [
        "comments.csv",
        "customers.csv",
        "events.csv",
        "subscriptions.csv",
        "survey.csv",
        "tickets.csv",
        "transactions.csv",
    ]
    for path in written:
        assert path.read_bytes() == (sample_folder() / path.name).read_bytes()


def test_a_second_copy_into_the_same_folder_changes_nothing(tmp_path: Path) -> None:
    first = copy_samples(tmp_path)
    assert copy_samples(tmp_path) == first


def test_an_own_file_of_that_name_is_kept_and_nothing_is_written(tmp_path: Path) -> None:
    own = tmp_path / "survey.csv"
    own.write_text("customer_id,nps\n1,10\n")
    with pytest.raises(BadOption, match=r"already has a survey\.csv with other content"):
        copy_samples(tmp_path)
    assert list(tmp_path.iterdir()) == [own]
    assert own.read_text() == "customer_id,nps\n1,10\n"


def test_a_file_in_place_of_the_folder_is_refused_in_words(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(BadOption, match=r"cannot be written to .*taken: File exists"):
        copy_samples(taken)


def test_an_installation_without_the_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_files, "__file__", str(tmp_path / "a" / "b" / "sample_files.py"))
    with pytest.raises(UnreadableFile, match="without it"):
        sample_folder()
