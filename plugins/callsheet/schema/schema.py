"""Schemas: the vocabulary of JSON Schema 2020-12 that OpenAPI 3.1 uses.

A schema comes from the words of a page, from an OpenAPI document, or from examples; its meaning
does not depend on that. Unsupported keywords are kept in `others`, so that an export has them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from callsheet.findings import Span
from callsheet.memo import cached_by_identity
from callsheet.records import record

TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
"""The primitive types of JSON Schema (Validation, 6.1.1)."""


_FILES = frozenset({"base64", "binary", "byte"})
"""Formats and encodings of bytes."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A JSON value in a schema, such as a default, that can be hashed and compared.

    Attributes:
        text: Its JSON, with the keys of objects sorted, so that equal values have equal texts.
    """

    text: str

    @classmethod
    def of(cls, value: Any) -> Literal:
        """Wrap a value as the `json` module reads it."""
        return cls(json.dumps(value, ensure_ascii=False, sort_keys=True))

    @property
    def value(self) -> Any:
        """The value; objects and arrays are new ones each time."""
        return json.loads(self.text)


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One of the values of an enumeration, with its description."""

    literal: Literal
    description: str = ""

    @property
    def value(self) -> Any:
        """The value itself."""
        return self.literal.value


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that selects one of several alternatives (OpenAPI 3.1.0, 4.8.25).

    Attributes:
        property_name: The property.
        mapping: Pairs of its values and the named types that they select; any other value is itself
            the name of a type.
    """

    property_name: str
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RareKeywords:
    """The keywords that few schemas have, which would make all others larger.

    Attributes:
        contains: What some items of an array must fit: one, or the number that the limits say.
        property_names: What the names of properties must fit.
        dependent_required: Pairs of a property and those that an object must have along with it.
        dependent_schemas: Pairs of a property and what an object with it must fit, too.
        unevaluated_items: The schema of items that nothing else in the schema describes.
        unevaluated_properties: The schema of properties that nothing else in the schema describes.
        content_schema: What the parsed content of a text fits; an annotation.
        xml: How a value is written in XML (OpenAPI 3.1.0, 4.8.26).
    """

    contains: Schema | None = None
    min_contains: int | None = None
    max_contains: int | None = None
    property_names: Schema | None = None
    dependent_required: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dependent_schemas: tuple[tuple[str, Schema], ...] = ()
    if_: Schema | None = None
    then: Schema | None = None
    else_: Schema | None = None
    unevaluated_items: Schema | None = None
    unevaluated_properties: Schema | None = None
    content_schema: Schema | None = None
    xml: Literal | None = None


@record(repr=False)
class Schema:
    """The values that are allowed.

    An empty schema allows everything. Fields are JSON Schema's keywords in Python's spelling.

    Attributes:
        types: Names of `TYPES`; empty where any type goes.
        ref: The named type that the value must also be of, if any.
        enum: The allowed values; empty where there is no such list.
        const: The only allowed value.
        pattern: A regular expression (ECMA-262) that a text must contain.
        properties: The described properties, in the order of the page.
        required: Names that an object must have, beyond those of required `properties`.
        additional_properties: The schema of all other properties; None allows any.
        written: The type as the page writes it, such as `Integer`; empty without a page.
        exclusive: Whether `any_of` is meant as alternatives of which a value fits one alone. It is
            documented as `oneOf`, and not held against values: those of real documents overlap.
        span: The lines of the page that state it, if any.
        rare: The keywords that few schemas have; None where it has none of them.
        others: Other keywords with their values, kept for export.
    """

    types: tuple[str, ...] = ()
    ref: str = ""
    format: str = ""
    title: str = ""
    description: str = ""
    enum: tuple[EnumValue, ...] = ()
    const: Literal | None = None
    default: Literal | None = None
    examples: tuple[Literal, ...] = ()
    multiple_of: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""
    content_encoding: str = ""
    content_media_type: str = ""
    items: Schema | None = None
    prefix_items: tuple[Schema, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    properties: tuple[PropertySchema, ...] = ()
    required: tuple[str, ...] = ()
    pattern_properties: tuple[tuple[str, Schema], ...] = ()
    additional_properties: Schema | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    all_of: tuple[Schema, ...] = ()
    any_of: tuple[Schema, ...] = ()
    one_of: tuple[Schema, ...] = ()
    exclusive: bool = False
    not_: Schema | None = None
    rare: RareKeywords | None = None
    discriminator: Discriminator | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    written: str = ""
    span: Span | None = None
    others: tuple[tuple[str, Literal], ...] = ()

    def __eq__(self, other: object) -> bool:
        """Compare by the keywords; most comparisons are of one object, or of different types."""
        if self is other:
            return True
        if not isinstance(other, Schema):
            return NotImplemented
        return self.types == other.types and _keywords(self) == _keywords(other)

    def __repr__(self) -> str:
        """Show the keywords that are set."""
        fields = zip(self.__match_args__, _keywords(self), strict=True)
        # A limit of zero is set, though it equals False.
        shown = [f"{n}={v!r}" for n, v in fields if v or (v == 0 and v is not False)]
        return f"Schema({', '.join(shown)})"

    @property
    def type(self) -> str:
        """The first type besides null; empty where any type is allowed."""
        if len(self.types) == 1 and self.types[0] != "null":
            return self.types[0]
        return next((name for name in self.types if name != "null"), "")

    @property
    def nullable(self) -> bool:
        """Whether it states that null is allowed, too."""
        return "null" in self.types or (bool(self.any_of) and NULL in self.any_of)

    @property
    def holds_file(self) -> bool:
        """Whether its values are the bytes of files, in base64 or as they are."""
        return self.format in _FILES or self.content_encoding in _FILES

    @property
    def reference(self) -> str:
        """The named type of a value that is not null; empty where there is none."""
        if self.ref or len(self.any_of) != 2 or self.any_of[1] != NULL:
            return self.ref
        return self.any_of[0].ref

    @property
    def values(self) -> tuple[Any, ...]:
        """The values of its enumeration, or its only value."""
        if self.const is not None:
            return (self.const.value,)
        return tuple(item.value for item in self.enum)

    def replace(self, **changes: Any) -> Schema:
        """Return a copy with other keywords: `dataclasses.replace`, in half the time."""
        values = [*_keywords(self)]
        for name, value in changes.items():
            values[_POSITIONS[name]] = value
        return Schema(*values)

    def or_null(self) -> Schema:
        """Return this schema with null allowed, too."""
        return self if self.nullable or self == ANYTHING else _or_null(self)

    def without_null(self) -> Schema:
        """Return this schema without null, unless it allows nothing else, or everything."""
        if not self.nullable or self.types in (TYPES, NULL.types):
            return self
        if self.types:
            types = tuple(name for name in self.types if name != "null")
            enum = tuple(item for item in self.enum if item.value is not None)
            return self.replace(types=types, enum=enum)
        rest = tuple(inner for inner in self.any_of if inner != NULL)
        if len(rest) > 1:
            return self.replace(any_of=rest)
        return self.replace(ref=rest[0].ref, any_of=()) if self.reference else rest[0]

    def with_rare(self, **changes: Any) -> Schema:
        """Return a copy with other rare keywords."""
        found = replace(self.rare or NO_RARE, **changes)
        return self.replace(rare=None if found == NO_RARE else found)

    def property(self, name: str) -> PropertySchema | None:
        """Return the property of that name."""
        return by_name(self.properties).get(name)


# In C, since schemas are compared by the hundred thousand.
_keywords: Callable[[Schema], tuple[Any, ...]] = attrgetter(*Schema.__match_args__)
_POSITIONS = {name: number for number, name in enumerate(Schema.__match_args__)}


@record()
class PropertySchema:
    """A named part of an object's schema.

    Attributes:
        name: Its name.
        schema: The schema of its values.
        required: Whether an object must have it; None where that is not stated.
        span: The lines that describe it, if a page does.
    """

    name: str
    schema: Schema
    required: bool | None = None
    span: Span | None = None


NO_RARE = RareKeywords()

ANYTHING = Schema()
"""The schema `true`."""

NULL = Schema(types=("null",))

NOTHING = Schema(not_=ANYTHING)
"""The schema `false`, which no value fits."""


@cached_by_identity(4096)
def _or_null(schema: Schema) -> Schema:
    if schema.types:
        enum = schema.enum
        if enum and not any(item.value is None for item in enum):
            enum = (*enum, EnumValue(Literal.of(None)))
        return schema.replace(types=(*schema.types, "null"), enum=enum)
    if schema.any_of:
        return schema.replace(any_of=(*schema.any_of, NULL))
    if schema.ref:
        # Keywords next to the reference stay next to `any_of`.
        return schema.replace(ref="", any_of=(Schema(ref=schema.ref), NULL))
    return Schema(any_of=(schema, NULL), written=schema.written)


@cached_by_identity(4096)
def by_name(properties: tuple[PropertySchema, ...]) -> Mapping[str, PropertySchema]:
    """Index properties by their names; the first of a name wins."""
    return {item.name: item for item in reversed(properties)}


_LISTS = ("prefix_items", "all_of", "any_of", "one_of")
_INNER = ("items", "additional_properties", "not_")
_RARE = (
    "contains", "property_names", "if_", "then", "else_", "unevaluated_items",
    "unevaluated_properties", "content_schema",
)  # fmt: skip


def with_inner(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Return a schema with each schema directly within it changed."""
    changes: dict[str, Any] = {
        name: tuple(map(change, listed)) for name in _LISTS if (listed := getattr(schema, name))
    }
    changes |= {
        name: change(inner) for name in _INNER if (inner := getattr(schema, name)) is not None
    }
    if schema.properties:
        changes["properties"] = tuple(
            replace(item, schema=change(item.schema)) for item in schema.properties
        )
    if schema.pattern_properties:
        changes["pattern_properties"] = tuple(
            (pattern, change(inner)) for pattern, inner in schema.pattern_properties
        )
    if rare := schema.rare:
        found: dict[str, Any] = {
            name: change(inner) for name in _RARE if (inner := getattr(rare, name)) is not None
        }
        found["dependent_schemas"] = tuple(
            (name, change(inner)) for name, inner in rare.dependent_schemas
        )
        changes["rare"] = replace(rare, **found)
    return schema.replace(**changes) if changes else schema


