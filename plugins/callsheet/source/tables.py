"""Markdown tables, parsed into rows and cells that know their places in the file.

Each section of the page format has a table whose first column is the name. Pages in other layouts
call that column otherwise, or put it elsewhere. `canonical` gives such a table the columns that the
other modules know, while each cell keeps its place in the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise, zip_longest
from sys import intern
from typing import NamedTuple

from callsheet import lazy_re as re
from callsheet.findings import span_of
from callsheet.memo import cached, cached_by
from callsheet.model import WHOLE, Extras, SectionKind, Span
from callsheet.records import record
from callsheet.schema.words.facets import Facet
from callsheet.source.document import Block

TICKS = re.compile(r"(?<!\\)(?P<escape>\\*+)(?P<run>`+)")
"""A run of backticks with the backslashes before it."""

_PIPE = re.compile(r"\\.|\|", re.DOTALL)

# White space as Markdown counts it; a no-break space belongs to the text.
_SPACE = " \t\n"

PROPERTY_COLUMN = "property name"
NAME_COLUMNS = ("path part", "parameter name", PROPERTY_COLUMN)
"""The first columns of the tables of parameters and properties."""

STATUS_COLUMN = "response"
"""The first column of the table of statuses."""

TYPE, DESCRIPTION, LOCATION = "type", "description", "in"
OTHER_NAME_COLUMNS = frozenset(
    {
        "argument", "attribute", "attribute name", "cookie", "element", "field", "field name",
        "header", "header name", "key", "name", "param", "parameter", "path parameter",
        "property", "query parameter", "variable",
    }
)  # fmt: skip
"""Titles of the column of the name in other layouts."""

_STATUSES = frozenset(
    {"status", "code", "status code", "http status", "http code", "http status code", "statuses"}
    | {"response code"}
)
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("data type", "datatype"), TYPE),
    **dict.fromkeys(("desc", "details", "comment", "comments", "meaning"), DESCRIPTION),
    **dict.fromkeys(("location", "located in"), LOCATION),
    "mandatory": Facet.REQUIRED,
    "default value": Facet.DEFAULT,
    **dict.fromkeys(("allowed values", "possible values", "enum"), Facet.VALUES),
    **dict.fromkeys(("constraints", "limit", "restrictions"), Facet.LIMITS),
    **dict.fromkeys(("example value", "examples", "sample"), Facet.EXAMPLE),
    **dict.fromkeys(("serialization", "collection format"), Facet.STYLE),
}
"""Synonyms of the other columns, with the names that the page format gives them."""

FACET_COLUMNS = frozenset(Facet)
COLUMNS = frozenset({TYPE, DESCRIPTION, LOCATION, *FACET_COLUMNS})
"""The names that the page format gives to the columns after the first."""

_NAME_OF: Mapping[SectionKind, str] = {
    SectionKind.PATH: "path part",
    SectionKind.QUERY: "parameter name",
    SectionKind.HEADERS: "parameter name",
    SectionKind.COOKIES: "parameter name",
    SectionKind.PARAMETERS: "parameter name",
    SectionKind.RESPONSE_HEADERS: "parameter name",
    SectionKind.REQUEST_BODY: "property name",
    SectionKind.RESPONSE_BODY: "property name",
    SectionKind.CALLBACK: "property name",
}
_MARKS = "*_`"
"""Characters around a column head that is bold, in italics or in code."""

_MAX_MARKS = 8
"""Pairs of marks that are stripped from a head."""


# A tuple takes half the time of a dataclass to create, and most of a page is cells.
class Cell(NamedTuple):
    """A cell's Markdown without surrounding space, and its column, counted from 1."""

    text: str
    column: int


_cell = partial(tuple.__new__, Cell)
"""Makes a cell of both as `Cell` does, in C alone."""


@record()
class Row:
    """A row of a table; more than one line where the source breaks it."""

    cells: tuple[Cell, ...]
    span: Span

    def cell(self, index: int | None) -> str:
        """Return the text of a cell; empty where the row has no such cell."""
        return self.cells[index].text if index is not None and index < len(self.cells) else ""

    def extras(self, columns: tuple[str, ...], known: tuple[str, ...]) -> Extras:
        """Return the cells in unknown columns, without the empty ones."""
        if len(self.cells) <= len(columns) and _are_in(columns, known):
            return ()
        names = zip_longest(
            (cell.text for cell in self.cells), columns[: len(self.cells)], fillvalue=""
        )
        return tuple((column, text) for text, column in names if text and column not in known)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns in lower case, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span

    def column(self, name: str) -> int | None:
        """Return the index of the column of that name; None where there is none."""
        return self.columns.index(name) if name in self.columns else None


