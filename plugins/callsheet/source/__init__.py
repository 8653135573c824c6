"""From the text of a page to an operation and the findings about it."""

from callsheet.source.reader import Reading, read_page

__all__ = ["Reading", "read_page"]
