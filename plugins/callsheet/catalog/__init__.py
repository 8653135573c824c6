"""All operations of one docs tree, with what all pages together say."""

from callsheet.catalog.catalog import Catalog, Group, TreeFault

__all__ = ["Catalog", "Group", "TreeFault"]
