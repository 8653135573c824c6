"""Bodies by media type (OpenAPI 3.1.0, 4.8.14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from callsheet.contract import Schema
from callsheet.http.media_types import FORM, MULTIPART, essence, is_json
from callsheet.model import Message
from callsheet.typedefs import read_json

JSON = "application/json"
_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_BYTES: dict[str, Any] = {"schema": {}}
"""Raw bytes have no schema in OpenAPI 3.1 (4.8.14.2)."""


def content(
    media_types: Sequence[str],
    schema: Schema | None,
    examples: Iterable[Message],
    *,
    part: str = "file",
    fields: bool = False,
) -> dict[str, dict[str, Any]]:
    """A `content` map: a Media Type Object for each media type.

    Args:
        media_types: The documented ones. Where there are none but there is a body, it is that of
            the example, else JSON.
        schema: The schema of the body as JSON; None where it is raw bytes or not documented.
        examples: Messages with a body; those of a media type that is not among the documented ones
            are left out, see `unlisted`.
        part: What the file is called in a multipart form.
        fields: Whether the schema has properties, which are the fields of a multipart form.
    """
    shown: dict[str, list[Message]] = {}
    for message in examples:
        if message.body.strip():
            shown.setdefault(_media_type(message), []).append(message)
    names = _names(tuple(media_types))
    if not names and (schema is not None or shown):
        names = tuple(shown) or (JSON,)
    # There are up to twenty media types, of which most have nothing of their own.
    whole = None if schema is None else {"schema": schema}
    result: dict[str, dict[str, Any]] = {}
    for name in names:
        media_type = essence(name)
        form = media_type == MULTIPART and not fields
        described = {"schema": _form(part)} if form else _described(media_type, whole)
        messages = shown.get(media_type)
        result[name] = {**described, **_examples(messages, media_type)} if messages else described
    return result


def unlisted(media_types: Sequence[str], examples: Iterable[Message]) -> Iterator[Message]:
    """The examples with a body of a media type that is not among the documented ones."""
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


def _described(media_type: str, whole: dict[str, Any] | None) -> dict[str, Any]:
    if whole is not None and (
        is_json(media_type)
        or media_type.endswith(("/xml", "+xml"))
        or media_type in (FORM, MULTIPART)
    ):
        return whole
    return _TEXT if media_type.startswith("text/") else _BYTES


def _form(part: str) -> Schema:
    """A multipart form (RFC 7578) with a file in it (4.8.14.4)."""
    binary = {"contentMediaType": "application/octet-stream"}
    return {"type": "object", "properties": {part: binary}, "required": [part]}


def _examples(messages: Iterable[Message], media_type: str) -> dict[str, Any]:
    """The field of a Media Type Object that shows the messages, if any of them can be read."""
    values: list[Any] = []
    for message in messages:
        if (example := _example(message, media_type)) and example[0] not in values:
            values += example
    if len(values) < 2:
        return {"example": values[0]} if values else {}
    return {"examples": {str(n): {"value": value} for n, value in enumerate(values, 1)}}


def _example(message: Message, media_type: str) -> tuple[Any] | None:
    """The value of an example, in a tuple, as it may be null; None where it cannot be read."""
    if not is_json(media_type):
        return (message.body,)
    try:
        return (read_json(message.body),)
    except ValueError:
        # Another rule reports it.
        return None
