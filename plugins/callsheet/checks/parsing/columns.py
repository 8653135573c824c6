"""Columns of the tables of the page format."""

from __future__ import annotations

from callsheet.model import SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.source.tables import LOCATION

PARAMETERS = ("parameter name", "type", "description")
COLUMNS = {
    SectionKind.PATH: ("path part", "type", "description"),
    SectionKind.QUERY: PARAMETERS,
    SectionKind.HEADERS: ("parameter name", "description"),
    SectionKind.COOKIES: ("parameter name", "description"),
    SectionKind.PARAMETERS: PARAMETERS,
    SectionKind.RESPONSE_HEADERS: ("parameter name", "description"),
    SectionKind.REQUEST_BODY: ("property name", "type", "description"),
    SectionKind.RESPONSE: ("response", "description"),
    SectionKind.RESPONSE_BODY: ("property name", "type", "description"),
}
"""The columns by section, in lower case."""

HEADERS: dict[str, str] = {
    "path part": "Path Part",
    "parameter name": "Parameter Name",
    "property name": "Property Name",
    "response": "Response",
    "type": "Type",
    "description": "Description",
    LOCATION: "In",
    **{facet: facet.title() for facet in Facet},
}
"""Spelling of all columns in a header row, including those that any table may have."""