def enumeration(values: Iterable[Any], **keywords: Any) -> Schema:
    """Return the schema of an enumeration, with other keywords."""
    return Schema(enum=tuple(EnumValue(Literal.of(value)) for value in values), **keywords)


# Most properties say no more than their type, and most values are of it.
@cached_by_identity(8192)
def types_alone(schema: Schema) -> tuple[str, ...]:
    """Return the types of which all values fit; none where a schema says more of its values."""
    words = schema.replace(
        description="",
        default=None,
        examples=(),
        read_only=False,
        write_only=False,
        deprecated=False,
        written="",
        span=None,
    )
    return schema.types if words == Schema(types=schema.types) else ()


def limits_numbers(schema: Schema) -> bool:
    """Tell whether a schema limits numbers, which few do."""
    return not (
        schema.minimum is None
        and schema.maximum is None
        and schema.exclusive_minimum is None
        and schema.exclusive_maximum is None
        and schema.multiple_of is None
    )


def levels(schema: Schema) -> Iterator[Schema]:
    """Yield a schema, then that of its items or map values, then that of theirs, and so on.

    The cells `Values` and `Limits` of a row may be about any of them.
    """
    yield schema
    while (field := holder(schema)) and (held := getattr(schema, field)) is not None:
        yield (schema := held)


def holder(schema: Schema) -> str:
    """Return the field with the schema of items or map values; empty for any other type."""
    if schema.type == "array":
        return "items"
    is_map = schema.type == "object" and schema.additional_properties is not None
    return "additional_properties" if is_map and not schema.properties else ""
