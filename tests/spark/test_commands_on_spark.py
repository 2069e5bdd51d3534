"""The command line on a Spark cluster: the same answers as from the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.spark.conftest import SAMPLE

pytestmark = pytest.mark.spark

QUESTIONS = [
    ("nps", "survey", "--by", "region"),
    ("retention", "subscriptions", "--by", "plan", "--at", "3,6,12"),
    ("clv", "transactions", "--horizon", "26"),
]


def ask(*words: str) -> dict:
    found = subprocess.run(
        [sys.executable, "-m", "cxlib", *words, "--json"],
        capture_output=True,
        text=True,
        cwd=SAMPLE.parent,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"},
        check=False,
    )
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda words: words[0])
def test_answers_equal_those_of_the_file(spark, lake, question):
    command, table, *options = question
    file = ask(command, str(SAMPLE / f"{table}.csv"), *options)
    there = ask(command, str(lake / f"{table}.parquet"), "--engine", spark.url, *options)
    assert _near(there["results"]) == _near(file["results"])
    assert there["source"]["left_out"] == file["source"]["left_out"]


def test_a_text_file_is_parsed_here_and_answered_there():
    file = str(SAMPLE / "survey.csv")
    there = ask("csat", file, "--by", "channel", "--engine", "local[2]")
    assert _near(there["results"]) == _near(ask("csat", file, "--by", "channel")["results"])


def test_a_cluster_that_is_not_there_is_one_sentence():
    found = subprocess.run(
        [sys.executable, "-m", "cxlib", "nps", "t", "--engine", "sc://127.0.0.1:1", "--json"],
        capture_output=True,
        text=True,
        cwd=SAMPLE.parent,
        check=False,
    )
    assert found.returncode == 2
    assert "could not be reached" in found.stderr


def _near(value: object) -> object:
    """Floats to nine digits: sums of the same numbers in another order differ in the last ones."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {key: _near(one) for key, one in value.items()}
    return [_near(one) for one in value] if isinstance(value, list) else value
