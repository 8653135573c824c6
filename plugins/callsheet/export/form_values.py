"""Examples of forms as the values of their fields, which OpenAPI shows instead of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.http.forms import FormError, read_pairs, read_parts
from callsheet.http.media_types import MULTIPART, essence
from callsheet.http.parameter_styles import Texts
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.texts import flat, value_of_texts


def value_of_form(
    body: str, content_type: str, schema: Schema, types: Mapping[str, Schema]
) -> dict[str, Any] | None:
    """Return the values of a form by the names of their fields; None for what is no form.

    Args:
        body: The form, as a page shows it.
        content_type: Its media type, with the boundary of its parts.
        schema: What the fields are.
        types: The named types.
    """
    form, found = flat(schema, types), {}
    try:
        fields = _fields(body, content_type)
    except FormError:
        # A rule of docs CI reports it.
        return None
    for name, texts in fields.items():
        stated = form.property(name)
        inner = flat(stated.schema if stated else form.additional_properties or ANYTHING, types)
        is_list = inner.type == "array" and not (len(texts) == 1 and texts[0][:1] == "[")
        is_list = is_list or (len(texts) > 1 and stated is None)
        value: Texts = list(texts) if is_list else texts[-1]
        found[name] = value_of_texts(value, inner, types)
    return found


def _fields(body: str, content_type: str) -> dict[str, list[str]]:
    """Return the texts of each field of a form.

    Raises:
        FormError: It is no form.
    """
    pairs: Iterable[tuple[str, str]]
    if essence(content_type) == MULTIPART:
        # A page ends its lines otherwise than a message.
        data = "\r\n".join(body.splitlines()).encode()
        pairs = ((part.name, part.text) for part in read_parts(data, content_type))
    else:
        pairs = read_pairs(body.strip().encode())
    fields: dict[str, list[str]] = {}
    for name, text in pairs:
        fields.setdefault(name, []).append(text)
    return fields
