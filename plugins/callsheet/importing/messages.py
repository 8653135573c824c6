"""Builds the HTTP messages of examples on a page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from callsheet.http.forms import Part, write_parts
from callsheet.http.media_types import MULTIPART, essence, is_json
from callsheet.http.statuses import phrase
from callsheet.importing.rows import NOWHERE
from callsheet.model import ExampleRequest, ExampleResponse, Header
from callsheet.pages.safety import clean

_BOUNDARY = "callsheet"


def request_message(
    method: str,
    target: str,
    headers: Iterable[tuple[str, str]],
    media_type: str | None,
    value: Any,
    name: str = "",
) -> ExampleRequest:
    """Build a sample request; without a media type it has no body."""
    fields, body = _parts(headers, media_type, value)
    text = _text(f"{method} {target}", fields, body)
    return ExampleRequest(fields, body, text, NOWHERE, method, target, name)


def response_message(
    status: int,
    headers: Iterable[tuple[str, str]],
    media_type: str | None,
    value: Any,
    name: str = "",
) -> ExampleResponse:
    """Build a sample response; without a media type it has no body."""
    reason = phrase(status) or "Unknown"
    fields, body = _parts(headers, media_type, value)
    text = _text(f"HTTP/1.1 {status} {reason}", fields, body)
    return ExampleResponse(fields, body, text, NOWHERE, status, reason, name)


def _parts(
    headers: Iterable[tuple[str, str]], media_type: str | None, value: Any
) -> tuple[tuple[Header, ...], str]:
    pairs = list(headers)
    body = ""
    if media_type:
        body = _body(media_type, value)
        # A form shows its boundary, which the name of its media type lacks in a specification.
        shown = body.partition("\n")[0]
        if media_type == MULTIPART and shown.startswith("--"):
            media_type = f"{MULTIPART}; boundary={shown[2:].rstrip()}"
        pairs = [("Content-Type", media_type), *pairs]
    return tuple(Header(name, clean(text).strip(), NOWHERE) for name, text in pairs), body


def _body(media_type: str, value: Any) -> str:
    if essence(media_type) == MULTIPART and isinstance(value, dict):
        parts = [
            Part(str(field), text.encode())
            for field, one in value.items()
            for text in form_texts(one)
        ]
        return write_parts(parts, _BOUNDARY).decode().replace("\r\n", "\n").strip("\n")
    if is_json(essence(media_type)) or not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return clean(value).strip("\n")


def form_texts(value: Any) -> list[str]:
    """Return what a form has for a value: a text for each item of a list."""
    every = value if isinstance(value, list) else [value]
    return [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in every]


def _text(first: str, fields: tuple[Header, ...], body: str) -> str:
    head = "\n".join([first, *(f"{field.name}: {field.value}".rstrip() for field in fields)])
    return f"{head}\n\n{body}\n" if body else f"{head}\n"
