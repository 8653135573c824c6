"""Writes the page of an operation: the inverse of reading, for property tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import yaml

from callsheet.model import Location, Message, Operation, Property, Section, SectionKind

_HEADER_ROWS = {
    SectionKind.PATH: "| Path Part | Type | Description |\n|---|---|---|",
    SectionKind.QUERY: "| Parameter Name | Type | Description |\n|---|---|---|",
    SectionKind.HEADERS: "| Parameter Name | Description |\n|---|---|",
    SectionKind.REQUEST_BODY: "| Property Name | Type | Description |\n|---|---|---|",
    SectionKind.RESPONSE: "| Response | Description |\n|---|---|",
    SectionKind.RESPONSE_BODY: "| Property Name | Type | Description |\n|---|---|---|",
}
_LOCATIONS = {
    SectionKind.PATH: Location.PATH,
    SectionKind.QUERY: Location.QUERY,
    SectionKind.HEADERS: Location.HEADER,
}


def write_page(operation: Operation) -> str:
    """The text of a page that documents the operation, part by part in the order of sections."""
    blocks = [f"---\n{yaml.safe_dump(dict(operation.front_matter), allow_unicode=True)}---"]
    for section in operation.sections:
        blocks += _section(operation, section)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(operation: Operation, section: Section) -> Iterable[str]:
    prose = [text.markdown for text in section.prose]
    if section.kind is SectionKind.DESCRIPTION:
        route = f"```http\n{operation.method} {operation.route.template}\n```"
        return [f"# {section.title}" if section.title else "", route, *prose]
    heading = _heading(operation, section)
    rows = _rows(operation, section.kind)
    table = "\n".join([_HEADER_ROWS[section.kind], *rows]) if rows else ""
    return [heading, *prose, table, *_fences(operation, section.kind)]


def _heading(operation: Operation, section: Section) -> str:
    if section.kind is SectionKind.RESPONSE_BODY:
        return section.title if operation.uid.endswith("x") else f"### {section.title}"
    return f"## {section.title}" if section.title else ""


def _rows(operation: Operation, kind: SectionKind) -> list[str]:
    if kind in _LOCATIONS:
        parameters = operation.parameters_in(_LOCATIONS[kind])
        return [_row(p, typed=kind is not SectionKind.HEADERS) for p in parameters]
    body, response = operation.request_body, operation.response
    if kind is SectionKind.REQUEST_BODY and body:
        return [_row(p) for p in body.properties]
    if kind is SectionKind.RESPONSE and response:
        return [f"| {s.code} | {_cell(s.description)} |" for s in response.statuses]
    if kind is SectionKind.RESPONSE_BODY and response:
        return [_row(p) for p in response.properties]
    return []


def _row(item: Property, *, typed: bool = True) -> str:
    cells = [item.name, item.type.written if item.type else "", item.description]
    return f"| {' | '.join(map(_cell, cells if typed else [cells[0], cells[2]]))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


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
