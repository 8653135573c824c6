"""The header fields of answers, as pages show and document them."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.headers import DATES, read_http_date
from callsheet.http.statuses import is_success, names_of
from callsheet.memo import cached_by_identity
from callsheet.model import ExampleResponse, Operation, ResponseHeader
from callsheet.schema import ANYTHING, Schema
from callsheet.server.engine.contracts import generate

_TEXT = Schema(types=("string",))

Fields = tuple[tuple[str, str], ...]

# What HTTP/1.1 itself writes, what the codecs do, and what is true of the shown content alone.
_NOT_COPIED = {
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
_OF_THE_SERVER = {"expires", "last-modified"}
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@cached_by_identity(4096)
def copied(example: ExampleResponse) -> Fields:
    """Return the header fields of an example that hold for its answer, dates if they are."""
    return tuple(
        (header.name, _entity_tag(header.name, header.value))
        for header in example.headers
        if header.name.lower() not in _NOT_COPIED and _is_sendable(header.name, header.value)
    )


def documented(operation: Operation, status: int, present: Fields) -> list[tuple[str, str]]:
    """Return the header fields that an answer should have and does not have of its own.

    They are those of the sample response, and those that the page describes, with a made-up value.
    Dates are left out: they are true of what the page shows and not of what is stored.

    Args:
        operation: The operation.
        status: The status of the answer.
        present: What it has.
    """
    taken = {name.lower() for name, _ in present} | _OF_THE_SERVER
    return [field for field in _usual(operation, status) if field[0].lower() not in taken]


def _usual(operation: Operation, status: int) -> Iterator[tuple[str, str]]:
    example = next((e for e in operation.example_responses if e.status == status), None)
    shown = copied(example) if example else ()
    yield from shown
    names = {name.lower() for name, _ in shown}
    for header in operation.response.headers if operation.response else ():
        of_status = header.status in names_of(status) if header.status else is_success(status)
        if of_status and header.name.lower() not in names and (field := _made_up(header)):
            yield field


@lru_cache(maxsize=1024)
def _made_up(header: ResponseHeader) -> tuple[str, str] | None:
    """Generate a field from its description; return None if only the server knows its value."""
    name = header.name.lower()
    if name in _NOT_COPIED or name in DATES or not _NAME.fullmatch(name):
        return None
    schema = _TEXT if header.schema == ANYTHING else header.schema
    value = _text(generate(schema, header.name))
    value = _entity_tag(name, value)
    return (header.name, value) if _is_sendable(header.name, value) else None


def _entity_tag(name: str, value: str) -> str:
    """Return the value of a field; an entity tag is in quotes (RFC 9110, 8.8.3)."""
    return value if name.lower() != "etag" or value.endswith('"') else f'"{value}"'


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)


def _is_sendable(name: str, value: str) -> bool:
    """Tell whether a field can be sent: what a page shows may not be a valid header field."""
    if name.lower() in DATES and not (value.endswith("GMT") and read_http_date(value)):
        return False
    return all("\x20" <= c <= "\x7e" or c == "\t" for c in value)
