"""How the parts of forms are sent: the column `Sent As` (OpenAPI 3.1.0, 4.8.15).

A cell is a style, as of a parameter in a query, or media types; the header fields of a part follow
as Header Objects in JSON: ``image/png, with headers `{"X-Kind": {"schema": {…}}}` ``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from callsheet import lazy_re as re
from callsheet.http.parameter_styles import ParameterStyle, Style
from callsheet.memo import cached
from callsheet.model.parts import Location, Property
from callsheet.model.styles import read_style, style_words
from callsheet.schema.words.cell_values import CODE, code_of
from callsheet.schema.words.facets import Facet

_HEADERS = re.compile(r"(?:,|(?<!\s))\s*+with\s++headers\s++(?=`)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """How a part of a form is sent.

    Attributes:
        how: Its style; its media types have that of `Style.CONTENT`. None where neither is stated.
        headers: Its Header Objects by their names.
    """

    how: ParameterStyle | None = None
    headers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        """The first of its media types; empty where none is stated."""
        return self.how.media_type.partition(",")[0].strip() if self.how else ""


@cached(1024)
def read_encoding(text: str) -> PartEncoding | None:
    """Parse a cell; None where it is neither a style nor a media type, or has invalid JSON."""
    headers: Mapping[str, Any] = {}
    stated = text
    if match := _HEADERS.search(text):
        stated = text[: match.start()]
        code = CODE.fullmatch(text[match.end() :].strip())
        try:
            headers = json.loads(code_of(code)) if code else {}
        except (ValueError, RecursionError):
            headers = {}
        if not isinstance(headers, dict) or not headers:
            return None
    how = read_style(stated, Location.QUERY) if stated.strip() else None
    return PartEncoding(how, headers) if how or (headers and not stated.strip()) else None


def encoding_words(encoding: PartEncoding) -> str:
    """Write an encoding as a cell, which `read_encoding` parses as the same."""
    parts = [style_words(encoding.how, Location.QUERY)] if encoding.how else []
    if encoding.headers:
        text = json.dumps(encoding.headers, ensure_ascii=False).replace("`", "\\u0060")
        parts.append(f"with headers `{text}`")
    return ", ".join(parts)


def encodings(rows: Iterable[Property]) -> Mapping[str, PartEncoding]:
    """Return how the parts of a form are sent, by their names, for those whose rows state it."""
    cells = ((row.name, dict(row.facets).get(Facet.SENT_AS, "")) for row in rows if row.facets)
    read = ((name, read_encoding(text)) for name, text in cells if text)
    return {name: found for name, found in read if found}


def encoding_object(encoding: PartEncoding) -> dict[str, Any]:
    """Return an Encoding Object without its headers (OpenAPI 3.1.0, 4.8.15)."""
    how = encoding.how
    if how is None:
        return {}
    reserved = {"allowReserved": True} if how.reserved else {}
    if how.style is Style.CONTENT:
        return {"contentType": how.media_type, **reserved}
    is_usual = how.reserved and how.style is Style.FORM and not how.explode
    style = {} if is_usual else {"style": how.style.value, "explode": how.explode}
    return {**style, **reserved}
