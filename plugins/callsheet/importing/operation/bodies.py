"""Reads request and response bodies by media type, from OpenAPI 3 and Swagger 2.0 alike."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from callsheet import lazy_re as re
from callsheet.export.operations import UID
from callsheet.http.media_types import FORM, MULTIPART, essence, is_json, is_opaque, is_xml
from callsheet.importing.naming import is_union
from callsheet.importing.notes import ImportNotes
from callsheet.importing.operation.encodings import Encodings
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.operation.rows import Describer
from callsheet.importing.operation.schemas import Schemas, typed, without_empty
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import WHOLE, DataType, Property
from callsheet.pages import safe_line
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.documents import REFERENCE, component_key
from callsheet.schema.words.facets import Facet
from callsheet.schema.words.wording import word_for

JSON = "application/json"

_ANY = DataType("any", "any")
_COLLECTIONS = {
    "csv": (("form", False),),
    "multi": (("form", True),),
    "ssv": (("spaceDelimited", False),),
    "pipes": (("pipeDelimited", False),),
}
"""The styles of OpenAPI 3 for those of lists in Swagger 2.0, each with `explode`."""

_BODY = re.compile(r"(?P<uid>.+)\.(?:request|response|[1-5]\d\d|[1-5]XX|default)_*")
"""The name that our own export gives to the component of a body without a name on its page."""


@dataclass(frozen=True, slots=True)
class BodyContent:
    """A body in the specification.

    Attributes:
        place: The node that describes it.
        name: Its name in Swagger 2.0, or in an extension of OpenAPI.
        media: Media types with their Media Type Objects.
    """

    place: SpecNode
    name: str
    media: tuple[tuple[str, SpecNode], ...]

    @property
    def media_types(self) -> list[str]:
        """The media types."""
        return [name for name, _ in self.media]

    @property
    def shown(self) -> tuple[tuple[str, SpecNode], ...]:
        """The media types whose examples are shown: no range such as `application/*+json`.

        A message has one media type, so a range is only there if nothing else has its format.
        """
        listed = [name for name in self.media_types if "*" not in name]
        formats = [f for f in (is_json, is_xml) if any(map(f, listed))]
        return tuple(
            (name, media)
            for name, media in self.media
            if "*" not in name or not any(f(name) for f in formats)
        )

    def best(self) -> tuple[str, SpecNode] | None:
        """Return the media type with the most useful schema: JSON, a form, XML, or any other."""
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
class DescribedBody:
    """A body in terms of the page format.

    Attributes:
        media_type: Its media type; empty for the body of all listed ones without their own.
        type: Its type; None if the rows describe it.
        rows: The properties of an object, or of each item of an array.
        part: The name of the file in a multipart form, else empty.
        schema: Its schema.
        at: The JSON pointer to the schema.
    """

    media_type: str
    type: DataType | None
    rows: tuple[Property, ...]
    part: str
    schema: Schema
    at: str

    @property
    def is_bytes(self) -> bool:
        """Whether it is a file's raw bytes."""
        return self.type is not None and self.type.name == "binary"


def request_content(
    operation: SpecNode, parameters: list[SpecNode], resolver: Resolver
) -> BodyContent | None:
    """Return the request body of an operation, if it has one."""
    if "requestBody" in operation.node:
        place = resolver.follow(operation.inner("requestBody"))
        name = operation.text("x-codegen-request-body-name") or place.text("x-body-name")
        return BodyContent(place, name, _media(place.entries("content")))
    consumed = _listed(operation, "consumes", resolver)
    fields = [p for p in parameters if p.get("in") == "formData"]
    for place in parameters:
        if place.get("in") == "body":
            media = SpecNode({"schema": place.get("schema") or {}}, place.pointer)
            return BodyContent(
                place, place.text("name"), tuple((n, media) for n in consumed or [JSON])
            )
    if not fields:
        return None
    form, encoding = _form(fields)
    node = {"schema": form, "required": bool(form["required"]), "encoding": encoding}
    place = SpecNode(node, operation.pointer + "/parameters")
    has_file = any(field.get("type") == "file" for field in fields)
    names = consumed or [MULTIPART if has_file else FORM]
    return BodyContent(place, "", tuple((name, place) for name in names))


