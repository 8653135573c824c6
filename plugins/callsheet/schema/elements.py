"""Conversion of XML elements to values, guided by a schema and independent of the tree's library.

XML has no arrays. An element that repeats is one. An element that comes once where an array belongs
is an array of one value (OpenAPI 3.1.0, 4.8.26: arrays are not wrapped by default), or the wrapper
around the items. An attribute counts as a child element if it has the name of a described property.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from callsheet.schema.schema import ANYTHING, Schema
from callsheet.schema.texts import flat

Element = TypeVar("Element")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ElementReader(Generic[Element, Value]):
    """Converts elements.

    Attributes:
        children: Returns the child elements of an element, each with its local name.
        attributes: Returns the attributes of an element as elements, each with its local name.
        leaf: Returns the value of an element without child elements.
        items: Returns the array of some values; it also gets the elements around them.
        members: Returns the object of some members; it also gets the element around them.
        types: The named types.
    """

    children: Callable[[Element], Sequence[tuple[str, Element]]]
    attributes: Callable[[Element], Sequence[tuple[str, Element]]]
    leaf: Callable[[Element, Schema], Value]
    items: Callable[[Sequence[Element], Sequence[Value]], Value]
    members: Callable[[Element, Sequence[tuple[str, Element, Value]]], Value]
    types: Mapping[str, Schema] = field(default_factory=dict)

    def read(self, element: Element, schema: Schema) -> Value:
        """Return the value of an element.

        Args:
            element: The element; for an array, the one around its items.
            schema: The schema of the value.
        """
        children = self.children(element)
        attributes = self.attributes(element)
        if attributes:
            described = flat(schema, self.types)
            children = [
                *(pair for pair in attributes if described.property(pair[0])),
                *children,
            ]
        if not children:
            return self.leaf(element, schema)
        schema = flat(schema, self.types)
        if schema.type == "array":
            inner = schema.items or ANYTHING
            return self.items([element], [self.read(child, inner) for _, child in children])
        grouped: dict[str, list[Element]] = {}
        for name, child in children:
            grouped.setdefault(name, []).append(child)
        found: list[tuple[str, Element, Value]] = []
        for name, same in grouped.items():
            stated = schema.property(name)
            below = stated.schema if stated else schema.additional_properties or ANYTHING
            below = flat(below, self.types)
            if self._is_repeated(same, below, stated=stated is not None):
                inner = below.items or ANYTHING
                value = self.items(same, [self.read(child, inner) for child in same])
                found.append((name, same[0], value))
            else:
                # All of those that repeat though they are no array are read; the last one counts.
                found += [(name, child, self.read(child, below)) for child in same]
        return self.members(element, found)

    def _is_repeated(self, same: Sequence[Element], schema: Schema, *, stated: bool) -> bool:
        """Tell whether elements of one name are the items of an array."""
        if schema.type != "array":
            return len(same) > 1 and not stated and not schema.types
        return len(same) > 1 or self._is_item(same[0], flat(schema.items or ANYTHING, self.types))

    def _is_item(self, element: Element, items: Schema) -> bool:
        """Tell whether an element where an array belongs is its only item, and not the wrapper."""
        names = {name for name, _ in (*self.children(element), *self.attributes(element))}
        if not names:
            # An empty element is the wrapper of an empty array.
            return False
        return any(items.property(name) for name in names)


def leaf_items(text: str, schema: Schema, read: Callable[[Schema], Value]) -> list[Value]:
    """Return the items of an array whose element has no child elements.

    Args:
        text: Its text.
        schema: The array.
        read: Returns the value of the text as one of the items.
    """
    return [read(schema.items or ANYTHING)] if text.strip() else []
