"""Routes in the cells of tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from callsheet import lazy_re as re
from callsheet.source.carriers.html import table_of
from callsheet.source.carriers.routes.patterns import (
    BARE_LINE,
    CODED,
    EACH_METHOD,
    GAP,
    LINE,
    LINKED,
    METHOD,
    METHODS,
    TARGET,
    VERSION,
    FoundRoute,
    found_routes,
)
from callsheet.source.document import Block
from callsheet.source.layouts.layout import Layout
from callsheet.source.tables import Row, plain_head

_OR = re.compile(r"(?<![`*])[`*]*+(?:(?<![ \t])[ \t]++or[ \t]++|<br ?/?>|,[ \t]*+)[`*]*+")
_FURTHER = re.compile(
    rf"(?:(?:or|and|[,;/])[ ]{{0,2}})?(?:<br ?/?>[ ]{{0,2}})?"
    rf"`(?:{METHODS}{GAP})?{TARGET}{VERSION}`[ ]{{0,2}}(?:\([^()\n]{{1,80}}\)[ ]{{0,2}})?"
)
_HAS_METHOD = re.compile(rf"\b{METHOD}\b", re.IGNORECASE)
_ANCHOR = re.compile(r"\s*+\[[^\[\]\n]{1,120}\]\([^()#\s]{0,120}#(?P<anchor>[^()\s]{1,120})\)")


def routes_of_table(block: Block, layout: Layout) -> Iterator[FoundRoute]:
    """Yield the routes of a table, by its columns or by its cells."""
    if not _HAS_METHOD.search(block.text):
        # As most tables, which have rows of parameters.
        return
    table = table_of(block)
    meanings = [layout.columns.get(plain_head(head), "") for head in table.columns]
    if "method" not in meanings or "path" not in meanings:
        yield from _of_cells(block)
        return
    method, path = meanings.index("method"), meanings.index("path")
    apart = not {"description", "status"}.isdisjoint(meanings) and len(table.rows) > 1
    if not any(EACH_METHOD.search(row.cell(method)) for row in table.rows):
        # In `Method | HTTP request`, the first are names of functions.
        yield from _of_cells(block)
        return
    for row in table.rows:
        methods = row.cell(method).strip("`* ").upper()
        note = " ".join(row.cell(at) for at in range(len(meanings)) if at not in (method, path))
        for each in _OR.split(LINKED.sub(r"\1", row.cell(path)).strip("`* ")):
            text = f"{methods} {each.strip('`* ')}"
            if match := LINE.fullmatch(text) or BARE_LINE.fullmatch(text):
                yield from _with_anchor(row, found_routes(match, row.span.start, apart, note))


def _of_cells(block: Block) -> Iterator[FoundRoute]:
    """Yield the routes of a table with a cell for both the method and the path."""
    table = table_of(block)
    apart = len(table.columns) > 1 and len(table.rows) > 1
    found = [_with_anchor(row, _of_row(row, apart)) for row in table.rows]
    # Where few rows have one, the table is about something else, such as rights.
    if 2 * sum(map(bool, found)) > len(found):
        yield from chain.from_iterable(found)


def _of_row(row: Row, apart: bool) -> Iterator[FoundRoute]:
    if row:
        for cell in row.cells[:2]:
            text = LINKED.sub(r"\1", cell.text)
            text = text.replace("**", "") if text.lstrip().startswith("**") else text
            if match := CODED.fullmatch(text) or LINE.fullmatch(text.strip("`* ")):
                yield from found_routes(match, row.span.start, apart)
                break
            if first := CODED.match(text):
                further = [*further_routes(text[first.end() :].strip())]
                if further and further[-1].end() == len(text[first.end() :].strip()):
                    methods = first["methods"]
                    paths = {each["target"] for each in (first, *further)}
                    apart = apart or len(paths) > 1
                    for each in (first, *further):
                        # A path by itself has the method of the one before it.
                        methods = each["methods"] or methods
                        yield from found_routes(each, row.span.start, apart, methods=methods)
                    break


def _with_anchor(row: Row, routes: Iterable[FoundRoute]) -> list[FoundRoute]:
    """Return the routes of a row with the anchor on the page to which its first cell links."""
    match = _ANCHOR.match(row.cells[0].text) if row.cells else None
    return [replace(route, anchor=match["anchor"]) for route in routes] if match else [*routes]


def further_routes(text: str) -> Iterator[re.Match[str]]:
    """Yield the routes in code with which a text goes on: `or `GET /b``."""
    position = 0
    while match := _FURTHER.match(text, position):
        yield match
        position = match.end()
