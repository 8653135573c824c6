"""What the tests of the caches share: what they are told by, and how files are damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DAMAGES = ("empty", "cut", "flipped")
"""What can happen to a file."""


def damage(file: Path, kind: str) -> None:
    """Damages a file in one of the ways of `DAMAGES`."""
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(
        {
            "empty": b"",
            "cut": content[:middle],
            "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        }[kind]
    )


def note_paths(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[str]:
    """The paths of the pages that a function `(data, path, ...)` is called with, as they come."""
    paths: list[str] = []
    original: Callable[..., Any] = getattr(module, name)

    def noting(data: bytes, path: str, *others: Any) -> Any:
        paths.append(path)
        return original(data, path, *others)

    monkeypatch.setattr(module, name, noting)
    return paths
