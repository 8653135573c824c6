"""Parsing of pages: from the text of a file to an operation, and the findings about it.

`document` splits a file into front matter and blocks, `sections` tells which part of the page a
block belongs to, `section_reader` reads the sections, and `reader` returns the `Operation`.
"""

from callsheet.model import Reading
from callsheet.source.readers.reader import read_page

__all__ = ["Reading", "read_page"]
