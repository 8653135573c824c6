"""An editor may not keep the language server busy, nor a repository a comparison of its tags."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from callsheet.checks.engine import open_tree
from callsheet.checks.engine.open_tree import OpenTree
from callsheet.checks.engine.session import CheckSession
from callsheet.configuration import Configuration
from callsheet.diff import revisions
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


@tries("tags of a changelog")
def tags(row: Row, folder: Path) -> None:
    assert number(row) == revisions.MAX_TAGS
    git = shutil.which("git")
    assert git
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    commands = (
        ("init", "-q"),
        ("commit", "-q", "--allow-empty", "-m", "A"),
        ("tag", "v1"),
        ("tag", "v2"),
    )
    for command in commands:
        subprocess.run([git, *identity, *command], cwd=folder, check=True, timeout=60)
    with patched(revisions, "MAX_TAGS", 1):
        assert [tag.name for tag in revisions.read_tags(folder, "*")] == ["v2"]
