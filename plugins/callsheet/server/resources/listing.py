"""Lists by the parameters that most APIs have: filters, sorting, and pages."""

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from callsheet.model import Location, Parameter, Property
from callsheet.server.engine.call import Call
from callsheet.server.http.problems import shorten
from callsheet.server.resources.identity import plain
from callsheet.server.state import Document

LIMITS = {
    "limit", "perpage", "pagesize", "pagelimit", "itemsperpage", "take", "top", "size", "count",
    "maxresults", "maxitems", "max",
}  # fmt: skip
OFFSETS = {"offset", "skip", "start", "startindex", "from"}
_PAGES = {"page", "pagenumber", "pageno", "pageindex", "p"}
_CURSORS = {"cursor", "pagetoken", "nexttoken", "continuationtoken", "nextcursor", "marker"}
_AFTER = {"after", "startingafter", "afterid", "lastid"}
_SORTS = {"sort", "sortby", "orderby", "ordering", "sortfield", "sortkey"}
_ORDERS = {"order", "direction", "sortorder", "sortdirection", "orderdirection", "dir", "sortdir"}
_DIRECTIONS = {"asc": False, "ascending": False, "desc": True, "descending": True}
_MEANINGS = (LIMITS, OFFSETS, _PAGES, _CURSORS, _AFTER, _SORTS, _ORDERS)

_OF_URLS = "%/?:@!$&'()*+,;=-._~[]"
"""The characters of a path and query, besides letters and digits."""

_USUAL_SIZE = 20
"""How many members a page has where only its number is known."""

_TOTALS = {"total", "totalcount", "count", "totalitems", "totalelements", "totalresults"}
_SIZES = {"limit", "perpage", "pagesize", "size"}
_NEXT_CURSORS = {"cursor", "next", "nextcursor", "nextpagetoken", "nexttoken", "after"}
_LAST_PAGES = {"pages", "totalpages", "pagecount", "lastpage"}
_TOTAL_HEADERS = {"xtotalcount", "xtotal", "totalcount", "xpaginationtotal"}


@dataclass(frozen=True, slots=True)
class ListPage:
    """The part of a list that is asked for.

    Attributes:
        first: How many members come before it.
        size: How many members it has at most; None for all.
    """

    first: int = 0
    size: int | None = None

    @property
    def last(self) -> int | None:
        """How many members come before what follows it."""
        return None if self.size is None else self.first + self.size


