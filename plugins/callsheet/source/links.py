"""What a page refers to."""

from __future__ import annotations

from callsheet.model import Link
from callsheet.source.document import Document


def read_links(document: Document) -> tuple[Link, ...]:
    """The references of a page to other pages and files, outside of fences and code spans."""
    return ()
