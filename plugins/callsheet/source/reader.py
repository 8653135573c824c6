"""From a page to its operation.

A page is read leniently: whatever can be understood is, what cannot be is kept as prose of its
section, and everything odd is a finding. Reading never raises for what stands on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from callsheet.findings import Finding
from callsheet.model import (
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
    TypeTable,
    is_possible,
    read_style,
    shape_of,
)
from callsheet.model.rows import MAX_LEVELS, is_too_deep
from callsheet.schema.words.facets import Facet, read_row
from callsheet.source import messages
from callsheet.source.body_marks import read_body_mark, without_body_mark
from callsheet.source.columns import (
    DESCRIPTION,
    LOCATION,
    NAME_COLUMNS,
    STATUS_COLUMN,
    TYPE,
    canonical,
)
from callsheet.source.datatypes import read_type
from callsheet.source.document import BlockKind, Document, read_document
from callsheet.source.faults import Fault
from callsheet.source.gathered import Parts
from callsheet.source.links import read_links
from callsheet.source.names import plain_name
from callsheet.source.operation_keys import OperationKeys, read_operation_keys
from callsheet.source.property_rows import media_types_of, parts_of, property_of
from callsheet.source.prose import prose_of
from callsheet.source.sections import RawSection, split_sections
from callsheet.source.tables import Row, Table, read_table

_UID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_NO_UID = re.compile(r"[^A-Za-z0-9_.-]+")
_OWN_HEADING = re.compile(
    r"request\s+headers|response\s*(?::|$)|sample\s+re(?:quest|sponse)", re.IGNORECASE
)
_STATUS = re.compile(r"[1-5][0-9]{2}")
_RANGE = re.compile(r"[1-5]XX|default", re.IGNORECASE)
_OPERATION_SECTIONS = {
    SectionKind.HEADERS,
    SectionKind.RESPONSE,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
}
_LABELS_OF_EXAMPLES = {"http", "http!", "http_"}
_LOCATIONS = {
    SectionKind.PATH: (Location.PATH, "path part"),
    SectionKind.QUERY: (Location.QUERY, "parameter name"),
    SectionKind.HEADERS: (Location.HEADER, "parameter name"),
    SectionKind.COOKIES: (Location.COOKIE, "parameter name"),
    SectionKind.PARAMETERS: (None, "parameter name"),
}
"""Where the parameters of a section are sent, unless a column says it, and its first column."""

_LOCATION_WORDS = {
    "form": None,
    "formdata": None,
    "body": None,
    "url": Location.PATH,
    "querystring": Location.QUERY,
    **{str(location): location for location in Location},
    **{f"{location}s": location for location in Location},
}
_SHOWN = 60
"""Of a name that is too long, a finding shows so many characters."""

_HTML_TABLE = re.compile(r"\s*<table[\s>]", re.IGNORECASE)
_QUOTED_TABLE = re.compile(r"^[ \t]*+>[ \t]*+\|.*\n[ \t]*+>[ \t]*+\|?[ \t]*+:?-", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a page gave: an operation if it documents one, and what is wrong with it."""

    page: Page
    operation: Operation | None
    findings: tuple[Finding, ...]


def read_page(data: bytes, path: str) -> Reading:
    """Reads a page.

    Args:
        data: The file's bytes.
        path: The file, relative to the docs directory, with forward slashes.

    Returns:
        The operation, or None for a page that documents none, and the findings. A page that looks
        like an operation page and cannot be read as one has no operation and an error.
    """
    return read_from(read_document(data), path)


def read_from(document: Document, path: str) -> Reading:
    """Reads a page whose text is split into blocks already, as `read_page`."""
    reader = _Reader(path, document)
    reader.report_front_matter()
    operation = reader.operation()
    return Reading(reader.page(), operation, tuple(sorted(reader.findings)))


