"""The definition of a named type, with its evidence and contradictions."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from callsheet.records import record
from callsheet.schema import PropertySchema, Schema


class EvidenceSource(StrEnum):
    """The kinds of places with evidence about a type."""

    TABLE = "table"
    EXAMPLE = "example"


@record(order=True)
class Sighting:
    """A place with evidence about a type, or one of its properties.

    Attributes:
        path: The page, relative to the docs directory.
        uid: The operation; empty for the page of a type.
        line: The heading, the table row, or the first line of the example.
        source: Whether it is a table or an example.
    """

    path: str
    uid: str
    line: int
    source: EvidenceSource


@dataclass(frozen=True, slots=True)
class TypeClaim:
    """A claim of some places: a type, `no such property`, or the names of all properties."""

    says: str
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true; the first one was followed, if any was.

    Attributes:
        property: The property; None where whole tables have next to nothing in common, as when a
            page has the name of another type by mistake.
        claims: At least two, the one with the most weight first.
        settled: Whether the definition follows the first claim.
    """

    property: str | None
    claims: tuple[TypeClaim, ...]
    settled: bool = True


@dataclass(frozen=True)
class TypeDefinition:
    """A named type, as all pages together define it.

    Attributes:
        name: As the pages write it.
        schema: Usually an object with properties. Without any evidence about these it allows all
            objects; where examples show something else, such as text, it is that.
        sightings: The places with evidence, in the order of the pages.
        used_by: The uids of the operations whose tables and bodies name it.
        contradictions: The contradictions between pages.
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

    @cached_property
    def shape(self) -> str:
        """A digest of its schema."""
        text = repr(self.schema).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=16).hexdigest()


def named_schemas(definitions: Mapping[str, TypeDefinition]) -> Mapping[str, Schema]:
    """Return the schemas of the named types, for an evaluator or a generator."""
    return {name: definition.schema for name, definition in definitions.items()}
