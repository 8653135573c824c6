"""HTTP messages as pages write them (RFC 9112, with LF for CRLF and the version optional)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from callsheet.model import ExampleRequest, ExampleResponse, Header, Span
from callsheet.source.document import Block

_REQUEST_LINE = re.compile(r"(?P<method>[A-Z]+)[ \t]+(?P<target>/\S*)(?:[ \t]+HTTP/[\d.]+)?[ \t]*")
_STATUS_LINE = re.compile(r"HTTP/[\d.]+[ \t]+(?P<status>[1-5]\d\d)(?:[ \t]+(?P<reason>.*?))?[ \t]*")
_FIELD = re.compile(r"(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(?P<value>.*?)[ \t]*")


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line that is not what RFC 9112 has in its place."""

    line: int
    text: str
    expected: str


def read_request(block: Block) -> ExampleRequest | Malformed:
    """Reads a fence `http!`: request line, header fields, blank line, body."""
    first, headers, body = _split(block)
    if not (match := _REQUEST_LINE.fullmatch(first)):
        return Malformed(block.span.start + 1, first, "a request line, such as `GET /path`")
    if isinstance(headers, Malformed):
        return headers
    return ExampleRequest(headers, body, block.text, block.span, match["method"], match["target"])


def read_response(block: Block) -> ExampleResponse | Malformed:
    """Reads a fence `http_`: status line, header fields, blank line, body."""
    first, headers, body = _split(block)
    if not (match := _STATUS_LINE.fullmatch(first)):
        return Malformed(block.span.start + 1, first, "a status line, such as `HTTP/1.1 200 OK`")
    if isinstance(headers, Malformed):
        return headers
    return ExampleResponse(
        headers, body, block.text, block.span, int(match["status"]), match["reason"] or ""
    )


def read_request_lines(block: Block) -> list[tuple[str, str, int]]:
    """Reads a fence `http` of lines `METHOD /target`: method, target and line of each.

    A line of another shape has an empty method and is given whole.
    """
    found = []
    for number, line in enumerate(block.text.split("\n"), block.span.start + 1):
        if match := _REQUEST_LINE.fullmatch(line):
            found.append((match["method"], match["target"], number))
        elif line.strip():
            found.append(("", line.strip(), number))
    return found


def _split(block: Block) -> tuple[str, tuple[Header, ...] | Malformed, str]:
    head, _, body = block.text.removesuffix("\n").partition("\n\n")
    first, *fields = head.split("\n")
    headers = []
    for number, line in enumerate(fields, block.span.start + 2):
        if not line.strip():
            continue
        if not (match := _FIELD.fullmatch(line)):
            return first, Malformed(number, line, "a header field, such as `Name: value`"), body
        headers.append(Header(match["name"], match["value"], Span(number, number)))
    return first, tuple(headers), body
