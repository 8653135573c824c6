"""What operations share below `components` (OpenAPI 3.1.0, 4.8.7)."""

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
    """The schemas of a document: those of the named types, and those of bodies.

    A body has the same schema in up to twenty media types, and often in several operations.
    Written out in each of them, a document would be five times as large, and take as much longer
    to validate.
    """

    def __init__(self, types: Types) -> None:
        self.types = types
        self.schemas: dict[str, Document] = component_schemas(named_schemas(types))
        self._shared: dict[bytes, str] = {}
        self._parameters: dict[tuple[Any, ...], dict[str, Any]] = {}

    def share(self, schema: Schema, name: str) -> Document:
        """Write a schema that may be used many times: as a reference, unless it is short.

        Args:
            schema: The schema of a body.
            name: What it is called, such as `GetPerson.response`, unless it has a name already.
        """
        made = document(schema, self.types)
        if not any(keyword in made for keyword in _LARGE):
            return made
        # The text itself would be kept for thousands of bodies.
        written = blake2b(json.dumps(made).encode(), digest_size=32).digest()
        if (known := self._shared.get(written)) is None:
            known = component_key(name)
            while known in self.schemas:
                # A type may be called like that, or another body of the operation.
                known += "_"
            self.schemas[known] = made
            self._shared[written] = known
        return {"$ref": REFERENCE + known}

    def parameter(
        self,
        row: Parameter,
        schema: Schema,
        written: ResolvedStyle,
        make: Callable[[Parameter, Schema, ResolvedStyle, Types], dict[str, Any]],
    ) -> dict[str, Any]:
        """The Parameter Object of a row: one for all rows that say the same.

        Args:
            row: The row.
            schema: What its values may be, with the rows within it.
            written: How the parameter is written.
            make: Makes the object, of these and the definitions of types.
        """
        key = (
            written,
            # What the row says itself, its cells tell.
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
