"""Serialization styles of parameters: stated, shown by examples, or assumed; values in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote_plus

from callsheet import lazy_re as re
from callsheet.http.parameter_styles import (
    Decode,
    Miss,
    Pairs,
    ParameterStyle,
    Shape,
    Style,
    Texts,
    read_header,
    read_path,
    read_query,
    write_header,
    write_pairs,
    write_path,
)
from callsheet.model.parts import Location, Parameter, Property
from callsheet.schema.schema import Schema
from callsheet.schema.words.facets import Facet

if TYPE_CHECKING:
    from callsheet.model.operation import Operation

_IN_PAIRS = (Location.QUERY, Location.COOKIE)
_NAMES: dict[str, tuple[Style, bool]] = {
    **dict.fromkeys(("form", "repeated", "multi"), (Style.FORM, True)),
    "simple": (Style.SIMPLE, False),
    "label": (Style.LABEL, False),
    "matrix": (Style.MATRIX, False),
    **dict.fromkeys(
        ("space separated", "space delimited", "spacedelimited", "ssv"), (Style.SPACE, False)
    ),
    **dict.fromkeys(
        ("pipe separated", "pipe delimited", "pipedelimited", "pipes"), (Style.PIPE, False)
    ),
    **dict.fromkeys(("in brackets", "brackets", "deep object", "deepobject"), (Style.DEEP, True)),
}
"""The names of styles in cells, each with its default of `explode`: OpenAPI's for its own names."""

_COMMAS = frozenset({"comma separated", "comma delimited", "commas", "csv"})
_EXPLODED = re.compile(r"\b(?P<no>not |un)?exploded?\b")
_MARKS = re.compile(r"[\s,;:()`*_-]+")
_KIND = r"`?(?:[\w.+-]++|\*)/[\w.+*-]++(?:\s*+;[^,`]*+)?`?"
_MEDIA_TYPES = re.compile(rf"{_KIND}(?:\s*+,\s*+{_KIND})*+")
_RESERVED = re.compile(r"reserved characters(?: as they are)?", re.IGNORECASE)
_EMPTY = re.compile(r"may be empty", re.IGNORECASE)
_PLACES = {
    Style.CONTENT: tuple(Location),
    Style.FORM: _IN_PAIRS,
    Style.SIMPLE: (Location.PATH, Location.HEADER),
    Style.LABEL: (Location.PATH,),
    Style.MATRIX: (Location.PATH,),
    Style.SPACE: (Location.QUERY,),
    Style.PIPE: (Location.QUERY,),
    Style.DEEP: (Location.QUERY,),
}
_SHAPES = {
    Style.SPACE: (Shape.ARRAY, Shape.OBJECT),
    Style.PIPE: (Shape.ARRAY, Shape.OBJECT),
    Style.DEEP: (Shape.ARRAY, Shape.OBJECT),
}
"""The locations and shapes that each style is defined for (OpenAPI 3.1, 4.8.12.3)."""


class StyleOrigin(StrEnum):
    """The sources of the style of a parameter."""

    STATED = "stated"
    SHOWN = "shown"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class ResolvedStyle:
    """The style of a parameter, and its source."""

    how: ParameterStyle
    origin: StyleOrigin


def read_style(text: str, location: Location) -> ParameterStyle | None:
    """Parse a cell `Style`; None where it names no style.

    Args:
        text: The cell.
        location: The location of the parameter, which decides what `comma-separated` means.
    """
    plain = _EMPTY.sub(" ", _RESERVED.sub(" ", text))
    reserved, empty = bool(_RESERVED.search(text)), bool(_EMPTY.search(text))
    rest = plain.strip(" ,;")
    if _MEDIA_TYPES.fullmatch(kind := "application/json" if rest.lower() == "json" else rest):
        return ParameterStyle(Style.CONTENT, False, kind.replace("`", ""), reserved, empty)
    how = usual_style(location) if plain != text and not rest else _read_style(rest, location)
    return how and replace(how, reserved=reserved, empty=empty)


def _read_style(text: str, location: Location) -> ParameterStyle | None:
    word = " ".join(_MARKS.sub(" ", text.lower()).split())
    explode: bool | None = None
    if match := _EXPLODED.search(word):
        explode = not match["no"]
        word = " ".join((word[: match.start()] + word[match.end() :]).split())
    if word in _COMMAS or not word:
        style = usual_style(location).style
        # `ids=1&ids=2` has no commas.
        if (explode is None and not word) or (explode and word and style is Style.FORM):
            return None
        return ParameterStyle(style, bool(explode))
    if word not in _NAMES:
        return None
    style, usual = _NAMES[word]
    # Repetition and brackets imply `explode`.
    if explode is False and (style is Style.DEEP or word in ("repeated", "multi")):
        return None
    return ParameterStyle(style, usual if explode is None else explode)


