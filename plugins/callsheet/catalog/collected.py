"""The catalogs of the collections of a docs tree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from callsheet.catalog.catalog import Catalog
from callsheet.catalog.readings import read_all
from callsheet.configuration import DocsLanguages, read_docs_languages
from callsheet.docs_collections import DocsCollection, with_rest
from callsheet.source import Reading


def read_collected(root: Path, collections: Sequence[DocsCollection]) -> tuple[Catalog, ...]:
    """Read all pages, and return the catalogs that `collected` makes of them.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    if not collections:
        return (Catalog.read(root),)
    return collected(root, read_all(root), collections, read_docs_languages(root))


def read_collection(
    root: Path, collections: Sequence[DocsCollection], collection: DocsCollection
) -> Catalog:
    """Read all pages, and return the catalog of one of the collections.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    found = read_collected(root, collections)
    return next(each for each in found if each.collection.name == collection.name)


def collected(
    root: Path,
    readings: Iterable[Reading],
    collections: Sequence[DocsCollection],
    languages: DocsLanguages | None = None,
    *,
    in_one_language: bool = False,
) -> tuple[Catalog, ...]:
    """Return a catalog of the pages that are in no collection, and one of each collection.

    Links lead to a uid of the same collection, or to that of a page that is in none, or by
    `collection:uid` to any other. Without collections, there is one catalog.

    Args:
        root: The docs directory, to which the paths of all pages are relative.
        readings: All pages.
        collections: The collections.
        languages: The languages of the docs tree.
        in_one_language: Whether each operation is there in one language only.
    """
    readings = tuple(readings)
    make = Catalog.of if in_one_language else Catalog.of_languages
    if not collections:
        return (make(root, readings, languages),)
    parts = [
        (each, make(root, [r for r in readings if each.has(r.page.path)], languages))
        for each in with_rest(collections)
    ]
    named = {
        f"{each.name}:{uid}": p for each, part in parts[1:] for uid, p in part.pages_by_uid.items()
    }
    common = parts[0][1].pages_by_uid
    names = tuple(each.name for each in collections)
    return tuple(
        replace(
            part,
            collection=each,
            elsewhere={**named, **(common if each.name else {})},
            collections=names,
        )
        for each, part in parts
    )


def together(catalogs: Sequence[Catalog]) -> Catalog:
    """Return a catalog with all pages and operations, several of which may have one uid."""
    return Catalog(
        catalogs[0].root,
        tuple(page for each in catalogs for page in each.pages),
        tuple(operation for each in catalogs for operation in each.documented),
        tuple(finding for each in catalogs for finding in each.findings),
        tuple(table for each in catalogs for table in each.described),
        languages=catalogs[0].languages,
    )
