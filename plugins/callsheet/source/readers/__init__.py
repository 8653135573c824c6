"""Readers of pages: of the page format, of any other layout, and of overviews."""
