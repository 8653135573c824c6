"""Reads the file of a specification: JSON (RFC 8259), or YAML with the plain values of YAML 1.2."""

from __future__ import annotations

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
)

LIMITS = DocumentLimits(characters=64 * MIB, values=4_000_000, depth=200)
"""A file beyond these limits is refused."""

_VERSION = re.compile(r"(?:2\.0|3\.[01]\.\d{1,4})(?:-\S*)?")


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

    @property
    def is_swagger(self) -> bool:
        """Whether it is Swagger 2.0."""
        return self.version.startswith("2.")


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
