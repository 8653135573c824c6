"""Parsed operations as JSON lines, the JSON Schema (2020-12) of a line, and loading of a catalog.

Both mirror the dataclasses of `callsheet.model`: a property has the name of its field, a span is
`{"start": 1, "end": 2}`, an enumeration is its value, and a field without a value is null. A
machine without the pages loads the catalog from such lines.
"""

import dataclasses
import json
import types
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.model import Operation, Page, Reading
from callsheet.printable import printable_json
from callsheet.untrusted import DocumentLimits, load_json

_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Mapping: {"type": "object"},
}


def model_lines(operations: Iterable[Operation]) -> Iterator[str]:
    """Yield a JSON object for each operation, without line ends."""
    for operation in operations:
        line = json.dumps(_plain(operation), ensure_ascii=False, allow_nan=False)
        yield printable_json(line)


def model_schema() -> dict[str, Any]:
    """Return the JSON Schema of a line."""
    definitions: dict[str, Any] = {}
    reference = _schema(Operation, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An operation of a Callsheet catalog",
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _plain(value: Any) -> Any:
    """Convert a value of the model to the types of JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_plain(inner) for inner in value]
        case Mapping():
            return _front_matter(value)
        case _:
            return value


def _front_matter(value: Any) -> Any:
    """Convert a value of YAML to the types of JSON; its size was checked when it was read."""
    match value:
        case Mapping():
            return {str(key): _front_matter(inner) for key, inner in value.items()}
        case list():
            return [_front_matter(inner) for inner in value]
        case float() if not isfinite(value):
            return str(value)
    return value


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field's type; dataclasses are added to the definitions."""
    if get_origin(hint) in (Union, types.UnionType):
        options = [_schema(option, definitions) for option in get_args(hint)]
        return {"anyOf": options}
    if get_origin(hint) is tuple:
        arguments = get_args(hint)
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": _schema(arguments[0], definitions)}
        parts = [_schema(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": parts, "minItems": len(parts), "items": False}
    if dataclasses.is_dataclass(hint):
        return _reference(hint, definitions)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [member.value for member in hint]}
    return dict(_SIMPLE.get(get_origin(hint) or hint, {}))


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        properties = {field: _schema(hints[field], definitions) for field in _names(kind)}
        definitions[name] = {
            "description": (kind.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def load_model(file: Path) -> Catalog:
    """Load a catalog from the output of `callsheet export model`.

    Args:
        file: One operation a line, as `model_schema` describes it.

    Raises:
        ConfigurationError: The file cannot be read, or a line is not an operation.
    """
    readings = [
        Reading(Page(operation.path, operation.uid, operation.title, ()), (operation,), ())
        for operation in _operations(file)
    ]
    return Catalog.of(file.parent, readings)


def _operations(file: Path) -> Iterator[Operation]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(f"The model `{file}` cannot be read: {why}.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            operation: Operation = _value(load_json(line, DocumentLimits()), Operation)
        except (ValueError, TypeError, KeyError) as error:
            raise ConfigurationError(
                f"Line {number} of the model `{file}` is not an operation: {error}."
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
        raise TypeError(f"{json.dumps(plain)[:60]} is not of the type {kind.__name__}")
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
