"""The model: an operation and its parts, as its page documents them.

The names are those of OpenAPI 3.1 and RFC 9110. Every part has the lines of the page that it comes
from, so that a finding about it can point there. `rows`, `bodies` and `contents` combine parts into
schemas.
"""

from callsheet.model.messages import ExampleRequest, ExampleResponse, Header, Message
from callsheet.model.operation import Operation
from callsheet.model.page import Link, LinkKind, Page, Section, SectionKind, Text, TypeTable
from callsheet.model.parts import (
    BUILT_IN_TYPES,
    OPTIONAL_MARK,
    PLACEHOLDER,
    REQUIRED_MARK,
    DataType,
    Extras,
    Location,
    Parameter,
    Property,
    RequestBody,
    Response,
    ResponseBody,
    ResponseHeader,
    Route,
    Status,
    StatusRange,
    remarks,
    values_pattern,
)
from callsheet.model.security import (
    SESSION_COOKIE,
    OAuthFlow,
    SecurityAlternatives,
    SecurityScheme,
    SecurityUse,
    Server,
    assumed_scheme,
    schemes_of_text,
)
from callsheet.model.styled import Owners, StyledParameter
from callsheet.model.styles import (
    ResolvedStyle,
    StyleOrigin,
    Styles,
    is_possible,
    read_style,
    shape_of,
    stated_style,
    style_example,
    style_words,
)
from callsheet.spans import Span

__all__ = [
    "BUILT_IN_TYPES",
    "OPTIONAL_MARK",
    "PLACEHOLDER",
    "REQUIRED_MARK",
    "SESSION_COOKIE",
    "DataType",
    "ExampleRequest",
    "ExampleResponse",
    "Extras",
    "Header",
    "Link",
    "LinkKind",
    "Location",
    "Message",
    "OAuthFlow",
    "Operation",
    "Owners",
    "Page",
    "Parameter",
    "Property",
    "RequestBody",
    "ResolvedStyle",
    "Response",
    "ResponseBody",
    "ResponseHeader",
    "Route",
    "Section",
    "SectionKind",
    "SecurityAlternatives",
    "SecurityScheme",
    "SecurityUse",
    "Server",
    "Span",
    "Status",
    "StatusRange",
    "StyleOrigin",
    "StyledParameter",
    "Styles",
    "Text",
    "TypeTable",
    "assumed_scheme",
    "is_possible",
    "read_style",
    "remarks",
    "schemes_of_text",
    "shape_of",
    "stated_style",
    "style_example",
    "style_words",
    "values_pattern",
]
