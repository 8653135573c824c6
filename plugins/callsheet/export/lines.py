"""Parsed operations as JSON lines, and the JSON Schema 2020-12 of a line.

Both follow the dataclasses of `callsheet.model`: a property has the name of its field, a span is
`{"start": 1, "end": 2}`, an enumeration is its value, and a field without a value is null.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from math import isfinite
from typing import Any, Union, get_args, get_origin, get_type_hints

from callsheet.model import Operation
from callsheet.printable import printable_json

_MAX_DEPTH = 100
_MAX_VALUES = 100_000
_LEFT_OUT = "…"


def model_lines(operations: Iterable[Operation]) -> Iterator[str]:
    """One JSON object for each operation, without line ends."""
    for operation in operations:
        line = json.dumps(_plain(operation), ensure_ascii=False, allow_nan=False)
        yield printable_json(line)


def model_schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
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
    """A value of the model in the types of JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_plain(inner) for inner in value]
        case Mapping():
            return _FrontMatter().plain(value)
        case _:
            return value


class _FrontMatter:
    """YAML front matter in the types of JSON.

    Aliases can put a value into itself, and make few lines a tree without end: what is too much is
    left out.
    """

    def __init__(self) -> None:
        self._left = _MAX_VALUES

    def plain(self, value: Any, around: tuple[int, ...] = ()) -> Any:
        """A value in the types of JSON, inside of the values with these ids."""
        self._left -= 1
        match value:
            case None | bool() | int() | str():
                return value
            case float():
                return value if isfinite(value) else str(value)
            case Mapping() | list() | tuple() | set() | frozenset():
                if self._left < 0 or len(around) >= _MAX_DEPTH or id(value) in around:
                    return _LEFT_OUT
                return self._container(value, (*around, id(value)))
            case _:
                return str(value)

    def _container(self, value: Any, around: tuple[int, ...]) -> Any:
        if isinstance(value, Mapping):
            return {str(key): self.plain(inner, around) for key, inner in value.items()}
        inside = [self.plain(inner, around) for inner in value]
        return sorted(inside, key=str) if isinstance(value, set | frozenset) else inside


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field's type; dataclasses go to the definitions."""
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


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Mapping: {"type": "object"},
}


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
