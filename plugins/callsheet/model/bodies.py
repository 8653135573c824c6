"""Request and response bodies: what the tables say together with what the examples show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from callsheet.http.statuses import NO_CONTENT
from callsheet.model import DataType, Message, Operation, Property, SectionKind
from callsheet.schema.i_json import read_json
from callsheet.schema.infer import is_dictionary


class Layout(StrEnum):
    """What the rows of a body's table describe."""

    OBJECT = "the body"
    ARRAY = "each item of the body"
    DICTIONARY = "each value of the body"


@dataclass(frozen=True, slots=True)
class Body:
    """A body of an operation.

    Attributes:
        type: The type in its heading.
        rows: Its table, empty where it has none.
        line: Its heading.
        examples: The JSON values on the page, each with the line where its message starts; other
            and malformed bodies are left out, null is there.
        response: Whether it comes back, or is sent.
    """

    type: DataType | None
    rows: tuple[Property, ...]
    line: int
    examples: tuple[tuple[int, Any], ...]
    response: bool

    @property
    def layout(self) -> Layout:
        """What the rows describe: the heading says it, and examples where it says something else.

        `array` in the heading makes it an array. Bodies of JSON Patch (RFC 6902) have `string`
        there and an array in the example.
        """
        if self.type and self.type.name == "array":
            return Layout.ARRAY
        example = next((value for _, value in self.examples if value is not None), None)
        if isinstance(example, list):
            return Layout.ARRAY
        if isinstance(example, dict) and self._maps(example):
            return Layout.DICTIONARY
        return Layout.OBJECT

    def _maps(self, example: Mapping[str, Any]) -> bool:
        if self.type is None or self.type.name != "object" or not is_dictionary(example):
            return False
        names = {row.name for row in self.rows}
        return names.isdisjoint(example) and all(
            isinstance(value, dict) and not names.isdisjoint(value) for value in example.values()
        )

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The objects in the examples that the rows describe, each with its example's line."""
        layout = self.layout
        for line, value in self.examples:
            for record in _records(value, layout):
                if isinstance(record, dict):
                    yield line, record


def _records(value: Any, layout: Layout) -> Iterable[Any]:
    match layout:
        case Layout.ARRAY:
            return value if isinstance(value, list) else ()
        case Layout.DICTIONARY:
            return value.values() if isinstance(value, dict) else ()
    return (value,)


def request_body(operation: Operation) -> Body | None:
    """The request body; None where there is none, or a file's raw bytes."""
    body = operation.request_body
    if body is None or body.binary:
        return None
    examples = _examples(operation.example_requests)
    return Body(body.type, body.properties, body.span.start, examples, response=False)


def response_body(operation: Operation) -> Body | None:
    """The body of a successful response; None where there is none.

    A page that documents only errors has none, and one that answers 204 has none whatever type it
    gives to the body; one that answers 204 or 200 has that of the 200. Where no status is
    documented, the body is taken for that of a success.
    """
    response = operation.response
    if response is None:
        return None
    successes = {status.code for status in response.statuses if 200 <= status.code < 300}
    if response.statuses and successes.issubset(NO_CONTENT):
        return None
    examples = _examples(m for m in operation.example_responses if 200 <= m.status < 300)
    heading = next((s for s in operation.sections if s.kind is SectionKind.RESPONSE_BODY), response)
    data_type = response.body_type or response.type
    return Body(data_type, response.properties, heading.span.start, examples, response=True)


def bodies(operation: Operation) -> Iterator[Body]:
    """The bodies of an operation."""
    for body in (request_body(operation), response_body(operation)):
        if body is not None:
            yield body


def _examples(messages: Iterable[Message]) -> tuple[tuple[int, Any], ...]:
    return tuple(_parsed(messages))


def _parsed(messages: Iterable[Message]) -> Iterator[tuple[int, Any]]:
    for message in messages:
        if message.body.strip():
            try:
                yield message.span.start, read_json(message.body)
            except ValueError:
                # Another rule reports it.
                continue
