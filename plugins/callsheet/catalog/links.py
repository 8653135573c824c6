"""Resolution of all references of a docs tree: links, includes, tables of contents."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from callsheet.catalog.catalog import Catalog, TreeFault
from callsheet.catalog.toc import read_toc
from callsheet.findings import FaultKind, Finding, Severity
from callsheet.model import Link, LinkKind, Page
from callsheet.paths import PAGE_SUFFIXES, folder_of, is_file, join, stays_inside

_WRONG_PATH = "Correct the path, which is relative to the page, or begins with `~/`."


_MAX_TOLD = 3
"""How many pages that may be meant a message names."""


class LinkFault(FaultKind):
    """A reference that cannot be resolved: the code and the hint of its findings."""

    XREF = ("CS013", Severity.ERROR, "Correct the uid, or give the page that is meant this `uid`.")
    FILE = ("CS014", Severity.ERROR, _WRONG_PATH)
    INCLUDE = ("CS015", Severity.ERROR, _WRONG_PATH)
    CYCLE = ("CS016", Severity.ERROR, "Remove one of the includes.")
    OUTSIDE = TreeFault.OUTSIDE.value


@dataclass(frozen=True, slots=True)
class GeneratedPages:
    """Pages of types that the site generates if the docs directory has none of its own.

    Attributes:
        folders: Their folders, relative to the docs directory: one for each collection.
    """

    folders: tuple[str, ...]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and path.startswith(self.folders)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The targets of a docs tree's references.

    Attributes:
        by_uid: The pages by uid, also those of other parts of the docs tree; the first of a uid
            wins.
        findings: The unresolved references, in the order of pages and lines.
    """

    by_uid: Mapping[str, Page]
    findings: tuple[Finding, ...]


def resolve(catalog: Catalog, generated: Container[str] = ()) -> Resolution:
    """Resolve all references of a catalog's pages.

    Args:
        catalog: The pages with their links; other files are looked up in its docs directory.
        generated: The paths of pages that only the site has.
    """
    resolver = _Resolver(catalog, generated)
    return Resolution(resolver.by_uid, tuple(dict.fromkeys(resolver.findings())))


class _Resolver:
    def __init__(self, catalog: Catalog, generated: Container[str]) -> None:
        self._root = catalog.root
        self._elsewhere, self._collections = catalog.elsewhere, catalog.collections
        self._generated = generated
        self._pages = {page.path: page for page in catalog.all_pages}
        self._catalog = catalog
        self._translated = {(catalog.language_of(p.path), p.uid) for p in catalog.translated}
        self.by_uid = catalog.pages_by_uid

    def findings(self) -> Iterator[Finding]:
        for page in self._pages.values():
            for link in page.links:
                if found := self._check(page, link):
                    yield found
        yield from self._cycles()

    def _check(self, page: Page, link: Link) -> Finding | None:
        match link.kind:
            case LinkKind.XREF if not self._is_uid(page, link.target):
                message = f"No page has the uid `{link.target}`.{self._told(link.target)}"
                return LinkFault.XREF.at(page.path, link.span.start, message)
            case LinkKind.FILE if link.target.endswith(PAGE_SUFFIXES):
                return self._check_file(page, link)
            case LinkKind.INCLUDE:
                return self._check_include(page, link)
        return None

    def _is_uid(self, page: Page, uid: str) -> bool:
        if uid in self.by_uid:
            return True
        # A page that is there in one language only is found in that.
        return (self._catalog.language_of(page.path), uid) in self._translated

    def _told(self, target: str) -> str:
        """Return which collections have a uid, or which collections there are."""
        name, _, uid = target.rpartition(":")
        if found := self._by_plain_uid.get(uid):
            more = " and others" if len(found) > _MAX_TOLD else ""
            return f" There is {' and '.join(f'`{each}`' for each in found[:_MAX_TOLD])}{more}."
        if name and self._collections and name not in self._collections:
            return f" The collections are {', '.join(self._collections)}."
        return ""

    @cached_property
    def _by_plain_uid(self) -> Mapping[str, Sequence[str]]:
        """The uids of other parts by what follows the name of the collection."""
        found: dict[str, list[str]] = {}
        for each in self._elsewhere:
            name, _, uid = each.partition(":")
            if name in self._collections:
                found.setdefault(uid, []).append(each)
        return found

    def _check_file(self, page: Page, link: Link) -> Finding | None:
        path = join(folder_of(page.path), link.target)
        for each in self._catalog.named_by(page.path, path):
            if each in self._pages or each in self._generated or is_file(self._root, each):
                return None
        return LinkFault.FILE.at(page.path, link.span.start, f"There is no page `{path}`.")

    def _check_include(self, page: Page, link: Link) -> Finding | None:
        path = join(folder_of(page.path), link.target)
        if not is_file(self._root, path):
            message = f"There is no file `{path}` to include."
            return LinkFault.INCLUDE.at(page.path, link.span.start, message)
        if not stays_inside(self._root, path):
            message = f"`{path}` is a link to a file outside of the docs directory."
            return LinkFault.OUTSIDE.at(page.path, link.span.start, message)
        return None

    def _cycles(self) -> Iterator[Finding]:
        """Yield the includes that close a cycle, by a depth-first search."""
        done: set[str] = set()
        for page in self._pages.values():
            stack = [(page.path, self._includes(page.path))]
            above = {page.path}
            while stack and stack[0][0] not in done:
                path, includes = stack[-1]
                link = next(includes, None)
                if link is None:
                    done.add(path)
                    above.discard(path)
                    stack.pop()
                    continue
                target = join(folder_of(path), link.target)
                if target in above:
                    message = f"`{target}` includes this page in turn."
                    yield LinkFault.CYCLE.at(self._pages[path].path, link.span.start, message)
                elif target in self._pages and target not in done:
                    stack.append((target, self._includes(target)))
                    above.add(target)

    def _includes(self, path: str) -> Iterator[Link]:
        links = self._pages[path].links
        return (link for link in links if link.kind is LinkKind.INCLUDE)


def check_references(catalog: Catalog, generated: Container[str] = ()) -> tuple[Finding, ...]:
    """Return findings about references that cannot be resolved.

    Args:
        catalog: The docs tree.
        generated: The paths of pages that only the site has.
    """
    resolution = resolve(catalog, generated)
    # The table of contents of all pages is not part of a collection.
    if catalog.collection.folder:
        return resolution.findings
    toc = read_toc(catalog.root, resolution.by_uid, generated)
    return (*resolution.findings, *(toc.findings if toc else ()))
