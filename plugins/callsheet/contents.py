"""What an operation takes and gives, as schemas: one for each media type and status.

Everybody who has to know what a value must be asks here: the server, the checks, the samples, the
export, and the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from callsheet.http.statuses import NO_CONTENT, names_of
from callsheet.model import (
    DataType,
    Operation,
    Property,
    RequestBody,
)
from callsheet.schema import ANYTHING, Schema
from callsheet.schema import Property as SchemaProperty
from callsheet.schema.type_words import schema_of_words
from callsheet.spans import Span
from callsheet.typedefs import (
    Body,
    Layout,
    Shape,
    TypeDefinition,
    request_body,
    response_body,
)

_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?P<items>(?:\[\])*)(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Content:
    """A body of one media type.

    Attributes:
        media_type: As the page writes it; empty where the page names none.
        schema: What the body must be.
        rows: The rows that describe it, as the page has them.
        name: What the heading calls it; empty for responses.
        span: Where the page describes it.
        binary: Whether it is raw bytes.
    """

    media_type: str
    schema: Schema
    rows: tuple[Property, ...]
    span: Span
    name: str = ""
    binary: bool = False


def request_contents(operation: Operation) -> tuple[Content, ...]:
    """Return what a request may carry, the first that the page lists first.

    A section that names a media type is about that one alone. One that names none is about all
    others that the row `Content-Type` lists.
    """
    named = {body.media_type for body in operation.request_bodies}
    found: dict[str, Content] = {}
    for body in operation.request_bodies:
        others = [m for m in operation.request_media_types if m not in named]
        schema = _request_schema(operation, body)
        for name in [body.media_type] if body.media_type else others or [""]:
            if name not in found:
                found[name] = Content(
                    name, schema, body.properties, body.span, body.name, body.binary
                )
    listed = [name for name in operation.request_media_types if name in found]
    return tuple(found[name] for name in dict.fromkeys((*listed, *found)))


def _request_schema(operation: Operation, body: RequestBody) -> Schema:
    if body.binary:
        return ANYTHING
    shown = request_body(operation) if body is operation.request_body else None
    return _laid_out(rows_schema(body.properties), shown, body.type, body.properties)


def response_contents(operation: Operation, status: int) -> tuple[Content, ...]:
    """Return what a response of a status may carry; empty where it carries nothing.

    A section for the status comes first, then one for its class, such as `4XX`, then `default`. A
    success without a section of its own has the body of the page.
    """
    response = operation.response
    if response is None or status in NO_CONTENT:
        return ()
    for key in names_of(status):
        bodies = [body for body in response.bodies if body.status == key]
        if bodies:
            return tuple(
                Content(
                    media_type,
                    _laid_out(rows_schema(body.properties), None, body.type, body.properties),
                    body.properties,
                    body.span,
                )
                for body in bodies
                for media_type in _response_media_types(operation, body.media_type)
            )
    if not 200 <= status < 300:
        return ()
    shown = response_body(operation)
    if shown is None or (shown.type is None and not shown.rows):
        return ()
    schema = _laid_out(rows_schema(shown.rows), shown, shown.type, shown.rows)
    special = [body for body in response.bodies if not body.status and body.media_type]
    contents = {
        body.media_type: Content(
            body.media_type,
            _laid_out(rows_schema(body.properties), None, body.type, body.properties),
            body.properties,
            body.span,
        )
        for body in special
    }
    for media_type in _response_media_types(operation, ""):
        contents.setdefault(media_type, Content(media_type, schema, shown.rows, response.span))
    return tuple(contents.values())


def _response_media_types(operation: Operation, media_type: str) -> Sequence[str]:
    return [media_type] if media_type else operation.response_media_types or [""]


def _laid_out(
    record: Schema, body: Body | None, data_type: DataType | None, rows: Sequence[Property]
) -> Schema:
    """The schema of a body whose rows describe it, each of its items, or each of its values."""
    if not rows:
        return schema_of_words(data_type.written) if data_type else ANYTHING
    layout = body.layout if body else _layout(data_type)
    if layout is Layout.ARRAY:
        return Schema(types=("array",), items=record)
    if layout is Layout.DICTIONARY:
        return Schema(types=("object",), additional_properties=record)
    return record


def _layout(data_type: DataType | None) -> Layout:
    is_array = data_type is not None and data_type.name == "array"
    return Layout.ARRAY if is_array else Layout.OBJECT


@lru_cache(maxsize=4096)
def rows_schema(rows: tuple[Property, ...]) -> Schema:
    """Return the schema of an object with the properties of a table.

    A row `address.city` is within the row `address`, and `items[].name` in each of `items`. A name
    with a dot of which there is no outer row is a name with a dot.
    """
    return _object(list(_paths(rows)))


@dataclass(frozen=True, slots=True)
class _Path:
    """A row with the steps that lead to it: names, and `[]` for each item of an array."""

    steps: tuple[str, ...]
    row: Property | None


def _paths(rows: Sequence[Property]) -> Iterator[_Path]:
    names = {row.name for row in rows}
    for row in rows:
        yield _Path(_steps(row.name, names) or (row.name,), row)


def _steps(name: str, names: set[str]) -> tuple[str, ...]:
    """The steps to a nested row; empty for a row that is within no other."""
    if "." not in name and "[]" not in name:
        return ()
    matches = list(_STEP.finditer(name))
    if not matches or "".join(match[0] for match in matches) != name:
        return ()
    outer = matches[0]
    if not outer["items"] and outer["name"] not in names:
        return ()
    steps: list[str] = []
    for match in matches:
        steps += [match["name"], *(["[]"] * (len(match["items"]) // 2))]
    return tuple(steps)


def _object(paths: Sequence[_Path], base: Schema | None = None) -> Schema:
    """The schema of an object whose properties are the first steps of some paths."""
    grouped: dict[str, list[_Path]] = {}
    for path in paths:
        grouped.setdefault(path.steps[0], []).append(path)
    known = {item.name: item for item in base.properties} if base else {}
    for name, group in grouped.items():
        own = [path.row for path in group if len(path.steps) == 1 and path.row]
        inner = [_Path(path.steps[1:], path.row) for path in group if len(path.steps) > 1]
        first = own[0] if own else None
        schema = first.schema if first else Schema()
        known.setdefault(
            name,
            SchemaProperty(
                name,
                _within(schema, inner),
                first.required if first else None,
                first.span if first else None,
            ),
        )
    return replace(base or Schema(), types=("object",), properties=tuple(known.values()))


def _within(schema: Schema, paths: Sequence[_Path]) -> Schema:
    """A schema with the properties, or the items' properties, that further rows describe."""
    if not paths:
        return schema
    of_items = [_Path(path.steps[1:], path.row) for path in paths if path.steps[0] == "[]"]
    of_object = [path for path in paths if path.steps[0] != "[]"]
    if of_items or (schema.type == "array" and of_object):
        # `items.name` is within each item, too, where `items` is an array.
        inner = [path for path in (*of_items, *of_object) if path.steps]
        items = _item_schema(schema.items or Schema(), of_items)
        nullable = ("null",) if schema.nullable else ()
        return replace(schema, types=("array", *nullable), ref="", items=_within(items, inner))
    made = _object(of_object, replace(schema, ref=""))
    return made.or_null() if schema.nullable else made


def _item_schema(items: Schema, paths: Iterable[_Path]) -> Schema:
    """What a row such as `tags[]` says of the items themselves."""
    own = [path.row for path in paths if not path.steps and path.row]
    return own[0].schema if own else items


def named_schemas(definitions: Mapping[str, TypeDefinition]) -> Mapping[str, Schema]:
    """Return the schemas of the named types, for an evaluator or a generator."""
    return {name: shape_as_schema(definition.shape) for name, definition in definitions.items()}


def shape_as_schema(shape: Shape) -> Schema:
    """Return the schema of a shape."""
    schema = schema_of_words(shape.type.written) if shape.type else ANYTHING
    if shape.properties:
        properties = tuple(
            SchemaProperty(field.name, shape_as_schema(field.shape)) for field in shape.properties
        )
        schema = replace(schema, types=("object",), ref="", properties=properties)
    if shape.items:
        schema = replace(schema, items=shape_as_schema(shape.items))
    if shape.values:
        schema = replace(schema, additional_properties=shape_as_schema(shape.values))
    return schema.or_null() if shape.nullable else schema
