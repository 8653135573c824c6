"""An operation as an Operation Object (OpenAPI 3.1.0, 4.8.10)."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from callsheet.contract import request_schema, response_schema, type_schema
from callsheet.export.components import Components
from callsheet.export.content import content
from callsheet.export.notes import Notes
from callsheet.export.security import AUTHORIZATION, XSRF_HEADER, security
from callsheet.model import Location, Operation, Parameter, SectionKind
from callsheet.typedefs import NO_CONTENT

_NOT_PARAMETERS = frozenset({"accept", "content-type", AUTHORIZATION})
"""Header fields that are described elsewhere, and ignored as parameters (4.8.12.2)."""

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
        "requestBody": _request_body(operation, components),
        "responses": _responses(operation, components),
        "security": security(operation),
    }
    return {name: value for name, value in result.items() if value}


def _description(operation: Operation) -> str:
    """The page's own text: its description, and the sections that the format does not know."""
    parts = [text.markdown for text in operation.description]
    for section in operation.sections[1:]:
        if section.kind is SectionKind.OTHER:
            parts += [f"## {section.title}"] if section.title else []
            parts += [text.markdown for text in section.prose]
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
            yield _parameter(row, components)
    for name in missing:
        if (Location.PATH, name) not in seen:
            yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    for name, value in parse_qsl(operation.route.template.partition("?")[2]):
        if (Location.QUERY, name) not in seen:
            yield {"name": name, "in": "query", "required": True, "schema": {"const": value}}


def _has_session(operation: Operation) -> bool:
    return any("XsrfToken" in requirement for requirement in security(operation))


def _parameter(row: Parameter, components: Components) -> dict[str, Any]:
    result: dict[str, Any] = {
        "name": row.name,
        "in": row.location.value,
        "required": row.required or row.location is Location.PATH,
        "schema": type_schema(row.type, types=components.types) if row.type else {"type": "string"},
    }
    if row.location is Location.QUERY and row.type and row.type.name == "array":
        # `?ids=1,2`, as the pages write it.
        result |= {"style": "form", "explode": False}
    return {**result, "description": row.about} if row.about else result


def _request_body(operation: Operation, components: Components) -> dict[str, Any] | None:
    body = operation.request_body
    if body is None:
        return None
    prose = next((s.prose for s in operation.sections if s.kind is SectionKind.REQUEST_BODY), ())
    described = content(
        operation.request_media_types or (("application/octet-stream",) if body.binary else ()),
        components.share(request_schema(operation, components.types), f"{operation.uid}.request"),
        operation.example_requests,
        part=body.name or "file",
    )
    result: dict[str, Any] = {"content": described}
    if text := "\n\n".join(part.markdown for part in prose):
        result["description"] = text
    if body.binary or any(row.required for row in body.properties):
        result["required"] = True
    return result


def _responses(operation: Operation, components: Components) -> dict[str, Any]:
    """A Responses Object (4.8.16), which needs at least one response."""
    responses: dict[str, Any] = {}
    for status in operation.statuses:
        if same := responses.get(str(status.code)):
            # A second row for one status is a second reason for it.
            same["description"] = f"{same['description']}\n\n{status.description}".strip()
        else:
            responses[str(status.code)] = _response(
                operation, status.code, status.description or _phrase(status.code), components
            )
    return responses or {"default": _response(operation, None, _UNDOCUMENTED, components)}


def _response(
    operation: Operation, code: int | None, description: str, components: Components
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
    if code is None or (200 <= code < 300 and code not in NO_CONTENT):
        schema = response_schema(operation, components.types)
        shared = components.share(schema, f"{operation.uid}.response")
        described = content(operation.response_media_types, shared, shown)
    else:
        described = {} if code in NO_CONTENT else _error_content(operation, code)
    if described:
        result["content"] = described
    return result


def _error_content(operation: Operation, code: int) -> dict[str, Any]:
    """What examples show of an error; pages describe no body for it, and `null` stands for none."""
    shown = [m for m in operation.example_responses if m.status == code]
    return content((), None, [m for m in shown if m.body.strip() != "null"])


def _phrase(code: int) -> str:
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return "Not described."
