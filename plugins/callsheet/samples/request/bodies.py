"""The request bodies that samples send, and JSON values as form fields and XML elements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from callsheet.http.media_types import JSON
from callsheet.http.parameter_styles import write_pairs
from callsheet.http.xml_documents import xml_document
from callsheet.model import Operation
from callsheet.model.contents import Content
from callsheet.model.encodings import PartEncoding
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for
from callsheet.samples.request.defaults import Json, is_bytes, plain_by_schema, with_assets
from callsheet.schema import Schema
from callsheet.schema.generate import PICTURE
from callsheet.schema.texts import text_in


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
class BodyPart:
    """A part of a `multipart/form-data` body (RFC 7578).

    Attributes:
        name: The name of its field.
        content: Its text, or the file next to the program.
        content_type: Its media type; empty for a field of plain text, which needs none.
        file_name: The name of the file; empty for a part that is not a file.
    """

    name: str
    content: str | Asset
    content_type: str = ""
    file_name: str = ""

    @classmethod
    def of_file(cls, name: str, asset: Asset, file_name: str = "") -> BodyPart:
        """Return the part for a file next to the program."""
        return cls(name, asset, asset.media_type, file_name or asset.name)

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain field of an HTML form: a name and a text."""
        return not (isinstance(self.content, Asset) or self.content_type or self.file_name)


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """The parts of a `multipart/form-data` body (RFC 7578)."""

    parts: tuple[BodyPart, ...]

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The parts that are texts, with their names."""
        return tuple((p.name, p.content) for p in self.parts if isinstance(p.content, str))

    @property
    def files(self) -> tuple[tuple[str, Asset], ...]:
        """The parts that are files next to the program, with their names."""
        return tuple((p.name, p.content) for p in self.parts if isinstance(p.content, Asset))


Body: TypeAlias = JsonBody | TextBody | FormBody | FileBody | MultipartBody


def describe(body: Body) -> str:
    """Describe a body to people, in a few words."""
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
            return f"a form with {', '.join(part.name for part in body.parts)}"


def form_of(value: Json, sent: Mapping[str, PartEncoding]) -> FormBody:
    """Return a value as a URL-encoded form; a list becomes a field for each item.

    Args:
        value: The value.
        sent: How its parts are sent, by name, for those whose rows state it.
    """
    fields: list[tuple[str, str]] = []
    for name, item in _entries(value):
        how = sent[name].how if name in sent else None
        if how and isinstance(item, list | dict):
            fields += write_pairs(name, text_in(how, item), how)
        else:
            fields += ((key, _text(inner)) for key, inner in _fields({name: item}))
    return FormBody(tuple(fields))


def multipart_of(value: Json, schema: Schema, sent: Mapping[str, PartEncoding]) -> MultipartBody:
    """Return a value as a multipart form: files, texts, and objects as JSON.

    Args:
        value: The value.
        schema: Its schema.
        sent: How its parts are sent, by name, for those whose rows state it.
    """
    parts = ((name, _part(name, item, _schema(schema, name))) for name, item in _fields(value))
    return MultipartBody(
        tuple(
            replace(part, content_type=sent[name].media_type)
            if name in sent and _is_media_type(sent[name].media_type)
            else part
            for name, part in parts
        )
    )


def _is_media_type(name: str) -> bool:
    return bool(name) and "*" not in name


def _entries(value: Json) -> Iterable[tuple[str, Json]]:
    return value.items() if isinstance(value, dict) else [("value", value)]


def completed(value: Json, schema: Schema) -> Json:
    """Put an item into each empty list of a form's value, which would have no field otherwise."""
    if not isinstance(value, dict):
        return value
    return {
        name: [with_assets(plain_by_schema(found.schema.items or Schema()))]
        if item == [] and (found := schema.property(name))
        else item
        for name, item in value.items()
    }


def xml_of(value: Json, operation: Operation, content: Content | None) -> str:
    """Write a value as an XML document (XML 1.0), with a line for each element."""
    body = operation.request_body
    named = body.type.written if body and body.type and body.type.is_named else ""
    name = named or (content.name if content else "") or "request"
    schema = content.schema if content else Schema()
    return xml_document(_without_files(_as_elements(value, schema)), name)


def _as_elements(value: Json, schema: Schema) -> Json:
    """Put an item into each required empty list, and drop those that may be left out.

    In XML an array is its repeated elements, so an array without items would not be there. Of a
    list that only the page of another type describes, an empty element is left, which is read as
    one without items.
    """
    if isinstance(value, list):
        return [_as_elements(item, schema.items or Schema()) for item in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Json] = {}
    for name, item in value.items():
        known = schema.property(name)
        below = known.schema if known else schema.additional_properties or Schema()
        if item != []:
            found[name] = _as_elements(item, below)
        elif known and known.required:
            found[name] = [with_assets(plain_by_schema(below.items or Schema()))]
        elif known is None:
            found[name] = ""
    return found


def _fields(value: Json) -> Iterator[tuple[str, Json]]:
    for name, item in _entries(value):
        if isinstance(item, list):
            yield from ((name, inner) for inner in item)
        elif item is not None:
            yield name, item


def _schema(schema: Schema, name: str) -> Schema:
    found = schema.property(name)
    inner = found.schema if found else Schema()
    return inner.items or Schema() if inner.type == "array" else inner


def _part(name: str, value: Json, schema: Schema) -> BodyPart:
    if isinstance(value, Asset) or (isinstance(value, str) and is_bytes(schema)):
        wanted = asset_for(schema.content_media_type)
        return BodyPart.of_file(
            name, wanted or (value if isinstance(value, Asset) else DEFAULT_ASSET)
        )
    if isinstance(value, dict | list):
        return BodyPart(name, _text(value), JSON)
    return BodyPart(name, _text(value))


def _text(value: Json) -> str:
    value = _without_files(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _without_files(value: Json) -> Json:
    """Replace each asset in a value by the smallest picture, in base64."""
    if isinstance(value, Asset):
        return PICTURE
    if isinstance(value, list):
        return [_without_files(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_files(item) for name, item in value.items()}
    return value
