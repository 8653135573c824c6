"""Parameters as the rows of tables (OpenAPI 3.1.0, 4.8.12; Swagger 2.0, Parameter Object)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from callsheet.importing.examples import Examples
from callsheet.importing.limits import code
from callsheet.importing.notes import Notes
from callsheet.importing.references import Place, Resolver
from callsheet.importing.schemas import NOWHERE, Schemas
from callsheet.model import PLACEHOLDER, DataType, Location, Parameter
from callsheet.samples.defaults import scalar_by_type

_LOCATIONS = {"path": Location.PATH, "query": Location.QUERY, "header": Location.HEADER}
_SHORT = ("int32", "int64", "string")
_STATED = {"example", "examples", "default", "enum", "const", "minimum", "maximum", "maxLength"}


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter: its row, and the value that an example sends, None for none."""

    row: Parameter
    example: Any


def merged_parameters(item: Place, operation: Place, resolver: Resolver) -> list[Place]:
    """The parameters of an operation and those of its path, which it may override."""
    found = {}
    for holder in (item, operation):
        for place in holder.listed("parameters"):
            resolver.budget.schemas(1, operation.pointer)
            followed = resolver.follow(place)
            found[str(followed.get("name")), str(followed.get("in"))] = followed
    return list(found.values())


class Parameters:
    """Reads the parameters of an operation.

    Args:
        schemas: Reads their schemas.
        examples: Makes values for them.
        notes: Takes what the page format cannot say.
    """

    def __init__(self, schemas: Schemas, examples: Examples, notes: Notes) -> None:
        self._schemas = schemas
        self._examples = examples
        self._notes = notes

    def read(self, places: list[Place], route: str, uid: str) -> Iterator[Given]:
        """Those that have a row, first those of the path in its order, then the others."""
        names = list(dict.fromkeys(PLACEHOLDER.findall(route)))
        known = {p.text("name"): p for p in places if p.get("in") == "path"}
        for name in names:
            yield self._given(known.get(name) or self._undocumented(name, uid), Location.PATH, uid)
        for name, place in known.items():
            if name not in names:
                self._notes.left_out(place.pointer, f"{code(name)} is not in the route")
        for place in places:
            where = place.get("in")
            if where in ("query", "header") and self._is_name(place):
                yield self._given(place, _LOCATIONS[str(where)], uid)
            elif where not in ("path", "body", "formData", "query", "header"):
                what = f"The parameter {code(place.text('name'))} in {code(where)} is on no page"
                self._notes.lost(place.pointer, what)

    def _undocumented(self, name: str, uid: str) -> Place:
        self._notes.changed("/paths", f"{code(name)} of `{uid}` is in its route and not described")
        return Place({"name": name, "in": "path", "schema": {"type": "string"}}, "/paths")

    def _is_name(self, place: Place) -> bool:
        name = place.text("name")
        if name.strip() and name == " ".join(name.split()) and "`" not in name and "\\" not in name:
            return True
        self._notes.left_out(place.pointer, f"A table has no place for the name {code(name)}")
        return False

    def _given(self, place: Place, location: Location, uid: str) -> Given:
        schema = self._schema(place)
        name = place.text("name")
        suggestion = f"{uid[:1].upper()}{uid[1:]}{name[:1].upper()}{name[1:]}"
        data_type = self._schemas.data_type(schema, suggestion)
        self._note_style(place, data_type)
        required = place.get("required") is True or location is Location.PATH
        whole = self._schemas.whole(schema)
        beside = {k: place.node[k] for k in ("deprecated",) if k in place.node}
        described = Place(
            {**whole.node, **beside, "description": place.text("description")}, place.pointer
        )
        about = self._schemas.about(described, data_type, required)
        kept = None if location is Location.HEADER else data_type
        return Given(
            Parameter(name, kept, required or None, about, (), NOWHERE, location=location),
            self._example(place, schema, data_type, required),
        )

    def _schema(self, place: Place) -> Place:
        if "schema" in place.node:
            return place.inner("schema")
        for name, media in place.entries("content"):
            self._notes.told(place.pointer, f"That a parameter is {code(name)} is on no page")
            return media.inner("schema")
        # In Swagger 2.0, a parameter is its schema.
        kept = {k: v for k, v in place.node.items() if k not in ("description", "required")}
        return Place(kept if "type" in kept else {"type": "string"}, place.pointer)

    def _example(self, place: Place, schema: Place, data_type: DataType, required: bool) -> Any:
        given = self._examples.given(place)
        if given:
            return given[0]
        if not required:
            return None
        whole = self._schemas.whole(schema)
        if data_type.name in _SHORT and not whole.node.keys() & _STATED:
            return scalar_by_type(data_type)
        return self._examples.of(schema, data_type)

    def _note_style(self, place: Place, data_type: DataType) -> None:
        if place.get("in") != "query" or data_type.name != "array":
            return
        style, explode = place.get("style", "form"), place.get("explode")
        spread = "schema" in place.node and (style != "form" or explode is not False)
        if spread or place.get("collectionFormat", "csv") != "csv":
            self._notes.changed(place.pointer, "An array in a query has commas on the page")
