"""Generation of fake values that fit a schema: readable ones, reproducible by a seed."""

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from callsheet.memo import cached_by
from callsheet.schema.conjunction import conjunction
from callsheet.schema.evaluate import Evaluator
from callsheet.schema.mismatches import Direction
from callsheet.schema.ranges import listed_values, multiples, step_of
from callsheet.schema.rare import min_contains, other_schema, settled
from callsheet.schema.regex.sampling import MAX_LENGTH, implied_type, stretched, text_of_pattern
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
_TEXTS = 100
"""Texts of a format that are tried where there is a pattern: it may demand one digit of 16."""

_SHORTEST = {"email": "a@b", "ipv4": "1.1.1.1", "ipv6": "::", "uri": "a:"}
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
        optional = self._optional
        for self._attempt in range(_ATTEMPTS):
            self._left = self._values
            # What does not fit because of what is there may fit without it.
            self._optional = optional and self._attempt < _ATTEMPTS // 2
            value = self._value(schema, MAX_DEPTH)
            if self._evaluator.fits(value, schema):
                break
        self._optional = optional
        return value

    def _value(self, schema: Schema, depth: int) -> Any:
        self._left -= 1
        if schema.const is not None:
            return schema.const.value
        # What an author wrote is more plausible than anything generated, if it is valid.
        for stated in (*schema.examples, schema.default):
            if stated is not None and self._evaluator.fits(value := stated.value, schema):
                return value
        schema = self._resolved(schema, depth)
        if schema.const is not None:
            return schema.const.value
        if schema.enum:
            # Null only where nothing else is allowed: it tells a reader nothing.
            values = [item.value for item in schema.enum if item.value is not None] or [None]
            return values[0] if self._plain else self._random.choice(values)
        match schema.type or implied_type(schema):
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
                return schema.replace(all_of=(), any_of=(), one_of=(), ref="")
            if schema.ref:
                named = self._types.get(schema.ref, Schema(types=("object",)))
                schema = conjunction((schema.replace(ref="", types=()), named))
            elif schema.all_of:
                inner = schema.all_of if depth else ()
                parts = [self._resolved(part, depth, level + 1) for part in inner]
                schema = conjunction((schema.replace(all_of=()), *parts))
            elif alternatives := schema.any_of or schema.one_of:
                chosen = self._alternative(schema, alternatives, depth)
                schema = conjunction(
                    (schema.replace(any_of=(), one_of=(), discriminator=None), chosen)
                )
            elif (
                schema.rare and (found := settled(schema, self._attempt, self._optional)) != schema
            ):
                schema = found
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
            name = schema.discriminator.property_name
            own = None
            if chosen.ref not in names and depth:
                own = self._resolved(chosen, depth, 1).property(name)
            if own is not None and own.schema.values:
                selector = own.schema
            else:
                # In a document, a reference is a path that ends with the type's name.
                last = chosen.ref.rpartition("/")[2]
                selector = Schema(types=("string",), const=Literal.of(names.get(chosen.ref, last)))
            member = PropertySchema(name, selector, required=True)
            return Schema(all_of=(Schema(types=("object",), properties=(member,)), chosen))
        return chosen

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        # The budget is divided among the properties, so that large first ones do not use all of it.
        left, others = self._left, len(schema.properties)
        for item in schema.properties:
            # What a property leaves of its share is for those after it.
            share = self._left = max(left // others, 1) if left > 0 else left
            if self._belongs(item, depth):
                members[item.name] = self._value(item.schema, depth - 1)
            left, others = left - share + self._left, others - 1
        self._left = left
        for name in schema.required:
            members[name] = self._other(schema, name, depth)
        wanted = min(schema.min_properties or 0, MAX_MEMBERS)
        # Of a map, one entry shows what its values are; an object with names of its own needs none.
        is_map = not schema.properties and schema.additional_properties not in (None, NOTHING)
        if is_map and not members and not self._plain:
            wanted = max(wanted, 1)
        for name in self._new_names(schema, members):
            if len(members) >= wanted:
                break
            members[name] = self._other(schema, name, depth)
        if schema.max_properties is not None:
            must = {*schema.required, *(item.name for item in schema.properties if item.required)}
            # From the end, as the most important properties come first on most pages.
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
        inner = other_schema(schema, name)
        return self._value(inner, depth - 1) if inner is not None and depth > 0 else name

    def _new_names(self, schema: Schema, taken: Mapping[str, Any]) -> Iterator[str]:
        named = schema.rare.property_names if schema.rare else None
        if named is not None:
            values = listed_values(named) or [self._text(named) for _ in range(_ATTEMPTS)]
            yield from (name for name in values if isinstance(name, str) and name not in taken)
        elif schema.additional_properties == NOTHING:
            for pattern, _ in schema.pattern_properties:
                yield text_of_pattern(pattern, self._random, 0, MAX_MEMBERS) or ""
        for number in range(MAX_MEMBERS + len(taken)):
            word = _WORDS[number % len(_WORDS)]
            name = word if number < len(_WORDS) else f"{word}{number // len(_WORDS)}"
            if name not in taken:
                yield name

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        fewest = schema.min_items or 0
        usual = 0 if self._plain or depth <= self._depth else 1
        first, rare = len(schema.prefix_items), schema.rare
        some = rare.contains if rare else None
        needed = 0 if rare is None or some is None else min_contains(rare)
        number = min(max(fewest, usual, first + needed), MAX_MEMBERS)
        others = schema.items
        if others is None and rare:
            others = rare.unevaluated_items
        # `false` as the schema of an item means that the array ends before it.
        if NOTHING in schema.prefix_items:
            number = min(number, schema.prefix_items.index(NOTHING))
        if others == NOTHING:
            number = min(number, first)
        if schema.max_items is not None:
            number = min(number, schema.max_items)
        if schema.unique_items and schema.items and depth > 0 and not schema.prefix_items:
            values = listed_values(self._resolved(schema.items, depth)) or ()
            if 0 < number <= len(values):
                return [*(values[:number] if self._plain else self._random.sample(values, number))]
        items: list[Any] = []
        for index in range(number):
            if self._left <= 0:
                break
            inner = schema.prefix_items[index] if index < first else others or Schema()
            if some is not None and first <= index < first + needed:
                inner = conjunction((inner, some))
            item = self._value(inner, depth - 1) if depth > 0 else None
            if schema.unique_items:
                item = self._different(item, inner, items, depth)
            items.append(item)
        return items

    def _different(self, item: Any, inner: Schema, items: list[Any], depth: int) -> Any:
        if item not in items:
            return item
        # Its examples would be the same again.
        inner = inner.replace(examples=(), default=None)
        # The plainest value is always the same, so uniqueness needs random ones for a moment.
        plain, self._plain = self._plain, False
        for _ in range(_ATTEMPTS * 4):
            item = self._value(inner, depth - 1)
            if item not in items:
                break
        self._plain = plain
        return item

    def _number(self, schema: Schema, *, whole: bool) -> float:
        first, last = multiples(schema)
        low, high = _bounds(schema)
        if not (whole or schema.multiple_of or low is None or high is None):
            no_whole = first is not None and last is not None and first > last
            if no_whole or high - low < 1:
                return float((low + high) / 2)
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
        number = chosen * step_of(schema)
        is_whole = whole or (schema.multiple_of and number.denominator == 1)
        return int(number) if is_whole else float(number)

    def _text(self, schema: Schema) -> str:
        """Return the first text that fits of those that come into question, else the first."""
        texts = self._texts(schema)
        first = next(texts)
        if self._evaluator.fits(first, schema):
            return first
        found = next((text for text in texts if self._evaluator.fits(text, schema)), None)
        if found is None and schema.pattern and schema.format:
            limits = schema.min_length or 0, schema.max_length
            found = _text_of_both(schema.pattern, schema.format, *limits)
        return found if found is not None and self._evaluator.fits(found, schema) else first

    def _texts(self, schema: Schema) -> Iterator[str]:
        fewest, most = min(schema.min_length or 0, MAX_LENGTH), schema.max_length
        if schema.pattern:
            room = most if most is not None else MAX_MEMBERS
            found = text_of_pattern(schema.pattern, self._random, fewest, room)
            if found is not None:
                yield found
        if schema.content_encoding == "base64" or schema.format in ("byte", "base64"):
            yield PICTURE
            # Each four characters stand for three bytes.
            yield "AAAA" * -(-fewest // 4)
            return
        yield self.text_of_format(schema.format, fewest, most)
        if schema.format in _SHORTEST:
            yield _SHORTEST[schema.format]

    def text_of_format(self, name: str, fewest: int, most: int | None) -> str:
        """Return a text of a format, or some words, with a number of characters."""
        text = self._of_format(name, plain=self._plain)
        if text is None:
            text = "" if self._plain else f"{self._word()} {self._random.randint(1, 9999)}"
        text = stretched(text, fewest, name)
        return text if most is None else text[:most]

    def _word(self) -> str:
        return self._random.choice(_WORDS)

    def _of_format(self, name: str, *, plain: bool) -> str | None:
        """Return a text of a format; None for an unknown format."""
        minutes = 0 if plain else self._random.randrange(_YEAR_IN_MINUTES)
        moment = _FIRST_MOMENT + timedelta(minutes=minutes)
        number = 1 if plain else self._random.randint(1, 254)
        word = _WORDS[0] if plain else self._word()
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
                name = _NAMES[0] if plain else self._random.choice(_NAMES)
                # Reserved for examples (RFC 2606, 3): mail to it reaches nobody.
                return f"{name}@example.com"
            case "hostname" | "idn-hostname":
                return f"{word}.example.com"
            case "ipv4":
                # Addresses for documentation (RFC 5737; RFC 3849 below), which reach nobody.
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
                # Not `uuid4`, which has a random source of its own and would ignore the seed.
                return str(UUID(int=self._random.getrandbits(128), version=4))
        return None


# Documents give all their identifiers one pattern, and trying texts takes most of an import's time.
@cached_by(1024, lambda pattern, name, fewest, most: len(pattern) + len(name))
def _text_of_both(pattern: str, name: str, fewest: int, most: int | None) -> str:
    """Return a text of a format that a pattern allows; an empty one where none is found."""
    generator, fits = Generator(seed=pattern), Evaluator().fits
    schema = Schema(types=("string",), pattern=pattern, format=name)
    texts = (generator.text_of_format(name, fewest, most) for _ in range(_TEXTS))
    cased = (each for text in texts for each in (text, text.upper()))
    return next((text for text in cased if fits(text, schema)), "")


def _bounds(schema: Schema) -> tuple[Fraction | None, Fraction | None]:
    """Return the bounds of the numbers that a schema allows."""
    lows = [b for b in (schema.minimum, schema.exclusive_minimum) if b is not None]
    highs = [b for b in (schema.maximum, schema.exclusive_maximum) if b is not None]
    return (
        max((Fraction(str(bound)) for bound in lows), default=None),
        min((Fraction(str(bound)) for bound in highs), default=None),
    )
