"""Forms as values, and the files that forms carry."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from callsheet.http.forms import FormError, Part, TooManyPartsError, read_pairs, read_parts
from callsheet.http.media_types import is_json
from callsheet.http.parameter_styles import (
    DELIMITERS,
    Miss,
    Pairs,
    ParameterStyle,
    Shape,
    Style,
    read_query,
)
from callsheet.model.encodings import PartEncoding
from callsheet.model.styles import shape_for
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.texts import flat, is_object, value_of_text, value_of_texts
from callsheet.server.http.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.http.json_body import ESCAPES, check_number, decode_json
from callsheet.server.limits import Limits

Types = Mapping[str, Schema]
Sent = Mapping[str, PartEncoding]


def decode_form(
    body: bytes, schema: Schema, types: Types, limits: Limits, sent: Sent = MappingProxyType({})
) -> dict[str, Any]:
    """Return the fields of a form of type `application/x-www-form-urlencoded`.

    Args:
        body: The form.
        schema: What its fields are.
        types: The named types.
        limits: How many fields there may be.
        sent: How its fields are sent, by name, for those of which that is stated.

    Raises:
        BodyTooLargeError: It has too many fields.
    """
    if 1 + body.count(b"&") + body.count(b"%") // ESCAPES > limits.body_values:
        raise too_many_values(limits)
    parts = [Part(name, text.encode("utf-8", "replace")) for name, text in read_pairs(body)]
    return values_of_parts(parts, schema, types, limits, sent)


def decode_parts(body: bytes, content_type: str, limits: Limits) -> list[Part]:
    """Return the parts of a multipart form (RFC 7578).

    Raises:
        MalformedBodyError: It is not a multipart form.
        BodyTooLargeError: It has too many parts.
    """
    try:
        return read_parts(body, content_type, limits.body_parts)
    except TooManyPartsError as error:
        raise BodyTooLargeError(str(error)) from error
    except FormError as error:
        raise MalformedBodyError(str(error)) from error


def file_of_parts(parts: Iterable[Part]) -> bytes:
    """Return the first file of a form.

    Raises:
        MalformedBodyError: There is none.
    """
    for part in parts:
        if part.filename is not None:
            return part.content
    raise MalformedBodyError("the multipart form has no part with a file name")


def values_of_parts(
    parts: Sequence[Part],
    schema: Schema,
    types: Types,
    limits: Limits,
    sent: Sent = MappingProxyType({}),
) -> dict[str, Any]:
    """Return the values of a form by the names of their fields.

    A file is base64, the content of a JSON part, and the text in the place of an object, is read as
    JSON; a field of several parts is an array. Brackets in names lead into objects and arrays.

    Args:
        parts: The parts.
        schema: What the fields are.
        types: The named types.
        limits: How many values there may be.
        sent: How its fields are sent, by name, for those of which that is stated.

    Raises:
        MalformedBodyError: A JSON part is not JSON, or brackets contradict each other.
        BodyTooLargeError: There are too many values.
    """
    check_number(b",".join(part.content for part in parts if _may_be_json(part)), limits)
    form = flat(schema, types)
    fields: dict[str, list[Part]] = {}
    nested: dict[str, list[tuple[str, str]]] = {}
    for part in parts:
        if owner := _owner(part, form):
            nested.setdefault(owner, []).append((part.name, part.text))
        else:
            fields.setdefault(part.name, []).append(part)
    values: dict[str, Any] = {
        name: _nested(name, pairs, form, types) for name, pairs in nested.items()
    }
    for name, same in fields.items():
        stated = form.property(name)
        inner = flat(stated.schema, types) if stated else form.additional_properties or ANYTHING
        how = sent[name].how if name in sent else None
        if how and how.style in DELIMITERS and len(same) == 1:
            pair = (name, same[0].text)
            texts = read_query(
                name, shape_for(inner, how), replace(how, explode=False), [pair], str
            )
            values[name] = value_of_texts("" if isinstance(texts, Miss) else texts, inner, types)
        elif inner.type == "array" and (len(same) > 1 or _is_item(same[0], inner, types)):
            items = inner.items or ANYTHING
            values[name] = [_value(part, flat(items, types), types, limits) for part in same]
        elif len(same) > 1 and stated is None:
            values[name] = [_value(part, inner, types, limits) for part in same]
        else:
            # Of a field that comes twice and has one value, the last counts.
            values[name] = _value(same[-1], inner, types, limits)
    return values


def _owner(part: Part, form: Schema) -> str:
    """Return the field that a part such as `size[width]` or `ids[]` belongs to; else nothing."""
    name, bracket, _ = part.name.partition("[")
    is_nested = bracket and part.filename is None and form.property(part.name) is None
    return name if is_nested and form.property(name) else ""


def _nested(name: str, pairs: Pairs, form: Schema, types: Types) -> Any:
    texts = read_query(name, Shape.OBJECT, ParameterStyle(Style.DEEP), pairs, str)
    if isinstance(texts, Miss):
        raise MalformedBodyError(f"the brackets of `{name}` contradict each other")
    stated = form.property(name)
    return value_of_texts(texts, stated.schema if stated else ANYTHING, types)


def _is_item(part: Part, schema: Schema, types: Types) -> bool:
    """Tell whether a part is one item of an array, and not all of it: a file, or an object."""
    items = flat(schema.items or ANYTHING, types)
    if part.filename is not None or items.holds_file:
        return True
    return is_object(part.text)


def _value(part: Part, schema: Schema, types: Types, limits: Limits) -> Any:
    if is_json(part.media_type):
        return decode_json(part.content, limits)
    if schema.format == "binary" or (schema.holds_file and part.filename is not None):
        return base64.b64encode(part.content).decode()
    if part.filename is not None and schema.type != "string":
        if schema.type in ("array", "object"):
            return decode_json(part.content, limits)
        return base64.b64encode(part.content).decode()
    return value_of_field(part.text, schema, types, limits)


def value_of_field(text: str, schema: Schema, types: Types, limits: Limits) -> Any:
    """Return the value of a text in a form or an XML element.

    Raises:
        BodyTooLargeError: It is a list of too many values.
    """
    schema = flat(schema, types)
    if schema.type in ("array", "object"):
        if text.lstrip()[:1] in ("[", "{"):
            try:
                return decode_json(text.encode(), limits)
            except MalformedBodyError:
                # It may be a list of texts of which the first begins so; else it is refused later.
                pass
        if text.count(",") >= limits.body_values:
            raise too_many_values(limits)
    return value_of_text(text, schema, types)


def too_many_values(limits: Limits) -> BodyTooLargeError:
    """Return the refusal of a body with too many values."""
    return BodyTooLargeError(f"it has more than {limits.body_values:,} values")


def _may_be_json(part: Part) -> bool:
    return is_json(part.media_type) or part.content.lstrip()[:1] in (b"[", b"{")
