"""Links of a response: tables of the operations that it leads to (OpenAPI 3.1.0, 4.8.20)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from callsheet import lazy_re as re
from callsheet.model import ResponseLink
from callsheet.schema.texts import json_or_text
from callsheet.schema.words.cell_values import CODE, code_of
from callsheet.source.rows import plain_name
from callsheet.source.sections import RawSection

LINK_COLUMN = "link"
COLUMNS = ("Link", "Operation", "Parameters", "Request Body", "Server", "Description")
_XREF = re.compile(r"<xref:([^<>\s]+)>|\[[^\[\]]*\]\(xref:([^()\s]+)\)|@([\w.-]+)")


def read_response_links(section: RawSection) -> Iterator[ResponseLink]:
    """Yield the links of a section's tables; these stay part of its text, as they link to pages."""
    for table in section.tables:
        if table.columns[0] != LINK_COLUMN:
            continue
        places = [table.column(name.lower()) for name in COLUMNS]
        for row in table.rows:
            name, operation, parameters, body, server, about = map(row.cell, places)
            if name:
                target, is_reference = _target(operation)
                yield ResponseLink(
                    plain_name(name),
                    target,
                    tuple(_pairs(parameters)),
                    _code(body),
                    server.strip("<>` "),
                    about,
                    row.span,
                    section.status,
                    is_reference,
                )


def link_rows(links: Sequence[ResponseLink]) -> Iterator[list[str]]:
    """Yield the cells of a table of links, without the columns that no link needs; heads first."""
    rows = [
        [
            f"`{link.name}`",
            f"`{link.operation}`" if link.is_reference else f"<xref:{link.operation}>",
            ", ".join(f"{_in_code(name)}: {_in_code(value)}" for name, value in link.parameters),
            _in_code(link.body) if link.body else "",
            f"<{link.server}>" if link.server else "",
            link.description,
        ]
        for link in links
    ]
    needed = [n for n, head in enumerate(COLUMNS) if n < 2 or any(row[n] for row in rows)]
    yield [COLUMNS[n] for n in needed]
    yield from ([row[n] for n in needed] for row in rows)


def text_of_value(value: Any) -> str:
    """Return the text of a value in a link: an expression, or a constant as JSON or plain text."""
    if isinstance(value, str) and (_is_expression(value) or json_or_text(value) == value):
        return value
    return json.dumps(value, ensure_ascii=False)


def value_of_link(text: str) -> Any:
    """Return the value that a text in a link stands for."""
    return text if _is_expression(text) else json_or_text(text)


def _is_expression(text: str) -> bool:
    return text.startswith("$") or "{$" in text


def _target(cell: str) -> tuple[str, bool]:
    """Return the uid of an operation, or a reference; and whether it is the latter."""
    if match := _XREF.search(cell):
        return next(filter(None, match.groups())), False
    text = _code(cell)
    return text, "/" in text


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    codes = [code_of(match) for match in CODE.finditer(cell)]
    yield from zip(codes[::2], codes[1::2], strict=False)


def _code(cell: str) -> str:
    match = CODE.search(cell)
    return code_of(match) if match else cell.strip()


def _in_code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"
