"""Reading and writing of the keywords that few schemas have, and of counts and lists."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from callsheet.schema.schema import NO_RARE, Literal, RareKeywords, Schema

_LARGEST = 1e308
"""Larger numbers, such as infinity, are ignored as limits."""

_RARE = {
    "contains": "contains",
    "propertyNames": "property_names",
    "if": "if_",
    "then": "then",
    "else": "else_",
    "unevaluatedItems": "unevaluated_items",
    "unevaluatedProperties": "unevaluated_properties",
    "contentSchema": "content_schema",
}
_RARE_COUNTS = {"minContains": "min_contains", "maxContains": "max_contains"}
_DEPENDENT = ("dependentRequired", "dependentSchemas", "xml")
RARE = (*_RARE, *_RARE_COUNTS, *_DEPENDENT)
"""The keywords of `RareKeywords`."""


def counts(document: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, int]:
    """Return the fields of keywords that are counts."""
    found = {}
    for keyword, field in names.items():
        count = document.get(keyword)
        # To JSON Schema, 2.0 is an integer.
        if isinstance(count, int | float) and is_number(count) and 0 <= count == int(count):
            found[field] = int(count)
    return found


def read_rare(document: Mapping[str, Any], read: Callable[[Any], Schema]) -> RareKeywords | None:
    """Read the rare keywords of a schema; None where it has none of them."""
    given: dict[str, Any] = {
        field: read(document[keyword]) for keyword, field in _RARE.items() if keyword in document
    }
    if "contains" in document:
        # Without it, they mean nothing (JSON Schema 2020-12, Validation, 6.4.4).
        given |= counts(document, _RARE_COUNTS)
    needs = mapped(document.get("dependentRequired"))
    xml = document.get("xml")
    found = RareKeywords(
        **given,
        dependent_required=tuple((name, tuple(map(str, listed(names)))) for name, names in needs),
        dependent_schemas=tuple(
            (name, read(inner)) for name, inner in mapped(document.get("dependentSchemas"))
        ),
        xml=Literal.of(xml) if isinstance(xml, Mapping) and xml else None,
    )
    return None if found == NO_RARE else found


def write_rare(
    rare: RareKeywords, inner: Callable[[Schema], dict[str, Any] | bool]
) -> dict[str, Any]:
    """Write rare keywords, and the schemas within them by a function."""
    parts = ((keyword, getattr(rare, field)) for keyword, field in _RARE.items())
    written: dict[str, Any] = {keyword: inner(part) for keyword, part in parts if part is not None}
    counts = ((keyword, getattr(rare, field)) for keyword, field in _RARE_COUNTS.items())
    written |= {keyword: number for keyword, number in counts if number is not None}
    dependent: Iterable[dict[str, Any]] = (
        {name: list(needs) for name, needs in rare.dependent_required},
        {name: inner(part) for name, part in rare.dependent_schemas},
        rare.xml.value if rare.xml else {},
    )
    return written | {k: v for k, v in zip(_DEPENDENT, dependent, strict=True) if v}


def is_number(value: Any) -> bool:
    """Tell whether a value is a number that can be a limit."""
    is_any = isinstance(value, int | float) and not isinstance(value, bool)
    return is_any and -_LARGEST <= value <= _LARGEST


def listed(value: Any) -> list[Any]:
    """Return a list, or an empty one in place of anything else."""
    return value if isinstance(value, list) else []


def mapped(value: Any) -> list[tuple[str, Any]]:
    """Return the entries of a mapping; anything else has none."""
    return (
        [(str(name), inner) for name, inner in value.items()] if isinstance(value, Mapping) else []
    )
