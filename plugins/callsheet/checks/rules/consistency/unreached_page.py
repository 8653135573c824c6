"""A page that the table of contents does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from callsheet.catalog.toc import NAMES, TocEntry, read_toc
from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.configuration import read_nav
from callsheet.findings import Related, Severity
from callsheet.model import LinkKind
from callsheet.paths import folder_of, join

_NAV_HINT = "Add the page to the `nav`, or take it out."


def _unreached_pages(tree: Tree) -> Iterator[Diagnostic]:
    catalog = tree.catalog
    by_uid = {page.uid: page for page in reversed(catalog.pages) if page.uid is not None}
    toc = read_toc(catalog.root, by_uid)
    nav = read_nav(catalog.root) if toc is None else None
    if toc is not None:
        reached = set(_pages(toc.entries))
    elif nav is not None:
        reached = {path.removeprefix("./") for path in nav[1]}
    else:
        # Without one, the navigation is generated from the folders and has all pages.
        return
    included = {
        join(folder_of(page.path), link.target)
        for page in catalog.pages
        for link in page.links
        if link.kind is LinkKind.INCLUDE
    }
    folders = {folder_of(path) for path in reached}
    places = TreePlaces(tree)
    has = cache(lambda path: bool(tree.data(path)))
    for page in catalog.pages:
        path = page.path
        if path in reached or path in included or _is_aside(path, folders):
            continue
        place = places.title(path)
        if nav is not None:
            yield Diagnostic(
                place, f"The `nav` of `{nav[0].name}` does not lead to `{path}`.", _NAV_HINT
            )
            continue
        name = _nearest_toc(has, path)
        related = Related(name, 1, "The table of contents.")
        yield Diagnostic(
            place, f"No `{name.rpartition('/')[2]}` leads to `{path}`.", related=(related,)
        )


def _pages(entries: Iterable[TocEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.page:
            yield entry.page
        yield from _pages(entry.entries)


def _is_aside(path: str, folders: set[str]) -> bool:
    """Tell whether a file is for the authors of the pages, or a part of pages."""
    folder, _, name = path.rpartition("/")
    if any(part.startswith("_") or part == "includes" for part in path.split("/")):
        return True
    return name.lower() in ("readme.md", "contributing.md", "license.md", "changelog.md") and (
        not folder or folder not in folders
    )


def _nearest_toc(has: Callable[[str], bool], path: str) -> str:
    """Return the table of contents of the page's folder or of the nearest one above."""
    folder = folder_of(path)
    while True:
        for name in NAMES:
            candidate = f"{folder}/{name}" if folder else name
            if has(candidate):
                return candidate
        if not folder:
            return NAMES[0]
        folder = folder_of(folder)


RULE = TreeRule(
    code="CS605",
    name="unreached-page",
    severity=Severity.WARNING,
    summary="A page is in no table of contents.",
    cause=(
        "The `toc.yml` files are the navigation of the site, or else the `nav` of a `mkdocs.yml` "
        "in or above the docs directory. A page that it lacks can only be found by search or by a "
        "link, so nearly nobody reads it. Without either the folders are the navigation, and this "
        "rule finds nothing."
    ),
    hint="Add the page to the `toc.yml` of its folder, or take it out.",
    examples=(
        Example(
            files={
                "index.md": "---\ntitle: Parcels\n---\n\n# Parcels\n",
                "toc.yml": "- name: Parcels\n  href: index.md\n",
            }
        ),
    ),
    check=_unreached_pages,
)
