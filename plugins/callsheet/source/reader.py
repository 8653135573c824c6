"""Reads a page: from its blocks to its operation.

A page is read leniently: whatever can be understood is, everything else becomes prose of its
section, and everything odd becomes a finding. Nothing that an author writes raises an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from callsheet.findings import Finding
from callsheet.model import (
    Callback,
    ExampleRequest,
    Location,
    Operation,
    Page,
    Parameter,
    Property,
    RequestBody,
    Response,
    ResponseBody,
    ResponseHeader,
    Route,
    Section,
    SectionKind,
    Span,
    Status,
    StatusRange,
    Text,
)
from callsheet.source import messages
from callsheet.source.callbacks import callback_of, read_address
from callsheet.source.carriers.linked_types import described_types
from callsheet.source.document import BlockKind, Document, read_document
from callsheet.source.faults import Fault
from callsheet.source.front_matter import OperationKeys, read_operation_keys
from callsheet.source.layouts.detection import read_in_layout
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout
from callsheet.source.links import read_links
from callsheet.source.operation_parts import OperationParts
from callsheet.source.reporting import PageReporter
from callsheet.source.rows import (
    LOCATION_WORDS,
    media_types_of,
    parts_of,
    plain_name,
    property_of,
    read_type,
)
from callsheet.source.sections import (
    RawSection,
    is_of_operation,
    prose_of,
    read_body_mark,
    split_sections,
    without_body_mark,
)
from callsheet.source.tables import (
    DESCRIPTION,
    LOCATION,
    NAME_COLUMNS,
    PROPERTY_COLUMN,
    TYPE,
    Row,
    Table,
    whole_value,
)
from callsheet.source.type_pages import read_type_table

_UID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_NO_UID = re.compile(r"[^A-Za-z0-9_.-]+")
_STATUS = re.compile(r"[1-5][0-9]{2}")
_RANGE = re.compile(r"[1-5]XX|default", re.IGNORECASE)
_LOCATIONS = {
    SectionKind.PATH: (Location.PATH, "path part"),
    SectionKind.QUERY: (Location.QUERY, "parameter name"),
    SectionKind.HEADERS: (Location.HEADER, "parameter name"),
    SectionKind.COOKIES: (Location.COOKIE, "parameter name"),
    SectionKind.PARAMETERS: (None, "parameter name"),
}
"""The location of a section's parameters, unless a column `In` has it, and the first column."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it was read: its operations, in order, and the findings about it."""

    page: Page
    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]

    @property
    def operation(self) -> Operation | None:
        """The first operation, which is the only one in our own layout; None without any."""
        return next(iter(self.operations), None)


def read_page(data: bytes, path: str, layout: Layout | None = None) -> Reading:
    """Read a page.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.
        layout: Its layout; by default the one that its text shows.

    Returns:
        The operation, or None for a page that documents none, and the findings. A page that looks
        like an operation page and cannot be read as one has no operation and an error.
    """
    return read_from(read_document(data), path, layout)


def read_from(document: Document, path: str, layout: Layout | None = None) -> Reading:
    """Read a page that is parsed into blocks already, as `read_page` does."""
    reporter = PageReporter(path, document)
    reporter.report_front_matter()
    reader = _PageReader(path, document, reporter)
    operations = read_in_layout(document, path, layout)
    own = reader.operation() if operations is None else None
    page = reader.page()
    if own is None and page.defines is None:
        described = described_types(document, operations or (), path, layout or GENERIC, page.title)
        page = replace(page, described=described)
    found = operations if operations is not None else (own,) if own else ()
    return Reading(page, found, tuple(sorted(reporter.findings)))


