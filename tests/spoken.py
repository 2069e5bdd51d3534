"""Which texts the code says to readers, collected from its syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

from tests.house import files, name_of, tree_of


@dataclass(frozen=True)
class Spoken:
    """Texts by where they are said, and calls of `say` whose text is not a literal."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)


def spoken(paths: Iterable[Path] | None = None) -> Spoken:
    """Collect every literal passed to `say`; by default over cxlib, the pages and app.py."""
    found = Spoken()
    for path in paths or files("cxlib", "pages", "app.py"):
        for node in ast.walk(tree_of(path)):
            if not (isinstance(node, ast.Call) and _is_say(node.func)):
                continue
            place = f"{name_of(path)}:{node.lineno}"
            text = node.args[0] if node.args else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.texts.setdefault(text.value, []).append(place)
            else:
                found.unclear.append(place)
    return found


def fields(text: str) -> set[str]:
    """The names of the {fields} of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _is_say(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "say"
