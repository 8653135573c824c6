"""Paths in pages: relative to their folder or to the root, and never outside of it."""

import os
import posixpath
from pathlib import Path
from urllib.parse import quote

PAGE_SUFFIXES = (".md", ".mdx")
"""The ends of the names of pages."""

TOC_NAMES = ("toc.yml", "TOC.yml", "toc.yaml")
"""The names of a table of contents, in the order in which they are tried."""


def folder_of(path: str) -> str:
    """Return the folder of a page; empty for one at the root."""
    return path.rpartition("/")[0]


def is_below(path: str, folder: str) -> bool:
    """Tell whether a page is in a folder, or in one below it; the root is an empty text."""
    return not folder or path.startswith(f"{folder}/")


def join(folder: str, target: str) -> str:
    """Resolve a target in a page of a folder to a path relative to the docs directory.

    `~/` and `/` begin at the root, and `..` above the root stays there, as in URLs (RFC 3986,
    5.2.4).
    """
    parts = [] if target.startswith(("~/", "/")) else folder.split("/")
    for part in target.removeprefix("~/").split("/"):
        if part == "..":
            # A slice, so that `..` at the root is not an error.
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(part for part in parts if part)


def climbs_out(folder: str, target: str) -> bool:
    """Tell whether a relative target leaves the root, even if it comes back."""
    depth = len(folder.split("/")) if folder else 0
    for part in target.split("/"):
        if part == "..":
            depth -= 1
        elif part not in ("", "."):
            depth += 1
        if depth < 0:
            return True
    return False


def is_part(path: str) -> bool:
    """Tell whether a file is a part of pages, by its name or its folder, and no page itself."""
    return any(step.startswith("_") or step == "includes" for step in path.split("/"))


def relative(path: str, folder: str) -> str:
    """Return a path relative to a folder, encoded for a URL; both are relative to the root."""
    # From the root, since the working directory would be asked for otherwise.
    return quote(posixpath.relpath(f"/{path}", f"/{folder}"))


def is_file(root: Path, path: str) -> bool:
    """Tell whether a path of the docs tree is a file, even if the path is not valid."""
    try:
        return (root / path).is_file()
    except (OSError, ValueError):  # The name is too long, or has a NUL.
        return False


def stays_inside(root: Path, path: str) -> bool:
    """Tell whether a file is below the docs directory after all symbolic links are resolved."""
    real, end = os.path.realpath(root), os.path.realpath(root / path)
    return Path(end).is_relative_to(real)


def link_out(root: Path, path: str) -> str | None:
    """Return the symbolic link in the path of a file that leads out of the docs directory.

    Args:
        root: The docs directory, which may itself be a link.
        path: The file, relative to it, without `..`.

    Returns:
        The link, relative to the docs directory: the file or a folder above it. None where all
        links stay within the docs directory.
    """
    position = 0
    while position >= 0:
        position = path.find("/", position + 1)
        way = path if position < 0 else path[:position]
        # Few files are links, and to test for one is faster than to resolve the path.
        if os.path.islink(f"{root}/{way}") and not stays_inside(root, way):  # noqa: PTH114
            return way
    return None


def walking_order(path: str) -> list[tuple[bool, str]]:
    """Return a sort key for the order of a catalog: files of a folder before its folders."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def toc_file(root: Path) -> str | None:
    """Return the table of contents at the root of a docs tree, if there is one."""
    named = (name for name in TOC_NAMES if is_file(root, name) and stays_inside(root, name))
    return next(named, None)
