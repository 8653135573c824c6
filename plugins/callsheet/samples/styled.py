"""Arrays and objects as a sample sends them: by the style of their parameter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from callsheet.http.parameter_styles import (
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
    write_query,
)
from callsheet.model import Location, Parameter, StyleOrigin, Styles, shape_for
from callsheet.samples.defaults import EVALUATOR, TEXT, UrlText, plain_by_schema
from callsheet.schema.texts import flat, texts_of_value, value_of_texts


@dataclass(frozen=True, slots=True)
class StyledParameter:
    """A parameter whose style a page says, or shows beyond what goes without saying.

    Attributes:
        row: The row that describes it.
        how: How it is written.
        shape: What it has.
    """

    row: Parameter
    how: ParameterStyle
    shape: Shape

    @classmethod
    def of(cls, row: Parameter, styles: Styles) -> StyledParameter | None:
        """The parameter of a row; None where samples send it as a text."""
        written = styles.of(row)
        if written.origin is StyleOrigin.ASSUMED:
            return None
        if written.origin is StyleOrigin.SHOWN and not written.how.explode:
            return None
        return cls(row, written.how, shape_for(flat(row.schema, {}), written.how))

    def own(self, pairs: Pairs, others: Collection[str]) -> Pairs:
        """The pairs of a query, or the cookies, that belong to the parameter.

        Args:
            pairs: All pairs.
            others: The names of the other parameters, in lower case.
        """
        name = self.row.name.lower()
        if self.shape is Shape.OBJECT and self.how.explode and self.how.style is not Style.DEEP:
            return [pair for pair in pairs if pair[0].lower() not in others]
        return [pair for pair in pairs if pair[0].partition("[")[0].lower() == name]

    def shown_in_pairs(self, pairs: Pairs) -> Texts | Miss:
        """The value in pairs that a page shows."""
        return read_query(self.row.name, self.shape, self.how, pairs)

    def shown(self, text: str) -> Texts | Miss:
        """The value in a part of a path, or a header field, that a page shows."""
        if self.row.location is Location.PATH:
            return read_path(self.row.name, self.shape, self.how, text)
        return read_header(self.shape, self.how, text)

    def value(self, texts: Texts) -> Any:
        """The JSON value that a value of texts stands for."""
        return value_of_texts(texts, self.row.schema)

    def fits(self, texts: Texts) -> bool:
        """Whether a value is one that the page allows."""
        schema = self.row.schema
        return bool(schema.ref) or EVALUATOR.fits(self.value(texts), schema)

    def chosen(self, value: Any) -> Texts:
        """What an author has chosen; a single value is the only item."""
        return self._shaped(value)

    def made_up(self) -> Texts:
        """The value that the row has as an example, or one that fits its type."""
        return self._shaped(plain_by_schema(self.row.schema))

    def _shaped(self, value: Any) -> Texts:
        if self.shape is Shape.ARRAY and not isinstance(value, list):
            value = [TEXT if isinstance(value, dict) else value]
        elif self.shape is Shape.OBJECT and not isinstance(value, dict):
            value = {}
        if self.shape is Shape.OBJECT and not value:
            value = {"key": TEXT}
        return texts_of_value(value)

    def path(self, texts: Texts) -> UrlText:
        """The value as it stands in the path."""
        return UrlText(write_path(self.row.name, texts, self.how))

    def pairs(self, texts: Texts) -> list[tuple[str, str]]:
        """The parameters of the query, which clients encode."""
        return write_pairs(self.row.name, texts, self.how)

    def header(self, texts: Texts) -> str:
        """The value of the header field."""
        return write_header(texts, self.how)

    def cookies(self, texts: Texts) -> str:
        """The cookies, encoded, as their values may have neither spaces nor semicolons."""
        return write_query(self.row.name, texts, self.how).replace("&", "; ")

    def plain(self, texts: Texts) -> str:
        """The value for people."""
        simple = ParameterStyle(Style.SIMPLE, explode=True)
        return write_header(texts, simple)
