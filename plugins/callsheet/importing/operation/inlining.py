"""Schemas within the cell of limits, which refer to types with pages by their names."""

from dataclasses import replace

from callsheet.importing.naming import TypeNames
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.item_cells import WITHIN_LIMITS, within_limits
from callsheet.importing.operation.schemas import MAX_DEPTH, Schemas
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.schema import holder, with_inner
from callsheet.schema.words.limit_words import with_field


class Inliner:
    """Replaces references by the names of types, or by what they refer to.

    Args:
        schemas: Reads what references lead to.
        names: The names of the types with pages.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(self, schemas: Schemas, names: TypeNames, notes: ImportNotes) -> None:
        self._schemas = schemas
        self._names = names
        self._notes = notes

    def selected(self, schema: Schema, at: str) -> Schema:
        """Return a schema whose discriminator has the names that types have on pages."""
        if not schema.discriminator or not schema.discriminator.mapping:
            return schema
        pairs = []
        for value, target in schema.discriminator.mapping:
            reference = self._schemas.component(target)
            if name := reference and self._names.of(reference):
                pairs.append((value, name))
            else:
                what = f"What {code(value)} selects is not a type with a page, so no page says it"
                self._notes.lost(f"{at}/discriminator/mapping", what)
        return replace(schema, discriminator=replace(schema.discriminator, mapping=tuple(pairs)))

    def limits(self, schema: Schema, at: str) -> Schema:
        """Return a schema whose limits refer to nothing but types with pages.

        Args:
            schema: The schema.
            at: The JSON pointer to it, for findings.
        """
        field = holder(schema)
        held = getattr(schema, field) if field else None
        # What is put together of others is a type with a page of its own.
        if held is not None and not held.all_of:
            schema = with_field(schema, field, self.limits(held, at))
        found = within_limits(schema)
        if found == ANYTHING:
            return schema
        changed = with_inner(found, lambda inner: self.whole(inner, at))
        return schema.replace(**{name: getattr(changed, name) for name in WITHIN_LIMITS})

    def whole(self, schema: Schema, at: str) -> Schema:
        """Return a schema that refers to nothing but types with pages; arguments as above."""
        return self._within(schema, at, frozenset())

    def _within(self, schema: Schema, at: str, outer: frozenset[str]) -> Schema:
        self._schemas.budget.schemas(1, at)
        if not schema.ref:
            return with_inner(schema, lambda inner: self._within(inner, at, outer))
        if name := self._names.of(schema.ref):
            named = schema.replace(ref=name)
            return with_inner(named, lambda inner: self._within(inner, at, outer))
        if schema.ref in outer or len(outer) >= MAX_DEPTH:
            self._notes.lost(at, "A schema that contains itself is not on any page")
            return schema.replace(ref="")
        target = self._schemas.read(self._schemas.target(schema.ref))
        inner = self._within(target, at, outer | {schema.ref})
        own = schema.replace(ref="")
        return inner if own == ANYTHING else own.replace(all_of=(*own.all_of, inner))
