"""What an operation promises: what its page states of bodies, with what its examples show.

Examples add which values are null, and what is inside of arrays and objects of which the page says
no more. Who answers, tells readers what comes back, or compares answers asks here: the server,
`callsheet test`, the export and the site.

`callsheet.model.contents` has what the page alone states. It is the measure of what is sent:
examples fit whatever they themselves show, so that checks would find nothing with it, and a client
may send what no example has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from callsheet.catalog.named_types import TypeDefinition
from callsheet.http.media_types import JSON, essence, is_json
from callsheet.model import Message, Operation, Property
from callsheet.model.bodies import described_type
from callsheet.model.contents import (
    Content,
    has_own_section,
    request_contents,
    response_contents,
)
from callsheet.schema import Property as SchemaProperty
from callsheet.schema import Schema
from callsheet.schema.i_json import read_json
from callsheet.schema.infer import shown_in
from callsheet.schema.words.facets import Facet

Types = Mapping[str, TypeDefinition]
"""The definitions of the named types that a schema may refer to."""

_NONE: Types = {}


def promised_requests(operation: Operation, *, described: bool = False) -> tuple[Content, ...]:
    """Return what a request may carry, as its page and examples have it.

    Args:
        operation: The operation.
        described: Whether schemas of properties have the words of their rows, too.
    """
    contents = request_contents(operation, described=described)
    return _with_shown(contents, operation.example_requests)


def promised_responses(
    operation: Operation,
    status: int | str,
    types: Types = _NONE,
    *,
    described: bool = False,
    inline: bool = False,
    whole: bool = True,
) -> tuple[Content, ...]:
    """Return what a response of a status may carry, as its page and examples have it.

    In a whole success, a property may be null, because `$select` nulls out what is not selected,
    and all documented properties are present, unless the page says otherwise. A row that says in a
    column of its own whether the property is there is exact about null, too, where none is about
    it.

    Args:
        operation: The operation.
        status: A status, a class such as `4XX`, or `default`.
        types: The named types. A body whose table is that of its type's definition refers to it;
            without them, it is what its own table says.
        described: As for requests.
        inline: Whether what examples show of a named type stands in the place of its name. An
            answer shows what its own page shows, whatever other pages make of the type.
        whole: Whether a success has all its properties, null or not, as the server answers and
            answers are compared. A contract says no more than its page, whether or not the type
            has a name: without it, a property is optional, and null where that is said or shown.
    """
    contents = response_contents(operation, status, described=described)
    success = status == "2XX" or (isinstance(status, int) and 200 <= status < 300)
    general = success and not has_own_section(operation, status)
    shown = [m for m in operation.example_responses if _is_about(m.status, status, general)]
    enriched = _with_shown(contents, shown, inline=inline)
    promised: dict[int, Schema] = {}
    found = []
    for stated, content in zip(contents, enriched, strict=True):
        if id(stated.schema) not in promised:
            name = _defined_by(stated, types)
            is_record = whole and success and content.rows
            schema = _complete(content.schema, content) if is_record else content.schema
            promised[id(stated.schema)] = _named(stated.schema, name) if name else schema
        found.append(_with_schema(content, promised[id(stated.schema)]))
    return tuple(found)


def promised_response(
    operation: Operation, status: int | None = None, *, inline: bool = False
) -> Content | None:
    """Return what a client gets that asks for no media type: JSON, else what is built on it.

    Args:
        operation: The operation.
        status: A status; that of a success where none is given.
        inline: As for responses.

    Returns:
        The body by its own table, or None where there is none.
    """
    if status is None:
        status = operation.success.code if operation.success else 200
    contents = promised_responses(operation, status, inline=inline)

    def distance(content: Content) -> int:
        kind = essence(content.media_type or JSON)
        return (kind != JSON) + (not is_json(kind))

    return min(contents, key=distance, default=None)


def _is_about(code: int, status: int | str, general: bool) -> bool:
    if general:
        return 200 <= code < 300
    return status in (code, f"{code // 100}XX", "default")


def _with_shown(
    contents: Iterable[Content], messages: Iterable[Message], *, inline: bool = False
) -> tuple[Content, ...]:
    """The contents with what examples show; an example shows what its media type is about."""
    listed = list(contents)
    own = {essence(content.media_type) for content in listed if content.own}
    values: dict[str, list[Any]] = {}
    for message in messages:
        kind = essence(message.header("content-type") or JSON)
        try:
            value = read_json(message.body)
        except ValueError:
            # It is no JSON, or another rule reports it.
            continue
        values.setdefault(kind if kind in own else "", []).append(value)
    known: dict[int, Schema] = {}
    found = []
    for content in listed:
        if id(content.schema) not in known:
            shown = values.get(essence(content.media_type) if content.own else "", [])
            known[id(content.schema)] = _enriched(content, shown, inline=inline)
        found.append(_with_schema(content, known[id(content.schema)]))
    return tuple(found)


def _with_schema(content: Content, schema: Schema) -> Content:
    return content if schema is content.schema else replace(content, schema=schema)


def _enriched(content: Content, shown: Iterable[Any], *, inline: bool) -> Schema:
    if content.binary:
        return content.schema
    if content.rows or not content.schema.written:
        # What stands for no body says nothing of one.
        shown = [value for value in shown if value is not None]
    nulls = not content.tells_of_null
    return shown_in(content.schema, shown, inline=inline, nulls=nulls)


def _complete(schema: Schema, content: Content) -> Schema:
    """A schema whose record has all its properties, null or not, unless its rows say otherwise."""
    if not schema.properties:
        for field in ("items", "additional_properties"):
            held = getattr(schema, field)
            if held is not None and held.properties:
                changes: dict[str, Any] = {field: _complete(held, content)}
                return replace(schema, **changes)
        return schema
    # A table without a column for null may tell of each row that it must be there, or need not.
    told = _with_cell(content.rows, Facet.REQUIRED)
    properties = tuple(
        SchemaProperty(
            item.name,
            item.schema if content.tells_of_null or item.name in told else item.schema.or_null(),
            True if item.required is None else item.required,
            item.span,
        )
        for item in schema.properties
    )
    return replace(schema, properties=properties)


def _with_cell(rows: Iterable[Property], facet: Facet) -> set[str]:
    return {row.name for row in rows if row.facets and facet in dict(row.facets)}


def _named(schema: Schema, name: str) -> Schema:
    """A body with the name of a type in the place of the record that its table describes."""
    if schema.properties:
        return Schema(ref=name)
    field = "items" if schema.items is not None else "additional_properties"
    changes: dict[str, Any] = {field: Schema(ref=name)}
    return replace(schema, **changes)


def _defined_by(content: Content, types: Types) -> str:
    """The named type of a body's record, if the body's table is that of its definition."""
    schema = content.schema
    record = schema if schema.properties else schema.items or schema.additional_properties
    definition = types.get(described_type(content.type))
    if definition is None or record is None or not record.properties:
        return ""
    if content.type and content.type.is_named and record is not schema:
        # An example shows something else than the heading says.
        return ""
    defined = {item.name: item.schema for item in definition.properties}
    stated = {item.name: item.schema for item in record.properties}
    if {n: s.written for n, s in stated.items()} != {n: s.written for n, s in defined.items()}:
        return ""
    limited = {row.name for row in content.rows if row.facets} & stated.keys()
    same = all(_says(stated[name]) == _says(defined[name]) for name in limited)
    return definition.name if same else ""


def _says(schema: Schema) -> Schema:
    """What a row says of its values, without its words and what examples add."""
    changes: dict[str, Any] = {"description": "", "items": None, "additional_properties": None}
    if schema.reference:
        changes |= {"ref": schema.reference, "any_of": ()}
    types = tuple(name for name in schema.types if name != "null")
    return replace(schema, types=types, properties=(), **changes)
