"""What came back against what the page promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import ParseError

import defusedxml
from defusedxml.ElementTree import fromstring

from callsheet.contract import Schema, Types, component_schemas, response_schema
from callsheet.http.dates import read_http_date
from callsheet.http.media_types import essence, is_json, is_xml
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import Operation
from callsheet.run.answers import json_of
from callsheet.run.model import Difference, Exchange, Place, Program
from callsheet.run.recorder import MAX_KEPT
from callsheet.run.validator import Validator
from callsheet.server.problems import shorten
from callsheet.server.routing import Router

MAX_TEXT = 200
"""Characters of what a server sent, in a message."""

MAX_DIFFERENCES = 20
"""Of one body; further ones say nothing new."""

_DATES = ("Date", "Expires", "Last-Modified")

# What is of the connection or of the server, and not of the operation.
_NOT_OF_THE_OPERATION = {
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "expires",
    "keep-alive",
    "pragma",
    "server",
    "set-cookie",
    "transfer-encoding",
    "vary",
    "via",
    "x-powered-by",
}


class Comparison:
    """Compares exchanges with the contracts of operations.

    Args:
        router: Which operation a request is for.
        types: The named types of the catalog.
    """

    def __init__(self, router: Router, types: Types) -> None:
        self._router = router
        self._types = types
        self._components = component_schemas(types)
        self._validators: dict[str, Validator | None] = {}

    def differences(self, program: Program, exchange: Exchange) -> tuple[Difference, ...]:
        """Where the last exchange of a program is not as its page promises."""
        operation = program.operation
        if wrong := self._wrong_operation(operation, exchange):
            return (wrong,)
        if exchange.status != program.status:
            got = str(exchange.status or f"no usable answer: {exchange.no_answer}")
            return (Difference("status", str(program.status), got, program.place),)
        return tuple(
            replace(found, where=cut(found.where), got=cut(found.got))
            for found in self._in_answer(program, exchange)
        )

    def _wrong_operation(self, operation: Operation, exchange: Exchange) -> Difference | None:
        segments = tuple(exchange.path.strip("/").split("/"))
        if exchange.method in self._router.methods(segments):
            found, _ = self._router.find(exchange.method, segments)
            if found.uid == operation.uid:
                return None
        expected = f"{operation.method} {operation.route.template}"
        place = (operation.path, operation.route.span.start)
        return Difference("request", expected, f"{exchange.method} {exchange.path}", place)

    def _in_answer(self, program: Program, exchange: Exchange) -> Iterator[Difference]:
        if exchange.status in NO_CONTENT:
            if exchange.body:
                got = f"{len(exchange.body)} bytes"
                yield Difference("body", "none", got, program.place)
            return
        yield from _header_differences(program, exchange)
        if exchange.status >= 400:
            yield from _problem_differences(program, exchange)
        elif program.operation.method != "HEAD":
            yield from self._body_differences(program, exchange)

    def _body_differences(self, program: Program, exchange: Exchange) -> Iterator[Difference]:
        operation = program.operation
        media_type = essence(exchange.headers.get("Content-Type") or "")
        documented = [essence(name) for name in operation.response_media_types]
        validator = self._validator(operation)
        place = _of_response(operation)
        if documented and (media_type or validator) and media_type not in documented:
            listed = _of_header(operation, "accept")
            yield Difference("media type", " or ".join(documented), media_type or "none", listed)
        elif len(exchange.body) >= MAX_KEPT:
            # What was cut off could only be misjudged.
            return
        elif is_json(media_type):
            yield from self._json_differences(operation, exchange, validator, place)
        elif is_xml(media_type):
            try:
                fromstring(exchange.body, forbid_dtd=True)
            # The others are about its encoding.
            except (ParseError, defusedxml.DefusedXmlException, LookupError, ValueError) as error:
                yield Difference("body", "well-formed XML", str(error), place)
        elif validator and not exchange.body:
            yield Difference("body", f"a file of type {media_type}", "nothing", place)

    def _json_differences(
        self,
        operation: Operation,
        exchange: Exchange,
        validator: Validator | None,
        place: Place,
    ) -> Iterator[Difference]:
        try:
            value = json_of(exchange.body)
        except ValueError as error:
            yield Difference("body", "JSON", f"{shorten(exchange.body)}: {error}", place)
            return
        if validator is None:
            return
        rows = _rows(operation)
        for violation in islice(validator.violations(value), MAX_DIFFERENCES):
            where = rows.get(violation.property or "", place)
            yield Difference(f"body {violation.path}", violation.expected, violation.got, where)

    def _validator(self, operation: Operation) -> Validator | None:
        if operation.uid not in self._validators:
            schema = answer_schema(operation, self._types)
            made = Validator(schema, self._components) if schema is not None else None
            self._validators[operation.uid] = made
        return self._validators[operation.uid]


def cut(text: str) -> str:
    """Shortens what a server sent, for a message."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 3]}..."


def answer_schema(operation: Operation, types: Types) -> Schema | None:
    """The schema that the body of an answer is compared with; None where there is none.

    Args:
        operation: The operation.
        types: The named types of the catalog.
    """
    response = operation.response
    own = (response.body_type or response.type) if response else None
    # The body by its own table: any property of it may be null, those of its parts may not.
    others = {n: d for n, d in types.items() if not own or n != own.name}
    return response_schema(operation, others)


def _header_differences(program: Program, exchange: Exchange) -> Iterator[Difference]:
    operation, path = program.operation, program.operation.path
    for name in _DATES:
        value = exchange.headers.get(name)
        # RFC 9111, 5.3: whatever else is in Expires means that it has expired.
        if value is not None and name != "Expires" and not _is_http_date(value):
            yield Difference(f"header {name}", "a date of RFC 9110, 5.6.7", value, program.place)
    examples = [e for e in operation.example_responses if e.status == exchange.status]
    for header in examples[0].headers if examples else ():
        shown = header.name.lower()
        if shown in _NOT_OF_THE_OPERATION or exchange.headers.get(header.name) is not None:
            continue
        # A date that is none cannot be kept as a promise.
        if header.name in _DATES and not _is_http_date(header.value):
            continue
        yield Difference(f"header {header.name}", "it", "nothing", (path, header.span.start))


def _is_http_date(text: str) -> bool:
    return text.endswith("GMT") and read_http_date(text) is not None


def _problem_differences(program: Program, exchange: Exchange) -> Iterator[Difference]:
    """A refusal is what it says it is; more than that no page promises."""
    media_type = essence(exchange.headers.get("Content-Type") or "")
    if is_json(media_type) and exchange.body:
        try:
            json_of(exchange.body)
        except ValueError as error:
            yield Difference("body", "JSON", str(error), program.place)


def _rows(operation: Operation) -> dict[str, Place]:
    properties = operation.response.properties if operation.response else ()
    return {item.name: (operation.path, item.span.start) for item in properties}


def _of_response(operation: Operation) -> Place:
    part = operation.response or operation.route
    return operation.path, part.span.start


def _of_header(operation: Operation, name: str) -> Place:
    rows = [p.span.start for p in operation.parameters if p.name.lower() == name]
    return operation.path, rows[0] if rows else operation.route.span.start
