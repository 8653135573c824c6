"""Rows: tables, bullets and definitions, as tables with the columns of the page format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.model import Span
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import plain_name, plain_type
from callsheet.source.tables import Cell, Row, Table, plain_head, read_table

_COLUMNS = ("property name", "type", "required", "default", "in", "description")
_ITEM = re.compile(
    r" {0,3}[-*+][ \t]+(?:\*\*)?`?:?(?P<name>[A-Za-z_$@][^\s`*]*+)`?(?:\*\*)?(?P<rest>.*)",
    re.DOTALL,
)
_TYPED = re.compile(r"[ \t]*`?\((?P<inside>[^()\n]*)\)`?[ \t]*")
_MARKED = re.compile(r"[ \t]*[-*+][ \t]+(?:\*\*|`)")
_DEFINITION = re.compile(
    r"`?:?(?P<name>[A-Za-z_$][^\s`]*+)`?[ \t]*\n:[ \t]*(?P<rest>.*)", re.DOTALL
)
_REQUIRED = re.compile(
    r"\*\*Required\*\*|\{\{ ?<required> ?\}\}|(?:^|[.(>*_,;][ \t]*)(?:required|mandatory)"
    r"(?:[ \t]*[.,;)<*_]|[ \t]*$)|Required\.?[ \t]*$",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(r"(?:^|[.(*_,;][ \t]*)optional(?:[ \t]*[-.,;:)*_]|[ \t]*$)", re.IGNORECASE)
_WORDS = frozenset(
    {"string", "integer", "number", "boolean", "array", "object", "date-time", "date", "file"}
)


def rows_of(block: Block, layout: Layout) -> Table | None:
    """Return the rows of a block as a table; None where it has none."""
    rows: tuple[Row, ...]
    if block.kind is BlockKind.TABLE:
        rows = tuple(_of_table(block, layout))
    elif block.kind is BlockKind.PARAGRAPH and "\n:" in block.text:
        rows = tuple(_of_definition(block, layout))
    elif block.kind is BlockKind.OTHER and _MARKED.match(block.text):
        rows = tuple(_of_bullets(block, layout))
    else:
        return None
    return Table(_COLUMNS, rows, block.span) if rows else None


def type_in_words(text: str, layout: Layout) -> str:
    """Return a type in the words of the page format."""
    plain = plain_type(text).strip()
    lower = plain.lower().removeprefix("edm.")
    for suffix in (" collection", " array"):
        if lower.endswith(suffix):
            return f"array of {type_in_words(plain[: -len(suffix)], layout)}"
    return layout.types.get(lower, lower if lower in _WORDS else plain)


def _row(
    name: str,
    kind: str,
    required: bool | None,
    default: str,
    about: str,
    span: Span,
    place: str = "",
) -> Row:
    mark = "" if required is None else "Yes" if required else "No"
    cells = (name, kind, mark, default, place, about)
    return Row(tuple(Cell(text, 1) for text in cells), span)


def _stated(text: str) -> bool | None:
    if _REQUIRED.search(text):
        return True
    return False if _OPTIONAL.search(text) else None


def _of_table(block: Block, layout: Layout) -> Iterator[Row]:
    table = read_table(block)
    meanings = [layout.columns.get(plain_head(head), "") for head in table.columns]
    if "name" not in meanings or len(meanings) < 2 or "method" in meanings:
        return
    at = {meaning: index for index, meaning in reversed([*enumerate(meanings)]) if meaning}
    for row in table.rows:
        written = row.cell(at["name"])
        name = plain_name(written).strip("`* ?").lstrip(":")
        if not name or " " in name:
            name = name.split(" ")[0]
        if not name:
            continue
        about = row.cell(at.get("description"))
        stated = row.cell(at.get("required")).strip("*_` ").lower()
        required = {
            "yes": True,
            "true": True,
            "required": True,
            "no": False,
            "false": False,
            "optional": False,
        }.get(stated)
        if required is None and not stated:
            required = (
                True if written.rstrip().endswith("*") and "**" not in written else _stated(about)
            )
        kind = type_in_words(row.cell(at.get("type")), layout)
        yield _row(
            name,
            kind,
            required,
            row.cell(at.get("default")),
            about,
            row.span,
            row.cell(at.get("in")),
        )


def _of_bullets(block: Block, layout: Layout) -> Iterator[Row]:
    lines = block.text.split("\n")
    starts = [n for n, line in enumerate(lines) if re.match(r" {0,3}[-*+][ \t]", line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _ITEM.match("\n".join(lines[start:end]))
        if match is None or not _MARKED.match(lines[start]):
            continue
        rest = match["rest"]
        kind = default = ""
        required: bool | None = None
        if typed := _TYPED.match(rest):
            kind, _, default = typed["inside"].partition(":")
            rest = rest[typed.end() :]
            required = _stated(f"{typed['inside']}")
            if default.strip(" `").lower() in ("<required>", "required"):
                default, required = "", True
            elif ":" in typed["inside"]:
                required = bool(required)
            words = [w.strip() for w in kind.split(",")]
            kind = next((w for w in words if w.lower() not in ("required", "optional")), "")
        about = rest.lstrip(" \t:-\u2013\u2014")
        kind, required = _in_words(about, kind, required, layout)
        span = Span(block.span.start + start, block.span.start + end - 1)
        yield _row(match["name"].rstrip(":"), kind, required, default.strip(), about.strip(), span)


def _of_definition(block: Block, layout: Layout) -> Iterator[Row]:
    if match := _DEFINITION.fullmatch(block.text):
        kind, required = _in_words(match["rest"], "", None, layout)
        yield _row(match["name"], kind, required, "", match["rest"].strip(), block.span)


def _in_words(
    about: str, kind: str, required: bool | None, layout: Layout
) -> tuple[str, bool | None]:
    """Return type and mark as a description has them: `{{<required>}} String. The name`."""
    if required is None:
        required = _stated(about[:200])
    if not kind:
        head = re.sub(r"^\{\{ ?<required> ?\}\}[ \t]*", "", about)[:60]
        word = re.split(r"[.,;\n]", head, maxsplit=1)[0].strip()
        known = type_in_words(word, layout)
        kind = known if known in _WORDS or known.startswith("array of ") else ""
    return type_in_words(kind, layout), required
