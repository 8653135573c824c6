"""A generated program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """A program that does what an operation's page describes.

    Attributes:
        uid: The uid of the operation.
        filename: The name of its file, `<uid>.py`.
        text: The program.
        assets: The names of the files that it reads from `assets/` beside it.
    """

    uid: str
    filename: str
    text: str
    assets: tuple[str, ...]
