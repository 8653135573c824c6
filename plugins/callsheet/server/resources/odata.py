"""Answers to list operations, with OData's `$top`, `$skip`, `$orderby`, `$select` and `$filter`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from callsheet.model import Property
from callsheet.schema import Evaluator, PropertySchema, Schema
from callsheet.schema.texts import value_of_text
from callsheet.server.engine.call import Answer, Call
from callsheet.server.engine.contracts import Contract
from callsheet.server.http.problems import shorten
from callsheet.server.resources.filters import (
    FilterValueError,
    UnsupportedFilterError,
    moment_of,
    read_filter,
)
from callsheet.server.resources.grouping import Collection, list_property
from callsheet.server.resources.identity import plain
from callsheet.server.resources.listing import ListPage, ListParameters
from callsheet.server.state import Document

_KNOWN = {"$filter", "$orderby", "$skip", "$top"}
_COUNTS = {"$skip", "$top"}
_EVALUATOR = Evaluator()
_NUMBER = Schema(types=("integer",))
_MANY = 2**62
"""A number that no collection reaches and any database accepts."""


SELECT = "$select"
"""The parameter that chooses properties (OData 4.01, 11.2.5.1)."""

_METADATA = "odata.metadata"
"""The member of an envelope with the address of its metadata (OData 3.0 JSON, 4.5.1)."""


class Query:
    """The query of a list operation.

    Args:
        call: The request.
        collection: What is listed.
        contract: What the operation answers with: an array, or an object with one.
        published: The same as the exported document has it.

    Attributes:
        read: How many of all members are passed over and how many are needed, None for all.
        is_of_all: Whether all members have to be read to know which they are.

    Raises:
        Problem: 501 where the query asks for more than the server can do, because a wrong answer
            would be worse than none.
    """

    def __init__(
        self, call: Call, collection: Collection, contract: Schema, published: Contract
    ) -> None:
        self._call = call
        self._collection = collection
        self._contract = contract
        self._published = published
        self._parameters = ListParameters(call, collection.properties, collection.key)
        for name in self._parameters.unknown:
            raise call.unknown(f"The server does not know what `{name}` does to a list.")
        query = _options(call)
        self._filter = query.get("$filter") or ""
        self._order = query.get("$orderby") or ""
        first = min(_number(call, "$skip", query.get("$skip")), _MANY)
        number = _number(call, "$top", query["$top"]) if "$top" in query else None
        is_counted = self._parameters.counts([item.name for item in contract.properties])
        chooses = self._filter.strip() or self._order.strip() or self._parameters.chooses
        self.is_of_all = bool(chooses or is_counted)
        self.read: tuple[int, int | None] = (0, None)
        self._page = slice(first, None if number is None else first + number)
        if not self.is_of_all:
            part = self._parameters.page(())
            self.read = (part.first + first, part.size if number is None else number)
            self._page = slice(0, None)

    def answer(self, documents: Iterable[Document]) -> Answer:
        """Answer with the documents that match, of those that were read.

        Raises:
            Problem: 501 as above.
        """
        contract = self._contract
        collection, parameters = self._collection, self._parameters
        properties = {item.name.lower(): item for item in collection.properties}
        found = filtered(self._call, documents, self._filter, properties)
        found = parameters.ordered(parameters.filtered(found), _sortable)
        found = ordered(self._call, found, self._order, properties)[self._page]
        part = parameters.page(found) if self.is_of_all else ListPage()
        page, total = found[part.first : part.last], len(found)
        headers = tuple(parameters.fields(part, total))
        rows = Schema(types=("array",), items=collection.schema)
        name = list_property(contract)
        if contract.type == "array" or name is None:
            return Answer(page, schema=rows, headers=headers)
        facts = parameters.facts(part, total)
        others = {
            item.name: self._other(self._published.schema.property(item.name) or item, facts)
            for item in contract.properties
            if item.name != name
        }
        schema = Schema(properties=(PropertySchema(name, rows),))
        return Answer({**others, name: page}, schema=schema, headers=headers)

    def _other(self, item: PropertySchema, facts: Mapping[str, Any]) -> Any:
        """Return the value of a property next to the list: one that fits, where it is unknown."""
        if item.name == _METADATA:
            return f"{self._call.request.address}/$metadata"
        value = facts.get(plain(item.name))
        if value is not None and _EVALUATOR.fits(value, item.schema):
            return value
        if item.schema.properties and not item.schema.nullable:
            return {inner.name: self._other(inner, facts) for inner in item.schema.properties}
        plainest = None if item.schema.nullable or "string" not in item.schema.types else ""
        if _EVALUATOR.fits(plainest, item.schema):
            return plainest
        return self._published.make(item.schema.without_null())


def _options(call: Call) -> dict[str, Any]:
    """Return the options of the query in lower case, also those that the page does not document."""
    options: dict[str, Any] = {
        name.lower(): value_of_text(text, _NUMBER) if name.lower() in _COUNTS else text
        for name, text in call.request.parameters
        if name.lower() in _KNOWN
    }
    return options | {name.lower(): value for name, value in call.input.query.items()}


def select(value: Any, selection: str, contract: Contract) -> Any:
    """Apply `$select` to an answer, as far as the exported document allows.

    A property that is not selected is null where the page says or shows that it may be, is left out
    where it is not required, and stays as it is otherwise. Rows with columns, which are those in
    the `value` of an envelope, only have the columns that are selected.

    Args:
        value: The answer with all properties.
        selection: Names with commas between.
        contract: What the exported document promises of the answer.
    """
    wanted = [part.strip() for part in selection.split(",") if part.strip()]
    if not wanted:
        return value
    if isinstance(value, list):
        items = contract.items()
        selected: Any = [_selected(item, wanted, items) for item in value]
    elif isinstance(value, dict) and isinstance(rows := value.get("value"), list):
        items = contract.items()
        selected = {**value, "value": [_row(row, wanted, items) for row in rows]}
    else:
        selected = _selected(value, wanted, contract)
    # What several schemas together require is only known of the whole.
    return selected if contract.fits(selected) else value


def _selected(document: Any, wanted: Sequence[str], contract: Contract) -> Any:
    """Return an object without the properties that were not selected; a path selects its first."""
    if not isinstance(document, dict):
        return document
    names = {name.partition("/")[0].lower() for name in wanted}
    found: dict[str, Any] = {}
    for name, value in document.items():
        if name.lower() in names or contract.requires(name):
            found[name] = value
        elif contract.allows_null(name):
            found[name] = None
    return found


def _row(row: Any, wanted: Sequence[str], contract: Contract) -> Any:
    """Return the selected columns; null where the row has nothing of that name."""
    if not isinstance(row, dict):
        return row
    names = {name.lower(): name for name in row}
    columns = {names.get(w.lower(), w): _value(row, w.split("/")) for w in wanted}
    required = {name: value for name, value in row.items() if contract.requires(name)}
    return {**required, **columns}


def _value(value: Any, path: Sequence[str]) -> Any:
    """Return the value at a path such as `category/id`; the case of names does not matter."""
    for step in path:
        if not isinstance(value, dict):
            return None
        value = next((v for name, v in value.items() if name.lower() == step.lower()), None)
    return value


def filtered(
    call: Call, documents: Iterable[Document], expression: str, properties: Mapping[str, Property]
) -> list[Document]:
    """Apply `$filter`, with the properties by their names in lower case.

    Raises:
        Problem: 501 for what is not known, 400 or 422 for a wrong value.
    """
    try:
        test = read_filter(expression, properties)
    except UnsupportedFilterError as error:
        detail = f"`$filter` can't be {shorten(expression)} here. {error}"
        raise call.unknown(detail) from error
    except FilterValueError as error:
        raise call.refuse(f"`$filter`: {error}") from error
    return [document for document in documents if test(document)]


def ordered(
    call: Call, documents: list[Document], order: str, properties: Mapping[str, Property]
) -> list[Document]:
    """Apply `$orderby`, as `filtered`."""
    keys: dict[str, bool] = {}
    for part in order.split(",") if order.strip() else ():
        name, *direction = part.split()[:3] or [""]
        descends = [word.lower() for word in direction]
        if name.lower() not in properties or descends not in ([], ["asc"], ["desc"]):
            known = "Supported are a property of what is listed, `asc` and `desc`."
            raise call.unknown(f"`$orderby` can't be {shorten(part.strip())} here. {known}")
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
