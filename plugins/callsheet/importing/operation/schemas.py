"""Reads the schemas of a document, and merges what they refer to or combine."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from jsonpointer import escape

from callsheet import lazy_re as re
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import NodeCache, Resolver, SpecNode
from callsheet.schema import ANYTHING, NOTHING, NULL, EnumValue, Literal, Schema
from callsheet.schema import conjunction as together
from callsheet.schema.documents import REFERENCE
from callsheet.schema.json_schema import read_schema

MAX_DEPTH = 20
"""The depth of combined schemas (`allOf`, `anyOf`, `oneOf` and references)."""

MAX_PARTS = 200
"""The number of schemas that one schema combines."""

_MAX_SAME = 20_000
"""Characters of a schema in place that is compared with others."""

_ANNOTATED = re.compile(r'"(?:x-|title"|externalDocs"|xml"|\$)')
_TOO_MANY = "It is put together of too many schemas"
_STRUCTURE = (
    "properties", "required", "items", "additional_properties", "prefix_items", "enum", "const",
    "pattern_properties", "not_", "all_of", "any_of", "one_of", "ref",
)  # fmt: skip
"""Fields that make a schema more than a reference with a description and limits next to it."""


_OF_NUMBERS = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of")
_LIMITS_OF = {
    "string": ("min_length", "max_length", "pattern"),
    "integer": _OF_NUMBERS,
    "number": _OF_NUMBERS,
}
"""The limits of values of a type."""

_ABOUT = {
    **_LIMITS_OF,
    "array": ("items", "min_items", "max_items", "unique_items"),
    "object": ("additional_properties", "min_properties", "max_properties"),
}
"""The fields that say nothing of values of any other type, which some documents give them."""


class Schemas(Mapping[str, Schema]):
    """Reads the schemas of a document; as a mapping, it has the named types by reference.

    Args:
        resolver: Follows references.
        notes: Collects findings about what gets lost.
    """

    def __init__(self, resolver: Resolver, notes: ImportNotes) -> None:
        self.budget = resolver.budget
        self._resolver = resolver
        self._notes = notes
        self._read: NodeCache[Schema] = NodeCache()
        self._same: dict[str, Schema] = {}
        self._named: dict[str, Schema] = {}
        self._targets: dict[str, SpecNode] = {}
        # The schema is kept, too, so that its `id` is not reused while the entry exists.
        self._whole: dict[int, tuple[Schema, Schema]] = {}

    def __getitem__(self, reference: str) -> Schema:
        """Return the merged schema of a reference's target."""
        named = self._named.setdefault(reference, Schema(ref=reference))
        return self.whole(named, self.target(reference).pointer)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the references that were followed."""
        return iter(self._targets)

    def __len__(self) -> int:
        """Count the references that were followed."""
        return len(self._targets)

    def __contains__(self, reference: object) -> bool:
        """Tell whether an object is a reference; one that leads nowhere allows anything."""
        return isinstance(reference, str)

    def read(self, place: SpecNode) -> Schema:
        """Read the schema of a node, without following its references."""
        return self._read.of(place, self._new)

    def target(self, reference: str) -> SpecNode:
        """Return the target of a reference."""
        if reference not in self._targets:
            place = SpecNode({"$ref": reference}, unquote(reference.removeprefix("#")))
            self._targets[reference] = self._resolver.follow(place)
        return self._targets[reference]

    def component(self, name: str) -> str:
        """Return the reference to a schema that a discriminator refers to, or names; else ""."""
        if name.startswith("#/"):
            return name
        root = self._resolver.root
        is_known = name in root.inner("components", "schemas").node
        return REFERENCE + escape(name) if is_known else ""

    def whole(self, schema: Schema, at: str) -> Schema:
        """Return a schema merged with its reference's target and with `allOf`.

        Its properties, items and alternatives are not merged.

        Args:
            schema: A result of `read`, or a part of it.
            at: The JSON pointer to it, for findings.
        """
        is_combined = schema.ref or schema.all_of or schema.any_of or schema.one_of
        if not (is_combined or _is_impossible(schema)):
            return schema
        if id(schema) not in self._whole:
            together = self._together(schema, at) if is_combined else schema
            # With the schema itself, which thus stays alive, so that no other gets its id.
            self._whole[id(schema)] = schema, self._possible(together, at)
        return self._whole[id(schema)][1]

    def _possible(self, schema: Schema, at: str) -> Schema:
        """Return a schema that does not require what it rules out, which nothing could fit."""
        if not _is_impossible(schema):
            return schema
        names = ", ".join(map(code, schema.required))
        self._notes.changed(at, f"{names} cannot be left out, and cannot be there: it is left out")
        return replace(schema, required=())

    def behind(self, schema: Schema) -> tuple[str, Schema]:
        """Return the target of a schema that is only a reference, perhaps with a description.

        Returns:
            The last reference, and the siblings of the references as a schema, which allows null if
            an alternative does. For any other schema, an empty text and the schema.
        """
        reference, siblings = "", Schema()
        if not (schema.ref or schema.all_of or schema.any_of or schema.one_of):
            return reference, schema
        for _ in range(MAX_DEPTH):
            parts = schema.all_of or schema.any_of or schema.one_of
            known = [part for part in parts if part != NULL]
            is_own = any(
                getattr(schema, name) not in (None, ())
                for name in _STRUCTURE
                if name not in ("ref", "all_of", "any_of", "one_of")
            )
            kinds = sum(map(bool, (schema.all_of, schema.any_of, schema.one_of)))
            if is_own or kinds > 1 or len(known) + bool(schema.ref) != 1:
                break
            own = replace(schema, ref="", all_of=(), any_of=(), one_of=(), types=())
            siblings = together([siblings, own])
            if NULL in parts:
                siblings = replace(siblings, types=("null",))
            if not schema.ref:
                schema = known[0]
                continue
            reference = schema.ref
            place = self.target(reference)
            schema = self.read(place)
        return (reference, siblings) if reference else ("", schema)

    def where(self, schema: Schema, at: str) -> str:
        """Return the JSON pointer of a schema, or of its target if it is only a reference."""
        reference, _ = self.behind(schema)
        return self.target(reference).pointer if reference else at

    def _new(self, place: SpecNode) -> Schema:
        self.budget.schemas(1, place.pointer)
        # Documents repeat schemas in place. One object for those that are the same is described
        # once, unless what is said of it depends on where it is.
        written = json.dumps(place.node, ensure_ascii=False, default=str)
        if len(written) > _MAX_SAME or _ANNOTATED.search(written):
            return self._made(place)
        if written not in self._same:
            self._same[written] = self._made(place)
        return self._same[written]

    def _made(self, place: SpecNode) -> Schema:
        self._weigh(place)
        return read_schema(place.node, lambda reference: reference)

    def _weigh(self, place: SpecNode) -> None:
        """Count the nodes in a schema, which aborts the import if there are too many."""
        # Counted before the schema is read, which would recurse into all of it.
        waiting = [place]
        while waiting:
            outer = waiting.pop()
            for key in outer.node:
                inner = outer.inside(str(key))
                self.budget.schemas(len(inner), outer.pointer)
                waiting += inner

    def _together(self, schema: Schema, at: str, depth: int = 0) -> Schema:
        parts: list[Schema] = []
        for part in self._parts(schema, at, 0, set()):
            if len(parts) == MAX_PARTS:
                self._notes.lost(at, _TOO_MANY)
                break
            self.budget.schemas(1 + len(part.properties), at)
            parts.append(part)
        whole = together(parts)
        if 1 < len(parts) < MAX_PARTS:
            # Of two descriptions, that of the later part counts, which is about fewer values; but
            # the properties of the first part come first.
            named = {item.name: item for item in whole.properties}
            whole = together(self._parts(schema, at, 0, set(), last_first=True))
            later = {item.name: item for item in whole.properties}
            whole = replace(whole, properties=tuple(later[name] for name in named if name in later))
        if not (whole.any_of or whole.one_of):
            return whole
        # A dictionary drops equal alternatives and keeps the order of the document.
        options = dict.fromkeys(self._options(whole, at, 0, set()))
        nullable = options.pop(NULL, "") is None
        base = replace(whole, any_of=(), one_of=())
        if len(options) == 1 and depth < MAX_DEPTH:
            base = together([base, self._together(next(iter(options)), at, depth + 1)])
        elif values := self._values(options):
            base = replace(base, enum=values, types=base.types or _types(values))
        elif options and base.enum and _are_types(options):
            types = (name for option in options for name in option.types)
            base = replace(base, types=base.types or tuple(dict.fromkeys(types)))
        elif options and base.enum:
            self._notes.lost(
                at, "What stands next to the values of an enumeration is not on any page"
            )
        elif options:
            listed = tuple(options)
            if nullable and not base.types:
                listed = (*listed, NULL)
            one_of, any_of = (listed, ()) if whole.one_of else ((), listed)
            return replace(base, one_of=one_of, any_of=any_of)
        return _or_null(base) if nullable else base

    def _parts(
        self, schema: Schema, at: str, depth: int, seen: set[str], *, last_first: bool = False
    ) -> Iterator[Schema]:
        """Yield the schema itself, then the schemas that it combines, each reference once."""
        own = replace(schema, ref="", all_of=()) if schema.ref or schema.all_of else schema
        inner = list(schema.all_of)
        if schema.ref and schema.ref not in seen:
            # Recursive types are valid. A second visit would add nothing, as parts are merged.
            seen.add(schema.ref)
            inner.insert(0, self.read(self.target(schema.ref)))
            # OpenAPI 3.0 ignores what stands next to a reference; no value has both types.
            if own.types and inner[0].types and not {*own.types} & {*inner[0].types}:
                own = replace(own, types=())
        if own != ANYTHING:
            yield own
        if inner and depth >= MAX_DEPTH:
            self._notes.lost(at, _TOO_MANY)
            return
        for part in reversed(inner) if last_first else inner:
            yield from self._parts(part, at, depth + 1, seen, last_first=last_first)

    def _options(self, schema: Schema, at: str, depth: int, seen: set[str]) -> Iterator[Schema]:
        """Yield the alternatives, flattened where one has nothing but alternatives of its own.

        Of alternatives of which one alone fits (`oneOf`), none is flattened.
        """
        for option in map(apart, (*schema.any_of, *schema.one_of)):
            inner = option
            if option.ref:
                if option.ref in seen:
                    continue
                seen.add(option.ref)
                inner = self.read(self.target(option.ref))
            self.budget.schemas(1, at)
            if inner.any_of and not (inner.one_of or schema.one_of or _says_more(inner)):
                if depth >= MAX_DEPTH:
                    self._notes.lost(at, _TOO_MANY)
                    return
                yield from self._options(inner, at, depth + 1, seen)
            else:
                yield option

    def _values(self, options: Mapping[Schema, None]) -> tuple[EnumValue, ...]:
        """Return the values of alternatives if all of them are plain enumerations."""
        found: list[EnumValue] = []
        for option in options:
            inner = self.read(self.target(option.ref)) if option.ref else option
            if not (inner.enum or inner.const) or inner.any_of or inner.one_of or inner.all_of:
                return ()
            # Title and description are often the same text.
            about = ": ".join(dict.fromkeys(filter(None, (inner.title, inner.description))))
            found += inner.enum or [EnumValue(inner.const or Literal("null"), about)]
            self.budget.schemas(len(inner.enum), "")
        return tuple({value.literal: value for value in found}.values())


def _are_types(options: Iterable[Schema]) -> bool:
    """Tell whether alternatives are bare types."""
    return all(option.types and option == Schema(types=option.types) for option in options)


def _or_null(schema: Schema) -> Schema:
    """Return a merged schema with null allowed, too."""
    if schema.one_of and not schema.types:
        return replace(schema, one_of=(*schema.one_of, NULL))
    return schema.or_null() if schema.types or schema.any_of or schema.ref else schema


def _says_more(schema: Schema) -> bool:
    """Tell whether a schema has more than its alternatives."""
    bare = replace(
        schema, any_of=(), one_of=(), title="", description="", discriminator=None, others=()
    )
    return bare not in (ANYTHING, Schema(types=("object",)))


_NAMES: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}


def _types(values: tuple[EnumValue, ...]) -> tuple[str, ...]:
    """Return the type of values, if they all have the same."""
    kinds = {_NAMES.get(type(value.value), "") for value in values} - {""}
    return tuple(kinds) if len(kinds) == 1 else ()


def typed(schema: Schema) -> Schema:
    """Return a schema with the type that its values or keywords imply, if it states none.

    Keywords about values of another type than the stated one stand in its `all_of`.
    """
    if schema.types:
        return schema if schema.properties else _without_misplaced(schema)
    if schema.enum or schema.const is not None:
        values = schema.enum or (EnumValue(schema.const or Literal("null")),)
        null = ("null",) if any(value.value is None for value in values) else ()
        kinds = _types(values)
        return replace(schema, types=(*kinds, *null)) if kinds else schema
    if schema.properties or schema.additional_properties is not None:
        return replace(schema, types=("object",))
    if schema.items is not None:
        return replace(schema, types=("array",))
    if schema.format or schema.content_encoding or schema.content_media_type or schema.pattern:
        return replace(schema, types=("string",))
    return schema


def _without_misplaced(schema: Schema) -> Schema:
    about = {name for kind in schema.types for name in _ABOUT.get(kind, ())}
    stated = {
        name: value
        for names in _ABOUT.values()
        for name in names
        if name not in about and (value := getattr(schema, name)) != getattr(ANYTHING, name)
    }
    if not stated or schema.types == ("null",):
        return schema
    bare: dict[str, Any] = {name: getattr(ANYTHING, name) for name in stated}
    return schema.replace(all_of=(*schema.all_of, Schema(**stated)), **bare)


def apart(schema: Schema) -> Schema:
    """Return a schema of several types as alternatives, each with the limits of its values."""
    kinds = [name for name in schema.types if name != "null"]
    limits = {name for kind in kinds for name in _LIMITS_OF.get(kind, ())}
    stated: dict[str, Any] = {
        name: value for name in sorted(limits) if (value := getattr(schema, name)) not in (None, "")
    }
    if len(kinds) < 2 or not stated or schema.any_of or schema.one_of:
        return schema
    options = tuple(
        Schema(types=(kind,), **{n: v for n, v in stated.items() if n in _LIMITS_OF.get(kind, ())})
        for kind in kinds
    )
    null = (NULL,) if "null" in schema.types else ()
    bare: dict[str, Any] = {name: getattr(ANYTHING, name) for name in stated}
    return schema.replace(types=(), any_of=(*options, *null), **bare)


def without_empty(schema: SpecNode, parameter: SpecNode) -> SpecNode:
    """Return the schema of a parameter, to which `allowEmptyValue: false` adds a limit of texts."""
    is_limit = parameter.get("allowEmptyValue") is False and schema.get("type") == "string"
    if not is_limit or "minLength" in schema.node or "enum" in schema.node:
        return schema
    return SpecNode({**schema.node, "minLength": 1}, schema.pointer)


def _is_impossible(schema: Schema) -> bool:
    """Tell whether a schema requires a property that it neither describes nor allows."""
    is_closed = schema.additional_properties == NOTHING and not schema.pattern_properties
    return bool(schema.required) and is_closed
