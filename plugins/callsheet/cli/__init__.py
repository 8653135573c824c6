"""The command line.

Results go to standard output, progress and messages to standard error. Exit 0 for success, 1 for
findings, 2 for wrong usage, unreadable input, or output that cannot be written.

Commands import most of what they need when they run, so that `--help` and usage errors are fast and
so that a command works where another one's extra is not installed.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from importlib import import_module
from io import StringIO
from keyword import iskeyword
from typing import Any, NoReturn

import click

from callsheet import __version__
from callsheet.cli.options import failed_to_write, say_text
from callsheet.errors import CallsheetError, ConfigurationError

COMMANDS = (
    "changelog",
    "check",
    "diff",
    "export",
    "import",
    "init",
    "lsp",
    "new",
    "samples",
    "record",
    "sandbox",
    "serve",
    "test",
    "verify",
)
"""The commands; each is `command` in the module of its name, which is imported on use.

A name that is a keyword of Python has an underscore after it there: `import_`.
"""

_BROKEN_PIPE = 128 + 13
"""The exit code that shells report of a program ended by SIGPIPE, when its reader has gone."""


class _Group(click.Group):
    """A group that turns our errors into messages and exit code 2, as click does with its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        # All that is imported is alive, and the collector would look at it again and again.
        enabled = gc.isenabled()
        gc.disable()
        try:
            command: click.Command = import_module(f"{__name__}.{module}").command
        finally:
            if enabled:
                gc.enable()
        below = command.commands.values() if isinstance(command, click.Group) else ()
        for shown in (command, *below):
            # Lists of commands have this whole, on several lines. By itself, click cuts it to one.
            shown.short_help = (shown.help or "").partition("\n\n")[0]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if not (near := get_close_matches(args[0], COMMANDS, 1)):
                raise
            message = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(message, ctx) from error

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _errors_as_messages():
            _open_streams()
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _errors_as_messages():
            return super().invoke(ctx)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="callsheet")
def main() -> None:
    """REST reference pages in Markdown that stay true: samples that run, a server that answers."""


@contextmanager
def _errors_as_messages() -> Iterator[None]:
    """End the command with a message if the user or the machine is at fault."""
    try:
        yield
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        say_text(shown.getvalue().removesuffix("\n"), err=True)
        raise click.exceptions.Exit(error.exit_code) from error
    except CallsheetError as error:
        _fail(str(error))
    except OSError as error:
        if not failed_to_write(error):
            _fail(f"`{error.filename}`: {error.strerror}." if error.filename else f"{error}.")
        # At exit, Python would flush the output again, and report the failure a second time.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise click.exceptions.Exit(_BROKEN_PIPE) from error
        _fail(f"Standard output cannot be written: {error.strerror}.")


def _fail(message: str) -> NoReturn:
    # Without standard error, there is still the exit code.
    with suppress(OSError):
        say_text(f"Error: {message}", err=True)
    raise click.exceptions.Exit(2)


def _open_streams() -> None:
    """Open standard streams that the caller has closed.

    Raises:
        ConfigurationError: Standard output is closed.
    """
    for number, name, mode in ((0, "stdin", "r"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            # By its number, so that child processes inherit it.
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, number)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    if sys.stdout is None:
        raise ConfigurationError("Standard output is closed. Redirect it, if only to /dev/null.")
