"""Print the section of the changelog that belongs to a tag, such as `v0.2.0`.

    python3 .ci/release_notes.py TAG

Exit with 1 where the tag is not the package's version, or the changelog has no section of it with a
date and an entry.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def notes(tag: str, version: str, changelog: str) -> str:
    """Return the section of a version, without its heading.

    Args:
        tag: The tag that is released.
        version: The version that the package has.
        changelog: The text of the changelog.

    Raises:
        ValueError: The tag is not that of the version, or there is no such section.
    """
    if tag != f"v{version}":
        raise ValueError(f"the tag is {tag}, and the version of the package is {version}")
    section = re.search(
        rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)",
        changelog,
        re.MULTILINE | re.DOTALL,
    )
    if section is None or not re.search(r"^- ", section[1], re.MULTILINE):
        raise ValueError(f"CHANGELOG.md has no entries below `## [{version}] - YYYY-MM-DD`")
    return section[1].strip() + "\n"


def main() -> int:
    """Print the notes of the tag that the command line names."""
    if len(sys.argv) != 2:
        print("usage: release_notes.py TAG", file=sys.stderr)
        return 2
    package = (ROOT / "plugins/callsheet/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', package, re.MULTILINE)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        sys.stdout.write(notes(sys.argv[1], found[1] if found else "unknown", changelog))
    except ValueError as error:
        print(f"::error::{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
