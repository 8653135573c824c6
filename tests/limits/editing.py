"""An editor's page may not keep the language server busy."""

from __future__ import annotations

from pathlib import Path

from callsheet.checks.engine import open_tree
from callsheet.checks.engine.open_tree import OpenTree
from callsheet.checks.engine.session import CheckSession
from callsheet.configuration import Configuration
from tests.limits import Row, tries
from tests.limits.yaml import number, patched


@tries("a page in an editor")
def edited_page(row: Row, folder: Path) -> None:
    assert number(row) == open_tree.MAX_EDITED_BYTES
    tree = OpenTree(CheckSession.of(Configuration(folder, folder)))
    with patched(open_tree, "MAX_EDITED_BYTES", 1000):
        assert tree.edit("a.md", b"x" * 1000)
        assert not tree.edit("a.md", b"x" * 1001)
    assert tree.opened == {}
