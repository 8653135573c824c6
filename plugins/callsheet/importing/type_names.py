"""Names the types of a document that get pages of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from callsheet.importing.naming import UniqueNames, as_type, short_names
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import Resolver
from callsheet.importing.schemas import Schemas
from callsheet.schema import Schema
from callsheet.schema.words.wording import is_open

_COMPONENTS = re.compile(r"/(?:components/schemas|definitions)/([^/]+)")


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A type with a page: its name, its schema, and the JSON pointer to the schema."""

    name: str
    schema: Schema
    at: str


class TypeNames:
    """Names the objects of a document.

    Args:
        resolver: Resolves the components, which give types their names.
        schemas: Reads schemas.
        notes: Collects changed names.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, notes: ImportNotes) -> None:
        self._schemas = schemas
        self._notes = notes
        root = resolver.root
        components = [*root.inner("components").entries("schemas"), *root.entries("definitions")]
        titles = {key: place.text("title") for key, place in components}
        self._keys = short_names(titles, titles)
        self._names = UniqueNames(self._keys.values())
        self._by_pointer: dict[str, str] = {}
        self._by_schema: dict[Schema, str] = {}
        self.named: list[NamedSchema] = []

    def of(self, reference: str) -> str:
        """Return the name of the object that a reference leads to; empty if it is not an object."""
        place = self._schemas.target(reference)
        if name := self._by_pointer.get(place.pointer):
            return name
        whole = self._schemas[reference]
        match = _COMPONENTS.fullmatch(place.pointer)
        # A component that is any object has a name, too.
        is_some = match is not None and whole.type == "object" and len(whole.types) <= 2
        is_some = is_some and is_open(whole) and not (whole.any_of or whole.one_of)
        if not (whole.properties or is_some):
            return ""
        key = match[1].replace("~1", "/").replace("~0", "~") if match else ""
        wanted = whole.title if whole.title and not match else key or reference.rpartition("/")[2]
        name = self._keys.get(key) or self._names.give(as_type(wanted), "_")
        if match and name != key.rpartition(".")[2]:
            self._notes.minor(place.pointer, f"The type {code(key)} is called `{name}`")
        self._by_pointer[place.pointer] = name
        self.named.append(NamedSchema(name, whole, place.pointer))
        return name

    def new(self, whole: Schema, suggestion: str, at: str) -> str:
        """Return a new name for an object that has none in the document.

        Args:
            whole: Its schema, with references resolved.
            suggestion: Its name unless it has a title.
            at: The JSON pointer to the schema.
        """
        if name := self._by_schema.get(whole):
            return name
        name = self._names.give(as_type(whole.title or suggestion), "_")
        self._by_schema[whole] = name
        self.named.append(NamedSchema(name, whole, at))
        return name
