"""What the command line says. All of it goes out here, and nothing in it controls a terminal."""

from __future__ import annotations

import traceback

import click

from callsheet.printable import printable, visible


def say(line: object = "", *, err: bool = False) -> None:
    """Says one line, whatever of pages, documents and names of files is in it."""
    say_text(visible(str(line)), err=err)


def say_text(text: str, *, err: bool = False) -> None:
    """Says a text of several lines, the end of the last one aside."""
    click.echo(printable(text), err=err)


def put_bytes(content: bytes) -> None:
    """Writes a result, whose format has seen to that by itself, to standard output."""
    click.echo(content, nl=False)


def failed_to_write(error: OSError) -> bool:
    """Return whether what failed is to write to a standard stream, which no error names."""
    *_, (innermost, _) = traceback.walk_tb(error.__traceback__)
    return innermost.f_code is click.echo.__code__
