"""What turns a function from an opened source to an answer into a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

import click

from cxlib.command.answer import Answer, write
from cxlib.command.opening import ask_source
from cxlib.command.options import Option, Request
from cxlib.engine.address import address

SHARED = frozenset(field.name for field in fields(Request))


def command(
    *options: Option[Any],
    kinds: Sequence[str] = (),
    score: str | None = None,
    name: str | None = None,
) -> Callable[[Callable[..., Answer]], click.Command]:
    """Make a command of a function that answers from one source.

    The function gets the opened source and, by name, the options that are its own. All options,
    defaults included, are echoed in the answer; what the function puts there itself stands above.

    Args:
        options: the command's options, in the order of its help.
        kinds: the kinds of file it answers from, the usual one first; none for any kind.
        score: the score role that --scale and --reversed speak of.
        name: the command's name; the function's by default.
    """

    def wrap(function: Callable[..., Answer]) -> click.Command:
        def run(**given: Any) -> None:
            request = Request(**{key: value for key, value in given.items() if key in SHARED})
            own = {key: value for key, value in given.items() if key not in SHARED}
            with ask_source(request, kinds, score=score) as asked:
                answer = function(asked, **own)
            write(
                replace(answer, options=echo(given) | dict(answer.options)), as_json=request.as_json
            )

        for option in reversed(options):
            run = option(run)
        run = click.argument("source")(run)
        title = name or function.__name__.replace("_", "-")
        about = (function.__doc__ or "").partition("\n\nArgs:")[0]
        return click.command(title, help=about)(run)

    return wrap


def echo(given: dict[str, Any]) -> dict[str, object]:
    """The options of a call as the answer names them."""
    hidden = ("source", "as_json")
    said = {"roles": "map", "low_is_good": "reversed"}
    words = {said.get(key, key): value for key, value in given.items() if key not in hidden}
    for key in {"map", "where"} & set(words):
        words[key] = [f"{left}={right}" for left, right in words[key]]
    if words.get("engine"):
        # Never the password, nor who logs in.
        words["engine"] = address(words["engine"]).url
    return words
