"""A generated program."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.configuration import BASE_URL_VARIABLE


@dataclass(frozen=True, slots=True)
class Sample:
    """A program that does what an operation's page describes.

    Attributes:
        uid: The uid of the operation.
        filename: The name of its file, such as `<uid>.py`.
        text: The program.
        assets: The names of the files that it reads from `assets/` beside it.
        base_url: The environment variable that names its server.
        credentials: The environment variables of its secrets, each with the page's value.
    """

    uid: str
    filename: str
    text: str
    assets: tuple[str, ...]
    base_url: str = BASE_URL_VARIABLE
    credentials: tuple[tuple[str, str], ...] = ()
