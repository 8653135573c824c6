"""Bodies by media type (OpenAPI 3.1.0, 4.8.14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from callsheet.contract import Schema
from callsheet.model import Message
from callsheet.typedefs import read_json

JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


def content(
    media_types: Sequence[str],
    schema: Schema | None,
    examples: Iterable[Message],
    *,
    part: str = "file",
) -> dict[str, dict[str, Any]]:
    """A `content` map: a Media Type Object for each media type.

    Args:
        media_types: The documented ones. Where there are none but there is a body, it is that of
            the example, else JSON.
        schema: The schema of the body as JSON; None where it is raw bytes or not documented.
        examples: Messages with a body; the first one of each media type is shown.
        part: What the file is called in a multipart form.
    """
    shown: dict[str, Message] = {}
    for message in examples:
        if message.body.strip():
            shown.setdefault(bare(message.header("content-type") or JSON), message)
    names = list(dict.fromkeys(name.strip() for name in media_types if name.strip()))
    if not names and (schema is not None or shown):
        names = list(shown) or [JSON]
    result: dict[str, dict[str, Any]] = {}
    for name in names:
        result[name] = {"schema": _schema(bare(name), schema, part)}
        if bare(name) in shown and (example := _example(shown[bare(name)], bare(name))):
            result[name]["example"] = example[0]
    return result


def bare(media_type: str) -> str:
    """The media type in lower case, without parameters (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether that is JSON: `application/json`, `text/json` or a type in `+json` (RFC 6839)."""
    return media_type.endswith(("/json", "+json"))


def _schema(media_type: str, schema: Schema | None, part: str) -> Schema:
    if media_type == "multipart/form-data":
        return _form_of(schema, part)
    if schema is not None and (
        is_json(media_type) or media_type.endswith(("/xml", "+xml")) or media_type == _FORM
    ):
        return schema
    if media_type.startswith("text/"):
        return {"type": "string"}
    # Raw bytes have no schema in OpenAPI 3.1 (4.8.14.2).
    return {}


def _form_of(schema: Schema | None, part: str) -> Schema:
    """A multipart form (RFC 7578) with a file in it (4.8.14.4)."""
    if schema is not None and "properties" in schema:
        return schema
    binary = {"contentMediaType": "application/octet-stream"}
    return {"type": "object", "properties": {part: binary}, "required": [part]}


def _example(message: Message, media_type: str) -> tuple[Any] | None:
    """The value of an example, in a tuple, as it may be null; None where it cannot be read."""
    if not is_json(media_type):
        return (message.body,)
    try:
        return (read_json(message.body),)
    except ValueError:
        # Another rule reports it.
        return None
