"""The order of the navigation: as its author has it, else by the tags of operations."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import takewhile

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from callsheet.catalog import Catalog
from callsheet.catalog.grouping import grouped, tag_heading
from callsheet.docs_collections import DocsCollection
from callsheet.paths import folder_of, join

Heading = Callable[[StructureItem], str]
"""Returns the heading of an entry among others; an empty text for none."""


def headings_of(nav: Navigation) -> Mapping[str, str]:
    """Return the titles of the sections that pages are in, by path, in the order of the pages."""
    return {page.file.src_uri: page.parent.title if page.parent else "" for page in nav.pages}


def heading_by_tag(catalog: Catalog) -> Heading:
    """Return what gives the heading of an entry in a navigation that no author has made."""

    def heading(item: StructureItem) -> str:
        if not isinstance(item, Page):
            return ""
        path = item.file.src_uri
        own = catalog.by_path.get(path)
        headings = {*map(tag_heading, [own] if own else catalog.on_page.get(path, ()))}
        return headings.pop() if len(headings) == 1 else ""

    return heading


def group_by(nav: Navigation, heading: Heading) -> None:
    """Order the entries of each section of a navigation by their headings."""
    for item in nav.items:
        _order(item, heading)
    nav.pages[:] = [page for item in nav.items for page in _pages(item)]
    around = [None, *nav.pages, None]
    for before, page, after in zip(around, nav.pages, around[2:], strict=False):
        page.previous_page, page.next_page = before, after


def adopt(
    in_nav: Mapping[str, Page],
    files: Files,
    generated: Iterable[str],
    lists: Iterable[str],
    operations: Iterable[str],
) -> None:
    """Give pages that are in no navigation the section that lists are in, else the operations.

    The section of the index page of their own folder comes first.

    Without a section, themes would show nothing of the navigation beside them.

    Args:
        in_nav: The pages of the navigation by path.
        files: The files, with their pages.
        generated: The paths of pages that may be in no navigation.
        lists: Those of pages with the lists of all operations and types.
        operations: Those of pages with operations.
    """
    parent = next((p for path in lists if path in in_nav and (p := in_nav[path].parent)), None)
    if parent is None:
        pages = (in_nav[path] for path in operations if path in in_nav)
        ways = [[*reversed([*page.ancestors])] for page in pages]
        shared = takewhile(lambda each: len({*map(id, each)}) == 1, zip(*ways, strict=False))
        parent = next((section for section, *_ in reversed([*shared])), None)
    for path in generated:
        file = None if path in in_nav else files.get_file_from_path(path)
        if file and file.page and not file.page.is_homepage:
            index = in_nav.get(join(folder_of(path), "index.md"))
            section = index.parent if index and folder_of(path) else None
            file.page.parent = file.page.parent or section or parent


def name_sections(items: Iterable[StructureItem], collections: Sequence[DocsCollection]) -> None:
    """Give the outermost section with nothing but pages of a collection the title of that."""
    for section in (item for item in items if isinstance(item, Section)):
        paths = [page.file.src_uri for page in _pages(section)]
        found = (each for each in collections if paths and all(map(each.has, paths)))
        if collection := next(found, None):
            section.title = escape(collection.title)
        else:
            name_sections(section.children, collections)


def bring_back(
    nav: Navigation, files: Files, lists: Iterable[str], collections: Sequence[DocsCollection]
) -> None:
    """Complete the navigation of a language, which a plugin has taken from its folder.

    It has left out the lists with all that is not in there, and has taken the section of the folder
    away from around the others.

    Args:
        nav: The navigation; a list goes to the end of the section of its collection, if any.
        files: The files, with their pages.
        lists: The paths of the lists.
        collections: The collections.
    """
    for item in nav.items:
        item.parent = None
    there = {page.file.src_uri for item in nav.items for page in _pages(item)}
    for path in lists:
        file = files.get_file_from_path(path)
        if path in there or file is None or file.page is None:
            continue
        own = next((each for each in collections if each.has(path)), None)
        section = _section_of(nav.items, own) if own else None
        (section.children if section else nav.items).append(file.page)
        file.page.parent = section


def _section_of(items: Iterable[StructureItem], collection: DocsCollection) -> Section | None:
    """Return the outermost section with nothing but pages of a collection."""
    for section in (item for item in items if isinstance(item, Section)):
        paths = [page.file.src_uri for page in _pages(section)]
        if paths and all(map(collection.has, paths)):
            return section
        if found := _section_of(section.children, collection):
            return found
    return None


def _order(item: StructureItem, heading: Heading) -> None:
    if isinstance(item, Section):
        item.children[:] = [each for _, found in grouped(item.children, heading) for each in found]
        for child in item.children:
            _order(child, heading)


def _pages(item: StructureItem) -> Iterator[Page]:
    if isinstance(item, Page):
        yield item
    elif isinstance(item, Section):
        for child in item.children:
            yield from _pages(child)
