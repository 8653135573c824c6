"""Reads the file of a specification: JSON (RFC 8259), or YAML with the plain values of YAML 1.2.

What comes of it is limited, too: a document of some kilobytes can expand to more pages than fit on
a disk.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.importing.input.address import fetch, is_address
from callsheet.importing.input.bundle import DocumentSources, bundle
from callsheet.importing.input.files import DocumentFiles
from callsheet.untrusted import (
    MIB,
    DocumentLimits,
    UnusableError,
    Yaml12,
    decode_within,
    load_json,
    load_yaml,
    read_within,
    size,
)

LIMITS = DocumentLimits(characters=64 * MIB, values=4_000_000, depth=200, unique_keys=True)
"""A document beyond these limits is refused."""

STANDARD_INPUT = "-"

_VERSION = re.compile(r"(?:2\.0|3\.[012]\.\d{1,4})(?:-\S*)?")

MAX_SCHEMAS = 2_000_000
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
        document: The root of the document, without references to other files.
        version: The value of `openapi` or `swagger`, such as `3.1.0`.
        sources: Where the parts of a document in several files come from.
    """

    name: str
    document: Mapping[str, Any]
    version: str
    sources: DocumentSources | None = None


def read_specification(source: Path | str, *, allow_outside: bool = False) -> Specification:
    """Read a specification, with the files that it refers to.

    Args:
        source: A file with JSON or YAML in UTF-8, `-` for standard input, or the address of a
            document (`https://` or `http://`).
        allow_outside: Whether files outside of the document's folder are read.

    Raises:
        ConfigurationError: It cannot be read, is invalid or too large, has an unknown version, or
            refers to what cannot be read.
    """
    name, text, folder = read_text(source, LIMITS)
    try:
        document = _document(text, name.lower().endswith((".yaml", ".yml")))
    except UnusableError as error:
        raise _refused(source, str(error)) from error
    if not isinstance(document, dict):
        raise _refused(source, "it is not a mapping of keys to values")
    version = document.get("openapi", document.get("swagger"))
    if version is None:
        raise _refused(source, "it says neither `openapi` nor `swagger`")
    if not _VERSION.fullmatch(str(version)):
        written = str(version)[:40]
        raise _refused(
            source, f"its version is `{written}`, which is not one of 2.0, 3.0, 3.1, 3.2"
        )
    files = DocumentFiles(folder, _document, LIMITS, len(text), allow_outside=allow_outside)
    whole, sources = bundle(document, name, files)
    return Specification(name, whole, str(version), sources)


def read_json_file(source: Path | str, what: str) -> tuple[str, str, Mapping[str, Any]]:
    """Return the name, the text and the content of a file with a JSON object.

    Args:
        source: A file, `-`, or an address, as for `read_specification`.
        what: What the file is, for messages.

    Raises:
        ConfigurationError: It cannot be read, or has no object.
    """
    name, text, _ = read_text(source, LIMITS, what)
    try:
        value = load_json(text, LIMITS)
    except UnusableError as error:
        raise _refused(source, str(error), what) from error
    if not isinstance(value, dict):
        raise _refused(source, "it is not a mapping of keys to values", what)
    return name, text, value


def read_text(
    source: Path | str, limits: DocumentLimits, what: str = "specification"
) -> tuple[str, str, Path | None]:
    """Return the name of a source, its text, and its folder if it is a file.

    Args:
        source: A file, `-`, or an address, as for `read_specification`.
        limits: The limits of the text.
        what: What the source is, for messages.

    Raises:
        ConfigurationError: It cannot be read.
    """
    written = str(source)
    try:
        if written == STANDARD_INPUT:
            return "standard input", decode_within(sys.stdin.buffer, limits), None
        if is_address(written):
            name = written.partition("?")[0].rstrip("/").rpartition("/")[2]
            # A document at an address refers to no files: neither to those of this machine, nor to
            # others of the network.
            return name, fetch(written, limits), None
        file = Path(source)
        # References are relative to the file itself, and not to a link that leads to it.
        return file.name, read_within(file, limits), Path(os.path.realpath(file)).parent
    except OSError as error:
        raise _refused(source, error.strerror or "it is not there", what) from error
    except UnusableError as error:
        raise _refused(source, str(error), what) from error


def _document(text: str, is_yaml: bool) -> Any:
    if not is_yaml and text.lstrip()[:1] in ("{", "["):
        return load_json(text, LIMITS)
    return load_yaml(text, LIMITS, Yaml12)


def _refused(source: Path | str, why: str, what: str = "specification") -> ConfigurationError:
    written = str(source)
    # The query of an address may have a secret.
    named = written.partition("?")[0] if is_address(written) else written
    shown = "standard input" if written == STANDARD_INPUT else f"`{named}`"
    return ConfigurationError(f"The {what} {shown} cannot be read: {why}.")


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
