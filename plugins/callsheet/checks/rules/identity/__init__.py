"""CS10x: title, uid and file name of a page."""
