"""Reads the sections of a page into the parts of its operation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from callsheet import lazy_re as re
from callsheet.model import (
    Callback,
    ExampleRequest,
    ExampleResponse,
    Location,
    Parameter,
    Property,
    RequestBody,
    Response,
    ResponseBody,
    ResponseHeader,
    Section,
    SectionKind,
    Span,
    Status,
    StatusRange,
    Text,
)
from callsheet.source import messages
from callsheet.source.document import BlockKind, Document
from callsheet.source.faults import Fault
from callsheet.source.readers.reporting import PageReporter
from callsheet.source.response_links import read_response_links
from callsheet.source.rows import LOCATION_WORDS, parts_of, plain_name, property_of, read_type
from callsheet.source.sections import RawSection, prose_of, read_body_mark, without_body_mark
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


@dataclass(slots=True)
class OperationParts:
    """The parts that have been read so far; sections of one kind are merged."""

    parameters: list[Parameter] = field(default_factory=list)
    query_examples: list[Text] = field(default_factory=list)
    request_bodies: list[RequestBody] = field(default_factory=list)
    response: Response | None = None
    requests: list[ExampleRequest] = field(default_factory=list)
    responses: list[ExampleResponse] = field(default_factory=list)
    callbacks: list[Callback] = field(default_factory=list)
    deviating_requests: list[ExampleRequest] = field(default_factory=list)
    deviating_responses: list[ExampleResponse] = field(default_factory=list)

    def add_request_body(self, more: RequestBody) -> None:
        """Add a request body, or its rows to the body of the same media type."""
        for number, first in enumerate(self.request_bodies):
            if first.media_type == more.media_type:
                properties = first.properties + more.properties
                required = more.required if first.required is None else first.required
                self.request_bodies[number] = replace(
                    first, properties=properties, required=required
                )
                return
        self.request_bodies.append(more)

    def add_response(self, more: Response) -> None:
        """Add the response, or what a further section says of it."""
        first = self.response
        if first is None:
            self.response = more
            return
        self.response = Response(
            type=first.type or more.type,
            body_type=first.body_type or more.body_type,
            statuses=first.statuses + more.statuses,
            properties=first.properties + more.properties,
            span=Span(first.span.start, more.span.end),
            ranges=first.ranges + more.ranges,
            bodies=first.bodies + more.bodies,
            headers=first.headers + more.headers,
            links=first.links + more.links,
        )

    def whole_response(self) -> Response | None:
        """Return the response, with the sections about one body merged."""
        if self.response is None or not self.response.bodies:
            return self.response
        return replace(self.response, bodies=_merged(self.response.bodies))


def _merged(bodies: Iterable[ResponseBody]) -> tuple[ResponseBody, ...]:
    """Merge bodies into one for each status and media type.

    The heading of a status may only group the sections below it; it documents no body then.
    """
    found: dict[tuple[str, str], ResponseBody] = {}
    for body in bodies:
        key = body.status, body.media_type
        first = found.setdefault(key, body)
        if first.is_none:
            found[key] = body
        elif first is not body:
            properties = first.properties + body.properties
            found[key] = replace(first, type=first.type or body.type, properties=properties)
    described = {body.status for body in found.values() if not body.is_none}
    return tuple(
        body
        for body in found.values()
        if body.media_type or not body.is_none or body.status not in described
    )


class SectionReader:
    """Turns the sections of one page into the parts of its operation.

    Args:
        document: The page.
        template: The template of its route.
        reporter: Takes the findings.
    """

    def __init__(self, document: Document, template: str, reporter: PageReporter) -> None:
        self._document = document
        self._template = template
        self._reporter = reporter

    def read(self, section: RawSection, parts: OperationParts) -> None:
        """Add what a section documents to the parts of the operation."""
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
            case SectionKind.RESPONSE_LINKS:
                links = tuple(read_response_links(section))
                parts.add_response(Response(None, None, (), (), section.span, links=links))
            case SectionKind.EXAMPLE_REQUEST | SectionKind.EXAMPLE_RESPONSE:
                self._read_examples(section, parts)
            case SectionKind.CALLBACK:
                parts.callbacks += self._callbacks(section)
            case SectionKind.OTHER:
                self._reporter.report(
                    Fault.UNKNOWN_SECTION,
                    section.span.start,
                    f"`{section.title}` is not a section of the page format.",
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
        message = f"`{name}` is in `{written}` according to the table, which is not one of {where}."
        self._reporter.report(Fault.FACET, row.span.start, message)
        return Location.QUERY

    def _properties(self, section: RawSection) -> tuple[Property, ...]:
        whole = self._whole(section)
        rows = self._rows(section, PROPERTY_COLUMN)
        found = [*whole, *(property_of(row, table) for row, table in rows)]
        for item in found:
            self._reporter.report_facets(item)
            self._reporter.report_encoding(item)
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
            # Cells such as `404 Not Found` have the phrase after the code.
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
                self._reporter.report(
                    Fault.STATUS, row.span.start, f"`{code}` is not an HTTP status."
                )

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
        if address := _read_callback_address(section, self._reporter):
            properties, examples = self._properties(section), [*self._requests(section)]
            yield _callback_of(section, address, properties, examples)

    def _requests(self, section: RawSection) -> Iterator[ExampleRequest]:
        for fence in section.fences("http!"):
            request = messages.read_request(fence)
            if isinstance(request, messages.Malformed):
                self._reporter.report_malformed(request)
            else:
                section.take(fence.span)
                yield request

    def _read_examples(self, section: RawSection, parts: OperationParts) -> None:
        marked = {fence.span for fence in section.fences("http!") if messages.is_deviating(fence)}
        for request in self._requests(section):
            (parts.deviating_requests if request.span in marked else parts.requests).append(request)
        for fence in section.fences("http_"):
            response = messages.read_response(fence)
            if isinstance(response, messages.Malformed):
                self._reporter.report_malformed(response)
            else:
                section.take(fence.span)
                deviates = messages.is_deviating(fence)
                (parts.deviating_responses if deviates else parts.responses).append(response)

    def close(self, section: RawSection) -> Section:
        """Return a section with the prose that nothing has taken, and report tables in it."""
        for table in section.tables:
            is_ours = section.kind in _LOCATIONS or table.columns[0] in NAME_COLUMNS
            if is_ours and table.span.start not in section.taken:
                self._reporter.report_unknown_table(table, section)
        prose = without_body_mark(section, tuple(prose_of(section, self._document)))
        return Section(section.kind, section.title, prose, section.span)


def _read_callback_address(section: RawSection, reporter: PageReporter) -> tuple[str, str] | None:
    """Return the method and address of a callback, and consume their fence; report a wrong one."""
    fence = next(iter(section.fences("http")), None)
    lines = messages.lines_of(fence) if fence else []
    found = messages.read_callback(lines[0].markdown) if len(lines) == 1 else None
    if fence and found:
        section.take(fence.span)
        return found
    message = (
        f"The callback `{_callback_name(section)}` needs a fence `http` with one line, such as"
        " `POST {$request.body#/callbackUrl}`."
    )
    # One cause, one finding: its tables are prose then.
    section.tables.clear()
    reporter.report(Fault.ROUTE, (lines[0] if lines else section).span.start, message)
    return None


def _callback_of(
    section: RawSection,
    address: tuple[str, str],
    properties: tuple[Property, ...],
    examples: Sequence[ExampleRequest],
) -> Callback:
    """Return the callback that a section documents."""
    data_type = read_type(section.argument.partition(" ")[2])
    has_body = data_type or properties or any(example.body for example in examples)
    body = RequestBody("", data_type, properties, section.span) if has_body else None
    return Callback(_callback_name(section), *address, body, tuple(examples), section.span)


def _callback_name(section: RawSection) -> str:
    return plain_name(section.argument.partition(" ")[0])
