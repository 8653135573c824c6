"""A docs tree in memory, some of whose pages are being edited.

A page by itself is checked whenever its text changes, in milliseconds. What it is in relation to
others takes seconds where they are thousands, and is found by `OpenTree.refresh`, in a thread of
its own. Until then, earlier findings of that kind stay with their lines.
"""

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from callsheet.catalog.catalog import Catalog
from callsheet.catalog.collected import collected
from callsheet.catalog.readings import read_all, read_bytes, read_pages, unread
from callsheet.checks.engine.baseline import read_baseline, split_known
from callsheet.checks.engine.check_page import (
    CheckedReading,
    PageResult,
    Relations,
    RuleFault,
    check_page,
)
from callsheet.checks.engine.runner import ResultCache, conclude, tree_findings
from callsheet.checks.engine.selection import habits
from callsheet.checks.engine.session import CheckSession
from callsheet.checks.model.tree import Tree
from callsheet.configuration import read_docs_languages
from callsheet.docs_collections import ALL_PAGES, DocsCollection
from callsheet.findings import Finding
from callsheet.memo import paused_collection
from callsheet.model import Page
from callsheet.paths import PAGE_SUFFIXES, walking_order
from callsheet.source import Reading
from callsheet.source.document import read_lines
from callsheet.source.layouts.choice import read_choice
from callsheet.watch import TreeState, state_of

MAX_EDITED_BYTES = 1024 * 1024
"""A larger page is not checked while it is edited, which would take more than a second."""


_MANY = 300
"""Pages that are not in the cache from which on another process checks them first."""

