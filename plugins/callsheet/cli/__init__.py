"""The command line.

Results go to standard output, progress and messages to standard error. Exit 0 for success, 1 for
findings, 2 for wrong usage or unreadable input.
"""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from keyword import iskeyword
from typing import Any

import click

from callsheet import __version__
from callsheet.cli.output import say_text
from callsheet.errors import CallsheetError

COMMANDS = (
    "check",
    "diff",
    "export",
    "import",
    "init",
    "new",
    "samples",
    "serve",
    "test",
    "verify",
)
"""The commands; each is `command` of the module of its name, imported when it is called.

A name that is a word of Python's has an underscore behind it there: `import_`.
"""


class _Group(click.Group):
    """Commands whose own errors are messages and exit with 2, as click's usage errors do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{__name__}.{module}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            shown = StringIO()
            error.show(shown)
            say_text(shown.getvalue().removesuffix("\n"), err=True)
            ctx.exit(error.exit_code)
        except CallsheetError as error:
            say_text(f"Error: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="callsheet")
def main() -> None:
    """REST reference pages in Markdown, kept true: samples that run, a server that answers."""