class ListParameters:
    """The documented parameters of a list operation whose meaning their names tell.

    A parameter that is named as a property of the members filters by it. Any other one may say how
    the list is sorted, and which page of it is wanted.

    Args:
        call: The request.
        properties: The properties of a member.
        key: The property that has the ids of members.

    Attributes:
        unknown: The parameters that were sent and whose meaning is not known.
        chooses: Whether all members have to be known to find those that are wanted.

    Raises:
        Problem: A value makes no sense.
    """

    def __init__(self, call: Call, properties: Sequence[Property], key: str) -> None:
        self._call = call
        self._key = key
        self._properties = {plain(item.name): item.name for item in properties}
        self._filters: dict[str, Any] = {}
        self._names: dict[int, Parameter] = {}
        self.unknown: list[str] = []
        sent = {name.lower() for name, _ in call.request.parameters}
        for parameter in call.operation.parameters_in(Location.QUERY):
            if parameter.name.startswith("$"):
                continue
            name = plain(parameter.name)
            meaning = next((n for n, names in enumerate(_MEANINGS) if name in names), None)
            if name in self._properties:
                if parameter.name in call.input.query:
                    self._filters[self._properties[name]] = call.input.query[parameter.name]
            elif meaning is not None:
                self._names.setdefault(meaning, parameter)
            elif parameter.name.lower() in sent and not parameter.required:
                self.unknown.append(parameter.name)
        found = (self._value(meaning) for meaning in (_SORTS, _ORDERS, _AFTER))
        self.chooses = bool(self._filters) or any(value is not None for value in found)

    def _value(self, meaning: set[str]) -> Any:
        parameter = self._names.get(_MEANINGS.index(meaning))
        return None if parameter is None else self._call.input.query.get(parameter.name)

    def _is_sent(self, meaning: set[str]) -> bool:
        parameter = self._names.get(_MEANINGS.index(meaning))
        sent = {name.lower() for name, _ in self._call.request.parameters}
        return parameter is not None and parameter.name.lower() in sent

    def _number(self, meaning: set[str], least: int = 0) -> int | None:
        value = self._value(meaning)
        if value is None or value == "":
            return None
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) < 19 and int(text) >= least):
            name = self._names[_MEANINGS.index(meaning)].name
            detail = f"`{name}` is {shorten(value)}; it must be {least} or more."
            raise self._call.refuse(detail)
        return int(text)

    def counts(self, properties: Iterable[str]) -> bool:
        """Tell whether the answer says how many members there are, or where others are."""
        response = self._call.operation.response
        headers = {plain(header.name) for header in (response.headers if response else ())}
        stated = self.facts(ListPage(), 0).keys() & {plain(name) for name in properties}
        return bool(stated) or not headers.isdisjoint({*_TOTAL_HEADERS, "link"})

    def filtered(self, documents: list[Document]) -> list[Document]:
        """Return the members that have the wanted values."""
        for name, wanted in self._filters.items():
            values = frozenset(map(_folded, wanted if isinstance(wanted, list) else [wanted]))
            documents = [d for d in documents if _has(d.get(name), values)]
        return documents

    def ordered(self, documents: list[Document], key: Callable[[Any], Any]) -> list[Document]:
        """Sort members by what `sort` names: `-name`, `name:desc`, `name desc`, `+name`, `name`.

        Raises:
            Problem: It names no property.
        """
        order, sort = self._value(_ORDERS), self._value(_SORTS)
        descends = isinstance(order, str) and _DIRECTIONS.get(order.lower(), False)
        if sort is None and isinstance(order, str) and order.lower() not in _DIRECTIONS:
            sort = order
        texts = sort if isinstance(sort, list) else str(sort or "").split(",")
        keys: dict[str, bool] = {}
        for text in (str(text).strip() for text in texts):
            name, direction = text.lstrip("+-"), descends != text.startswith("-")
            for mark in (":", " ", "."):
                head, found, tail = name.rpartition(mark)
                if found and tail.lower() in _DIRECTIONS:
                    name, direction = head.strip(), _DIRECTIONS[tail.lower()]
            if not name or name.lower() in _DIRECTIONS:
                continue
            if (known := self._properties.get(plain(name))) is None:
                if not self._is_sent(_SORTS) and not self._is_sent(_ORDERS):
                    # The documented default may be what only the real server can sort by.
                    continue
                raise self._call.refuse(f"The list can't be sorted by {shorten(name)}.")
            # A name that comes again changes nothing, because equals are ordered by it already.
            keys.setdefault(known, direction)
        for name, reverse in reversed(keys.items()):
            documents = sorted(documents, key=_by(name, key), reverse=reverse)
        return documents

    def page(self, documents: Sequence[Document]) -> ListPage:
        """Return which part of the members that match is wanted."""
        size, number = self._number(LIMITS), None
        if _MEANINGS.index(_PAGES) in self._names:
            number = self._number(_PAGES)
        if number is not None:
            size = _USUAL_SIZE if size is None else size
            return ListPage(max(0, number - self._first_page) * size, size)
        after = self._value(_AFTER)
        if after is not None:
            keys = [str(document.get(self._key)) for document in documents]
            if str(after) not in keys:
                raise self._call.refuse(f"There is no {self._key} {shorten(after)} in the list.")
            return ListPage(keys.index(str(after)) + 1, size)
        cursor = self._value(_CURSORS)
        first = self._number(OFFSETS) or 0
        return ListPage(first if cursor is None else self._at(str(cursor)), size)

    @property
    def _first_page(self) -> int:
        """The number of the first page, which some APIs count from 0."""
        schema = self._names[_MEANINGS.index(_PAGES)].schema
        starts = schema.default.value if schema.default else schema.minimum
        return 0 if starts == 0 and starts is not False else 1

    def _at(self, cursor: str) -> int:
        try:
            text = base64.urlsafe_b64decode(cursor.encode()).decode()
        except (binascii.Error, ValueError):
            text = ""
        if text.isascii() and text.isdigit() and len(text) < 19:
            return int(text)
        if any(cursor in request.target for request in self._call.operation.example_requests):
            # What a page shows is from another list; it stands for the first page of this one.
            return 0
        raise self._call.refuse(f"{shorten(cursor)} is not a cursor of this list.")

    def facts(self, page: ListPage, total: int) -> Mapping[str, Any]:
        """Return what can be said of a page of a list, by what properties for it are named."""
        size = total if page.size is None else page.size
        has_more = page.last is not None and page.last < total
        found: dict[str, Any] = dict.fromkeys(_TOTALS, total)
        found |= dict.fromkeys(_SIZES, size) | dict.fromkeys(OFFSETS, page.first)
        found |= dict.fromkeys(_LAST_PAGES, -(-total // size) if size else 0)
        number = page.first // size if size else 0
        first = self._first_page if _MEANINGS.index(_PAGES) in self._names else 1
        found |= dict.fromkeys(("page", "currentpage", "pagenumber"), number + first)
        found |= {"hasmore": has_more, "hasnext": has_more, "hasnextpage": has_more}
        found |= {"number": number + first, "first": page.first == 0, "last": not has_more}
        if _MEANINGS.index(_CURSORS) in self._names:
            found |= dict.fromkeys(_NEXT_CURSORS, _cursor(page.last) if has_more else None)
        else:
            places = dict(self._places(page, total)) if page.size else {}
            for relation, names in (("next", ("next",)), ("prev", ("prev", "previous"))):
                place = places.get(relation)
                address = None if place is None else self._address(place, size)
                found |= dict.fromkeys(names, address)
        return found

    def fields(self, page: ListPage, total: int) -> Iterator[tuple[str, str]]:
        """Yield the documented header fields: `Link` (RFC 8288), and how many members there are."""
        response = self._call.operation.response
        names = {
            plain(header.name): header.name for header in (response.headers if response else ())
        }
        for name in names.keys() & _TOTAL_HEADERS:
            yield names[name], str(total)
        if "link" in names:
            links = []
            # What comes after a member is known by its id, which the next page does not change.
            if page.size and _MEANINGS.index(_AFTER) not in self._names:
                links = [
                    f'<{self._address(place, page.size)}>; rel="{relation}"'
                    for relation, place in self._places(page, total)
                ]
            request = self._call.request
            itself = f"{request.address}?{request.query}" if request.query else request.address
            yield names["link"], ", ".join(links) or f'<{quote(itself, safe=_OF_URLS)}>; rel="self"'

    def _places(self, page: ListPage, total: int) -> Iterator[tuple[str, int]]:
        size = page.size or 1
        if page.first + size < total:
            yield "next", page.first + size
        if _MEANINGS.index(_CURSORS) in self._names:
            return
        if page.first:
            yield "prev", max(0, page.first - size)
        yield "first", 0
        yield "last", max(0, (total - 1) // size * size)

    def _address(self, place: int, size: int) -> str:
        named = {n: p.name for n, p in self._names.items()}
        values: dict[str, str] = {}
        for meaning, value in (
            (
                _PAGES,
                str(place // size + (self._first_page if _MEANINGS.index(_PAGES) in named else 0)),
            ),
            (OFFSETS, str(place)),
            (_CURSORS, _cursor(place)),
        ):
            if name := named.get(_MEANINGS.index(meaning)):
                values[name] = value
                break
        others = [(n, v) for n, v in self._call.request.parameters if n not in values]
        return f"{self._call.request.address}?{urlencode([*others, *values.items()])}"


def _by(name: str, key: Callable[[Any], Any]) -> Callable[[Document], Any]:
    return lambda document: key(document.get(name))


def _cursor(place: int | None) -> str:
    return base64.urlsafe_b64encode(str(place or 0).encode()).decode()


def _has(value: Any, wanted: frozenset[str]) -> bool:
    values = value if isinstance(value, list) else [value]
    return any(_folded(each) in wanted for each in values)


def _folded(value: Any) -> str:
    """Return the key by which values are compared: a number equals its text."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).casefold()
