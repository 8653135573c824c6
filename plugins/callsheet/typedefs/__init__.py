"""The shapes of types that pages name and none defines, from all tables and examples."""

from callsheet.typedefs.bodies import Body, Layout, request_body, response_body
from callsheet.typedefs.defining import TypeDefiner, define_types
from callsheet.typedefs.model import (
    Claim,
    Contradiction,
    Field,
    Shape,
    Sighting,
    Source,
    TypeDefinition,
)
from callsheet.typedefs.shapes import combine, infer, look, of_type, read_json, rows_as_fields

__all__ = [
    "Body",
    "Claim",
    "Contradiction",
    "Field",
    "Layout",
    "Shape",
    "Sighting",
    "Source",
    "TypeDefiner",
    "TypeDefinition",
    "combine",
    "define_types",
    "infer",
    "look",
    "of_type",
    "read_json",
    "request_body",
    "response_body",
    "rows_as_fields",
]
