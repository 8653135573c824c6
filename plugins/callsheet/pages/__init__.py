"""Writes the pages of operations and types: the inverse of `callsheet.source`."""

from callsheet.pages.operation import write_page
from callsheet.pages.plain import write_index, write_type_page
from callsheet.pages.safety import safe_line, safe_prose

__all__ = ["safe_line", "safe_prose", "write_index", "write_page", "write_type_page"]
