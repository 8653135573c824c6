"""Contracts: the schemas of responses, evaluated lazily."""

from collections.abc import Mapping
from typing import Any

from jsonpointer import unescape

from callsheet.catalog.contracts import promised_response
from callsheet.model import Operation
from callsheet.schema import ANYTHING, MISSING, Direction, Evaluator, Schema
from callsheet.schema.generate import Generator
from callsheet.schema.repair import repaired, without_wrong_nulls
from callsheet.schema.texts import named

Types = Mapping[str, Schema]

_NONE: Types = {}


class Contract:
    """The schema of a value that is sent or stored, and the values that it defines.

    Args:
        schema: What is promised.
        types: The named types that it refers to.
    """

    def __init__(self, schema: Schema = ANYTHING, types: Types = _NONE) -> None:
        schema = named(schema, types)
        if schema.items is not None and schema.items.ref:
            schema = schema.replace(items=named(schema.items, types))
        self.schema = schema
        self._types = types
        self._evaluator = Evaluator(types, direction=Direction.RESPONSE, local_times=True)
        # A list, because None can be a specimen, too.
        self._specimen: list[Any] = []
        self._lacking: dict[str, Any] = {}

    def items(self) -> "Contract":
        """Return the contract of the items of a list, or of the list in an envelope."""
        schema = self.schema
        if schema.items is None and (rows := schema.property("value")):
            schema = named(rows.schema.without_null(), self._types)
        return Contract(schema.items or ANYTHING, self._types)

    @property
    def type(self) -> str:
        """Its type besides null; empty where anything goes."""
        return self.schema.type

    def specimen(self) -> Any:
        """Return the plainest value, which is not to be changed: all get the same."""
        if not self._specimen:
            self._specimen.append(self.generate())
        return self._specimen[0]

    def requires(self, name: str) -> bool:
        """Tell whether a property must be there."""
        item = self.schema.property(name)
        return item is not None and bool(item.required)

    def allows_null(self, name: str) -> bool:
        """Tell whether a property may be null; those of an object without any may be anything."""
        item = self.schema.property(name)
        others = self.schema.additional_properties
        if item is None and others is not None:
            return self._evaluator.fits(None, others)
        if item is None:
            return not self.schema.properties
        return self._evaluator.fits(None, item.schema)

    def make(self, schema: Schema) -> Any:
        """Return the plainest value of a schema within this one."""
        return generate(schema, None, self._types)

    def generate(self, seed: str | None = None) -> Any:
        """Return a value; without a seed the plainest one."""
        return generate(self.schema, seed, self._types)

    def repair(self, value: Any) -> Any:
        """Return a value with each part that is not as promised replaced by a made-up one."""
        return repaired(value, self.schema, self._evaluator, _generator(None, self._types))

    def without_wrong_nulls(self, value: Any) -> Any:
        """Return a value without nulls that are not promised; what is required is made up then."""
        found = without_wrong_nulls(value, self.schema, self._evaluator)
        return value if found is value else self.repair(found)

    def complete(self, value: Any) -> Any:
        """Return a value with the properties that it lacks; it is not looked at otherwise."""
        schema = self.schema
        # A type without a page is an object.
        if value is None and (schema.type or schema.ref) and not schema.nullable:
            return self.specimen()
        if isinstance(value, list) and schema.items is not None:
            return [self._completed(item, schema.items) for item in value]
        return self._completed(value, schema)

    def _completed(self, value: Any, schema: Schema) -> Any:
        if not isinstance(value, dict):
            return value
        lacking = {}
        for item in schema.properties:
            if item.required and item.name not in value:
                if item.name not in self._lacking:
                    self._lacking[item.name] = generate(item.schema, None, self._types)
                lacking[item.name] = self._lacking[item.name]
        return {**value, **lacking} if lacking else value

    def fits(self, value: Any) -> bool:
        """Tell whether a value is as promised."""
        return self._evaluator.fits(value, self.schema)

    def kept(self, value: Any) -> Any:
        """Return a value as promised: the same one, if it is so already."""
        return value if self.fits(value) else self.repair(value)

    def excludes(self, name: str) -> bool:
        """Tell whether there cannot be a property of that name."""
        schema = self.schema
        others = schema.additional_properties
        return schema.property(name) is None and others is not None and others.not_ == ANYTHING

    def wrong_properties(self, document: Mapping[str, Any]) -> list[str]:
        """Return the properties of a document that are not as promised; others may be missing."""
        found = self._evaluator.mismatches(document, self.schema)
        names = (m.pointer.split("/")[1:2] for m in found if m.got is not MISSING)
        return [
            unescape(name) for name in dict.fromkeys(name for tokens in names for name in tokens)
        ]


def promise_of(operation: Operation, status: int | None = None, *, whole: bool = True) -> Schema:
    """Return the schema of an answer by its own page alone; anything where it has no body.

    Without `whole`, it may lack the properties that the exported document does not require.

    To define the named types of all pages takes seconds, which nobody who waits for an answer has.
    """
    content = promised_response(operation, status, inline=True, whole=whole)
    return content.schema if content else ANYTHING


class Contracts:
    """The contracts of the responses of operations."""

    def __init__(self, types: Types = _NONE) -> None:
        self.types = types
        self._known: dict[tuple[str, int | None, bool], Contract] = {}

    def of(
        self, operation: Operation, status: int | None = None, *, whole: bool = True
    ) -> Contract:
        """Return the contract of a status, else of a success; anything where it has no body.

        Args:
            operation: The operation.
            status: The status.
            whole: Whether all documented properties are there, null or not; else the contract is
                that of the exported document, in which properties are optional and not null
                unless the page says otherwise.
        """
        key = (operation.uid, status, whole)
        if key not in self._known:
            promised = promise_of(operation, status, whole=whole)
            self._known[key] = Contract(promised, self.types)
        return self._known[key]


def generate(schema: Schema, seed: str | None = None, types: Types = _NONE) -> Any:
    """Return a value of a schema; without a seed the plainest one."""
    return _generator(seed, types).value(schema)


def _generator(seed: str | None, types: Types) -> Generator:
    return Generator(types, seed=seed, direction=Direction.RESPONSE)
