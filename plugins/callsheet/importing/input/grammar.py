"""Where references may stand in a document, and which section of the components they lead to."""

from dataclasses import dataclass

from callsheet.schema.applicators import LISTS_OF_SCHEMAS, MAPS_OF_SCHEMAS, SCHEMA_VALUES

SCHEMAS = "schemas"


@dataclass(frozen=True, slots=True)
class Position:
    """Role of a value in the document.

    Attributes:
        section: The section of the components for such an object; empty if it has none.
        is_map: Whether it is a mapping of names to such objects, or a list of them.
        is_data: Whether it is data, such as an example, in which nothing is a reference.
    """

    section: str = ""
    is_map: bool = False
    is_data: bool = False

    def inner(self, key: str) -> "Position":
        """Return the position of a value below a key."""
        if self.is_map or self.is_data:
            return Position(self.section, is_data=self.is_data)
        if key.startswith("x-"):
            return _DATA
        found = _IN_SCHEMAS if self.section == SCHEMAS else _ELSEWHERE
        return found.get(key, _DATA if self.section == SCHEMAS else ANYWHERE)


ANYWHERE = Position()
_DATA = Position(is_data=True)

_IN_SCHEMAS = {
    **dict.fromkeys((*MAPS_OF_SCHEMAS, "definitions"), Position(SCHEMAS, is_map=True)),
    **dict.fromkeys((*SCHEMA_VALUES, *LISTS_OF_SCHEMAS), Position(SCHEMAS)),
}

_ELSEWHERE = {
    "schema": Position(SCHEMAS),
    "requestBody": Position("requestBodies"),
    "definitions": Position(SCHEMAS, is_map=True),
    **{
        name: Position(name, is_map=True)
        for name in (SCHEMAS, "parameters", "responses", "headers", "examples", "links",
                     "callbacks", "requestBodies")
    },
    # Their keys are names of the API, which may equal those above.
    **dict.fromkeys(
        ("paths", "webhooks", "pathItems", "content", "encoding", "variables", "scopes"),
        Position(is_map=True),
    ),
    **dict.fromkeys(("example", "default", "value", "enum"), _DATA),
}  # fmt: skip

COMPONENTS = {
    name: f"/components/{name}"
    for name in (SCHEMAS, "parameters", "responses", "headers", "examples", "requestBodies",
                 "links", "callbacks")
}  # fmt: skip
"""The JSON pointers of the sections in OpenAPI 3."""

COMPONENTS_OF_SWAGGER = {
    SCHEMAS: "/definitions",
    "parameters": "/parameters",
    "responses": "/responses",
}
"""The JSON pointers of the sections in Swagger 2.0."""
