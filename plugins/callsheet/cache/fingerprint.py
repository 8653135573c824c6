"""The fingerprint of the code, which is a part of the key of everything that is cached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

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
        content = part.read_bytes()
        digest.update(f"{part.name}\n{len(content)}\n".encode() + content)
    return digest.digest()


def _parts(place: Traversable) -> Iterator[Traversable]:
    for part in sorted(place.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            if not part.name.startswith((".", "__pycache__")):
                yield from _parts(part)
        elif not part.name.endswith(".pyc"):
            yield part
