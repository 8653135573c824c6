"""Plans how pages follow a new version of their document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.catalog import Catalog
from callsheet.catalog.readings import read_pages
from callsheet.checks.engine.fixes import Fixed
from callsheet.checks.rules.document import EXTRA_OPERATION, MISSING_OPERATION
from callsheet.diff.callbacks import noun_of
from callsheet.diff.model import quoted
from callsheet.diff.pairing import OperationPair, subject
from callsheet.errors import DocsError
from callsheet.findings import Finding, Severity
from callsheet.model import SectionKind
from callsheet.model.operation import IMPORTED_FROM
from callsheet.source import read_page
from callsheet.sync.contradictions import Disagreement, compare_pages
from callsheet.sync.document import SourceDocument, name_of
from callsheet.sync.keys import merge_keys
from callsheet.sync.merge import PageMerge
from callsheet.sync.page import EditedPage

_IMPORTED_FROM = re.compile(rf"^{IMPORTED_FROM}: .*\n", re.MULTILINE)
_PARAMETERS = frozenset(
    {
        SectionKind.PATH,
        SectionKind.QUERY,
        SectionKind.HEADERS,
        SectionKind.COOKIES,
        SectionKind.PARAMETERS,
    }
)
_ROUTE = frozenset({SectionKind.DESCRIPTION, SectionKind.PATH})
_SECTIONS: Mapping[str, frozenset[SectionKind]] = {
    "parameters": _PARAMETERS,
    "requestBody": frozenset({SectionKind.REQUEST_BODY, SectionKind.HEADERS}),
    "responses": frozenset(
        {
            SectionKind.RESPONSE,
            SectionKind.RESPONSE_BODY,
            SectionKind.RESPONSE_HEADERS,
            SectionKind.HEADERS,
        }
    ),
}
"""The sections that may say something wrong, by the key of the document's operation."""


@dataclass
class UpdatePlan:
    """Changes of an update.

    Attributes:
        root: The folder of the pages.
        pages: The pages that change, before and after; those that are new were empty before.
        messages: What happened to whole operations and types.
        findings: What was not changed, and needs an author, by the lines of the changed pages.
    """

    root: Path
    pages: list[Fixed] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def plan_update(
    source: SourceDocument, root: Path, former: SourceDocument | None = None
) -> UpdatePlan:
    """Plan the changes that make pages say what a document says; nothing is written.

    Facts are those of the document then. Texts and examples are only changed where the page still
    has those of the former document, and what an author wrote about something that is gone is kept
    in a comment.

    Args:
        source: The new document.
        root: The folder of the pages.
        former: The document that the pages were written by, if it is known.

    Raises:
        DocsError: There is no such folder, or a page cannot be read.
    """
    if not root.is_dir():
        raise DocsError(f"There is no folder `{root}` to update. Import without --update first.")
    return _Planner(source, root, former).run()


