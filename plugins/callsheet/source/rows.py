"""Rows of tables, parsed as parameters and properties: their names, types and facets."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from callsheet import lazy_re as re
from callsheet.memo import cached
from callsheet.model import (
    REQUIRED_MARK,
    WHOLE,
    DataType,
    Extras,
    Location,
    Parameter,
    Property,
    Span,
)
from callsheet.schema.words.facets import Facet, Facets, is_yes, says_nothing
from callsheet.schema.words.type_words import schema_of_words, word_of
from callsheet.source.tables import COLUMNS, DESCRIPTION, TYPE, Row, Table

_CODE = re.compile(r"(`+) ?(?P<text>[^`]+?) ?\1")
_BOLD = re.compile(r"(?P<mark>\*{1,3})(?=[^\s*])(?P<text>.+?)(?<=[^\s*])(?P=mark)", re.DOTALL)
# Punctuation that a backslash escapes (CommonMark, 2.4).
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_CODE_SPAN = re.compile(r"`([^`]+)`")
_Parts = tuple[str, DataType | None, bool | None, str, Extras, Span, Facets]
"""The fields of `Property` in their order."""


LOCATION_WORDS = {
    "form": None,
    "formdata": None,
    "body": None,
    "url": Location.PATH,
    "querystring": Location.QUERY,
    **{str(location): location for location in Location},
    **{f"{location}s": location for location in Location},
}
"""Words of a column `In`, without spaces and hyphens; None for what is sent in the body."""


@cached(8192)
def plain_name(text: str) -> str:
    r"""Return the plain name in a cell of Markdown.

    Editors escape underscores and stars, `send\_mail`, and authors put names in bold or in code
    spans. Underscores around a name are part of it: `_id_` is rarely meant to be in italics.
    """
    text = text.strip()
    while match := _BOLD.fullmatch(text):
        text = match["text"]
    if match := _CODE.fullmatch(text):
        return match["text"]
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


@cached(4096)
def read_type(written: str) -> DataType | None:
    """Read the text of a type cell or of a `Response: TYPE` heading; None where it is empty."""
    written = plain_type(written)
    if not written:
        return None
    name = word_of(written)
    return DataType(
        name, written, tuple(map(str, schema_of_words(written).values)) if name == "enum" else ()
    )


def plain_type(written: str) -> str:
    """Return the text of a type without the marks of code, bold text and links around its words."""
    text = written.strip()
    if "`" in text:
        text = _CODE_SPAN.sub(r"\1", text).strip()
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if text[:1] == text[-1:] == "*":
        text = text.strip("*").strip()
    return text


def property_of(row: Row, table: Table) -> Property:
    """Return the property that a row documents; the first cell is its name."""
    return Property(*parts_of(row, table))


def parts_of(row: Row, table: Table) -> _Parts:
    """Return what `property_of` is made of, for what is more than a property."""
    layout = _layout(table.columns)
    description = row.cell(layout.description)
    required: bool | None = REQUIRED_MARK in description or None
    facets: Facets = ()
    if layout.facets:
        cells = ((facet, row.cell(column)) for facet, column in layout.facets)
        facets = tuple(pair for pair in cells if not says_nothing(*pair))
        if required is None and layout.required is not None:
            required = is_yes(row.cell(layout.required))
    return (
        WHOLE if row.cell(0) == WHOLE else plain_name(row.cell(0)),
        read_type(row.cell(layout.type)),
        required,
        description,
        ()
        if layout.is_whole and len(row.cells) <= len(table.columns)
        else row.extras(table.columns, layout.known),
        row.span,
        facets,
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """The indexes of the columns that the page format knows, their names, and whether all are."""

    type: int | None
    description: int | None
    required: int | None
    facets: tuple[tuple[Facet, int], ...]
    known: tuple[str, ...]
    is_whole: bool


@lru_cache(maxsize=256)
def _layout(columns: tuple[str, ...]) -> _Layout:
    found = {column: index for index, column in reversed([*enumerate(columns)])}
    known = COLUMNS
    if columns[0] == "property name":
        # Only parameters have a style. For properties, such a column is an extra one.
        known -= {Facet.STYLE}
    else:
        known -= {Facet.SENT_AS}
    places = {column: index for column, index in found.items() if index and column in known}
    return _Layout(
        type=places.get(TYPE),
        description=places.get(DESCRIPTION),
        required=places.get(Facet.REQUIRED),
        facets=tuple((facet, places[facet]) for facet in Facet if facet in places),
        known=(columns[0], *places),
        is_whole={columns[0], *places}.issuperset(columns),
    )


def media_types_of(parameters: Iterable[Parameter], header: str) -> tuple[str, ...]:
    """Return the media types in backticks in the row of a request header."""
    return tuple(
        intern(media_type.strip())
        for parameter in parameters
        if parameter.location is Location.HEADER and parameter.name.lower() == header
        for media_type in _CODE_SPAN.findall(parameter.description)
    )
