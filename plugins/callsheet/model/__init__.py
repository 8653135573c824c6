"""An operation and its parts, as its page documents them.

The names are those of OpenAPI 3.1 and RFC 9110. Every part knows the lines of the page that it came
from, so that whoever contradicts it can say where it is written.
"""

from callsheet.model.messages import ExampleRequest, ExampleResponse, Header, Message
from callsheet.model.operation import Operation
from callsheet.model.page import (
    Link,
    LinkKind,
    Page,
    Section,
    SectionKind,
    Text,
    TypeTable,
)
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
    OAuthFlow,
    SecurityAlternatives,
    SecurityScheme,
    SecurityUse,
    Server,
)
from callsheet.spans import Span

__all__ = [
    "BUILT_IN_TYPES",
    "OPTIONAL_MARK",
    "PLACEHOLDER",
    "REQUIRED_MARK",
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
    "Page",
    "Parameter",
    "Property",
    "RequestBody",
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
    "Text",
    "TypeTable",
    "remarks",
    "values_pattern",
]
