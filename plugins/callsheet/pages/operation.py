"""Writes the page of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import yaml

from callsheet.model import Location, Message, Operation, Section, SectionKind
from callsheet.pages.cells import property_row, row

PROPERTY_TABLE = "| Property Name | Type | Description |\n|---|---|---|"
_HEADER_ROWS = {
    SectionKind.PATH: "| Path Part | Type | Description |\n|---|---|---|",
    SectionKind.QUERY: "| Parameter Name | Type | Description |\n|---|---|---|",
    SectionKind.HEADERS: "| Parameter Name | Description |\n|---|---|",
    SectionKind.REQUEST_BODY: PROPERTY_TABLE,
    SectionKind.RESPONSE: "| Response | Description |\n|---|---|",
    SectionKind.RESPONSE_BODY: PROPERTY_TABLE,
}
_LOCATIONS = {
    SectionKind.PATH: Location.PATH,
    SectionKind.QUERY: Location.QUERY,
    SectionKind.HEADERS: Location.HEADER,
}


def write_page(operation: Operation) -> str:
    """The text of a page that documents the operation, part by part in the order of its sections.

    Prose stands on the page as it is in the operation. `callsheet.pages.safe_prose` makes text of
    other origin fit to stand there.
    """
    blocks = [front_matter(dict(operation.front_matter))]
    for section in operation.sections:
        blocks += _section(operation, section)
    return "\n\n".join(block for block in blocks if block) + "\n"


def front_matter(values: dict[str, object]) -> str:
    """The front matter of a page, with both of its marks."""
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, width=1000)}---"


def _section(operation: Operation, section: Section) -> Iterable[str]:
    prose = [text.markdown for text in section.prose]
    if section.kind is SectionKind.DESCRIPTION:
        route = f"```http\n{operation.method} {operation.route.template}\n```"
        return [f"# {section.title}" if section.title else "", route, *prose]
    rows = _rows(operation, section.kind)
    table = "\n".join([_HEADER_ROWS[section.kind], *rows]) if rows else ""
    return [_heading(section), *prose, table, *_fences(operation, section.kind)]


def _heading(section: Section) -> str:
    level = "###" if section.kind is SectionKind.RESPONSE_BODY else "##"
    return f"{level} {section.title}" if section.title else ""


def _rows(operation: Operation, kind: SectionKind) -> list[str]:
    if kind in _LOCATIONS:
        parameters = operation.parameters_in(_LOCATIONS[kind])
        return [property_row(p, typed=kind is not SectionKind.HEADERS) for p in parameters]
    body, response = operation.request_body, operation.response
    if kind is SectionKind.REQUEST_BODY and body:
        return [property_row(p) for p in body.properties]
    if kind is SectionKind.RESPONSE and response:
        return [row([str(s.code), s.description]) for s in response.statuses]
    if kind is SectionKind.RESPONSE_BODY and response:
        return [property_row(p) for p in response.properties]
    return []


def _fences(operation: Operation, kind: SectionKind) -> Sequence[str]:
    if kind is SectionKind.QUERY and operation.query_examples:
        lines = "\n".join(text.markdown for text in operation.query_examples)
        return [f"```http\n{lines}\n```"]
    if kind is SectionKind.EXAMPLE_REQUEST:
        return [_fence("http!", message) for message in operation.example_requests]
    if kind is SectionKind.EXAMPLE_RESPONSE:
        return [_fence("http_", message) for message in operation.example_responses]
    return []


def _fence(info: str, message: Message) -> str:
    longest = max((len(run) for run in re.findall("`+", message.text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{info}\n{message.text}{marks}"
