"""The part of YAML that a taxonomy needs: names with lists of words."""

from __future__ import annotations

import json
import re

_NAME = re.compile(r"^(\"[^\"]+\"|'[^']+'|[^\s#:\[\]{}-][^:#]*?)\s*:\s*(.*)$")
_ITEM = re.compile(r"\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'|([^,\[\]\s\"'][^,\[\]]*))")


class NotALists(ValueError):
    """The text is not names with lists of words; its argument is the line."""


def parse_lists(text: str) -> dict[str, list[str]]:
    """Names and their words from YAML or JSON.

    Read are `name: [a, b]`, also over several lines, `name:` followed by `- a` or `- [a, b]`, a
    single `name: a`, comments and quotes. Lists of a list are joined.

    Raises:
        NotALists: something else stands there.
    """
    if text.lstrip("\ufeff \n\r\t").startswith("{"):
        return _from_json(text.lstrip("\ufeff"))
    found: dict[str, list[str]] = {}
    name, open_list = "", ""
    for number, raw in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        line = _without_comment(raw)
        if open_list:
            open_list += " " + line.strip()
        elif not line.strip() or line.strip() in ("---", "..."):
            continue
        elif line[0] not in " \t-" and (match := _NAME.match(line)):
            name = match.group(1).strip("\"'").strip()
            found.setdefault(name, [])
            open_list = match.group(2)
        elif name and line.lstrip().startswith("-"):
            open_list = line.lstrip()[1:].strip()
        else:
            raise NotALists(number)
        if re.search(r"\[.*[\[:]\s", open_list):
            raise NotALists(number)
        if not _is_open(open_list):
            found[name] += _items(open_list)
            open_list = ""
    if open_list:
        raise NotALists(len(text.splitlines()))
    return found


def _from_json(text: str) -> dict[str, list[str]]:
    try:
        given = json.loads(text)
    except json.JSONDecodeError as problem:
        raise NotALists(problem.lineno) from problem
    found = {}
    for name, words in given.items():
        listed = [words] if isinstance(words, str) else words
        if not (isinstance(listed, list) and all(isinstance(one, str) for one in listed)):
            raise NotALists(1)
        found[name.strip()] = listed
    return found


def _without_comment(line: str) -> str:
    """The line up to a # that is not inside quotes and begins a word."""
    quote = ""
    for place, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and (place == 0 or line[place - 1] in " ,[:-"):
            quote = sign
        elif sign == "#" and (place == 0 or line[place - 1].isspace()):
            return line[:place].rstrip()
    return line.rstrip()


def _is_open(text: str) -> bool:
    return text.startswith("[") and not text.endswith("]")


def _items(text: str) -> list[str]:
    inner = text[1:-1] if text.startswith("[") else text
    parts = [a or b.replace("''", "'") or c for a, b, c in _ITEM.findall(inner)]
    return [part.strip() for part in parts if part.strip()]
