"""Layouts of references, as data."""
