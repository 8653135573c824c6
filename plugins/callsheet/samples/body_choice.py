"""Picks the request body that a sample sends."""

from __future__ import annotations

import email
import json
from email.utils import collapse_rfc2231_value
from typing import Any, cast
from urllib.parse import parse_qsl

from callsheet.http.media_types import FORM, JSON, MULTIPART, is_json
from callsheet.model import Operation, RequestBody
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for
from callsheet.samples.bodies import (
    Body,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
    about,
)
from callsheet.samples.choices import Choice, Origin
from callsheet.samples.defaults import Json, json_by_type
from callsheet.samples.mending import line_of, mend
from callsheet.samples.text import media_type

MAX_NESTING = 50
"""Deeper JSON is sent as text, because compilers limit how deep an expression nests."""


def pick_body(
    operation: Operation, chosen: tuple[Origin, Json] | None = None
) -> tuple[Body | None, tuple[Choice, ...]]:
    """Picks the body: the author's or the example's where there is one, else a file or by type.

    Args:
        operation: The operation.
        chosen: The JSON value that an author has chosen, and where.

    Returns:
        The body, None for a request without one and where the page shows nothing of its shape; and
        why it is that.
    """
    example, body = operation.example_request, operation.request_body
    text = example.body.strip() if example else ""
    content_type = example.header("content-type") if example else None
    if chosen:
        listed = next(filter(is_json, operation.request_media_types), JSON)
        shown = content_type if content_type and is_json(media_type(content_type) or "") else listed
        value = JsonBody(chosen[1], shown)
        return value, (_whole(value, chosen[0]),)
    line = line_of(example, text.split("\n")[0]) if example and text else 0
    shown = Origin.EXAMPLE if line else Origin.TYPE
    if (media_type(content_type) or "") == MULTIPART:
        parts = _multipart(content_type or MULTIPART, text, body)
        return parts, (_whole(parts, shown, line),)
    if body is not None and (body.binary or (not text and _takes_file(operation))):
        file = _file(operation, content_type)
        return file, (_whole(file, Origin.TYPE),)
    if text and example:
        found = _from_example(text, content_type, body)
        mended, choices = mend(found, example, body)
        return mended, (_whole(mended, shown, line), *choices)
    if body is None or not (body.properties or body.type):
        return None, ()
    if body.properties:
        made = JsonBody({p.name: json_by_type(p.type) for p in body.properties}, JSON)
    else:
        made = JsonBody(json_by_type(body.type), JSON)
    return made, (_whole(made, Origin.TYPE),)


def _whole(body: Body, origin: Origin, line: int = 0) -> Choice:
    return Choice("body", "", about(body), origin, line)


def _takes_file(operation: Operation) -> bool:
    """Whether a body of which the page says nothing is a file, going by the media types."""
    body = operation.request_body
    if body is None or body.type is not None or body.properties:
        return False
    return any(asset_for(kind.lower()) for kind in operation.request_media_types)


def _file(operation: Operation, content_type: str | None) -> FileBody | MultipartBody:
    shown = media_type(content_type)
    if shown and content_type and (asset := asset_for(shown)):
        return FileBody(asset, content_type)
    listed = [kind.lower() for kind in operation.request_media_types]
    asset = next((found for kind in listed if (found := asset_for(kind))), None)
    if asset is None and MULTIPART in listed:
        return _multipart(MULTIPART, "", operation.request_body)
    asset = asset or DEFAULT_ASSET
    return FileBody(asset, asset.media_type)


def _multipart(content_type: str, text: str, body: RequestBody | None) -> MultipartBody:
    fields: list[tuple[str, str]] = []
    files: list[tuple[str, Asset]] = []
    message = email.message_from_string(f"Content-Type: {content_type}\n\n{text}")
    for part in message.get_payload() if message.is_multipart() else ():
        # A multipart payload is a list of messages, which its type does not tell.
        part = cast("email.message.Message[str, str]", part)
        name = part.get_param("name", header="content-disposition")
        name = collapse_rfc2231_value(name) if name else "file"
        if part.get_filename() is None:
            fields.append((name, str(part.get_payload()).strip()))
        else:
            files.append((name, asset_for(part.get_content_type()) or DEFAULT_ASSET))
    if not fields and not files:
        files.append(((body.name if body else "") or "file", DEFAULT_ASSET))
    return MultipartBody(tuple(fields), tuple(files))


def _from_example(
    text: str, content_type: str | None, body: RequestBody | None
) -> JsonBody | TextBody | FormBody:
    kind = media_type(content_type) or JSON
    value = _parse(text)
    if kind == FORM:
        if isinstance(value, dict):
            return FormBody(tuple((name, _form_text(field)) for name, field in value.items()))
        return FormBody(tuple(parse_qsl(text, keep_blank_values=True)))
    # JSON's null goes as text: clients take a null body for no body.
    if is_json(kind) and value is not None:
        return JsonBody(value, content_type or JSON)
    return TextBody(text, content_type or (JSON if value is not None else None))


def _parse(text: str) -> Json:
    """The JSON value of the text; None where it is none that a program can spell out."""
    try:
        value: Json = json.loads(text, parse_constant=_refuse)
        # What overflows to infinity has no literal either.
        json.dumps(value, allow_nan=False)
        return value if _nesting(value) <= MAX_NESTING else None
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _nesting(value: Json) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(_nesting, value), default=0) if isinstance(value, list) else 0


def _form_text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)
