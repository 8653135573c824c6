"""CS0xx: files, links, includes and navigation."""
