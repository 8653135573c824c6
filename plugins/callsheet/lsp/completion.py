"""Completions at a place: types, uids, media types, header fields and statuses."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from lsprotocol import types

from callsheet import lazy_re as re
from callsheet.checks.model.tree import Tree
from callsheet.http import headers, media_types
from callsheet.lsp.hover import operation_text, type_table
from callsheet.lsp.positions import EditedText
from callsheet.model import Location, SectionKind
from callsheet.schema.words.describe import described
from callsheet.schema.words.type_words import WORDS
from callsheet.source.document import Block, BlockKind, read_document
from callsheet.source.messages import label_of
from callsheet.source.sections import heading_of
from callsheet.source.tables import (
    NAME_COLUMNS,
    OTHER_NAME_COLUMNS,
    STATUS_COLUMN,
    TYPE,
    known_head,
    plain_head,
    split_row,
)

MAX_ITEMS = 200
"""Entries of a list; the editor asks again when more has been typed."""

TRIGGERS = ("|", ":", "@", "`", "/", " ")
"""Characters after which an editor asks by itself."""

_UID = re.compile(r"(?:xref:|(?<![\w.])@[\"']?)(?P<typed>[\w.-]*)$", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}\s+(?P<title>[^\s:][^:]*+):\s*(?P<typed>.*)$")
_MEDIA = re.compile(r"\((?P<typed>[\w./+-]*)$")
_STATUS_LINE = re.compile(r"HTTP/[\d.]+\s+(?P<typed>\d*)$")
_FIELD = re.compile(r"(?P<name>[\w-]++):(?:.*[,\s])?(?P<typed>[\w./+-]*+)$")
_NAME = re.compile(r"[\w-]*$")
_LAST_WORD = re.compile(r"[\w.$-]*$")
_LAST_MEDIA_TYPE = re.compile(r"[\w./+-]*$")
_BODIES = (SectionKind.REQUEST_BODY, SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)
_TYPED = frozenset({"content-type", "accept"})
_MEDIA_TYPES = (
    media_types.JSON, media_types.XML, media_types.FORM, media_types.MULTIPART, media_types.BYTES,
    media_types.JSON_PATCH, media_types.MERGE_PATCH, "application/problem+json", "text/plain",
    "text/html", "text/csv", "application/pdf", "image/png", "image/jpeg",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be inserted.

    Attributes:
        text: What is inserted, and shown.
        detail: A few words after it.
        about: Returns Markdown that describes it.
    """

    text: str
    detail: str = ""
    about: Callable[[], str] = str


