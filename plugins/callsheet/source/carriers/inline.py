"""Rows and bodies in code within a line: `id=[integer]`, and `**Content:** `{"id": 1}``."""

import json
from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import SectionKind, Span
from callsheet.source.carriers.html import table_of
from callsheet.source.carriers.messages import without_elisions
from callsheet.source.carriers.row_words import (
    NAME,
    FoundRow,
    in_parentheses,
    in_value,
    is_typed,
    usual_mark,
)
from callsheet.source.carriers.titles import meaning_of
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

_VALUED = re.compile(rf"`(?P<name>{NAME})=(?P<value>\[[^`\n]{{0,200}}+)`(?P<rest>[^\n]*+)")
_LABELLED = re.compile(r"\*\*(?P<label>[A-Z][A-Za-z /]{1,40})(?::\*\*|\*\*:)[ \t]*+(?=`)")
_LISTED = re.compile(
    rf"`(?P<name>{NAME})(?P<mark>\??)(?:=(?P<value>[^`\n]*+))?`[ ]?"
    r"(?:\((?P<inside>[^()\n]{1,120})\))?"
    r"(?:[ ]?[:\u2013\u2014-][ ](?P<text>[^\n]*+))?(?P<after>,[ ]?|[ ]and[ ]|\.|\s|\Z)"
)
_PLACES = {
    # Those of the path are known by their names.
    SectionKind.PATH: "query",
    SectionKind.QUERY: "query",
    SectionKind.HEADERS: "header",
    SectionKind.REQUEST_BODY: "body",
    SectionKind.PARAMETERS: "",
}
_USUAL = {"requires": True, "accepts": False, "required": True, "optional": False}
_BODY = re.compile(
    r"[ \t]*+(?:[-*+>][ \t]++)*+(?:[*_]{0,3}[A-Za-z][A-Za-z ]{0,30}"
    r"(?:[`(]?(?P<status>[1-5]\d\d)\b[^`*:\n]{0,40}[`)]?)?[*_]{0,3}:[*_]{0,3}[ \t]*+)?"
    r"(?:`?[1-5]\d\d\b[^`\n]{0,60}`?[ ]?[:\u2013\u2014-]?[ ]?)?"
    r"`(?P<code>[{\[][^`\n]*+)`[ \t]*+(?:<br ?/?>)?[ \t]*+"
)
_SENT = re.compile(
    r"[ \t]*+(?:[-*+][ \t]++)?+[*_]{0,3}(?:Request )?(?:Body|Payload)(?: \([A-Za-z/ -]{1,30}\))?+"
    r"[*_]{0,3}:[*_]{0,3}[ \t]*+`(?P<code>[{\[][^`\n]*+)`[ \t.]*+"
)
"""What is sent, beside its label: `` **Body (JSON):** `{"colour": "red"}` ``."""

_STATUS = re.compile(r"\b(?:Code|Status)\b[:*_` ]{1,8}(?:HTTP )?(?P<code>[1-5]\d\d)\b")
_OPENED = re.compile(r"\b(?:Content|Body|Example|Returns?)[:*_ ]{0,6}\s*+\Z", re.IGNORECASE)


def is_valued(text: str) -> bool:
    """Tell whether all lines of a text are names with types for their values."""
    return text[:1] == "`" and all(map(_VALUED.match, text.split("\n")))


def rows_of_values(block: Block, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of such a text."""
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        if match := _VALUED.match(line):
            kind, required = in_value(match["value"], layout)
            about = match["rest"].strip(" \t-:")
            yield FoundRow(match["name"], kind, required, about, Span(number, number))


def rows_beside_labels(block: Block, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of the lines of a text that are such labels with names."""
    if "**" in block.text and ("**: `" in block.text or ":** `" in block.text):
        for number, line in enumerate(block.text.split("\n"), block.span.start):
            yield from rows_beside_label(line, Span(number, number), layout)


def rows_of_facts(block: Block, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of a table with a row for each fact: `Query params | `page`, `size``."""
    for row in table_of(block).rows if block.kind is BlockKind.TABLE else ():
        label = row.cell(0).strip("* ").capitalize()
        yield from rows_beside_label(f"**{label}:** {row.cell(1).strip()}", row.span, layout)


def rows_beside_label(text: str, span: Span, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of an item `` **Query params**: `page` (integer), `size` ``."""
    match = _LABELLED.match(text)
    if match is None:
        return
    label = match["label"]
    usual = _USUAL.get(label.lower(), usual_mark(label))
    place = _PLACES.get(meaning_of(label, layout) or SectionKind.OTHER)
    if place is None and label.lower() not in _USUAL:
        return
    at = match.end()
    while found := _LISTED.match(text, at):
        if place == "body" and found["name"][0].isupper():
            # The name of a type.
            return
        kind, required = in_value(found["value"] or "", layout)
        inside, about = found["inside"] or "", found["text"] or ""
        if inside and is_typed(inside, layout):
            stated, _, mark = in_parentheses(inside.replace("*", ""), layout)
            kind, required = kind or stated, mark if required is None else required
        else:
            about = f"{inside} {about}".strip()
        if required is None:
            required = False if found["mark"] else usual
        yield FoundRow(found["name"], kind, required, about, span, "", place or "")
        at = found.end()
        if found["after"].strip(" ") not in (",", "and"):
            return


def bodies_in_lines(block: Block, status: int) -> Iterator[tuple[int, Block]]:
    """Yield the JSON that a text about responses has in code at the end of a line.

    Args:
        block: The text.
        status: The status that the text above it names, else 0.

    Yields:
        The status, which the lines above may name, and the JSON as a fence.
    """
    if "`{" not in block.text and "`[" not in block.text:
        return
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        if stated := _STATUS.search(line):
            status = int(stated["code"])
        match = _BODY.fullmatch(line)
        status = int(match["status"] or status) if match else status
        if match and _is_json(match["code"]):
            span = Span(number, number)
            yield status, replace(block, kind=BlockKind.FENCE, text=match["code"], span=span)


def body_sent(block: Block) -> Block | None:
    """Return the JSON that a text says is sent, as a fence."""
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        match = _SENT.fullmatch(line) if "`{" in line or "`[" in line else None
        if match and _is_json(match["code"]):
            span = Span(number, number)
            return replace(block, kind=BlockKind.FENCE, text=match["code"], span=span)
    return None


def opens_body(text: str) -> bool:
    """Tell whether a text ends with a label of what follows: `**Content:**`."""
    return _OPENED.search(text[-40:]) is not None


def _is_json(text: str) -> bool:
    try:
        json.loads(without_elisions(text)[0])
    except (ValueError, RecursionError):
        return False
    return True
