"""Makes one property of what several places say about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from callsheet.model import DataType
from callsheet.typedefs.evidence import Statement, Testimony, Weight
from callsheet.typedefs.model import Claim, Contradiction, Field, Sighting
from callsheet.typedefs.shapes import combine, of_type

ABSENT = "no such property"

# What a place that tells less may say, and what it is then by a place that tells more.
_COARSE = {
    "string": {"date-time", "byte", "enum"},
    "date-time": {"string"},
    "int32": {"int64", "double"},
    "int64": {"double"},
    "double": {"int32", "int64"},
}


def merge(
    accepted: Sequence[Testimony],
) -> tuple[tuple[Field, ...], tuple[Contradiction, ...]]:
    """The properties of a type, in the order of the first testimony, and where pages differ.

    Args:
        accepted: What describes the type, tables before examples.
    """
    by_name: dict[str, list[Statement]] = {}
    for testimony in accepted:
        for statement in testimony.statements:
            by_name.setdefault(statement.field.name, []).append(statement)
    complete = [t for t in accepted if t.weight is Weight.RESPONSE_TABLE]
    fields: list[Field] = []
    contradictions: list[Contradiction] = []
    for name, statements in by_name.items():
        # A table that documents the property gives it at least one statement.
        documented = {s.sighting.path for s in statements if s.weight is Weight.RESPONSE_TABLE}
        lacking = (
            [t.sighting for t in complete if t.sighting.path not in documented]
            if len(documented) < len(complete)
            else []
        )
        tabled = sum(statement.weight > Weight.EXAMPLE for statement in statements)
        if tabled >= len(lacking):
            fields.append(merge_field(name, statements))
        contradictions += _of_types(name, statements)
        contradictions += _of_presence(name, statements, lacking, kept=tabled >= len(lacking))
    return tuple(fields), tuple(contradictions)


def merge_field(name: str, statements: Sequence[Statement]) -> Field:
    """One property of all that is said about it."""
    winner = winning_type(statements)
    shapes = [of_type(winner)]
    shapes += [s.field.shape for s in statements if _same(s.field.shape.type, winner)]
    nulls = [of_type(winner, True) for s in statements if s.field.shape.nullable]
    return Field(name, combine(shapes + nulls), _description(statements))


def winning_type(statements: Sequence[Statement]) -> DataType | None:
    """The type that most of the places that tell most state; None where none states one.

    Examples state nothing but values, so a type that takes in all of them wins over the most
    frequent one.
    """
    typed = _typed(statements)
    if not typed:
        return None
    heaviest = max(statement.weight for statement, _ in typed)
    if heaviest is Weight.EXAMPLE and (common := combine(s.field.shape for s, _ in typed).type):
        return common
    types = [data_type for statement, data_type in typed if statement.weight == heaviest]
    counts = Counter((data_type.name, data_type.values) for data_type in types)
    name = counts.most_common(1)[0][0]
    return next(t for t in types if (t.name, t.values) == name)


def _typed(statements: Iterable[Statement]) -> list[tuple[Statement, DataType]]:
    return [(s, s.field.shape.type) for s in statements if s.field.shape.type is not None]


def _same(one: DataType | None, other: DataType | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.name, one.values) == (other.name, other.values)


def _agrees(statement: Statement, data_type: DataType, winner: DataType, heaviest: Weight) -> bool:
    if _same(data_type, winner):
        return True
    if statement.weight == heaviest > Weight.EXAMPLE:
        return False
    if data_type.name == "object":
        return winner.is_named
    return winner.name in _COARSE.get(data_type.name, ())


def _of_types(name: str, statements: Sequence[Statement]) -> list[Contradiction]:
    """The contradiction between those who state another type than the winning one."""
    winner = winning_type(statements)
    typed = _typed(statements)
    if winner is None or all(_same(data_type, winner) for _, data_type in typed):
        return []
    heaviest = max(statement.weight for statement, _ in typed)
    claims: dict[str, list[Sighting]] = {winner.written: []}
    for statement, data_type in typed:
        if _agrees(statement, data_type, winner, heaviest):
            claims[winner.written].append(statement.sighting)
        else:
            claims.setdefault(data_type.written, []).append(statement.sighting)
    return _contradiction(name, claims)


def _of_presence(
    name: str, statements: Sequence[Statement], lacking: Sequence[Sighting], *, kept: bool
) -> list[Contradiction]:
    """The contradiction between those who have the property and the full tables that lack it."""
    if not lacking:
        return []
    winner = winning_type(statements)
    says = winner.written if winner else "a property"
    present = [statement.sighting for statement in statements]
    claims = [(says, present), (ABSENT, list(lacking))]
    return _contradiction(name, dict(claims if kept else reversed(claims)))


def _contradiction(name: str, claims: dict[str, list[Sighting]]) -> list[Contradiction]:
    if len(claims) < 2:
        return []
    listed = (Claim(says, tuple(sightings)) for says, sightings in claims.items())
    return [Contradiction(name, tuple(listed))]


def _description(statements: Iterable[Statement]) -> str:
    """The most frequent description; the first one of several that are."""
    counts = Counter(s.field.description for s in statements if s.field.description)
    return counts.most_common(1)[0][0] if counts else ""
