"""JSON values as the fields of forms and the elements of XML."""

from __future__ import annotations

import json
from collections.abc import Iterator

from callsheet.http.media_types import JSON
from callsheet.http.xml_documents import xml_document
from callsheet.model import Operation
from callsheet.model.contents import Content
from callsheet.samples.assets import DEFAULT_ASSET, Asset, asset_for
from callsheet.samples.request.bodies import FormBody, MultipartBody, Part
from callsheet.samples.request.defaults import Json, is_bytes, plain_by_schema, with_assets
from callsheet.schema import Schema
from callsheet.schema.generate import PICTURE


def form_of(value: Json) -> FormBody:
    """The fields of a form, URL-encoded: a list gives a field for each item."""
    return FormBody(tuple((name, _text(item)) for name, item in _fields(value)))


def multipart_of(value: Json, schema: Schema) -> MultipartBody:
    """The parts of a form: files, texts, and objects as JSON with their media type."""
    return MultipartBody(tuple(_part(n, v, _schema(schema, n)) for n, v in _fields(value)))


def completed(value: Json, schema: Schema) -> Json:
    """The value of a form, with an item in each list that has none: else it has no such field."""
    if not isinstance(value, dict):
        return value
    return {
        name: [with_assets(plain_by_schema(found.schema.items or Schema()))]
        if item == [] and (found := schema.property(name))
        else item
        for name, item in value.items()
    }


def is_flat(value: Json) -> bool:
    """Whether a form can have it without JSON in its fields."""
    if not isinstance(value, dict):
        return False
    items = (i for v in value.values() for i in (v if isinstance(v, list) else [v]))
    return not any(isinstance(item, list | dict | Asset) for item in items)


def xml_of(value: Json, operation: Operation, content: Content | None) -> str:
    """The text of an XML document (XML 1.0), with a line for each element."""
    body = operation.request_body
    named = body.type.written if body and body.type and body.type.is_named else ""
    name = named or (content.name if content else "") or "request"
    schema = content.schema if content else Schema()
    return xml_document(_without_files(_as_elements(value, schema)), name)


def _as_elements(value: Json, schema: Schema) -> Json:
    """The value with an item in each required list that has none, and without the other ones.

    An array is the elements that repeat, so that one without items is not there.
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
    return found


def _fields(value: Json) -> Iterator[tuple[str, Json]]:
    for name, item in value.items() if isinstance(value, dict) else [("value", value)]:
        if isinstance(item, list):
            yield from ((name, inner) for inner in item)
        elif item is not None:
            yield name, item


def _schema(schema: Schema, name: str) -> Schema:
    found = schema.property(name)
    inner = found.schema if found else Schema()
    return inner.items or Schema() if inner.type == "array" else inner


def _part(name: str, value: Json, schema: Schema) -> Part:
    if isinstance(value, Asset) or (isinstance(value, str) and is_bytes(schema)):
        wanted = asset_for(schema.content_media_type)
        return Part.of_file(name, wanted or (value if isinstance(value, Asset) else DEFAULT_ASSET))
    if isinstance(value, dict | list):
        return Part(name, _text(value), JSON)
    return Part(name, _text(value))


def _text(value: Json) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(_without_files(value), ensure_ascii=False)


def _without_files(value: Json) -> Json:
    """The value with the smallest picture in the place of each file."""
    if isinstance(value, Asset):
        return PICTURE
    if isinstance(value, list):
        return [_without_files(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_files(item) for name, item in value.items()}
    return value