def style_words(how: ParameterStyle, location: Location) -> str:
    """Write a style as a cell, which `read_style` parses as the same style."""
    flags = [
        *(["reserved characters as they are"] if how.reserved else []),
        *(["may be empty"] if how.empty else []),
    ]
    bare = replace(how, reserved=False, empty=False)
    # Of a single text, nothing but these is to be said.
    words = [] if flags and bare == usual_style(location) else [_style_words(how, location)]
    return ", ".join([*words, *flags])


def _style_words(how: ParameterStyle, location: Location) -> str:
    match how.style:
        case Style.CONTENT:
            return ", ".join(f"`{kind.strip()}`" for kind in how.media_type.split(","))
        case Style.DEEP:
            return "in brackets"
        case Style.FORM if location in _IN_PAIRS:
            return "repeated" if how.explode else "comma-separated"
        case Style.FORM:
            return "form" if how.explode else "form, not exploded"
        case Style.SIMPLE if location not in _IN_PAIRS:
            words = "comma-separated"
        case Style.SPACE | Style.PIPE:
            words = f"{how.style.removesuffix('Delimited')}-separated"
        case _:
            words = how.style.value
    return f"{words}, exploded" if how.explode else words


def usual_style(location: Location) -> ParameterStyle:
    """Return the style that is assumed where none is stated or shown."""
    return ParameterStyle(Style.FORM if location in _IN_PAIRS else Style.SIMPLE)


def shape_of(schema: Schema) -> Shape | None:
    """Return the shape of a schema's values; None where that is unknown, as for named types."""
    if schema.ref or not (schema.types or schema.any_of or schema.one_of or schema.all_of):
        return None
    choices = (*schema.any_of, *schema.one_of)
    inner = {shape_of(each) for each in choices} if choices else set()
    for shape in (Shape.ARRAY, Shape.OBJECT):
        if shape in schema.types or shape in inner:
            return shape
    return None if None in inner else Shape.TEXT


def is_possible(how: ParameterStyle, location: Location, shape: Shape | None) -> bool:
    """Tell whether a style is defined for a location and a shape."""
    shapes = _SHAPES.get(how.style)
    return location in _PLACES[how.style] and (shape is None or shapes is None or shape in shapes)


def shape_for(schema: Schema, how: ParameterStyle) -> Shape:
    """Return the shape of a parameter's values, by its style where the type is unknown."""
    if how.style is Style.CONTENT:
        return Shape.TEXT
    if found := shape_of(schema):
        return found
    if how.style is Style.DEEP:
        return Shape.OBJECT
    return Shape.TEXT if how.style in (Style.LABEL, Style.MATRIX) else Shape.ARRAY


def style_example(name: str, location: Location, schema: Schema, how: ParameterStyle) -> str:
    """Return an example of a parameter in a style, such as `ids=a,b`."""
    shape = shape_for(schema, how)
    names = [item.name for item in schema.properties[:2]] or ["key"]
    value: Texts = "a"
    if how.style is Style.CONTENT:
        plain = {Shape.ARRAY: ["a", "b"], Shape.OBJECT: {names[0]: "a"}}
        value = json.dumps(plain.get(shape_of(schema) or Shape.OBJECT, "a"))
    elif shape is Shape.ARRAY:
        value = ["a", "b"]
    elif shape is Shape.OBJECT:
        value = {key: chr(ord("a") + number) for number, key in enumerate(names)}
    if location in _IN_PAIRS:
        between = "&" if location is Location.QUERY else "; "
        return between.join(f"{key}={text}" for key, text in write_pairs(name, value, how))
    return write_path(name, value, how) if location is Location.PATH else write_header(value, how)


def stated_style(row: Property) -> ParameterStyle | None:
    """Return the style that a row states; None where there is none, or an impossible one."""
    text = dict(row.facets).get(Facet.STYLE)
    if text is None:
        return None
    location = row.location if isinstance(row, Parameter) else Location.HEADER
    how = read_style(text, location)
    return how if how and is_possible(how, location, shape_of(row.schema)) else None


