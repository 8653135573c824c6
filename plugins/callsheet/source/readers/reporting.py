"""Findings of the reader of a page.

The reader says what is odd and where; messages and exact places are worked out here.
"""

from dataclasses import dataclass, field

from callsheet import lazy_re as re
from callsheet.findings import Finding
from callsheet.model import Location, Property, SectionKind, is_possible, read_style, shape_of
from callsheet.model.encodings import read_encoding
from callsheet.model.rows import MAX_LEVELS, is_too_deep
from callsheet.schema.words.facets import Facet, read_row
from callsheet.source.document import BlockKind, Document
from callsheet.source.faults import Fault
from callsheet.source.messages import Malformed, label_of, lines_of, read_route
from callsheet.source.sections import RawSection
from callsheet.source.tables import Row, Table

_EXAMPLE_LABELS = {"http", "http!", "http_"}
_MAX_NAME = 60
"""Characters of a long name that a message quotes."""

_HTML_TABLE = re.compile(r"\s*<table[\s>]", re.IGNORECASE)
_QUOTED_TABLE = re.compile(r"^[ \t]*+>[ \t]*+\|.*\n[ \t]*+>[ \t]*+\|?[ \t]*+:?-", re.MULTILINE)


@dataclass(slots=True)
class PageReporter:
    """Collects the findings about one page while it is read."""

    path: str
    document: Document
    findings: list[Finding] = field(default_factory=list)

    def report(self, fault: Fault, line: int, message: str) -> None:
        """Add a finding about a line of the page."""
        self.findings.append(fault.at(self.path, line, message))

    def report_front_matter(self) -> None:
        """Report front matter that could not be read."""
        for flaw in self.document.flaws:
            self.report(flaw.fault, flaw.line, flaw.message)

    def report_undecodable(self) -> None:
        """Report bytes that are not UTF-8."""
        document = self.document
        if document.undecodable_line is not None:
            message = "The line has bytes that are not UTF-8."
            if document.encoding:
                message = f"The page is in {document.encoding}, which MkDocs cannot read."
            self.report(Fault.UNDECODABLE, document.undecodable_line, message)

    def report_text(self) -> None:
        """Report blocks that are never closed."""
        for block in self.document.blocks:
            if not block.closed:
                what = "fence" if block.kind is BlockKind.FENCE else "HTML block"
                self.report(Fault.UNCLOSED, block.span.start, f"The {what} is never closed.")

    def report_missing_uid(self) -> None:
        """Report that a page has no uid, unless its front matter was reported already."""
        document = self.document
        if any(flaw.key in ("", "uid", "id") for flaw in document.flaws):
            return
        line = document.line_of_key("uid")
        message = "The `uid` is empty." if line > 1 else "The page has no `uid`."
        if line > 1 and document.body_line == 1:
            if document.lines[0].strip() == "---":
                message = "The front matter has no line `---` at its end."
            else:
                line, message = 1, "The front matter does not begin on the first line."
        self.report(Fault.UID, line, message)

    def report_missing_route(self, description: RawSection) -> None:
        """Report that no fence has the route, at the fence that was probably meant to have it."""
        for fence in description.fences("http"):
            for text in lines_of(fence)[:1]:
                self.report(Fault.ROUTE, text.span.start, f"`{text.markdown}` is not a route.")
                return
            self.report(Fault.ROUTE, fence.span.start, "The fence of the route is empty.")
            return
        for block in description.blocks:
            if block.kind is BlockKind.FENCE and label_of(block) not in _EXAMPLE_LABELS:
                for text in lines_of(block)[:1]:
                    if read_route(text.markdown):
                        message = f"The fence of the route `{text.markdown}` has no label `http`."
                        self.report(Fault.ROUTE, block.span.start, message)
                        return
        heading = next((b for b in description.blocks if b.kind is BlockKind.HEADING), None)
        line = (heading or description).span.start
        self.report(Fault.ROUTE, line, "The page has the sections of an operation but no route.")

    def report_unread_tables(self, section: RawSection) -> None:
        """Report tables that no section understands because of how they are written."""
        if section.kind in (SectionKind.DESCRIPTION, SectionKind.OTHER):
            return
        for block in section.blocks:
            if block.kind is not BlockKind.OTHER:
                continue
            is_html = _HTML_TABLE.match(block.text)
            if is_html or _QUOTED_TABLE.search(block.text):
                how = "is HTML" if is_html else "stands in a quote"
                message = f"The table {how}, and documents nothing."
                self.report(Fault.UNREAD_TABLE, block.span.start, message)

    def report_unknown_table(self, table: Table, section: RawSection) -> None:
        """Report a table whose columns its section does not know."""
        columns = " | ".join(table.columns)
        message = f"A table `{columns}` has no place in `{section.title}`."
        self.report(Fault.UNKNOWN_TABLE, table.span.start, message)

    def report_ragged_row(self, row: Row, columns: int) -> None:
        """Report a row with too many or too few cells, at the first extra one or at its end."""
        line = row.span.start
        message = f"The row has {len(row.cells)} cells for {columns} columns."
        if line != row.span.end:
            self.report(Fault.RAGGED_ROW, line, message)
            return
        last = len(self.document.lines[line - 1].rstrip()) + 1
        start = row.cells[columns].column if len(row.cells) > columns else last - 1
        end = max(last, start + 1)
        found = Fault.RAGGED_ROW.at(self.path, line, message, column=start, end=(line, end))
        self.findings.append(found)

    def report_facets(self, item: Property) -> None:
        """Report cells such as `Limits` that could not be read, and rows that are too deep."""
        self.report_nesting(item)
        if not item.facets:
            return
        for facet, text, why in read_row(item.type.written if item.type else "", item.facets)[1]:
            reason = f": {why}" if why else ""
            label = f"{item.label[0].upper()}{item.label[1:]}"
            message = f"{label} has `{text}` in the column `{facet.title()}`{reason}."
            self.report(Fault.FACET, item.span.start, message)

    def report_nesting(self, item: Property) -> None:
        """Report a row that is nested more deeply than rows are followed."""
        if is_too_deep(item.name):
            name = item.name
            name = name if len(name) <= _MAX_NAME else f"{name[:_MAX_NAME]}\u2026"
            message = f"`{name}` is inside of more than {MAX_LEVELS - 1} others."
            self.report(Fault.NESTING, item.span.start, message)

    def report_style(self, item: Property, location: Location) -> None:
        """Report a cell `Style` that names no style, or one that is impossible there."""
        text = dict(item.facets).get(Facet.STYLE) if item.facets else None
        if text is None:
            return
        how, shape = read_style(text, location), shape_of(item.schema)
        if how is None:
            message = f"`{item.name}` has `{text}` in the column `Style`."
        elif not is_possible(how, location, None):
            message = f"`{item.name}` is in the {location}, where nothing is `{text}`."
        elif not is_possible(how, location, shape):
            message = f"`{item.name}` is not an object or array that could be `{text}`."
        else:
            return
        self.report(Fault.FACET, item.span.start, message)

    def report_encoding(self, item: Property) -> None:
        """Report a cell `Sent As` that is neither a style nor a media type."""
        text = dict(item.facets).get(Facet.SENT_AS) if item.facets else None
        if text is not None and read_encoding(text) is None:
            message = f"`{item.name}` has `{text}` in the column `Sent As`."
            self.report(Fault.FACET, item.span.start, message)

    def report_malformed(self, found: Malformed) -> None:
        """Report an example that is not an HTTP message."""
        message = f"The example has `{found.text}` where {found.expected} belongs."
        self.report(Fault.MESSAGE, found.line, message)
