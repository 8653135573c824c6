"""CS50x: the sections of a page and their order."""
