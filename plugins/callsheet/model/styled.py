"""Parameters with a serialization style: their texts in a request, and the values of these."""

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
        if row.location is not Location.QUERY and not row.facets:
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
