"""The pages of named types, and the list of all types."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from callsheet.catalog.named_types import Contradiction, Sighting, TypeDefinition
from callsheet.model import Operation, SectionKind
from callsheet.render.anchors import Anchors
from callsheet.render.files import render_template
from callsheet.render.highlighting.code import highlight_code
from callsheet.render.highlighting.folding import fold_json
from callsheet.render.nested import flat_fields, type_words, words_before
from callsheet.render.overview import Label
from callsheet.render.page import TypeUrl
from callsheet.render.parts import code
from callsheet.render.phrases import phrase
from callsheet.render.rows import says_deprecated
from callsheet.render.views import NameView
from callsheet.schema import Schema
from callsheet.schema.generate import Generator

MANY = 30
"""The list of at least this many types has a heading for each letter."""

EXAMPLE_LEVELS = 3
"""Levels of optional properties in the example of a type."""

EXAMPLE_VALUES = 80
"""Values in it, required ones aside."""

_MAX_EXAMPLE = 16_000
"""Characters of an example; a longer one is left out."""

_REQUEST = {SectionKind.REQUEST_BODY, SectionKind.EXAMPLE_REQUEST}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A property; its type is `words` followed by the name, as in `array of Person`."""

    id: str
    name: str
    words: str
    type: NameView
    values: tuple[str, ...]
    nullable: bool
    deprecated: bool
    description: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """A link to an operation, and where it uses the type."""

    method: str
    label: str
    url: str
    places: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One of the contradicting statements, and the operations that make it."""

    says: str
    operations: Sequence[OperationView]
    followed: bool


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """A property about which pages disagree."""

    property: str
    claims: Sequence[ClaimView]
    settled: bool


@dataclass(frozen=True, slots=True)
class _Renderer:
    operations: Mapping[str, Operation]
    type_url: TypeUrl
    operation_url: Callable[[Operation], str]
    operation_label: Label

    def fields(self, shape: Schema, anchors: Anchors) -> Iterator[FieldView]:
        """Yield the properties of a schema; those of nested objects have their full names."""
        for name, field in flat_fields(shape):
            words, innermost = type_words(field.schema)
            written, named = innermost.written, innermost.reference
            url = self.type_url(named) if named else ""
            values = tuple(str(value) for value in innermost.values if value is not None)
            yield FieldView(
                anchors.of_row("property", name),
                name,
                words_before(words),
                NameView(written, url),
                values,
                field.schema.nullable,
                field.schema.deprecated or says_deprecated(field.schema.description),
                field.schema.description,
            )

    def links(self, sightings: Iterable[Sighting]) -> list[OperationView]:
        """Return the operations of the sightings, each once, with the places."""
        places: dict[str, dict[str, None]] = {}
        for sighting in sightings:
            operation = self.operations.get(sighting.uid)
            place = (
                phrase(f"{side_of(operation, sighting.line)} {sighting.source}".strip())
                if operation
                else ""
            )
            places.setdefault(sighting.uid, {})[place] = None
        views = (self.operation(uid, ", ".join(names)) for uid, names in places.items())
        return [view for view in views if view]

    def operation(self, uid: str, places: str = "") -> OperationView | None:
        """Return a link to an operation; None where it is unknown."""
        operation = self.operations.get(uid)
        if operation is None:
            return None
        label, url = self.operation_label(operation), self.operation_url(operation)
        return OperationView(operation.method, label, url, places)

    def contradiction(self, found: Contradiction) -> ContradictionView:
        """Return the view of a contradiction: each statement with its operations."""
        claims = [
            ClaimView(claim.says, self.links(claim.sightings), found.settled and not index)
            for index, claim in enumerate(found.claims)
        ]
        return ContradictionView(found.property or "", claims, found.settled)


def render_type(
    definition: TypeDefinition,
    operations: Mapping[str, Operation],
    type_url: TypeUrl,
    operation_url: Callable[[Operation], str],
    operation_label: Label,
    index_url: str,
    types: Mapping[str, Schema],
    *,
    uses_alone: bool = False,
) -> str:
    """Render the page of a type.

    Args:
        definition: The type.
        operations: The operations by uid.
        type_url: Returns the URL of a type's page.
        operation_url: Returns the URL of an operation's page.
        operation_label: Returns what an operation is called next to its method.
        index_url: The URL of the list of all types; empty where there is none.
        types: The named types, for an example.
        uses_alone: Whether to render the example and what uses the type alone, for the page
            that defines it.

    Returns:
        HTML that is also well-formed XML. Its descriptions, elements of class `callsheet-summary`,
        are still Markdown.
    """
    renderer = _Renderer(operations, type_url, operation_url, operation_label)
    shown = renderer.links(definition.sightings)
    known = {view.url for view in shown}
    used = filter(None, map(renderer.operation, definition.used_by))
    anchors = Anchors()
    words, innermost = type_words(definition.schema)
    kind = words_before(words) + innermost.written
    return render_template(
        "type.html",
        title=definition.name,
        kind="" if kind == "object" else kind,
        uses_alone=uses_alone,
        example=_example(definition, types),
        fields=list(renderer.fields(definition.schema, anchors)),
        contradictions=[renderer.contradiction(found) for found in definition.contradictions],
        shown=shown,
        used=[view for view in used if view.url not in known],
        index_url=index_url,
    )


def render_types(definitions: Collection[TypeDefinition], type_url: TypeUrl) -> str:
    """Render the list of all types, in the format of `render_type`."""
    entries = [
        (NameView(definition.name, type_url(definition.name)), definition)
        for definition in sorted(definitions, key=lambda each: each.name.casefold())
    ]
    letters = groupby(entries, key=lambda entry: entry[0].text[:1].upper())
    groups = (
        [(letter, list(group)) for letter, group in letters]
        if len(entries) >= MANY
        else [("", entries)]
    )
    return render_template("types.html", groups=groups if entries else [])


def _example(definition: TypeDefinition, types: Mapping[str, Schema]) -> Markup | None:
    """Return a value of a type as JSON; None where nothing is known of it, or it is too long."""
    if not definition.properties:
        return None
    generator = Generator(types, seed=definition.name, levels=EXAMPLE_LEVELS, values=EXAMPLE_VALUES)
    text = json.dumps(generator.value(definition.schema), indent=2, ensure_ascii=False)
    if len(text) > _MAX_EXAMPLE:
        return None
    # What folds is the body of a message, which an empty line begins; XML has no bare attributes.
    html = str(fold_json("\n" + highlight_code(text, "json"), "\n" + text))[1:]
    return code(html.replace("<details open>", '<details open="">'))


def side_of(operation: Operation, line: int) -> str:
    """Tell whether a line of an operation's page is about the `request` or the `response`."""
    for section in operation.sections:
        if section.span.start <= line <= section.span.end:
            return "request" if section.kind in _REQUEST else "response"
    return ""
