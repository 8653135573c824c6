"""Reads the file of a specification: JSON (RFC 8259), or YAML with the plain values of YAML 1.2."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from callsheet.errors import ConfigurationError

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is not read."""

MAX_VALUES = 4_000_000
"""A document with more values, each alias counted as all that it stands for, is not read."""

MAX_DEPTH = 200
"""A document with more mappings and lists inside of each other is not read."""

_VERSION = re.compile(r"(?:2\.0|3\.[01]\.\d{1,4})(?:-\S*)?")

# The C loader is ten times as fast; it is missing where PyYAML was built without libyaml.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YAML_11 = (":bool", ":timestamp")


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Leaves dates, `no` and `on` the texts that they are in YAML 1.2."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(_YAML_11)]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")
)


@dataclass(frozen=True, slots=True)
class Specification:
    """A document, as its file has it.

    Attributes:
        name: The file's name.
        document: Its root.
        version: What `openapi` or `swagger` says, such as `3.1.0`.
    """

    name: str
    document: Mapping[str, Any]
    version: str

    @property
    def is_swagger(self) -> bool:
        """Whether it is Swagger 2.0."""
        return self.version.startswith("2.")


def read_specification(file: Path) -> Specification:
    """Reads a specification.

    Args:
        file: JSON or YAML in UTF-8.

    Raises:
        ConfigurationError: It cannot be read, is neither, is too large, or is of another kind.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _refused(file, f"it is larger than {MAX_BYTES // 1024 // 1024} MiB")
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _refused(file, error.strerror or "it is not there") from error
    except UnicodeDecodeError as error:
        raise _refused(file, "it is no UTF-8") from error
    document = _document(text, file)
    _weigh(document, file)
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


def _document(text: str, file: Path) -> Any:
    is_yaml = file.suffix.lower() in (".yaml", ".yml")
    try:
        if not is_yaml and text.lstrip()[:1] in ("{", "["):
            return json.loads(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except json.JSONDecodeError as error:
        raise _refused(file, f"line {error.lineno}: {error.msg}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # What is never closed is found at the end, and begins where the context does.
        if any(word in str(getattr(error, "context", "")) for word in ("quoted", "flow")):
            mark = getattr(error, "context_mark", None) or mark
        problem = getattr(error, "problem", None) or "it is not valid YAML"
        place = f"line {mark.line + 1}: " if mark else ""
        raise _refused(file, f"{place}{problem}") from error
    except ValueError as error:  # a tag such as !!int on a word
        raise _refused(file, str(error)) from error
    except RecursionError as error:
        raise _refused(file, "it is nested too deeply") from error


def _weigh(document: Any, file: Path) -> None:
    """Refuses what is too deep or too much, an alias being all that it stands for.

    Each value is looked at once, however many aliases lead to it.
    """
    weights: dict[int, int] = {}
    open_ones: set[int] = set()
    stack: list[tuple[Any, bool]] = [(document, False)]
    while stack:
        value, done = stack.pop()
        inner = _inner(value)
        if done:
            open_ones.discard(id(value))
            weights[id(value)] = 1 + sum(weights.get(id(item), 1) for item in inner)
            if weights[id(value)] > MAX_VALUES:
                raise _refused(file, f"it has more than {MAX_VALUES} values")
        elif id(value) in open_ones:
            raise _refused(file, "an alias stands for something that it is in")
        elif id(value) not in weights:
            open_ones.add(id(value))
            if len(open_ones) > MAX_DEPTH:
                raise _refused(file, "it is nested too deeply")
            stack.append((value, True))
            stack += [(item, False) for item in inner if isinstance(item, dict | list)]


def _inner(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refused(file: Path, why: str) -> ConfigurationError:
    return ConfigurationError(f"The specification `{file}` cannot be read: {why}.")
