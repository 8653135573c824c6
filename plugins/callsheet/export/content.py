"""Bodies by media type (OpenAPI 3.1.0, 4.8.14)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from callsheet.export.form_values import value_of_form
from callsheet.http.media_types import JSON, MULTIPART, essence, is_form, is_json, is_opaque, is_xml
from callsheet.model import WHOLE, ExampleRequest, ExampleResponse, Message
from callsheet.model.contents import Content
from callsheet.model.encodings import PartEncoding, encoding_object, encodings
from callsheet.schema import ANYTHING, Evaluator, Schema
from callsheet.schema.documents import OCTET_STREAM, Document, document
from callsheet.schema.i_json import read_example, read_json
from callsheet.schema.json_schema import read_schema

_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_BINARY = Schema(types=("string",), format="binary")
_FILE: Document = {"type": "string", "format": "binary"}
"""OpenAPI 3.1 gives raw bytes no schema (4.8.14.2) and ignores this one, but generators of clients
know a file by nothing else.
"""

_BYTES: dict[str, Any] = {"schema": _FILE}

Write = Callable[[Schema], Document]


def content(
    media_types: Sequence[str],
    contents: Iterable[Content],
    examples: Iterable[Message],
    write: Write,
    *,
    types: Mapping[str, Schema],
) -> dict[str, dict[str, Any]]:
    """Build a `content` map: a Media Type Object for each media type.

    Args:
        media_types: The documented ones. If there are none, a body has the media type of the
            example, or else JSON.
        contents: The bodies by media type; empty where none is documented.
        examples: Messages with a body; those of undocumented media types are left out, see
            `unlisted`.
        write: Converts the schema of a body.
        types: The named types.
    """
    shown: dict[str, list[Message]] = {}
    for message in examples:
        if message.body.strip():
            shown.setdefault(_media_type(message), []).append(message)
    bodies = {body.media_type.strip(): body for body in contents}
    general = bodies.pop("", None)
    names = dict.fromkeys((*_names(tuple(media_types)), *bodies))
    if not names and (general or shown):
        names = dict.fromkeys(tuple(shown) or (JSON,))
    # Of up to twenty media types, most have the same schema.
    known: dict[int, dict[str, Any]] = {}
    result: dict[str, dict[str, Any]] = {}
    for name in names:
        media_type, body = essence(name), bodies.get(name, general)
        described = _described(media_type, body, write, known)
        messages = shown.get(media_type)
        if messages:
            schema = body.schema if body else ANYTHING
            described = {**described, **_examples(messages, media_type, schema, types)}
        if body and is_form(media_type) and (stated := encodings(body.rows)):
            found = {part: _encoding(each, types) for part, each in stated.items()}
            described = {**described, "encoding": found}
        result[name] = described
    return result


def _encoding(encoding: PartEncoding, types: Mapping[str, Schema]) -> Document:
    headers = {
        name: {
            **header,
            "schema": document(read_schema(header.get("schema"), lambda known: known), types),
        }
        for name, header in encoding.headers.items()
        if isinstance(header, dict)
    }
    return {**encoding_object(encoding), **({"headers": headers} if headers else {})}


def unlisted(media_types: Sequence[str], examples: Iterable[Message]) -> Iterator[Message]:
    """Yield the examples with a body whose media type is not documented."""
    listed = _listed(tuple(media_types))
    for message in examples:
        if listed and message.body.strip() and _media_type(message) not in listed:
            yield message


@lru_cache(maxsize=1024)
def _listed(media_types: tuple[str, ...]) -> frozenset[str]:
    return frozenset(essence(name) for name in _names(media_types))


@lru_cache(maxsize=1024)
def _names(media_types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in media_types if name.strip()))


def _media_type(message: Message) -> str:
    return essence(message.header("content-type") or JSON)


def _described(
    media_type: str, body: Content | None, write: Write, known: dict[int, dict[str, Any]]
) -> dict[str, Any]:
    """Return the schema of a body; `known` caches converted schemas by identity."""
    if body and not body.binary:
        is_stated = body.type is not None and (body.type.name == "any" or bool(body.schema.items))
        if media_type == MULTIPART and not (body.rows or body.schema.properties or is_stated):
            return {"schema": _form(body)}
        if body.own or not is_opaque(media_type):
            if id(body.schema) not in known:
                known[id(body.schema)] = {"schema": write(body.schema)}
            return known[id(body.schema)]
    if media_type == MULTIPART:
        return {"schema": _form(body)}
    if body and body.binary:
        about = next((row.description for row in body.rows if row.name == WHOLE), "")
        return {"schema": write(replace(_BINARY, description=about))} if about else _BYTES
    is_value = (is_json(media_type) or is_xml(media_type)) and not is_opaque(media_type)
    if body is None and is_value:
        # The page shows the body, or names its media type alone: it may be any value.
        return {"schema": write(ANYTHING)}
    return _TEXT if media_type.startswith("text/") else _BYTES


def _form(body: Content | None) -> Document:
    """Return the schema of a multipart form (RFC 7578) with one file (4.8.14.4)."""
    part = (body.name if body else "") or "file"
    binary = {**_FILE, "contentMediaType": OCTET_STREAM}
    return {"type": "object", "properties": {part: binary}, "required": [part]}


def _examples(
    messages: Iterable[Message], media_type: str, schema: Schema, types: Mapping[str, Schema]
) -> dict[str, Any]:
    """Return the field of a Media Type Object with the messages that can be parsed."""
    values: list[Any] = []
    named: dict[str, Any] = {}
    for message in messages:
        if not message.is_evidence:
            continue
        if example := _example(message, media_type, schema, types):
            name = message.name if isinstance(message, ExampleRequest | ExampleResponse) else ""
            if name:
                named.setdefault(name, example[0])
            elif example[0] not in values:
                values += example
    if not named and len(values) < 2:
        return {"example": values[0]} if values else {}
    numbered = {str(n): value for n, value in enumerate(values, 1) if value not in named.values()}
    return {"examples": {n: {"value": value} for n, value in {**named, **numbered}.items()}}


def _example(
    message: Message, media_type: str, schema: Schema, types: Mapping[str, Schema]
) -> tuple[Any] | None:
    """Return the value of an example in a tuple, as it may be null; None if it is invalid."""
    if is_form(media_type):
        content_type = message.header("content-type") or media_type
        form = value_of_form(message.body, content_type, schema, types)
        return None if form is None else (form,)
    if not is_json(media_type):
        return (_value_of_text(message.body, schema, types),)
    try:
        return (read_example(message.body),)
    except ValueError:
        # A rule of docs CI reports invalid JSON.
        return None


def _value_of_text(text: str, schema: Schema, types: Mapping[str, Schema]) -> Any:
    """Return the JSON value that a text stands for where the schema of a body allows no text."""
    if schema == ANYTHING or Evaluator(types).fits(text, schema):
        return text
    try:
        return read_json(text)
    except ValueError:
        return text
