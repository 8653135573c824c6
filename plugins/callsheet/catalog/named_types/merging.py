"""Merging of what several places say about one type, and the contradictions between them.

The generator of a publication may write the name of one type above the table of another by mistake.
The tables of such a name have next to nothing in common, so no single page can be trusted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from callsheet.catalog.named_types.evidence import Statement, Testimony, Weight
from callsheet.catalog.named_types.model import Contradiction, Sighting, TypeClaim
from callsheet.memo import cached_by
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.infer import Kind, combine, is_stated, kind_of, with_assumed
from callsheet.schema.words.type_words import word_of

Names = frozenset[str]
Owners = Mapping[Names, frozenset[str]]
"""The undisputed types by the names of the properties in their tables."""

ABSENT = "no such property"
# The coarser words of places with less weight, and the precise types that they may mean.
_COARSE = {
    "string": {"date-time", "byte", "enum"},
    "date-time": {"string"},
    "int32": {"int64", "double"},
    "int64": {"double"},
    "double": {"int32", "int64"},
}

_NUMBERS = frozenset({"int32", "double"})
"""The words that stand for `Integer` and `Number`, too."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The testimonies of the majority, the most typical one first, and the outvoted ones.

    Without a majority, none is accepted.
    """

    accepted: tuple[Testimony, ...]
    rejected: tuple[Testimony, ...]

    def contradictions(self, tables: "Consensus | None" = None) -> tuple[Contradiction, ...]:
        """Return one contradiction about the whole type, if any testimony was outvoted.

        Args:
            tables: The tables that outvoted them, if they are examples.
        """
        if not self.rejected:
            return ()
        followed = (*(tables.accepted if tables else ()), *self.accepted)
        claims: dict[str, list[Testimony]] = {}
        for testimony in followed:
            claims.setdefault(_says(followed[0]), []).append(testimony)
        for testimony in self.rejected:
            claims.setdefault(_says(testimony), []).append(testimony)
        listed = tuple(
            TypeClaim(says, tuple(testimony.sighting for testimony in testimonies))
            for says, testimonies in claims.items()
        )
        return (Contradiction(None, listed, settled=bool(followed)),)


def choose_tables(name: str, testimonies: Sequence[Testimony], owners: Owners) -> Consensus:
    """Decide which tables describe a type.

    All do if they are alike. If not, tables that equal the undisputed table of another type are
    dropped as mistakes, and of the others, more than half must be alike.
    """
    alike, others = _split(testimonies, are_alike)
    if not others:
        return Consensus(alike, ())
    own = [t for t in testimonies if not owners.get(t.names, frozenset()) - {name}]
    alike, _ = _split(own, are_alike)
    if 2 * len(alike) <= len(own):
        return Consensus((), tuple(testimonies))
    # By identity, because two places may have equal testimonies.
    accepted = {id(testimony) for testimony in alike}
    return Consensus(alike, tuple(t for t in testimonies if id(t) not in accepted))


def choose_examples(testimonies: Sequence[Testimony], tables: Consensus) -> Consensus:
    """Decide which examples describe a type: those that are like its table.

    Without a table, more than half of them must be alike. With a disputed table, none does: nothing
    says which type they show.
    """
    if tables.accepted:
        table = tables.accepted[0].names
        fits = [overlapping(testimony.names, table) for testimony in testimonies]
    elif tables.rejected:
        return Consensus((), ())
    else:
        alike, others = _split(testimonies, overlapping)
        if not others:
            return Consensus(alike, ())
        if len(alike) <= len(others):
            return Consensus((), tuple(testimonies))
        return Consensus(alike, others)
    pairs = list(zip(testimonies, fits, strict=True))
    return Consensus(tuple(t for t, fit in pairs if fit), tuple(t for t, fit in pairs if not fit))


def undisputed(tables: Mapping[str, Sequence[Testimony]]) -> Owners:
    """Return the types whose tables are all alike, by the names of their properties."""
    owners: dict[Names, set[str]] = {}
    for name, testimonies in tables.items():
        alike, others = _split(testimonies, are_alike)
        if not others:
            for testimony in alike:
                owners.setdefault(testimony.names, set()).add(name)
    return {names: frozenset(types) for names, types in owners.items()}


def are_alike(one: Names, other: Names) -> bool:
    """Tell whether two tables share at least half of all their properties."""
    return 2 * len(one & other) >= len(one | other)


def overlapping(one: Names, other: Names) -> bool:
    """Tell whether at least half of the smaller one's properties are in the other."""
    return 2 * len(one & other) >= min(len(one), len(other))


def _split(
    testimonies: Sequence[Testimony], alike: Callable[[Names, Names], bool]
) -> tuple[tuple[Testimony, ...], tuple[Testimony, ...]]:
    """Split testimonies into those like the most frequent one, which is first, and the others."""
    counts = Counter(testimony.names for testimony in testimonies)
    if not counts:
        return (), ()
    # Among equals, `most_common` keeps the order of first occurrence.
    leader = counts.most_common(1)[0][0]
    fits = {names: alike(names, leader) for names in counts}
    like = sorted((t for t in testimonies if fits[t.names]), key=lambda t: t.names != leader)
    return tuple(like), tuple(t for t in testimonies if not fits[t.names])


def _says(testimony: Testimony) -> str:
    return ", ".join(statement.name for statement in testimony.statements) or "no property"


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
            stated = combine(tabled)
            schema = with_assumed(schema, stated, stated)
    return PropertySchema(name, _described(schema, _description(statements)), _required(statements))


@cached_by(8192, lambda schema, text: len(text))
def _described(schema: Schema, text: str) -> Schema:
    return schema.replace(description=text) if text else schema


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
    word = _word(statement.schema)
    # One vocabulary of the page format has other words for the same numbers.
    if word == _word(winner) and word in _NUMBERS:
        return True
    if statement.weight == heaviest > Weight.EXAMPLE:
        return False
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
