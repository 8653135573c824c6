"""Lists with OData's `$top`, `$skip`, `$orderby`, `$select` and the simple cases of `$filter`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from callsheet.model import Location, Property
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.texts import value_of_text
from callsheet.server.engine.call import Answer, Call
from callsheet.server.http.problems import Problem, shorten
from callsheet.server.resources.filters import (
    FilterValueError,
    UnsupportedFilterError,
    moment_of,
    read_filter,
)
from callsheet.server.resources.grouping import Collection
from callsheet.server.state import Document

_KNOWN = {"$filter", "$orderby", "$skip", "$top"}
_COUNTS = {"$skip", "$top"}
_NUMBER = Schema(types=("integer",))
_MANY = 2**62
"""A number that no collection reaches and any database accepts."""


_METADATA = "odata.metadata"
"""The member of an envelope with the address of its metadata (OData 3.0 JSON, 4.5.1)."""


class Query:
    """The query of a list operation.

    Args:
        call: The request.

    Attributes:
        read: How many of all members are passed over and how many are needed, None for all.
        is_of_all: Whether all members have to be read to know which they are.

    Raises:
        Problem: 501 where the query asks for more than the server can do, because a wrong answer
            would be worse than none.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        query = _options(call)
        self._filter = query.get("$filter") or ""
        self._order = query.get("$orderby") or ""
        first = min(_number(call, "$skip", query.get("$skip")), _MANY)
        number = _number(call, "$top", query["$top"]) if "$top" in query else None
        self.is_of_all = bool(self._filter.strip() or self._order.strip())
        self.read = (0, None) if self.is_of_all else (first, number)
        self._page = slice(0, None)
        if self.is_of_all:
            self._page = slice(first, None if number is None else first + number)

    def answer(
        self, documents: Iterable[Document], collection: Collection, contract: Schema
    ) -> Answer:
        """Answer with the documents that match.

        Args:
            documents: Those that were read.
            collection: What they are.
            contract: What the operation answers with: an array, or an object with them as its
                `value`.

        Raises:
            Problem: 501 as above.
        """
        properties = {item.name.lower(): item for item in collection.properties}
        found = _filtered(self._call, documents, self._filter, properties)
        page = _ordered(found, self._order, properties)[self._page]
        rows = Schema(types=("array",), items=collection.schema)
        if contract.type == "array":
            return Answer(page, schema=rows)
        names = {item.name for item in contract.properties}
        others: dict[str, Any] = dict.fromkeys(names - {"value"})
        if _METADATA in others:
            others[_METADATA] = f"{self._call.request.path}/$metadata"
        schema = Schema(properties=(PropertySchema("value", rows),))
        return Answer({**others, "value": page}, schema=schema)


def _options(call: Call) -> dict[str, Any]:
    """Return the options of the query in lower case, also those that the page does not document.

    Raises:
        Problem: 501 for a documented parameter of the API's own, whose effect only prose tells.
    """
    required = {p.name for p in call.operation.parameters_in(Location.QUERY) if p.required}
    sent = {name.lower() for name, _ in call.request.parameters}
    for name in call.input.query:
        if name.lower() in sent and not name.startswith("$") and name not in required:
            raise Problem(501, f"The server does not know what `{name}` does to a list.")
    options: dict[str, Any] = {
        name.lower(): value_of_text(text, _NUMBER) if name.lower() in _COUNTS else text
        for name, text in call.request.parameters
        if name.lower() in _KNOWN
    }
    return options | {name.lower(): value for name, value in call.input.query.items()}


def select(value: Any, selection: str) -> Any:
    """Apply `$select` to an answer: other properties become null, other columns are left out.

    Rows with columns are those in the `value` of an envelope.
    """
    wanted = [part.strip() for part in selection.split(",") if part.strip()]
    if not wanted:
        return value
    if isinstance(value, list):
        return [_nulled(item, wanted) for item in value]
    if isinstance(value, dict) and isinstance(rows := value.get("value"), list):
        return {**value, "value": [_row(row, wanted) for row in rows]}
    return _nulled(value, wanted)


def _nulled(document: Any, wanted: Sequence[str]) -> Any:
    """Set what was not selected in an object to null; a path selects its first step."""
    if not isinstance(document, dict):
        return document
    names = {name.partition("/")[0].lower() for name in wanted}
    return {name: v if name.lower() in names else None for name, v in document.items()}


def _row(row: Any, wanted: Sequence[str]) -> Any:
    """Return the selected columns; null where the row has nothing of that name."""
    if not isinstance(row, dict):
        return row
    names = {name.lower(): name for name in row}
    return {names.get(w.lower(), w): _value(row, w.split("/")) for w in wanted}


def _value(value: Any, path: Sequence[str]) -> Any:
    """Return the value at a path such as `category/id`; the case of names does not matter."""
    for step in path:
        if not isinstance(value, dict):
            return None
        value = next((v for name, v in value.items() if name.lower() == step.lower()), None)
    return value


def _filtered(
    call: Call, documents: Iterable[Document], expression: str, properties: Mapping[str, Property]
) -> list[Document]:
    try:
        test = read_filter(expression, properties)
    except UnsupportedFilterError as error:
        raise Problem(501, f"`$filter` can't be {shorten(expression)} here. {error}") from error
    except FilterValueError as error:
        raise call.refuse(f"`$filter`: {error}") from error
    return [document for document in documents if test(document)]


def _ordered(
    documents: list[Document], order: str, properties: Mapping[str, Property]
) -> list[Document]:
    keys: dict[str, bool] = {}
    for part in order.split(",") if order.strip() else ():
        name, *direction = part.split()[:3] or [""]
        descends = [word.lower() for word in direction]
        if name.lower() not in properties or descends not in ([], ["asc"], ["desc"]):
            known = "Known are a property of what is listed, `asc` and `desc`."
            raise Problem(501, f"`$orderby` can't be {shorten(part.strip())} here. {known}")
        # A name that comes again changes nothing, because equals are ordered by it already.
        keys.setdefault(properties[name.lower()].name, descends == ["desc"])
    for name, reverse in reversed(keys.items()):
        documents.sort(key=lambda document: _sortable(document.get(name)), reverse=reverse)
    return documents


def _number(call: Call, name: str, value: Any) -> int:
    if value is None:
        return 0
    if not isinstance(value, int) or value < 0:
        raise call.refuse(f"`{name}` is {shorten(value)}; it can be 0 or more.")
    return value


def _sortable(value: Any) -> tuple[int, Any]:
    """Return a sort key for values of any types; null is first (OData 4.01, 11.2.6.2)."""
    if value is None:
        return (0, 0)
    if isinstance(value, bool | int | float):
        return (1, value)
    if moment := moment_of(value):
        return (2, moment)
    return (3, value.lower()) if isinstance(value, str) else (4, str(value))
