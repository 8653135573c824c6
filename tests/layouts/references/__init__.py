"""Small references in the layouts of others: a folder each, with its routes in `routes.txt`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/routes.txt"))


def routes(name: str) -> list[str]:
    """Methods and routes of all operations of a reference, in order."""
    return (FOLDER / name / "routes.txt").read_text().split("\n")[:-1]
