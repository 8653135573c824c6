"""Rewrites a document of OpenAPI 3.2 as 3.1, for tools that know no more."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from callsheet.export.methods import ADDITIONAL
from callsheet.source.readers.overviews import TAG_KEYS

VERSION = "3.1.0"
VERSION_32 = "3.2.0"
_METHODS = (ADDITIONAL, "query")


def needs_openapi_32(document: Mapping[str, Any]) -> bool:
    """Tell whether a document has what OpenAPI 3.1 has no place for."""
    return next(_additions(document), None) is not None


def as_openapi_31(document: Mapping[str, Any]) -> tuple[dict[str, Any], Counter[str]]:
    """Rewrite a document.

    Args:
        document: OpenAPI 3.1 or 3.2, which is not changed.

    Returns:
        The document in OpenAPI 3.1, and how often it has what that cannot express.
    """
    lost = Counter(f"`{key}`" for _, key in _additions(document))
    without: dict[int, set[str]] = {}
    for holder, key in _additions(document):
        without.setdefault(id(holder), set()).add(key)

    def kept(node: Any) -> Any:
        if isinstance(node, list):
            return [kept(item) for item in node]
        if not isinstance(node, Mapping):
            return node
        left_out = without.get(id(node), ())
        return {key: kept(inner) for key, inner in node.items() if key not in left_out}

    return {**kept(document), "openapi": VERSION}, lost


def _additions(document: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the parts that OpenAPI 3.1 does not know: objects, each with a field."""
    for tag in document.get("tags", ()):
        yield from ((tag, key) for key in TAG_KEYS if key in tag)
    for item in _path_items(document):
        yield from ((item, key) for key in _METHODS if key in item)
        for operation in item.values():
            if isinstance(operation, Mapping):
                for server in operation.get("servers", ()):
                    if "name" in server:
                        yield server, "name"


def _path_items(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    components = document.get("components", {})
    for items in (document["paths"], document.get("webhooks", {}), components.get("pathItems", {})):
        yield from items.values()
        for item in items.values():
            operations = (each for each in item.values() if isinstance(each, Mapping))
            for operation in operations:
                for callback in operation.get("callbacks", {}).values():
                    yield from callback.values()