@lru_cache(maxsize=256)
def _are_in(columns: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return all(column in known for column in columns)


# Docs CI parses the tables of a page again right after it was read.
@cached_by(64, lambda block: len(block.text))
def read_table(block: Block) -> Table:
    """Parse a block of kind `table`.

    A row that does not end in a pipe continues on the next line if that does not begin with one:
    real pages have rows that are broken inside a cell. In a table without outer pipes, each line is
    a row.
    """
    lines = block.text.split("\n")
    may_break = _begins(lines[0])
    header = tuple(" ".join(cell.text.split()).lower() for cell in split_row(lines[0]))
    rows: list[Row] = []
    start = 2
    while start < len(lines):
        row = lines[start]
        end = start + 1
        if may_break and not row.endswith("|"):
            while end < len(lines) and not _ends(lines[end - 1]) and not _begins(lines[end]):
                end += 1
            row = "\n".join(lines[start:end])
        span = span_of(block.span.start + start, block.span.start + end - 1)
        rows.append(Row(split_row(row), span))
        start = end
    return Table(header, tuple(rows), block.span)


# Of the rows of a real publication, five in six repeat another one.
@cached(512)
def split_row(line: str) -> tuple[Cell, ...]:
    r"""Split a row at its pipes, but not at `\|` and at pipes in code spans.

    The result is that of Python-Markdown's table extension, in time linear in the row's length.
    """
    start = len(line) - len(line.lstrip(_SPACE))
    start += line.startswith("|", start)
    end = len(line.rstrip(_SPACE))
    if _has_pipes_in_cells(line):
        places = [start - 1, *_separators(line, start, end), end]
        parts = [line[first + 1 : stop] for first, stop in pairwise(places)]
    else:
        parts = line[start:end].split("|")
    if len(parts) > 1 and not parts[-1]:
        del parts[-1]
    is_escaped = "\\|" in line
    cells: list[Cell] = []
    for part in parts:
        text = part.strip(_SPACE)
        column = start + part.find(text) + 1
        # The same words are in thousands of cells.
        cells.append(_cell((intern(text.replace("\\|", "|") if is_escaped else text), column)))
        start += len(part) + 1
    return tuple(cells)


def _has_pipes_in_cells(line: str) -> bool:
    """Tell whether a pipe may be in a cell: in code, or escaped. Most rows have none."""
    if "\\" in line or "``" in line:
        return True
    # What stands between single backticks, of which a last one without its partner is a text.
    return "`" in line and any("|" in code for code in line.split("`")[1::2])


def _separators(line: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions of the pipes between cells: not in code and not escaped."""
    position = start
    for first, last in (*code_spans(line, start, end), (end, end)):
        for match in _PIPE.finditer(line, position, first):
            if match.group() == "|":
                yield match.start()
        position = last


def code_spans(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where code spans begin and end: at runs of backticks of one length, on one line.

    A run without its partner is text (CommonMark, 6.1).
    """
    if "`" not in line:
        return
    runs = list(TICKS.finditer(line, start, end))
    later: dict[int, list[int]] = {}
    for number in reversed(range(len(runs))):
        later.setdefault(len(runs[number]["run"]), []).append(number)
    number = 0
    while number < len(runs):
        run = runs[number]
        partners = later[len(run["run"])]
        while partners and partners[-1] <= number:
            partners.pop()
        number += 1
        if len(run["escape"]) % 2 or not partners:
            continue
        partner = runs[partners[-1]]
        if line.find("\n", run.end(), partner.start("run")) < 0:
            yield run.start("run"), partner.end()
            number = partners[-1] + 1


def _ends(line: str) -> bool:
    return line.rstrip(_SPACE).endswith("|")


def _begins(line: str) -> bool:
    return line.lstrip(_SPACE).startswith("|")


@lru_cache(maxsize=1024)
def plain_head(text: str) -> str:
    """Return the name of a column in lower case, without the marks around it."""
    text = " ".join(text.split()).lower()
    for _ in range(_MAX_MARKS):
        if len(text) < 3 or text[0] not in _MARKS or text[0] != text[-1]:
            break
        text = text[1:-1].strip()
    return text.rstrip(":")


def canonical(table: Table, kind: SectionKind) -> Table:
    """Return a table with the column names of its section, and the column of the name first.

    A table that does not belong to the section only gets plain heads.

    Args:
        table: The table as it was parsed.
        kind: The section that it is in.
    """
    order, columns = _arranged(table.columns, kind, _are_statuses(table))
    if order is None:
        return table if columns == table.columns else replace(table, columns=columns)
    rows = tuple(_arranged_row(row, order) for row in table.rows)
    return Table(columns, rows, table.span)


def whole_value(table: Table) -> Table | None:
    """Return a table about a whole value with a column for its name; None for any other table.

    Such a table has one row, the type or other facts of the value, and no column of names.
    """
    plain = tuple(map(plain_head, table.columns))
    columns = tuple(known_head(head, plain) for head in plain)
    if len(table.rows) != 1 or not COLUMNS.issuperset(columns) or LOCATION in columns:
        return None
    if set(columns) <= {DESCRIPTION, Facet.REQUIRED, Facet.DEPRECATED}:
        return None
    [row] = table.rows
    named = replace(row, cells=(Cell(WHOLE, row.cells[0].column if row.cells else 1), *row.cells))
    return Table((PROPERTY_COLUMN, *columns), (named,), table.span)


def is_understood(table: Table) -> bool:
    """Tell whether any section of the page format knows the columns of a table."""
    return any(
        canonical(table, kind).columns[0] in (*NAME_COLUMNS, STATUS_COLUMN) for kind in SectionKind
    )


@lru_cache(maxsize=1024)
def _arranged(
    heads: tuple[str, ...], kind: SectionKind, are_statuses: bool
) -> tuple[tuple[int, ...] | None, tuple[str, ...]]:
    """Return the new order of the columns, None to keep the old one, and their names in it."""
    plain = tuple(map(plain_head, heads))
    first = _first_column(plain, kind, are_statuses)
    if first is None:
        return None, plain
    place, name = first
    known = [
        name if index == place else known_head(head, plain) for index, head in enumerate(plain)
    ]
    if place == 0:
        return None, tuple(known)
    order = (place, *(index for index in range(len(known)) if index != place))
    return order, tuple(known[index] for index in order)


def known_head(head: str, heads: tuple[str, ...]) -> str:
    """Return the page format's name of a column, unless another column has that name itself."""
    meant = _OTHERS.get(head)
    return head if meant is None or meant in heads else str(meant)


def _first_column(
    heads: tuple[str, ...], kind: SectionKind, are_statuses: bool
) -> tuple[int, str] | None:
    """Return the index and the canonical name of the first column; None where there is none.

    A table of statuses and descriptions is one of statuses even if a status in it is invalid.
    """
    are_meant = not _STATUSES.isdisjoint(heads[:1]) and not any(
        known_head(head, heads) == TYPE or head in OTHER_NAME_COLUMNS for head in heads
    )
    if kind is SectionKind.RESPONSE and STATUS_COLUMN not in heads and (are_statuses or are_meant):
        found = next((i for i, head in enumerate(heads) if head in _STATUSES), None)
        return None if found is None else (found, STATUS_COLUMN)
    for name in (*NAME_COLUMNS, STATUS_COLUMN):
        if name in heads:
            return heads.index(name), name
    name = _NAME_OF.get(kind, "property name" if kind is SectionKind.RESPONSE else "")
    if not name or not any(known_head(head, heads) in (TYPE, DESCRIPTION) for head in heads):
        return None
    place = next((index for index, head in enumerate(heads) if head in OTHER_NAME_COLUMNS), None)
    return None if place is None else (place, name)


def _are_statuses(table: Table) -> bool:
    """Tell whether the column that may hold statuses really does."""
    place = _place_of_statuses(table.columns)
    if place is None:
        return False
    cells = [row.cell(place).strip("`* ") for row in table.rows]
    return bool(cells) and all(cell[:1].isdigit() or cell.lower() == "default" for cell in cells)


@lru_cache(maxsize=1024)
def _place_of_statuses(heads: tuple[str, ...]) -> int | None:
    """Return the index of the first column that may hold statuses."""
    return next((n for n, head in enumerate(heads) if plain_head(head) in _STATUSES), None)


def _arranged_row(row: Row, order: tuple[int, ...]) -> Row:
    cells = row.cells
    missing = Cell("", cells[-1].column if cells else 1)
    arranged = tuple(cells[index] if index < len(cells) else missing for index in order)
    return replace(row, cells=(*arranged, *cells[len(order) :]))
