"""Watch a docs tree for changes."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

INTERVAL = 0.5
"""Seconds between two scans; scanning 3,000 files takes some milliseconds."""


TreeState = frozenset[tuple[str, int, int]]
"""The path, the time of change and the size of each file."""


def changes(root: Path) -> Iterator[None]:
    """Yield each time when a file of the tree was changed, added or removed since the call.

    Files are polled, which works on every system and every kind of disk.
    """
    # Taken now, not at the first `next`, so that no change during the first check is missed.
    return _changes(root, state_of(root))


def _changes(root: Path, known: TreeState) -> Iterator[None]:
    while True:
        if (state := state_of(root)) != known:
            known = state
            yield
        else:
            time.sleep(INTERVAL)


def state_of(root: Path) -> TreeState:
    """Return the state of the pages and navigation files of a tree, which differs when they do."""
    return frozenset(_files(str(root)))


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    yield from _files(entry.path)
            elif entry.name.endswith((".md", ".mdx", ".yml", ".yaml")):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
        except OSError:
            continue
