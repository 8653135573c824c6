"""Converts parameters to rows, those of request headers included (OpenAPI 3.1.0, 4.8.12)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.parameter_styles import ParameterStyle, Shape, Style
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.examples import Examples, ExampleValue
from callsheet.importing.operation.item_cells import meaning_of
from callsheet.importing.operation.row_cells import NOWHERE, is_name, with_required, with_since
from callsheet.importing.operation.rows import Describer
from callsheet.importing.operation.schemas import Schemas, typed, without_empty
from callsheet.importing.operation.security import ImportedSecurity
from callsheet.importing.references import Resolver, SpecNode
from callsheet.model import PLACEHOLDER, DataType, Location, Parameter
from callsheet.model.styles import is_possible, read_style, shape_of, style_words, usual_style
from callsheet.pages import safe_line
from callsheet.schema import Direction, EnumValue, Literal, Schema
from callsheet.schema.annotations import is_extension
from callsheet.schema.json_schema import ASSUMED
from callsheet.schema.words.facets import Facet, Facets
from callsheet.schema.words.wording import named_examples

_NO_SCHEMA = ("description", "required", "name", "in", "collectionFormat", "allowEmptyValue")
_TEXT = {"type": "string"}
_FACETS = list(Facet)

_MEDIA_TYPE = re.compile(r"\b(?:application|text|image|multipart)/([\w.+-]{1,60})")
_DEFAULT_TEXTS = {"Accept": "What you want back", "Content-Type": "What you send"}


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter with the value that sample requests send.

    Attributes:
        row: Its row.
        how: How its values are serialized.
        example: The value that the sample request sends, if any.
        is_made: Whether it is generated.
        named: The values by the names of their examples.
    """

    row: Parameter
    how: ParameterStyle
    example: Any = None
    is_made: bool = False
    named: Mapping[str, Any] = field(default_factory=dict)

    def of_example(self, name: str) -> "Argument":
        """Return the parameter with the value of the example of a name, if it has one."""
        return (
            replace(self, example=self.named[name], is_made=False) if name in self.named else self
        )


def merged_parameters(item: SpecNode, operation: SpecNode, resolver: Resolver) -> list[SpecNode]:
    """Return the parameters of an operation and those of its path, which it may override."""
    found = {}
    for holder in (item, operation):
        for place in holder.listed("parameters"):
            resolver.budget.schemas(1, operation.pointer)
            followed = resolver.follow(place)
            found[str(followed.get("name")), str(followed.get("in"))] = followed
    return list(found.values())


