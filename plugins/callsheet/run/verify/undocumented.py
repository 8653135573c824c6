"""What an answer has and its page does not document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from callsheet.contract import Schema, Types, component_key, component_schemas
from callsheet.http.media_types import essence, is_json
from callsheet.model import Operation
from callsheet.run.answers import json_of
from callsheet.run.compare import answer_schema, cut
from callsheet.run.model import Exchange
from callsheet.typedefs import Source

MAX_PROPERTIES = 20
"""Of one answer; further ones say nothing new."""

_MAX_DEPTH = 64
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Undocumented:
    """A property that no table and no example shows.

    Attributes:
        path: Where it is, such as `$.Items[*].Name`: the same for all items.
        property: The outermost property that it is in; empty where it is one itself.
    """

    path: str
    property: str


class Undocumenteds:
    """Finds properties of answers that their pages don't document.

    What is inside of a property counts only where a table documents its type: an example alone does
    not say that there is no more.

    Args:
        types: The named types of the catalog.
    """

    def __init__(self, types: Types) -> None:
        self._types = types
        schemas = component_schemas(types)
        self._components = {f"{_REFERENCE}{key}": schema for key, schema in schemas.items()}
        self._tabled = {
            f"{_REFERENCE}{component_key(name)}"
            for name, definition in types.items()
            if any(sighting.source is Source.TABLE for sighting in definition.sightings)
        }

    def of(self, operation: Operation, exchange: Exchange) -> list[Undocumented]:
        """The undocumented properties of an answer in JSON, each path once.

        Args:
            operation: The operation.
            exchange: The answer, which is as documented in everything else.
        """
        schema = answer_schema(operation, self._types)
        if schema is None or not is_json(essence(exchange.headers.get("Content-Type") or "")):
            return []
        shown = set(_shown_paths(operation))
        found: dict[str, Undocumented] = {}
        for item in self._walk(json_of(exchange.body), schema, "$", "", 0):
            # What an example shows is documented, even if the table is not complete.
            if item.path not in shown:
                found.setdefault(item.path, replace(item, path=cut(item.path)))
            if len(found) == MAX_PROPERTIES:
                break
        return list(found.values())

    def _walk(
        self, value: Any, schema: Schema, path: str, outermost: str, depth: int
    ) -> Iterator[Undocumented]:
        schema, tabled = self._resolved(schema)
        if depth > _MAX_DEPTH:
            return
        if isinstance(value, list):
            inner = schema.get("items", {})
            for item in value:
                yield from self._walk(item, inner, f"{path}[*]", outermost, depth + 1)
        elif isinstance(value, dict):
            known: Mapping[str, Schema] = schema.get("properties", {})
            others = schema.get("additionalProperties")
            for name, part in value.items():
                below = f"{path}.{name}"
                if name in known:
                    yield from self._walk(part, known[name], below, outermost or name, depth + 1)
                elif isinstance(others, dict):
                    yield from self._walk(part, others, f"{path}.*", outermost, depth + 1)
                elif known and (tabled or not outermost):
                    yield Undocumented(below, outermost)

    def _resolved(self, schema: Schema) -> tuple[Schema, bool]:
        """What a reference, or a reference or null, leads to, and whether a table documents it."""
        for option in schema.get("anyOf", ()):
            if "$ref" in option:
                schema = option
        reference: str = schema.get("$ref", "")
        return self._components.get(reference, schema), reference in self._tabled


def _shown_paths(operation: Operation) -> Iterator[str]:
    for example in operation.example_responses:
        try:
            value = json.loads(example.body)
        except (ValueError, RecursionError):
            continue
        yield from _paths(value, "$", 0)


def _paths(value: Any, path: str, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _paths(item, f"{path}[*]", depth + 1)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}.{name}"
            yield from _paths(inner, f"{path}.{name}", depth + 1)
