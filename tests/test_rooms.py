"""Rooms are one-way: a file imports only from its own room and from rooms to its left."""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatch

import pytest

from tests.house import PACKAGE, ROOT, files, imports, name_of, room_of

LEFT = ["read", "columns", "workspace", "tables", "stats"]
MIDDLE = [*LEFT, "metrics", "models", "text"]
RIGHT = [*MIDDLE, "charts", "export"]
ANYWHERE = {"errors", "engine", "locale"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "locale": {"errors"},
    "engine": {"errors", "locale"},
    **{room: ANYWHERE | set(LEFT[:place]) for place, room in enumerate(LEFT)},
    "metrics": ANYWHERE | set(LEFT),
    "models": ANYWHERE | {*LEFT, "metrics"},
    "text": ANYWHERE | {*LEFT, "metrics"},
    "charts": ANYWHERE | set(MIDDLE),
    "export": ANYWHERE | {*MIDDLE, "charts"},
    "ui": ANYWHERE | set(RIGHT),
    "command": ANYWHERE | set(RIGHT),
    "__main__": {"command"},
    "__init__": set(),
    "pages": ANYWHERE | {*RIGHT, "ui"},
    "app": {"ui"},
}
ONLY_IN = {
    "streamlit": ("cxlib/ui/*", "pages/*", "app.py"),
    "plotly": ("cxlib/charts/draw*.py", "cxlib/export/page.py", "cxlib/ui/*"),
    "lifelines": ("cxlib/models/*",),
    "sqlalchemy": ("cxlib/workspace/*",),
    "click": ("cxlib/command/*",),
    "pptx": ("cxlib/export/*",),
    "xlsxwriter": ("cxlib/export/*",),
    "pyreadstat": ("cxlib/read/*",),
    "python_calamine": ("cxlib/read/*",),
}
NOT_IN_PAGES = {"ibis", "duckdb", "lifelines", "scipy", "numpy", "pandas", "sqlalchemy", "pyarrow"}
OURS = files("cxlib", "pages", "app.py")


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_imports_run_one_way(path):
    room = room_of(path)
    allowed = MAY_IMPORT[room] | {room}
    for name in imports(path):
        assert not name.startswith("."), f"{name_of(path)}: write the whole name, not '{name}'"
        package, _, rest = name.partition(".")
        if package == "cxlib":
            other = rest.split(".")[0]
            assert other in allowed, f"{name_of(path)}: '{room}' must not import '{other}'"


def test_every_room_has_its_place():
    rooms = {room_of(path) for path in OURS}
    assert rooms <= MAY_IMPORT.keys()
    assert {one.name for one in PACKAGE.iterdir() if (one / "__init__.py").exists()} <= rooms


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_libraries_stay_in_their_rooms(path):
    name = name_of(path)
    libraries = {one.partition(".")[0] for one in imports(path)}
    for library in libraries & ONLY_IN.keys():
        fits = any(fnmatch(name, pattern) for pattern in ONLY_IN[library])
        assert fits, f"{name} imports {library}, which belongs in {', '.join(ONLY_IN[library])}"
    if room_of(path) in ("pages", "app"):
        assert not libraries & NOT_IN_PAGES, f"{name}: a page holds no arithmetic and no queries"


def test_the_rules_are_about_libraries_that_are_used():
    used = {one.partition(".")[0] for path in OURS for one in imports(path)}
    assert ONLY_IN.keys() <= used


def test_the_library_needs_no_screen():
    # The rooms left of `ui` and `command` load neither Streamlit nor click, not even indirectly.
    rooms = [f"cxlib/{room}" for room in RIGHT if (PACKAGE / room).is_dir()]
    modules = [name_of(path).removesuffix(".py").replace("/", ".") for path in files(*rooms)]
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"streamlit", "click"}
