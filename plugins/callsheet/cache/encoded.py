"""Parts of a document that are encoded already, or made only while they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# What is encoded has no cycles: to look for them takes a tenth of the time.
encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Returns a value as JSON without white space, in which no control character is left."""


class JsonText(str):
    """A value as JSON."""

    __slots__ = ()


class Pairs:
    """An object of which the values are made one after the other, once."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        self._pairs = pairs

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield the names, each with its value."""
        yield from self._pairs


def encoded_object(values: Mapping[str, Any]) -> str:
    """Return an object as JSON, some values of which may be JSON already."""
    pairs = ((encode(k), v if isinstance(v, JsonText) else encode(v)) for k, v in values.items())
    return f"{{{','.join(f'{key}:{value}' for key, value in pairs)}}}"


def decoded(value: Any) -> Any:
    """Return a value in which objects have values that are JSON already, or made now, decoded."""
    if isinstance(value, JsonText):
        return json.loads(value)
    if isinstance(value, dict | Pairs):
        return {name: decoded(each) for name, each in value.items()}
    return value
