"""Schemas and parameters that operations share (`components`; OpenAPI 3.1.0, 4.8.7)."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from callsheet.catalog.contracts import Types
from callsheet.catalog.named_types import named_schemas
from callsheet.model import Parameter, ResolvedStyle
from callsheet.schema import Schema
from callsheet.schema.documents import (
    REFERENCE,
    Document,
    component_key,
    component_schemas,
    document,
)

_LARGE = ("properties", "items", "additionalProperties")


class Components:
    """The schemas of a document: those of named types, and those of bodies.

    A body has the same schema in up to twenty media types, and often in several operations.
    Repeated in each of them, the schemas would make a document five times as large, and as much
    slower to validate.
    """

    def __init__(self, types: Types) -> None:
        self.types = types
        self.schemas: dict[str, Document] = component_schemas(named_schemas(types))
        self._shared: dict[bytes, str] = {}
        self._parameters: dict[tuple[Any, ...], dict[str, Any]] = {}

    def share(self, schema: Schema, name: str) -> Document:
        """Return a reference to a schema that may be used many times, or a short schema itself.

        Args:
            schema: The schema of a body.
            name: The name of a new component, such as `GetPerson.response`.
        """
        made = document(schema, self.types)
        if not any(keyword in made for keyword in _LARGE):
            return made
        # A digest, as the texts of thousands of bodies would take too much memory.
        digest = blake2b(json.dumps(made).encode(), digest_size=32).digest()
        if (known := self._shared.get(digest)) is None:
            known = component_key(name)
            while known in self.schemas:
                # A type or another body of the operation may have that name.
                known += "_"
            self.schemas[known] = made
            self._shared[digest] = known
        return {"$ref": REFERENCE + known}

    def parameter(
        self,
        row: Parameter,
        schema: Schema,
        written: ResolvedStyle,
        make: Callable[[Parameter, Schema, ResolvedStyle, Types], dict[str, Any]],
    ) -> dict[str, Any]:
        """Return the Parameter Object of a row: one object for all equal rows.

        Args:
            row: The row.
            schema: The schema of its values, including its nested rows.
            written: How the parameter is serialized.
            make: Builds the object from these and the definitions of types.
        """
        key = (
            written,
            # The cells below determine a schema that comes from the row alone.
            None if schema is row.schema else schema,
            row.location,
            row.name,
            row.type,
            row.required,
            row.description,
            row.extras,
            row.facets,
        )
        if (made := self._parameters.get(key)) is None:
            made = self._parameters[key] = make(row, schema, written, self.types)
        return made
