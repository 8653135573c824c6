"""What an operation takes and gives, as schemas: one for each media type and status.

Everybody who has to know what a value must be asks here: the server, the checks, the samples, the
export, and the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from callsheet.memo import remembers
from callsheet.model import (
    DataType,
    Operation,
    Property,
    RequestBody,
    ResponseBody,
)
from callsheet.schema import ANYTHING, Schema
from callsheet.schema import Property as SchemaProperty
from callsheet.schema.facets import Facets, schema_of_row
from callsheet.schema.type_words import schema_of_words
from callsheet.spans import Span
from callsheet.typedefs import (
    NO_CONTENT,
    Body,
    Layout,
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
        own: Whether the section that describes it names the media type.
    """

    media_type: str
    schema: Schema
    rows: tuple[Property, ...]
    span: Span
    name: str = ""
    binary: bool = False
    own: bool = False


def request_contents(operation: Operation, *, described: bool = False) -> tuple[Content, ...]:
    """Return what a request may carry, the first that the page lists first.

    A section that names a media type is about that one alone. One that names none is about all
    others that the row `Content-Type` lists.

    Args:
        operation: The operation.
        described: Whether schemas of properties have the words of their rows, too.
    """
    named = {body.media_type for body in operation.request_bodies}
    found: dict[str, Content] = {}
    for body in operation.request_bodies:
        others = [m for m in operation.request_media_types if m not in named]
        content = _request_content(operation, body, described)
        for media_type in [body.media_type] if body.media_type else others or [""]:
            found.setdefault(media_type, replace(content, media_type=media_type))
    listed = [name for name in operation.request_media_types if name in found]
    return tuple(found[name] for name in dict.fromkeys((*listed, *found)))


def _request_content(operation: Operation, body: RequestBody, described: bool) -> Content:
    schema = ANYTHING
    if not body.binary:
        record = rows_schema(body.properties, described=described)
        shown = request_body(operation) if body is operation.request_body else None
        schema = _laid_out(record, shown, body.type, body.properties)
    return Content(
        body.media_type,
        schema,
        body.properties,
        body.span,
        body.name,
        body.binary,
        body.media_type != "",
    )


def response_contents(
    operation: Operation, status: int | str, *, described: bool = False
) -> tuple[Content, ...]:
    """Return what a response of a status may carry; empty where it carries nothing.

    A section for the status comes first, then one for its class, such as `4XX`, then `default`. A
    success without a section of its own has the body of the page.

    Args:
        operation: The operation.
        status: The status; a class such as `4XX`, or `default`, for what is said of that alone.
        described: As in `request_contents`.
    """
    response = operation.response
    if response is None or status in NO_CONTENT:
        return ()
    keys = [str(status)]
    if isinstance(status, int):
        keys += [f"{status // 100}XX", "default"]
    for key in keys:
        if bodies := [body for body in response.bodies if body.status == key]:
            return tuple(
                replace(content, media_type=media_type)
                for content in (_response_content(body, described) for body in bodies)
                for media_type in _response_media_types(operation, content.media_type)
            )
    return _success(operation, described) if "2XX" in keys else ()


def _success(operation: Operation, described: bool) -> tuple[Content, ...]:
    response, shown = operation.response, response_body(operation)
    if response is None or shown is None or (shown.type is None and not shown.rows):
        return ()
    record = rows_schema(shown.rows, described=described)
    schema = _laid_out(record, shown, shown.type, shown.rows)
    contents = {
        body.media_type: _response_content(body, described)
        for body in response.bodies
        if not body.status and body.media_type
    }
    for media_type in _response_media_types(operation, ""):
        contents.setdefault(media_type, Content(media_type, schema, shown.rows, response.span))
    return tuple(contents.values())


def _response_content(body: ResponseBody, described: bool) -> Content:
    record = rows_schema(body.properties, described=described)
    schema = _laid_out(record, None, body.type, body.properties)
    binary = body.type is not None and body.type.name == "binary"
    return Content(
        body.media_type, schema, body.properties, body.span, "", binary, body.media_type != ""
    )


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
def rows_schema(rows: tuple[Property, ...], *, described: bool = False) -> Schema:
    """Return the schema of an object with the properties of a table.

    A row `address.city` is within the row `address`, and `items[].name` in each of `items`. A name
    with a dot of which there is no outer row is a name with a dot.

    Args:
        rows: The rows of the table.
        described: Whether the schemas have the words of the rows, too.
    """
    return _object([_Path(p.steps, p.row, described) for p in _paths(rows)])


def row_schema(row: Property) -> Schema:
    """Return what the values of a row may be, with its words."""
    written = row.type.written if row.type else ""
    return _described(written, row.facets, row.full_description if row.extras else row.about)


# Of all rows of a publication, five in six say what another one says.
@remembers(8192, lambda written, facets, text: len(written) + len(text))
def _described(written: str, facets: Facets, text: str) -> Schema:
    schema = schema_of_row(written, facets)
    return replace(schema, description=text) if text else schema


@dataclass(frozen=True, slots=True)
class _Path:
    """A row with the steps that lead to it: names, and `[]` for each item of an array."""

    steps: tuple[str, ...]
    row: Property | None
    described: bool = False

    @property
    def schema(self) -> Schema:
        """What the row says of its values."""
        if self.row is None:
            return ANYTHING
        return row_schema(self.row) if self.described else self.row.schema

    def below(self) -> _Path:
        """The path without its first step."""
        return _Path(self.steps[1:], self.row, self.described)


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
        own = [path for path in group if len(path.steps) == 1 and path.row]
        inner = [path.below() for path in group if len(path.steps) > 1]
        schema = own[0].schema if own else ANYTHING
        first = own[0].row if own else None
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
    of_items = [path.below() for path in paths if path.steps[0] == "[]"]
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
    own = [path for path in paths if not path.steps]
    return own[0].schema if own else items


def named_schemas(definitions: Mapping[str, TypeDefinition]) -> Mapping[str, Schema]:
    """Return the schemas of the named types, for an evaluator or a generator."""
    return {name: definition.schema for name, definition in definitions.items()}