class Completion:
    """The offers at a place of a page.

    Args:
        text: The page.
        tree: All pages.
    """

    def __init__(self, text: EditedText, tree: Tree) -> None:
        self._text = text
        self._tree = tree
        self._document = read_document(text.data)

    def at(self, line: int, column: int) -> types.CompletionList:
        """Return the offers that begin with what is before a place."""
        before = self._text.line(line)[: column - 1]
        typed, kind, offers = self._offers(line, before)
        wanted = typed.lower()
        matching = [offer for offer in offers if wanted in offer.text.lower()]
        # Those that begin with what was typed come before those that contain it.
        matching.sort(key=lambda offer: not offer.text.lower().startswith(wanted))
        place = self._text.range(line, column - len(typed), line, column)
        items = [
            types.CompletionItem(
                offer.text,
                kind=kind,
                detail=offer.detail or None,
                documentation=_markdown(offer.about()),
                text_edit=types.TextEdit(place, offer.text),
                filter_text=offer.text,
                sort_text=f"{number:04}",
            )
            for number, offer in enumerate(matching[:MAX_ITEMS])
        ]
        return types.CompletionList(is_incomplete=len(matching) > MAX_ITEMS, items=items)

    def _offers(
        self, line: int, before: str
    ) -> tuple[str, types.CompletionItemKind, Iterable[Offer]]:
        kinds = types.CompletionItemKind
        fence = self._fence(line)
        if fence:
            return self._in_message(fence, line, before)
        if match := _UID.search(before):
            return match["typed"], kinds.Reference, self._uids()
        if before.lstrip().startswith("|"):
            return self._in_table(line, before)
        match = _HEADING.match(before)
        heading = heading_of(match["title"]) if match else None
        if match and heading and heading.kind in _BODIES:
            return _last(_LAST_WORD, before), kinds.Class, self._types()
        if before.startswith("#") and (match := _MEDIA.search(before)):
            return match["typed"], kinds.Value, self._media_types()
        return "", kinds.Text, ()

    def _fence(self, line: int) -> Block | None:
        inside = (
            block
            for block in self._document.blocks
            if block.kind is BlockKind.FENCE and block.span.start < line <= block.span.end
        )
        return next(inside, None)

    def _in_message(
        self, fence: Block, line: int, before: str
    ) -> tuple[str, types.CompletionItemKind, Iterable[Offer]]:
        kinds = types.CompletionItemKind
        label = label_of(fence)
        above = self._text.lines[fence.span.start : line - 1]
        if label not in ("http!", "http_") or any(not text.strip() for text in above):
            return "", kinds.Text, ()
        if match := _STATUS_LINE.match(before):
            return match["typed"], kinds.EnumMember, _statuses()
        if not above:
            return "", kinds.Text, ()
        if match := _FIELD.match(before):
            if match["name"].lower() in _TYPED:
                return match["typed"], kinds.Value, self._media_types()
            return "", kinds.Text, ()
        if _NAME.fullmatch(before):
            known = headers.STANDARD_REQUEST if label == "http!" else headers.STANDARD_RESPONSE
            return before, kinds.Field, self._header_names(known)
        return "", kinds.Text, ()

    def _in_table(
        self, line: int, before: str
    ) -> tuple[str, types.CompletionItemKind, Iterable[Offer]]:
        kinds = types.CompletionItemKind
        first = line
        while first > 1 and self._text.line(first - 1).lstrip().startswith("|"):
            first -= 1
        heads = tuple(plain_head(cell.text) for cell in split_row(self._text.line(first)))
        index = len(split_row(f"{before}x")) - 1
        if line - first < 2 or not 0 <= index < len(heads):
            return "", kinds.Text, ()
        head = known_head(heads[index], heads)
        if head == TYPE:
            return _last(_LAST_WORD, before), kinds.Class, self._types()
        if index == 0 and head == STATUS_COLUMN:
            return _last(_LAST_WORD, before), kinds.EnumMember, _statuses()
        is_name = heads[index] in {*NAME_COLUMNS, *OTHER_NAME_COLUMNS}
        if index == 0 and is_name and self._section(line) is SectionKind.HEADERS:
            return _last(_NAME, before), kinds.Field, self._header_names(headers.STANDARD_REQUEST)
        named = split_row(before)[0].text.strip("`").lower() if index else ""
        if named in _TYPED:
            return _last(_LAST_MEDIA_TYPE, before), kinds.Value, self._media_types()
        return "", kinds.Text, ()

    def _section(self, line: int) -> SectionKind | None:
        above = [
            block
            for block in self._document.blocks
            if block.kind is BlockKind.HEADING and block.span.start < line
        ]
        found = heading_of(above[-1].text) if above else None
        return found.kind if found else None

    def _uids(self) -> Iterator[Offer]:
        operations = self._tree.catalog.by_uid
        for uid, page in self._tree.catalog.pages_by_uid.items():
            operation = operations.get(uid)
            if operation:
                yield Offer(uid, operation.signature, partial(operation_text, operation))
            else:
                yield Offer(uid, page.title)

    def _types(self) -> Iterator[Offer]:
        for name, schema in WORDS.items():
            yield Offer(name, described(schema) if schema.types else "")
        for name, found in self._tree.types.items():
            yield Offer(name, found.path, partial(type_table, name, self._tree))

    def _media_types(self) -> Iterator[Offer]:
        used: dict[str, None] = dict.fromkeys(_MEDIA_TYPES)
        for operation in self._tree.catalog.operations:
            both = (*operation.request_media_types, *operation.response_media_types)
            used |= dict.fromkeys(both)
        yield from map(Offer, used)

    def _header_names(self, known: Iterable[str]) -> Iterator[Offer]:
        found: dict[str, Offer] = {}
        for operation in self._tree.catalog.operations:
            for row in operation.parameters_in(Location.HEADER):
                found.setdefault(row.name.lower(), Offer(row.name, "", partial(str, row.about)))
        for name in sorted(known):
            written = "-".join(part.capitalize() for part in name.split("-"))
            found.setdefault(name, Offer({"Etag": "ETag"}.get(written, written)))
        yield from found.values()


def _statuses() -> Iterator[Offer]:
    for status in HTTPStatus:
        if status >= 200:
            yield Offer(str(status.value), status.phrase)


def _last(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _markdown(text: str) -> types.MarkupContent | None:
    return types.MarkupContent(types.MarkupKind.Markdown, text) if text else None
