"""Conversion between values and texts, for paths, queries, headers, forms and XML.

XML has no arrays. An element that repeats is one. An element that comes once where an array belongs
is an array of one value (OpenAPI 3.1.0, 4.8.26: arrays are not wrapped by default), or the wrapper
around the items. An attribute counts as a child element if it has the name of a described property.
The conversion does not depend on the library of the tree.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Generic, TypeVar

from callsheet import lazy_re as re
from callsheet.http.parameter_styles import ParameterStyle, Style, Texts
from callsheet.schema.conjunction import conjunction
from callsheet.schema.schema import ANYTHING, NULL, Schema

# ASCII digits, and no more of them than any format has.
_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_MAX_STEPS = 8
_MAX_ALTERNATIVES = 4

Element = TypeVar("Element")
Value = TypeVar("Value")


def value_of_text(
    text: str, schema: Schema, types: Mapping[str, Schema] | None = None, *, depth: int = _MAX_STEPS
) -> Any:
    """Return the value that a text represents.

    A text that its schema does not allow is returned unchanged, so that an evaluator refuses it.

    Args:
        text: The text.
        schema: The schema of the value.
        types: The named types.
        depth: Arrays within arrays that are read; a type may be an array of itself.
    """
    schema = flat(schema, {} if types is None else types)
    allowed = schema.types
    if "null" in allowed and not text and "string" not in allowed:
        return None
    if ("integer" in allowed or "number" in allowed) and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in allowed and _NUMBER.fullmatch(text) and isfinite(number := float(text)):
        return number
    if "boolean" in allowed and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if schema.type == "array" and depth:
        items, below = schema.items or Schema(), depth - 1
        parts = text.split(",") if text else []
        return [value_of_text(part, items, types, depth=below) for part in parts]
    if not allowed and schema.values:
        # The values of an enumeration imply its type.
        return next((value for value in schema.values if str(value) == text), text)
    return text


def is_object(text: str) -> bool:
    """Tell whether a text is a JSON object: no array, but maybe one item of it."""
    return text.lstrip()[:1] == "{" and isinstance(json_or_text(text), dict)


def value_of_header(text: str, schema: Schema, types: Mapping[str, Schema] | None = None) -> Any:
    """Return the value of a header field: spaces around the items of a list are left out.

    See RFC 9110, 5.6.1.1; the arguments are those of `value_of_text`.
    """
    listed = ",".join(part.strip(" \t") for part in text.split(","))
    value = value_of_text(listed, schema, types)
    return value if isinstance(value, list) else value_of_text(text, schema, types)


def value_of_texts(texts: Texts, schema: Schema, types: Mapping[str, Schema] | None = None) -> Any:
    """Return the value that a text, or a list or an object of texts, represents.

    Args:
        texts: The texts.
        schema: The schema of the value.
        types: The named types.
    """
    schema = flat(schema, {} if types is None else types)
    if isinstance(texts, str):
        return (
            json_or_text(texts)
            if texts[:1] in "{[" and schema.type in ("object", "array")
            else (value_of_text(texts, schema, types))
        )
    if isinstance(texts, list):
        items = schema.items or Schema()
        return [value_of_texts(text, items, types) for text in texts]
    if schema.type == "array":
        # As in `ids[]=1&ids[]=2`, or with a number for each item: `ids[0]=1&ids[1]=2`.
        listed = texts.get("", [])
        own = [text for name, text in texts.items() if name]
        return value_of_texts(
            [*(listed if isinstance(listed, list) else [listed]), *own], schema, types
        )
    others = schema.additional_properties or Schema()
    found = {}
    for name, text in texts.items():
        known = schema.property(name)
        found[name] = value_of_texts(text, known.schema if known else others, types)
    return found


def value_of_fields(
    fields: Iterable[tuple[str, str]], schema: Schema, types: Mapping[str, Schema]
) -> dict[str, Any]:
    """Return the values of a form by the names of its fields.

    Args:
        fields: Names and texts; a name may come again.
        schema: What the fields are.
        types: The named types.
    """
    form, by_name, found = flat(schema, types), dict[str, list[str]](), {}
    for name, text in fields:
        by_name.setdefault(name, []).append(text)
    for name, texts in by_name.items():
        stated = form.property(name)
        inner = flat(stated.schema if stated else form.additional_properties or ANYTHING, types)
        is_list = inner.type == "array" and not (len(texts) == 1 and texts[0][:1] == "[")
        is_list = is_list or (len(texts) > 1 and stated is None)
        value: Texts = list(texts) if is_list else texts[-1]
        found[name] = value_of_texts(value, inner, types)
    return found


def text_in(how: ParameterStyle, value: Any) -> Texts:
    """Return the texts that a style serializes: one in its format for a value with a media type."""
    if how.style is not Style.CONTENT:
        return texts_of_value(value)
    is_json = how.media_type.partition(";")[0].rstrip().lower().endswith("json")
    if isinstance(value, str) and not is_json:
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_or_text(text: str) -> Any:
    """Parse a text as JSON; return it unchanged where it is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def texts_of_value(value: Any) -> Texts:
    """Return the texts of a value's items or properties; nested values become JSON.

    Args:
        value: A JSON value.
    """
    if isinstance(value, dict):
        return {str(name): _text(item) for name, item in value.items()}
    return [_text(item) for item in value] if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def named(schema: Schema, types: Mapping[str, Schema]) -> Schema:
    """Return the schema that a name stands for; any other as it is."""
    for _ in range(_MAX_STEPS):
        if not schema.ref or schema.ref not in types:
            break
        schema = types[schema.ref]
    return schema


def flat(schema: Schema, types: Mapping[str, Schema], depth: int = _MAX_ALTERNATIVES) -> Schema:
    """Merge a schema with its named type, its `all_of` and the types of its alternatives.

    Args:
        schema: The schema.
        types: The named types.
        depth: Alternatives within alternatives that are followed; a type may be one of its own.
    """
    for _ in range(_MAX_STEPS):
        if schema.ref and schema.ref in types:
            schema = types[schema.ref]
        elif schema.all_of:
            schema = conjunction([schema])
            break
        else:
            break
    alternatives = schema.any_of or schema.one_of
    if not schema.types and alternatives and depth:
        others = [inner for inner in alternatives if inner != NULL]
        if len(others) == 1:
            return flat(others[0], types, depth - 1).or_null()
        # Limited, as alternatives within alternatives multiply.
        known = [flat(inner, types, depth - 1) for inner in alternatives[:_MAX_STEPS]]
        return Schema(
            types=tuple(dict.fromkeys(name for inner in known for name in inner.types)),
            items=next((inner.items for inner in known if inner.items), None),
        )
    return schema


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
            children = [*(pair for pair in attributes if described.property(pair[0])), *children]
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
                # All of those that repeat though they are not arrays are read; the last one counts.
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
        # The items in a wrapper have one name, whatever they are.
        is_unknown = not items.properties and items.type in ("", "object")
        return any(items.property(n) for n in names) or (is_unknown and len(names) > 1)


def leaf_items(text: str, schema: Schema, read: Callable[[Schema], Value]) -> list[Value]:
    """Return the items of an array whose element has no child elements.

    Args:
        text: Its text.
        schema: The array.
        read: Returns the value of the text as one of the items.
    """
    return [read(schema.items or ANYTHING)] if text.strip() else []
