"""Parameters as the rows of tables (OpenAPI 3.1.0, 4.8.12; Swagger 2.0, Parameter Object)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from callsheet.importing.examples import Example, Examples
from callsheet.importing.notes import Notes, code
from callsheet.importing.references import Place, Resolver
from callsheet.importing.rows import NOWHERE, Rows, is_name, with_required
from callsheet.importing.schemas import Schemas, typed
from callsheet.model import PLACEHOLDER, Location, Parameter
from callsheet.pages import safe_line
from callsheet.schema import Literal, Schema

_NO_SCHEMA = ("description", "required", "name", "in", "collectionFormat", "allowEmptyValue")
_TEXT = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter.

    Attributes:
        row: Its row.
        example: The value that the sample request sends, None for none.
        shown: The value that an example address has; None for none.
        explode: Whether each item of an array has the name before it.
    """

    row: Parameter
    example: Any = None
    shown: Any = None
    explode: bool = False


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
        rows: Words these.
        examples: Makes values for them.
        notes: Takes what the page format cannot say.
    """

    def __init__(self, schemas: Schemas, rows: Rows, examples: Examples, notes: Notes) -> None:
        self._schemas = schemas
        self._rows = rows
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
            if where in ("query", "header", "cookie"):
                if self._is_name(place):
                    yield self._given(place, Location(where), uid)
            elif where not in ("path", "body", "formData"):
                what = f"The parameter {code(place.text('name'))} in {code(where)} is on no page"
                self._notes.lost(place.pointer, what)

    def _undocumented(self, name: str, uid: str) -> Place:
        self._notes.changed("/paths", f"{code(name)} of `{uid}` is in its route and not described")
        return Place({"name": name, "in": "path", "schema": {"type": "string"}}, "/paths")

    def _is_name(self, place: Place) -> bool:
        if is_name(place.text("name")):
            return True
        what = f"A table has no place for the name {code(place.text('name'))}"
        self._notes.left_out(place.pointer, what)
        return False

    def _given(self, place: Place, location: Location, uid: str) -> Given:
        name, at = place.text("name"), place.pointer
        given = self._examples.given(place)
        schema = self._schema(place)
        suggestion = f"{uid[:1].upper()}{uid[1:]}{name[:1].upper()}{name[1:]}"
        whole = typed(self._schemas.whole(schema, at))
        known = self._rows.said(beside(schema, place, given), suggestion, at)
        required = True if place.get("required") is True or location is Location.PATH else None
        about = safe_line(place.text("description"))
        self._schemas.budget.text(about, at)
        row = Parameter(
            name, known.type, required, about, (), NOWHERE, known.facets, location=location
        )
        example = given[0].value if given else None
        explode = whole.type == "array" and self._is_exploded(place)
        if not given and required:
            example = self._examples.scalar(schema, at, items=2 if explode else 0)
        shown = example
        if explode and not isinstance(example, list):
            shown = self._examples.scalar(schema, at, items=2)
        if explode and (not isinstance(shown, list) or len(shown) < 2):
            self._notes.changed(at, "An array in a query has commas on the page")
        return Given(with_required(row), example, shown, explode)

    def _schema(self, place: Place) -> Schema:
        if "schema" in place.node:
            return self._schemas.read(place.inner("schema"))
        for name, media in place.entries("content"):
            self._notes.told(place.pointer, f"That a parameter is {code(name)} is on no page")
            return self._schemas.read(media.inner("schema"))
        # In Swagger 2.0, a parameter is its schema.
        kept = {k: v for k, v in place.node.items() if k not in _NO_SCHEMA}
        return self._schemas.read(Place(kept if "type" in kept else _TEXT, place.pointer))

    def _is_exploded(self, place: Place) -> bool:
        """Whether each item of an array has the name of the parameter before it."""
        style, kind = place.get("style", ""), place.get("collectionFormat", "csv")
        where = place.get("in")
        if style not in ("", "form", "simple") or kind not in ("csv", "multi"):
            self._notes.changed(place.pointer, "An array in a query has commas on the page")
            return False
        if where not in ("query", "cookie"):
            return False
        is_3 = "schema" in place.node
        explode = place.get("explode", True) is not False if is_3 else kind == "multi"
        if explode and where == "cookie":
            self._notes.changed(place.pointer, "An array in a cookie has commas on the page")
        return explode and where == "query"


def beside(schema: Schema, place: Place, given: Sequence[Example]) -> Schema:
    """A schema with what its parameter or header says of values itself."""
    changes: dict[str, Any] = {"description": ""}
    if place.get("deprecated") is True:
        changes["deprecated"] = True
    if given:
        changes["examples"] = (Literal.of(given[0].value),)
    return replace(schema, **changes)
