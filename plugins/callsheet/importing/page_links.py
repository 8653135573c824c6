"""Rewrites links that only work in a viewer of OpenAPI documents as cross references."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.importing.naming import as_uid

_TEXTS = frozenset({"description", "summary"})
_DATA = frozenset({"example", "examples", "default", "const", "enum", "value"})
_SIGN = "](#"
# An address ends with the `operationId`, as `#operation/id` and `#tag/name/operation/id` of Redoc,
# `#/operations/id` of Elements, and `#/tag/id` and `#!/tag/id` of Swagger UI do.
_LINK = re.compile(
    r"\]\(#(?:(?:tag/[^\s()/]+/)?operation|/operations|!?/[^\s()/]+)/(?P<name>[^\s()/]+)\)"
)


def with_cross_references(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a document whose texts link to operations as pages do, by their uid.

    The document is not changed; without such links, it is returned itself.
    """
    uids = _uids(document)

    def linked(match: re.Match[str]) -> str:
        uid = uids.get(unquote(match["name"]))
        return f"](xref:{uid})" if uid else match[0]

    def read(node: Any) -> Any:
        if isinstance(node, list):
            items = [read(item) for item in node]
            return node if all(map(_is, items, node)) else items
        if not isinstance(node, dict):
            return node
        found = {}
        for key, value in node.items():
            if isinstance(value, str):
                if key in _TEXTS and _SIGN in value and (new := _LINK.sub(linked, value)) != value:
                    found[key] = new
            elif key not in _DATA and (new := read(value)) is not value:
                found[key] = new
        return {**node, **found} if found else node

    result: Mapping[str, Any] = read(document) if uids else document
    return result


def _is(one: object, other: object) -> bool:
    return one is other


def _uids(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the uids of operations whose `operationId` gives a page of that name, by that."""
    names = list(_names(document))
    counts = Counter(as_uid(name).casefold() for name in names)
    return {name: uid for name in names if counts[(uid := as_uid(name)).casefold()] == 1}


def _names(document: Mapping[str, Any]) -> Iterator[str]:
    paths = document.get("paths")
    for item in paths.values() if isinstance(paths, dict) else ():
        for operation in item.values() if isinstance(item, dict) else ():
            name = operation.get("operationId") if isinstance(operation, dict) else None
            if isinstance(name, str) and name:
                yield name
