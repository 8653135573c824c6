"""What operations promise to answer, worked out when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from callsheet.http.media_types import JSON, is_json
from callsheet.model import Operation
from callsheet.model import Property as Row
from callsheet.promises import promised_responses
from callsheet.rows import rows_schema
from callsheet.schema import ANYTHING, MISSING, Direction, Evaluator, Generator, Schema
from callsheet.schema.facets import Facet
from callsheet.schema.infer import combine, infer, shown_in
from callsheet.schema.repair import repaired, unescape
from callsheet.typedefs import response_body

_EVALUATOR = Evaluator(direction=Direction.RESPONSE, local_times=True)


class Contract:
    """What a value that is answered, or stored, must be.

    Args:
        schema: The page's own words, with what its examples show of all about which they say no
            more.
    """

    def __init__(self, schema: Schema = ANYTHING) -> None:
        self.schema = schema
        self._specimen: list[Any] = []
        self._lacking: dict[str, Any] = {}

    @property
    def type(self) -> str:
        """Its type besides null; empty where anything goes."""
        return self.schema.type

    def specimen(self) -> Any:
        """Return the plainest value, which is not to be changed: all get the same."""
        if not self._specimen:
            self._specimen.append(made_up(self.schema))
        return self._specimen[0]

    def fitted(self, value: Any) -> Any:
        """Return a value with each part that is not as promised replaced by a made-up one."""
        return repaired(value, self.schema, _EVALUATOR, Generator(direction=Direction.RESPONSE))

    def completed(self, value: Any) -> Any:
        """Return a value with the properties that it lacks; it is not looked at otherwise."""
        schema = self.schema
        if value is None and schema.type and not schema.nullable:
            return self.specimen()
        if isinstance(value, list) and schema.items is not None:
            return [self._completed(item, schema.items) for item in value]
        return self._completed(value, schema)

    def _completed(self, value: Any, schema: Schema) -> Any:
        if not isinstance(value, dict):
            return value
        lacking = {}
        for item in schema.properties:
            if item.required and item.name not in value:
                if item.name not in self._lacking:
                    self._lacking[item.name] = made_up(item.schema)
                lacking[item.name] = self._lacking[item.name]
        return {**value, **lacking} if lacking else value

    def wrong_properties(self, document: Mapping[str, Any]) -> list[str]:
        """Return the properties of a document that are not as promised; others may be missing."""
        found = _EVALUATOR.mismatches(document, self.schema)
        names = (m.pointer.split("/")[1:2] for m in found if m.got is not MISSING)
        return [
            unescape(name) for name in dict.fromkeys(name for tokens in names for name in tokens)
        ]


class Contracts:
    """What operations answer with."""

    def __init__(self) -> None:
        self._known: dict[str, Contract] = {}

    def of(self, operation: Operation) -> Contract:
        """Return what a success promises; anything where it has no body."""
        if operation.uid not in self._known:
            self._known[operation.uid] = Contract(promise_of(operation) or ANYTHING)
        return self._known[operation.uid]


def made_up(schema: Schema, seed: str | None = None) -> Any:
    """Return a value of a schema; without a seed the plainest one."""
    return Generator(seed=seed, direction=Direction.RESPONSE).value(schema)


def promise_of(operation: Operation) -> Schema | None:
    """Return the schema of what a success answers with; None where it has no body."""
    status = operation.success.code if operation.success else 200
    contents, body = promised_responses(operation, status), response_body(operation)
    if not contents or body is None:
        return None
    first = next((c for c in contents if is_json(c.media_type or JSON)), contents[0])
    return deepened(first.schema, (value for _, value in body.examples))


def members_schema(rows: tuple[Row, ...], prototype: Mapping[str, Any]) -> Schema:
    """Return the schema of the members of a collection, of which a page shows one."""
    schema = deepened(shown_in(rows_schema(rows), [prototype]), [prototype])
    told = {row.name for row in rows if Facet.NULLABLE in dict(row.facets)}
    properties = tuple(
        item if item.name in told else replace(item, schema=item.schema.or_null())
        for item in schema.properties
    )
    return replace(schema, properties=properties)


def deepened(schema: Schema, examples: Iterable[Any]) -> Schema:
    """Return a schema with what examples show of the types of the API that it only names."""
    shown = [value for value in examples if value is not None]
    if not shown:
        return schema
    if schema.reference:
        seen = combine(infer(value) for value in shown)
        if seen.type != "object":
            return schema
        seen = replace(seen, written=schema.reference)
        return seen.or_null() if schema.nullable else seen
    if schema.properties:
        records = [value for value in shown if isinstance(value, dict)]
        properties = tuple(
            replace(item, schema=deepened(item.schema, _values(records, item.name)))
            for item in schema.properties
        )
        return replace(schema, properties=properties)
    if schema.items is not None:
        parts = [part for value in shown if isinstance(value, list) for part in value]
        return replace(schema, items=deepened(schema.items, parts))
    if schema.additional_properties is not None:
        parts = [part for value in shown if isinstance(value, dict) for part in value.values()]
        return replace(schema, additional_properties=deepened(schema.additional_properties, parts))
    return schema


def _values(records: Iterable[Mapping[str, Any]], name: str) -> Iterator[Any]:
    return (record[name] for record in records if name in record)