class ParameterReader:
    """Reads the parameters of an operation.

    Args:
        schemas: Reads their schemas.
        rows: Describes the schemas.
        examples: Finds or generates their values.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(
        self, schemas: Schemas, rows: Describer, examples: Examples, notes: ImportNotes
    ) -> None:
        self._schemas = schemas
        self._rows = rows
        self._examples = examples
        self._notes = notes

    def read(self, places: list[SpecNode], route: str, uid: str) -> Iterator[Argument]:
        """Yield the parameters with a row: those of the path in its order, then the others."""
        path, _, query = route.partition("?")
        queries = {place.text("name") for place in places if place.get("in") == "query"}
        asked = (name for name in PLACEHOLDER.findall(query) if name not in queries)
        names = list(dict.fromkeys((*PLACEHOLDER.findall(path), *asked)))
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
                what = (
                    f"The parameter {code(place.text('name'))} in {code(where)} is not on any page"
                )
                self._notes.lost(place.pointer, what)

    def _undocumented(self, name: str, uid: str) -> SpecNode:
        self._notes.changed("/paths", f"{code(name)} of `{uid}` is in its route and not described")
        return SpecNode({"name": name, "in": "path", "schema": {"type": "string"}}, "/paths")

    def _is_name(self, place: SpecNode) -> bool:
        if is_name(place.text("name")):
            return True
        what = f"A table has no place for the name {code(place.text('name'))}"
        self._notes.left_out(place.pointer, what)
        return False

    def _given(self, place: SpecNode, location: Location, uid: str) -> Argument:
        name, at = place.text("name"), place.pointer
        schema = self._schema(place)
        suggestion = f"{uid[:1].upper()}{uid[1:]}{name[:1].upper()}{name[1:]}"
        whole = typed(self._schemas.whole(schema, at))
        beneath = [ExampleValue("", value.value) for value in whole.examples]
        media = next((media for _, media in place.entries("content")), place)
        given = self._examples.given(media) or self._examples.given(place) or beneath
        if whole.type in ("array", "object"):
            given = [self._examples.parsed(one, at) for one in given]
        known = self._rows.describe(with_own_fields(schema, place, given), suggestion, at)
        stated = place.get("required")
        required = location is Location.PATH or (stated if isinstance(stated, bool) else None)
        named = with_names(known.facets, given, known.type)
        about, known_facets = with_since(place.text("description"), named)
        self._schemas.budget.text(about, at)
        known_facets = self._rows.annotations.with_extensions(known_facets, place)
        how, facets = styled(place, location, shape_of(whole), self._notes)
        row = Parameter(
            name,
            known.type,
            required,
            about,
            (),
            NOWHERE,
            tuple(sorted((*known_facets, *facets), key=lambda each: _FACETS.index(each[0]))),
            location=location,
        )
        compared = [
            self._examples.compared_text(one, schema, at, Direction.REQUEST) for one in given
        ]
        fitting = [one for one in compared if not one.deviates]
        example = fitting[0].value if fitting else None
        is_made = not fitting and bool(required)
        if is_made:
            # Without an item, a part of the path would be empty, and another parameter missing.
            example = self._examples.scalar(schema, at, items=2 if how.explode else 1)
            if location is Location.PATH and example == "":
                # An empty part would make it another path.
                example = next((each.value for each in whole.enum if each.value), example)
        names = {each.name: each.value for each in fitting if each.name}
        return Argument(with_required(row), how, example, is_made, names)

    def _schema(self, place: SpecNode) -> Schema:
        if "schema" in place.node:
            return self._schemas.read(without_empty(place.inner("schema"), place))
        for _, media in place.entries("content"):
            found = media.inner("schema")
            return self._schemas.read(found if found.node else SpecNode(_TEXT, media.pointer))
        # In Swagger 2.0, a parameter and its schema are one object.
        kept = {k: v for k, v in place.node.items() if k not in _NO_SCHEMA and not is_extension(k)}
        schema = SpecNode(kept if "type" in kept else _TEXT, place.pointer)
        return self._schemas.read(without_empty(schema, place))


def styled(
    place: SpecNode, location: Location, shape: Shape | None, notes: ImportNotes
) -> tuple[ParameterStyle, Facets]:
    """Return how a parameter or header is serialized, and the cell that says so if needed."""
    usual = usual_style(location)
    assumed = place.get(ASSUMED)
    if isinstance(assumed, list) and "style" in assumed:
        return usual, ()
    how = _stated(place, location)
    if how is None or not is_possible(how, location, shape):
        what = f"The style of {code(place.text('name'))} is not a valid one"
        notes.changed(place.pointer, what)
        return usual, ()
    is_more = how.reserved or how.empty or how.style in (Style.LABEL, Style.MATRIX)
    if shape is Shape.TEXT and not (is_more or how.style is Style.CONTENT):
        return usual, ()
    if shape is Shape.TEXT and how.style is Style.FORM:
        how = replace(how, explode=False)
    if how == usual and location in (Location.PATH, Location.HEADER):
        return usual, ()
    return how, ((Facet.STYLE, style_words(how, location)),)


def _stated(place: SpecNode, location: Location) -> ParameterStyle | None:
    """Return the style in a document, or its default; None for an unknown style."""
    found = _stated_style(place, location)
    is_query = location is Location.QUERY
    reserved = is_query and place.get("allowReserved") is True
    empty = is_query and place.get("allowEmptyValue") is True
    return found and replace(found, reserved=reserved, empty=empty)


def _stated_style(place: SpecNode, location: Location) -> ParameterStyle | None:
    for name, _ in place.entries("content"):
        return ParameterStyle(Style.CONTENT, media_type=" ".join(name.split()))
    if "schema" not in place.node and "content" not in place.node:
        kind = place.get("collectionFormat", "csv")
        if kind == "csv":
            return usual_style(location)
        return read_style(kind, location) if isinstance(kind, str) else None
    style = place.get("style", usual_style(location).style.value)
    if style not in set(Style) or style == Style.CONTENT:
        return None
    # `explode` defaults to true for `form` only (OpenAPI 3.1.0, 4.8.12.2); `deepObject` always is.
    explode = style == Style.DEEP or place.get("explode", style == Style.FORM) is True
    return ParameterStyle(Style(style), explode)


def with_own_fields(schema: Schema, place: SpecNode, given: Sequence[ExampleValue]) -> Schema:
    """Return a schema with the values that its parameter or header states itself."""
    changes: dict[str, Any] = {"description": ""}
    if place.get("deprecated") is True:
        changes["deprecated"] = True
    if given:
        changes["examples"] = tuple(dict.fromkeys(Literal.of(one.value) for one in given))
    return replace(schema, **changes)


def with_names(facets: Facets, given: Sequence[ExampleValue], kind: DataType) -> Facets:
    """Return the cells of a row, of which that of examples has their names, if they have some."""
    values = [EnumValue(Literal.of(one.value), meaning_of(one.name)) for one in given]
    if not any(value.description for value in values):
        return facets
    text = named_examples(values, kind.written)
    return tuple((f, text if f is Facet.EXAMPLE and text else cell) for f, cell in facets)


def header_rows(
    given: Iterable[Argument],
    sent: Sequence[str],
    answered: Sequence[str],
    security: ImportedSecurity,
) -> list[Parameter]:
    """Return the rows of the headers: first credentials, then media types, then others.

    Args:
        given: All parameters.
        sent: The media types of the request body.
        answered: The media types of the responses.
        security: The security requirements.

    Returns:
        The rows, without one about the media type of a body that there is not: OpenAPI ignores such
        parameters (3.1.0, 4.8.12.2).
    """
    rows = {g.row.name.lower(): g.row for g in given if g.row.location is Location.HEADER}
    first: list[Parameter] = []
    for name, text in security.headers:
        own = rows.pop(name.lower(), None)
        # OpenAPI ignores a parameter of that name, but its description helps readers.
        first.append(own or _row(name, text))
        if own and name == "Authorization":
            first[-1] = _row(name, f"{text} {own.description}")
    media = {"Content-Type": sent, "Accept": answered}
    for name, listed in media.items():
        own = rows.pop(name.lower(), None)
        if listed:
            names = ", ".join(f"`{kind.replace('`', '')}`" for kind in listed)
            text = (
                _without_types(own.about).rstrip(":. ")
                if own and own.about
                else _DEFAULT_TEXTS[name]
            )
            first.append(_row(name, f"{text.replace('`', '')}: {names}"))
    found = [*first, *rows.values()]
    # Header fields are strings: a table has types only if one of them needs more than that.
    typed = any(_says_more(row) for row in found)
    usual = DataType("string", "string")
    return [replace(row, type=(row.type or usual) if typed else None) for row in found]


def _without_types(text: str) -> str:
    """Return a description in whose sentences no media type seems to be one that is listed."""
    return _MEDIA_TYPE.sub(lambda match: match[1], text)


def _says_more(row: Parameter) -> bool:
    """Tell whether a row says more about its values than that they are strings."""
    is_text = row.type is None or row.type.written == "string"
    return not is_text or any(facet is not Facet.REQUIRED for facet, _ in row.facets)


def _row(name: str, text: str) -> Parameter:
    """Return a row of the table of headers, without a type."""
    return Parameter(name, None, None, safe_line(text), (), NOWHERE, location=Location.HEADER)
