"""Compares responses with what the pages promise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl
from xml.etree.ElementTree import ParseError

import defusedxml
from defusedxml.ElementTree import fromstring

from callsheet.http.headers import read_http_date
from callsheet.http.media_types import essence, is_json, is_listed, is_xml
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import Operation
from callsheet.model.contents import Content, response_headers
from callsheet.run.answers import json_of
from callsheet.run.model import Difference, Exchange, PageLine, Program
from callsheet.run.promised import Promises, contradictions
from callsheet.run.recorder import MAX_KEPT
from callsheet.server.engine.routing import Router
from callsheet.server.http.messages import path_segments
from callsheet.server.http.problems import shorten
from callsheet.server.resources.odata import SELECT

MAX_TEXT = 200
"""Characters of a server's text in a message."""

_DATES = ("Date", "Expires", "Last-Modified")

# Header fields of the connection or of the server: an operation does not promise them.
_NOT_OF_THE_OPERATION = {
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
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
        router: Finds the operation of a request.
        promises: What the pages promise of responses.
    """

    def __init__(self, router: Router, promises: Promises) -> None:
        self._router = router
        self._promises = promises

    def differences(self, program: Program, exchange: Exchange) -> tuple[Difference, ...]:
        """Return the differences between an exchange of a program and the promises of its page."""
        operation = program.operation
        if wrong := self._wrong_operation(operation, exchange):
            return (wrong,)
        if exchange.status != program.status:
            got = str(exchange.status or f"no usable answer: {exchange.no_answer}")
            reason = cut(_reason(exchange))
            return (Difference("status", str(program.status), got, program.place, reason),)
        return tuple(
            replace(found, where=cut(found.where), got=cut(found.got))
            for found in self._in_answer(program, exchange)
        )

    def contradictions(self, program: Program) -> tuple[Difference, ...]:
        """Return the differences between the examples of a program's page and its own tables."""
        return tuple(
            replace(found, where=cut(found.where), got=cut(found.got))
            for found in contradictions(program.operation, self._promises)
        )

    def _wrong_operation(self, operation: Operation, exchange: Exchange) -> Difference | None:
        segments = path_segments(exchange.path)
        if exchange.method in self._router.methods(segments):
            target = f"{exchange.path}?{exchange.query}"
            found, _ = self._router.find(exchange.method, segments, target)
            # Of several pages for one route, the server answers by the first.
            shapes = (found.route.shape, operation.route.shape)
            if found.uid == operation.uid or shapes[0] == shapes[1]:
                return None
        expected = f"{operation.method} {operation.route.template}"
        place = (operation.path, operation.route.span.start)
        return Difference("request", expected, f"{exchange.method} {exchange.path}", place)

    def _in_answer(self, program: Program, exchange: Exchange) -> Iterator[Difference]:
        yield from self._documented_headers(program.operation, exchange)
        if exchange.status in NO_CONTENT:
            if exchange.body:
                got = f"{len(exchange.body)} bytes"
                yield Difference("body", "none", got, program.place)
            return
        yield from _header_differences(program, exchange)
        if program.operation.method != "HEAD":
            yield from self._body_differences(program, exchange)

    def _documented_headers(self, operation: Operation, exchange: Exchange) -> Iterator[Difference]:
        """Yield the documented header fields that are missing or have another value."""
        for row in response_headers(operation, exchange.status):
            value = exchange.headers.get(row.name)
            place = (operation.path, row.span.start)
            if value is None:
                if row.required:
                    yield Difference(f"header {row.name}", "it", "nothing", place)
            elif (expected := self._promises.field_violation(value, row)) is not None:
                yield Difference(f"header {row.name}", expected, value, place)

    def _body_differences(self, program: Program, exchange: Exchange) -> Iterator[Difference]:
        operation, status = program.operation, exchange.status
        if 300 <= status < 400 and not exchange.body:
            # A client goes elsewhere, and reads nothing here.
            return
        media_type = essence(exchange.headers.get("Content-Type") or "")
        contents = self._promises.contents(operation, status)
        place = _of_response(operation, contents)
        if status < 400:
            documented = [essence(c.media_type) for c in contents if c.media_type]
            documented = documented or [essence(name) for name in operation.response_media_types]
        else:
            # Any media type will do for a refusal, unless the page documents its own.
            documented = [essence(c.media_type) for c in contents if c.own]
        if documented and (media_type or contents) and not is_listed(media_type, documented):
            listed = _of_header(operation, "accept")
            if any(content.own for content in contents):
                listed = place
            yield Difference("media type", " or ".join(documented), media_type or "none", listed)
        elif len(exchange.body) >= MAX_KEPT:
            # A body that was cut off cannot be judged.
            return
        elif is_json(media_type) and (exchange.body or status < 400):
            yield from self._json_differences(operation, exchange, place)
        elif is_xml(media_type) and status < 400:
            try:
                fromstring(exchange.body, forbid_dtd=True)
            # `LookupError` and `ValueError` are about its encoding.
            except (ParseError, defusedxml.DefusedXmlException, LookupError, ValueError) as error:
                yield Difference("body", "well-formed XML", str(error), place)
        elif contents and not exchange.body and status < 400:
            yield Difference("body", f"a file of type {media_type}", "nothing", place)

    def _json_differences(
        self, operation: Operation, exchange: Exchange, place: PageLine
    ) -> Iterator[Difference]:
        try:
            value = json_of(exchange.body)
        except ValueError as error:
            yield Difference("body", "JSON", f"{shorten(exchange.body)}: {error}", place)
            return
        media_type = exchange.headers.get("Content-Type") or ""
        content = self._promises.content(operation, exchange.status, media_type)
        if content is None or content.binary:
            return
        rows = {row.name: (operation.path, row.span.start) for row in content.rows}
        selects = SELECT in dict(parse_qsl(exchange.query))
        for violation in self._promises.violations(value, content.schema):
            # Who selects properties gets no others, which one cannot tell from here.
            if selects and violation.is_missing:
                continue
            where = _place_of(violation.names, rows) or place
            yield Difference(f"body {violation.path}", violation.expected, violation.got, where)


def cut(text: str) -> str:
    """Shorten a server's text for a message."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 3]}..."


def _reason(exchange: Exchange) -> str:
    """Return a refusal's explanation: the detail of problem details (RFC 9457), or its like.

    It is empty for any other response, which may be long or no text.
    """
    media_type = essence(exchange.headers.get("Content-Type") or "")
    members: dict[str, object] = {}
    if exchange.status < 400 or len(exchange.body) >= MAX_KEPT:
        return ""
    try:
        if is_json(media_type):
            value = json_of(exchange.body)
            members = value if isinstance(value, dict) else {"detail": value}
        elif is_xml(media_type):
            # The server is not trusted: a DTD could expand entities, or name files of this machine.
            root = fromstring(exchange.body, forbid_dtd=True)
            members = {str(part.tag).rpartition("}")[2]: part.text for part in root}
    except (ParseError, defusedxml.DefusedXmlException, LookupError, ValueError):
        return ""
    texts = (members.get(name) for name in ("detail", "message", "title"))
    return next((" ".join(text.split()) for text in texts if isinstance(text, str)), "")


def _header_differences(program: Program, exchange: Exchange) -> Iterator[Difference]:
    operation, path = program.operation, program.operation.path
    for name in _DATES:
        value = exchange.headers.get(name)
        # RFC 9111, 5.3: an invalid `Expires` is allowed, and means that the response has expired.
        if value is not None and name != "Expires" and not _is_http_date(value):
            yield Difference(f"header {name}", "a date of RFC 9110, 5.6.7", value, program.place)
    examples = [e for e in operation.example_responses if e.status == exchange.status]
    for header in examples[0].headers if examples else ():
        shown = header.name.lower()
        # Fields such as `Date` and `Server` depend on the server, and not on the operation.
        if shown in _NOT_OF_THE_OPERATION or exchange.headers.get(header.name) is not None:
            continue
        # A malformed date on the page promises nothing.
        if header.name in _DATES and not _is_http_date(header.value):
            continue
        yield Difference(f"header {header.name}", "it", "nothing", (path, header.span.start))


def _is_http_date(text: str) -> bool:
    return text.endswith("GMT") and read_http_date(text) is not None


def _place_of(names: Sequence[str], rows: Mapping[str, PageLine]) -> PageLine | None:
    """Find the row of the innermost property that the table has."""
    while names and names[0] == "[]":
        names = names[1:]  # The body is a list, and the table describes its items.
    for end in range(len(names), 0, -1):
        name = ".".join(names[:end]).replace(".[]", "[]")
        if name in rows:
            return rows[name]
    return None


def _of_response(operation: Operation, contents: Sequence[Content]) -> PageLine:
    part = operation.response or operation.route
    return operation.path, contents[0].span.start if contents else part.span.start


def _of_header(operation: Operation, name: str) -> PageLine:
    rows = [p.span.start for p in operation.parameters if p.name.lower() == name]
    return operation.path, rows[0] if rows else operation.route.span.start
