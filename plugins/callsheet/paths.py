"""Paths that pages write: relative to their folder or to the root, and never outside of it."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from urllib.parse import quote


def folder_of(path: str) -> str:
    """The folder of a page; empty for one at the root."""
    return path.rpartition("/")[0]


def join(folder: str, target: str) -> str:
    """The path that a page in that folder means by `target`, relative to the docs directory.

    `~/` and `/` begin at the root, and `..` above the root stays there, as in URLs (RFC 3986,
    5.2.4).
    """
    parts = [] if target.startswith(("~/", "/")) else folder.split("/")
    for part in target.removeprefix("~/").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(part for part in parts if part)


def climbs_out(folder: str, target: str) -> bool:
    """Whether a relative target goes above the root on its way."""
    depth = len(folder.split("/")) if folder else 0
    for part in target.split("/"):
        if part == "..":
            depth -= 1
        elif part not in ("", "."):
            depth += 1
        if depth < 0:
            return True
    return False


def relative(path: str, folder: str) -> str:
    """The way from a folder to a file, both relative to the docs directory, encoded for a URL."""
    return quote(posixpath.relpath(path, folder or "."))


def is_file(root: Path, path: str) -> bool:
    """Whether a path of the docs tree is a file, whatever the path is made of."""
    try:
        return (root / path).is_file()
    except (OSError, ValueError):  # a name too long for the system; a NUL in it
        return False


def stays_inside(root: Path, path: str) -> bool:
    """Whether a file is below the docs directory with all symbolic links followed."""
    real, end = os.path.realpath(root), os.path.realpath(root / path)
    return Path(end).is_relative_to(real)


def link_out(root: Path, path: str) -> str | None:
    """The symbolic link on the way to a file that leads out of the docs directory.

    Args:
        root: The docs directory, which may itself be a link.
        path: The file, relative to it, without `..`.

    Returns:
        The link, relative to the docs directory: the file or a folder above it; None where all
        links lead to places within the docs directory.
    """
    position = 0
    while position >= 0:
        position = path.find("/", position + 1)
        way = path if position < 0 else path[:position]
        # Few files are links, and to look is faster than to follow.
        if os.path.islink(f"{root}/{way}") and not stays_inside(root, way):  # noqa: PTH114
            return way
    return None


def walking_order(path: str) -> list[tuple[bool, str]]:
    """The key of a path in the order of a catalog: files of a folder before its folders."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]
