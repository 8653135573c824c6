"""Requests with one part changed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from callsheet.model import OTHERS, WHOLE, Location, Parameter
from callsheet.samples.request.bodies import (
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.defaults import Scalar
from callsheet.samples.request.request import PathValue, Request

MAX_DEPTH = 16
"""Levels of a body at which a property can be changed."""

ITEMS = "[]"


def with_header(request: Request, name: str, value: str | None) -> Request:
    """Return a request with another value of a header field; None leaves the field out."""
    kept = tuple(field for field in request.headers if field[0].lower() != name.lower())
    fields = kept if value is None else (*kept, (name, value))
    if name.lower() == "authorization":
        return replace(request, headers=fields, credentials=None)
    return replace(request, headers=fields)


def with_parameter(request: Request, row: Parameter, value: Scalar | None) -> Request | None:
    """Return a request with another value of a parameter; None leaves the parameter out.

    Returns:
        None where that cannot be written: a path has all of its parameters.
    """
    match row.location:
        case Location.QUERY:
            name = _in_query(request, row.name)
            kept = tuple(pair for pair in request.query if pair[0].lower() != name.lower())
            return replace(request, query=kept if value is None else (*kept, (name, str(value))))
        case Location.HEADER:
            return with_header(request, row.name, None if value is None else str(value))
        case Location.COOKIE:
            return _with_cookie(request, row.name, value)
    if value is None or row.name not in {each.name for each in request.path_values}:
        return None
    path = tuple(
        replace(part, value=value)
        if isinstance(part, PathValue) and part.name == row.name
        else part
        for part in request.path
    )
    return replace(request, path=path)


def _in_query(request: Request, name: str) -> str:
    """Write the name of a property of a parameter as the style `deepObject` does: `size[min]`."""
    outer, *inner = name.split(".")
    rows = request.operation.parameters_in(Location.QUERY)
    # Without a row for the object, it is a name with dots.
    is_inner = any(row.name == outer for row in rows)
    return outer + "".join(f"[{part}]" for part in inner) if is_inner else name


def _with_cookie(request: Request, name: str, value: Scalar | None) -> Request:
    sent = next((v for n, v in request.headers if n.lower() == "cookie"), "")
    pairs = [pair.strip() for pair in sent.split(";") if pair.strip()]
    pairs = [pair for pair in pairs if pair.partition("=")[0] != name]
    if value is not None:
        pairs.append(f"{name}={value}")
    return with_header(request, "Cookie", "; ".join(pairs) or None)


def with_property(request: Request, name: str, value: Any) -> Request | None:
    """Return a request with another value of a property; `...` leaves the property out.

    Args:
        request: The request.
        name: The name as rows have it, such as `address.city` or `items[].name`.
        value: A JSON value; its text goes into a form.

    Returns:
        None where the body has no place for it.
    """
    body = request.body
    if isinstance(body, JsonBody):
        steps = [] if name == WHOLE else name.replace(ITEMS, f".{ITEMS}").strip(".").split(".")
        if value is ... and not steps:
            return without_body(request)
        changed = _changed(body.value, steps, value)
        return None if changed is ... else replace(request, body=replace(body, value=changed))
    text = str(value)
    if isinstance(body, FormBody):
        kept = tuple(pair for pair in body.fields if pair[0] != name)
        fields = kept if value is ... else (*kept, (name, text))
        return replace(request, body=FormBody(fields))
    if isinstance(body, MultipartBody) and any(part.name == name for part in body.parts):
        parts = tuple(part for part in body.parts if part.name != name)
        added = () if value is ... else (BodyPart(name, text),)
        return replace(request, body=MultipartBody((*parts, *added)))
    return None


def _changed(value: Any, steps: list[str], new: Any) -> Any:
    """Return a value with another one at a place; `...` where there is no such place."""
    if not steps:
        return new
    step, *rest = steps
    if len(steps) > MAX_DEPTH or (step == OTHERS and new is ...):
        return ...
    if isinstance(value, list) and value:
        # The rows of a list are about each of its items.
        inner = _changed(value[0], rest if step == ITEMS else steps, new)
        return ... if inner is ... else [inner, *value[1:]]
    if step == ITEMS or not isinstance(value, Mapping):
        return [new] if step == ITEMS and not rest and new is not ... else ...
    step = "callsheet" if step == OTHERS else step
    if not rest and new is ...:
        return {key: v for key, v in value.items() if key != step}
    outer = value.get(step)
    if rest and outer is None:
        outer = [{}] if rest[0] == ITEMS else {}
    inner = _changed(outer, rest, new)
    return ... if inner is ... else {**value, step: inner}


def with_media_type(request: Request, media_type: str) -> Request:
    """Return a request whose content is announced as another media type."""
    body = request.body
    if isinstance(body, JsonBody | FileBody):
        body = replace(body, content_type=media_type)
    elif isinstance(body, TextBody):
        body = TextBody(body.text, media_type)
    elif isinstance(body, FormBody):
        body = TextBody(urlencode(body.fields), media_type)
    else:
        body = TextBody("none", media_type)
    return replace(request, body=body, content_type=media_type)


def without_body(request: Request) -> Request:
    """Return a request without content."""
    return replace(request, body=None, content_type=None)
