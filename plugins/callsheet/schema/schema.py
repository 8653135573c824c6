"""Which values are allowed: the vocabulary of JSON Schema 2020-12 that OpenAPI 3.1 uses.

A schema is made of one page's words, of an OpenAPI document, or of examples; what it means does not
depend on that. Keywords that assert nothing in OpenAPI documents that people write are kept in
`others`, so that an export loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from callsheet.memo import cached_by_identity
from callsheet.spans import Span

TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
"""The primitive types of JSON Schema (Validation, 6.1.1)."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A JSON value that a schema states, such as a default; it can be hashed and compared.

    Attributes:
        text: Its JSON, with the keys of objects in order, so that equal values have equal texts.
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
    """One of the values of an enumeration, with what a page or document says of it."""

    literal: Literal
    description: str = ""

    @property
    def value(self) -> Any:
        """The value itself."""
        return self.literal.value


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Which alternative an object is, by one of its properties (OpenAPI 3.1.0, 4.8.25).

    Attributes:
        property_name: The property that tells.
        mapping: Pairs of its values and the named types that they stand for; a value that is not
            there is the name of its type.
    """

    property_name: str
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Schema:
    """What values are allowed.

    An empty schema allows everything. Fields are JSON Schema's keywords in Python's spelling.

    Attributes:
        types: Names of `TYPES`; empty where any type goes.
        ref: The named type that the value must also be of, if any.
        enum: The allowed values; empty where there is no such list.
        const: The only allowed value.
        pattern: A regular expression (ECMA-262) that a text must contain.
        properties: The properties that are described, in the order of the page.
        required: Names that an object must have though no property of that name is described.
        additional_properties: What all other properties must be; None where anything goes.
        written: How the page writes the type, such as `Integer`; empty where no page does.
        span: The lines that state it, if a page does.
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
    not_: Schema | None = None
    discriminator: Discriminator | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    written: str = ""
    span: Span | None = None
    others: tuple[tuple[str, Literal], ...] = ()

    def __repr__(self) -> str:
        """Show what it says, and nothing of what it leaves open."""
        said = ((name, getattr(self, name)) for name in self.__slots__)
        # Zero is said, though it equals False.
        shown = [f"{n}={v!r}" for n, v in said if v or (v == 0 and v is not False)]
        return f"Schema({', '.join(shown)})"

    @property
    def type(self) -> str:
        """The first type besides null; empty where any type goes."""
        return next((name for name in self.types if name != "null"), "")

    @property
    def nullable(self) -> bool:
        """Whether it says that null is a value, too."""
        return "null" in self.types or (bool(self.any_of) and NULL in self.any_of)

    @property
    def reference(self) -> str:
        """The named type that a value is of if it is not null; empty where there is none."""
        if self.ref or len(self.any_of) != 2 or self.any_of[1] != NULL:
            return self.ref
        return self.any_of[0].ref

    @property
    def values(self) -> tuple[Any, ...]:
        """The values of its enumeration, or its only value."""
        if self.const is not None:
            return (self.const.value,)
        return tuple(item.value for item in self.enum)

    def or_null(self) -> Schema:
        """Return this schema with null as a further value."""
        return self if self == ANYTHING or self.nullable else _or_null(self)

    def without_null(self) -> Schema:
        """Return this schema without null, unless null is all that it allows, or all goes."""
        if not self.nullable or self.types in (TYPES, NULL.types):
            return self
        if self.types:
            types = tuple(name for name in self.types if name != "null")
            return replace(
                self, types=types, enum=tuple(item for item in self.enum if item.value is not None)
            )
        rest = tuple(inner for inner in self.any_of if inner != NULL)
        if len(rest) > 1:
            return replace(self, any_of=rest)
        return replace(self, ref=rest[0].ref, any_of=()) if self.reference else rest[0]

    def property(self, name: str) -> PropertySchema | None:
        """Return the property of that name."""
        return by_name(self.properties).get(name)


@dataclass(frozen=True, slots=True)
class PropertySchema:
    """A named part of an object's schema.

    Attributes:
        name: Its name.
        schema: What its values must be.
        required: Whether an object must have it; None where nothing is said.
        span: The lines that describe it, if a page does.
    """

    name: str
    schema: Schema
    required: bool | None = None
    span: Span | None = None


ANYTHING = Schema()
"""The schema `true`."""

NULL = Schema(types=("null",))

NOTHING = Schema(not_=ANYTHING)
"""The schema `false`, which no value fits."""


@lru_cache(maxsize=4096)
def _or_null(schema: Schema) -> Schema:
    if schema.types:
        enum = schema.enum
        if enum and not any(item.value is None for item in enum):
            enum = (*enum, EnumValue(Literal.of(None)))
        return replace(schema, types=(*schema.types, "null"), enum=enum)
    if schema.any_of:
        return replace(schema, any_of=(*schema.any_of, NULL))
    if schema.ref:
        # What is said of the value stays beside the choice.
        return replace(schema, ref="", any_of=(Schema(ref=schema.ref), NULL))
    return Schema(any_of=(schema, NULL), written=schema.written)


@cached_by_identity(4096)
def by_name(properties: tuple[PropertySchema, ...]) -> Mapping[str, PropertySchema]:
    """Return properties by their names; of those with one name, the first."""
    return {item.name: item for item in reversed(properties)}


def enumeration(values: Iterable[Any], **keywords: Any) -> Schema:
    """Return the schema of a list of values, with other keywords beside it."""
    return Schema(enum=tuple(EnumValue(Literal.of(value)) for value in values), **keywords)
