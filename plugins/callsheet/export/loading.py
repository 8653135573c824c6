"""Loads a catalog from exported JSON lines, for machines without the pages."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.model import Operation, Page
from callsheet.source import Reading
from callsheet.untrusted import DocumentLimits, load_json


def load_model(file: Path) -> Catalog:
    """Load a catalog from the output of `callsheet export model`.

    Args:
        file: One operation a line, as `model_schema` describes it.

    Raises:
        ConfigurationError: The file cannot be read, or a line is not an operation.
    """
    readings = [
        Reading(Page(operation.path, operation.uid, operation.title, ()), operation, ())
        for operation in _operations(file)
    ]
    return Catalog.of(file.parent, readings)


def _operations(file: Path) -> Iterator[Operation]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"The model `{file}` cannot be read: {error}.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            operation: Operation = _value(load_json(line, DocumentLimits()), Operation)
        except (ValueError, TypeError, KeyError) as error:
            raise ConfigurationError(
                f"Line {number} of the model `{file}` is no operation: {error}."
            ) from error
        yield operation


def _value(plain: Any, hint: Any) -> Any:
    """Convert a value from the types of JSON to a field's type.

    Raises:
        ValueError, TypeError, KeyError: The value has another type.
    """
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        [inner] = [option for option in get_args(hint) if option is not type(None)]
        return None if plain is None else _value(plain, inner)
    if origin is tuple:
        return tuple(_items(_of(plain, list), get_args(hint)))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        fields, optional = _of(plain, dict), _optional(hint)
        return hint(
            **{
                name: _value(fields[name], kind)
                for name, kind in _hints(hint).items()
                # An export of an earlier version lacks newer fields.
                if name in fields or name not in optional
            }
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(plain)
    return _of(plain, dict if origin is Mapping else hint)


def _items(plain: list[Any], arguments: tuple[Any, ...]) -> Iterator[Any]:
    hints = [arguments[0]] * len(plain) if arguments[-1] is Ellipsis else arguments
    for item, hint in zip(plain, hints, strict=True):
        yield _value(item, hint)


def _of(plain: Any, kind: Any) -> Any:
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise TypeError(f"{json.dumps(plain)[:60]} is no {kind.__name__}")
    return plain


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@cache
def _optional(hint: Any) -> frozenset[str]:
    """Return the names of the fields that have a default."""
    fields = dataclasses.fields(hint)
    return frozenset(each.name for each in fields if each.default is not dataclasses.MISSING)
