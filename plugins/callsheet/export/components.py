"""What operations share below `components` (OpenAPI 3.1.0, 4.8.7)."""

from __future__ import annotations

import json

from callsheet.contract import Schema, Types, component_key, component_schemas

_LARGE = ("properties", "items", "additionalProperties")


class Components:
    """The schemas of a document: those of the named types, and those of bodies.

    A body has the same schema in up to twenty media types, and often in several operations.
    Written out in each of them, a document would be five times as large, and take as much longer
    to validate.
    """

    def __init__(self, types: Types) -> None:
        self.types = types
        self.schemas: dict[str, Schema] = component_schemas(types)
        self._shared: dict[str, str] = {}

    def share(self, schema: Schema | None, name: str) -> Schema | None:
        """A schema that may be used many times: a reference, unless it is short.

        Args:
            schema: The schema of a body.
            name: What it is called, such as `GetPerson.response`, unless it has a name already.
        """
        if schema is None or not any(keyword in schema for keyword in _LARGE):
            return schema
        written = json.dumps(schema)
        if (known := self._shared.get(written)) is None:
            known = component_key(name)
            while known in self.schemas:
                # A type may be called like that.
                known += "_"
            self.schemas[known] = schema
            self._shared[written] = known
        return {"$ref": f"#/components/schemas/{known}"}