def response_content(response: SpecNode, operation: SpecNode, resolver: Resolver) -> BodyContent:
    """Return the body of a response."""
    if "content" in response.node or resolver.root.get("swagger") is None:
        return BodyContent(response, "", _media(response.entries("content")))
    examples = response.inner("examples").node
    if "schema" not in response.node and not examples:
        return BodyContent(response, "", ())
    # An error may come in another media type than the successes, which `produces` lists.
    shown = [name for name in examples if "/" in str(name)]
    produced = _listed(operation, "produces", resolver) or [*examples] or [JSON]
    produced = [*dict.fromkeys((*produced, *shown))]
    return BodyContent(
        response,
        "",
        tuple(
            (
                name,
                SpecNode(
                    {
                        **(
                            {"schema": response.node["schema"]} if "schema" in response.node else {}
                        ),
                        **({"example": examples[name]} if name in examples else {}),
                    },
                    response.pointer,
                ),
            )
            for name in produced
        ),
    )


class Bodies:
    """Describes bodies in terms of the page format.

    Args:
        resolver: Follows references, and has the document.
        schemas: Reads their schemas.
        rows: Describes the schemas.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(
        self, resolver: Resolver, schemas: Schemas, rows: Describer, notes: ImportNotes
    ) -> None:
        self._schemas = schemas
        self._rows = rows
        self._encodings = Encodings(resolver, schemas, rows, notes)
        self._uids = frozenset(map(component_key, _uids(resolver.root)))

    def describe(
        self, content: BodyContent, suggestion: str, *, marked: bool = False
    ) -> list[DescribedBody]:
        """Return the general body, then the bodies of media types that differ from it.

        Args:
            content: The body in the specification.
            suggestion: The name of a nested type that has none in the specification.
            marked: Whether rows say of optional properties that they are optional.
        """
        best = content.best()
        if best is None:
            return []
        name, media = best
        general = self._described(name, media, suggestion, marked)
        found = [general] if general else []
        for other, place in content.media:
            node = place.inner("schema").node
            # The general body is that of all media types that can have it.
            can_have = not (node and is_opaque(other)) or bool(general and general.is_bytes)
            is_same = node == media.inner("schema").node and _sent(other, place) == _sent(
                name, media
            )
            if other == name or (can_have and is_same):
                continue
            described = self._described(other, place, f"{suggestion}Other", marked)
            is_usual = is_opaque(other) and described and described.type == usual_type(other)
            if described and not (is_usual and not described.rows):
                found.append(replace(described, media_type=other))
        return found

    def _described(
        self, name: str, media: SpecNode, suggestion: str, marked: bool
    ) -> DescribedBody | None:
        place = media.inner("schema")
        schema, at = self._schemas.read(place), place.pointer
        whole = typed(self._schemas.whole(schema, at))
        part = "" if media.inner("encoding").node else self._file_part(name, whole, at)
        if part:
            return DescribedBody("", DataType("binary", "binary"), (), part, schema, at)
        is_file = whole.type == "string" and word_for(whole) == "binary"
        if not _is_structured(essence(name)) and (whole == ANYTHING or is_file):
            kind = DataType("binary", "binary") if is_file else usual_type(name)
            rows = self._with_about((), whole, "binary", at) if is_file else ()
            return DescribedBody("", kind, rows, "", schema, at)
        if not place.node:
            # Without a schema and an example, nothing else would tell that there is a body.
            is_shown = "example" in media.node or "examples" in media.node
            return None if is_shown else DescribedBody("", _ANY, (), "", schema, at)
        found = self._of_schema(schema, whole, at, suggestion, marked)
        return replace(found, rows=self._encodings.with_encodings(found.rows, name, media))

    def _of_schema(
        self, schema: Schema, whole: Schema, at: str, suggestion: str, marked: bool
    ) -> DescribedBody:
        is_own = self._is_body(schema) or not self._rows.is_named(schema)
        there = self._schemas.where(schema, at)
        if is_own and whole.properties:
            rows = self._rows.table(whole, suggestion, there, marked=marked)
            written = "object or null" if whole.nullable else "object"
            kind = DataType("object", written) if whole.nullable else None
            rows = self._with_about(rows, whole, written, at)
            return DescribedBody("", kind, rows, "", schema, at)
        if is_own and whole.type == "array" and whole.items is not None:
            items = whole.items
            inner = self._schemas.whole(items, at)
            if inner.properties and not self._rows.is_named(items):
                rows = self._rows.table(inner, suggestion, f"{there}/items", marked=marked)
                written = "array or null" if whole.nullable else "array"
                known = self._rows.whole_row(replace(whole, examples=()), written, at)
                is_more = known.facets or whole.description or inner.description
                if not (is_more or any(row.name == WHOLE for row in rows)):
                    return DescribedBody("", known.type, rows, "", schema, at)
        return self._of_type(schema, whole, at, suggestion, marked)

    def _of_type(
        self, schema: Schema, whole: Schema, at: str, suggestion: str, marked: bool
    ) -> DescribedBody:
        described = whole if self._is_body(schema) else schema
        found = self._rows.describe(described, suggestion, at)
        if found.type.is_named:
            there = self._schemas.where(schema, at)
            # The rows are those of the type's page, which are named after the type.
            rows = self._rows.table(whole, found.type.name, there, marked=marked)
            # A row about the whole value is that of the page of the type.
            rows = () if is_union(whole) or not whole.properties else rows
        else:
            facets = tuple(pair for pair in found.facets if pair[0] is not Facet.EXAMPLE)
            whole_row = Property(WHOLE, found.type, None, found.about, (), NOWHERE, facets)
            rows = (whole_row,) if facets or found.about else ()
        return DescribedBody("", found.type, rows, "", schema, at)

    def _with_about(
        self, rows: tuple[Property, ...], whole: Schema, written: str, at: str
    ) -> tuple[Property, ...]:
        """Add what describes a body to the row about it, which there may be already."""
        if not (about := safe_line(whole.description)):
            return rows
        known, others = rows[:1], rows[1:]
        if not known or known[0].name != WHOLE:
            known, others = (self._rows.whole_row(Schema(types=whole.types), written, at),), rows
        return replace(known[0], description=about), *others

    def _is_body(self, schema: Schema) -> bool:
        """Tell whether a schema refers to the component of a body, as our export makes them."""
        match = _BODY.fullmatch(schema.ref.removeprefix(REFERENCE))
        return match is not None and match["uid"] in self._uids

    def _file_part(self, media_type: str, whole: Schema, at: str) -> str:
        """Return the name of the file in a form of just one file, else an empty text."""
        if essence(media_type) != MULTIPART or len(whole.properties) != 1:
            return ""
        part = whole.properties[0]
        inner = typed(self._schemas.whole(part.schema, at))
        is_bytes = word_for(inner) == "binary" or inner.content_media_type
        # A heading has no place for more than the name.
        is_told = bool(inner.description) or not part.required
        return part.name if is_bytes and not is_told else ""


def _sent(media_type: str, media: SpecNode) -> Any:
    """Return how the parts of a form are sent, by the document."""
    return media.inner("encoding").node if _is_form(essence(media_type)) else {}


def usual_type(media_type: str) -> DataType | None:
    """Return the type of bodies that have no structure; None for a structured media type."""
    if _is_structured(essence(media_type)):
        return None
    word = "string" if essence(media_type).startswith("text/") else "binary"
    return DataType(word, word)


def _uids(root: SpecNode) -> Iterator[str]:
    """Yield the uids of all operations, as far as the document states them."""
    items = (root.entries(key) for key in ("paths", "webhooks"))
    for _, item in itertools.chain(*items, root.inner("components").entries("pathItems")):
        for operation in _operations(item):
            uids = [*_stated_uids(operation)]
            yield from uids
            for name, callback in operation.entries("callbacks"):
                # A callback in a section of a page has no uid of its own.
                yield from (f"{uid}.{name}" for uid in uids)
                for address in callback.node:
                    for sent in _operations(callback.inner(address)):
                        yield from _stated_uids(sent)


def _operations(item: SpecNode) -> Iterator[SpecNode]:
    return (item.inner(method) for method in item.node)


def _stated_uids(operation: SpecNode) -> Iterator[str]:
    return filter(None, (operation.text(UID), operation.text("operationId")))


def _is_form(media_type: str) -> bool:
    return media_type in (FORM, MULTIPART)


def _is_structured(media_type: str) -> bool:
    return is_json(media_type) or is_xml(media_type) or _is_form(media_type) or "*" in media_type


def _media(entries: list[tuple[str, SpecNode]]) -> tuple[tuple[str, SpecNode], ...]:
    return tuple((" ".join(name.split()), place) for name, place in entries if name.strip())


def _listed(operation: SpecNode, key: str, resolver: Resolver) -> list[str]:
    """Return the media types of an operation, or else those of the document (Swagger 2.0)."""
    for place in (operation, resolver.root):
        value: Any = place.get(key)
        if isinstance(value, list):
            resolver.budget.schemas(len(value), operation.pointer)
            return [" ".join(str(name).split()) for name in value if str(name).strip()]
    return []


def _form(fields: list[SpecNode]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schema of a form of Swagger 2.0, and how its fields are encoded."""
    properties = {
        str(field.get("name")): {
            key: value
            for key, value in without_empty(field, field).node.items()
            if key not in ("in", "required", "name", "collectionFormat")
        }
        for field in fields
    }
    encoding = {
        str(field.get("name")): {"style": style, "explode": explode}
        for field in fields
        if field.get("type") == "array"
        for style, explode in _COLLECTIONS.get(str(field.get("collectionFormat")), ())
    }
    required = [str(f.get("name")) for f in fields if f.get("required") is True]
    return {"type": "object", "properties": properties, "required": required}, encoding
