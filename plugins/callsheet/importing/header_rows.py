"""Builds the table of request headers: credentials, media types, and other headers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from callsheet.importing.parameters import Argument
from callsheet.importing.rows import NOWHERE
from callsheet.importing.security import ImportedSecurity
from callsheet.model import DataType, Location, Parameter
from callsheet.pages import safe_line
from callsheet.schema.words.facets import Facet

_DEFAULT_TEXTS = {
    "Accept": "What you want back",
    "Content-Type": "What you send",
}


def header_rows(
    given: Iterable[Argument],
    sent: Sequence[str],
    answered: Sequence[str],
    security: ImportedSecurity,
) -> list[Parameter]:
    """Return the rows of the headers: first credentials, then media types, then others.

    Args:
        given: All parameters.
        sent: The media types of the request body.
        answered: The media types of the responses.
        security: The security requirements.
    """
    rows = {g.row.name.lower(): g.row for g in given if g.row.location is Location.HEADER}
    first: list[Parameter] = []
    for name, text in security.headers:
        own = rows.pop(name.lower(), None)
        # OpenAPI ignores a parameter of that name, but its description helps readers.
        first.append(own or _row(name, text))
        if own and name == "Authorization":
            first[-1] = _row(name, f"{text} {own.description}")
    media = {
        "Content-Type": sent,
        "Accept": answered,
    }
    for name, listed in media.items():
        own = rows.pop(name.lower(), None)
        if listed:
            names = ", ".join(f"`{kind.replace('`', '')}`" for kind in listed)
            text = f"{own.about.rstrip(':. ') if own and own.about else _DEFAULT_TEXTS[name]}"
            first.append(_row(name, f"{text.replace('`', '')}: {names}"))
        elif own:
            first.append(own)
    found = [*first, *rows.values()]
    # Header fields are strings: a table has types only if one of them needs more than that.
    typed = any(_says_more(row) for row in found)
    usual = DataType("string", "string")
    return [replace(row, type=(row.type or usual) if typed else None) for row in found]


def _says_more(row: Parameter) -> bool:
    """Tell whether a row says more about its values than that they are strings."""
    is_text = row.type is None or row.type.written == "string"
    return not is_text or any(facet is not Facet.REQUIRED for facet, _ in row.facets)


def _row(name: str, text: str) -> Parameter:
    """Return a row of the table of headers, without a type."""
    return Parameter(name, None, None, safe_line(text), (), NOWHERE, location=Location.HEADER)
