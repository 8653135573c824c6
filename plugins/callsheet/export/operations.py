"""An operation as an Operation Object (OpenAPI 3.1.0, 4.8.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from callsheet.contract import Schema, Types, request_schema, response_schema, type_schema
from callsheet.export.components import Components
from callsheet.export.content import JSON, content, unlisted
from callsheet.export.notes import Notes
from callsheet.export.security import AUTHORIZATION, XSRF_HEADER, security
from callsheet.http.statuses import NO_CONTENT
from callsheet.model import (
    PLACEHOLDER,
    Location,
    Message,
    Operation,
    Parameter,
    SectionKind,
    remarks,
)

_NOT_PARAMETERS = frozenset({"accept", "content-type", AUTHORIZATION})
"""Header fields that are described elsewhere, and ignored as parameters (4.8.12.2)."""

_TOLD = frozenset(
    {
        SectionKind.PATH,
        SectionKind.QUERY,
        SectionKind.HEADERS,
        SectionKind.RESPONSE,
        SectionKind.RESPONSE_BODY,
    }
)
"""Sections whose text is part of the operation's description."""

_UNDOCUMENTED = "The page documents no status."


def operation_object(
    operation: Operation, tag: str, components: Components, notes: Notes
) -> dict[str, Any]:
    """Makes the Operation Object.

    Args:
        operation: The operation.
        tag: The name of its group's tag.
        components: Has the definitions of types, and takes the schemas of bodies.
        notes: Takes what has no place in the document.
    """
    result: dict[str, Any] = {
        "operationId": operation.uid,
        "tags": [tag],
        "summary": operation.summary,
        "description": _description(operation),
        "parameters": list(_parameters(operation, components, notes)),
        "requestBody": _request_body(operation, components, notes),
        "responses": _responses(operation, components, notes),
        "security": security(operation),
    }
    return {name: value for name, value in result.items() if value}


def _description(operation: Operation) -> str:
    """The page's own text: its description, and that of the sections without one of their own."""
    parts = [text.markdown for text in operation.description]
    # "OK" below the heading of a response is what its only status says.
    said = {status.description for status in operation.statuses}
    for section in operation.sections[1:]:
        prose = [text.markdown for text in section.prose]
        if section.kind is SectionKind.RESPONSE:
            prose = [text for text in prose if text not in said]
        if section.kind is SectionKind.OTHER or (section.kind in _TOLD and prose):
            parts += [f"## {section.title}"] if section.title else []
            parts += prose
    return "\n\n".join(parts)


def _parameters(
    operation: Operation, components: Components, notes: Notes
) -> Iterator[dict[str, Any]]:
    hidden = _NOT_PARAMETERS | ({XSRF_HEADER} if _has_session(operation) else set())
    missing = dict.fromkeys(operation.route.parameters)
    seen: set[tuple[Location, str]] = set()
    for row in operation.parameters:
        key = row.name.lower() if row.location is Location.HEADER else row.name
        if row.location is Location.HEADER and key in hidden:
            continue
        if (row.location, key) in seen:
            notes.left_out(operation, row.span, f"The {row.location} parameter `{row.name}` again")
        elif row.location is Location.PATH and row.name not in missing:
            notes.left_out(operation, row.span, f"`{row.name}`, which is not in the route,")
        else:
            seen.add((row.location, key))
            yield components.parameter(row, _parameter)
    for name in missing:
        if (Location.PATH, name) not in seen:
            yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    for name, value in parse_qsl(operation.route.template.partition("?")[2]):
        if (Location.QUERY, name) not in seen:
            seen.add((Location.QUERY, name))
            schema = {"type": "string"} if PLACEHOLDER.search(value) else {"const": value}
            yield {"name": name, "in": "query", "required": True, "schema": schema}


def _has_session(operation: Operation) -> bool:
    return any("XsrfToken" in requirement for requirement in security(operation))


