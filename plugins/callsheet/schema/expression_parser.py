"""Python's own parser of regular expressions.

It is an undocumented part of `re`, so only this module imports it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

opcodes: Any = import_module("re._constants")
"""The operators that an expression consists of."""

parser: Any = import_module("re._parser")
"""Its `parse` returns an expression as pairs of an operator and its argument."""
