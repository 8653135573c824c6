"""Writes the page of an operation."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import yaml

from callsheet import lazy_re as re
from callsheet.model import (
    OPTIONAL_MARK,
    REQUIRED_MARK,
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Property,
    Response,
    Section,
    SectionKind,
)
from callsheet.pages.cells import property_table, row
from callsheet.source.rows import plain_name
from callsheet.source.sections import heading_of

PROPERTY_NAME = "Property Name"
"""The heading of the column of names in a table of properties."""

_PARAMETER_TABLES = {
    SectionKind.PATH: ("Path Part", Location.PATH),
    SectionKind.QUERY: ("Parameter Name", Location.QUERY),
    SectionKind.HEADERS: ("Parameter Name", Location.HEADER),
    SectionKind.COOKIES: ("Parameter Name", Location.COOKIE),
    SectionKind.PARAMETERS: ("Parameter Name", None),
}
_UNTYPED = (SectionKind.HEADERS,)


def write_page(operation: Operation) -> str:
    """Return the text of a page that documents the operation, in the order of its sections.

    Prose is copied as it is: sanitize text from other sources with `callsheet.pages.safe_prose`.
    """
    blocks = [front_matter(dict(operation.front_matter))]
    for section in map(_titles_of(operation), operation.sections):
        blocks += _section(operation, section)
    return "\n\n".join(block for block in blocks if block) + "\n"


def front_matter(values: dict[str, object]) -> str:
    """Return the front matter of a page, with its delimiters."""
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, width=1000)}---"


def _titles_of(operation: Operation) -> Callable[[Section], Section]:
    """Return a function that gives sections headings which name their response.

    A page may say so by position instead: `### 404 Not Found` below the heading of the responses.
    """
    response = operation.response
    # Sections that were never on a page all have the same span; their headings are complete.
    places = Counter(section.span for section in operation.sections)
    bodies = {body.span: body for body in response.bodies} if response else {}
    statuses = {h.span.start: h.status for h in response.headers} if response else {}

    def titled(section: Section) -> Section:
        named, body = heading_of(section.title), bodies.get(section.span)
        stated = (named.status, named.media_type) if named else None
        title = section.title
        if places[section.span] > 1:
            return section
        if section.kind is SectionKind.RESPONSE_BODY and body and section.title:
            if stated != (body.status, body.media_type):
                media_type = f" ({body.media_type})" if body.media_type else ""
                typed = f": {body.type.written}" if body.type else ""
                title = f"Response {body.status or 'body'}{media_type}{typed}"
        elif section.kind is SectionKind.RESPONSE_HEADERS:
            lines = range(section.span.start, section.span.end + 1)
            status = next((statuses[line] for line in lines if line in statuses), None)
            if status is not None and (
                named is None or named.kind is not section.kind or named.status != status
            ):
                title = f"Response headers {status}".strip()
        return replace(section, title=title) if title != section.title else section

    return titled


def _section(operation: Operation, section: Section) -> Iterable[str]:
    prose = [text.markdown for text in section.prose]
    if section.kind is SectionKind.DESCRIPTION:
        route = f"```http\n{operation.method} {operation.route.template}\n```"
        return [f"# {section.title}" if section.title else "", route, *prose]
    if section.kind is SectionKind.CALLBACK:
        return [_heading(section), *_callback(operation, section)]
    return [
        _heading(section),
        _body_mark(operation, section),
        *prose,
        _table(operation, section),
        *_fences(operation, section.kind),
    ]


def _callback(operation: Operation, section: Section) -> Iterable[str]:
    prose = [text.markdown for text in section.prose]
    # Sections that were never on a page have no lines by which to tell them apart.
    named = heading_of(section.title)
    name = plain_name(named.argument.partition(" ")[0]) if named else ""
    found = [c for c in operation.callbacks if (c.name, c.span) == (name, section.span)]
    for callback in found:
        yield f"```http\n{callback.method} {callback.address}\n```"
        yield from prose
        if callback.body:
            yield _of_properties(PROPERTY_NAME, callback.body.properties)
        yield from (_fence("http!", message) for message in callback.examples)
    if not found:
        yield from prose


def _heading(section: Section) -> str:
    named = heading_of(section.title)
    below = section.kind is SectionKind.RESPONSE_BODY and not (named and named.status)
    return f"{'###' if below else '##'} {section.title}" if section.title else ""


def _body_mark(operation: Operation, section: Section) -> str:
    """Return the mark that says whether a section's request body is required, if it has one."""
    if section.kind is not SectionKind.REQUEST_BODY or not section.title:
        return ""
    named = heading_of(section.title)
    media_type = named.media_type if named else ""
    required = [b.required for b in operation.request_bodies if b.media_type == media_type]
    marks = {True: REQUIRED_MARK, False: OPTIONAL_MARK, None: ""}
    return marks[next(iter(required), None)]


