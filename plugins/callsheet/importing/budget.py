"""What an import may cost: a document of some kilobytes can ask for more pages than a disk has."""

from __future__ import annotations

import json
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.untrusted import MIB, size

MAX_SCHEMAS = 1_000_000
"""Schemas, properties, values of examples and media types that are looked at in all."""

MAX_CHARACTERS = 128 * MIB
"""Of the text that they give, which all pages together may have, too."""

MAX_PAGES = 100_000
"""Pages of operations and types."""

MAX_ENTRIES = 100_000
"""Entries of one mapping or list of the document."""

MAX_POINTER = 2000
"""Characters of the JSON pointer to a part of the document."""


class Budget:
    """Counts what an import costs, and ends it at a limit.

    Args:
        name: The file's name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._schemas = 0
        self._characters = 0
        self._pages = 0
        self._sizes: dict[int, int] = {}

    def schemas(self, count: int, pointer: str) -> None:
        """Counts schemas or what takes as long.

        Raises:
            ConfigurationError: Now there are too many.
        """
        self._schemas += count
        if self._schemas > MAX_SCHEMAS:
            raise self._refused(pointer, f"more than {MAX_SCHEMAS:,} schemas would be looked at")

    def text(self, text: str, pointer: str) -> str:
        """Counts a text, and gives it.

        Raises:
            ConfigurationError: Now there is too much.
        """
        self._count(len(text), pointer)
        return text

    def value(self, value: Any, pointer: str) -> Any:
        """Counts a value of the document as the text that it becomes, and gives it.

        Raises:
            ConfigurationError: Now there is too much.
        """
        # A value of the document is there as long as the import takes, and so is its number.
        if (written := self._sizes.get(id(value))) is None:
            written = 0
            # Its lines are indented on the page, which can make it many times as large.
            for part in json.JSONEncoder(indent=2, default=str).iterencode(value):
                written += len(part)
                if written > MAX_CHARACTERS:
                    break
            self._sizes[id(value)] = written
        self._count(written, pointer)
        return value

    def page(self, pointer: str) -> None:
        """Counts a page.

        Raises:
            ConfigurationError: Now there are too many.
        """
        self._pages += 1
        if self._pages > MAX_PAGES:
            raise self._refused(pointer, f"more than {MAX_PAGES:,} pages would be written")

    def _count(self, characters: int, pointer: str) -> None:
        self._characters += characters
        if self._characters > MAX_CHARACTERS:
            raise self._refused(pointer, f"the pages would have more than {size(MAX_CHARACTERS)}")

    def _refused(self, pointer: str, why: str) -> ConfigurationError:
        return too_much(f"{self._name}#{pointer}", why)


def too_much(place: str, why: str) -> ConfigurationError:
    """The error for what goes beyond a limit."""
    return ConfigurationError(f"`{place[:200]}` goes beyond a limit: {why}. Nothing was written.")
