"""The pages of groups without an overview."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.paths import join
from callsheet.site.generated.marker_pages import marker_page

MARKER = "group"
"""Marker on such a page, in place of its operations."""

_OVERVIEWS = ("index.md", "README.md")


def group_pages(catalog: Catalog) -> Mapping[str, str]:
    """Return the pages to generate by folder: those of groups without an overview."""
    written = {catalog.shared_path(page.path) for page in catalog.pages}
    return {
        group.path: join(group.path, _OVERVIEWS[0])
        for group in catalog.groups
        if group.path
        and len(group.operations) > 1
        and not any(
            Path(catalog.root, group.path, name).exists() or join(group.path, name) in written
            for name in _OVERVIEWS
        )
    }


def pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the pages to generate: path and text."""
    titles = {group.path: group.title for group in catalog.groups}
    for folder, path in group_pages(catalog).items():
        yield path, marker_page(titles[folder], MARKER)
