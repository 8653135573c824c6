"""CS2xx: rows and cells of tables."""
