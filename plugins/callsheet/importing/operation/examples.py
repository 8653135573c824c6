"""Examples from the specification, or else generated from its schemas."""

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from callsheet.checks.parsing.nodes import SyntaxProblem
from callsheet.checks.parsing.xml_and_forms import parse_xml
from callsheet.http.media_types import essence, is_form, is_json, is_xml
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.schemas import Schemas, typed
from callsheet.importing.references import Resolver, SpecNode
from callsheet.samples.request.defaults import plain_by_schema
from callsheet.schema import Direction, Evaluator, Schema
from callsheet.schema.generate import Generator
from callsheet.schema.texts import value_of_fields, value_of_text

MAX_EXAMPLES = 10
"""The number of examples of one body that a page shows."""

_STRUCTURED = ("array", "object")
_LEVELS = 3
_VALUES = 200
_MAX_NAME = 80
_REMEDY = "Correct the example, or its schema."


@dataclass(frozen=True, slots=True)
class ExampleValue:
    """An example value.

    Attributes:
        name: Its name, if it has one.
        value: The value.
        is_generated: Whether it is generated.
        deviates: Whether its own schema rules it out.
    """

    name: str
    value: Any
    is_generated: bool = False
    deviates: bool = False


class Examples:
    """Finds or generates examples.

    Args:
        resolver: Follows references to examples.
        schemas: The named types.
        notes: Takes what the page format cannot say.
        seed: The seed of generated values.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, notes: ImportNotes, seed: str) -> None:
        self._resolver = resolver
        self._schemas = schemas
        self._notes = notes
        self._seed = seed

    def given(self, place: SpecNode) -> list[ExampleValue]:
        """Return the specification's examples of a parameter, header or media type."""
        found = [(name, self._resolver.follow(p)) for name, p in place.entries("examples")]
        shown = [ExampleValue(_name(n), p.node["value"]) for n, p in found if "value" in p.node]
        if "example" in place.node:
            shown = [ExampleValue("", place.node["example"]), *shown]
        for _, example in found:
            if any(example.text(key) for key in ("summary", "description")):
                self._notes.minor(example.pointer, "What describes an example is not on any page")
            if "externalValue" in example.node:
                self._notes.lost(
                    example.pointer, "An example in a file of its own is not on any page"
                )
        for one in shown:
            self._schemas.budget.value(one.value, place.pointer)
        return shown

    def given_of_body(self, media: SpecNode, name: str, direction: Direction) -> list[ExampleValue]:
        """Return the specification's examples of a media type, else that of its schema.

        Args:
            media: The Media Type Object.
            name: The name of the media type.
            direction: Whether the body is sent or received.
        """
        place = media.inner("schema")
        whole = self._schemas.whole(self._schemas.read(place), place.pointer)
        shown = self.given(media) or [ExampleValue("", each.value) for each in whole.examples[:1]]
        if is_json(essence(name)) and (not place.node or typed(whole).type in _STRUCTURED):
            shown = [self.parsed(one, media.pointer) for one in shown]
        if is_form(essence(name)):
            return [self._compared_form(one, whole, media.pointer, direction) for one in shown]
        if is_json(essence(name)) or "*" in name:
            return [self.compared(one, whole, media.pointer, direction) for one in shown]
        if is_xml(essence(name)):
            return [self._read_as_xml(one, media.pointer) for one in shown]
        return shown

    def _read_as_xml(self, example: ExampleValue, at: str) -> ExampleValue:
        """Return an example that knows whether its text is something other than XML."""
        text = example.value
        if not (isinstance(text, str) and isinstance(parse_xml(text), SyntaxProblem)):
            return example
        self._notes.minor(at, "An example is not XML: it is shown, but not used", _REMEDY)
        return replace(example, deviates=True)

    def compared(
        self, example: ExampleValue, schema: Schema, at: str, direction: Direction
    ) -> ExampleValue:
        """Return an example that knows whether its schema rules it out.

        Args:
            example: The example.
            schema: The merged schema of what it is an example of.
            at: The JSON pointer to that, for findings.
            direction: Whether it is sent or received.
        """
        evaluator = Evaluator(
            self._schemas,
            direction=direction,
            local_times=True,
            # As everywhere: only who says what may be null says that nothing else may be.
            nulls=not self._tells_of_null(schema, at),
        )
        found = evaluator.mismatches(example.value, schema, 1)
        if not found:
            return example
        where = code(found[0].pointer or "/")
        what = f"An example does not match its own schema at {where}: it is shown, but not used"
        self._notes.minor(at, what, _REMEDY)
        return replace(example, deviates=True)

    def compared_text(
        self, example: ExampleValue, schema: Schema, at: str, direction: Direction
    ) -> ExampleValue:
        """Return an example of a parameter or header, of whose value only the text is sent."""
        whole = self._schemas.whole(schema, at)
        value = example.value
        if isinstance(value, str):
            value = value_of_text(value, whole, self._schemas)
        compared = self.compared(replace(example, value=value), whole, at, direction)
        return replace(example, deviates=compared.deviates)

    def _compared_form(
        self, example: ExampleValue, schema: Schema, at: str, direction: Direction
    ) -> ExampleValue:
        """Return an example of a form, of whose fields only the texts are sent."""
        fields = example.value
        if isinstance(fields, str):
            fields = dict(parse_qsl(fields, keep_blank_values=True))
        if not isinstance(fields, dict):
            return self.compared(example, schema, at, direction)
        texts = ((name, value) for name, value in fields.items() if isinstance(value, str))
        values = {**fields, **value_of_fields(texts, schema, self._schemas)}
        compared = self.compared(replace(example, value=values), schema, at, direction)
        return replace(example, deviates=compared.deviates)

    def _tells_of_null(self, schema: Schema, at: str, depth: int = _LEVELS) -> bool:
        """Tell whether one of the rows that a schema has on a page may be null."""
        whole = self._schemas.whole(schema, at)
        inner = [row.schema for row in whole.properties]
        inner += [whole.items] if whole.items is not None else []
        return whole.nullable or (
            depth > 0 and any(self._tells_of_null(each, at, depth - 1) for each in inner)
        )

    def parsed(self, example: ExampleValue, at: str) -> ExampleValue:
        """Return an example whose value, if that is a text with JSON in it, is what the text says.

        Many documents have the text of a body where its value belongs.
        """
        if not isinstance(example.value, str) or not example.value.lstrip().startswith(("{", "[")):
            return example
        try:
            value = json.loads(example.value)
        except (ValueError, RecursionError):
            return example
        self._notes.changed(at, "An example is a text with JSON in it: a page shows that")
        return replace(example, value=self._schemas.budget.value(value, at))

    def body(self, schema: Schema, at: str, direction: Direction) -> Any:
        """Generate a readable value of a body, including optional properties."""
        generator = Generator(
            self._schemas, seed=self._seed, direction=direction, levels=_LEVELS, values=_VALUES
        )
        return self._schemas.budget.value(generator.value(self._schemas.whole(schema, at)), at)

    def scalar(self, schema: Schema, at: str, *, items: int = 0) -> Any:
        """Generate the value of a parameter or header field: the default one of its type.

        Args:
            schema: Its schema.
            at: The JSON pointer to the schema.
            items: The least number of items in an array, if the schema allows it; a map has an
                entry where this is not 0.
        """
        whole = self._schemas.whole(schema, at)
        if whole.items is not None:
            whole = replace(whole, items=self._schemas.whole(whole.items, at))
        if whole.type == "array" and (whole.max_items is None or whole.max_items >= items):
            whole = replace(whole, min_items=max(items, whole.min_items or 0))
        if items and whole.type == "object" and not (whole.properties or whole.min_properties):
            # Nothing would be sent of a map without entries.
            whole = replace(whole, min_properties=None if whole.max_properties == 0 else 1)
        return self._schemas.budget.value(plain_by_schema(whole), at)


def _name(name: str) -> str:
    """Return the name of an example in a form that fits the title of a fence."""
    line = " ".join(name.replace('"', "'").replace("`", "'").split())
    return "".join(filter(str.isprintable, line))[:_MAX_NAME].strip()
