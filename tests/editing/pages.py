"""Pages of the tests of the language server."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from callsheet.checks import rules

PARCEL = Path(rules.__file__).with_name("specimen.md").read_text(encoding="utf-8")
"""A correct page, whose uid is `v1Parcel_Change`; it defines the type `Parcel`."""

UID = "v1Parcel_Change"


def write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
