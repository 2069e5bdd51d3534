"""The rows behind a number."""

from __future__ import annotations

from cxlib.tables.rows import dropped_rows, rows_of
from cxlib.tables.surveys import answers
from tests.handmade import source_of


def test_rows_are_those_of_the_file_in_its_order(backend):
    cells = {"nps": ["9 ", "n/a", "3", "10", None], "row": list("abcde"), "reason": list("vwxyz")}
    source = source_of(backend, "survey", {"nps": [9, ..., 3, 10, None]}, cells=cells)
    question = answers(source, score="nps")
    used = rows_of(question, limit=2).to_pyarrow()
    assert used.to_pylist() == [
        {"row": 1, "nps": "9 ", "reason": "v"},
        {"row": 3, "nps": "3", "reason": "x"},
    ]
    dropped = dropped_rows(question, limit=9).to_pyarrow().to_pylist()
    assert dropped == [
        {"row": 2, "reason": "nps is wrong", "nps": "n/a"},
        {"row": 5, "reason": "nps is blank", "nps": None},
    ]
