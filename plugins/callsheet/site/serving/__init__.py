"""Additions to `mkdocs serve`: notices of changes, and changed pages shown first."""
