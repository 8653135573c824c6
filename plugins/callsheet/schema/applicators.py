"""The keywords of JSON Schema 2020-12 that hold schemas (Core, 10 and 11; Validation, 8)."""

SCHEMA_VALUES = (
    "items",
    "contains",
    "additionalProperties",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
    "not",
    "if",
    "then",
    "else",
)
"""Each holds one schema, which may be true or false."""

LISTS_OF_SCHEMAS = ("prefixItems", "allOf", "anyOf", "oneOf")

MAPS_OF_SCHEMAS = ("properties", "patternProperties", "$defs", "dependentSchemas")
"""Each holds schemas by names or patterns."""