class Styles:
    """The styles of an operation's parameters."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation

    def of(self, row: Parameter) -> ResolvedStyle:
        """Return the style of a parameter, and its source."""
        if how := stated_style(row):
            return ResolvedStyle(how, StyleOrigin.STATED)
        shape = shape_of(row.schema)
        if row.location is Location.QUERY and shape is not Shape.TEXT:
            name = row.name.lower()
            if shape is Shape.OBJECT and name in self._shown["["]:
                return ResolvedStyle(ParameterStyle(Style.DEEP, explode=True), StyleOrigin.SHOWN)
            if shape is Shape.ARRAY and name in self._shown["&"]:
                return ResolvedStyle(ParameterStyle(Style.FORM, explode=True), StyleOrigin.SHOWN)
            if shape is Shape.ARRAY and name in self._shown[","]:
                return ResolvedStyle(ParameterStyle(Style.FORM), StyleOrigin.SHOWN)
        return ResolvedStyle(usual_style(row.location), StyleOrigin.ASSUMED)

    @cached_property
    def _shown(self) -> dict[str, set[str]]:
        """The names in examples, in lower case: with brackets, repeated, and with commas."""
        found: dict[str, set[str]] = {"[": set(), "&": set(), ",": set()}
        targets = [request.target for request in self._operation.example_requests]
        targets += [text.markdown for text in self._operation.query_examples]
        for target in targets:
            seen: set[str] = set()
            for key, text in parse_qsl(target.partition("?")[2]):
                name, bracket, _ = key.lower().partition("[")
                if bracket:
                    found["["].add(name)
                if key.lower() in seen:
                    found["&"].add(key.lower())
                if "," in text:
                    found[","].add(key.lower())
                seen.add(key.lower())
        return found


@dataclass(frozen=True, slots=True)
class StyledParameter:
    """A parameter whose style a page states, or an object that examples show in brackets.

    Attributes:
        row: The row that describes it.
        schema: The schema of its values.
        how: Its style.
        shape: The shape of its value.
    """

    row: Property
    schema: Schema
    how: ParameterStyle
    shape: Shape

    @classmethod
    def of(cls, row: Parameter, styles: Styles, schema: Schema) -> StyledParameter | None:
        """Return the parameter of a row; None where commas or repetition will do.

        Args:
            row: The row.
            styles: The styles of the parameters of its operation.
            schema: The schema of its values, with its named type resolved if that is known.
        """
        if row.location in (Location.PATH, Location.HEADER) and shape_of(schema) is Shape.OBJECT:
            # Names and values alternate there (RFC 6570, 3.2.2), even if no page says so.
            how = stated_style(row) or usual_style(row.location)
            return cls(row, schema, how, shape_for(schema, how))
        is_shown = row.location is Location.QUERY and shape_of(row.schema) is not Shape.TEXT
        if not is_shown and not row.facets:
            return None  # Nothing says a style or shows one, as with nearly all parameters.
        written = styles.of(row)
        # Examples that repeat a name, or have commas, do not rule out the other way.
        shows_items = written.origin is StyleOrigin.SHOWN and written.how.style is Style.FORM
        if written.origin is StyleOrigin.ASSUMED or shows_items:
            return None
        return cls(row, schema, written.how, shape_for(schema, written.how))

    @classmethod
    def stated(cls, row: Property) -> StyledParameter | None:
        """Return the parameter or header field of a row that states a style; else None."""
        how = stated_style(row)
        return cls(row, row.schema, how, shape_for(row.schema, how)) if how else None

    @property
    def location(self) -> Location:
        """Its location."""
        return self.row.location if isinstance(self.row, Parameter) else Location.HEADER

    @property
    def wanted(self) -> str:
        """Its style in words, with an example."""
        example = style_example(self.row.name, self.location, self.schema, self.how)
        return f"{style_words(self.how, self.location)}, such as `{example}`"

    @property
    def is_spread(self) -> bool:
        """Whether it is an exploded object, whose properties are pairs of their own."""
        return self.shape is Shape.OBJECT and self.how.explode and self.how.style is not Style.DEEP

    def in_pairs(self, own: Pairs, decode: Decode = unquote_plus) -> Texts | Miss:
        """Parse the value in a query, or in cookies.

        Args:
            own: Its pairs, as `Owners` returns them.
            decode: Decodes a value.
        """
        return read_query(self.row.name, self.shape, self.how, own, decode)

    def in_text(self, text: str) -> Texts | Miss:
        """Parse the value in a part of a path, percent-encoded, or in a header field."""
        if self.location is Location.PATH:
            return read_path(self.row.name, self.shape, self.how, text)
        return read_header(self.shape, self.how, text)


class Owners:
    """Assigns the pairs of a query, or cookies, to the parameters with a style.

    Args:
        styled: The parameters with a style.
        names: The names of all parameters in the location.
    """

    def __init__(self, styled: Iterable[StyledParameter], names: Iterable[str]) -> None:
        self._names = {name.lower() for name in names}
        self._by_name: dict[str, str] = {}
        self._in_brackets: dict[str, str] = {}
        self._by_property: dict[str, str] = {}
        # Of several exploded objects with any properties, the first gets the unknown pairs.
        self._others = ""
        for each in styled:
            name = each.row.name
            if not each.is_spread:
                self._by_name.setdefault(name.lower(), name)
                if each.how.style is Style.DEEP:
                    self._in_brackets.setdefault(name.lower(), name)
            elif each.schema.properties:
                for item in each.schema.properties:
                    self._by_property.setdefault(item.name, name)
            else:
                self._others = self._others or name

    def split(self, pairs: Pairs) -> dict[str, list[tuple[str, str]]]:
        """Group pairs by the parameter that they belong to; drop all others.

        Args:
            pairs: The names, decoded, and the values as they were sent.
        """
        found: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            if owner := self._owner(pair[0]):
                found.setdefault(owner, []).append(pair)
        return found

    def _owner(self, name: str) -> str:
        lower = name.lower()
        stem, bracket, _ = lower.partition("[")
        if owner := self._by_name.get(lower) or (bracket and self._in_brackets.get(stem)):
            return owner
        if owner := self._by_property.get(name, ""):
            return owner
        return "" if {lower, stem} & self._names else self._others
