"""Describes the parameters and bodies of exchanges as OpenAPI does (3.1.0, 4.8.12 to 4.8.14)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.masking import MASK
from callsheet.http.media_types import is_form, is_json, is_xml
from callsheet.importing.captures.exchange import CapturedBody, CapturedField
from callsheet.schema import ANYTHING
from callsheet.schema.documents import document
from callsheet.schema.formats import is_date_time
from callsheet.schema.infer import combine, infer
from callsheet.server.http.xml_body import decode_xml
from callsheet.server.limits import Limits

Document = dict[str, Any]

_NULL: Document = {"type": "null"}

MAX_TEXT = 16_000
"""Characters of an example that is shown whole; the lists in a longer one are shortened."""

_ITEMS = 3
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FORMATS = (("uuid", _UUID.fullmatch), ("date", _DATE.fullmatch))


def parameter(place: str, name: str, given: Iterable[Sequence[CapturedField]]) -> Document:
    """Return a Parameter Object.

    Args:
        place: `path`, `query` or `header`.
        name: Its name.
        given: The fields of that name in each exchange that has any.
    """
    found: Document = {"name": name, "in": place}
    exchanges = [list(fields) for fields in given]
    fields = [field for each in exchanges for field in each]
    if about := next((field.description for field in fields if field.description), ""):
        found["description"] = readable(about)
    if place == "path":
        found["required"] = True
    known = [f.value for f in fields if f.value and not _PLACEHOLDER.search(f.value)]
    schema, values = _scalars(known)
    is_array = place == "query" and any(len(each) > 1 for each in exchanges)
    found["schema"] = {"type": "array", "items": schema} if is_array else schema
    if values:
        several = max(exchanges, key=len)
        count = len([f for f in several if f.value in known])
        found["example"] = values[: max(count, 1)] if is_array else values[0]
    return found


def header(fields: Sequence[CapturedField]) -> Document:
    """Return the Header Object of response header fields of one name."""
    found = parameter("header", "", [fields])
    return {key: value for key, value in found.items() if key not in ("name", "in")}


def schema_of(media_type: str, bodies: Sequence[CapturedBody], *, required: bool) -> Document:
    """Return the schema of bodies of one media type; empty if they show none.

    Args:
        media_type: The media type.
        bodies: The bodies.
        required: Whether properties that all bodies have are required.
    """
    if is_form(media_type):
        return _form_schema(bodies, required=required)
    if not (is_json(media_type) or is_xml(media_type)):
        is_bytes = all(body.text is None for body in bodies)
        return {"type": "string", **({"format": "binary"} if is_bytes else {})}
    values = [value for body in bodies for value in _value(body)]
    if not values:
        return {}
    # Values of several kinds are alternatives: all that they had in common would be nothing.
    kinds: dict[type, list[Any]] = {}
    for value in values:
        kinds.setdefault(float if type(value) is int else type(value), []).append(value)
    schemas = [
        _with_required(schema, same) if required else schema
        for same in kinds.values()
        for schema in [_NULL if same[0] is None else document(combine(map(infer, same)))]
    ]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def example_of(body: CapturedBody) -> Any:
    """Return the example that a body is; None if it shows nothing."""
    if is_form(body.media_type):
        return _form_example(body.fields) or None
    if is_json(body.media_type):
        return next((_readable(shortened(value)) for value in _value(body)), None)
    if is_xml(body.media_type) and (len(body.text or "") > MAX_TEXT or not _value(body)):
        return None
    return readable(body.text[:MAX_TEXT]) if body.text else None


def readable(text: str) -> str:
    """Return a text in which a variable without a value is written as in a route: `{name}`."""
    return _PLACEHOLDER.sub(lambda match: match[0][1:-1], text)


def _readable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _readable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_readable(inner) for inner in value]
    return readable(value) if isinstance(value, str) else value


def shortened(value: Any) -> Any:
    """Return a value of JSON, with fewer items in its lists if it is long."""
    if len(json.dumps(value)) <= MAX_TEXT:
        return value
    return _with_few_items(value)


def _with_few_items(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_few_items(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_few_items(inner) for inner in value[:_ITEMS]]
    return value


def _value(body: CapturedBody) -> list[Any]:
    try:
        if is_xml(body.media_type):
            # A root without elements in it is a text.
            value = decode_xml((body.text or "").encode(), ANYTHING, {}, Limits())
            return [_typed(value) if value else ""]
        return [body.value()]
    except ValueError:
        return []


def _typed(value: Any) -> Any:
    """Return a value of XML, whose texts are numbers where they look like that."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    return _scalar(value) if isinstance(value, str) else value


def _with_required(schema: Document, values: Iterable[Any]) -> Document:
    """Add what all objects in one place have."""
    objects = [value for value in values if isinstance(value, dict)]
    found = dict(schema)
    if properties := schema.get("properties"):
        found["properties"] = {
            name: _with_required(inner, [one[name] for one in objects if name in one])
            for name, inner in properties.items()
        }
        if names := [name for name in properties if all(name in one for one in objects)]:
            found["required"] = names
    if isinstance(items := schema.get("items"), dict):
        lists = (value for value in values if isinstance(value, list))
        found["items"] = _with_required(items, [item for each in lists for item in each])
    return found


def _form_schema(bodies: Sequence[CapturedBody], *, required: bool) -> Document:
    given: dict[str, list[list[CapturedField]]] = {}
    for body in bodies:
        for name, fields in by_name(body.fields).items():
            given.setdefault(name, []).append(fields)
    properties = {name: _form_field(name, found) for name, found in given.items()}
    names = [name for name, found in given.items() if len(found) == len(bodies)]
    # No example shows a file, so a file is required only where a form has nothing else.
    texts = [n for n in names if not any(f.is_file for each in given[n] for f in each)]
    names = texts or names
    found: Document = {"type": "object", "properties": properties}
    return {**found, **({"required": names} if required and names else {})}


def _form_field(name: str, given: list[list[CapturedField]]) -> Document:
    found = parameter("query", name, given)
    schema: Document = found["schema"]
    if any(field.is_file for each in given for field in each):
        item = {"type": "string", "format": "binary"}
        schema = {**schema, "items": item} if "items" in schema else item
    return {**schema, **({"description": found["description"]} if "description" in found else {})}


def _form_example(fields: Iterable[CapturedField]) -> Document:
    found: Document = {}
    for name, same in by_name(fields).items():
        # A file has no text; what was a secret must be there, as it may be required.
        texts = [
            MASK if field.value is None else field.value for field in same if not field.is_file
        ]
        if texts:
            found[name] = [*map(readable, texts)] if len(same) > 1 else readable(texts[0])
    return found


def by_name(fields: Iterable[CapturedField]) -> Mapping[str, list[CapturedField]]:
    """Return fields by their names, in order of first occurrence."""
    found: dict[str, list[CapturedField]] = {}
    for each in fields:
        found.setdefault(each.name, []).append(each)
    return found


def _scalars(texts: Sequence[str]) -> tuple[Document, list[Any]]:
    """Return the schema of texts, and their values of its type."""
    if not texts:
        return {"type": "string"}, []
    values = [_scalar(text) for text in texts]
    kinds = {type(value) for value in values}
    if kinds in ({bool}, {int}, {float}, {int, float}):
        return document(combine(infer(value) for value in values)), values
    for name, matches in _FORMATS:
        if all(map(matches, texts)):
            return {"type": "string", "format": name}, list(texts)
    is_time = all(map(is_date_time, texts))
    return {"type": "string", **({"format": "date-time"} if is_time else {})}, list(texts)


def _scalar(text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
