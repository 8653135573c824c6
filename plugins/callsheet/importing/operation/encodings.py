"""Reads how the parts of forms are sent (OpenAPI 3.1.0, 4.8.15)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from callsheet.http.media_types import is_form
from callsheet.http.parameter_styles import ParameterStyle, Style
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.rows import Describer
from callsheet.importing.operation.schemas import Schemas
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import Property
from callsheet.model.encodings import PartEncoding, encoding_words, read_encoding
from callsheet.schema.json_schema import write_schema
from callsheet.schema.words.facets import Facet


class Encodings:
    """Reads Encoding Objects.

    Args:
        resolver: Follows references to header fields.
        schemas: Reads their schemas.
        rows: Gives their types names.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(
        self, resolver: Resolver, schemas: Schemas, rows: Describer, notes: ImportNotes
    ) -> None:
        self._resolver = resolver
        self._schemas = schemas
        self._rows = rows
        self._notes = notes

    def with_encodings(
        self, rows: tuple[Property, ...], media_type: str, media: SpecNode
    ) -> tuple[Property, ...]:
        """Return the rows of a form with the cells that say how its parts are sent."""
        stated = dict(media.entries("encoding"))
        if not is_form(media_type):
            # Only forms have parts, and OpenAPI ignores it elsewhere.
            return rows
        for name, place in stated.items():
            if all(row.name != name for row in rows):
                what = f"How {code(name)} is encoded is not on any page, as it is not a property"
                self._notes.lost(place.pointer, what)
        return tuple(
            replace(row, facets=(*row.facets, *self._cell(stated[row.name])))
            if row.name in stated
            else row
            for row in rows
        )

    def _cell(self, place: SpecNode) -> Iterator[tuple[Facet, str]]:
        encoding = PartEncoding(self._style(place), dict(self._headers(place)))
        text = encoding_words(encoding)
        if not text:
            return
        if read_encoding(text) == encoding:
            yield Facet.SENT_AS, text
        else:
            self._notes.lost(place.pointer, "How a part is encoded is not on any page")

    def _style(self, place: SpecNode) -> ParameterStyle | None:
        reserved = place.get("allowReserved") is True
        kind = place.text("contentType")
        if "style" in place.node or "explode" in place.node:
            style = place.get("style", Style.FORM)
            if style in set(Style) - {Style.CONTENT}:
                if kind:
                    what = f"{code(kind)} is not on any page, as a style takes its place"
                    self._notes.minor(f"{place.pointer}/contentType", what)
                explode = style == Style.DEEP or place.get("explode", style == Style.FORM) is True
                return ParameterStyle(Style(style), explode, reserved=reserved)
            self._notes.lost(f"{place.pointer}/style", f"There is no style {code(style)}")
        if kind:
            listed = ", ".join(" ".join(each.split()) for each in kind.split(","))
            return ParameterStyle(Style.CONTENT, media_type=listed, reserved=reserved)
        return ParameterStyle(Style.FORM, reserved=True) if reserved else None

    def _headers(self, place: SpecNode) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, place_ in place.entries("headers"):
            header = self._resolver.follow(place_)
            if name.lower() == "content-type":
                continue
            schema = self._schemas.read(header.inner("schema"))
            within = self._rows.inliner.whole(schema, header.pointer)
            kept = {k: v for k, v in header.node.items() if k in ("description", "required")}
            yield name, {**kept, "schema": write_schema(within, str)}
