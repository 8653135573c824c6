"""Shared by the commands that talk to a live server: its options, and progress."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from callsheet import lazy_re as re
from callsheet.cli.options import NumberRange, say

T = TypeVar("T")

AUTHORIZATION_VARIABLE = "CALLSHEET_AUTHORIZATION"
"""The environment variable with the `Authorization` header for a live server."""

LINES = 10
"""The maximum of progress lines without a terminal."""

MIN_STEP = 100
"""The minimum of items between two progress lines."""

_AUTHORIZATION = "Authorization"
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*+([ -~\t]*)")


def header_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option for header fields of requests to a live server."""
    return click.option(
        "--header",
        "headers",
        multiple=True,
        metavar="'NAME: VALUE'",
        help="A header field for each request to the live server, which replaces its own."
        f" Repeatable. {AUTHORIZATION_VARIABLE} in the environment sets `{_AUTHORIZATION}`.",
    )(command)


def timeout_option(seconds: float) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the option for the time limit of a live server.

    Args:
        seconds: The default of the option.
    """
    return click.option(
        "--timeout",
        type=NumberRange(0.1, 600),
        default=seconds,
        show_default=True,
        metavar="SECONDS",
        help="How long a response of the live server may take, from the request to its last byte.",
    )


def rate_option(about: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the option for the rate of requests to a live server.

    Args:
        about: The help of the option.
    """
    return click.option(
        "--rate",
        type=NumberRange(0.01, 1000),
        default=5,
        show_default=True,
        metavar="N",
        help=about,
    )


def read_headers(written: Iterable[str]) -> list[tuple[str, str]]:
    """Read the header fields from options and environment; an option overrides the environment.

    Raises:
        click.BadParameter: One is malformed.
    """
    fields = [_header(text) for text in written]
    # Secrets in CI systems often end with a line break that was pasted with them.
    authorization = os.environ.get(AUTHORIZATION_VARIABLE, "").strip()
    if authorization and _AUTHORIZATION.lower() not in {name.lower() for name, _ in fields}:
        fields.append(_header(f"{_AUTHORIZATION}: {authorization}", AUTHORIZATION_VARIABLE))
    return fields


def with_progress(items: Iterable[T], total: int, label: str, done: str) -> Iterator[T]:
    """Yield items and show progress on standard error: a bar on a terminal, else lines.

    Args:
        items: The items.
        total: Their number.
        label: The label of the bar, such as `Running`.
        done: The words after the numbers of a line, such as `programs run`.
    """
    if sys.stderr.isatty():
        with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
            for item in items:
                bar.update(1)
                yield item
        return
    step = max(MIN_STEP, total // LINES)
    for number, item in enumerate(items, 1):
        if number % step == 0 or number == total:
            say(f"{number} of {total} {done}", err=True)
        yield item


def _header(text: str, source: str = "--header") -> tuple[str, str]:
    if not (match := _HEADER.fullmatch(text)):
        # The text may hold a secret, so the message does not repeat it.
        message = "A header field is written as 'NAME: VALUE', in ASCII."
        raise click.BadParameter(message, param_hint=source)
    return match[1], match[2]
