"""Types of the API: the tables that describe them, and the links by which operations name them."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from callsheet import lazy_re as re
from callsheet.model import WHOLE, DataType, Message, Operation, Property, Span, TypeTable
from callsheet.model.bodies import type_key
from callsheet.source.carriers.blocks import plain_blocks
from callsheet.source.carriers.html import table_of
from callsheet.source.carriers.rows import rows_of
from callsheet.source.carriers.titles import heading_text
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import plain_name, property_of, read_type
from callsheet.source.tables import plain_head

_ROWS = re.compile(
    r"^(?P<name>.*?)(?<![ -])[ -]*+\b(?:properties|attributes|fields|members|structure|schema"
    r"|values|json representation)$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(?:the\s++)?(?P<name>\S.*?)(?<!\s)\s++(?:(?:resource|complex|entity|enum|object)\s++)?"
    r"(?:type|resource|object|enumeration|entity|model|structure|schema)$",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"(?P<many>\b(?:array|list|collection)s? of )?(?:(?:an?|the|zero|one|or|more) ){0,5}"
    r"(?<![*`])[*`]*+\[[*`]*(?P<name>[A-Za-z]\w*)[*`]*\]"
    r"\((?P<target>[^()\s]*(?: relref [^()]*)?)\)[*`]*"
    r"(?P<after> (?:objects?|resources?|entit|collection|object collection))?"
)
_SENT = re.compile(r"\b(?:representation of|body)\b", re.IGNORECASE)
_RETURNED = re.compile(r"\b(?:returns?|respon[ds]\w*)\b", re.IGNORECASE)
_MAX_TEXT = 4000
_ENVELOPES = {"value", "data", "items", "results"}


def described_types(
    document: Document, operations: Sequence[Operation], path: str, layout: Layout, title: str
) -> tuple[TypeTable, ...]:
    """Return the types that the tables outside of all operations describe, in order.

    Args:
        document: The page.
        operations: Its operations.
        path: Its file.
        layout: Its layout.
        title: Its title.
    """
    if all(block.kind is not BlockKind.TABLE for block in document.blocks):
        return ()
    within = {n for each in operations for n in range(each.span.start, each.span.end + 1)}
    above: list[tuple[int, str]] = [(0, title)]
    found: dict[str, TypeTable] = {}
    for block in plain_blocks(document):
        if block.kind is BlockKind.HEADING:
            while above[-1][0] >= block.level:
                above.pop()
            above.append((block.level, heading_text(block.text)))
        elif block.kind is BlockKind.TABLE and block.span.start not in within:
            name = _name_of([text for _, text in above])
            rows = _rows_of(block, layout) if name else ()
            if rows:
                new = TypeTable(name, path, rows, block.span)
                found.setdefault(type_key(name), new)
    return tuple(found.values())


def _name_of(headings: list[str]) -> str:
    """Return the name of the type that a table below some headings describes."""
    match = _ROWS.match(headings[-1])
    named = [match["name"]] if match else []
    named += reversed(headings[:-1]) if match else [headings[-1]]
    for text in named:
        if text.strip():
            kind = _KIND.match(text)
            if kind is None and match is None:
                return ""
            return (kind["name"] if kind else text).strip("`* ")
    return ""


def _rows_of(block: Block, layout: Layout) -> tuple[Property, ...]:
    heads = [plain_head(head) for head in table_of(block).columns]
    if heads[0] in ("member", "members", "enum", "value"):
        return _of_members(block)
    if not any(layout.columns.get(head) == "type" for head in heads):
        return ()
    table = rows_of(block, layout)
    return tuple(property_of(row, table) for row in table.rows) if table else ()


def _of_members(block: Block) -> tuple[Property, ...]:
    """Return the row about a whole value that is one of the members in a table."""
    names = [plain_name(row.cell(0)) for row in table_of(block).rows]
    if not all(re.fullmatch(r"[\w.-]+", name) for name in names):
        return ()
    kind = read_type(f"Enum: {', '.join(names)}")
    return (Property(WHOLE, kind, None, "", (), Span(block.span.start, block.span.end)),)


def linked_body(text: str, *, is_response: bool) -> DataType | None:
    """Return the type to which a text about a body links; None without one.

    Args:
        text: The text, such as `Supply a representation of an [invitation](invitation.md) object`.
        is_response: Whether it is about the body of a response.
    """
    if "](" not in text or len(text) > _MAX_TEXT:
        return None
    for match in _LINKED.finditer(text):
        before = text[max(0, match.start() - 200) : match.start()]
        wanted = _RETURNED if is_response else _SENT
        if not (match["after"] or match["many"] or not is_response) or not wanted.search(before):
            continue
        many = match["many"] or (match["after"] or "").endswith("collection")
        name = match["name"]
        return read_type(f"array of {name}" if many else name)
    return None


def fits_examples(kind: DataType, examples: Sequence[Message]) -> bool:
    """Tell whether examples may be of a type: a list, or else an object without an envelope."""
    return all(_fits(kind, value) for value in _values(examples))


def _fits(kind: DataType, value: Any) -> bool:
    if kind.name == "array":
        return isinstance(value, list)
    return isinstance(value, dict) and not (len(value) <= 3 and not _ENVELOPES.isdisjoint(value))


def _values(examples: Sequence[Message]) -> Iterator[Any]:
    for example in examples:
        if example.body.strip():
            try:
                yield json.loads(example.body)
            except (ValueError, RecursionError):
                yield None
