"""Python's own parser of regular expressions.

It is not documented, though it has been there since Python 2.0; only this module knows it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

opcodes: Any = import_module("re._constants")
"""The names of what an expression consists of."""

parser: Any = import_module("re._parser")
"""Its `parse` gives an expression as pairs of a name and what belongs to it."""
