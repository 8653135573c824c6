"""Rows in components and shortcodes: `<ParamField path="id" type="string" required>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from callsheet.model import Span
from callsheet.source.document import Block

_COMPONENT = re.compile(
    r"<(?P<tag>[A-Z][\w.]{0,60})(?P<attributes>(?:\s++(?:[\w:-]++(?:=(?:\"[^\"]*+\"|'[^']*+'"
    r"|\{[^{}]*+\}|[^\s\"'<>{}/]++))?+))*+)\s*+/?>"
    r"|\{[{%][<%]?\s*+(?P<code>[a-z][\w-]{0,60})(?P<options>[^{}%]*+)[%>]?[%}]\}"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:-]++)(?:=(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|\{(?P<braces>[^{}]*+)\}|(?P<bare>[^\s\"'<>{}/]++)))?+"
)
_ROW = re.compile(r"param|field|propert|attribute|argument|header", re.IGNORECASE)
_RESPONSE = re.compile(r"response|return", re.IGNORECASE)
_PLACES = ("path", "query", "header", "body", "cookie", "form")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{%[^{}]*%\}")


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A row that a component states.

    Attributes:
        name: Its name.
        kind: Its type, as written.
        required: Whether it is required; None where nothing tells.
        default: Its default.
        place: Where it is sent; `response` for what is returned, empty where nothing tells.
        about: The text in the component.
        span: Its lines.
    """

    name: str
    kind: str
    required: bool | None
    default: str
    place: str
    about: str
    span: Span


def component_rows(block: Block) -> Iterator[ComponentRow]:
    """Yield the rows that the components and shortcodes of a block state."""
    if "<" not in block.text and "{%" not in block.text and "{{" not in block.text:
        return
    found = [*_COMPONENT.finditer(block.text)]
    ends = (*(match.start() for match in found[1:]), len(block.text))
    for match, end in zip(found, ends, strict=False):
        word = match["tag"] or match["code"]
        if not _ROW.search(word):
            continue
        values = dict(_attributes(match["attributes"] or match["options"] or ""))
        place = next((each for each in _PLACES if values.get(each)), "")
        name = values.get("name") or (values[place] if place else "")
        if not name:
            continue
        about = " ".join(_TAG.sub(" ", block.text[match.end() : end]).split())
        line = block.span.start + block.text.count("\n", 0, match.start())
        yield ComponentRow(
            name,
            values.get("type", ""),
            _required(values),
            values.get("default", ""),
            "response" if _RESPONSE.search(word) else place or values.get("in", ""),
            about or values.get("description", ""),
            Span(line, block.span.start + block.text.count("\n", 0, end)),
        )


def _required(values: dict[str, str]) -> bool | None:
    for name, meaning in (("required", True), ("optional", False)):
        if name in values:
            return meaning if values[name].lower() in ("", "true", "yes", name) else not meaning
    return None


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(text):
        values = (match[name] for name in ("double", "single", "braces", "bare"))
        yield match["name"], next((v for v in values if v is not None), "").strip("\"' ")