def _table(operation: Operation, section: Section) -> str:
    """Return the table of a section, or an empty text."""
    kind, response = section.kind, operation.response
    if kind in _PARAMETER_TABLES:
        first, location = _PARAMETER_TABLES[kind]
        # A table of all locations has those without a table of their own.
        others = {
            _PARAMETER_TABLES[each.kind][1]
            for each in operation.sections
            if each.kind in _PARAMETER_TABLES
        }
        items = [
            p
            for p in operation.parameters
            if (p.location not in others if location is None else p.location is location)
        ]
        typed = kind not in _UNTYPED
        return _of_properties(first, items, typed=typed, located=location is None)
    if kind is SectionKind.RESPONSE:
        return _statuses(response) if response else ""
    named = heading_of(section.title)
    status, media_type = (named.status, named.media_type) if named else ("", "")
    if kind is SectionKind.REQUEST_BODY:
        bodies = [b for b in operation.request_bodies if b.media_type == media_type]
        return _of_properties(PROPERTY_NAME, [row for body in bodies for row in body.properties])
    if response and kind is SectionKind.RESPONSE_HEADERS:
        headers = [header for header in response.headers if header.status == status]
        return _of_properties("Header", headers)
    if response and kind is SectionKind.RESPONSE_BODY:
        if not status and not media_type:
            return _of_properties(PROPERTY_NAME, response.properties)
        found = [b for b in response.bodies if (b.status, b.media_type) == (status, media_type)]
        return _of_properties(PROPERTY_NAME, [row for body in found for row in body.properties])
    return ""


def _of_properties(
    first: str, items: Sequence[Property], *, typed: bool = True, located: bool = False
) -> str:
    return property_table(first, items, typed=typed, located=located) if items else ""


def _statuses(response: Response) -> str:
    rows = [row([str(status.code), status.description]) for status in response.statuses]
    rows += [row([status.name, status.description]) for status in response.ranges]
    return "\n".join(["| Response | Description |\n|---|---|", *rows]) if rows else ""


def _fences(operation: Operation, kind: SectionKind) -> Sequence[str]:
    if kind is SectionKind.QUERY and operation.query_examples:
        lines = "\n".join(text.markdown for text in operation.query_examples)
        return [f"```http\n{lines}\n```"]
    if kind is SectionKind.EXAMPLE_REQUEST:
        return _examples("http!", operation.example_requests, operation.deviating_requests)
    if kind is SectionKind.EXAMPLE_RESPONSE:
        return _examples("http_", operation.example_responses, operation.deviating_responses)
    return []


def _examples(
    label: str,
    usual: Iterable[ExampleRequest | ExampleResponse],
    deviating: Iterable[ExampleRequest | ExampleResponse],
) -> list[str]:
    """Return the fences of messages, those that their tables rule out last."""
    marked = [_fence(label, message, " deviating") for message in deviating]
    return [*(_fence(label, message) for message in usual), *marked]


def _fence(label: str, message: ExampleRequest | ExampleResponse, mark: str = "") -> str:
    longest = max((len(run) for run in re.findall("`+", message.text)), default=0)
    marks = "`" * max(3, longest + 1)
    title = f' title="{message.name}"' if message.name else ""
    mark = mark or (" generated" if message.generated else "")
    return f"{marks}{label}{title}{mark}\n{message.text}{marks}"
