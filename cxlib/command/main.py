"""The command line: one answer on standard output, or one sentence on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click
from click.exceptions import NoArgsIsHelpError

from cxlib.command.registry import COMMANDS
from cxlib.errors import CxError

ANSWERED, WRONG_INPUT, STOPPED = 0, 2, 130


class Commands(click.Group):
    """The commands of the registry, each imported when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the registry."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cxlib.command.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first, or an error that lists those there are."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            known = ", ".join(COMMANDS)
            raise click.UsageError(f"No such command '{args[0]}'. There are: {known}.", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and their line of help, without importing any command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Commands, no_args_is_help=True)
def cxlib() -> None:
    """Answers about customer experience from files: scores, retention, value, with intervals.

    COMMAND SOURCE [options]; SOURCE is a csv, tsv, xlsx, parquet, json, ndjson, sav or dta file,
    or with --engine a table's name. COMMAND --help shows the options of a command.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 with an answer, 2 where the input or the options are wrong. Anything
        unforeseen stays an exception, whose traceback Python shows with status 1.
    """
    try:
        status = cxlib.main(
            list(arguments) if arguments is not None else None,
            prog_name="cxlib",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except NoArgsIsHelpError as problem:
        click.echo(problem.format_message())
        return ANSWERED
    except click.ClickException as problem:
        return _refuse(problem.format_message())
    except CxError as problem:
        return _refuse(str(problem))
    except click.Abort:
        return STOPPED
    except BrokenPipeError:
        # The reader of the pipe went away; Python must not try to flush to it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    return status if isinstance(status, int) else ANSWERED


def _refuse(sentence: str) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return WRONG_INPUT
