"""Pages: the reader, all rules, and their fixes."""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from callsheet.checks.engine.fixes import fix
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.rules.specimen import PATH
from callsheet.findings import Finding
from tests.checks.trees import specimen_tree
from tests.conftest import DOCS


def seeds() -> Iterator[bytes]:
    """The pages of our operations, and the correct page of the rules."""
    yield from (text.encode() for text in specimen_tree().values())
    yield from (file.read_bytes() for file in sorted((DOCS / "reference").rglob("*.md")))


def run(data: bytes) -> None:
    """Raises for all that the reader or a rule raises."""
    page = _folder() / PATH
    page.write_bytes(data)

    def findings(replaced: Mapping[str, bytes]) -> tuple[Finding, ...]:
        outcome = check(_folder(), Selection.of(), types_dir="types", replaced=replaced)
        for fault in outcome.faults:
            error = AssertionError(str(fault))
            error.add_note(fault.code)
            raise error
        return outcome.findings

    fix(_folder(), findings)


@cache
def _folder() -> Path:
    """A docs directory with one page."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    root = Path(folder.name)
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    return root
