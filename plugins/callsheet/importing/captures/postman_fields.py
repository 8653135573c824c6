"""Fields, parameters and descriptions as Postman collections write them."""

from collections.abc import Iterator
from typing import Any

from callsheet.importing.captures.exchange import CapturedField, Fields
from callsheet.importing.captures.variables import CollectionVariables
from callsheet.importing.references import SpecNode


def description_of(place: SpecNode) -> str:
    """Return the description of a part of a collection."""
    value = place.get("description")
    text = value if isinstance(value, str) else place.inner("description").text("content")
    return text.strip()


def headers_of(place: SpecNode, variables: CollectionVariables) -> Fields:
    """Return header fields: a list, or lines of text."""
    written = place.get("header")
    if isinstance(written, str):
        pairs = (line.partition(":") for line in written.splitlines())
        return tuple(CapturedField(n.strip(), v.strip()) for n, colon, v in pairs if colon)
    return tuple(fields_of(place.listed("header"), variables))


def fields_of(places: list[SpecNode], variables: CollectionVariables) -> Iterator[CapturedField]:
    """Yield the enabled ones of a list of fields or parameters."""
    for each in places:
        name = variables.replaced(each.text("key"))
        if not name or each.get("disabled") is True:
            continue
        is_file = each.text("type") == "file" or "src" in each.node
        value = plain_text(each.get("value"))
        known = None if is_file or value is None else variables.replaced(value)
        yield CapturedField(name, known, description_of(each), is_file)


def plain_text(value: Any) -> str | None:
    """Return the text of a plain value; None if it is not a plain value."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None
