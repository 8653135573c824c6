"""Examples of forms as the values of their fields, which OpenAPI shows instead of texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.http.forms import FormError, read_pairs, read_parts
from callsheet.http.media_types import MULTIPART, essence
from callsheet.schema import Schema
from callsheet.schema.texts import value_of_fields


def value_of_form(
    body: str, content_type: str, schema: Schema, types: Mapping[str, Schema]
) -> dict[str, Any] | None:
    """Return the values of a form by the names of their fields; None for what is not a form.

    Args:
        body: The form, as a page shows it.
        content_type: Its media type, with the boundary of its parts.
        schema: What the fields are.
        types: The named types.
    """
    try:
        return value_of_fields(_fields(body, content_type), schema, types)
    except FormError:
        # A rule of docs CI reports it.
        return None


def _fields(body: str, content_type: str) -> Iterable[tuple[str, str]]:
    """Return the names and texts of the fields of a form.

    Raises:
        FormError: It is not a form.
    """
    if essence(content_type) == MULTIPART:
        # A page ends its lines otherwise than a message.
        data = "\r\n".join(body.splitlines()).encode()
        return [(part.name, part.text) for part in read_parts(data, content_type)]
    return read_pairs(body.strip().encode())
