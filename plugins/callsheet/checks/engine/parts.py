"""Checks a docs tree with collections: the pages of each are compared with each other alone."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from callsheet.catalog.collected import collected
from callsheet.catalog.readings import read_all, read_pages
from callsheet.checks.engine.runner import Contradictions, ResultCache, TreeResult, check_tree
from callsheet.checks.engine.selection import Selection
from callsheet.configuration import read_docs_languages
from callsheet.docs_collections import DocsCollection
from callsheet.memo import paused_collection


def check_collections(
    root: Path,
    collections: Sequence[DocsCollection],
    selection: Selection,
    *,
    types_dir: str,
    replaced: Mapping[str, bytes],
    against: Contradictions | None,
) -> TreeResult:
    """Run all rules on a docs tree, as `check` does on one without collections.

    Args:
        root: The docs directory.
        collections: The collections in it.
        selection: Which findings are wanted.
        types_dir: The folder of the pages of types in each of them.
        replaced: Contents to check instead of those of some pages, by path.
        against: Compares the pages of one with an OpenAPI document.

    Raises:
        DocsError: The directory does not exist or a page cannot be opened.
    """
    with paused_collection():
        contents = read_pages(root, replaced)
        pages = {path: data for path, data in contents.items() if data is not None}
        kept = ResultCache(root)
        results = kept.check(pages)
        readings = read_all(root, replaced=pages, already_read=kept.readings)
        found = []
        for catalog in collected(root, readings, collections, read_docs_languages(root)):
            own = {path: results[path] for path in pages if catalog.collection.has(path)}
            faults = [*kept.faults]
            found.append(check_tree(catalog, pages, own, selection, types_dir, against, faults))
        return _together(found, contents)


def _together(results: Sequence[TreeResult], pages: Iterable[str]) -> TreeResult:
    return TreeResult(
        findings=tuple(sorted(finding for result in results for finding in result.findings)),
        pages=tuple(pages),
        suppressed=sum(result.suppressed for result in results),
        faults=tuple(dict.fromkeys(fault for result in results for fault in result.faults)),
        imported=frozenset[str]().union(*(result.imported for result in results)),
    )
