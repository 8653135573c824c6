"""A request against the contract of its operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from callsheet.http.media_types import essence
from callsheet.model import Location, Operation, Parameter, Property, RequestBody
from callsheet.server import codecs
from callsheet.server.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.limits import Limits
from callsheet.server.messages import Request
from callsheet.server.nested import NamedTypes
from callsheet.server.problems import NOTHING, Problem, Violation
from callsheet.values import convert, expected

MAX_VIOLATIONS = 100
"""Of a body with many members, no further ones are looked at when so many violations are found."""

_PATCH_MEMBERS = {"op", "path", "value"}
"""The properties of a table that documents a JSON Patch (RFC 6902, 4)."""


@dataclass(frozen=True, slots=True)
class Input:
    """What a valid request says: typed values by their documented names.

    Attributes:
        path: The path parameters.
        query: The query parameters that were sent.
        body: The bytes of a file, or plain values; None without a body.
    """

    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any


def refuse(operation: Operation, detail: str, violations: Iterable[Violation] = ()) -> Problem:
    """The refusal of an invalid request: the documented 400, else 422."""
    documented = any(status.code == 400 for status in operation.statuses)
    return Problem(400 if documented else 422, detail, violations)


def read_input(
    operation: Operation,
    request: Request,
    path: Mapping[str, str],
    named: NamedTypes,
    limits: Limits,
) -> Input:
    """Reads and checks all that a request sends.

    Args:
        operation: The operation that it asks for.
        request: The request.
        path: The texts of the path parameters.
        named: The named types of the catalog.
        limits: What a client may cost.

    Raises:
        Problem: 413 for a body that is larger than the limits; 415 for a media type that is not
            documented; else 400 or 422 with every violation.
    """
    _check_media_type(operation, request)
    violations: list[Violation] = []
    path_values = _read_path(operation, path, violations)
    query = _read_query(operation, request, violations)
    body = _read_body(operation, request, violations, named, limits)
    if violations:
        detail = " ".join(map(str, violations))
        raise refuse(operation, f"The request is not as documented. {detail}", violations)
    return Input(path_values, query, body)


def _check_media_type(operation: Operation, request: Request) -> None:
    content_type = request.headers.get("Content-Type")
    if operation.request_body is None or not request.body or content_type is None:
        return
    documented = operation.request_media_types
    if documented and essence(content_type) not in {essence(name) for name in documented}:
        raise Problem(
            415,
            f"`{essence(content_type)}` is not documented here; {', '.join(documented)} are.",
            # RFC 9110, 15.5.16: what would have been accepted.
            headers=[("Accept", ", ".join(documented))],
        )


def _read_path(
    operation: Operation, path: Mapping[str, str], violations: list[Violation]
) -> dict[str, Any]:
    documented = {p.name.lower(): p for p in operation.parameters_in(Location.PATH)}
    values: dict[str, Any] = {}
    for name, text in path.items():
        parameter = documented.get(name.lower())
        if parameter is None:
            values[name] = text
            continue
        values[parameter.name] = value = convert(text, parameter.type)
        _check(operation, parameter, value, text, violations)
    return values


def _read_query(
    operation: Operation, request: Request, violations: list[Violation]
) -> dict[str, Any]:
    sent: dict[str, list[str]] = {}
    for name, text in request.parameters:
        sent.setdefault(name.lower(), []).append(text)
    values: dict[str, Any] = {}
    for parameter in operation.parameters_in(Location.QUERY):
        texts = sent.get(parameter.name.lower(), [])
        is_array = parameter.type is not None and parameter.type.name == "array"
        if not texts:
            if parameter.required:
                violations.append(_violation(operation, parameter, "a value", NOTHING))
        elif len(texts) > 1 and not is_array:
            violations.append(_violation(operation, parameter, "one value", texts))
        else:
            values[parameter.name] = convert(",".join(texts), parameter.type)
            _check(operation, parameter, values[parameter.name], texts[0], violations)
    return values


def _read_body(
    operation: Operation,
    request: Request,
    violations: list[Violation],
    named: NamedTypes,
    limits: Limits,
) -> Any:
    documented = operation.request_body
    if documented is None:
        return None
    content_type = request.headers.get("Content-Type") or "application/json"
    try:
        if documented.binary:
            content = codecs.decode_file(request.body, content_type, limits)
            if not content:
                violations.append(_body_violation(operation, documented, "a file", NOTHING))
            return content
        if not request.body:
            if _shows_body(operation):
                violations.append(_body_violation(operation, documented, "a body", NOTHING))
            return None
        types = {p.name: p.type for p in documented.properties}
        body = codecs.decode(request.body, essence(content_type), types, limits)
    except BodyTooLargeError as error:
        raise Problem(413, f"The body is larger than this server allows: {error}.") from error
    except MalformedBodyError as error:
        expectation = f"a body of type {essence(content_type)}; {error}"
        violations.append(_body_violation(operation, documented, expectation, request.body))
        return None
    _check_properties(operation, documented, body, violations, named)
    return body


def _shows_body(operation: Operation) -> bool:
    """Whether the page shows that there must be a body; some speak of one and never show it."""
    body = operation.request_body
    shown = any(example.body for example in operation.example_requests)
    return shown or (body is not None and any(item.required for item in body.properties))


def _may_be_list(operation: Operation) -> bool:
    """Whether an example is a list, or the body a patch, or there is no example to tell."""
    shown = [example.body.lstrip() for example in operation.example_requests if example.body]
    return operation.method == "PATCH" or not shown or any(b.startswith("[") for b in shown)


def _check_properties(
    operation: Operation,
    documented: RequestBody,
    body: Any,
    violations: list[Violation],
    named: NamedTypes,
) -> None:
    is_patch = {item.name for item in documented.properties} >= _PATCH_MEMBERS
    if not documented.properties or (is_patch and isinstance(body, dict)):
        # An object in the place of a JSON Patch is a merge patch, with names of its own.
        return
    # The table tells the properties of one, and the body may have many.
    has_many = isinstance(body, list) and _may_be_list(operation)
    for member in body if has_many else [body]:
        if len(violations) >= MAX_VIOLATIONS:
            return
        if not isinstance(member, dict):
            violations.append(_body_violation(operation, documented, "object", member))
            continue
        for item in documented.properties:
            # Any JSON value may be put in a place (RFC 6902, 4), whatever the table says.
            if not is_patch or item.name != "value":
                violations += _property_violations(operation, item, member, named)


def _property_violations(
    operation: Operation, item: Property, body: Mapping[str, Any], named: NamedTypes
) -> Iterator[Violation]:
    value = body.get(item.name)
    if value is None and item.required:
        got = body.get(item.name, NOTHING)
        yield Violation.of(operation, item.span, "body", item.name, "a value", got)
    elif value is not None and (expectation := expected(value, item.type)):
        yield Violation.of(operation, item.span, "body", item.name, expectation, value)
    else:
        yield from named.violations(item.name, value, item.type)


def _check(
    operation: Operation,
    parameter: Parameter,
    value: Any,
    text: str,
    violations: list[Violation],
) -> None:
    if expectation := expected(value, parameter.type):
        violations.append(_violation(operation, parameter, expectation, text))


def _violation(operation: Operation, parameter: Parameter, expectation: str, got: Any) -> Violation:
    location = parameter.location.value
    return Violation.of(operation, parameter.span, location, parameter.name, expectation, got)


def _body_violation(
    operation: Operation, documented: RequestBody, expectation: str, got: Any
) -> Violation:
    return Violation.of(operation, documented.span, "body", "", expectation, got)
