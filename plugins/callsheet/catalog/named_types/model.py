"""What is known of a named type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from callsheet.schema import PropertySchema, Schema


class EvidenceSource(StrEnum):
    """What kind of place says something about a type."""

    TABLE = "table"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A place that shows a type, or one of its properties.

    Attributes:
        path: The page, relative to the docs directory.
        uid: The operation; empty for the page of a type.
        line: The heading, the table row, or the first line of the example.
        source: Whether a table or an example shows it.
    """

    path: str
    uid: str
    line: int
    source: EvidenceSource


@dataclass(frozen=True, slots=True)
class TypeClaim:
    """What some places say: a type, `no such property`, or the names of all properties."""

    says: str
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true; the first one was followed, if any was.

    Attributes:
        property: What they are about; None where whole tables have next to nothing in common, as
            when a page gives the name of another type.
        claims: At least two, the one with the most weight first.
        settled: Whether the definition follows the first claim.
    """

    property: str | None
    claims: tuple[TypeClaim, ...]
    settled: bool = True


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    """A named type, as all pages together show it.

    Attributes:
        name: As the pages write it.
        schema: An object with properties as a rule. One without properties is open; where examples
            show something else, such as text, it is that.
        sightings: Where it is shown, in the order of the pages.
        used_by: The uids of the operations whose tables and bodies name it.
        contradictions: Where pages differ.
    """

    name: str
    schema: Schema
    sightings: tuple[Sighting, ...]
    used_by: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def properties(self) -> tuple[PropertySchema, ...]:
        """Its properties."""
        return self.schema.properties


def named_schemas(definitions: Mapping[str, TypeDefinition]) -> Mapping[str, Schema]:
    """Return the schemas of the named types, for an evaluator or a generator."""
    return {name: definition.schema for name, definition in definitions.items()}
