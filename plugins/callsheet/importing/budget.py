"""Limits of an import: a document of some kilobytes can expand to more pages than fit on a disk."""

from __future__ import annotations

import json
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.untrusted import MIB, size

MAX_SCHEMAS = 1_000_000
"""Total number of schemas, properties, values of examples and media types that are read."""

MAX_CHARACTERS = 128 * MIB
"""Total length of texts and examples, and of all pages."""

MAX_PAGES = 100_000
"""Number of pages of operations and types."""

MAX_ENTRIES = 100_000
"""Number of entries of one mapping or list in the document."""

MAX_POINTER = 2000
"""Characters of the JSON pointer to a part of the document."""


class Budget:
    """Counts the cost of an import, and aborts it at a limit.

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
        """Count schemas, or nodes that cost as much.

        Raises:
            ConfigurationError: There are too many.
        """
        self._schemas += count
        if self._schemas > MAX_SCHEMAS:
            raise self._refused(pointer, f"more than {MAX_SCHEMAS:,} schemas would be looked at")

    def text(self, text: str, pointer: str) -> str:
        """Count the length of a text, and return the text.

        Raises:
            ConfigurationError: There is too much text.
        """
        self._count(len(text), pointer)
        return text

    def value(self, value: Any, pointer: str) -> Any:
        """Count the length of a value as JSON, and return the value.

        Raises:
            ConfigurationError: There is too much text.
        """
        # Keyed by `id`, as the values of the document live as long as the import.
        if (written := self._sizes.get(id(value))) is None:
            written = 0
            # Indented, as on the page, which can make it many times as long.
            for part in json.JSONEncoder(indent=2, default=str).iterencode(value):
                written += len(part)
                if written > MAX_CHARACTERS:
                    break
            self._sizes[id(value)] = written
        self._count(written, pointer)
        return value

    def page(self, pointer: str) -> None:
        """Count a page.

        Raises:
            ConfigurationError: There are too many.
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
    """Return the error for exceeding a limit."""
    return ConfigurationError(f"`{place[:200]}` goes beyond a limit: {why}. Nothing was written.")
