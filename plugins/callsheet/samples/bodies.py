"""Picks the request body that a sample sends."""

from __future__ import annotations

import email
import json
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import collapse_rfc2231_value
from typing import Any, TypeAlias, cast
from urllib.parse import parse_qsl

from callsheet.media import is_json
from callsheet.model import Operation, Property, RequestBody
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for, media_type_of
from callsheet.samples.defaults import Json, json_by_type
from callsheet.samples.text import media_type

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
MAX_NESTING = 50
"""Deeper JSON is sent as text, because compilers limit how deep an expression nests."""


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON value, and the Content-Type that announces it."""

    value: Json
    content_type: str


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text that is sent as the page has it, and its Content-Type, if known."""

    text: str
    content_type: str | None


@dataclass(frozen=True, slots=True)
class FormBody:
    """The fields of an HTML form, URL-encoded."""

    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FileBody:
    """A file's raw bytes."""

    asset: Asset
    content_type: str


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """The fields and files of a `multipart/form-data` body (RFC 7578)."""

    fields: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, Asset], ...]


Body: TypeAlias = JsonBody | TextBody | FormBody | FileBody | MultipartBody


def pick_body(operation: Operation) -> Body | None:
    """Picks the body: the example's where there is one, else a file or values by type.

    Returns:
        None for a request without a body, and where the page shows nothing of its shape.
    """
    example, body = operation.example_request, operation.request_body
    text = example.body.strip() if example else ""
    content_type = example.header("content-type") if example else None
    if (media_type(content_type) or "") == MULTIPART:
        return _multipart(content_type or MULTIPART, text, body)
    if body is not None and (body.binary or (not text and _takes_file(operation))):
        return _file(operation, content_type)
    if text:
        return _from_example(text, content_type, body.properties if body else ())
    if body is None or not (body.properties or body.type):
        return None
    if body.properties:
        return JsonBody({p.name: json_by_type(p.type) for p in body.properties}, JSON)
    return JsonBody(json_by_type(body.type), JSON)


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
    text: str, content_type: str | None, properties: Iterable[Property]
) -> JsonBody | TextBody | FormBody:
    kind = media_type(content_type) or JSON
    value = _parse(text)
    if kind == FORM:
        if isinstance(value, dict):
            return FormBody(tuple((name, _form_text(field)) for name, field in value.items()))
        return FormBody(tuple(parse_qsl(text, keep_blank_values=True)))
    # JSON's null goes as text: clients take a null body for no body.
    if is_json(kind) and value is not None:
        names = {p.name for p in properties if p.type and p.type.name == "byte"}
        return JsonBody(_with_files(value, names), content_type or JSON)
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


def _with_files(value: Json, names: set[str]) -> Json:
    """Replaces the base64 text of these properties by a file of the same kind."""
    if isinstance(value, list):
        return [_with_files(item, names) for item in value]
    if isinstance(value, dict):
        return {name: _as_file(v) if name in names else v for name, v in value.items()}
    return value


def _as_file(value: Json) -> Json:
    if not isinstance(value, str):
        return value
    return asset_for(media_type_of(value) or "") or DEFAULT_ASSET