class _PageReader:
    """Turns the blocks of one page into its operation."""

    def __init__(self, path: str, document: Document, reporter: PageReporter) -> None:
        self._path = path
        self._document = document
        self._reporter = reporter
        self._template = ""

    def page(self) -> Page:
        """Return the page itself, whether it documents an operation or not."""
        document = self._document
        key = document.uid_key
        uid = str(document.front_matter[key]) if key else None
        headings = (b.text for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1)
        name = PurePosixPath(self._path).stem
        title = str(document.front_matter.get("title") or next(headings, name))
        return Page(
            self._path,
            uid,
            title,
            read_links(document),
            read_type_table(self._path, document, self._reporter),
        )

    def operation(self) -> Operation | None:
        """Return the operation; None where the page has no route."""
        sections = split_sections(self._document)
        route = self._route(sections)
        if route is None:
            return None
        method, template, line = route
        self._template = template
        self._reporter.report_text()
        uid = self._uid()
        keys = self._keys()
        # The order matters: findings about sections come in the order of the page, and sections
        # take lines that nobody else may take.
        parts = OperationParts()
        for section in sections:
            self._read_section(section, parts)
            self._reporter.report_unread_tables(section)
        return Operation(
            uid=uid,
            path=self._path,
            front_matter=self._document.front_matter,
            title=str(self._document.front_matter.get("title") or sections[0].title or uid),
            method=method,
            route=Route(template, Span(line, line)),
            parameters=tuple(parts.parameters),
            request_media_types=media_types_of(parts.parameters, "content-type"),
            response_media_types=media_types_of(parts.parameters, "accept"),
            query_examples=tuple(parts.query_examples),
            request_bodies=tuple(parts.request_bodies),
            response=parts.whole_response(),
            example_requests=tuple(parts.requests),
            example_responses=tuple(parts.responses),
            sections=tuple(self._close(section) for section in sections),
            span=Span(1, len(self._document.lines)),
            about=keys.summary,
            operation_id=keys.operation_id,
            deprecated=keys.deprecated,
            tags=keys.tags,
            servers=keys.servers,
            security=keys.security,
            callbacks=tuple(parts.callbacks),
            outgoing=keys.outgoing,
        )

    def _keys(self) -> OperationKeys:
        keys = read_operation_keys(self._document.front_matter)
        for server in keys.servers:
            if not server.can_serve(self._template):
                wanted = f"addresses whose `replaces` is the beginning of `{self._template}`"
                keys.faults.append(("servers", wanted))
                break
        for key, wanted in keys.faults:
            message = f"The front matter's `{key}` must be {wanted}."
            self._reporter.report(Fault.OPERATION_KEY, self._document.line_of_key(key), message)
        return keys

    def _route(self, sections: list[RawSection]) -> tuple[str, str, int] | None:
        for fence in sections[0].fences("http"):
            lines = messages.lines_of(fence)
            found = messages.read_route(lines[0].markdown) if lines else None
            if not found:
                continue
            # An unclosed fence takes in the text below it, which is reported once as that.
            for other in lines[1:] if fence.closed else ():
                message = f"The route fence also says `{other.markdown}`."
                self._reporter.report(Fault.ROUTE, other.span.start, message)
            if len(lines) == 1:
                sections[0].take(fence.span)
            return *found, lines[0].span.start
        if any(map(is_of_operation, sections)):
            self._reporter.report_missing_route(sections[0])
        return None

    def _uid(self) -> str:
        front_matter = self._document.front_matter
        key = self._document.uid_key
        if key is None:
            self._reporter.report_missing_uid()
        elif _UID.fullmatch(uid := str(front_matter[key])):
            return uid
        else:
            line = self._document.line_of_key(key)
            self._reporter.report(Fault.UID, line, f"`{uid}` cannot be a `{key}`.")
        # The page is read on without a valid uid, so that its other faults are found in the same
        # run.
        return _NO_UID.sub("-", PurePosixPath(self._path).stem).lstrip(".-") or "page"

    def _read_section(self, section: RawSection, parts: OperationParts) -> None:
        match section.kind:
            case SectionKind.DESCRIPTION:
                self._read_heading(section)
            case kind if kind in _LOCATIONS:
                self._read_parameters(section, parts)
                if kind is SectionKind.QUERY:
                    parts.query_examples += self._query_examples(section)
            case SectionKind.REQUEST_BODY:
                parts.add_request_body(self._request_body(section))
            case SectionKind.RESPONSE | SectionKind.RESPONSE_BODY | SectionKind.RESPONSE_HEADERS:
                parts.add_response(self._response(section))
            case SectionKind.EXAMPLE_REQUEST | SectionKind.EXAMPLE_RESPONSE:
                self._read_examples(section, parts)
            case SectionKind.CALLBACK:
                parts.callbacks += self._callbacks(section)
            case SectionKind.OTHER:
                self._reporter.report(
                    Fault.UNKNOWN_SECTION,
                    section.span.start,
                    f"`{section.title}` is no section of the page format.",
                )

    def _read_heading(self, section: RawSection) -> None:
        for block in section.blocks:
            if block.kind is BlockKind.HEADING and block.level == 1:
                section.title = block.text
                section.take(block.span)
                return

    def _read_parameters(self, section: RawSection, parts: OperationParts) -> None:
        usual, name_column = _LOCATIONS[section.kind]
        for row, table in self._rows(section, name_column):
            name, *_ = cells = parts_of(row, table)
            location = usual
            if LOCATION in table.columns:
                location = self._location(row, table, name)
            elif location is None:
                in_route = f"{{{name}}}" in self._template
                location = Location.PATH if in_route else Location.QUERY
            if location is None:
                # `In: body` and `In: form`, as older descriptions have it.
                item = Property(*cells)
                parts.add_request_body(RequestBody("", None, (item,), section.span))
            else:
                parameter = Parameter(*cells, location)
                parts.parameters.append(parameter)
                self._reporter.report_style(parameter, location)
                item = parameter
            self._reporter.report_facets(item)

    def _location(self, row: Row, table: Table, name: str) -> Location | None:
        written = row.cell(table.column(LOCATION)).strip("`* ")
        # `query string`, `query_string` and `Query-String` are all in use.
        word = re.sub("[ _-]", "", written).lower()
        if word in LOCATION_WORDS:
            return LOCATION_WORDS[word]
        where = ", ".join(f"`{location}`" for location in Location)
        message = f"`{name}` is in `{written}` according to the table, which is none of {where}."
        self._reporter.report(Fault.FACET, row.span.start, message)
        return Location.QUERY

    def _properties(self, section: RawSection) -> tuple[Property, ...]:
        whole = self._whole(section)
        rows = self._rows(section, PROPERTY_COLUMN)
        found = [*whole, *(property_of(row, table) for row, table in rows)]
        for item in found:
            self._reporter.report_facets(item)
        return tuple(found)

    def _whole(self, section: RawSection) -> list[Property]:
        """Return the row about the whole body, which has the type in the heading of its section."""
        table = next(filter(None, map(whole_value, section.tables)), None)
        if table is None or section.kind is SectionKind.RESPONSE:
            return []
        section.take(table.span)
        item = property_of(table.rows[0], table)
        written = section.argument
        if section.kind is SectionKind.REQUEST_BODY:
            written = written.partition(" ")[2]
        return [item if item.type else replace(item, type=read_type(written))]

    def _statuses(self, section: RawSection) -> Iterator[Status | StatusRange]:
        for row, table in self._rows(section, "response"):
            # Cells such as `404 Not Found` have the phrase behind the code.
            code = plain_name(row.cell(0)).partition(" ")[0]
            description = row.cell(table.column(DESCRIPTION))
            if _STATUS.fullmatch(code):
                extras = row.extras(table.columns, ("response", DESCRIPTION))
                yield Status(int(code), description, extras, row.span)
            elif _RANGE.fullmatch(code):
                name = code.lower() if code[0] in "dD" else code.upper()
                yield StatusRange(name, description, row.span)
            else:
                # The row is shown as text then, so that a reader of the page does not miss it.
                section.release(row.span)
                self._reporter.report(Fault.STATUS, row.span.start, f"`{code}` is no HTTP status.")

    def _rows(self, section: RawSection, name_column: str) -> Iterator[tuple[Row, Table]]:
        for table in section.tables:
            if table.columns[0] != name_column or not {TYPE, DESCRIPTION} & {*table.columns}:
                continue
            section.take(table.span)
            for row in table.rows:
                if len(row.cells) != len(table.columns):
                    self._reporter.report_ragged_row(row, len(table.columns))
                yield row, table

    def _query_examples(self, section: RawSection) -> Iterator[Text]:
        for fence in section.fences("http"):
            section.take(fence.span)
            yield from messages.lines_of(fence)

    def _request_body(self, section: RawSection) -> RequestBody:
        name, _, type_name = section.argument.partition(" ")
        return RequestBody(
            plain_name(name),
            read_type(type_name),
            self._properties(section),
            section.span,
            section.media_type,
            read_body_mark(section),
        )

    def _response(self, section: RawSection) -> Response:
        written, kind = read_type(section.argument), section.kind
        if kind is SectionKind.RESPONSE_HEADERS:
            headers = tuple(self._response_headers(section))
            return Response(None, None, (), (), section.span, headers=headers)
        properties = self._properties(section)
        if section.status or section.media_type:
            body = ResponseBody(
                section.status, section.media_type, written, properties, section.span
            )
            return Response(None, None, (), (), section.span, bodies=(body,))
        of_body = kind is SectionKind.RESPONSE_BODY
        statuses = tuple(self._statuses(section))
        return Response(
            type=None if of_body else written,
            body_type=written if of_body else None,
            statuses=tuple(row for row in statuses if isinstance(row, Status)),
            properties=properties,
            span=section.span,
            ranges=tuple(row for row in statuses if isinstance(row, StatusRange)),
        )

    def _response_headers(self, section: RawSection) -> Iterator[ResponseHeader]:
        for row, table in self._rows(section, "parameter name"):
            header = ResponseHeader(*parts_of(row, table), section.status)
            self._reporter.report_facets(header)
            self._reporter.report_style(header, Location.HEADER)
            yield header

    def _callbacks(self, section: RawSection) -> Iterator[Callback]:
        if address := read_address(section, self._reporter):
            properties, examples = self._properties(section), [*self._requests(section)]
            yield callback_of(section, address, properties, examples)

    def _requests(self, section: RawSection) -> Iterator[ExampleRequest]:
        for fence in section.fences("http!"):
            request = messages.read_request(fence)
            if isinstance(request, messages.Malformed):
                self._reporter.report_malformed(request)
            else:
                section.take(fence.span)
                yield request

    def _read_examples(self, section: RawSection, parts: OperationParts) -> None:
        parts.requests += self._requests(section)
        for fence in section.fences("http_"):
            response = messages.read_response(fence)
            if isinstance(response, messages.Malformed):
                self._reporter.report_malformed(response)
            else:
                section.take(fence.span)
                parts.responses.append(response)

    def _close(self, section: RawSection) -> Section:
        for table in section.tables:
            is_ours = section.kind in _LOCATIONS or table.columns[0] in NAME_COLUMNS
            if is_ours and table.span.start not in section.taken:
                self._reporter.report_unknown_table(table, section)
        prose = without_body_mark(section, tuple(prose_of(section, self._document)))
        return Section(section.kind, section.title, prose, section.span)
