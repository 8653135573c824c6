"""Operations of a group: their routes, their overview and the table of contents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from callsheet.catalog import Group
from callsheet.catalog.toc import TocEntry, read_toc
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.consistency.majority import other_pages
from callsheet.checks.rules.specimen import parcel_page
from callsheet.configuration import read_nav
from callsheet.findings import Related
from callsheet.model import LinkKind, Operation
from callsheet.paths import TOC_NAMES, folder_of, is_part, join

_ENOUGH = 4
"""Operations that have to agree, and their ratio to those that do not."""


@Example(
    files={
        **{
            f"Depot/v1Parcel_{word}.md": parcel_page(word)
            for word in ("Weigh", "Label", "Send", "Count")
        },
        "Depot/v1Parcel_Sort.md": parcel_page("Sort", depot="Dept"),
    }
)
@tree_rule(
    code="CS607",
    name="foreign-route",
    summary="A route begins otherwise than those of all other operations of its group.",
    cause=(
        "The pages of a folder document one resource, so their routes begin alike. One that "
        "doesn't is misspelt, or its page is in the wrong folder."
    ),
    hint="Correct the route, or move the page to the group where it belongs.",
    superseded_on_line_by=(
        "title-and-route",
        "uid-and-id",
        "sample-route",
        "link-route",
        "route-form",
        "contradicted-route",
    ),
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _foreign_routes(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for group in tree.catalog.groups:
        called = tuple(each for each in group.operations if each.outgoing is None)
        # What is in no folder is in no group.
        if group.path and len(called) > _ENOUGH:
            yield from _foreign_routes_of(places, called)


def _foreign_routes_of(
    places: TreePlaces, operations: tuple[Operation, ...]
) -> Iterator[Diagnostic]:
    """Compare the routes word by word, as far as nearly all have the same words."""
    left = [(operation, _words(operation)) for operation in operations]
    depth = 1
    while True:
        counts = Counter(words[depth - 1].lower() for _, words in left if len(words) >= depth)
        if not counts:
            return
        usual, count = counts.most_common(1)[0]
        odd: list[tuple[Operation, list[str]]] = []
        like: list[tuple[Operation, list[str]]] = []
        for item in left:
            is_odd = len(item[1]) >= depth and item[1][depth - 1].lower() != usual
            (odd if is_odd else like).append(item)
        # All have to go on after this word, or it is one resource of several.
        if usual.startswith("{") or count < len(like) or count < _ENOUGH:
            return
        if count < _ENOUGH * len(odd):
            return
        for operation, _ in odd:
            yield _foreign_route(places, operation, like[0][0], depth, count)
        left = like
        depth += 1


def _words(operation: Operation) -> list[str]:
    return operation.route.path.strip("/").split("/")


def _foreign_route(
    places: TreePlaces, operation: Operation, first: Operation, depth: int, count: int
) -> Diagnostic:
    here = "/" + "/".join(_words(operation)[:depth])
    there = "/" + "/".join(_words(first)[:depth])
    message = (
        f"The route begins with `{here}`, and with `{there}` {other_pages(count)} of the group."
    )
    line = operation.route.span.start
    related = Related(first.path, first.route.span.start, "a route of the group")
    return Diagnostic(places.find(operation.path, line, here), message, related=(related,))


_SHARE = 0.75
"""Share of the operations from which on an overview is meant to list all."""


@Example(
    files={
        "Depot/index.md": (
            "---\ntitle: Parcels\n---\n\n# Parcels\n\n- [Weigh](v1Parcel_Weigh.md)\n"
            "- [Label](v1Parcel_Label.md)\n- [Send](v1Parcel_Send.md)\n"
        ),
        **{f"Depot/v1Parcel_{word}.md": parcel_page(word) for word in ("Weigh", "Label", "Send")},
    }
)
@tree_rule(
    code="CS606",
    name="unlisted-operation",
    summary="The overview of a group links to its other operations and not to this one.",
    cause=(
        "An `index.md` that lists the operations of its folder is read as the whole list. A page "
        "that was added later is missing there."
    ),
    hint="Add the operation to the list.",
    superseded_by=("unreached-page",),
    applies_to_imports=False,
    subject=Subject.OPERATIONS,
)
def _unlisted_operations(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for group in tree.catalog.groups:
        if group.overview is None:
            continue
        for operation, line in _unlisted_in_overview(group):
            place = places.title(operation.path)
            message = f"`{group.overview.path}` lists its other operations and not this one."
            related = Related(group.overview.path, line, "the list of operations")
            yield Diagnostic(place, message, related=(related,))


def _unlisted_in_overview(group: Group) -> Iterator[tuple[Operation, int]]:
    """Return the operations that are not listed, and a line of the list."""
    overview = group.overview
    if overview is None:
        return
    listed: dict[str, int] = {}
    for link in overview.links:
        if link.kind is LinkKind.FILE:
            listed.setdefault(join(folder_of(overview.path), link.target), link.span.start)
        elif link.kind is LinkKind.XREF:
            listed.setdefault(link.target, link.span.start)
    missing = [o for o in group.operations if o.path not in listed and o.uid not in listed]
    if missing and len(group.operations) - len(missing) >= _SHARE * len(group.operations):
        line = max(listed.values())
        yield from ((operation, line) for operation in missing)


_NAV_HINT = "Add the page to the `nav`, or take it out."


@Example(
    files={
        "index.md": "---\ntitle: Parcels\n---\n\n# Parcels\n",
        "toc.yml": "- name: Parcels\n  href: index.md\n",
    }
)
@tree_rule(
    code="CS605",
    name="unreached-page",
    summary="A page is not in any table of contents.",
    cause=(
        "The `toc.yml` files are the navigation of the site, or else the `nav` of a `mkdocs.yml` "
        "in or above the docs directory. A page that it lacks can only be found by search or by a "
        "link, so nearly nobody reads it. Without either the folders are the navigation, and this "
        "rule finds nothing."
    ),
    hint="Add the page to the `toc.yml` of its folder, or take it out.",
    subject=Subject.NAVIGATION,
)
def _unreached_pages(tree: Tree) -> Iterator[Diagnostic]:
    catalog = tree.catalog
    toc = read_toc(catalog.root, catalog.pages_by_uid)
    nav = read_nav(catalog.root) if toc is None else None
    if toc is not None:
        reached = set(_pages_of_entries(toc.entries))
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
        related = Related(name, 1, "the table of contents")
        yield Diagnostic(
            place, f"No `{name.rpartition('/')[2]}` leads to `{path}`.", related=(related,)
        )


def _pages_of_entries(entries: Iterable[TocEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.page:
            yield entry.page
        yield from _pages_of_entries(entry.entries)


def _is_aside(path: str, folders: set[str]) -> bool:
    """Tell whether a file is for the authors of the pages, or a part of pages."""
    folder, _, name = path.rpartition("/")
    if is_part(path):
        return True
    return name.lower() in ("readme.md", "contributing.md", "license.md", "changelog.md") and (
        not folder or folder not in folders
    )


def _nearest_toc(has: Callable[[str], bool], path: str) -> str:
    """Return the table of contents of the page's folder or of the nearest one above."""
    folder = folder_of(path)
    while True:
        for name in TOC_NAMES:
            candidate = f"{folder}/{name}" if folder else name
            if has(candidate):
                return candidate
        if not folder:
            return TOC_NAMES[0]
        folder = folder_of(folder)