class _Planner:
    def __init__(self, source: SourceDocument, root: Path, former: SourceDocument | None) -> None:
        self._source = source
        self._former = former
        self._plan = UpdatePlan(root)
        contents = read_pages(root, {})
        self._contents = {path: data for path, data in contents.items() if data is not None}
        self._catalog = self._read(self._contents)
        self._wrong: dict[str, list[Disagreement]] = {}
        for each in compare_pages(source, self._catalog):
            self._wrong.setdefault(each.path, []).append(each)

    def run(self) -> UpdatePlan:
        pairs, missing, extra = self._source.pairs(self._catalog.operations)
        sent, not_there, only_there = self._source.outgoing_pairs(self._catalog)
        old = self._old_operations()
        # What the section of a callback says is left to authors.
        pairs += [each for each in sent if each.new.uid in self._catalog.by_uid]
        for pair in pairs:
            self._operation(pair, old.get(pair.new.path))
        tables = {table.name: table.path for table in self._catalog.type_tables}
        for table in self._source.catalog.type_tables:
            if path := tables.pop(table.name, ""):
                self._type(table.path, path, old.get(path))
            else:
                self._add(table.path, f"The type {quoted(table.name)} is new.")
        for operation in (*missing, *not_there):
            noun = noun_of(operation)
            self._add(operation.path, f"{noun[:1].upper()}{noun[1:]} is new.")
        for operation in (*extra, *only_there):
            self._gone(operation.path, noun_of(operation), old)
        for name, path in tables.items():
            self._gone(path, f"the type {quoted(name)}", old)
        self._overviews()
        self._plan.pages.sort(key=lambda page: page.path)
        self._plan.findings += self._remaining()
        return self._plan

    def _read(self, contents: Mapping[str, bytes]) -> Catalog:
        readings = (read_page(data, path) for path, data in sorted(contents.items()))
        return Catalog.of(self._plan.root, readings)

    def _old_operations(self) -> dict[str, str]:
        """Return the paths of the former document's pages by those of the pages."""
        if self._former is None:
            return {}
        pairs, _, _ = self._former.pairs(self._catalog.operations)
        pairs += self._former.outgoing_pairs(self._catalog)[0]
        found = {pair.new.path: pair.old.path for pair in pairs}
        own = {table.name: table.path for table in self._former.catalog.type_tables}
        tables = self._catalog.type_tables
        return found | {table.path: own[table.name] for table in tables if table.name in own}

    def _operation(self, pair: OperationPair, old_path: str | None) -> None:
        before, after = subject(pair.new), subject(pair.old)
        path = pair.new.path
        if before != after:
            self._say(path, f"{quoted(before)} is {quoted(after)} now.")
        kinds = set(_ROUTE if before != after else ())
        for each in self._wrong.get(path, ()):
            kinds |= _SECTIONS.get(each.key, frozenset())
        if (page := self._page(path)) is None:
            return
        new = EditedPage(_from_source_of(page, self._source.texts[pair.old.path]))
        old = self._old_page(old_path, page)
        same_name = pair.old.uid == pair.new.uid
        if old is not None and same_name and old.data == page.data:
            self._change(path, new.data)
            return
        if any(key[0] is SectionKind.PARAMETERS for key in page.sections):
            # An import has a table for each location, and here is one for several.
            kinds -= _PARAMETERS
        PageMerge(page, new, old, frozenset(kinds)).run()
        keys = old.document.front_matter if old else None
        wanted = self._source.operation_id(pair.old)
        if wanted and wanted != name_of(pair.new):
            names = f"{quoted(name_of(pair.new))} is called {quoted(wanted)}"
            self._say(path, f"The operation {names} now. The uid of its page stays.")
        merge_keys(page, new.document.front_matter, keys, wanted)
        self._finish(path, page)

    def _type(self, own_path: str, path: str, old_path: str | None) -> None:
        if (page := self._page(path)) is None:
            return
        new = EditedPage(_from_source_of(page, self._source.texts[own_path]))
        old = self._old_page(old_path, page)
        if old is not None and old.data == page.data:
            self._change(path, new.data)
            return
        kinds = {SectionKind.DESCRIPTION} if path in self._wrong else set()
        PageMerge(page, new, old, frozenset(kinds)).run()
        self._finish(path, page)

    def _page(self, path: str) -> EditedPage | None:
        """Return a page to edit; None for one whose text cannot be decoded."""
        page = EditedPage(self._contents[path])
        if line := page.document.undecodable_line:
            self._find(path, line, "The page is not in UTF-8, and was not changed.")
            return None
        return page

    def _old_page(self, path: str | None, page: EditedPage) -> EditedPage | None:
        if self._former is None or path is None:
            return None
        return EditedPage(_from_source_of(page, self._former.texts[path]))

    def _finish(self, path: str, page: EditedPage) -> None:
        for line, message in page.notes:
            self._find(path, page.line_after(line), message)
        self._change(path, page.content())

    def _change(self, path: str, after: bytes) -> None:
        before = self._contents.get(path, b"")
        if after != before:
            self._plan.pages.append(Fixed(path, before, after))

    def _add(self, path: str, message: str) -> None:
        if path in self._contents or (self._plan.root / path).exists():
            self._find(path, 1, f"{message} A page with its path exists and was not changed.")
            return
        self._say(path, message)
        self._change(path, self._source.texts[path].encode())

    def _gone(self, path: str, what: str, old: Mapping[str, str]) -> None:
        if self._former is not None and path not in old:
            return
        says = f"{'is no longer' if self._former else 'is not'} in {quoted(self._source.name)}"
        message = f"{what[:1].upper()}{what[1:]} {says}. Delete the page, or keep it."
        self._find(path, 1, message)

    def _overviews(self) -> None:
        folders = {page.path.rpartition("/")[0] for page in self._plan.pages if not page.before}
        for folder in sorted(filter(None, folders)):
            path = f"{folder}/index.md"
            if path in self._source.texts and not (self._plan.root / path).exists():
                self._change(path, self._source.texts[path].encode())

    def _remaining(self) -> Iterator[Finding]:
        """Yield the contradictions that are left: what was not understood."""
        contents = self._contents | {page.path: page.after for page in self._plan.pages}
        for each in compare_pages(self._source, self._read(contents)):
            if each.rule not in (EXTRA_OPERATION, MISSING_OPERATION):
                yield self._finding(each.path, each.line, f"This was not changed: {each.message}")

    def _say(self, path: str, message: str) -> None:
        self._plan.messages.append(f"{self._plan.root / path}: {message}")

    def _find(self, path: str, line: int, message: str) -> None:
        self._plan.findings.append(self._finding(path, line, message))

    def _finding(self, path: str, line: int, message: str) -> Finding:
        place = (self._plan.root / path).as_posix()
        return Finding(place, line, 1, "", Severity.WARNING, message, "")


def _from_source_of(page: EditedPage, text: str) -> bytes:
    """Return a page of the document with the name of the document that a page is from.

    A new version of the document may have another name, which changes nothing that pages say.
    """
    has_name = IMPORTED_FROM in page.document.front_matter
    line = page.lines[page.document.line_of_key(IMPORTED_FROM) - 1]
    own = f"{line}\n" if has_name else ""
    return _IMPORTED_FROM.sub(lambda _: own, text, count=1).encode()
