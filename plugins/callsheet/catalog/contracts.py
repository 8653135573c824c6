"""The contract of an operation: the bodies that its page states, completed by its examples.

Examples add which values are null, and what is inside of arrays and objects that the page does not
describe. Everything that answers, compares answers or documents the operation uses the contract:
the server, `callsheet test`, the export and the site.

Requests are validated against `callsheet.model.contents` instead, which is what the page alone
states: a client may send what no example has. So are examples, which would fit whatever they show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from callsheet.catalog.named_types import TypeDefinition
from callsheet.http.media_types import JSON, essence, is_json
from callsheet.memo import cached_by_identity_and_values
from callsheet.model import Message, Operation, Property
from callsheet.model.bodies import described_type
from callsheet.model.contents import Content, has_own_section, request_contents, response_contents
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.i_json import read_example
from callsheet.schema.infer import completed_by_examples, is_stated, is_type_assumed, with_assumed
from callsheet.schema.words.facets import Facet

Types = Mapping[str, TypeDefinition]
"""The definitions of the named types that a schema may refer to."""

_NONE: Types = {}


def promised_requests(
    operation: Operation, types: Types = _NONE, *, described: bool = False
) -> tuple[Content, ...]:
    """Return the contents of a request, completed by examples.

    Args:
        operation: The operation.
        types: The named types. A body whose table equals the definition of its type becomes a
            reference to that, as in responses.
        described: Whether the schemas of properties have descriptions, and what only examples show
            is marked as assumed.
    """
    contents = request_contents(operation, described=described)
    completed = _completed(operation, None)
    return _promised(contents, completed, types, described=described, is_request=True)


def _required(schema: Schema) -> set[str]:
    """Return the names of the properties that a record requires."""
    held = schema.items or schema.additional_properties
    record = schema if schema.properties or held is None else held
    return {item.name for item in record.properties if item.required}


def promised_responses(
    operation: Operation,
    status: int | str,
    types: Types = _NONE,
    *,
    described: bool = False,
    inline: bool = False,
    whole: bool = True,
) -> tuple[Content, ...]:
    """Return the contents of a response with a status, completed by examples.

    In a whole success, all documented properties are present, and may be null because `$select`
    sets to null what is not selected, unless the page says otherwise. A table with a column
    `Required` and none for null is exact about null, too.

    Args:
        operation: The operation.
        status: A status, a class such as `4XX`, or `default`.
        types: The named types. A body whose table equals the definition of its type becomes a
            reference to that; without them, its schema is that of its own table.
        described: As for requests.
        inline: Whether to replace a named type by the objects that examples of this page show,
            whatever other pages say of the type.
        whole: Whether a success has all its properties, null or not: that is how the server
            answers, and how answers are compared. For an exported document it is false: there, a
            property is optional, and nullable only where that is stated or shown.
    """
    contents = response_contents(operation, status, described=described)
    completed = _completed(operation, status, inline=inline)
    whole = whole and _is_success(status)
    return _promised(contents, completed, types, described=described, whole=whole)


def promised_response(
    operation: Operation, status: int | None = None, *, inline: bool = False, whole: bool = True
) -> Content | None:
    """Return the response to a client that asks for no media type: JSON, else a format built on it.

    Args:
        operation: The operation.
        status: A status; by default, that of a success.
        inline: As for responses.
        whole: As for responses.

    Returns:
        The content by its own table, or None where there is none.
    """
    if status is None:
        status = operation.success.code if operation.success else 200
    contents = promised_responses(operation, status, inline=inline, whole=whole)

    def distance(content: Content) -> int:
        kind = essence(content.media_type or JSON)
        return (kind != JSON) + (not is_json(kind))

    return min(contents, key=distance, default=None)


def _promised(
    contents: Iterable[Content],
    completed: Iterable[tuple[Schema, Schema]],
    types: Types,
    *,
    described: bool,
    is_request: bool = False,
    whole: bool = False,
) -> tuple[Content, ...]:
    """Return contents as they are promised, given what `_completed` returns of them."""
    promised: dict[int, Schema] = {}
    found = []
    for content, (stated, schema) in zip(contents, completed, strict=True):
        own = content.schema
        # By identity, as contents of several media types often share one schema, and to hash a
        # schema hashes everything in it.
        if id(own) not in promised:
            name = _defined_by(content, types)
            if name and not (is_request and _required(own) != _required(types[name].schema)):
                promised[id(own)] = _named(own, name)
            else:
                schema = with_assumed(schema, stated, own) if described else schema
                is_record = whole and content.rows
                promised[id(own)] = _complete(schema, content) if is_record else schema
        found.append(content.of_schema(promised[id(own)]))
    return tuple(found)


def _is_success(status: int | str) -> bool:
    return status == "2XX" or (isinstance(status, int) and 200 <= status < 300)


def _is_about(code: int, status: int | str, general: bool) -> bool:
    if general:
        return 200 <= code < 300
    return status in (code, f"{code // 100}XX", "default")


# A page asks for them with descriptions and without: examples say nothing about these.
@cached_by_identity_and_values(64)
def _completed(
    operation: Operation, status: int | str | None, *, inline: bool = False
) -> tuple[tuple[Schema, Schema], ...]:
    """Return the schema of each content, and the same completed by examples of its media type.

    The contents are those of a response with the status, or of the request where that is None.
    """
    messages: Iterable[Message] = operation.example_requests
    contents = request_contents(operation)
    if status is not None:
        contents = response_contents(operation, status)
        general = _is_success(status) and not has_own_section(operation, status)
        every = operation.example_responses
        messages = [m for m in every if _is_about(m.status, status, general)]
    own = {essence(content.media_type) for content in contents if content.own}
    values: dict[str, list[Any]] = {}
    for message in messages if contents else ():
        if not message.is_evidence:
            continue
        kind = essence(message.header("content-type") or JSON)
        try:
            value = read_example(message.body)
        except ValueError:
            # It is not JSON, or a rule of docs CI reports it.
            continue
        values.setdefault(kind if kind in own else "", []).append(value)
    known: dict[int, Schema] = {}
    for content in contents:
        # Contents that share a schema go on sharing one, which is then converted once.
        if id(content.schema) not in known:
            shown = values.get(essence(content.media_type) if content.own else "", [])
            known[id(content.schema)] = _enriched(content, shown, inline=inline)
    return tuple((content.schema, known[id(content.schema)]) for content in contents)


def _enriched(content: Content, shown: list[Any], *, inline: bool) -> Schema:
    if content.binary:
        return content.schema
    if content.rows or not content.schema.written:
        # An example that is null stands for no body.
        shown = [value for value in shown if value is not None]
    nulls = not content.tells_of_null
    return completed_by_examples(content.schema, shown, inline=inline, nulls=nulls)


def _complete(schema: Schema, content: Content) -> Schema:
    """Require all properties of a record, null or not, unless its rows say otherwise."""
    if not schema.properties:
        for field in ("items", "additional_properties"):
            held = getattr(schema, field)
            if held is not None and held.properties:
                changes: dict[str, Any] = {field: _complete(held, content)}
                return schema.replace(**changes)
        return schema
    # In a table with a column `Required` and none for null, rows with that cell are not nullable.
    explicit = _with_cell(content.rows, Facet.REQUIRED)
    tells_of_null = content.tells_of_null
    properties = tuple(
        PropertySchema(
            item.name,
            item.schema if tells_of_null or item.name in explicit else item.schema.or_null(),
            True if item.required is None else item.required,
            item.span,
        )
        for item in schema.properties
    )
    return schema.replace(properties=properties)


def _with_cell(rows: Iterable[Property], facet: Facet) -> set[str]:
    return {row.name for row in rows if row.facets and facet in dict(row.facets)}


def _named(schema: Schema, name: str) -> Schema:
    """Replace the record that a body's table describes by a reference to a named type."""
    if schema.properties:
        named = Schema(ref=name)
        return named.or_null() if schema.nullable else named
    field = "items" if schema.items is not None else "additional_properties"
    changes: dict[str, Any] = {field: Schema(ref=name)}
    return schema.replace(**changes)


