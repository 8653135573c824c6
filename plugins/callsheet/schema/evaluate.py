"""Evaluation of values against schemas: every mismatch, with its place.

`jsonschema` does that, too. This evaluator is our own because a mismatch has the lines of the page
that it contradicts, because it knows directions (what is read-only is not required of a request),
because it is bounded in time for any schema and value, and because it is pure Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from jsonpointer import escape

from callsheet.findings import Span
from callsheet.schema.equality import broken_limits, has_duplicates, is_listed
from callsheet.schema.formats import is_of_format, is_of_type, type_of
from callsheet.schema.mismatches import MISSING, Direction, Mismatch
from callsheet.schema.rare import Descriptions, broken_rare
from callsheet.schema.regex.patterns import matcher
from callsheet.schema.schema import (
    ANYTHING,
    PropertySchema,
    Schema,
    by_name,
    limits_numbers,
    types_alone,
)
from callsheet.schema.words.describe import expectation

MAX_MISMATCHES = 100
"""Mismatches that are reported for one value; the search ends there."""

MAX_NESTING = 400
"""Nested schemas that are evaluated, named types included; deeper ones allow everything."""

MAX_PATTERN_MICROSECONDS = 1_000_000
"""Estimated time for all patterns of one value; after that, they allow everything."""


class Evaluator:
    """Evaluates values against schemas.

    Args:
        types: The named types that schemas refer to. Any other type allows all objects.
        direction: Whether the values are sent or received, if that is known.
        local_times: Whether date-times may lack their offset, as they do on real pages.
        nulls: Whether optional properties may be null, as real clients send them.
    """

    def __init__(
        self,
        types: Mapping[str, Schema] | None = None,
        *,
        direction: Direction | None = None,
        local_times: bool = False,
        nulls: bool = False,
    ) -> None:
        self.types = {} if types is None else types
        self.direction = direction
        self.local_times = local_times
        self.nulls = nulls

    def mismatches(self, value: Any, schema: Schema, limit: int = MAX_MISMATCHES) -> list[Mismatch]:
        """Return the mismatches between a value and a schema, in the order of the schema.

        Args:
            value: As the `json` module reads it.
            schema: The schema.
            limit: The number of mismatches after which the search ends.
        """
        found: list[Mismatch] = []
        _Evaluation(self, limit).check(value, schema, "", found, None)
        return found[:limit]

    def fits(self, value: Any, schema: Schema) -> bool:
        """Tell whether a value fits a schema."""
        return not self.mismatches(value, schema, 1)


class _Evaluation:
    """The evaluation of one value: its limits, and what is known of named types so far."""

    def __init__(self, evaluator: Evaluator, limit: int) -> None:
        self._types = evaluator.types
        self._direction = evaluator.direction
        self._local_times = evaluator.local_times
        self._nulls = evaluator.nulls
        self._limit = limit
        self._nesting = 0
        self._named = ""
        self._pattern_microseconds = 0.0
        # The mismatches with a named type, by type and pointer: nested alternatives with the same
        # type are evaluated once. During the evaluation an entry is empty, which ends types that
        # refer to themselves.
        self._known: dict[tuple[str, str], list[Mismatch]] = {}

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions()

    def check(
        self, value: Any, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        # Python's stack allows some 1,000 calls, and each level of a value takes two of them.
        if len(found) >= self._limit or self._nesting >= MAX_NESTING:
            return
        span = schema.span or span
        self._nesting += 1
        try:
            if schema.types and not is_of_type(value, schema.types):
                self._report(found, pointer, "type", value, schema, span)
                return
            if (schema.enum or schema.const is not None) and not is_listed(value, schema):
                # As for a wrong type, further keywords would only repeat that this is another
                # value.
                keyword = "enum" if schema.enum else "const"
                self._report(found, pointer, keyword, value, schema, span)
                return
            if schema.ref:
                self._check_named(value, schema, pointer, found, span)
            if isinstance(value, str):
                self._check_text(value, schema, pointer, found, span)
            elif isinstance(value, dict):
                self._check_object(value, schema, pointer, found, span)
            elif isinstance(value, list):
                self._check_array(value, schema, pointer, found, span)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                self._check_number(value, schema, pointer, found, span)
            if schema.all_of or schema.any_of or schema.one_of or schema.not_ is not None:
                self._check_combined(value, schema, pointer, found, span)
            if schema.rare is not None:
                self._check_rare(value, schema, pointer, found, span)
        finally:
            self._nesting -= 1

    def _report(
        self,
        found: list[Mismatch],
        pointer: str,
        keyword: str,
        value: Any,
        schema: Schema,
        span: Span | None,
    ) -> None:
        expected = expectation(schema, keyword)
        found.append(Mismatch(pointer, keyword, expected, value, schema, span, self._named))

    def _check_named(
        self, value: Any, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        named = self._types.get(schema.ref)
        if named is None:
            # A type that no page defines is an object for most APIs, whose properties are unknown.
            if not isinstance(value, dict) and not (value is None and schema.nullable):
                self._report(found, pointer, "$ref", value, schema, span)
            return
        if value is None and schema.nullable:
            return
        key = (schema.ref, pointer)
        if key not in self._known:
            self._known[key] = []
            mismatches: list[Mismatch] = []
            outer, self._named = self._named, schema.ref
            # The lines of a named type are those of another page.
            self.check(value, named, pointer, mismatches, None)
            self._named = outer
            self._known[key] = mismatches
        # Only now: the list in `_known` is shared, and must not get the mismatches of others.
        found += self._known[key]

    def _check_text(
        self, value: str, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        if schema.min_length is not None and len(value) < schema.min_length:
            self._report(found, pointer, "minLength", value, schema, span)
        if schema.max_length is not None and len(value) > schema.max_length:
            self._report(found, pointer, "maxLength", value, schema, span)
        if schema.pattern and not self._matches(schema.pattern, value):
            self._report(found, pointer, "pattern", value, schema, span)
        if (name := schema.format) and not is_of_format(value, name, local_times=self._local_times):
            self._report(found, pointer, "format", value, schema, span)
        elif (encoding := schema.content_encoding) and not is_of_format(value, encoding):
            self._report(found, pointer, "contentEncoding", value, schema, span)

    def _matches(self, pattern: str, text: str) -> bool:
        """Tell whether a text matches; one that cannot be matched in time does."""
        found = matcher(pattern)
        if found is None:
            return True
        self._pattern_microseconds += found.cost * len(text)
        # The estimate counts, not the clock, so that the result for a value is always the same.
        return self._pattern_microseconds > MAX_PATTERN_MICROSECONDS or found.search(text)

    def _check_number(
        self, value: float, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        if limits_numbers(schema):
            for keyword in broken_limits(value, schema):
                self._report(found, pointer, keyword, value, schema, span)
        if schema.format and not is_of_format(value, schema.format):
            self._report(found, pointer, "format", value, schema, span)

    def _check_array(
        self,
        value: list[Any],
        schema: Schema,
        pointer: str,
        found: list[Mismatch],
        span: Span | None,
    ) -> None:
        if schema.min_items is not None and len(value) < schema.min_items:
            self._report(found, pointer, "minItems", value, schema, span)
        if schema.max_items is not None and len(value) > schema.max_items:
            self._report(found, pointer, "maxItems", value, schema, span)
        if schema.unique_items and has_duplicates(value):
            self._report(found, pointer, "uniqueItems", value, schema, span)
        first = schema.prefix_items
        for index, (item, inner) in enumerate(zip(value, first, strict=False)):
            self.check(item, inner, f"{pointer}/{index}", found, span)
        if schema.items is not None:
            for index in range(len(first), len(value)):
                if len(found) >= self._limit:
                    return
                self.check(value[index], schema.items, f"{pointer}/{index}", found, span)

    def _check_object(
        self,
        value: dict[str, Any],
        schema: Schema,
        pointer: str,
        found: list[Mismatch],
        span: Span | None,
    ) -> None:
        if schema.min_properties is not None and len(value) < schema.min_properties:
            self._report(found, pointer, "minProperties", value, schema, span)
        if schema.max_properties is not None and len(value) > schema.max_properties:
            self._report(found, pointer, "maxProperties", value, schema, span)
        for name in schema.required:
            if name not in value:
                other = schema.additional_properties or ANYTHING
                self._report_missing(found, pointer, name, other, span)
        for item in schema.properties:
            if item.name in value:
                inner = value[item.name]
                if self._nulls and inner is None and not item.required:
                    continue
                if type_of(inner) in types_alone(item.schema):
                    continue
                place = f"{pointer}/{escape(item.name)}"
                self.check(inner, item.schema, place, found, item.span or span)
            elif item.required and self._is_exchanged(item):
                self._report_missing(found, pointer, item.name, item.schema, item.span or span)
        if schema.pattern_properties or schema.additional_properties is not None:
            self._check_others(value, schema, pointer, found, span)

    def _is_exchanged(self, item: PropertySchema) -> bool:
        """Tell whether a property is present in values of this direction."""
        if self._direction is Direction.REQUEST:
            return not item.schema.read_only
        return not (self._direction is Direction.RESPONSE and item.schema.write_only)

    def _report_missing(
        self, found: list[Mismatch], pointer: str, name: str, schema: Schema, span: Span | None
    ) -> None:
        place = f"{pointer}/{escape(name)}"
        self._report(found, place, "required", MISSING, schema, span)

    def _check_others(
        self,
        value: dict[str, Any],
        schema: Schema,
        pointer: str,
        found: list[Mismatch],
        span: Span | None,
    ) -> None:
        described = by_name(schema.properties)
        for name, inner in value.items():
            place = f"{pointer}/{escape(name)}"
            matched = False
            for pattern, expected in schema.pattern_properties:
                if self._matches(pattern, name):
                    matched = True
                    self.check(inner, expected, place, found, span)
            if schema.additional_properties is None or matched or name in described:
                continue
            self.check(inner, schema.additional_properties, place, found, span)

    def _check_combined(
        self, value: Any, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        for inner in schema.all_of:
            self.check(value, inner, pointer, found, span)
        if schema.any_of:
            self._check_alternatives(value, schema, schema.any_of, pointer, found, span)
        if schema.one_of:
            self._check_alternatives(value, schema, schema.one_of, pointer, found, span, one=True)
        if schema.not_ is not None and not self._mismatches(value, schema.not_, pointer, span):
            self._report(found, pointer, "not", value, schema, span)

    def _check_rare(
        self, value: Any, schema: Schema, pointer: str, found: list[Mismatch], span: Span | None
    ) -> None:
        def fits(part: Any, inner: Schema, place: str) -> bool:
            return not self._mismatches(part, inner, pointer + place, span)

        for broken in broken_rare(
            value, schema, fits, self._types, self._matches, self._descriptions
        ):
            if broken.inner is not None:
                self.check(broken.value, broken.inner, pointer + broken.pointer, found, span)
            else:
                got = MISSING if broken.is_missing else broken.value
                place = pointer + broken.pointer
                self._report(found, place, broken.keyword, got, broken.schema or schema, span)

    def _check_alternatives(
        self,
        value: Any,
        schema: Schema,
        alternatives: Sequence[Schema],
        pointer: str,
        found: list[Mismatch],
        span: Span | None,
        *,
        one: bool = False,
    ) -> None:
        chosen = self._discriminated(value, schema, alternatives)
        if chosen is not None:
            self.check(value, chosen, pointer, found, span)
            return

        def distance(mismatches: list[Mismatch]) -> tuple[bool, int]:
            # An alternative of another type is further off than one with mismatches inside.
            return mismatches[0].pointer == pointer, len(mismatches)

        fitting = 0
        closest: list[Mismatch] = []
        for inner in alternatives:
            mismatches = self._mismatches(value, inner, pointer, span)
            if not mismatches:
                fitting += 1
                if not one:
                    return
            elif not closest or distance(mismatches) < distance(closest):
                closest = mismatches
        if fitting > 1:
            self._report(found, pointer, "oneOf", value, schema, span)
        elif not fitting and (len(alternatives) == 1 or closest[0].pointer != pointer):
            # The mismatches inside of the closest alternative say more than that none fits.
            found += closest
        elif not fitting:
            self._report(found, pointer, "anyOf", value, schema, span)

    def _discriminated(
        self, value: Any, schema: Schema, alternatives: Sequence[Schema]
    ) -> Schema | None:
        """Return the alternative that the discriminator names, if it names one of them."""
        if schema.discriminator is None or not isinstance(value, dict):
            return None
        selector = value.get(schema.discriminator.property_name)
        if not isinstance(selector, str):
            return None
        name = dict(schema.discriminator.mapping).get(selector, selector)
        return next((inner for inner in alternatives if inner.ref == name), None)

    def _mismatches(
        self, value: Any, schema: Schema, pointer: str, span: Span | None
    ) -> list[Mismatch]:
        mismatches: list[Mismatch] = []
        # Evaluating an alternative takes as many stack frames of Python as three schemas do.
        self._nesting += 2
        self.check(value, schema, pointer, mismatches, span)
        self._nesting -= 2
        return mismatches
