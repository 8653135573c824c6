"""What commands share that ask a live server: what is sent to it, and how far they are."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from callsheet.cli.output import say

T = TypeVar("T")

AUTHORIZATION_VARIABLE = "CALLSHEET_AUTHORIZATION"
"""The environment variable with the `Authorization` header for a live server."""

LINES = 10
"""Lines of progress at most where there is no terminal."""

MIN_STEP = 100
"""Things that are done between two of them at least."""

_AUTHORIZATION = "Authorization"
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*+([ -~\t]*)")


def header_option(command: Callable[..., None]) -> Callable[..., None]:
    """The option that names header fields for a live server."""
    return click.option(
        "--header",
        "headers",
        multiple=True,
        metavar="'NAME: VALUE'",
        help="A header field that each request to the live server gets, in the place of its own."
        f" Repeatable. {AUTHORIZATION_VARIABLE} in the environment sets `{_AUTHORIZATION}`.",
    )(command)


def timeout_option(seconds: float) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that says how long a live server may take.

    Args:
        seconds: Its default.
    """
    return click.option(
        "--timeout",
        type=click.FloatRange(0.1, 600),
        default=seconds,
        show_default=True,
        metavar="SECONDS",
        help="How long an answer of the live server may take, from the request to its last byte.",
    )


def read_headers(written: Iterable[str]) -> list[tuple[str, str]]:
    """The header fields that the options and the environment give; an option is the stronger one.

    Raises:
        click.BadParameter: One is malformed.
    """
    fields = [_header(text) for text in written]
    # CI systems keep secrets with the line's end that somebody pasted.
    authorization = os.environ.get(AUTHORIZATION_VARIABLE, "").strip()
    if authorization and _AUTHORIZATION.lower() not in {name.lower() for name, _ in fields}:
        fields.append(_header(f"{_AUTHORIZATION}: {authorization}", AUTHORIZATION_VARIABLE))
    return fields


def with_progress(things: Iterable[T], total: int, label: str, done: str) -> Iterator[T]:
    """The things as they come, with a bar on standard error, or lines where it is no terminal.

    Args:
        things: What comes.
        total: How many there will be.
        label: What the bar says, such as `Running`.
        done: What a line says behind the numbers, such as `programs run`.
    """
    if sys.stderr.isatty():
        with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
            for thing in things:
                bar.update(1)
                yield thing
        return
    step = max(MIN_STEP, total // LINES)
    for number, thing in enumerate(things, 1):
        if number % step == 0 or number == total:
            say(f"{number} of {total} {done}", err=True)
        yield thing


def _header(text: str, source: str = "--header") -> tuple[str, str]:
    if not (match := _HEADER.fullmatch(text)):
        # It may hold a secret, and is not repeated.
        message = "A header field is written as 'NAME: VALUE', in ASCII."
        raise click.BadParameter(message, param_hint=source)
    return match[1], match[2]
