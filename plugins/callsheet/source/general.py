"""Reads pages in any layout: the operations of each scope, by the carriers of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from callsheet.model import (
    Alias,
    Assumption,
    AssumptionKind,
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Route,
    Section,
    SectionKind,
    Span,
    Status,
    Text,
)
from callsheet.source.carriers.messages import read_message
from callsheet.source.carriers.routes import FoundRoute
from callsheet.source.carriers.rows import rows_of
from callsheet.source.carriers.scopes import (
    Scope,
    find_scopes,
    heading_text,
    label_of_block,
    meaning_of,
)
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import LOCATION_WORDS, media_types_of, parts_of
from callsheet.source.tables import LOCATION, Row, Table

_STATUS = re.compile(r"(?:\*\*|`)?([1-5]\d\d)\b")
_STATED = re.compile(r"`([1-5]\d\d)\b[^`\n]*`")
_PLACES = {
    SectionKind.QUERY: Location.QUERY,
    SectionKind.HEADERS: Location.HEADER,
    SectionKind.COOKIES: Location.COOKIE,
}
_IN_QUERY = frozenset({"GET", "DELETE", "HEAD", "OPTIONS", "LIST", "SCAN"})
_OF_RESPONSE = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY, SectionKind.EXAMPLE_RESPONSE)
_OF_REQUEST = (SectionKind.EXAMPLE_REQUEST, SectionKind.REQUEST_BODY)
_MAX_UID = 120


def identity(method: str, template: str) -> str:
    """Return the identity of an operation without a uid, from its method and route."""
    words = re.sub(r"\{([^{}/]+)\}", r"_\1", template).strip("/")
    # Dots are rarer in routes than hyphens; where there are some, a digest keeps routes apart.
    plain = re.sub(r"[^A-Za-z0-9_.-]+", ".", words).strip("-.")
    uid = f"{method.lower()}-{plain}" if plain else method.lower()
    if len(uid) <= _MAX_UID and "." not in words and plain == words.replace("/", "."):
        return uid
    return f"{uid[:_MAX_UID]}-{blake2b(template.encode(), digest_size=4).hexdigest()}"


def read_operations(document: Document, path: str, layout: Layout) -> tuple[Operation, ...]:
    """Return the operations of a page, in order."""
    found = []
    seen: dict[str, int] = {}
    for scope in find_scopes(document.blocks, layout):
        operation = _ScopeReader(document, path, layout, scope).operation()
        count = seen[operation.uid] = seen.get(operation.uid, 0) + 1
        if count > 1:
            operation = replace(operation, uid=f"{operation.uid}-{count}")
        found.append(operation)
    return tuple(found)


class _ScopeReader:
    def __init__(self, document: Document, path: str, layout: Layout, scope: Scope) -> None:
        self._document, self._path, self._layout, self._scope = document, path, layout, scope
        self._route = scope.routes[0]
        self._parameters: dict[tuple[Location, str], Parameter] = {}
        self._body: dict[str, Property] = {}
        self._answer: dict[str, Property] = {}
        self._statuses: dict[int, Status] = {}
        self._requests: list[ExampleRequest] = []
        self._responses: list[ExampleResponse] = []
        self._assumptions: list[Assumption] = []
        self._prose: list[Text] = []
        self._payload = ""

    def operation(self) -> Operation:
        blocks = self._document.blocks[self._scope.first : self._scope.end]
        kind: SectionKind | None = None
        title, status = "", 0
        for index, block in enumerate(blocks, self._scope.first):
            if block.kind is BlockKind.HEADING:
                text = heading_text(block.text)
                if index == self._scope.first:
                    title = text
                    continue
                if "](#tab/" in block.text:
                    continue
                status = int(text[:3]) if _STATUS.match(text) else 0
                kind = SectionKind.RESPONSE if status else meaning_of(text, self._layout)
                if status:
                    self._statuses.setdefault(
                        status, Status(status, text[3:].strip(": "), (), block.span)
                    )
                continue
            if index in self._scope.carriers:
                continue
            if label := label_of_block(block):
                kind = meaning_of(label, self._layout) or kind
            self._read(block, kind, status)
        route = self._route
        span = Span(blocks[0].span.start, max(block.span.end for block in blocks))
        parameters = tuple(self._parameters.values())
        return Operation(
            uid=identity(route.method, route.template),
            path=self._path,
            front_matter=self._document.front_matter,
            title=title or f"{route.method} {route.template}",
            method=route.method,
            route=_route(route),
            parameters=parameters,
            request_media_types=media_types_of(parameters, "content-type"),
            response_media_types=media_types_of(parameters, "accept"),
            query_examples=tuple(
                Text(f"{route.method} {each.template}?{each.query}", Span(each.line, each.line))
                for each in self._scope.routes
                if each.query
            ),
            request_bodies=self._request_bodies(span),
            response=self._response(span),
            example_requests=tuple(self._requests),
            example_responses=tuple(self._responses),
            sections=(Section(SectionKind.DESCRIPTION, title, tuple(self._prose), span),),
            span=span,
            layout=self._layout.name,
            aliases=tuple(
                Alias(each.method, _route(each))
                for each in self._scope.routes[1:]
                if (each.method, each.template) != (route.method, route.template)
            ),
            assumptions=tuple(self._assumptions),
        )

    def _read(self, block: Block, kind: SectionKind | None, status: int) -> None:
        if block.kind is BlockKind.FENCE:
            self._read_fence(block, kind, status)
            return
        if kind in _OF_RESPONSE or kind is None:
            for match in _STATED.finditer(block.text):
                code = int(match[1])
                self._statuses.setdefault(code, Status(code, "", (), block.span))
        table = rows_of(block, self._layout) if kind is not SectionKind.OTHER else None
        if table:
            for row in table.rows:
                self._place(row, table, kind)
        else:
            self._prose.append(Text(block.text, block.span))

    def _read_fence(self, block: Block, kind: SectionKind | None, status: int) -> None:
        found = read_message(
            block, status or 200, is_request=kind in _OF_REQUEST and not self._requests
        )
        if isinstance(found, ExampleRequest):
            if found.body.startswith("@") and self._payload:
                found = replace(found, body=self._payload)
            self._requests.append(found)
        elif isinstance(found, ExampleResponse):
            self._responses.append(found)
            if block.text.lstrip().startswith("HTTP/"):
                new = Status(found.status, found.reason, (), block.span)
                self._statuses.setdefault(found.status, new)
        elif found is not None:
            self._payload = found
        else:
            fence = Span(block.span.start, block.span.end)
            self._prose.append(Text(self._document.text(fence), fence))

    def _place(self, row: Row, table: Table, kind: SectionKind | None) -> None:
        cells = parts_of(row, table)
        name = cells[0]
        if kind in (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY):
            self._answer.setdefault(name, Property(*cells))
            return
        word = re.sub("[ _-]", "", row.cell(table.column(LOCATION)).strip("`* ")).lower()
        location: Location | None = None
        if any(f"{{{name}}}" in each.template for each in self._scope.routes):
            location = Location.PATH
        elif word in LOCATION_WORDS:
            location = LOCATION_WORDS[word]
        elif kind in _PLACES:
            location = _PLACES[kind]
        elif kind is not SectionKind.REQUEST_BODY:
            location = Location.QUERY if self._route.method in _IN_QUERY else None
            value = "body" if location is None else str(location)
            self._assumptions.append(Assumption(AssumptionKind.PLACE, name, value, row.span))
        if location is None:
            self._body.setdefault(name, Property(*cells))
        else:
            self._parameters.setdefault((location, name), Parameter(*cells, location))

    def _request_bodies(self, span: Span) -> tuple[RequestBody, ...]:
        rows = tuple(self._body.values())
        return (RequestBody("", None, rows, span),) if rows else ()

    def _response(self, span: Span) -> Response:
        if not any(200 <= code < 300 for code in self._statuses):
            code = self._layout.statuses.get(self._route.method, 200)
            if self._responses and code == 204:
                code = 200
            self._statuses[code] = Status(code, "", (), span)
            self._assumptions.append(Assumption(AssumptionKind.STATUS, "", str(code), span))
        success = min(code for code in self._statuses if 200 <= code < 300)
        self._responses = list(self._with_status(success))
        return Response(
            None, None, tuple(self._statuses.values()), tuple(self._answer.values()), span
        )

    def _with_status(self, success: int) -> Iterator[ExampleResponse]:
        """Give bodies without a status line the status of a success, unless a heading named one."""
        for response in self._responses:
            stated = response.text.lstrip().startswith("HTTP/") or response.status != 200
            yield response if stated else replace(response, status=success)


def _route(found: FoundRoute) -> Route:
    return Route(found.template, Span(found.line, found.line))
