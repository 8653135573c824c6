"""Link Objects: the operations that a response leads to (OpenAPI 3.1.0, 4.8.20)."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from jsonpointer import escape

from callsheet import lazy_re as re
from callsheet.export.methods import ADDITIONAL, METHODS
from callsheet.export.prose import says_none
from callsheet.model import Operation, ResponseLink
from callsheet.source.links import read_xref
from callsheet.source.response_links import value_of_link

_XREF = re.compile(r"<xref:(?P<angle>[^<>\s]+)>|\]\(xref:(?P<address>[^\s()]+)\)")
_DATA = frozenset({"example", "examples", "default", "enum", "const"})


def link_targets(
    operations: Iterable[tuple[str, Operation]], names: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return how links refer to operations, by uid.

    Args:
        operations: The operations, each with the key of its Path Item.
        names: The `operationId` of each operation by uid.
    """
    found = {}
    for path, operation in operations:
        method = operation.method
        key = method.lower() if method in METHODS else f"{ADDITIONAL}/{method}"
        pointer = f"#/paths/{escape(path)}/{key}"
        has_name = not says_none(operation, "operationId")
        found[operation.uid] = (
            {"operationId": names[operation.uid]} if has_name else {"operationRef": pointer}
        )
    return found


def link_texts(document: dict[str, Any], names: Mapping[str, str]) -> None:
    """Make cross references in texts links that viewers of OpenAPI documents follow.

    Args:
        document: The document, whose texts are changed in place.
        names: The `operationId` of each operation by uid.
    """

    def link(match: re.Match[str]) -> str:
        uid, _, text = read_xref(match["angle"] or match["address"])
        if not (name := names.get(uid)):
            return match[0]
        address = f"(#operation/{quote(name, safe='')})"
        return f"]{address}" if match["address"] else f"[{text or name}]{address}"

    # Equal parts are one and the same object.
    waiting: list[Any] = [document]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, list):
            waiting += (item for item in node if isinstance(item, (dict, list)))
            continue
        for key, value in node.items():
            if isinstance(value, (dict, list)):
                waiting += () if key in _DATA else (value,)
            elif key == "description" and type(value) is str and "xref:" in value:
                node[key] = _XREF.sub(link, value)


def link_object(link: ResponseLink, targets: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """Return the Link Object of a row."""
    key = "operationRef" if link.is_reference else "operationId"
    result: dict[str, Any] = {**targets.get(link.operation, {key: link.operation})}
    if link.parameters:
        result["parameters"] = {name: value_of_link(text) for name, text in link.parameters}
    if link.body:
        result["requestBody"] = value_of_link(link.body)
    if link.description:
        result["description"] = link.description
    if link.server:
        result["server"] = {"url": link.server}
    return result
