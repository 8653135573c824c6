"""Request and response bodies by media type, alike for both generations of the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from callsheet.http.media_types import FORM, MULTIPART, essence, is_json, is_xml
from callsheet.importing.limits import code
from callsheet.importing.notes import Notes
from callsheet.importing.references import Place, Resolver
from callsheet.importing.schemas import Schemas
from callsheet.model import DataType, Property

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Content:
    """A body as the specification describes it.

    Attributes:
        place: Where it stands.
        name: What Swagger 2.0 calls it, or an extension of OpenAPI.
        media: Media types with what is said of each.
    """

    place: Place
    name: str
    media: tuple[tuple[str, Place], ...]

    @property
    def media_types(self) -> list[str]:
        """The media types."""
        return [name for name, _ in self.media]

    def best(self) -> tuple[str, Place] | None:
        """The media type whose schema tells most: JSON, then what is read like it."""
        with_schema = [(n, p) for n, p in self.media if p.inner("schema").node]
        return next(
            (
                pair
                for fits in (is_json, _is_form, is_xml)
                for pair in with_schema
                if fits(essence(pair[0]))
            ),
            next(iter(with_schema or self.media), None),
        )


@dataclass(frozen=True, slots=True)
class Described:
    """A body in the words of the page format.

    Attributes:
        type: What it is; None where the rows say it.
        rows: The properties of an object, or of each item of an array.
        part: What the file of a multipart form is called, else empty.
        schema: Its schema.
    """

    type: DataType | None
    rows: tuple[Property, ...]
    part: str
    schema: Place


def request_content(
    operation: Place, parameters: list[Place], resolver: Resolver
) -> Content | None:
    """The request body of an operation, if it has one."""
    if "requestBody" in operation.node:
        place = resolver.follow(operation.inner("requestBody"))
        name = operation.text("x-codegen-request-body-name") or place.text("x-body-name")
        return Content(place, name, _media(place.entries("content")))
    consumed = _listed(operation, "consumes", resolver)
    fields = [p for p in parameters if p.get("in") == "formData"]
    for place in parameters:
        if place.get("in") == "body":
            media = Place({"schema": place.get("schema") or {}}, place.pointer)
            return Content(place, place.text("name"), tuple((n, media) for n in consumed or [JSON]))
    if not fields:
        return None
    place = Place({"schema": _form(fields)}, operation.pointer + "/parameters")
    has_file = any(field.get("type") == "file" for field in fields)
    names = consumed or [MULTIPART if has_file else FORM]
    return Content(place, "", tuple((name, place) for name in names))


def response_content(response: Place, operation: Place, resolver: Resolver) -> Content:
    """The body of a response."""
    if "content" in response.node or resolver.root.get("swagger") is None:
        return Content(response, "", _media(response.entries("content")))
    if "schema" not in response.node:
        return Content(response, "", ())
    examples = response.inner("examples").node
    produced = _listed(operation, "produces", resolver) or [JSON]
    return Content(
        response,
        "",
        tuple(
            (
                name,
                Place(
                    {
                        "schema": response.node["schema"],
                        **({"example": examples[name]} if name in examples else {}),
                    },
                    response.pointer,
                ),
            )
            for name in produced
        ),
    )


def describe(
    content: Content, key: str, suggestion: str, schemas: Schemas, notes: Notes
) -> Described | None:
    """A body in the words of the page format; None where its schema says nothing.

    Args:
        content: The body.
        key: What our own export calls the component of such a body.
        suggestion: What a type within it is called if the specification has no name for it.
        schemas: Reads the schema.
        notes: Takes what the page cannot say.
    """
    best = content.best()
    if best is None:
        return None
    name, media = best
    schema = media.inner("schema")
    _note_others(content, name, schema, notes)
    whole = schemas.whole(schema)
    part = _file_part(name, whole, schemas)
    if part:
        return Described(DataType("binary", "binary"), (), part, schema)
    if (
        not _is_structured(essence(name))
        and not (whole.node and whole.get("format") not in ("binary", None))
        and whole.get("type") in (None, "string", "file")
    ):
        if essence(name).startswith("text/"):
            return Described(DataType("string", "string"), (), "", schema)
        return Described(DataType("binary", "binary"), (), "", schema)
    if not schema.node:
        return None
    return _of_schema(schema, whole, key, suggestion, schemas)


def _of_schema(
    schema: Place, whole: Place, key: str, suggestion: str, schemas: Schemas
) -> Described:
    is_own = "$ref" not in schema.node or schemas.is_component(schema, key)
    if is_own and whole.get("properties"):
        return Described(None, schemas.rows(whole, suggestion), "", schema)
    if is_own and _is_array(whole):
        items = whole.inner("items")
        inner = schemas.whole(items)
        if inner.get("properties") and "$ref" not in items.node:
            rows = schemas.rows(inner, suggestion)
            return Described(DataType("array", "array"), rows, "", schema)
    data_type = schemas.data_type(schema, suggestion)
    rows = schemas.rows(whole, data_type.name) if data_type.is_named else ()
    return Described(data_type, rows, "", schema)


def _is_array(whole: Place) -> bool:
    kinds = whole.get("type")
    return kinds == "array" or (isinstance(kinds, list) and "array" in kinds)


def _is_form(media_type: str) -> bool:
    return media_type in (FORM, MULTIPART)


def _is_structured(media_type: str) -> bool:
    return is_json(media_type) or is_xml(media_type) or _is_form(media_type) or "*" in media_type


def _media(entries: list[tuple[str, Place]]) -> tuple[tuple[str, Place], ...]:
    return tuple((" ".join(name.split()), place) for name, place in entries if name.strip())


def _listed(operation: Place, key: str, resolver: Resolver) -> list[str]:
    """The media types of an operation, else those of the document (Swagger 2.0)."""
    for place in (operation, resolver.root):
        value: Any = place.get(key)
        if isinstance(value, list):
            resolver.budget.schemas(len(value), operation.pointer)
            return [" ".join(str(name).split()) for name in value if str(name).strip()]
    return []


def _form(fields: list[Place]) -> dict[str, Any]:
    properties = {
        str(field.get("name")): {k: v for k, v in field.node.items() if k not in ("in", "required")}
        for field in fields
    }
    required = [str(f.get("name")) for f in fields if f.get("required") is True]
    return {"type": "object", "properties": properties, "required": required}


def _file_part(media_type: str, whole: Place, schemas: Schemas) -> str:
    """The name of the file, where a form is nothing but a file."""
    if essence(media_type) != MULTIPART:
        return ""
    parts = whole.entries("properties")
    if len(parts) != 1:
        return ""
    name, place = parts[0]
    inner = schemas.whole(place)
    is_bytes = inner.get("format") == "binary" or inner.get("type") == "file"
    return name if is_bytes or "contentMediaType" in inner.node else ""


def _note_others(content: Content, name: str, schema: Place, notes: Notes) -> None:
    for other, place in content.media:
        described = place.inner("schema")
        same = described.node == schema.node or not described.node
        if other != name and not same and _is_structured(essence(other)):
            what = f"The schema of {code(other)} differs from that of {code(name)}, which is kept"
            notes.lost(described.pointer, what)
