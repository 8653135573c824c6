"""Small references in other layouts than our own."""
