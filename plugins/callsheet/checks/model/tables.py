"""Tables of an operation: names and texts of their rows, places of their cells, and edits."""

from collections import Counter
from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage, Place, cached_in_owner
from callsheet.checks.parsing.words import common_words, is_stand_in
from callsheet.findings import Edit, Related
from callsheet.memo import cached_by, cached_by_identity
from callsheet.model import REQUIRED_MARK, Location, Operation, Property, Status
from callsheet.source.document import Block, BlockKind
from callsheet.source.tables import Row, Table, known_head, plain_head, split_row

_Table = tuple[str, tuple[Property, ...]]

_FEW_WORDS = 3
"""How many different common words show the language of a description."""

_MANY_WORDS = 10
"""How many show that of a page."""


# A dozen rules look through them.
@cached_by_identity(16)
def typed_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of each table with a type column, and what its rows are called."""
    # The page format's own table of headers has no types.
    sent = (
        (name, rows)
        for name, rows in sent_tables(operation)
        if name != "header" or any(row.type for row in rows)
    )
    return (*sent, *answered_tables(operation))


@cached_by_identity(16)
def all_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the typed tables, and those of headers."""
    return (*sent_tables(operation), *answered_tables(operation))


@cached_by_identity(16)
def sent_tables(operation: Operation) -> tuple[_Table, ...]:
    """Return the rows of the tables that describe requests."""
    return tuple(_sent_tables(operation))


def _sent_tables(operation: Operation) -> Iterator[_Table]:
    for location in (Location.PATH, Location.QUERY):
        if rows := operation.parameters_in(location):
            yield f"{location} parameter", rows
    for location in (Location.COOKIE, Location.HEADER):
        if rows := operation.parameters_in(location):
            yield location, rows
    for body in operation.request_bodies:
        if body.properties:
            yield "property", body.properties


def answered_tables(operation: Operation) -> Iterator[_Table]:
    """Yield the rows of the tables that describe responses."""
    response = operation.response
    if response is None:
        return
    for rows in (response.properties, *(body.properties for body in response.bodies)):
        if rows:
            yield "property", rows
    if response.headers:
        yield "response header", response.headers


def property_tables(page: CheckedPage) -> Iterator[tuple[Property, ...]]:
    """Yield the tables of properties of a page: of its bodies and of the type that it defines."""
    if isinstance(page, OperationPage):
        for kind, rows in all_tables(page.operation):
            if kind == "property":
                yield rows
    if table := page.reading.page.defines:
        yield table.properties


CASES = {
    "PascalCase": re.compile(r"\A(?:[A-Z][a-z0-9]*)+"),
    "camelCase": re.compile(r"\A[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+"),
    "snake_case": re.compile(r"\A[a-z][a-z0-9]*(?:_[a-z0-9]+)+"),
    "kebab-case": re.compile(r"\A[a-z][a-z0-9]*(?:-[a-z0-9]+)+"),
}


def case_of(name: str) -> str:
    """Return the case of a name; empty for one word in small letters, which is in any case."""
    last = re.split(r"[.\[\]]", name.rstrip("[]"))[-1]
    return next((case for case, form in CASES.items() if form.fullmatch(last)), "")


_MAX_STAND_IN = 40


def stand_in_of(row: Property | Status) -> str:
    """Return the description of a row if it is a word that stands for none; else an empty text."""
    text = row.description.replace(REQUIRED_MARK, "").strip()
    if not text or len(text) > _MAX_STAND_IN:
        return ""
    written = row.type.written.lower() if isinstance(row, Property) and row.type else ""
    is_type = text.lower() == written and " " not in text
    return text if is_type or is_stand_in(text) else ""


def lines_with_open_code(page: CheckedPage) -> Iterator[int]:
    """Yield the lines of tables in which code may begin that does not end."""
    for block in page.document.blocks:
        if block.kind is BlockKind.TABLE and "`" in block.text:
            for number in range(block.span.start, block.span.end + 1):
                line = page.line(number)
                # Code that is closed has an even number of them.
                if line.count("`") % 2 or "``" in line:
                    yield number


