"""The request bodies that samples send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from callsheet.samples.assets import Asset
from callsheet.samples.defaults import Json


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


def about(body: Body) -> str:
    """A body for people, in a few words."""
    match body:
        case JsonBody():
            kind = type(body.value).__name__
            return {"dict": "a JSON object", "list": "a JSON array"}.get(kind, "a JSON value")
        case TextBody():
            return f"text of type {body.content_type or 'unknown'}"
        case FormBody():
            return f"a form with {', '.join(name for name, _ in body.fields)}"
        case FileBody():
            return f"the file {body.asset.name}"
        case MultipartBody():
            return f"a form with {', '.join(name for name, _ in (*body.fields, *body.files))}"