def _defined_by(content: Content, types: Types) -> str:
    """Return the named type whose definition equals the table of a body; else ""."""
    schema = content.schema
    record = schema if schema.properties else schema.items or schema.additional_properties
    definition = types.get(described_type(content.type))
    if definition is None or record is None or not record.properties:
        return ""
    if content.type and content.type.is_named and record is not schema:
        # An example shows another layout than the heading states.
        return ""
    defined = {item.name: item.schema for item in definition.properties}
    stated = {item.name: item.schema for item in record.properties}
    if stated.keys() != defined.keys():
        return ""
    # Of a property without a type, the definition has the type that examples show.
    typed = {name for name, each in stated.items() if is_stated(each)}
    if any(stated[name].written != defined[name].written for name in typed):
        return ""
    if any(not is_type_assumed(defined[name]) for name in stated.keys() - typed):
        return ""
    limited = {row.name for row in content.rows if row.facets} & typed
    same = all(_stated(stated[name]) == _stated(defined[name]) for name in limited)
    return definition.name if same else ""


def _stated(schema: Schema) -> Schema:
    """Return the statement of a row about its values, without descriptions and examples."""
    changes: dict[str, Any] = {"description": "", "items": None, "additional_properties": None}
    changes["others"] = ()
    if schema.reference:
        changes |= {"ref": schema.reference, "any_of": ()}
    # Examples add null, too, so it says nothing about what the row states.
    types = tuple(name for name in schema.types if name != "null")
    return schema.replace(types=types, properties=(), **changes)
