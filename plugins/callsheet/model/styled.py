"""Parameters that are written by a style: which texts of a request are theirs, and their values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote_plus

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
)
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

    def own(self, names: Collection[str], others: Collection[str]) -> set[str]:
        """Those names of a query, or of cookies, that belong to the parameter.

        Args:
            names: All names.
            others: The names of all parameters of the place, in lower case.
        """
        name = self.row.name.lower()
        if self.how.style is Style.DEEP:
            return {each for each in names if each.partition("[")[0].lower() == name}
        if self.shape is Shape.OBJECT and self.how.explode:
            properties = {item.name for item in self.schema.properties}
            return {
                each
                for each in names
                if (each in properties if properties else not _is_of(each.lower(), others))
            }
        return {each for each in names if each.lower() == name}

    def in_pairs(
        self, pairs: Pairs, others: Collection[str], decode: Decode = unquote_plus
    ) -> Texts | Miss:
        """The value in a query, or in cookies.

        Args:
            pairs: The names, decoded, and the values as they were sent.
            others: The names of all parameters of the place, in lower case.
            decode: Decodes a value.
        """
        names = self.own({name for name, _ in pairs}, others)
        own = [pair for pair in pairs if pair[0] in names]
        return read_query(self.row.name, self.shape, self.how, own, decode)

    def in_text(self, text: str) -> Texts | Miss:
        """The value in a part of a path, as it stands in the URL, or in a header field."""
        if self.location is Location.PATH:
            return read_path(self.row.name, self.shape, self.how, text)
        return read_header(self.shape, self.how, text)


def _is_of(name: str, others: Collection[str]) -> bool:
    """Whether a name is that of another parameter, or one in its brackets."""
    return name in others or name.partition("[")[0] in others
