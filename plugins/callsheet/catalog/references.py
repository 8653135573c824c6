"""Check of all references of a docs tree: links, includes, tables of contents, symbolic links."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path

from callsheet.catalog.catalog import Catalog, link_finding
from callsheet.catalog.links import resolve
from callsheet.catalog.toc import read_toc
from callsheet.findings import Finding
from callsheet.paths import stays_inside


def check_references(catalog: Catalog, generated: Container[str] = ()) -> tuple[Finding, ...]:
    """Return findings about references that cannot be resolved or lead out of the docs tree.

    Args:
        catalog: The docs tree.
        generated: The paths of pages that only the site has.
    """
    resolution = resolve(catalog, generated)
    toc = read_toc(catalog.root, resolution.by_uid, generated)
    left_out = {page.path for page in catalog.pages}
    outside = [link_finding(p) for p in _links_out(catalog.root) if p not in left_out]
    return (*resolution.findings, *(toc.findings if toc else ()), *outside)


def _links_out(root: Path) -> Iterator[str]:
    """Yield the symbolic links that lead out of a docs directory, hidden ones aside."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            # Few files are links, and to test for one is faster than to resolve the path.
            if os.path.islink(f"{folder}/{name}"):  # noqa: PTH114
                path = Path(folder, name).relative_to(root).as_posix()
                if not name.startswith(".") and not stays_inside(root, path):
                    yield path
