"""Callsheet: REST reference pages that keep their word.

One Markdown page per operation is the single source of what a reader sees, of the program that a
developer copies, of what the reference server answers and of what docs CI checks.
"""

__version__ = "0.2.0"
