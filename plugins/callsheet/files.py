"""Files that are whole or not there."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path


def write_whole(file: Path, content: bytes, *, follow: bool = True) -> None:
    """Writes a file in one step: whoever reads it meanwhile finds the old or the new content.

    A file that is replaced keeps its mode, and what is no file, such as a pipe or `/dev/stdout`, is
    written to and not replaced.

    Args:
        file: The file; its folder exists.
        content: What it holds from then on.
        follow: Whether a link is followed; else it is replaced.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    if follow:
        # `Path.resolve` has an exception of its own for links that lead to themselves.
        file = Path(os.path.realpath(file))
    elif file.is_symlink():
        file.unlink()
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    temporary = file.with_name(f".{file.name[:100]}.{secrets.token_hex(4)}")
    try:
        temporary.write_bytes(content)
        if file.exists():
            shutil.copymode(file, temporary)
        os.replace(temporary, file)  # noqa: PTH105 - the atomic one, by the name that says so
    finally:
        temporary.unlink(missing_ok=True)
