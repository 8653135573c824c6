"""The columns that the tables of the page format have."""

from __future__ import annotations

from callsheet.model import SectionKind

PARAMETERS = ("parameter name", "type", "description")
COLUMNS = {
    SectionKind.PATH: ("path part", "type", "description"),
    SectionKind.QUERY: PARAMETERS,
    SectionKind.HEADERS: ("parameter name", "description"),
    SectionKind.REQUEST_BODY: ("property name", "type", "description"),
    SectionKind.RESPONSE: ("response", "description"),
    SectionKind.RESPONSE_BODY: ("property name", "type", "description"),
}
"""The columns by section, in lower case."""

HEADERS = {
    "path part": "Path Part",
    "parameter name": "Parameter Name",
    "property name": "Property Name",
    "response": "Response",
    "type": "Type",
    "description": "Description",
}
"""How a header row writes them."""
