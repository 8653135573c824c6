"""Generation of fake values that fit a schema: readable ones, reproducible by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any
from uuid import UUID

from callsheet.schema.conjunction import conjunction
from callsheet.schema.evaluate import Direction, Evaluator
from callsheet.schema.formats import INTEGER_BITS
from callsheet.schema.sampling import MAX_LENGTH, text_of_pattern
from callsheet.schema.schema import NOTHING, NULL, Literal, PropertySchema, Schema

MAX_DEPTH = 16
"""Depth of values; below, optional parts are left out, and below twice that depth, all are."""

MAX_MEMBERS = 1000
"""Items and properties of one value that are generated at most, whatever a schema demands."""

MAX_VALUES = 10_000
"""Values within a value; beyond, optional parts are left out, and beyond twice as many, all are:
named types that refer to each other would else multiply with each level."""

_ATTEMPTS = 5
_WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "islet")
_NAMES = ("ada", "ben", "cleo", "dara", "eli", "fern")
_FIRST_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_YEAR_IN_MINUTES = 525_600

PICTURE = "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
"""The smallest possible image, a GIF in base64."""


class Generator:
    """Generates fake values.

    Args:
        types: The named types.
        seed: The seed of the values; None generates the plainest ones, such as 0 and "".
        direction: Whether they are sent or received: requests have no read-only properties.
        optional: Whether to generate optional properties.
        levels: The depth to which these are generated.
        values: The maximum number of values within a value, required ones aside.
    """

    def __init__(
        self,
        types: Mapping[str, Schema] | None = None,
        *,
        seed: str | None = None,
        direction: Direction | None = None,
        optional: bool = True,
        levels: int = MAX_DEPTH // 2,
        values: int = MAX_VALUES,
    ) -> None:
        self._types = {} if types is None else types
        self._plain = seed is None
        self._random = random.Random(seed or "")  # noqa: S311 - it keeps no secret
        self._direction = direction
        self._optional = optional
        self._depth = MAX_DEPTH - levels
        self._values = values
        self._evaluator = Evaluator(self._types, direction=direction)
        # Where a value does not fit, the next attempt takes another alternative.
        self._attempt = 0
        self._left = values

    def value(self, schema: Schema) -> Any:
        """Return a value that fits a schema; where none is found, one that nearly does."""
        value = None
        for self._attempt in range(_ATTEMPTS):
            self._left = self._values
            value = self._value(schema, MAX_DEPTH)
            if self._evaluator.fits(value, schema):
                break
        return value

    def _value(self, schema: Schema, depth: int) -> Any:
        self._left -= 1
        if schema.const is not None:
            return schema.const.value
        for stated in (*schema.examples, schema.default):
            if stated is not None and self._evaluator.fits(value := stated.value, schema):
                return value
        schema = self._resolved(schema, depth)
        if schema.const is not None:
            return schema.const.value
        if schema.enum:
            values = [item.value for item in schema.enum if item.value is not None] or [None]
            return values[0] if self._plain else self._random.choice(values)
        match schema.type or _implied(schema):
            case "string":
                return self._text(schema)
            case "integer" | "number" as kind:
                return self._number(schema, whole=kind == "integer")
            case "boolean":
                return False if self._plain else self._random.choice((True, False))
            case "array":
                return self._array(schema, depth)
            case "object":
                return self._object(schema, depth)
        return None

    def _resolved(self, schema: Schema, depth: int, level: int = 0) -> Schema:
        """Merge a schema with its named type, its `all_of` and one of its alternatives."""
        for _ in range(MAX_DEPTH):
            # Nested `all_of` and alternatives multiply like types that refer to each other.
            self._left -= bool(level)
            if level >= MAX_DEPTH or self._left < -self._values:
                return replace(schema, all_of=(), any_of=(), one_of=(), ref="")
            if schema.ref:
                named = self._types.get(schema.ref, Schema(types=("object",)))
                schema = conjunction((replace(schema, ref="", types=()), named))
            elif schema.all_of:
                inner = schema.all_of if depth else ()
                parts = [self._resolved(part, depth, level + 1) for part in inner]
                schema = conjunction((replace(schema, all_of=()), *parts))
            elif alternatives := schema.any_of or schema.one_of:
                chosen = self._alternative(schema, alternatives, depth)
                schema = conjunction(
                    (replace(schema, any_of=(), one_of=(), discriminator=None), chosen)
                )
            else:
                break
        return schema

    def _alternative(self, schema: Schema, alternatives: tuple[Schema, ...], depth: int) -> Schema:
        known = [a for a in alternatives if a not in (NULL, NOTHING)] or list(alternatives)
        # Deep down, an alternative without a reference ends a type that contains itself.
        if depth < MAX_DEPTH // 2:
            known = [a for a in known if not a.ref] or known
        chosen = known[self._attempt % len(known)] if self._plain else self._random.choice(known)
        if schema.discriminator and chosen.ref:
            names = {name: value for value, name in schema.discriminator.mapping}
            constant = Schema(
                types=("string",), const=Literal.of(names.get(chosen.ref, chosen.ref))
            )
            selector = PropertySchema(schema.discriminator.property_name, constant, required=True)
            return Schema(all_of=(Schema(types=("object",), properties=(selector,)), chosen))
        return chosen

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        # The budget is divided among the properties, so that large first ones do not use all of it.
        left, others = self._left, len(schema.properties)
        for item in schema.properties:
            share = self._left = max(left // others, 1) if left > 0 else left
            if self._belongs(item, depth):
                members[item.name] = self._value(item.schema, depth - 1)
            left, others = left - share + self._left, others - 1
        self._left = left
        for name in schema.required:
            members[name] = self._other(schema, name, depth)
        wanted = min(schema.min_properties or 0, MAX_MEMBERS)
        if schema.additional_properties is not None and not members and not self._plain:
            wanted = max(wanted, 1)
        for name in self._new_names(members):
            if len(members) >= wanted:
                break
            members[name] = self._other(schema, name, depth)
        if schema.max_properties is not None:
            must = {*schema.required, *(item.name for item in schema.properties if item.required)}
            for name in [name for name in reversed(members) if name not in must]:
                if len(members) <= schema.max_properties:
                    break
                del members[name]
        return members

    def _belongs(self, item: PropertySchema, depth: int) -> bool:
        if self._direction is Direction.REQUEST and item.schema.read_only:
            return False
        if self._direction is Direction.RESPONSE and item.schema.write_only:
            return False
        may = self._optional and depth > self._depth and self._left > 0
        optional = may and item.schema != NOTHING
        # A type that requires itself has no end, nor have types that require several of each other.
        must = item.required and depth > -MAX_DEPTH and self._left > -self._values
        return bool(must) or optional

    def _other(self, schema: Schema, name: str, depth: int) -> Any:
        inner = schema.additional_properties
        return self._value(inner, depth - 1) if inner is not None and depth > 0 else name

    def _new_names(self, taken: Mapping[str, Any]) -> Iterator[str]:
        for number in range(MAX_MEMBERS + len(taken)):
            word = _WORDS[number % len(_WORDS)]
            name = word if number < len(_WORDS) else f"{word}{number // len(_WORDS)}"
            if name not in taken:
                yield name

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        fewest = schema.min_items or 0
        usual = 0 if self._plain or depth <= self._depth else 1
        number = min(max(fewest, usual, len(schema.prefix_items)), MAX_MEMBERS)
        if NOTHING in schema.prefix_items:
            number = min(number, schema.prefix_items.index(NOTHING))
        if schema.items == NOTHING:
            number = min(number, len(schema.prefix_items))
        if schema.max_items is not None:
            number = min(number, schema.max_items)
        items: list[Any] = []
        for index in range(number):
            if self._left <= 0:
                break
            within = index < len(schema.prefix_items)
            inner = schema.prefix_items[index] if within else schema.items or Schema()
            item = self._value(inner, depth - 1) if depth > 0 else None
            if schema.unique_items:
                item = self._different(item, inner, items, depth)
            items.append(item)
        return items

    def _different(self, item: Any, inner: Schema, items: list[Any], depth: int) -> Any:
        plain, self._plain = self._plain, False
        for _ in range(_ATTEMPTS * 4):
            if item not in items:
                break
            item = self._value(inner, depth - 1)
        self._plain = plain
        return item

    def _number(self, schema: Schema, *, whole: bool) -> float:
        low, high = _bounds(schema)
        unit = Fraction(str(schema.multiple_of)) if schema.multiple_of else None
        if unit is None and not whole and low is not None and high is not None and high - low < 1:
            return float((low + high) / 2)
        step = unit or Fraction(1)
        first = ceil(low / step) if low is not None else None
        last = floor(high / step) if high is not None else None
        if first is None and last is None:
            first, last = 0, 9999
        elif first is None:
            first = last - 9999 if last is not None else 0
        elif last is None:
            last = first + 9999
        nearest = min(max(0, first), last) if last is not None else first
        chosen = nearest
        if not self._plain and last is not None and last > first:
            chosen = self._random.randint(max(first, min(1, last)), min(last, max(first, 1) + 9999))
        number = chosen * step
        return int(number) if whole or (unit and number.denominator == 1) else float(number)

    def _text(self, schema: Schema) -> str:
        if schema.pattern:
            most = schema.max_length if schema.max_length is not None else MAX_MEMBERS
            found = text_of_pattern(schema.pattern, self._random, schema.min_length or 0, most)
            if found is not None:
                return found
        if schema.content_encoding == "base64" or schema.format in ("byte", "base64"):
            return PICTURE
        text = self._of_format(schema.format)
        if text is None:
            text = "" if self._plain else f"{self._word()} {self._random.randint(1, 9999)}"
        text += "a" * (min(schema.min_length or 0, MAX_LENGTH) - len(text))
        if schema.max_length is not None and len(text) > schema.max_length:
            text = text[: schema.max_length]
        return text

    def _word(self) -> str:
        return self._random.choice(_WORDS)

    def _of_format(self, name: str) -> str | None:
        """Return a text of a format; None for an unknown format."""
        minutes = 0 if self._plain else self._random.randrange(_YEAR_IN_MINUTES)
        moment = _FIRST_MOMENT + timedelta(minutes=minutes)
        number = 1 if self._plain else self._random.randint(1, 254)
        word = _WORDS[0] if self._plain else self._word()
        match name:
            case "date-time":
                return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
            case "date":
                return moment.strftime("%Y-%m-%d")
            case "time":
                return moment.strftime("%H:%M:%SZ")
            case "duration":
                return f"P{number}D"
            case "email" | "idn-email":
                name = _NAMES[0] if self._plain else self._random.choice(_NAMES)
                return f"{name}@example.com"
            case "hostname" | "idn-hostname":
                return f"{word}.example.com"
            case "ipv4":
                return f"192.0.2.{number}"
            case "ipv6":
                return f"2001:db8::{number:x}"
            case "uri" | "url" | "iri":
                return f"https://example.com/{word}"
            case "uri-reference" | "iri-reference":
                return f"/{word}"
            case "uri-template":
                return f"/{word}/{{id}}"
            case "json-pointer":
                return f"/{word}"
            case "regex":
                return f"^{word}$"
            case "uuid":
                return str(UUID(int=self._random.getrandbits(128), version=4))
        return None


def _implied(schema: Schema) -> str:
    """Return the type that the keywords of a schema are about, where it states no type."""
    if schema.properties or schema.required or schema.additional_properties is not None:
        return "object"
    if schema.min_properties:
        return "object"
    if schema.items is not None or schema.prefix_items or schema.min_items:
        return "array"
    if schema.format or schema.pattern or schema.min_length or schema.max_length is not None:
        return "string"
    numbers = (schema.minimum, schema.maximum, schema.exclusive_minimum, schema.multiple_of)
    return "number" if any(bound is not None for bound in numbers) else ""


def _bounds(schema: Schema) -> tuple[Fraction | None, Fraction | None]:
    """Return the smallest and the largest number that a schema allows."""
    lows = [] if schema.minimum is None else [Fraction(str(schema.minimum))]
    highs = [] if schema.maximum is None else [Fraction(str(schema.maximum))]
    gap = Fraction(1) if schema.type == "integer" else Fraction(1, 1000)
    if schema.exclusive_minimum is not None:
        lows.append(Fraction(str(schema.exclusive_minimum)) + gap)
    if schema.exclusive_maximum is not None:
        highs.append(Fraction(str(schema.exclusive_maximum)) - gap)
    if schema.format in INTEGER_BITS:
        bound = 2 ** INTEGER_BITS[schema.format]
        lows.append(Fraction(-bound))
        highs.append(Fraction(bound - 1))
    return max(lows, default=None), min(highs, default=None)
