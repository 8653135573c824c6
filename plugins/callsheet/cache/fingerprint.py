"""The fingerprint of the code, which is a part of the key of everything that is cached."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import markdown_it
import yaml


@cache
def code_fingerprint() -> bytes:
    """Return a digest of this package, and of the versions of the parsers that it uses.

    It covers all modules, templates and scripts, which takes some 10 ms. A list of only those that
    a result depends on would be incomplete one day, and a cache would return outdated results.
    """
    versions = f"{markdown_it.__version__}\n{yaml.__version__}\n"
    digest = hashlib.blake2b(versions.encode(), digest_size=32)
    for part in _parts(files("callsheet")):
        # The content and not the time of change, which a checkout or an installer sets as it likes.
        content = part.read_bytes()
        digest.update(f"{part.name}\n{len(content)}\n".encode() + content)
    return digest.digest()


@cache
def environment_fingerprint() -> bytes:
    """Return a digest of this package, of Python, and of all that is installed."""
    versions = "\n".join([sys.version, *sorted(_installed())])
    return hashlib.blake2b(versions.encode() + code_fingerprint(), digest_size=32).digest()


def _installed() -> Iterator[str]:
    """Yield names and versions of what is installed, as the folders of the metadata have them."""
    for folder in dict.fromkeys(sys.path):
        # An empty entry is the current directory.
        if Path(folder).is_dir():
            names = os.listdir(folder or ".")  # noqa: PTH208 - thousands of names
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _parts(place: Traversable) -> Iterator[Traversable]:
    for part in sorted(place.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            if not part.name.startswith((".", "__pycache__", "node_modules")):
                yield from _parts(part)
        elif not part.name.endswith(".pyc"):
            yield part
