"""Names for the variables of a Python sample."""

from __future__ import annotations

import builtins
import keyword

from callsheet.samples.text import words

MAX_LENGTH = 30
_IN_PROGRAM = {
    "Path",
    "base64",
    "extension",
    "file",
    "json",
    "media_type",
    "mimetypes",
    "os",
    "quote",
    "requests",
    "response",
}
_RESERVED = {*_IN_PROGRAM, *keyword.kwlist, *keyword.softkwlist, *dir(builtins)}


class Identifiers:
    """Gives out identifiers that clash neither with each other nor with the program's own names."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str, context: str) -> str:
        """Gives out an identifier in snake case.

        Args:
            name: A name of the page, such as `personId`; any text.
            context: What it belongs to, for names that say too little: `Person` makes `person_id`
                of `id`.
        """
        wanted = _snake(name)
        if wanted in _RESERVED or not wanted.isidentifier():
            wanted = _snake(f"{context} {wanted}")
        if wanted in _RESERVED or not wanted.isidentifier():
            wanted = f"{wanted}_value".lstrip("_0123456789")
        identifier, number = wanted, 1
        while identifier in self._taken:
            number += 1
            identifier = f"{wanted}_{number}"
        self._taken.add(identifier)
        return identifier


def _snake(name: str) -> str:
    return "_".join(words(name))[:MAX_LENGTH].strip("_")
