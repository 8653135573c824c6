"""All output of the command line, with control characters made harmless for terminals."""

from __future__ import annotations

import traceback

import click

from callsheet.printable import printable, visible


def say(line: object = "", *, err: bool = False) -> None:
    """Print one line; line breaks and controls from pages or file names in it become visible."""
    say_text(visible(str(line)), err=err)


def say_text(text: str, *, err: bool = False) -> None:
    """Print a text of several lines, without the end of the last one."""
    click.echo(printable(text), err=err)


def write_to_stdout(content: bytes) -> None:
    """Write a result to standard output; its format has escaped control characters itself."""
    click.echo(content, nl=False)


def failed_to_write(error: OSError) -> bool:
    """Tell whether an error comes from writing to a standard stream, which it does not name."""
    # Only the traceback tells, as such an error names no file.
    *_, (innermost, _) = traceback.walk_tb(error.__traceback__)
    return innermost.f_code is click.echo.__code__
