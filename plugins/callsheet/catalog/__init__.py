"""The catalog: all operations of one docs tree, with indexes and what all pages together say.

`readings` caches parsed pages, `links` and `toc` resolve references, `named_types` defines types by
the evidence of all pages, and `contracts` is what an operation promises.
"""

from callsheet.catalog.catalog import Catalog, Group, TreeFault

__all__ = ["Catalog", "Group", "TreeFault"]
