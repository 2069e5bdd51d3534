"""The frame of the command line: help, unknown words, one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cxlib.command.main import main
from cxlib.command.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def said(capsys, *words) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(capsys, command):
    status, out, err = said(capsys, command, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"Usage: cxlib {command}")
    assert "--json" in out


def test_without_words_the_commands_are_listed(capsys):
    for words in ((), ("--help",)):
        status, out, err = said(capsys, *words)
        assert (status, err) == (0, "")
        assert all(f"\n  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("blub", "x.csv"), "No such command 'blub'. There are: describe, nps,"),
        (("nps",), "Missing argument 'SOURCE'."),
        (("nps", "x.csv", "--blub"), "No such option '--blub'"),
        (("nps", "x.csv", "--period", "fortnight"), "'fortnight' is not one of 'day', 'week',"),
        (("nps", "x.csv", "--level", "95"), "--level is 95; it has to be a number between 0 and 1"),
        (("nps", "x.csv", "--map", "score"), "--map needs ROLE=COLUMN"),
        (("nps", "nowhere.csv"), "nowhere.csv"),
        (("nps", "x", "--engine", "oracle://x"), "'oracle://' is not known here"),
    ],
)
def test_what_is_wrong_is_one_sentence(capsys, words, sentence):
    status, out, err = said(capsys, *words)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_help_does_not_import_the_engine():
    program = (
        "import sys; from cxlib.command.main import main; main(['--help']);"
        "sys.exit(any(one in sys.modules for one in ('ibis', 'scipy', 'pandas')))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_the_sample_is_written_and_named(capsys, tmp_path):
    status, out, _ = said(capsys, "sample", tmp_path / "here", "--json")
    files = [one["file"] for one in json.loads(out)["results"]]
    assert status == 0
    assert sorted(Path(file).name for file in files) == sorted(
        path.name for path in (tmp_path / "here").iterdir()
    )


def test_a_reader_who_goes_away_is_no_error():
    program = [sys.executable, "-m", "cxlib", "--help"]
    done = subprocess.run(
        f"{' '.join(program)} | head -c 1", cwd=ROOT, shell=True, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("U", "")
