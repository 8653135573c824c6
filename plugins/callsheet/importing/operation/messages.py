"""Builds the HTTP messages of examples on a page: sample requests and responses."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from callsheet.http.forms import Part, write_parts
from callsheet.http.forms import write_pairs as write_form
from callsheet.http.media_types import FORM, MULTIPART, essence, is_json
from callsheet.http.parameter_styles import write_header, write_pairs, write_path, write_query
from callsheet.http.statuses import is_success, phrase
from callsheet.importing.operation.examples import ExampleValue
from callsheet.importing.operation.parameters import Argument
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.operation.security import BASIC, BEARER, ImportedSecurity
from callsheet.model import (
    PLACEHOLDER,
    ExampleRequest,
    ExampleResponse,
    Header,
    Location,
    Property,
    schemes_of_text,
)
from callsheet.pages.safety import clean
from callsheet.samples.request.defaults import EVALUATOR
from callsheet.schema.texts import text_in

_BOUNDARY = "callsheet"

_KEY = "callsheet"
# The length of a body is that of the one which is sent.
_DESCRIBED_ELSEWHERE = ("accept", "content-type", "content-length", "authorization")


def request_message(
    method: str,
    target: str,
    headers: Iterable[tuple[str, str]],
    media_type: str | None,
    value: Any,
    name: str = "",
    *,
    generated: bool = False,
) -> ExampleRequest:
    """Build a sample request; without a media type it has no body."""
    fields, body = _parts(headers, media_type, value)
    text = _text(f"{method} {target}", fields, body)
    return ExampleRequest(
        fields, body, text, NOWHERE, method, target, name, generated=generated and bool(body)
    )


def response_message(
    status: int,
    headers: Iterable[tuple[str, str]],
    media_type: str | None,
    value: Any,
    name: str = "",
    *,
    generated: bool = False,
) -> ExampleResponse:
    """Build a sample response; without a media type it has no body."""
    reason = phrase(status) or "Unknown"
    fields, body = _parts(headers, media_type, value)
    text = _text(f"HTTP/1.1 {status} {reason}", fields, body)
    return ExampleResponse(fields, body, text, NOWHERE, status, reason, name, generated=generated)


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
    """Return the texts of a value in a form: one for each item of a list.

    A list of one object is JSON as a whole, as its only text would be taken for the object.
    """
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return [json.dumps(value, ensure_ascii=False)]
    every = value if isinstance(value, list) else [value]
    return [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in every]


def _text(first: str, fields: tuple[Header, ...], body: str) -> str:
    head = "\n".join([first, *(f"{field.name}: {field.value}".rstrip() for field in fields)])
    return f"{head}\n\n{body}\n" if body else f"{head}\n"


def sample_requests(
    method: str,
    route: str,
    given: Sequence[Argument],
    shown: Iterable[tuple[str, ExampleValue]] | None,
    answered: Sequence[str],
    security: ImportedSecurity,
    paired: Mapping[str, str],
) -> Iterator[ExampleRequest]:
    """Build a sample request for each example of a body.

    Args:
        method: The method, in capitals.
        route: The route.
        given: The parameters.
        shown: Media types with the values of bodies; None if there is no body.
        answered: The media types of the responses.
        security: The requirements of the operation.
        paired: The media types of named sample responses, each to the request of that name.
    """
    if shown is None:
        # A request without a body is named as its parameters are.
        named = [name for name in paired if any(name in one.named for one in given)]
        shown = [("", ExampleValue(name, None)) for name in named or [""]]
    for media_type, example in shown:
        value = example.value
        if essence(media_type) == FORM and isinstance(value, dict):
            fields = ((str(k), text) for k, v in value.items() for text in form_texts(v))
            value = write_form(fields).decode()
        target, headers = _head(route, given, answered, security, example.name)
        accepted = paired.get(example.name)
        fields_sent = [(n, accepted if accepted and n == "Accept" else v) for n, v in headers]
        kind_sent = media_type or None
        yield request_message(
            method,
            target,
            fields_sent,
            kind_sent,
            value,
            example.name,
            generated=example.is_generated,
        )


def _head(
    route: str,
    given: Iterable[Argument],
    answered: Sequence[str],
    security: ImportedSecurity,
    name: str,
) -> tuple[str, list[tuple[str, str]]]:
    """Return the target and the header fields of a request with the examples of a name."""
    # What an optional query does, only its own API knows; examples of it are in its row, unless
    # one belongs to a response.
    given = [
        one.of_example(name)
        for one in given
        if one.row.required or one.row.location is not Location.QUERY or name in one.named
    ]
    headers: list[tuple[str, str]] = []
    if authorization := security.authorization or _authorization(given):
        headers.append(("Authorization", authorization))
    if answered:
        kind = next((name for name in answered if is_json(essence(name))), answered[0])
        headers.append(("Accept", kind))
    cookies: list[str] = []
    for one in given:
        if one.example is None:
            continue
        own, texts = one.row.name, text_in(one.how, one.example)
        if one.row.location is Location.COOKIE:
            pairs = write_pairs(own, texts, one.how)
            cookies += (f"{key}={quote(text, safe='')}" for key, text in pairs)
        elif one.row.location is Location.HEADER and own.lower() not in _DESCRIBED_ELSEWHERE:
            headers.append((own, " ".join(write_header(texts, one.how).split())))
    sent = {(g.row.location.value, g.row.name) for g in given if g.example is not None}
    keys = [key for key in security.keys if key not in sent]
    headers += [(name, _KEY) for place, name in keys if place == "header"]
    cookies += [f"{name}={_KEY}" for place, name in keys if place == "cookie"]
    if cookies:
        headers.append(("Cookie", "; ".join(cookies)))
    target = target_of(route, given)
    for name in (name for place, name in keys if place == "query"):
        target += f"{'&' if '?' in target else '?'}{quote(name, safe='')}={_KEY}"
    return target, headers


def _authorization(given: Iterable[Argument]) -> str:
    """Return credentials for a parameter `Authorization`; an empty text where there is none."""
    for one in given:
        if one.row.location is Location.HEADER and one.row.name.lower() == "authorization":
            stated = schemes_of_text(f"{one.row.description} {one.example}")
            return BASIC if stated == ("Basic",) else BEARER
    return ""


def identified(
    given: Iterable[Argument], rows: Iterable[Property], shown: Iterable[ExampleResponse]
) -> Iterator[Argument]:
    """Yield parameters, those of the path with values that the response may have, too.

    A request for a record and the record in its response are about the same one. A generated value
    that the property with the parameter's name cannot have gives way to that of the example.
    """
    schemas = {_plain_name(row.name): row.schema for row in rows}
    members = _members_of_success(shown)
    given = list(given)
    last = next((g for g in reversed(given) if g.row.location is Location.PATH), None)
    for one in given:
        name = _plain_name(one.row.name)
        # The last part of a path, such as `{parcelId}`, mostly is the `id` of the record.
        name = "id" if one is last and name.endswith("id") and name not in schemas else name
        is_key = one.is_made and one.row.location is Location.PATH and name in schemas
        if is_key and not EVALUATOR.fits(one.example, schemas[name]):
            value = members.get(name)
            if value and EVALUATOR.fits(value, one.row.schema):
                yield replace(one, example=value)
                continue
        yield one


def _members_of_success(shown: Iterable[ExampleResponse]) -> dict[str, Any]:
    for example in shown:
        if is_success(example.status):
            with suppress(ValueError):
                value = json.loads(example.body)
                if isinstance(value, dict):
                    return {_plain_name(name): inner for name, inner in value.items()}
            break
    return {}


def _plain_name(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _texts(given: Argument) -> Any:
    return "" if given.example is None else text_in(given.how, given.example)


def target_of(route: str, given: Sequence[Argument]) -> str:
    """Return the route with the values of its parameters, and with a query."""
    path = {
        g.row.name: write_path(g.row.name, _texts(g), g.how) or "example"
        for g in given
        if g.row.location is Location.PATH
    }
    target = PLACEHOLDER.sub(lambda match: path.get(match[1], match[0]), route)
    shown = [g for g in given if g.row.location is Location.QUERY and g.example is not None]
    names = {g.row.name for g in shown}
    target, _, own = target.partition("?")
    # A route may have a query of its own, with the same parameters.
    pairs = [pair for pair in own.split("&") if pair.partition("=")[0] not in names]
    pairs += [write_query(g.row.name, text_in(g.how, g.example), g.how) for g in shown]
    query = "&".join(filter(None, pairs))
    return f"{target}?{query}" if query else target
