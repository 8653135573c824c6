"""Reads request bodies (OpenAPI 3.1.0, 4.8.13), with those of Swagger 2.0."""

from collections.abc import Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.http.media_types import (
    FORM,
    JSON,
    JSON_PATCH,
    MULTIPART,
    XML,
    essence,
    is_structured,
    is_xml,
)
from callsheet.importing.context import ImportContext
from callsheet.importing.operation.bodies import BodyContent, DescribedBody, request_content
from callsheet.importing.operation.examples import MAX_EXAMPLES, Examples, ExampleValue
from callsheet.importing.operation.row_cells import NOWHERE
from callsheet.importing.operation.xml_examples import XmlExamples
from callsheet.importing.references import SpecNode
from callsheet.model import RequestBody
from callsheet.schema import ANYTHING, Direction

_BODY_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_OF_PATCHES = {"op", "path"}
"""The properties of each operation of a JSON Patch (RFC 6902, 4)."""


@dataclass(frozen=True, slots=True)
class ImportedRequest:
    """A request body.

    Attributes:
        content: The body in the specification.
        described: Its descriptions, the general one first.
        shown: Media types with the values of sample requests; None for one that a page can't show.
        bodies: The bodies on the page.
    """

    content: BodyContent
    described: list[DescribedBody]
    shown: list[tuple[str, ExampleValue]]
    bodies: tuple[RequestBody, ...]


class RequestReader:
    """Reads request bodies.

    Args:
        context: The readers of the document's parts.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._resolver = context.resolver
        self._notes = context.notes

    def read(
        self, place: SpecNode, uid: str, places: list[SpecNode], examples: Examples
    ) -> ImportedRequest | None:
        """Return the request body of an operation; None where it has none.

        Args:
            place: Its Operation Object.
            uid: Its uid.
            places: Its Parameter Objects, of which those of Swagger 2.0 may be in the body.
            examples: The reader of examples.
        """
        content = request_content(place, places, self._resolver)
        if content is None or not content.media:
            return None
        suggestion = f"{uid[:1].upper()}{uid[1:]}Request"
        described = self._context.bodies.describe(content, suggestion)
        bodies = tuple(_bodies(content, described))
        xml = XmlExamples(self._context.schemas)
        shown = [
            (name, xml.written(name, one, media, content.name))
            for name, media in content.shown
            for one in examples.given_of_body(media, name, Direction.REQUEST)
        ]
        if len(shown) > MAX_EXAMPLES:
            what = f"Of {len(shown)} examples, {MAX_EXAMPLES} are shown"
            self._notes.minor(content.place.pointer, what)
        if all(one.deviates for _, one in shown):
            shown.insert(0, self._made(content, content.best(), described, examples, xml))
        known = {name for name, _ in shown}
        for one in described[1:]:
            # What a type of another page has, a program for this one can't tell.
            if one.media_type not in known and _has_types(one):
                found = next(pair for pair in content.media if pair[0] == one.media_type)
                shown.append(self._made(content, found, [one], examples, xml))
        shown = [pair for pair in shown if pair[0] or pair is shown[0]]
        return ImportedRequest(content, described, shown[:MAX_EXAMPLES], bodies)

    def _made(
        self,
        content: BodyContent,
        best: tuple[str, SpecNode] | None,
        described: list[DescribedBody],
        examples: Examples,
        xml: XmlExamples,
    ) -> tuple[str, ExampleValue]:
        """Generate a request body; one that a page can't show has no media type."""
        name, media = best or (JSON, content.place)
        if "*" in name:
            # A range stands for whatever has the schema; a request has one media type.
            name = XML if is_xml(name) else JSON
        can_be_shown = is_structured(name) or essence(name).startswith("text/")
        if not can_be_shown or (described and described[0].is_bytes):
            return "", ExampleValue("", None)
        schema = media.inner("schema")
        read = self._context.schemas.read(schema)
        whole = self._context.schemas.whole(read, schema.pointer)
        steps = self._context.schemas.whole(whole.items or ANYTHING, schema.pointer).properties
        is_patch = essence(name) == JSON_PATCH or {step.name for step in steps} >= _OF_PATCHES
        if is_patch and whole.type == "array" and not whole.min_items:
            # Operations with generated paths fit no document, and none at all is a patch, too.
            return name, ExampleValue("", [], is_generated=True)
        made = examples.body(read, schema.pointer, Direction.REQUEST)
        if essence(name) in (FORM, MULTIPART) and not isinstance(made, dict):
            # A form without documented fields has none that a request could show.
            return "", ExampleValue("", None)
        value = ExampleValue("", made, is_generated=True)
        return name, xml.written(name, value, media, content.name)


def _bodies(content: BodyContent, described: list[DescribedBody]) -> Iterator[RequestBody]:
    """Yield the bodies on the page, at least one."""
    # By default it is optional (OpenAPI 3.1.0, 4.8.13), which a sample with a body would not tell.
    required = content.place.get("required") is True
    general = next((one for one in described if not one.media_type), None)
    for one in [general, *(each for each in described if each.media_type)]:
        rows = one.rows if one else ()
        kind = one.type if one else None
        yield RequestBody(
            _body_name(content, one), kind, rows, NOWHERE, one.media_type if one else "", required
        )


def _has_types(body: DescribedBody) -> bool:
    kinds = [body.type, *(row.type for row in body.rows)]
    return any(kind is not None and kind.is_named for kind in kinds)


def _body_name(content: BodyContent, described: DescribedBody | None) -> str:
    name = (described.part if described else "") or content.name
    if _BODY_NAME.fullmatch(name):
        return name
    return "file" if described and described.is_bytes else "body"
