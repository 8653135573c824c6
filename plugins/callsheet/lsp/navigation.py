"""Where a symbol is defined, where it is used, and what to change to give it another name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.checks.engine.open_tree import OpenTree
from callsheet.findings import Edit
from callsheet.lsp.symbols import Symbol, SymbolKind, lines_with_type, uids_of
from callsheet.model import LinkKind, Page
from callsheet.paths import TOC_NAMES, folder_of, is_file, join, stays_inside
from callsheet.source.document import read_document, read_lines
from callsheet.source.front_matter import line_of_key
from callsheet.source.readers.reader import read_from
from callsheet.untrusted import DocumentLimits, UnusableError, read_within

_UID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_FOLDERS = 1000
"""Folders with a table of contents that are searched for a uid."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A range in a line of a file of the docs tree.

    Attributes:
        path: The file, relative to the docs directory.
        line: The line.
        column: The first column.
        end_column: The column after the last one.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 1


class Navigation:
    """Where the symbols of a docs tree are.

    Args:
        opened: All pages, with the texts of those that are being edited.
    """

    def __init__(self, opened: OpenTree) -> None:
        self._opened = opened
        self._tree = opened.tree

    def definition(self, symbol: Symbol, path: str) -> Spot | None:
        """Return where a symbol of a page is defined."""
        tree = self._tree
        match symbol.kind:
            case SymbolKind.UID if page := tree.catalog.pages_by_uid.get(symbol.name):
                return self._spot_of_uid(page)
            case SymbolKind.TYPE if found := tree.types.get(symbol.name):
                return self._line(found.path, found.line(tree.catalog))
            case SymbolKind.FILE:
                known = is_file(tree.catalog.root, symbol.name)
                inside = known and stays_inside(tree.catalog.root, symbol.name)
                return Spot(symbol.name) if inside else None
            case SymbolKind.ROW if symbol.row:
                return self._line(path, symbol.row.span.start)
        return None

    def references(self, symbol: Symbol) -> list[Spot]:
        """Return where a uid, a type or a file is named."""
        match symbol.kind:
            case SymbolKind.UID:
                return sorted(self._uses_of(symbol.name))
            case SymbolKind.TYPE:
                return sorted(self._uses_of_type(symbol.name))
            case SymbolKind.FILE:
                return sorted(self._links_to(symbol.name))
        return []

    def problem_of_name(self, old: str, new: str) -> str:
        """Say why a uid cannot have another name; empty where it can."""
        if not _UID.fullmatch(new):
            return f"`{new}` cannot be a uid: it has letters, digits, `_`, `.` and `-` only."
        if new != old and (page := self._tree.catalog.pages_by_uid.get(new)):
            return f"`{new}` is the uid of `{page.path}` already."
        return ""

    def renaming(self, old: str, new: str) -> Iterator[tuple[str, Edit]]:
        """Yield the edits that give a uid another name, with the files they are for."""
        for spot in sorted(self._uses_of(old)):
            yield spot.path, Edit(spot.line, spot.column, spot.line, spot.end_column, new)

    def _uses_of(self, uid: str) -> Iterator[Spot]:
        for page in self._pages_with(uid):
            document = read_document(self._opened.data(page.path))
            for symbol in uids_of(document, read_from(document, page.path), (uid,)):
                if symbol.name == uid:
                    yield Spot(page.path, symbol.line, symbol.column, symbol.end_column)
        yield from self._in_contents(uid)

    def _pages_with(self, uid: str) -> Iterator[Page]:
        kinds = (LinkKind.XREF, LinkKind.MENTION)
        catalog = self._tree.catalog
        sent = (*catalog.outgoing, *(each.operation for each in catalog.translations))
        causes = {each.path for each in sent if each.outgoing and each.outgoing.cause == uid}
        for page in self._opened.pages():
            named = any(link.kind in kinds and link.target == uid for link in page.links)
            if named or page.uid == uid or page.path in causes:
                yield page

    def _in_contents(self, uid: str) -> Iterator[Spot]:
        """Yield where tables of contents name a uid."""
        root = self._tree.catalog.root
        folders = {"": None} | {folder_of(page.path): None for page in self._opened.pages()}
        name = rf"(?:\b(?:uid|topicUid|homepageUid)\s*:\s*[\"']?|xref:)({re.escape(uid)})(?![\w.-])"
        for folder in [*folders][:_FOLDERS]:
            for path in (join(folder, name) for name in TOC_NAMES):
                for number, text in enumerate(_lines_of(root, path), 1):
                    for match in re.finditer(name, text):
                        yield Spot(path, number, match.start(1) + 1, match.end(1) + 1)

    def _uses_of_type(self, name: str) -> Iterator[Spot]:
        word = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])")
        catalog = self._tree.catalog
        translations = (each.operation for each in catalog.translations)
        for operation in (*catalog.documented, *translations):
            for line in lines_with_type(operation, name):
                lines = read_lines(self._opened.data(operation.path))
                text = lines[line - 1] if line <= len(lines) else ""
                for match in word.finditer(text):
                    yield Spot(operation.path, line, match.start() + 1, match.end() + 1)
        for table in catalog.type_tables:
            if table.name == name:
                yield self._line(table.path, self._line_of_definition(table.path, table.span.start))

    def _line_of_definition(self, path: str, start: int) -> int:
        return line_of_key("defines", read_lines(self._opened.data(path))) or start

    def _links_to(self, path: str) -> Iterator[Spot]:
        for page in self._opened.pages():
            for link in page.links:
                is_file_link = link.kind in (LinkKind.FILE, LinkKind.INCLUDE)
                if is_file_link and join(folder_of(page.path), link.target) == path:
                    yield self._line(page.path, link.span.start)

    def _spot_of_uid(self, page: Page) -> Spot:
        document = read_document(self._opened.data(page.path))
        own = uids_of(document, read_from(document, page.path), ())
        found = next((symbol for symbol in own if symbol.name == page.uid), None)
        if found is None:
            return Spot(page.path)
        return Spot(page.path, found.line, found.column, found.end_column)

    def _line(self, path: str, number: int) -> Spot:
        lines = read_lines(self._opened.data(path))
        text = lines[number - 1] if 1 <= number <= len(lines) else ""
        start = len(text) - len(text.lstrip())
        return Spot(path, number, start + 1, len(text.rstrip()) + 1)


def _lines_of(root: Path, path: str) -> Iterable[str]:
    if not is_file(root, path) or not stays_inside(root, path):
        return ()
    try:
        return read_within(root / path, DocumentLimits()).split("\n")
    except (UnusableError, OSError):
        return ()