@dataclass(slots=True)
class _Reader:
    path: str
    document: Document
    findings: list[Finding] = field(default_factory=list)
    _template: str = ""

    def page(self) -> Page:
        document = self.document
        key = _uid_key(document)
        uid = str(document.front_matter[key]) if key else None
        headings = (b.text for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1)
        name = PurePosixPath(self.path).stem
        title = str(document.front_matter.get("title") or next(headings, name))
        return Page(self.path, uid, title, read_links(document), self._type_table())

    def _type_table(self) -> TypeTable | None:
        """The type that the page defines: its front matter names it, its tables describe it."""
        name = self.document.front_matter.get("defines")
        if not isinstance(name, str) or not name.strip():
            return None
        found = [
            table
            for block in self.document.blocks
            if block.kind is BlockKind.TABLE
            and (table := canonical(read_table(block), SectionKind.REQUEST_BODY)).columns[0]
            == "property name"
        ]
        if not found:
            return None
        rows = [property_of(row, table) for table in found for row in table.rows]
        for item in rows:
            self._report_nesting(item)
        span = Span(found[0].span.start, found[-1].span.end)
        return TypeTable(name.strip(), self.path, tuple(rows), span)

    def operation(self) -> Operation | None:
        sections = split_sections(self.document)
        route = self._route(sections)
        if route is None:
            return None
        method, template, line = route
        self._template = template
        self._report_text()
        uid = self._uid()
        keys = self._keys()
        parts = Parts()
        for section in sections:
            self._read_section(section, parts)
            self._report_unread_tables(section)
        return Operation(
            uid=uid,
            path=self.path,
            front_matter=self.document.front_matter,
            title=str(self.document.front_matter.get("title") or sections[0].title or uid),
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
            span=Span(1, len(self.document.lines)),
            about=keys.summary,
            operation_id=keys.operation_id,
            deprecated=keys.deprecated,
            tags=keys.tags,
            servers=keys.servers,
            security=keys.security,
        )

    def _keys(self) -> OperationKeys:
        keys = read_operation_keys(self.document.front_matter)
        for key, wanted in keys.faults:
            message = f"The front matter's `{key}` must be {wanted}."
            self._report(Fault.OPERATION_KEY, self.document.line_of_key(key), message)
        return keys

    def _report_unread_tables(self, section: RawSection) -> None:
        """Report tables that no section understands because of how they are written."""
        if section.kind in (SectionKind.DESCRIPTION, SectionKind.OTHER):
            return
        for block in section.blocks:
            if block.kind is not BlockKind.OTHER:
                continue
            is_html = _HTML_TABLE.match(block.text)
            if is_html or _QUOTED_TABLE.search(block.text):
                how = "is HTML" if is_html else "stands in a quote"
                message = f"The table {how}, and documents nothing."
                self._report(Fault.UNREAD_TABLE, block.span.start, message)

    def _route(self, sections: list[RawSection]) -> tuple[str, str, int] | None:
        for fence in sections[0].fences("http"):
            lines = messages.lines_of(fence)
            found = messages.read_route(lines[0].markdown) if lines else None
            if not found:
                continue
            # What a fence without an end runs into is one cause, and reported as such.
            for other in lines[1:] if fence.closed else ():
                message = f"The route fence also says `{other.markdown}`."
                self._report(Fault.ROUTE, other.span.start, message)
            if len(lines) == 1:
                sections[0].take(fence.span)
            return *found, lines[0].span.start
        if any(map(_is_of_operation, sections)):
            self._report_no_route(sections[0])
        return None

    def _report_no_route(self, description: RawSection) -> None:
        for fence in description.fences("http"):
            for text in messages.lines_of(fence)[:1]:
                self._report(Fault.ROUTE, text.span.start, f"`{text.markdown}` is no route.")
                return
            self._report(Fault.ROUTE, fence.span.start, "The fence of the route is empty.")
            return
        for block in description.blocks:
            if (
                block.kind is BlockKind.FENCE
                and messages.label_of(block) not in _LABELS_OF_EXAMPLES
            ):
                for text in messages.lines_of(block)[:1]:
                    if messages.read_route(text.markdown):
                        message = f"The fence of the route `{text.markdown}` has no label `http`."
                        self._report(Fault.ROUTE, block.span.start, message)
                        return
        heading = next((b for b in description.blocks if b.kind is BlockKind.HEADING), None)
        line = (heading or description).span.start
        self._report(Fault.ROUTE, line, "The page has the sections of an operation but no route.")

    def report_front_matter(self) -> None:
        for flaw in self.document.flaws:
            self._report(flaw.fault, flaw.line, flaw.message)

    def _report_text(self) -> None:
        document = self.document
        if document.undecodable_line is not None:
            self._report(
                Fault.UNDECODABLE,
                document.undecodable_line,
                "The line has bytes that are no UTF-8.",
            )
        for block in document.blocks:
            if not block.closed:
                what = "fence" if block.kind is BlockKind.FENCE else "HTML block"
                self._report(Fault.UNCLOSED, block.span.start, f"The {what} is never closed.")

    def _uid(self) -> str:
        front_matter = self.document.front_matter
        key = _uid_key(self.document)
        if key is None:
            # Front matter that cannot be read is one cause; this would be its second finding.
            if not any(flaw.key in ("", "uid", "id") for flaw in self.document.flaws):
                line = self.document.line_of_key("uid")
                message = "The `uid` is empty." if line > 1 else "The page has no `uid`."
                if line > 1 and self.document.body_line == 1:
                    line, message = 1, "The front matter does not begin on the first line."
                self._report(Fault.UID, line, message)
        elif _UID.fullmatch(uid := str(front_matter[key])):
            return uid
        else:
            line = self.document.line_of_key(key)
            self._report(Fault.UID, line, f"`{uid}` cannot be a `{key}`.")
        return _NO_UID.sub("-", PurePosixPath(self.path).stem).lstrip(".-") or "page"

    def _read_section(self, section: RawSection, parts: Parts) -> None:
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
            case SectionKind.OTHER:
                self._report(
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

    def _read_parameters(self, section: RawSection, parts: Parts) -> None:
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
                self._report_style(parameter, location)
                item = parameter
            self._report_facets(item)

    def _location(self, row: Row, table: Table, name: str) -> Location | None:
        written = row.cell(table.column(LOCATION)).strip("`* ")
        word = re.sub("[ _-]", "", written).lower()
        if word in _LOCATION_WORDS:
            return _LOCATION_WORDS[word]
        where = ", ".join(f"`{location}`" for location in Location)
        message = f"`{name}` is said to be in `{written}`, which is none of {where}."
        self._report(Fault.FACET, row.span.start, message)
        return Location.QUERY

    def _properties(self, section: RawSection) -> tuple[Property, ...]:
        found = [property_of(row, table) for row, table in self._rows(section, "property name")]
        for item in found:
            self._report_facets(item)
        return tuple(found)

    def _report_facets(self, item: Property) -> None:
        """Report cells such as `Limits` that could not be read, and rows that are too deep."""
        self._report_nesting(item)
        if not item.facets:
            return
        for facet, text, why in read_row(item.type.written if item.type else "", item.facets)[1]:
            reason = f": {why}" if why else ""
            message = f"`{item.name}` has `{text}` in the column `{facet.title()}`{reason}."
            self._report(Fault.FACET, item.span.start, message)

    def _report_nesting(self, item: Property) -> None:
        """Report a row that would be within too many others."""
        if is_too_deep(item.name):
            name = item.name if len(item.name) <= _SHOWN else f"{item.name[:_SHOWN]}\u2026"
            message = f"`{name}` is inside of more than {MAX_LEVELS - 1} others."
            self._report(Fault.NESTING, item.span.start, message)

    def _report_style(self, item: Property, location: Location) -> None:
        """Report a cell `Style` that says no style, or one that cannot be there."""
        text = dict(item.facets).get(Facet.STYLE) if item.facets else None
        if text is None:
            return
        how, shape = read_style(text, location), shape_of(item.schema)
        if how is None:
            message = f"`{item.name}` has `{text}` in the column `Style`."
        elif not is_possible(how, location, None):
            message = f"`{item.name}` is in the {location}, where nothing is `{text}`."
        elif not is_possible(how, location, shape):
            message = f"`{item.name}` is no object or array that could be `{text}`."
        else:
            return
        self._report(Fault.FACET, item.span.start, message)

    def _statuses(self, section: RawSection) -> Iterator[Status | StatusRange]:
        for row, table in self._rows(section, "response"):
            code = plain_name(row.cell(0)).partition(" ")[0]
            description = row.cell(table.column(DESCRIPTION))
            if _STATUS.fullmatch(code):
                extras = row.extras(table.columns, ("response", DESCRIPTION))
                yield Status(int(code), description, extras, row.span)
            elif _RANGE.fullmatch(code):
                name = code.lower() if code[0] in "dD" else code.upper()
                yield StatusRange(name, description, row.span)
            else:
                section.release(row.span)
                self._report(Fault.STATUS, row.span.start, f"`{code}` is no HTTP status.")

    def _rows(self, section: RawSection, name_column: str) -> Iterator[tuple[Row, Table]]:
        for table in section.tables:
            if table.columns[0] != name_column or not {TYPE, DESCRIPTION} & {*table.columns}:
                continue
            section.take(table.span)
            for row in table.rows:
                if len(row.cells) != len(table.columns):
                    self._report_ragged(row, len(table.columns))
                yield row, table

    def _report_ragged(self, row: Row, columns: int) -> None:
        """Points at the first cell too many, or at the end of a row that lacks one."""
        message = f"The row has {len(row.cells)} cells for {columns} columns."
        self._report(Fault.RAGGED_ROW, row.span.start, message)
        if row.span.start != row.span.end:
            return
        last = len(self.document.lines[row.span.start - 1].rstrip()) + 1
        start = row.cells[columns].column if len(row.cells) > columns else last - 1
        end = max(last, start + 1)
        found = self.findings.pop()
        self.findings.append(replace(found, column=start, end_line=row.span.start, end_column=end))

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
            self._report_facets(header)
            self._report_style(header, Location.HEADER)
            yield header

    def _read_examples(self, section: RawSection, parts: Parts) -> None:
        for fence in section.fences("http!"):
            request = messages.read_request(fence)
            if isinstance(request, messages.Malformed):
                self._report_malformed(request)
            else:
                section.take(fence.span)
                parts.requests.append(request)
        for fence in section.fences("http_"):
            response = messages.read_response(fence)
            if isinstance(response, messages.Malformed):
                self._report_malformed(response)
            else:
                section.take(fence.span)
                parts.responses.append(response)

    def _close(self, section: RawSection) -> Section:
        for table in section.tables:
            is_ours = section.kind in _LOCATIONS or table.columns[0] in NAME_COLUMNS
            if is_ours and table.span.start not in section.taken:
                columns = " | ".join(table.columns)
                self._report(
                    Fault.UNKNOWN_TABLE,
                    table.span.start,
                    f"A table `{columns}` has no place in `{section.title}`.",
                )
        prose = without_body_mark(section, tuple(prose_of(section, self.document)))
        return Section(section.kind, section.title, prose, section.span)

    def _report_malformed(self, found: messages.Malformed) -> None:
        message = f"The example has `{found.text}` where {found.expected} belongs."
        self._report(Fault.MESSAGE, found.line, message)

    def _report(self, fault: Fault, line: int, message: str) -> None:
        self.findings.append(
            Finding(self.path, line, 1, fault.code, fault.severity, message, fault.hint)
        )


def _is_of_operation(section: RawSection) -> bool:
    """Whether a section tells that its page documents an operation.

    Headings such as `Example` and `Headers` are on pages of all kinds; there, what stands below
    counts.
    """
    if section.kind not in _OPERATION_SECTIONS:
        return False
    return (
        _OWN_HEADING.match(section.title) is not None
        or any(table.columns[0] in (*NAME_COLUMNS, STATUS_COLUMN) for table in section.tables)
        or bool(section.fences("http!") or section.fences("http_"))
    )


def _uid_key(document: Document) -> str | None:
    """The front-matter key that holds the uid: `id` in the older generation of the format."""
    keys = ("uid", "id")
    return next((key for key in keys if document.front_matter.get(key) is not None), None)
