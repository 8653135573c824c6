"""Where the references of a docs tree lead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from callsheet.catalog.catalog import Catalog, TreeFault
from callsheet.findings import Finding, Severity
from callsheet.model import Link, LinkKind, Page
from callsheet.paths import folder_of, is_file, join, stays_inside


class LinkFault(Enum):
    """A reference that leads nowhere: its code, and what an author does about it."""

    XREF = ("CS013", "Correct the uid, or give the page that is meant this `uid`.")
    FILE = ("CS014", "Correct the path, which is relative to the page, or begins with `~/`.")
    INCLUDE = ("CS015", "Correct the path, which is relative to the page, or begins with `~/`.")
    CYCLE = ("CS016", "Take one of the includes out.")
    OUTSIDE = (TreeFault.OUTSIDE.code, TreeFault.OUTSIDE.hint)

    def __init__(self, code: str, hint: str) -> None:
        self.code = code
        self.severity = Severity.ERROR
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the references of a docs tree lead to.

    Attributes:
        by_uid: The pages by uid; where a uid is on two pages, the first of them.
        findings: The references that lead nowhere, in the order of pages and lines.
    """

    by_uid: Mapping[str, Page]
    findings: tuple[Finding, ...]


def resolve(catalog: Catalog, generated: Container[str] = ()) -> Resolution:
    """Resolves all references of a catalog's pages.

    Args:
        catalog: The pages, which know their links; only files that are no pages are looked for.
        generated: Paths of pages that the site has and the docs directory has not.
    """
    resolver = _Resolver(catalog, generated)
    return Resolution(resolver.by_uid, tuple(dict.fromkeys(resolver.findings())))


class _Resolver:
    def __init__(self, catalog: Catalog, generated: Container[str]) -> None:
        self.by_uid: dict[str, Page] = {}
        self._root = catalog.root
        self._generated = generated
        self._pages = {page.path: page for page in catalog.pages}
        for page in catalog.pages:
            if page.uid is not None:
                self.by_uid.setdefault(page.uid, page)

    def findings(self) -> Iterator[Finding]:
        for page in self._pages.values():
            for link in page.links:
                if found := self._check(page, link):
                    yield found
        yield from self._cycles()

    def _check(self, page: Page, link: Link) -> Finding | None:
        match link.kind:
            case LinkKind.XREF if link.target not in self.by_uid:
                message = f"No page has the uid `{link.target}`."
                return _finding(LinkFault.XREF, page, link, message)
            case LinkKind.FILE if link.target.endswith(".md"):
                return self._check_file(page, link)
            case LinkKind.INCLUDE:
                return self._check_include(page, link)
        return None

    def _check_file(self, page: Page, link: Link) -> Finding | None:
        path = join(folder_of(page.path), link.target)
        if path in self._pages or path in self._generated or is_file(self._root, path):
            return None
        return _finding(LinkFault.FILE, page, link, f"There is no page `{path}`.")

    def _check_include(self, page: Page, link: Link) -> Finding | None:
        path = join(folder_of(page.path), link.target)
        if not is_file(self._root, path):
            message = f"There is no file `{path}` to include."
            return _finding(LinkFault.INCLUDE, page, link, message)
        if not stays_inside(self._root, path):
            message = f"`{path}` is a link to a file outside of the docs directory."
            return _finding(LinkFault.OUTSIDE, page, link, message)
        return None

    def _cycles(self) -> Iterator[Finding]:
        """Walks the includes depth first; whoever includes a page above it closes a cycle."""
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
                    yield _finding(LinkFault.CYCLE, self._pages[path], link, message)
                elif target in self._pages and target not in done:
                    stack.append((target, self._includes(target)))
                    above.add(target)

    def _includes(self, path: str) -> Iterator[Link]:
        links = self._pages[path].links
        return (link for link in links if link.kind is LinkKind.INCLUDE)


def _finding(fault: LinkFault, page: Page, link: Link, message: str) -> Finding:
    line = link.span.start
    return Finding(page.path, line, 1, fault.code, fault.severity, message, fault.hint)
