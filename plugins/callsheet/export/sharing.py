"""Moves equal parts of operations to `components` (OpenAPI 3.1.0, 4.8.7)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from callsheet.schema.documents import component_key

MIN_SIZE = 80
"""Characters of a shared part; a shorter one is hardly longer than a reference to it."""

_Object = dict[str, Any]
_Slot = tuple[Any, Any, str]
"""The place of a part: a mapping or list, the key or index in it, and a name for the part."""


class SharedParts:
    """Deduplicates parts of a document's operations."""

    def __init__(self) -> None:
        self._first: dict[bytes, _Object] = {}
        # Keyed by `id`: the document keeps its parts alive, and operations share cached parts.
        self._digests: dict[int, bytes] = {}

    def merge(self, operation: _Object) -> None:
        """Replace parts that equal those of an earlier operation by the same objects.

        Args:
            operation: An Operation Object, which is changed in place.
        """
        for slots in _KINDS.values():
            for place, key, _ in slots(operation):
                place[key] = self._one(place[key])

    def share(self, operations: Iterable[_Object]) -> dict[str, dict[str, _Object]]:
        """Replace parts that several operations share by references to components.

        Args:
            operations: The Operation Objects, merged before, which are changed in place.

        Returns:
            The components by kind and key; the keys depend on the operations alone.
        """
        every = list(operations)
        return {
            kind: self._share(kind, [slot for operation in every for slot in slots(operation)])
            for kind, slots in _KINDS.items()
        }

    def _one(self, part: _Object) -> _Object:
        if id(part) in self._digests:
            return part
        text = json.dumps(part)
        # A digest, as thousands of texts would take too much memory.
        digest = b"" if len(text) < MIN_SIZE else blake2b(text.encode(), digest_size=32).digest()
        first = self._first.setdefault(digest, part) if digest else part
        self._digests[id(first)] = digest
        return first

    def _share(self, kind: str, slots: list[_Slot]) -> dict[str, _Object]:
        digests = [self._digests[id(place[key])] for place, key, _ in slots]
        counts = Counter(digests)
        references: dict[bytes, dict[str, str]] = {}
        parts: dict[str, _Object] = {}
        for (place, key, name), digest in zip(slots, digests, strict=True):
            if not digest or counts[digest] < 2:
                continue
            if digest not in references:
                unique = _unique(component_key(name), parts)
                references[digest] = {"$ref": f"#/components/{kind}/{unique}"}
                parts[unique] = place[key]
            place[key] = references[digest]
        return parts


def _parameters(operation: _Object) -> Iterator[_Slot]:
    parameters = operation.get("parameters", [])
    for index, parameter in enumerate(parameters):
        yield parameters, index, f"{parameter['in']}.{parameter['name']}"


def _request_bodies(operation: _Object) -> Iterator[_Slot]:
    if "requestBody" in operation:
        yield operation, "requestBody", operation["operationId"]


def _responses(operation: _Object) -> Iterator[_Slot]:
    responses = operation["responses"]
    for code in responses:
        yield responses, code, f"{operation['operationId']}.{code}"


def _unique(wanted: str, taken: dict[str, _Object]) -> str:
    """Return the key, with a number after it if it is taken."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    return unique


_KINDS: dict[str, Callable[[_Object], Iterator[_Slot]]] = {
    "parameters": _parameters,
    "requestBodies": _request_bodies,
    "responses": _responses,
}
