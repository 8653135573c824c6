"""Merges the tables of parameters, properties and statuses, row by row and cell by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from callsheet import lazy_re as re
from callsheet.model import REQUIRED_MARK, Property, SectionKind
from callsheet.pages.cells import row as written_row
from callsheet.schema.words.facets import Facet, is_yes
from callsheet.source.document import Block
from callsheet.source.rows import parts_of, plain_name
from callsheet.source.tables import (
    DESCRIPTION,
    NAME_COLUMNS,
    STATUS_COLUMN,
    TYPE,
    Row,
    Table,
    canonical,
    read_table,
    split_row,
)
from callsheet.sync.page import EditedPage
from callsheet.sync.texts import is_conflict, merged_text

_CODE_LIST = re.compile(r"`[^`]*`(?:[^`]*`[^`]*`)*")
_MEDIA_TYPE_ROWS = ("accept", "content-type")
_TEXT_COLUMNS = (DESCRIPTION, Facet.EXAMPLE, Facet.ANNOTATIONS)
_FACT_COLUMNS = (TYPE, *(facet for facet in Facet if facet not in _TEXT_COLUMNS))


@dataclass(frozen=True)
class PageTable:
    """A table of a page.

    Attributes:
        raw: The table as it is written.
        table: The same with the columns of the page format, the name first.
        kind: The section that it is in.
    """

    raw: Table
    table: Table
    kind: SectionKind

    @classmethod
    def of(cls, block: Block, kind: SectionKind) -> "PageTable | None":
        """Parse a table; None for one that is not of parameters, properties or statuses."""
        raw = read_table(block)
        table = canonical(raw, kind)
        if table.columns[0] not in (*NAME_COLUMNS, STATUS_COLUMN):
            return None
        return cls(raw, table, kind)

    @property
    def columns(self) -> list[str]:
        """The names of the page format for the columns, in the order of the page."""
        first, *others = self._names
        place = 0
        if self.raw.rows and self.raw.rows[0].cells:
            wanted = self.table.rows[0].cells[0]
            place = next(n for n, cell in enumerate(self.raw.rows[0].cells) if cell is wanted)
        return [*others[:place], first, *others[place:]]

    def key(self, row: Row) -> str:
        """Return what identifies a row of the canonical table."""
        name = plain_name(row.cell(0))
        if self.table.columns[0] == STATUS_COLUMN:
            return name.partition(" ")[0].upper()
        is_header = self.kind in (SectionKind.HEADERS, SectionKind.RESPONSE_HEADERS)
        return name.lower() if is_header else name

    def rows(self) -> dict[str, Row]:
        """Return the rows of the canonical table, the first of equal names."""
        found: dict[str, Row] = {}
        for row in self.table.rows:
            found.setdefault(self.key(row), row)
        return found

    def cells(self, row: Row) -> dict[str, str]:
        """Return the cells of a row of the canonical table by their columns."""
        return {column: row.cell(index) for index, column in enumerate(self._names)}

    @property
    def _names(self) -> list[str]:
        """The columns of the canonical table; of equal ones, all but the first have a number."""
        names: list[str] = []
        for number, column in enumerate(self.table.columns):
            names.append(column if column not in names else f"{column} {number}")
        return names

    def emptied(self) -> "PageTable":
        """Return the table without its rows."""
        return replace(self, raw=replace(self.raw, rows=()), table=replace(self.table, rows=()))

    def property(self, row: Row) -> Property:
        """Return what a row of the canonical table documents."""
        return Property(*parts_of(row, self.table))


@dataclass(frozen=True)
class TableMerge:
    """A table of a page, of the new document, and of the former one if it is known.

    Attributes:
        page: The page.
        mine: Its table.
        new: The table of the new document's page.
        old: The rows of the former document's page by their keys; None where it is not known.
        renames: The names of path parameters that have changed, from those of the page.
        facts: Whether the page may contradict the document here. Otherwise its rows say the same in
            other words, and only what the document has changed is changed.
    """

    page: EditedPage
    mine: PageTable
    new: PageTable
    old: Mapping[str, dict[str, str]] | None
    renames: Mapping[str, str]
    facts: bool = True

    def run(self) -> list[str]:
        """Edit the table.

        Returns:
            The lines of removed rows in which an author may have written something.
        """
        rows = self._result()
        wanted = {column for cells, _, is_changed in rows if is_changed for column in cells}
        added = [
            column
            for column in self.new.columns
            if column in wanted - {*self.mine.columns}
            and any(cells.get(column) for cells, _, is_changed in rows if is_changed)
        ]
        if added:
            self._rewrite_with(added, rows)
        else:
            self._rewrite_rows(rows)
        return self.kept()

    def _result(self) -> list[tuple[dict[str, str], Row | None, bool]]:
        """Return the rows: their cells, the row of the page if there is one, and if it changes."""
        mine, new = self.mine.rows(), self.new.rows()
        names = {self.renames.get(key, key): key for key in mine}
        found: list[tuple[dict[str, str], Row | None, bool]] = []
        waiting: dict[str, list[str]] = {}
        before = ""
        for key in new:
            if key in names:
                before = key
            elif self.facts or (self.old is not None and key not in self.old):
                waiting.setdefault(before, []).append(key)
        found += [self._added(new[key]) for key in waiting.get("", ())]
        for row in self.mine.table.rows:
            own = self.mine.key(row)
            key = self.renames.get(own, own)
            if self._is_own(own) or (key in new and mine[own] is not row):
                found.append((self.mine.cells(row), row, False))
            elif key in new:
                found.append(self._changed(row, new[key], key))
            found += [self._added(new[each]) for each in waiting.pop(key, ())]
        return found

    def has_own(self) -> bool:
        """Tell whether an author added one of the rows."""
        return any(self._is_own(key) for key in self.mine.rows())

    def _is_own(self, key: str) -> bool:
        """Tell whether an author added a row, so that the document says nothing about it."""
        if self.mine.kind is SectionKind.HEADERS and key == "authorization":
            return True
        if self.renames.get(key, key) in self.new.rows():
            return False
        return not self.facts if self.old is None else key not in self.old

    def _added(self, row: Row) -> tuple[dict[str, str], None, bool]:
        cells = self.new.cells(row)
        if Facet.REQUIRED not in self.mine.columns and self._has_marks():
            self._mark(cells, is_yes(cells.pop(Facet.REQUIRED, "")) is True)
        return cells, None, True

    def _has_marks(self) -> bool:
        return any(REQUIRED_MARK in cell.text for row in self.mine.raw.rows for cell in row.cells)

    @staticmethod
    def _mark(cells: dict[str, str], required: bool) -> None:
        text = " ".join(cells.get(DESCRIPTION, "").replace(REQUIRED_MARK, "").split())
        cells[DESCRIPTION] = f"{REQUIRED_MARK} {text}".strip() if required else text

    def _changed(self, row: Row, new_row: Row, key: str) -> tuple[dict[str, str], Row, bool]:
        before, wanted = self.mine.cells(row), self.new.cells(new_row)
        cells = dict(before)
        old = None if self.old is None else self.old.get(key, {})
        name = self.mine.table.columns[0]
        if self.renames.get(plain_name(before[name])):
            cells[name] = wanted[self.new.table.columns[0]]
        if name != STATUS_COLUMN and self.facts:
            self._change_facts(cells, row, new_row)
        for column in _TEXT_COLUMNS:
            was = None if old is None else old.get(column, "")
            mine, now = cells.get(column, ""), wanted.get(column, "")
            if column == DESCRIPTION and (REQUIRED_MARK in mine) is not (REQUIRED_MARK in now):
                continue
            if is_conflict(mine, was, now):
                what = f"The cell `{column.capitalize()}` of `{plain_name(before[name])}`"
                self.page.note(
                    row.span.start, f"{what} was changed here and in the document, and was kept."
                )
            if (merged := merged_text(mine, was, now)) != mine:
                cells[column] = merged
        if self.mine.kind is SectionKind.HEADERS and key in _MEDIA_TYPE_ROWS:
            cells[DESCRIPTION] = _with_media_types(cells.get(DESCRIPTION, ""), wanted[DESCRIPTION])
        return cells, row, any(text != before.get(c, "") for c, text in cells.items())

    def _change_facts(self, cells: dict[str, str], row: Row, new_row: Row) -> None:
        """Replace the cells whose facts differ."""
        mine, new = self.mine.property(row), self.new.property(new_row)
        wanted = self.new.cells(new_row)
        if bool(mine.required) != bool(new.required) and self.mine.kind is not SectionKind.PATH:
            if Facet.REQUIRED in self.mine.columns:
                cells[Facet.REQUIRED] = "Yes" if new.required else "No"
                self._mark_if_marked(cells, bool(new.required))
            elif self._has_marks() or not new.required:
                self._mark(cells, bool(new.required))
            else:
                cells[Facet.REQUIRED] = "Yes"
        facets = dict(mine.facets), dict(new.facets)
        plain = (each.schema.replace(examples=(), description="") for each in (mine, new))
        style = (each.get(Facet.STYLE) for each in facets)
        if len(set(plain)) == 1 and len(set(style)) == 1:
            return
        for column in _FACT_COLUMNS:
            if column == Facet.REQUIRED:
                continue
            if column == TYPE:
                is_same = mine.type == new.type
            else:
                is_same = facets[0].get(Facet(column)) == facets[1].get(Facet(column))
            if not is_same:
                cells[column] = wanted.get(column, "")

    def _mark_if_marked(self, cells: dict[str, str], required: bool) -> None:
        if not required and REQUIRED_MARK in cells.get(DESCRIPTION, ""):
            self._mark(cells, required)

    def _rewrite_rows(self, rows: Sequence[tuple[dict[str, str], Row | None, bool]]) -> None:
        columns = self.mine.columns
        line = self.mine.raw.span.start + 2
        left = {row.span.start for row in self.mine.table.rows}
        for cells, row, is_changed in rows:
            if row is None:
                self.page.insert(line, [self._line(cells, columns, None)])
                continue
            left.discard(row.span.start)
            if is_changed:
                self.page.replace(row.span, [self._line(cells, columns, row)])
            line = row.span.end + 1
        for row in self.mine.table.rows:
            if row.span.start in left:
                self.page.replace(row.span, [])

    def _rewrite_with(
        self, added: Sequence[str], rows: Sequence[tuple[dict[str, str], Row | None, bool]]
    ) -> None:
        """Write the whole table, with further columns before that of the descriptions."""
        old = self.mine.columns
        place = old.index(DESCRIPTION) if DESCRIPTION in old else len(old)
        columns = [*old[:place], *added, *old[place:]]
        start = self.mine.raw.span.start
        heads = [cell.text for cell in split_row(self.page.lines[start - 1])]
        titles = {column: column.title() for column in added}
        head = [*heads[:place], *(titles[column] for column in added), *heads[place:]]
        rules = [cell.text for cell in split_row(self.page.lines[start])]
        rule = [*rules[:place], *("---" for _ in added), *rules[place:]]
        lines = [written_row(head), f"|{'|'.join(rule)}|"]
        lines += [self._line(cells, columns, row) for cells, row, _ in rows]
        self.page.replace(self.mine.raw.span, lines)

    def _line(self, cells: Mapping[str, str], columns: Sequence[str], row: Row | None) -> str:
        """Write a row, with the cells beyond the columns and the comment that the page has."""
        texts = [cells.get(column, "") for column in columns]
        if row is None:
            return written_row(texts)
        texts += [cell.text for cell in row.cells[len(self.mine.table.columns) :]]
        spans = range(row.span.start, row.span.end + 1)
        comments = [
            self.page.lines[each.line - 1][each.column - 1 : each.end_column - 1]
            for each in self.page.document.directives
            if each.line in spans
        ]
        return " ".join([written_row(texts), *comments])

    def kept(self) -> list[str]:
        """Return the lines of removed rows with an author's words."""
        names = self.new.rows()
        kept = []
        for row in self.mine.table.rows:
            own = self.mine.key(row)
            if self.renames.get(own, own) in names or self._is_own(own):
                continue
            was = None if self.old is None else self.old.get(own)
            cells = self.mine.cells(row)
            columns = cells.keys() - {self.mine.table.columns[0], *_FACT_COLUMNS}
            own_words = (cells[c] for c in columns if was is None or cells[c] != was.get(c, ""))
            if any(own_words) or len(row.cells) > len(self.mine.table.columns):
                kept += self.page.text(row.span).split("\n")
        return kept


def _with_media_types(mine: str, new: str) -> str:
    """Return a description of a header row with the media types of another one."""
    found, wanted = _CODE_LIST.search(mine), _CODE_LIST.search(new)
    if found is None or wanted is None:
        return new if found is None and wanted else mine
    codes = [re.findall(r"`([^`]*)`", match[0]) for match in (found, wanted)]
    if [c.strip() for c in codes[0]] == [c.strip() for c in codes[1]]:
        return mine
    return mine[: found.start()] + wanted[0] + mine[found.end() :]
