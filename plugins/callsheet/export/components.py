"""Schemas and parameters that operations share (`components`; OpenAPI 3.1.0, 4.8.7)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from callsheet.catalog.contracts import Types
from callsheet.catalog.named_types import named_schemas
from callsheet.model import Parameter, ResolvedStyle
from callsheet.schema import Schema
from callsheet.schema.documents import (
    REFERENCE,
    Document,
    component_key,
    component_schemas,
    document,
)

_LARGE = ("properties", "items", "additionalProperties")

MIN_SIZE = 80
"""Characters of a shared part; a shorter one is hardly longer than a reference to it."""

_WAITING = "$waiting"
"""The key of what stands for a reference, with its number; no schema has such a keyword."""

_Object = dict[str, Any]
WaitingSchema = tuple[str, str, Document]
"""The schema of a body, for which a reference stands: its name, its digest, and itself."""

_Slot = tuple[Any, Any, str]
"""The place of a part: a mapping or list, the key or index in it, and a name for the part."""


class Components:
    """The schemas of a document: those of named types, and those of bodies.

    A body has the same schema in up to twenty media types, and often in several operations.
    Repeated in each of them, the schemas would make a document five times as large, and as much
    slower to validate.
    """

    def __init__(self, types: Types) -> None:
        self.types = types
        self.named = named_schemas(types)
        self.schemas: dict[str, Document] = component_schemas(self.named)
        self._shared: dict[str, str] = {}
        self._waiting: list[WaitingSchema] = []
        self._parameters: dict[tuple[Any, ...], dict[str, Any]] = {}

    def share(self, schema: Schema, name: str) -> Document:
        """Return what stands for a schema that may be used many times, or a short schema itself.

        `place` puts a reference there: which one depends on all operations before.

        Args:
            schema: The schema of a body.
            name: The name of a new component, such as `GetPerson.response`.
        """
        entry = document(schema, self.types)
        if not any(keyword in entry for keyword in _LARGE):
            return entry
        # A digest, as the texts of thousands of bodies would take too much memory.
        digest = blake2b(json.dumps(entry).encode(), digest_size=32).hexdigest()
        self._waiting.append((name, digest, entry))
        return {_WAITING: len(self._waiting) - 1}

    def take_waiting(self) -> list[WaitingSchema]:
        """Return the schemas of the last operation, which `place` needs."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def place(self, operation: _Object, waiting: Iterable[WaitingSchema]) -> _Object:
        """Put the references into an Operation Object, which is changed in place and returned."""
        references = [self._reference(*each) for each in waiting]
        bodies = (operation.get("requestBody", {}), *operation.get("responses", {}).values())
        for described in (each for body in bodies for each in body.get("content", {}).values()):
            number = described.get("schema", {}).get(_WAITING)
            if number is not None:
                described["schema"] = references[number]
        return operation

    def _reference(self, name: str, digest: str, entry: Document) -> Document:
        if (known := self._shared.get(digest)) is None:
            known = component_key(name)
            while known in self.schemas:
                # A type or another body of the operation may have that name.
                known += "_"
            self.schemas[known] = entry
            self._shared[digest] = known
        return {"$ref": REFERENCE + known}

    def parameter(
        self,
        row: Parameter,
        schema: Schema,
        written: ResolvedStyle,
        make: Callable[[Parameter, Schema, ResolvedStyle, Types], dict[str, Any]],
    ) -> dict[str, Any]:
        """Return the Parameter Object of a row: one object for all equal rows.

        Args:
            row: The row.
            schema: The schema of its values, including its nested rows.
            written: How the parameter is serialized.
            make: Builds the object from these and the definitions of types.
        """
        key = (
            written,
            # The cells below determine a schema that comes from the row alone.
            None if schema is row.schema else schema,
            row.location,
            row.name,
            row.type,
            row.required,
            row.description,
            row.extras,
            row.facets,
        )
        if (entry := self._parameters.get(key)) is None:
            entry = self._parameters[key] = make(row, schema, written, self.types)
        return entry


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


def _name(operation: _Object) -> str:
    return str(operation.get("operationId") or operation.get("x-callsheet-uid"))


def _request_bodies(operation: _Object) -> Iterator[_Slot]:
    if "requestBody" in operation:
        yield operation, "requestBody", _name(operation)


def _responses(operation: _Object) -> Iterator[_Slot]:
    responses = operation["responses"]
    for code in responses:
        yield responses, code, f"{_name(operation)}.{code}"


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
