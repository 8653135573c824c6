"""An operation derived from its method and route, for its author to fill in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPMethod, HTTPStatus
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.parameter_styles import ParameterStyle, write_path
from callsheet.model import (
    PLACEHOLDER,
    REQUIRED_MARK,
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Route,
    Section,
    SectionKind,
    Span,
    Status,
    Text,
    style_words,
)
from callsheet.schema.words.facets import Facet
from callsheet.source.rows import read_type

GAP = "To be written."
"""The placeholder for texts of the author; a rule of docs CI finds those that are left."""

JSON = "application/json"
CREDENTIALS = "Basic cmVhZGVyOmNhbGxzaGVldA=="
"""The credentials of our examples: `reader` and `callsheet`."""

_WITH_BODY = {HTTPMethod.PATCH, HTTPMethod.POST, HTTPMethod.PUT}
_WITHOUT_CONTENT = {HTTPMethod.DELETE, HTTPMethod.HEAD, HTTPMethod.OPTIONS}
_STATUS_TEXTS = {
    200: "Done.",
    201: "It is created.",
    204: "Done; there is no body.",
    400: "The request is not as this page says.",
    401: "The user or the password is wrong.",
    404: "There is no such {noun}.",
}
# The parts are not on any page yet, and so on no line.
_NOWHERE = Span(1, 1)


@dataclass(frozen=True, slots=True)
class PathStyle:
    """The style of a path parameter, and whether it is a list."""

    how: ParameterStyle
    is_list: bool


def skeleton(
    method: HTTPMethod,
    template: str,
    *,
    uid: str,
    title: str,
    noun: str,
    listed: bool,
    styles: Mapping[str, PathStyle],
) -> Operation:
    """Return an operation with all that method and route say of it.

    Args:
        method: Its method.
        template: Its route.
        uid: Its uid.
        title: Its title.
        noun: The resource, which is also the name of the type.
        listed: Whether it lists all resources of the kind.
        styles: The path parameters with a style of their own, by name.
    """
    route = Route(template, _NOWHERE)
    values = {name: _value(name) for name in route.parameters}
    sent = {"name": "Example"} if method in _WITH_BODY else None
    rows = _rows("name", style=str.capitalize)
    body = RequestBody(noun, None, rows, _NOWHERE, required=True) if sent else None
    target = PLACEHOLDER.sub(lambda match: _example_in_path(match[1], styles), template)
    answer = _answer(method, bool(values), noun, listed=listed)
    return Operation(
        uid=uid,
        path="",
        front_matter={"title": title, "uid": uid},
        title=title,
        method=method,
        route=route,
        parameters=(*_path_parameters(values, styles), *_headers(method)),
        request_media_types=(JSON,) if sent else (),
        response_media_types=(JSON,) if answer.body_type else (),
        query_examples=(),
        request_bodies=(body,) if body else (),
        response=answer,
        example_requests=(_request(method, target, sent),),
        example_responses=(_response(answer, target, listed=listed),),
        sections=_sections(title, noun, values=bool(values), body=bool(sent), answer=answer),
        span=_NOWHERE,
    )


def _value(name: str) -> int | str:
    """Choose an example of a path parameter: a number for an id, else a word."""
    return 1 if name.lower().endswith(("id", "ids")) else "example"


def _example_in_path(name: str, styles: Mapping[str, PathStyle]) -> str:
    """Write the example of a path parameter as it stands in the path."""
    value, style = str(_value(name)), styles.get(name)
    if style is None:
        return value
    return write_path(name, [value] if style.is_list else value, style.how)


def _path_parameters(
    values: dict[str, int | str], styles: Mapping[str, PathStyle]
) -> list[Parameter]:
    found = []
    for name, value in values.items():
        row = _parameter(name, Location.PATH, f"{GAP} {REQUIRED_MARK}", _type_of(value))
        if style := styles.get(name):
            row = replace(
                row,
                type=read_type(f"array of {_type_of(value)}") if style.is_list else row.type,
                facets=((Facet.STYLE, style_words(style.how, Location.PATH)),),
            )
        found.append(row)
    return found


def _headers(method: HTTPMethod) -> list[Parameter]:
    headers = {"Authorization": "Your credentials."}
    if method in _WITH_BODY:
        headers["Content-Type"] = f"What you send: `{JSON}`"
    if method not in _WITHOUT_CONTENT:
        headers["Accept"] = f"What you want back: `{JSON}`"
    return [_parameter(name, Location.HEADER, text) for name, text in headers.items()]


def _parameter(name: str, location: Location, text: str, written: str = "") -> Parameter:
    required = REQUIRED_MARK in text
    return Parameter(
        name, read_type(written), required or None, text, (), _NOWHERE, location=location
    )


def _type_of(value: int | str) -> str:
    return "int32" if isinstance(value, int) else "string"


def _rows(*names: str, style: Any = str) -> tuple[Property, ...]:
    """Return rows of a property table; `style` is how request or response spells types."""
    types = {name: read_type(style(_type_of(_value(name)))) for name in names}
    return tuple(Property(name, types[name], None, GAP, (), _NOWHERE) for name in names)


def _answer(method: HTTPMethod, has_parameters: bool, noun: str, *, listed: bool) -> Response:
    content = method not in _WITHOUT_CONTENT
    success = 201 if method is HTTPMethod.POST and not has_parameters else 200
    if not content and method is not HTTPMethod.HEAD:
        success = 204
    codes = [success, *([400] if method in _WITH_BODY else []), 401]
    codes += [404] if has_parameters else []
    named = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).lower()
    texts = {code: _STATUS_TEXTS[code].format(noun=named) for code in codes}
    statuses = tuple(Status(code, texts[code], (), _NOWHERE) for code in codes)
    written = read_type(("array" if listed else noun) if content else "")
    return Response(written, written, statuses, _rows("id", "name") if content else (), _NOWHERE)


def _request(method: HTTPMethod, target: str, sent: Any) -> ExampleRequest:
    fields = [f"Authorization: {CREDENTIALS}"]
    fields += [f"Content-Type: {JSON}"] if sent else []
    fields += [f"Accept: {JSON}"] if method not in _WITHOUT_CONTENT else []
    body = _json(sent) if sent else ""
    text = message(f"{method} {target}", fields, body)
    return ExampleRequest((), body, text, _NOWHERE, method, target)


def _response(answer: Response, target: str, *, listed: bool) -> ExampleResponse:
    status = HTTPStatus(answer.statuses[0].code)
    thing = {"id": 1, "name": "Example"}
    body = _json([thing] if listed else thing) if answer.body_type else ""
    fields = [f"Content-Type: {JSON}"] if body else []
    if status == HTTPStatus.CREATED:
        fields.insert(0, f"Location: {target}/1")
    text = message(f"HTTP/1.1 {status} {status.phrase}", fields, body)
    return ExampleResponse((), body, text, _NOWHERE, status, status.phrase)


def _json(value: Any) -> str:
    return json.dumps(value, indent=2)


def message(first: str, fields: Sequence[str], body: str) -> str:
    """Write an example message from its first line, its header fields and its body."""
    head = "\n".join([first, *fields]) + "\n"
    return f"{head}\n{body}\n" if body else head


def _sections(
    title: str, noun: str, *, values: bool, body: bool, answer: Response
) -> tuple[Section, ...]:
    written = answer.body_type.written if answer.body_type else ""
    titles = {
        SectionKind.DESCRIPTION: title,
        SectionKind.PATH: "" if values else None,
        SectionKind.HEADERS: "Request Headers",
        SectionKind.REQUEST_BODY: f"Request Body: {noun}" if body else None,
        SectionKind.RESPONSE: f"Response: {written}".strip(),
        SectionKind.RESPONSE_BODY: f"Response body: {written}" if written else None,
        SectionKind.EXAMPLE_REQUEST: "Sample request",
        SectionKind.EXAMPLE_RESPONSE: "Sample response",
    }
    gap = (Text(GAP, _NOWHERE),)
    return tuple(
        Section(kind, name, gap if kind is SectionKind.DESCRIPTION else (), _NOWHERE)
        for kind, name in titles.items()
        if name is not None
    )
