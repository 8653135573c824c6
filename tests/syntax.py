"""The modules of the package and of the tests as syntax trees.

They are parsed when a test asks for them: each process of a run imports all test modules, and
would parse the whole package before its first test.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import callsheet
from tests.conftest import ROOT

PACKAGE = Path(callsheet.__file__).parent
TESTS = ROOT / "tests"


@cache
def trees(folder: Path) -> dict[str, ast.Module]:
    """The modules below a folder, by their paths in it."""
    return {
        file.relative_to(folder).as_posix(): ast.parse(file.read_bytes())
        for file in sorted(folder.rglob("*.py"))
    }


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the modules that a module imports, and what it takes from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
