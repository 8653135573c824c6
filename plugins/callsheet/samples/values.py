"""Picks the values that a sample sends, whatever language it is written in.

An example on the page wins over a value by type, and the example request over example URLs.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from callsheet.media import is_json
from callsheet.model import PLACEHOLDER, DataType, ExampleRequest, Location, Operation
from callsheet.samples.bodies import Body, pick_body
from callsheet.samples.defaults import Scalar, scalar_by_type, scalar_from_text

_NOT_SENT = {
    "accept-encoding",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
    "user-agent",
}
"""Header fields that an HTTP client sets itself; Content-Type goes with the body."""


@dataclass(frozen=True, slots=True)
class Values:
    """What a sample sends.

    Attributes:
        path: The path parameters by name, in the route's order.
        query: The query parameters in order; a name may come more than once.
        headers: The header fields, without those that an HTTP client sets itself.
        credentials: User and password for Basic authentication (RFC 7617).
        body: The request body, if any.
    """

    path: dict[str, Scalar]
    query: tuple[tuple[str, Scalar], ...]
    headers: tuple[tuple[str, str], ...]
    credentials: tuple[str, str] | None
    body: Body | None


def pick_values(operation: Operation) -> Values:
    """Picks the values for an operation's sample."""
    authorization = _header(operation.example_request, "authorization")
    credentials = _decode_basic(authorization) if authorization else None
    return Values(
        path=_path(operation),
        query=_query(operation),
        headers=tuple(_headers(operation, with_authorization=credentials is None)),
        credentials=credentials,
        body=pick_body(operation),
    )


def _path(operation: Operation) -> dict[str, Scalar]:
    types = {p.name: p.type for p in operation.parameters_in(Location.PATH)}
    route = operation.route.template
    examples = [match_route(route, target) for target in _targets(operation)]
    return {
        name: _value(next((e[name] for e in examples if name in e), None), types.get(name))
        for name in operation.route.parameters
    }


def _query(operation: Operation) -> tuple[tuple[str, Scalar], ...]:
    parameters = operation.parameters_in(Location.QUERY)
    types = {p.name: p.type for p in parameters}
    example = operation.example_request
    pairs = _pairs(example.target if example else operation.route.template)
    sent = {name for name, _ in pairs}
    # The first target that shows a parameter wins.
    known = dict(pair for target in reversed(_targets(operation)) for pair in _pairs(target))
    missing = [p.name for p in parameters if p.required and p.name not in sent]
    wanted: list[tuple[str, str | None]] = [*pairs, *((name, known.get(name)) for name in missing)]
    return tuple((name, _value(text, types.get(name))) for name, text in wanted)


def _value(text: str | None, data_type: DataType | None) -> Scalar:
    return scalar_by_type(data_type) if text is None else scalar_from_text(text, data_type)


def _targets(operation: Operation) -> list[str]:
    """The request targets that the page shows, the best one first."""
    targets = [example.target for example in operation.example_requests[:1]]
    return targets + [text.markdown.partition(" ")[2] for text in operation.query_examples]


def _pairs(target: str) -> list[tuple[str, str]]:
    """The query of a target; a value that is still a placeholder says nothing."""
    pairs = parse_qsl(target.partition("?")[2], keep_blank_values=True)
    return [(name, value) for name, value in pairs if not PLACEHOLDER.fullmatch(value)]


def match_route(template: str, target: str) -> dict[str, str]:
    """The path parameters of a target that fits a route template, percent-decoded.

    Args:
        template: The route, such as `/Person/{personId}/Image`.
        target: A request target with or without query, such as `/Person/3/Image?w=48`.

    Returns:
        The values by name, without those that are still placeholders; empty where the target is
        on another route.
    """
    # Split by a pattern with a group: text, name, text, name, ..., text.
    parts = PLACEHOLDER.split(template.partition("?")[0])
    path = target.partition("?")[0]
    if not path.startswith(parts[0]):
        return {}
    position = len(parts[0])
    values = {}
    for name, following in zip(parts[1::2], parts[2::2], strict=True):
        end = path.find(following, position) if following else len(path)
        value = path[position:end]
        if end < 0 or not value or "/" in value:
            return {}
        values[name] = unquote(value)
        position = end + len(following)
    if position != len(path):
        return {}
    return {name: value for name, value in values.items() if not PLACEHOLDER.search(value)}


def _headers(operation: Operation, *, with_authorization: bool) -> Iterator[tuple[str, str]]:
    if operation.example_request is None:
        if accepted := operation.response_media_types:
            yield "Accept", next((kind for kind in accepted if is_json(kind)), accepted[0])
        return
    fields: dict[str, tuple[str, str]] = {}
    for header in operation.example_request.headers:
        key = header.name.lower()
        if key in _NOT_SENT or (key == "authorization" and not with_authorization):
            continue
        # RFC 9110, 5.3: fields of one name are one field, with commas between the values.
        name, value = fields.get(key, (header.name, ""))
        fields[key] = (name, f"{value}, {header.value}" if value else header.value)
    yield from fields.values()


def _header(request: ExampleRequest | None, name: str) -> str | None:
    return request.header(name) if request else None


def _decode_basic(authorization: str) -> tuple[str, str] | None:
    """User and password of `Basic …`; None for another scheme, or where it cannot be decoded.

    Only ASCII counts as decodable: clients disagree on the bytes of all other characters.
    """
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    # RFC 7617, 2: the user has no colon, the password may.
    user, colon, password = text.partition(":")
    return (user, password) if colon else None
