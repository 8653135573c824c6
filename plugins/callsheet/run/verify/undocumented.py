"""Finds properties of responses that their page does not document."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from callsheet.catalog.named_types import EvidenceSource
from callsheet.http.media_types import essence, is_json
from callsheet.model import Operation
from callsheet.run.answers import json_of
from callsheet.run.compare import cut
from callsheet.run.model import Exchange
from callsheet.run.promised import Promises
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.i_json import read_json

MAX_PROPERTIES = 20
"""Undocumented properties that are reported of one response; further ones say nothing new."""


@dataclass(frozen=True, slots=True)
class UndocumentedProperty:
    """A property that is in no table and no example.

    Attributes:
        path: Its path, the same for all items of a list, such as `$.Items[*].Name`.
        property: The outermost property that contains it; empty if it is in none.
    """

    path: str
    property: str


class UndocumentedFinder:
    """Finds properties of responses that their pages do not document.

    Nested properties count only if a table documents the type that contains them: an example alone
    does not say that there are no others.

    Args:
        promises: What the pages promise of responses.
    """

    def __init__(self, promises: Promises) -> None:
        self._promises = promises

    def of(self, operation: Operation, exchange: Exchange) -> list[UndocumentedProperty]:
        """Return the undocumented properties of a response in JSON, each path once.

        Args:
            operation: The operation.
            exchange: The response, which is as documented in all else.
        """
        media_type = exchange.headers.get("Content-Type") or ""
        content = self._promises.content(operation, exchange.status, media_type)
        if content is None or not is_json(essence(media_type)):
            return []
        shown = set(_shown_paths(operation))
        found: dict[str, UndocumentedProperty] = {}
        for item in self._walk(json_of(exchange.body), content.schema, "$", ""):
            # A property in an example counts as documented, even if the table lacks it.
            if item.path not in shown:
                found.setdefault(item.path, replace(item, path=cut(item.path)))
            if len(found) == MAX_PROPERTIES:
                break
        return list(found.values())

    def _walk(
        self, value: Any, schema: Schema, path: str, outermost: str
    ) -> Iterator[UndocumentedProperty]:
        schema, tabled = self._resolved(schema)
        if isinstance(value, list):
            for item in value:
                yield from self._walk(item, schema.items or ANYTHING, f"{path}[*]", outermost)
        elif isinstance(value, dict):
            others = schema.additional_properties
            for name, part in value.items():
                below, known = f"{path}.{name}", schema.property(name)
                if known is not None:
                    yield from self._walk(part, known.schema, below, outermost or name)
                elif others is not None:
                    yield from self._walk(part, others, f"{path}.*", outermost)
                elif schema.properties and (tabled or not outermost):
                    yield UndocumentedProperty(below, outermost)

    def _resolved(self, schema: Schema) -> tuple[Schema, bool]:
        """Resolve a named type, nullable or not, and tell whether a table documents it."""
        definition = self._promises.types.get(schema.reference)
        if definition is None:
            return schema, False
        tabled = any(sighting.source is EvidenceSource.TABLE for sighting in definition.sightings)
        return self._promises.schemas[schema.reference], tabled


def _shown_paths(operation: Operation) -> Iterator[str]:
    for example in operation.example_responses:
        try:
            value = read_json(example.body)
        except ValueError:
            continue
        yield from _paths(value, "$")


def _paths(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _paths(item, f"{path}[*]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}.{name}"
            yield from _paths(inner, f"{path}.{name}")