def paragraphs_with_open_code(page: CheckedPage) -> Iterator[Block]:
    """Yield the paragraphs in which code may begin that does not end."""
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.text.count("`") % 2:
            yield block


def table_row(page: CheckedPage, line: int) -> tuple[Table, Row] | None:
    """Return the table and the row that begins in a line."""
    return _rows_by_line(page).get(line)


@cached_in_owner
def _rows_by_line(page: CheckedPage) -> dict[int, tuple[Table, Row]]:
    tables = [table for section in page.sections for table in section.tables]
    return {row.span.start: (table, row) for table in tables for row in table.rows}


def name_cell(page: CheckedPage, line: int) -> Place:
    """Return the first cell of the row in a line."""
    found = table_row(page, line)
    return page.cell(found[1], 0) if found else page.whole_line(line)


def cell(page: CheckedPage, line: int, column: str) -> Place:
    """Return the cell of the row in a line that is in the column of that name.

    An empty cell is the character after its pipe; if the row has no such cell, it is the row.
    """
    found = table_row(page, line)
    if found is None:
        return page.whole_line(line)
    table, row = found
    index = table.column(column)
    if index is None or index >= len(row.cells):
        return page.whole_line(line)
    return page.cell(row, index)


def text_in_cell(page: CheckedPage, line: int, column: str, text: str) -> Place:
    """Return the place of a text in a cell, or of the whole cell if it is not there."""
    place = cell(page, line, column)
    found = page.find(line, text, place.column)
    inside = found.end_column <= place.end_column and found.column >= place.column
    return found if inside else place


def related_row(page: CheckedPage, row: Property) -> Related:
    """Return the row of a table as a related place."""
    return page.related(row.span.start, f"the row of `{row.name}`")


def typed_row(page: CheckedPage, row: Property) -> Related:
    """Return the row of a table as a related place that names the row's type."""
    kind = f", `{row.type.written}`" if row.type else ""
    return page.related(row.span.start, f"the row of `{row.name}`{kind}")


def replacing(place: Place, text: str) -> tuple[Edit, ...]:
    """Return the edit that replaces the text of a place."""
    return (Edit(place.line, place.column, place.end_line, place.end_column, text),)


def without_line(page: CheckedPage, line: int) -> tuple[Edit, ...]:
    """Return the edit that removes a line, with its end."""
    if line < len(page.document.lines):
        return (Edit(line, 1, line + 1, 1, ""),)
    return (Edit(line, 1, line, len(page.line(line)) + 1, ""),)


@cached_by(512, lambda head, _: len(head))
def column_of(head: str, name: str) -> int | None:
    """Return the index of the column of that name in the first row of a table."""
    heads = tuple(plain_head(cell.text) for cell in split_row(head))
    return next((i for i, head in enumerate(heads) if known_head(head, heads) == name), None)


@cached_by_identity(16)
def foreign_descriptions(operation: Operation) -> tuple[tuple[str, Property, str, str], ...]:
    """Return the rows with a description in another language than the others.

    Returns:
        What the rows of the table are called, the row, its language and that of the others.
    """
    rows = [(kind, row) for kind, rows in all_tables(operation) for row in rows if row.about]
    total: Counter[str] = Counter()
    for _, row in rows:
        total.update(common_words(row.about))
    most_common = total.most_common(2)
    if not most_common or most_common[0][1] < max(_MANY_WORDS, 2 * most_common[1][1]):
        return ()
    own = most_common[0][0]
    found = []
    for kind, row in rows:
        shown = common_words(row.about)
        other, words = shown.most_common(1)[0]
        if words >= _FEW_WORDS and not shown[own]:
            found.append((kind, row, other, own))
    return tuple(found)
