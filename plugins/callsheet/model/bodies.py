"""Request and response bodies: their tables together with their examples."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.statuses import NO_CONTENT, names_of
from callsheet.model import DataType, Message, Operation, Property, SectionKind
from callsheet.schema.i_json import read_example
from callsheet.schema.infer import is_dictionary
from callsheet.schema.words.type_words import schema_of_words


class TableSubject(StrEnum):
    """The values that the rows of a body's table describe."""

    OBJECT = "the body"
    ARRAY = "each item of the body"
    DICTIONARY = "each value of the body"


def layout_of(data_type: DataType | None) -> TableSubject:
    """Return the layout of a body by the type in its heading.

    The table below `array of Thing` or `map of Thing` describes a `Thing`.
    """
    if data_type is None or data_type.name not in ("array", "object"):
        return TableSubject.OBJECT
    if data_type.name == "array":
        return TableSubject.ARRAY
    return TableSubject.DICTIONARY if described_type(data_type) else TableSubject.OBJECT


def described_type(data_type: DataType | None) -> str:
    """Return the named type that the table of a body describes: the body's, or its items'."""
    if data_type is None:
        return ""
    if data_type.is_named:
        return data_type.name
    if data_type.name not in ("array", "object"):
        return ""
    schema = schema_of_words(data_type.written)
    held = schema.items or schema.additional_properties
    return held.reference if held else ""


@dataclass(frozen=True)
class Body:
    """A body of an operation.

    Attributes:
        type: The type in its heading.
        rows: The rows of its table; empty where it has none.
        line: The line of its heading.
        messages: Its examples.
        response: Whether it is that of a response.
    """

    type: DataType | None
    rows: tuple[Property, ...]
    line: int
    messages: tuple[Message, ...]
    response: bool

    @cached_property
    def examples(self) -> tuple[tuple[int, Any], ...]:
        """The JSON values of its examples, null included, each with the first line of its message.

        Malformed bodies and other media types are left out.
        """
        return tuple(_parsed(self.messages))

    @property
    def layout(self) -> TableSubject:
        """The values that the rows describe, by the heading, else by an example.

        Headings are not reliable: those of JSON Patch (RFC 6902) say `string` on real pages, while
        the example is an array.
        """
        layout = layout_of(self.type)
        if layout is not TableSubject.OBJECT:
            return layout
        # An object of another type than `object` is not a map, so that few examples need be parsed.
        may_map = self.type is not None and self.type.name == "object"
        if not may_map and not any(m.body.lstrip().startswith("[") for m in self.messages):
            return layout
        example = next((value for _, value in self.examples if value is not None), None)
        if isinstance(example, list):
            return TableSubject.ARRAY
        if isinstance(example, dict) and self._maps(example):
            return TableSubject.DICTIONARY
        return TableSubject.OBJECT

    def _maps(self, example: Mapping[str, Any]) -> bool:
        if self.type is None or self.type.name != "object" or not is_dictionary(example):
            return False
        # An object of objects is a map only where the names of the table are those of the inner
        # objects. Otherwise it is an ordinary object whose properties happen to be objects.
        names = {row.name for row in self.rows}
        return names.isdisjoint(example) and all(
            isinstance(value, dict) and not names.isdisjoint(value) for value in example.values()
        )

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the objects in examples that the rows describe, with the lines of the examples."""
        layout = self.layout
        for line, value in self.examples:
            for record in _records(value, layout):
                if isinstance(record, dict):
                    yield line, record


def _records(value: Any, layout: TableSubject) -> Iterable[Any]:
    match layout:
        case TableSubject.ARRAY:
            return value if isinstance(value, list) else ()
        case TableSubject.DICTIONARY:
            return value.values() if isinstance(value, dict) else ()
    return (value,)


def request_body(operation: Operation) -> Body | None:
    """Return the request body; None where there is none, or raw bytes."""
    body = operation.request_body
    if body is None or body.binary:
        return None
    sent = operation.example_requests
    return Body(body.type, body.properties, body.span.start, sent, response=False)


def response_body(operation: Operation) -> Body | None:
    """Return the body of a successful response; None where there is none.

    There is none where the page documents only errors, or 204 as the only success, whatever type it
    states. Where it documents no status at all, its body counts as that of a success.
    """
    response = operation.response
    if response is None:
        return None
    successes = {status.code for status in response.statuses if 200 <= status.code < 300}
    # Generators write the type of the answer below 204, too, on hundreds of real pages.
    if response.statuses and successes.issubset(NO_CONTENT):
        return None
    shown = tuple(m for m in operation.example_responses if 200 <= m.status < 300)
    heading = next((s for s in operation.sections if s.kind is SectionKind.RESPONSE_BODY), response)
    data_type = response.body_type or response.type
    return Body(data_type, response.properties, heading.span.start, shown, response=True)


def status_bodies(operation: Operation) -> Iterator[Body]:
    """Yield the bodies of statuses, or classes of them, with a section of their own."""
    sections = operation.response.bodies if operation.response else ()
    own = {body.status for body in sections if body.status}
    # An example belongs to the section with the most specific key of its status.
    shown: dict[str, list[Message]] = {}
    for message in operation.example_responses if own else ():
        name = next((name for name in names_of(message.status) if name in own), "")
        shown.setdefault(name, []).append(message)
    for body in sections:
        if body.status and not body.is_none:
            own_examples = tuple(shown.get(body.status, ()))
            yield Body(body.type, body.properties, body.span.start, own_examples, response=True)


def bodies(operation: Operation) -> Iterator[Body]:
    """Yield all bodies of an operation."""
    for body in (request_body(operation), response_body(operation)):
        if body is not None:
            yield body
    yield from status_bodies(operation)


def _parsed(messages: Iterable[Message]) -> Iterator[tuple[int, Any]]:
    for message in messages:
        if message.is_evidence and message.body.strip():
            try:
                yield message.span.start, read_example(message.body)
            except ValueError:
                # A rule of docs CI reports it.
                continue


def type_key(name: str) -> str:
    """Return what the names of one type have in common: `Berth Object` and `berthObject`."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
