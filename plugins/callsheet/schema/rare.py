"""The keywords that few schemas have: which values fit them, and what such values need."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonpointer import escape

from callsheet.schema.conjunction import conjunction
from callsheet.schema.regex.patterns import matcher
from callsheet.schema.schema import ANYTHING, NO_RARE, RareKeywords, Schema, by_name

_MAX_DEPTH = 100
"""Nested schemas; each takes a frame of Python's stack."""

Fits = Callable[[Any, Schema, str], bool]
"""Tells whether a part of a value, at a pointer from it, fits a schema."""

MAX_DESCRIPTIONS = 1000
"""Schemas that are tried, for one value, to tell which properties and items they describe.

Further ones describe all of them. Without a limit, schemas within each other would take a time that
doubles with each level.
"""


class Descriptions:
    """Counts the schemas that are tried for one value."""

    def __init__(self) -> None:
        self.left = MAX_DESCRIPTIONS

    def is_over(self) -> bool:
        """Count one more, and tell whether that is too many."""
        self.left -= 1
        return self.left < 0


@dataclass(frozen=True, slots=True)
class Demand:
    """A keyword that a value breaks, or a schema that applies to a part of it.

    Attributes:
        keyword: The keyword, as JSON Schema spells it.
        pointer: The part, from the value.
        value: The part itself.
        inner: The schema that it has to fit; None where it breaks the keyword.
        schema: The schema of a part that is missing.
        is_missing: Whether the part is missing.
    """

    keyword: str
    pointer: str
    value: Any
    inner: Schema | None = None
    schema: Schema | None = None
    is_missing: bool = False


def broken_rare(
    value: Any,
    schema: Schema,
    fits: Fits,
    types: Mapping[str, Schema],
    matches: Callable[[str, str], bool],
    descriptions: Descriptions,
) -> Iterator[Demand]:
    """Yield the rare keywords that a value breaks, and the schemas that it has to fit as well.

    Args:
        value: As the `json` module reads it.
        schema: Its schema, which has rare keywords.
        fits: Tells whether a part of the value fits a schema.
        types: The named types.
        matches: Tells whether a pattern matches a text.
        descriptions: The limit on the schemas that are tried.
    """
    rare = schema.rare or RareKeywords()
    if rare.if_ is not None:
        branch = rare.then if fits(value, rare.if_, "") else rare.else_
        if branch is not None:
            yield Demand("if", "", value, branch)
    described = _Described(fits, types, matches, descriptions)
    if isinstance(value, dict):
        yield from _of_object(value, schema, rare, fits)
        if rare.unevaluated_properties is not None:
            known = described.names(value, schema)
            for name in value:
                if name not in known:
                    place = f"/{escape(name)}"
                    inner = rare.unevaluated_properties
                    yield Demand("unevaluatedProperties", place, value[name], inner)
    elif isinstance(value, list):
        if rare.contains is not None:
            yield from _of_items(value, rare, fits)
        if rare.unevaluated_items is not None:
            known_items = described.items(value, schema)
            for index, item in enumerate(value):
                if index not in known_items:
                    inner = rare.unevaluated_items
                    yield Demand("unevaluatedItems", f"/{index}", item, inner)


def _of_object(
    value: dict[str, Any], schema: Schema, rare: RareKeywords, fits: Fits
) -> Iterator[Demand]:
    if rare.property_names is not None:
        for name in value:
            # A name is at no pointer; this one is that of no value.
            if not fits(name, rare.property_names, f"\0{name}"):
                yield Demand("propertyNames", f"/{escape(name)}", name)
    for name, needs in rare.dependent_required:
        for need in needs if name in value else ():
            if need not in value:
                item = by_name(schema.properties).get(need)
                part = item.schema if item else ANYTHING
                place = f"/{escape(need)}"
                yield Demand("dependentRequired", place, None, schema=part, is_missing=True)
    for name, inner in rare.dependent_schemas:
        if name in value:
            yield Demand("dependentSchemas", "", value, inner)


def _of_items(value: list[Any], rare: RareKeywords, fits: Fits) -> Iterator[Demand]:
    some = rare.contains or ANYTHING
    number = sum(fits(item, some, f"/{index}") for index, item in enumerate(value))
    if number < min_contains(rare):
        yield Demand("contains", "", value)
    elif rare.max_contains is not None and number > rare.max_contains:
        yield Demand("maxContains", "", value)


