"""Files fit in the head, functions on a screen, and names say what is inside."""

from __future__ import annotations

import ast

import pytest

from tests.house import files, name_of, tree_of

LINES = {"cxlib": 400, "sample_data": 400, "benchmarks": 400, "app.py": 100, "pages": 100}
TEST_LINES = 500
FUNCTION_LINES = 60
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "stuff"}
CODE = files(*LINES)
TESTS = files("tests")


def lines_of(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("place", LINES)
def test_files_of_code_are_short(place):
    long = {name_of(p): lines_of(p) for p in files(place) if lines_of(p) > LINES[place]}
    assert not long, f"longer than {LINES[place]} lines: split by noun"


def test_files_of_tests_are_short():
    assert not {name_of(p): lines_of(p) for p in TESTS if lines_of(p) > TEST_LINES}


def test_functions_fit_on_a_screen():
    long = {
        f"{name_of(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    }
    assert not long, f"longer than {FUNCTION_LINES} lines"


def test_modules_are_named_for_what_they_hold():
    names = {part for path in [*CODE, *TESTS] for part in path.with_suffix("").parts[-2:]}
    assert not names & VAGUE
