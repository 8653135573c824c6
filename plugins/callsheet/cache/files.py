"""Files of caches: JSON after a line with its checksum, which is keyed by a fingerprint.

A file that is damaged, or was written by other code, counts as empty. Nothing in it is executed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from callsheet.files import write_whole

CACHE_VARIABLE = "CALLSHEET_CACHE_DIR"
"""The environment variable that moves the cache; empty, it switches the cache off."""

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is neither written nor read; 800 pages of 5 kB take 3.4 MB."""

_CHECKSUM_BYTES = 65


def cache_file(root: Path, kind: str = "") -> Path | None:
    """Return the cache file of a docs directory; None where the cache is switched off.

    Args:
        root: The docs directory.
        kind: A suffix for the name of a cache of something else than readings.
    """
    directory = os.environ.get(CACHE_VARIABLE)
    if directory == "":
        return None
    folder = Path(directory) if directory else user_cache_path("callsheet")
    name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()
    return folder / f"{name}{kind}.json"


def load_content(file: Path, fingerprint: bytes) -> Any:
    """Return the content that was saved to a file with that fingerprint.

    Raises:
        OSError, ValueError: The file does not exist, is damaged, or has another fingerprint. One
            that is too large, or not a regular file, is also removed.
    """
    status = file.lstat()
    # Reading a pipe or a device might never end.
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        file.unlink()
        raise ValueError("no plain file, or too large")
    checksum, _, payload = file.read_bytes().partition(b"\n")
    if checksum.decode("ascii", errors="replace") != _checksum(payload, fingerprint):
        raise ValueError("another checksum")
    return json.loads(payload)


def save_content(file: Path, content: Any, fingerprint: bytes) -> None:
    """Write a file atomically; a full disk is not an error.

    Content that is too large is not written, and the old file is removed.
    """
    payload = json.dumps(content, separators=(",", ":")).encode()
    with suppress(OSError):
        if len(payload) > MAX_BYTES - _CHECKSUM_BYTES:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _checksum(payload, fingerprint).encode() + b"\n" + payload, follow=False)


def _checksum(payload: bytes, fingerprint: bytes) -> str:
    return hashlib.blake2b(payload, key=fingerprint, digest_size=32).hexdigest()
