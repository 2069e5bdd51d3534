"""Documents fail too: what exists is explained, and what is explained exists."""

from __future__ import annotations

import ast
import doctest
import re
from importlib import import_module

import pytest

import cxlib.errors
from cxlib.columns.kinds import KINDS
from cxlib.command.registry import COMMANDS
from tests.house import PACKAGE, ROOT, files, name_of, tree_of

GUIDE = (PACKAGE / "README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = files("cxlib")
ERRORS = [
    name
    for name, one in vars(cxlib.errors).items()
    if isinstance(one, type) and issubclass(one, cxlib.errors.CxError)
]
ROLES = sorted({role.name for kind in KINDS.values() for role in kind.roles})


def named(what: str, text: str = GUIDE) -> bool:
    """Whether a text names something in code letters."""
    return re.search(rf"`([^`\s]*[/.])?{re.escape(what)}`", text) is not None


def public_parts(path):
    """Public classes, functions and methods of a module."""
    pending = [(node, "") for node in tree_of(path).body]
    while pending:
        node, prefix = pending.pop()
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield f"{prefix}{node.name}", node
            if isinstance(node, ast.ClassDef):
                pending += [(inner, f"{node.name}.") for inner in node.body]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_is_explained(path):
    assert ast.get_docstring(tree_of(path)), "a module says what it is for"
    silent = [name for name, node in public_parts(path) if not ast.get_docstring(node)]
    assert not silent


@pytest.mark.parametrize("path", files("pages"), ids=name_of)
def test_every_page_says_its_question_and_is_in_the_guide(path):
    assert (ast.get_docstring(tree_of(path)) or "").startswith("Page: ")
    assert named(path.name)


def test_every_room_has_its_paragraph():
    rooms = [one.name for one in PACKAGE.iterdir() if (one / "__init__.py").exists()]
    assert [room for room in sorted(rooms) if f"### {room}\n" not in GUIDE] == []


@pytest.mark.parametrize("room", ["metrics", "tables", "stats"])
def test_every_module_with_a_method_is_in_the_guide(room):
    modules = [path.name for path in files(f"cxlib/{room}") if path.stem != "__init__"]
    assert [name for name in modules if not named(name)] == []


@pytest.mark.parametrize("things", [list(KINDS), ROLES, ERRORS, list(COMMANDS)])
def test_every_kind_role_error_and_command_is_in_the_guide(things):
    assert [one for one in things if not named(one)] == []


def test_the_guide_names_no_file_that_is_gone():
    names = {path.name for path in files("cxlib", "pages", "tests", "app.py")}
    written = {one.rpartition("/")[2] for one in re.findall(r"`([\w./]+\.py)`", GUIDE)}
    assert written - names == set()


def test_the_documents_lead_to_each_other():
    for name in ("CHANGELOG.md", "CONTRIBUTING.md", "cxlib/README.md"):
        assert (ROOT / name).is_file()
        assert name in README


@pytest.mark.parametrize(
    "path", [one for one in MODULES if ">>>" in one.read_text(encoding="utf-8")], ids=name_of
)
def test_examples_in_docstrings_run(path):
    module = import_module(name_of(path).removesuffix(".py").replace("/", "."))
    assert doctest.testmod(module).failed == 0
