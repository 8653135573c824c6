"""Reads the file of a specification: JSON (RFC 8259), or YAML with the plain values of YAML 1.2.

What comes of it is limited, too: a document of some kilobytes can expand to more pages than fit on
a disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.untrusted import (
    MIB,
    DocumentLimits,
    UnusableError,
    Yaml12,
    load_json,
    load_yaml,
    read_within,
    size,
)

LIMITS = DocumentLimits(characters=64 * MIB, values=4_000_000, depth=200)
"""A file beyond these limits is refused."""

_VERSION = re.compile(r"(?:2\.0|3\.[01]\.\d{1,4})(?:-\S*)?")

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


@dataclass(frozen=True, slots=True)
class Specification:
    """A parsed document.

    Attributes:
        name: The file's name.
        document: The root of the document.
        version: The value of `openapi` or `swagger`, such as `3.1.0`.
    """

    name: str
    document: Mapping[str, Any]
    version: str


def read_specification(file: Path) -> Specification:
    """Read a specification.

    Args:
        file: JSON or YAML in UTF-8.

    Raises:
        ConfigurationError: It cannot be read, is invalid or too large, or has an unknown version.
    """
    try:
        text = read_within(file, LIMITS)
        document = _document(text, is_yaml=file.suffix.lower() in (".yaml", ".yml"))
    except OSError as error:
        raise _refused(file, error.strerror or "it is not there") from error
    except UnusableError as error:
        raise _refused(file, str(error)) from error
    if not isinstance(document, dict):
        raise _refused(file, "it is no mapping of keys to values")
    version = document.get("openapi", document.get("swagger"))
    if version is None:
        raise _refused(file, "it says neither `openapi` nor `swagger`")
    if not _VERSION.fullmatch(str(version)):
        raise _refused(
            file, f"its version is `{str(version)[:40]}`, which is none of 2.0, 3.0, 3.1"
        )
    return Specification(file.name, document, str(version))


def _document(text: str, *, is_yaml: bool) -> Any:
    if not is_yaml and text.lstrip()[:1] in ("{", "["):
        return load_json(text, LIMITS)
    return load_yaml(text, LIMITS, Yaml12)


def _refused(file: Path, why: str) -> ConfigurationError:
    return ConfigurationError(f"The specification `{file}` cannot be read: {why}.")


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