_PATIENCE = 600
"""Seconds that it may take."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that is being edited.

    Attributes:
        data: Its text, which may not be saved.
        checked: What was read and found.
    """

    data: bytes
    checked: CheckedReading


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All pages at one moment.

    Attributes:
        tree: The pages.
        opened: Those of them that were being edited.
        further: The findings about pages in relation to each other, by path.
        accepted: The codes and messages of the habits that the configuration accepts.
        faults: The rules that failed.
    """

    tree: Tree
    opened: Mapping[str, OpenPage]
    further: Mapping[str, Sequence[Finding]]
    accepted: frozenset[tuple[str, str]]
    faults: tuple[RuleFault, ...]


class OpenTree:
    """A docs tree in memory.

    Attributes:
        session: The options of docs CI.
        opened: The pages that are being edited, by path.
        snapshot: All pages, as `refresh` found them last; None before.

    Args:
        session: The options of docs CI.
        collection: The collection whose pages are compared with each other; all pages by default.

    Raises:
        ConfigurationError: The baseline cannot be read, or a layout is not known.
    """

    def __init__(self, session: CheckSession, collection: DocsCollection = ALL_PAGES) -> None:
        self.session = session
        self._collection = collection
        self.opened: dict[str, OpenPage] = {}
        self.snapshot: Snapshot | None = None
        self._layouts = read_choice(session.docs)
        self._languages = read_docs_languages(session.docs)
        self._known = read_baseline(session.baseline) if session.baseline else Counter()
        self._state: TreeState | None = None
        self._readings: dict[str, Reading] = {}
        self._results: dict[str, PageResult] = {}

    def edit(self, path: str, data: bytes) -> bool:
        """Take the text of a page, and check the page by itself.

        Returns:
            Whether it was checked. It is not where it is larger than `MAX_EDITED_BYTES`.
        """
        if len(data) > MAX_EDITED_BYTES:
            self.close(path)
            return False
        self.opened[path] = OpenPage(data, self._check(path, data))
        return True

    def close(self, path: str) -> None:
        """Forget the text of a page; from the next refresh on, its file counts again."""
        self.opened.pop(path, None)

    @property
    def tree(self) -> Tree:
        """All pages as `refresh` found them last; before, those that are being edited."""
        if self.snapshot:
            return self.snapshot.tree
        readings = (page.checked.reading for page in self.opened.values())
        return Tree(Catalog.of(self.session.docs, readings))

    def data(self, path: str) -> bytes:
        """Return the text of a page as it is edited, else that of its file."""
        page = self.opened.get(path)
        return page.data if page else self.tree.data(path)

    def pages(self) -> Iterator[Page]:
        """Yield the pages in all languages, as they are edited, else as `refresh` found them."""
        edited = {path: page.checked.reading.page for path, page in self.opened.items()}
        for page in self.tree.catalog.all_pages:
            yield edited.pop(page.path, page)
        yield from edited.values()

    def findings(self, path: str) -> list[Finding]:
        """Return the findings about a page that is being edited."""
        page, last = self.opened[path], self.snapshot
        further: Sequence[Finding] = last.further.get(path, ()) if last else ()
        if last and further:
            seen = last.opened.get(path)
            before = seen.data if seen else last.tree.data(path)
            further = [*moved(further, read_lines(before), read_lines(page.data))]
        results, tree = {path: page.checked.result}, self.tree
        relations = Relations.of(tree, results, further)
        about = conclude(
            relations, tree.lines, results, self.session.selection, page.checked.faults
        )
        accepted = last.accepted if last else frozenset()
        found = [f for f in about.findings if (f.code, f.message) not in accepted]
        new, _, _ = split_known(found, self._known)
        return new

    def refresh(self) -> None:
        """Read the files that have changed, and check all pages together.

        Only one thread may be in here; others may use the rest meanwhile.

        Raises:
            DocsError: The directory does not exist or a page cannot be opened.
        """
        opened = dict(self.opened)
        with paused_collection():
            self._read_changes()
            edited = {path: page.checked for path, page in opened.items()}
            readings = self._readings | {path: each.reading for path, each in edited.items()}
            results = self._results | {path: each.result for path, each in edited.items()}
            paths = sorted(readings, key=walking_order)
            catalogs = collected(
                self.session.docs,
                [readings[path] for path in paths],
                self.session.collections,
                self._languages,
            )
            name = self._collection.name
            catalog = next(each for each in catalogs if each.collection.name == name)
            results = {path: each for path, each in results.items() if self._collection.has(path)}
            tree = Tree(
                catalog,
                {path: page.data for path, page in opened.items()},
                {path: result.evidence for path, result in results.items()},
            )
            faults: list[RuleFault] = []
            further = tree_findings(tree, self.session.types_dir, faults)
            by_path: defaultdict[str, list[Finding]] = defaultdict(list)
            for finding in further:
                by_path[finding.path].append(finding)
            accepted = frozenset(self._accepted(tree, results, further))
            self.snapshot = Snapshot(tree, opened, dict(by_path), accepted, tuple(faults))

    def is_current(self) -> bool:
        """Tell whether nothing has changed since the last refresh."""
        last = self.snapshot
        return last is not None and last.opened == self.opened and self._state == self._now()

    def _accepted(
        self, tree: Tree, results: Mapping[str, PageResult], further: Iterable[Finding]
    ) -> Iterator[tuple[str, str]]:
        accept = self.session.accept
        if accept:
            relations = Relations.of(tree, results, further)
            about = conclude(relations, tree.lines, results, self.session.selection)
            found = habits((f for f in about.findings if f.code in accept), len(about.pages))
            yield from ((f.code, f.message) for same in found.values() for f in same)

    def _check(self, path: str, data: bytes) -> CheckedReading:
        return check_page(data, path, self._layouts.of(path))

    def _now(self) -> TreeState:
        return state_of(self.session.docs)

    def _read_changes(self) -> None:
        docs, before = self.session.docs, self._state
        # Taken first, so that what changes while files are read is read again.
        state = self._now()
        if before is None:
            contents = read_pages(docs, {})
            pages = {path: data for path, data in contents.items() if data is not None}
            if ResultCache(docs).count_unknown(pages) >= _MANY:
                _fill_caches(docs)
            cache = ResultCache(docs)
            self._results = cache.check(pages)
            readings = read_all(docs, replaced=pages, already_read=cache.readings)
            self._readings = {reading.page.path: reading for reading in readings}
        else:
            for file in {file for file, _, _ in before ^ state}:
                page = Path(file)
                if file.endswith(PAGE_SUFFIXES) and not page.name.startswith("."):
                    self._read(page)
        self._state = state

    def _read(self, file: Path) -> None:
        docs = self.session.docs
        path = file.relative_to(docs).as_posix()
        self._results.pop(path, None)
        if not file.is_file():
            self._readings.pop(path, None)
        elif (data := read_bytes(docs, path)) is None:
            self._readings[path] = unread(docs, path)
        else:
            self._readings[path], self._results[path], _ = self._check(path, data)


def _fill_caches(docs: Path) -> None:
    """Check a docs tree in another process, which uses all cores, and leaves its results on disk.

    Checking thousands of pages takes much memory, which a process that stays would never give back.
    """
    command = (sys.executable, "-m", "callsheet", "check", "--docs", str(docs))
    # Whatever becomes of it, the pages are read afterwards, from the disk or anew.
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 - our own program
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )


def moved(
    findings: Iterable[Finding], before: Sequence[str], now: Sequence[str]
) -> Iterator[Finding]:
    """Yield findings at the lines where their text is now, without those whose text was edited.

    Args:
        findings: The findings about a page.
        before: The lines of the page to which they refer.
        now: Its lines.
    """
    shorter = min(len(before), len(now))
    above = next((n for n in range(shorter) if before[n] != now[n]), shorter)
    most = shorter - above
    below = next((n for n in range(most) if before[-1 - n] != now[-1 - n]), most)
    place = partial(_line_now, above, len(before) - below, len(now) - len(before))
    for finding in findings:
        start, end = place(finding.line), place(max(finding.end_line, finding.line))
        if start is None or end is None or end < start:
            continue
        moved_end = end if finding.end_line else 0
        # An edit that was right for the other text need not be right for this one.
        fix = finding.fix if before == now else ()
        yield replace(finding, line=start, end_line=moved_end, fix=fix)


def _line_now(above: int, below: int, shift: int, line: int) -> int | None:
    """Return the number of a line after an edit; None if it was edited.

    Args:
        above: How many lines are above the edit.
        below: The last line of the edited ones.
        shift: How many lines were added.
        line: The line before the edit.
    """
    if line <= above:
        return line
    return line + shift if line > below else None