def _parameter(row: Parameter, types: Types) -> dict[str, Any]:
    result: dict[str, Any] = {
        "name": row.name,
        "in": row.location.value,
        "required": row.required or row.location is Location.PATH,
        "schema": type_schema(row.type, types=types) if row.type else {"type": "string"},
    }
    if row.location is Location.QUERY and row.type and row.type.name == "array":
        # `?ids=1,2`, as the pages write it.
        result |= {"style": "form", "explode": False}
    return {**result, "description": about} if (about := row.full_description) else result


def _request_body(
    operation: Operation, components: Components, notes: Notes
) -> dict[str, Any] | None:
    body = operation.request_body
    if body is None:
        return None
    prose = next((s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY), ())
    schema = request_schema(operation, components.types)
    media_types = operation.request_media_types
    if body.binary and not media_types:
        media_types = ("application/octet-stream",)
    elif not body.binary:
        _note_unlisted(operation, media_types, operation.example_requests, notes)
    described = content(
        media_types,
        components.share(schema, f"{operation.uid}.request"),
        operation.example_requests,
        part=body.name or "file",
        fields=schema is not None and "properties" in schema,
    )
    result: dict[str, Any] = {"content": described}
    if text := "\n\n".join(part.markdown for part in prose):
        result["description"] = text
    if body.binary or any(row.required for row in body.properties):
        result["required"] = True
    return result


def _note_unlisted(
    operation: Operation, media_types: Sequence[str], examples: Iterable[Message], notes: Notes
) -> None:
    for message in unlisted(media_types, examples):
        written = message.header("content-type") or JSON
        notes.left_out(operation, message.span, f"An example in `{written}`, which is not listed,")


def _responses(operation: Operation, components: Components, notes: Notes) -> dict[str, Any]:
    """A Responses Object (4.8.16), which needs at least one response."""
    responses: dict[str, Any] = {}
    documented = {status.code for status in operation.statuses}
    for message in operation.example_responses:
        if documented and message.status not in documented:
            what = f"The example of {message.status}, which is not in the table,"
            notes.left_out(operation, message.span, what)
        elif not documented or _has_body(message.status):
            _note_unlisted(operation, operation.response_media_types, [message], notes)

    @cache
    def body() -> Schema | None:
        schema = response_schema(operation, components.types)
        return components.share(schema, f"{operation.uid}.response")

    for status in operation.statuses:
        description = "\n".join(t for t in (status.description, *remarks(status.extras)) if t)
        if same := responses.get(str(status.code)):
            # A second row for one status is a second reason for it.
            same["description"] = f"{same['description']}\n\n{description}".strip()
        else:
            responses[str(status.code)] = _response(
                operation, status.code, description or _phrase(status.code), body
            )
    return responses or {"default": _response(operation, None, _UNDOCUMENTED, body)}


def _response(
    operation: Operation, code: int | None, description: str, body: Callable[[], Schema | None]
) -> dict[str, Any]:
    shown = [m for m in operation.example_responses if code is None or m.status == code]
    result: dict[str, Any] = {"description": description}
    # `Content-Type` is no header here, but the key of the content (4.8.17.1).
    headers = {
        header.name: {"schema": {"type": "string"}, "example": header.value}
        for message in shown
        for header in message.headers
        if header.name.lower() != "content-type"
    }
    if headers:
        result["headers"] = headers
    if code is None or _has_body(code):
        described = content(operation.response_media_types, body(), shown)
    else:
        described = {} if code in NO_CONTENT else _error_content(operation, code)
    if described:
        result["content"] = described
    return result


def _has_body(code: int) -> bool:
    """Whether a status comes with the body that the page describes."""
    return 200 <= code < 300 and code not in NO_CONTENT


def _error_content(operation: Operation, code: int) -> dict[str, Any]:
    """What examples show of an error; pages describe no body for it, and `null` stands for none."""
    shown = [m for m in operation.example_responses if m.status == code]
    return content((), None, [m for m in shown if m.body.strip() != "null"])


def _phrase(code: int) -> str:
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return "Not described."
