"""CS7xx: credentials on pages."""
