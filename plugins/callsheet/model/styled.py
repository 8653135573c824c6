"""Parameters that are written by a style: which texts of a request are theirs, and their values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote_plus

from callsheet.http.parameter_reading import read_header, read_path, read_query
from callsheet.http.parameter_styles import Decode, Miss, Pairs, ParameterStyle, Shape, Style, Texts
from callsheet.model.parts import Location, Parameter, Property
from callsheet.model.styles import (
    StyleOrigin,
    Styles,
    shape_for,
    stated_style,
    style_example,
    style_words,
)
from callsheet.schema.schema import Schema


@dataclass(frozen=True, slots=True)
class StyledParameter:
    """A parameter whose style a page says, or an object that it shows in brackets.

    Attributes:
        row: The row that describes it.
        schema: What its values may be.
        how: How it is written.
        shape: What it has.
    """

    row: Property
    schema: Schema
    how: ParameterStyle
    shape: Shape

    @classmethod
    def of(cls, row: Parameter, styles: Styles, schema: Schema) -> StyledParameter | None:
        """The parameter of a row; None where it is a text, or texts by commas or repetition.

        Args:
            row: The row.
            styles: How the parameters of its operation are written.
            schema: What its values may be, with its named type in its place where that is known.
        """
        if row.location is not Location.QUERY and not row.facets:
            return None  # Nothing says a style or shows one, as with nearly all parameters.
        written = styles.of(row)
        # An example that repeats a name, or has commas, is no promise that nobody does the other.
        shows_items = written.origin is StyleOrigin.SHOWN and written.how.style is Style.FORM
        if written.origin is StyleOrigin.ASSUMED or shows_items:
            return None
        return cls(row, schema, written.how, shape_for(schema, written.how))

    @classmethod
    def stated(cls, row: Property) -> StyledParameter | None:
        """The parameter or header field of a row that says a style."""
        how = stated_style(row)
        return cls(row, row.schema, how, shape_for(row.schema, how)) if how else None

    @property
    def location(self) -> Location:
        """Where it is sent."""
        return self.row.location if isinstance(self.row, Parameter) else Location.HEADER

    @property
    def wanted(self) -> str:
        """How it is written, for people."""
        example = style_example(self.row.name, self.location, self.schema, self.how)
        return f"{style_words(self.how, self.location)}, such as `{example}`"

    @property
    def is_spread(self) -> bool:
        """Whether it is an object whose properties are parameters of their own."""
        return self.shape is Shape.OBJECT and self.how.explode and self.how.style is not Style.DEEP

    def in_pairs(self, own: Pairs, decode: Decode = unquote_plus) -> Texts | Miss:
        """The value in a query, or in cookies.

        Args:
            own: Its pairs, as `Owners` gives them.
            decode: Decodes a value.
        """
        return read_query(self.row.name, self.shape, self.how, own, decode)

    def in_text(self, text: str) -> Texts | Miss:
        """The value in a part of a path, as it stands in the URL, or in a header field."""
        if self.location is Location.PATH:
            return read_path(self.row.name, self.shape, self.how, text)
        return read_header(self.shape, self.how, text)


class Owners:
    """Tells which pairs of a query, or cookies, belong to parameters that are written by a style.

    Args:
        styled: The parameters that are.
        names: The names of all parameters of the place.
    """

    def __init__(self, styled: Iterable[StyledParameter], names: Iterable[str]) -> None:
        self._names = {name.lower() for name in names}
        self._by_name: dict[str, str] = {}
        self._in_brackets: dict[str, str] = {}
        self._by_property: dict[str, str] = {}
        # Of several objects that may have any property, the first has what nobody else has.
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
        """The pairs by the name of the parameter that they belong to, without all others.

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
