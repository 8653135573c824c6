"""Whatever a docs tree refers to and does not have."""

from __future__ import annotations

from collections.abc import Container

from callsheet.catalog import Catalog
from callsheet.findings import Finding
from callsheet.links import resolve
from callsheet.toc import read_toc


def check_references(catalog: Catalog, generated: Container[str] = ()) -> tuple[Finding, ...]:
    """The links, includes and entries of tables of contents that lead nowhere.

    Args:
        catalog: The docs tree.
        generated: Paths of pages that the site has and the docs directory has not.
    """
    resolution = resolve(catalog, generated)
    toc = read_toc(catalog.root, resolution.by_uid, generated)
    return (*resolution.findings, *(toc.findings if toc else ()))
