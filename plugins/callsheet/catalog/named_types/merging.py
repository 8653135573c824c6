"""Merging of what several places say about one property, and the contradictions between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from callsheet.catalog.named_types.evidence import Statement, Testimony, Weight
from callsheet.catalog.named_types.model import Contradiction, Sighting, TypeClaim
from callsheet.memo import cached_by
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.infer import Kind, combine, is_stated, kind_of, with_assumed
from callsheet.schema.words.type_words import word_of

ABSENT = "no such property"

# The coarser words of places with less weight, and the precise types that they may mean.
_COARSE = {
    "string": {"date-time", "byte", "enum"},
    "date-time": {"string"},
    "int32": {"int64", "double"},
    "int64": {"double"},
    "double": {"int32", "int64"},
}


def merge_testimonies(
    accepted: Sequence[Testimony],
) -> tuple[tuple[PropertySchema, ...], tuple[Contradiction, ...]]:
    """Return the properties of a type, in the order of first occurrence, and the contradictions.

    Args:
        accepted: The testimonies that describe the type, tables before examples.
    """
    by_name: dict[str, list[Statement]] = {}
    for testimony in accepted:
        for statement in testimony.statements:
            by_name.setdefault(statement.name, []).append(statement)
    complete = [t for t in accepted if t.weight is Weight.RESPONSE_TABLE]
    properties: list[PropertySchema] = []
    contradictions: list[Contradiction] = []
    for name, statements in by_name.items():
        winner = winning_schema(statements)
        # A table that documents the property gives it at least one statement.
        documented = {s.sighting.path for s in statements if s.weight is Weight.RESPONSE_TABLE}
        lacking = (
            [t.sighting for t in complete if t.sighting.path not in documented]
            if len(documented) < len(complete)
            else []
        )
        tabled = sum(statement.weight > Weight.EXAMPLE for statement in statements)
        is_kept = tabled >= len(lacking)
        if is_kept:
            properties.append(merge_property(name, statements, winner))
        contradictions += _of_types(name, statements, winner)
        contradictions += _of_presence(name, statements, winner, lacking, is_kept=is_kept)
    return tuple(properties), tuple(contradictions)


def merge_property(
    name: str, statements: Sequence[Statement], winner: Schema | None
) -> PropertySchema:
    """Merge all statements about a property.

    Args:
        name: The property.
        statements: The statements about it.
        winner: The result of `winning_schema` for these.
    """
    if winner is None:
        schema = combine(statement.schema for statement in statements)
    else:
        # Its limits are kept, and examples complete what is inside.
        kind = kind_of(winner)
        same = [s.schema for s in statements if kind_of(s.schema) == kind]
        # Where tables state what may be null, examples do not override them.
        explicit = [s for s in statements if s.tells_of_null]
        is_nullable = any(s.schema.nullable for s in explicit or statements)
        schema = combine([winner, *same])
        schema = schema.without_null() if explicit else schema
        schema = schema.or_null() if is_nullable else schema
        if tabled := [s.stated for s in statements if s.stated is not None]:
            schema = with_assumed(schema, combine(tabled))
    return PropertySchema(name, _described(schema, _description(statements)), _required(statements))


@cached_by(8192, lambda schema, text: len(text))
def _described(schema: Schema, text: str) -> Schema:
    return replace(schema, description=text) if text else schema


def _required(statements: Sequence[Statement]) -> bool | None:
    """Return whether all places with the most weight require the property; None if none says."""
    heaviest = max(statement.weight for statement in statements)
    stated = {s.required for s in statements if s.weight == heaviest} - {None}
    return all(stated) if stated else None


def winning_schema(statements: Sequence[Statement]) -> Schema | None:
    """Return the schema of the majority of places with the most weight; None if none states a type.

    Examples only show values, so a type that takes in all of them wins over the most frequent one.
    """
    typed = _typed(statements)
    if not typed:
        return None
    heaviest = max(statement.weight for statement in typed)
    if heaviest is Weight.EXAMPLE:
        common = combine(statement.schema for statement in typed)
        if is_stated(common):
            return common
    stated = [statement.schema for statement in typed if statement.weight == heaviest]
    groups: dict[Kind, list[Schema]] = {}
    for schema in stated:
        groups.setdefault(kind_of(schema), []).append(schema)
    return max(groups.values(), key=len)[0]


def _typed(statements: Iterable[Statement]) -> list[Statement]:
    return [statement for statement in statements if is_stated(statement.schema)]


def _word(schema: Schema) -> str:
    """Return the one word of the page format for a type, such as `enum`."""
    return "enum" if schema.enum else word_of(schema.written)


def _agrees(statement: Statement, winner: Schema, kind: Kind, heaviest: Weight) -> bool:
    if kind_of(statement.schema) == kind:
        return True
    if statement.weight == heaviest > Weight.EXAMPLE:
        return False
    word = _word(statement.schema)
    if word == "object":
        return bool(winner.reference)
    return _word(winner) in _COARSE.get(word, ())


def _of_types(
    name: str, statements: Sequence[Statement], winner: Schema | None
) -> list[Contradiction]:
    """Return the contradiction between statements of different types, if there is one."""
    typed = _typed(statements)
    if winner is None:
        return []
    kind = kind_of(winner)
    if all(kind_of(statement.schema) == kind for statement in typed):
        return []
    heaviest = max(statement.weight for statement in typed)
    claims: dict[str, list[Sighting]] = {winner.written: []}
    for statement in typed:
        says = winner if _agrees(statement, winner, kind, heaviest) else statement.schema
        claims.setdefault(says.written, []).append(statement.sighting)
    return _contradiction(name, claims)


def _of_presence(
    name: str,
    statements: Sequence[Statement],
    winner: Schema | None,
    lacking: Sequence[Sighting],
    *,
    is_kept: bool,
) -> list[Contradiction]:
    """Return the contradiction between places with a property and complete tables without it."""
    if not lacking:
        return []
    says = winner.written if winner else "a property"
    present = [statement.sighting for statement in statements]
    claims = [(says, present), (ABSENT, list(lacking))]
    return _contradiction(name, dict(claims if is_kept else reversed(claims)))


def _contradiction(name: str, claims: dict[str, list[Sighting]]) -> list[Contradiction]:
    if len(claims) < 2:
        return []
    listed = (TypeClaim(says, tuple(sightings)) for says, sightings in claims.items())
    return [Contradiction(name, tuple(listed))]


def _description(statements: Iterable[Statement]) -> str:
    """Return the most frequent description; among equals, the first."""
    counts = Counter(s.description for s in statements if s.description)
    return counts.most_common(1)[0][0] if counts else ""