class _Described:
    """Parts of a value that a schema describes (JSON Schema 2020-12, Core, 11).

    Args:
        fits: Tells whether a part of the value fits a schema.
        types: The named types.
        matches: Tells whether a pattern matches a text.
        descriptions: The limit on the schemas that are tried.
    """

    def __init__(
        self,
        fits: Fits,
        types: Mapping[str, Schema],
        matches: Callable[[str, str], bool],
        descriptions: Descriptions,
    ) -> None:
        self._all_fits = fits
        self._descriptions = descriptions
        self._types = types
        self._matches = matches

    def names(self, value: dict[str, Any], schema: Schema) -> set[str]:
        """Return the properties that a schema describes, besides what it says of all others."""
        known: set[str] = set()
        for part in self._parts(value, schema):
            is_outer = part is schema
            others = part.rare.unevaluated_properties if part.rare and not is_outer else None
            if part.additional_properties is not None or others is not None:
                return set(value)
            described = by_name(part.properties)
            known |= {name for name in value if name in described}
            for pattern, _ in part.pattern_properties:
                known |= {name for name in value if self._matches(pattern, name)}
        return known

    def items(self, value: list[Any], schema: Schema) -> set[int]:
        """Return the numbers of the items that a schema describes, as for properties."""
        known: set[int] = set()
        for part in self._parts(value, schema):
            others = part.rare.unevaluated_items if part.rare and part is not schema else None
            if part.items is not None or others is not None:
                return set(range(len(value)))
            known.update(range(len(part.prefix_items)))
            if part.rare and (some := part.rare.contains) is not None:
                known.update(n for n, item in enumerate(value) if self._fits(item, some, f"/{n}"))
        return known

    def _fits(self, value: Any, schema: Schema, place: str = "") -> bool:
        return self._descriptions.is_over() or self._all_fits(value, schema, place)

    def _parts(self, value: Any, schema: Schema, depth: int = 0) -> Iterator[Schema]:
        """Yield a schema and those within it that apply to the same value."""
        if depth > _MAX_DEPTH or self._descriptions.is_over():
            yield Schema(items=ANYTHING, additional_properties=ANYTHING)
            return
        yield schema
        inner = list(schema.all_of)
        if schema.ref and (named := self._types.get(schema.ref)):
            inner.append(named)
        elif schema.ref:
            # Nobody knows what a type describes that no page defines.
            yield Schema(items=ANYTHING, additional_properties=ANYTHING)
        inner += (part for part in (*schema.any_of, *schema.one_of) if self._fits(value, part))
        if rare := schema.rare:
            if rare.if_ is not None:
                is_so = self._fits(value, rare.if_)
                branch = rare.then if is_so else rare.else_
                inner += ([rare.if_] if is_so else []) + ([branch] if branch else [])
            if isinstance(value, dict):
                inner += (part for name, part in rare.dependent_schemas if name in value)
        for part in inner:
            yield from self._parts(value, part, depth + 1)


def min_contains(rare: RareKeywords) -> int:
    """Return how many items have to fit `contains`."""
    return 1 if rare.min_contains is None else rare.min_contains


def settled(schema: Schema, attempt: int, optional: bool) -> Schema:
    """Return a schema without conditions, whose values meet those of another one if they can.

    Args:
        schema: A schema with rare keywords.
        attempt: The number of the attempt; odd ones take the branch `else`.
        optional: Whether values will have optional properties.
    """
    rare = schema.rare or NO_RARE
    parts = [schema.with_rare(if_=None, then=None, else_=None, dependent_required=(),
                              dependent_schemas=())]  # fmt: skip
    if rare.if_ is not None:
        branches = (rare.else_,) if attempt % 2 else (rare.if_, rare.then)
        parts += (branch for branch in branches if branch is not None)
    names = {item.name for item in schema.properties if optional or item.required}
    names.update(schema.required)
    parts += (inner for name, inner in rare.dependent_schemas if name in names)
    needs = dict.fromkeys(n for name, every in rare.dependent_required if name in names
                          for n in every)  # fmt: skip
    parts.append(Schema(required=tuple(needs)))
    return conjunction(parts)


def other_schema(schema: Schema, name: str) -> Schema | None:
    """Return the schema of a property that has no description of its own; None where any goes."""
    for pattern, inner in schema.pattern_properties:
        found = matcher(pattern)
        if found and found.search(name):
            return inner
    if schema.additional_properties is None and schema.rare:
        return schema.rare.unevaluated_properties
    return schema.additional_properties
