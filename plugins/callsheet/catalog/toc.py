"""Navigation in `toc.yml` files, as DocFX reads them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import yaml

from callsheet.addresses import has_scheme, safe_address
from callsheet.findings import FaultKind, Finding, Severity
from callsheet.model import Page
from callsheet.paths import TOC_NAMES, folder_of, is_file, join, stays_inside, toc_file
from callsheet.source.links import read_xref
from callsheet.untrusted import (
    DocumentLimits,
    ExcessiveError,
    UnusableError,
    compose_yaml,
    read_within,
)

LIMITS = DocumentLimits()
"""A file that exceeds them is not read."""

MAX_ENTRIES = 100_000
MAX_DEPTH = 50
"""These limits keep YAML's aliases from multiplying a few entries into millions."""

_OVERVIEWS = ("index.md", "README.md")


class TocFault(FaultKind):
    """A fault of a table of contents: the code and the hint of its findings."""

    UNREADABLE = ("CS018", Severity.ERROR, "Write a list of entries with `name` and `href`.")
    NOWHERE = (
        "CS019",
        Severity.ERROR,
        "Give it the `href` of a page, a folder or another `toc.yml`, or `items`.",
    )
    CYCLE = ("CS020", Severity.ERROR, "Remove one of the two entries.")
    ADDRESS = (
        "CS027",
        Severity.ERROR,
        "Begin it with `https://`, `http://` or `mailto:`, or name a page.",
    )


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of the navigation.

    Attributes:
        name: Its text; empty to show the title of the page.
        page: The page that it links to, relative to the docs directory.
        url: The external address that it links to, encoded for HTML.
        entries: The entries below it.
    """

    name: str
    page: str | None = None
    url: str | None = None
    entries: "tuple[TocEntry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Toc:
    """A navigation.

    Attributes:
        entries: Its entries.
        findings: The findings about its files.
        files: Its files, relative to the docs directory.
    """

    entries: tuple[TocEntry, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]


def read_toc(root: Path, pages: Mapping[str, Page], generated: Container[str] = ()) -> Toc | None:
    """Read the table of contents at the root of a docs tree, and all others that it includes.

    Args:
        root: The docs directory.
        pages: The pages by uid.
        generated: The paths of pages that only the site has.

    Returns:
        The navigation, or None where there is no such file.
    """
    path = toc_file(root)
    if path is None:
        return None
    reader = _TocReader(root, pages, generated)
    entries = tuple(reader.file(path))
    return Toc(entries, tuple(reader.findings), tuple(reader.composed))


@dataclass
class _TocReader:
    """Reads a table of contents and those that it includes, each file once."""

    root: Path
    pages: Mapping[str, Page]
    generated: Container[str]
    # A dictionary for its keys: a file that is named twice has the same faults twice.
    findings: dict[Finding, None] = field(default_factory=dict)
    # The files that are being read, outermost first.
    files: list[str] = field(default_factory=list)
    # The YAML of each file that was read; None where it is unreadable.
    composed: dict[str, yaml.Node | None] = field(default_factory=dict)
    count: int = 0
    depth: int = 0

    def file(self, path: str) -> Iterator[TocEntry]:
        """Yield the entries of a file, which exists."""
        self.files.append(path)
        node = self._node(path)
        if node is not None:
            keys = _keys(node)
            yield from self._items(keys.get("items", node) if keys else node)
        # Files are a stack and not a set: the same file may be included twice, only not by itself.
        self.files.pop()

    def _node(self, path: str) -> yaml.Node | None:
        """Return the YAML of a file, which is read once, however many entries refer to it."""
        if path in self.composed:
            return self.composed[path]
        text = ""
        node = None
        try:
            text = read_within(self.root / path, LIMITS)
            node = compose_yaml(text, LIMITS)
        except (OSError, UnusableError) as error:
            # YAML reports an unclosed bracket after the last line, where no editor can go.
            last = text.rstrip().count("\n") + 1
            line = min(getattr(error, "line", 0) or 1, last)
            why = f": {error.problem}" if isinstance(error, ExcessiveError) else ""
            message = f"This table of contents cannot be read{why}."
            self._report(TocFault.UNREADABLE, line, message)
        return self.composed.setdefault(path, node)

    def _items(self, node: yaml.Node) -> Iterator[TocEntry]:
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.SequenceNode):
            self._report(TocFault.UNREADABLE, line, "This is not a list of entries.")
            return
        if self.count > MAX_ENTRIES or self.depth > MAX_DEPTH:
            self._report(TocFault.CYCLE, line, "These entries are too many or too deep.")
            return
        self.depth += 1
        for item in node.value:
            self.count += 1
            if entry := self._entry(item):
                yield entry
        self.depth -= 1

    def _entry(self, node: yaml.Node) -> TocEntry | None:
        keys = _keys(node)
        line = node.start_mark.line + 1
        if not keys:
            self._report(TocFault.UNREADABLE, line, "This entry has no keys.")
            return None
        name = _text(keys, "name")
        href = keys.get("href", node)
        target = _text(keys, "href")
        if has_scheme(target) and not _is_xref(target):
            return self._external(name, target, href.start_mark.line + 1, self._below(keys))
        found = len(self.findings)
        page, own = self._topic(keys)
        leads_to, entries = self._href(target, href.start_mark.line + 1, own=page is not None)
        entries += self._below(keys)
        page = page or leads_to
        if page or entries:
            return TocEntry(name or _fallback(page, target), page, entries=entries)
        if found == len(self.findings):
            what = f"`{name or target or own}`"
            self._report(TocFault.NOWHERE, line, f"The entry {what} leads nowhere.")
        return None

    def _external(
        self, name: str, target: str, line: int, entries: tuple[TocEntry, ...]
    ) -> TocEntry | None:
        url = safe_address(target)
        if url is None:
            what = f"The address `{target}` is not a link to a web page."
            self._report(TocFault.ADDRESS, line, what)
            return TocEntry(name or target, entries=entries) if entries else None
        return TocEntry(name or target, url=url, entries=entries)

    def _below(self, keys: Mapping[str, yaml.Node]) -> tuple[TocEntry, ...]:
        return tuple(self._items(keys["items"])) if "items" in keys else ()

    def _topic(self, keys: Mapping[str, yaml.Node]) -> tuple[str | None, str]:
        """Return the page that an entry names besides its `href`, and the text that names it."""
        for key in ("topicUid", "uid", "homepageUid"):
            if uid := _text(keys, key):
                return self._uid(uid, keys[key].start_mark.line + 1), uid
        for key in ("topicHref", "homepage"):
            if path := _text(keys, key):
                return self._page(path, keys[key].start_mark.line + 1), path
        return None, ""

    def _href(
        self, target: str, line: int, *, own: bool
    ) -> tuple[str | None, tuple[TocEntry, ...]]:
        """Resolve an `href` to a page, or to the entries of another file.

        Args:
            target: The `href`.
            line: Its line.
            own: Whether the entry names a page already, so that its folder needs none.
        """
        if not target:
            return None, ()
        path = join(folder_of(self.files[-1]), _without_query(target))
        # DocFX runs on Windows, too, where the case of file names does not matter.
        if path.rpartition("/")[2].lower() in {name.lower() for name in TOC_NAMES}:
            return None, self._include(path, line)
        if _without_query(target).endswith("/"):
            return self._folder(path, line, own=own)
        return self._page(target, line), ()

    def _folder(
        self, folder: str, line: int, *, own: bool
    ) -> tuple[str | None, tuple[TocEntry, ...]]:
        for name in TOC_NAMES:
            if is_file(self.root, path := join(folder, name)):
                return None, self._include(path, line)
        for name in _OVERVIEWS:
            if self._is_page(path := join(folder, name)):
                return path, ()
        if not own:
            self._report(TocFault.NOWHERE, line, f"The folder `{folder}/` has no `toc.yml`.")
        return None, ()

    def _include(self, path: str, line: int) -> tuple[TocEntry, ...]:
        if path in self.files:
            self._report(TocFault.CYCLE, line, f"`{path}` leads back to this file.")
        elif not is_file(self.root, path) or not stays_inside(self.root, path):
            self._report(TocFault.NOWHERE, line, f"There is no `{path}` in the docs directory.")
        else:
            return tuple(self.file(path))
        return ()

    def _page(self, target: str, line: int) -> str | None:
        if target.startswith("@"):
            return self._uid(target[1:], line)
        if _is_xref(target):
            return self._uid(read_xref(target[5:])[0], line)
        path = join(folder_of(self.files[-1]), _without_query(target))
        if path.endswith(".md") and self._is_page(path):
            return path
        self._report(TocFault.NOWHERE, line, f"There is no page `{path}`.")
        return None

    def _uid(self, uid: str, line: int) -> str | None:
        if page := self.pages.get(uid):
            return page.path
        self._report(TocFault.NOWHERE, line, f"No page has the uid `{uid}`.")
        return None

    def _is_page(self, path: str) -> bool:
        return path in self.generated or is_file(self.root, path)

    def _report(self, fault: TocFault, line: int, message: str) -> None:
        # As a key, a finding that occurs again is dropped, and the order of the first occurrences
        # stays.
        self.findings[fault.at(self.files[-1], line, message)] = None


def _keys(node: yaml.Node) -> Mapping[str, yaml.Node]:
    """Return the keys of a mapping; of any other node, none."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key.value, str)}


def _text(keys: Mapping[str, yaml.Node], key: str) -> str:
    node = keys.get(key)
    return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""


def _is_xref(target: str) -> bool:
    return target[:5].lower() == "xref:"


def _without_query(target: str) -> str:
    # Authors of DocFX projects on Windows write backslashes, and DocFX accepts them.
    return unquote(target.partition("#")[0].partition("?")[0]).replace("\\", "/")


def _fallback(page: str | None, target: str) -> str:
    """Return the name of an entry without one; empty for a page, which has a title."""
    return "" if page else folder_of(target).rpartition("/")[2] or target
